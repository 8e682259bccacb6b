//! Types, by what travels.

use super::{Comparison, Spot, Theirs};
use crate::drift::describe;
use crate::drift::finding::{Finding, Kind};
use crate::drift::owner::{Gap, Owner};
use crate::drift::schema::{self, Schema, Shape, Unreadable};
use crate::resolve::{Kind as TypeKind, Place, Type, TypeDef, TypeIndex};

impl<'s, 'd> Comparison<'s, 'd> {
    /// Whether the same travels under both types. Differences inside, such as those of a model's
    /// fields, are noted.
    pub(super) fn fits(
        &mut self,
        spot: &Spot<'s, 'd>,
        field: &str,
        ty: &'s Type,
        schema: Schema<'d>,
    ) -> Result<bool, Unreadable> {
        let (shape, _) = schema::shape(self.document.root, schema)?;
        Ok(match (ty, shape) {
            (Type::Timestamp, Shape::Text { values, .. }) => values.is_empty(),
            (Type::String | Type::Secret, Shape::Text { values, timestamp }) => {
                values.is_empty() && !timestamp
            }
            (Type::Bool, Shape::Flag) | (Type::Json, Shape::Any) => true,
            (Type::Int32, Shape::Integer { unsigned, wide }) => !unsigned && !wide,
            (Type::Uint32, Shape::Integer { unsigned, wide }) => unsigned && !wide,
            (Type::List(inner), Shape::List(items)) => self.fits(spot, field, inner, items)?,
            (Type::Map(inner), Shape::Map(None)) => **inner == Type::Json,
            (Type::Map(inner), Shape::Map(Some(values))) => {
                self.fits(spot, field, inner, values)?
            }
            (Type::Named(index), shape) => self.fits_named(spot, field, *index, schema, shape),
            _ => false,
        })
    }

    fn fits_named(
        &mut self,
        spot: &Spot<'s, 'd>,
        field: &str,
        index: TypeIndex,
        schema: Schema<'d>,
        shape: Shape<'d>,
    ) -> bool {
        let client = spot.owner.client();
        let ty = client.ty(index);
        match (&ty.kind, shape) {
            (TypeKind::Id(_), Shape::Text { values, timestamp }) => values.is_empty() && !timestamp,
            (
                TypeKind::Enum(variants),
                Shape::Text {
                    values,
                    timestamp: false,
                },
            ) => {
                self.types
                    .entry((client.name, schema.key()))
                    .or_insert(index);
                let owner = Owner::Type(client, ty);
                let route = Some(spot.way_to(field));
                self.places.entry(schema.key()).or_insert((owner, route));
                let ours: Vec<&str> = variants
                    .iter()
                    .map(|variant| variant.wire.as_str())
                    .collect();
                self.values(spot, field, ty, &ours, &values, schema);
                true
            }
            (TypeKind::Filter(_), Shape::Map(None) | Shape::Any) => true,
            (TypeKind::Model(fields), Shape::Object(properties)) => {
                self.types
                    .entry((client.name, schema.key()))
                    .or_insert(index);
                if self.walked.insert((client.name, index, schema.key())) {
                    let route = Some(spot.way_to(field));
                    let owner = Owner::Type(client, ty);
                    self.places
                        .entry(schema.key())
                        .or_insert_with(|| (owner, route.clone()));
                    let spot = Spot {
                        owner,
                        route,
                        schema: schema.name,
                    };
                    let theirs: Vec<_> = properties
                        .into_iter()
                        .map(|property| Theirs {
                            property,
                            place: Some(Place::Body),
                            schema: schema.name,
                        })
                        .collect();
                    self.fields(&spot, &fields.iter().collect::<Vec<_>>(), &theirs);
                }
                true
            }
            _ => false,
        }
    }

    fn values(
        &mut self,
        spot: &Spot<'s, 'd>,
        field: &str,
        ty: &'s TypeDef,
        ours: &[&str],
        theirs: &[String],
        schema: Schema<'d>,
    ) {
        if theirs.is_empty() {
            return;
        }
        for value in theirs
            .iter()
            .filter(|value| !ours.contains(&value.as_str()))
        {
            let finding = Finding {
                kind: Kind::MissingValue,
                file: ty.file.clone(),
                owner: describe::type_name(ty),
                field: String::new(),
                spec: String::new(),
                openapi: value.clone(),
                route: Some(spot.way_to(field)),
                schema: schema.name.map(str::to_owned),
            };
            self.push(finding, Gap::Value(ty, value.clone()));
        }
        let extra: Vec<&str> = ours
            .iter()
            .filter(|value| !theirs.iter().any(|other| other == *value))
            .copied()
            .collect();
        if !extra.is_empty() {
            self.at(
                spot,
                Kind::ExtraValues,
                field,
                extra.join(", "),
                theirs.join(", "),
                Gap::None,
            );
        }
    }
}

//! Lists of fields, by name.

use super::{Comparison, Spot, Theirs};
use crate::drift::describe;
use crate::drift::finding::Kind;
use crate::drift::owner::{Gap, Owner};
use crate::drift::schema;
use crate::resolve::{Field, Place};

impl<'s, 'd> Comparison<'s, 'd> {
    /// Compares the fields of a request, a response or a model.
    pub(super) fn fields(
        &mut self,
        spot: &Spot<'s, 'd>,
        ours: &[&'s Field],
        theirs: &[Theirs<'d>],
    ) {
        let client = spot.owner.client();
        let direction = spot.owner.direction();
        for field in ours {
            match theirs
                .iter()
                .find(|other| other.property.name == field.wire)
            {
                Some(other) => {
                    let spot = Spot {
                        schema: other.schema,
                        route: spot.route.clone(),
                        owner: spot.owner,
                    };
                    self.field(&spot, field, other);
                }
                None => {
                    let ours = describe::ours(client, &field.ty) + describe::mark(field);
                    self.at(
                        spot,
                        Kind::ExtraField,
                        &field.wire,
                        ours,
                        String::new(),
                        Gap::None,
                    );
                }
            }
        }
        for other in theirs {
            let property = &other.property;
            if ours.iter().any(|field| field.wire == property.name) {
                continue;
            }
            let nullable =
                schema::shape(self.document.root, property.schema).is_ok_and(|(_, null)| null);
            let theirs = describe::theirs(self.document.root, property.schema)
                + describe::wanted_mark(direction, property.required, nullable);
            let spot = Spot {
                schema: other.schema,
                route: spot.route.clone(),
                owner: spot.owner,
            };
            let gap = Gap::Field(spot.owner, property.clone());
            if matches!(spot.owner, Owner::Request(_)) && other.place.is_none() {
                self.at(
                    &spot,
                    Kind::MissingField,
                    property.name,
                    String::new(),
                    format!("{theirs}, a header"),
                    Gap::None,
                );
            } else {
                self.at(
                    &spot,
                    Kind::MissingField,
                    property.name,
                    String::new(),
                    theirs,
                    gap,
                );
            }
        }
    }

    fn field(&mut self, spot: &Spot<'s, 'd>, field: &'s Field, other: &Theirs<'d>) {
        let client = spot.owner.client();
        let property = &other.property;
        let request = matches!(spot.owner, Owner::Request(_));
        if request && other.place != Some(field.place) {
            let (ours, theirs) = (
                describe::place(Some(field.place)),
                describe::place(other.place),
            );
            self.at(
                spot,
                Kind::Place,
                &field.wire,
                ours.to_owned(),
                theirs.to_owned(),
                Gap::None,
            );
        }
        let nullable = match schema::shape(self.document.root, property.schema) {
            Ok((_, nullable)) => nullable,
            Err(text) => {
                return self.at(
                    spot,
                    Kind::Unreadable,
                    &field.wire,
                    String::new(),
                    text,
                    Gap::None,
                );
            }
        };
        match self.fits(spot, &field.wire, &field.ty, property.schema) {
            Ok(true) => {}
            Ok(false) => {
                let ours = describe::ours(client, &field.ty);
                let theirs = describe::theirs(self.document.root, property.schema);
                self.at(spot, Kind::Type, &field.wire, ours, theirs, Gap::None);
            }
            Err(text) => self.at(
                spot,
                Kind::Unreadable,
                &field.wire,
                String::new(),
                text,
                Gap::None,
            ),
        }
        let outgoing = field.deprecated.is_some();
        if outgoing != property.deprecated {
            self.at(
                spot,
                Kind::DeprecatedField,
                &field.wire,
                super::in_use(outgoing).to_owned(),
                super::in_use(property.deprecated).to_owned(),
                Gap::None,
            );
        }
        // Whatever is in a path is required.
        if request && (field.place == Place::Path || other.place == Some(Place::Path)) {
            return;
        }
        let direction = spot.owner.direction();
        let ours = if direction.sent {
            field.required
        } else {
            !field.optional
        };
        let theirs = property.required && (direction.sent || !nullable);
        if ours != theirs {
            let side = |required: bool| if required { "required" } else { "optional" };
            self.at(
                spot,
                Kind::Required,
                &field.wire,
                side(ours).to_owned(),
                side(theirs).to_owned(),
                Gap::None,
            );
        }
    }
}

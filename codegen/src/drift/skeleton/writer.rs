//! Finds a place, a name and a type for everything that is missing.

use std::collections::{BTreeMap, HashMap};

use super::draft::{Draft, FieldDraft, ModelDraft};
use super::target::Target;
use crate::drift::compare::Comparison;
use crate::drift::describe::{self, Words};
use crate::drift::home;
use crate::drift::matching::{self, Site};
use crate::drift::openapi::Operation;
use crate::drift::owner::Owner;
use crate::drift::schema::{self, Property, Schema};
use crate::naming;
use crate::resolve::{Api, Direction, Kind, TypeDef};

const SENT: Direction = Direction {
    sent: true,
    received: false,
};
const RECEIVED: Direction = Direction {
    sent: false,
    received: true,
};

/// Collects the drafts.
pub(super) struct Writer<'s, 'd, 'g> {
    sites: Vec<Site<'s>>,
    api: &'s Api,
    outcome: &'g Comparison<'s, 'd>,
    drafts: BTreeMap<String, Draft>,
    /// New models and enums by the file they go to and the schema they stand for.
    made: HashMap<(String, usize), String>,
}

impl<'s, 'd, 'g> Writer<'s, 'd, 'g> {
    pub(super) fn new(api: &'s Api, outcome: &'g Comparison<'s, 'd>) -> Self {
        Self {
            sites: matching::sites(api),
            api,
            outcome,
            drafts: BTreeMap::new(),
            made: HashMap::new(),
        }
    }

    pub(super) fn finish(self) -> String {
        let documents: Vec<_> = self
            .drafts
            .iter()
            .map(|(file, draft)| draft.text(file))
            .collect();
        documents.join("---\n")
    }

    /// Adds a value to an enum of the spec.
    pub(super) fn value(&mut self, ty: &TypeDef, value: &str) {
        let draft = self.drafts.entry(ty.file.clone()).or_default();
        draft.resource.clone_from(&ty.home);
        draft.value(&ty.name, value);
    }

    /// Adds a field to a method or a model of the spec.
    pub(super) fn field(&mut self, owner: Owner<'s>, property: &Property<'d>) {
        let client = owner.client();
        let (file, resource) = match owner {
            Owner::Request(site) | Owner::Response(site) => {
                (site.resource.file.clone(), Some(site.resource.name.clone()))
            }
            Owner::Type(_, ty) => (ty.file.clone(), ty.home.clone()),
        };
        let target = Target {
            client,
            file,
            resource,
        };
        let field = self.field_draft(&target, property, owner.direction());
        let draft = self.draft(&target);
        match owner {
            Owner::Request(site) => draft
                .method(&site.method.name, &site.http())
                .request
                .push(field),
            Owner::Response(site) => draft
                .method(&site.method.name, &site.http())
                .response
                .push(field),
            Owner::Type(_, ty) => {
                let model = draft.model(&ty.name);
                model.direction = ty.direction;
                model.fields.push(field);
            }
        }
    }

    /// Adds a method for an operation of the file.
    pub(super) fn operation(&mut self, index: usize) {
        let document = self.outcome.document;
        let Some(operation) = document.operations.get(index) else {
            return;
        };
        let home = home::home(&self.sites, &self.outcome.named, operation);
        let client = if home.file.starts_with("spec/b2b/") {
            &self.api.b2b
        } else {
            &self.api.consumer
        };
        let target = Target {
            client,
            file: home.file,
            resource: Some(home.resource),
        };
        let name = self.method_name(&target, operation);
        let mut request = Vec::new();
        for parameter in operation
            .parameters
            .iter()
            .filter(|parameter| parameter.place.is_some())
        {
            request.push(self.field_draft(&target, &parameter.property, SENT));
        }
        for property in &operation.request.fields {
            request.push(self.field_draft(&target, property, SENT));
        }
        let mut response = Vec::new();
        for property in &operation.response.fields {
            response.push(self.field_draft(&target, property, RECEIVED));
        }
        let http = format!("{} {}", operation.verb, operation.path);
        let method = self.draft(&target).method(&name, &http);
        method.member_session = !operation.session_headers.is_empty();
        method.fraud = operation.server.is_some();
        method.request = request;
        method.response = response;
    }

    fn draft(&mut self, target: &Target<'s>) -> &mut Draft {
        let draft = self.drafts.entry(target.file.clone()).or_default();
        draft.resource.clone_from(&target.resource);
        draft
    }

    /// The last word of the operation's name, or of its path, that is still free.
    fn method_name(&mut self, target: &Target<'s>, operation: &Operation<'d>) -> String {
        let words = operation
            .id
            .into_iter()
            .flat_map(|id| id.rsplit('_').take(1));
        let segments = operation
            .path
            .rsplit('/')
            .filter(|segment| matching::parameter(segment).is_none());
        let mut names: Vec<String> = words
            .chain(segments.take(1))
            .map(|word| naming::snake(word).trim_start_matches("r#").to_owned())
            .filter(|name| naming::is_identifier(name))
            .collect();
        let base = names
            .first()
            .cloned()
            .unwrap_or_else(|| operation.verb.to_lowercase());
        names.extend(
            (2..)
                .take(self.outcome.document.operations.len() + 1)
                .map(|number| format!("{base}_{number}")),
        );
        let resource = target.resource.clone();
        let taken: Vec<&str> = self
            .sites
            .iter()
            .filter(|site| {
                Some(&site.resource.name) == resource.as_ref() && site.resource.file == target.file
            })
            .map(|site| site.method.name.as_str())
            .collect();
        let new = self.drafts.get(&target.file);
        let free = |name: &String| {
            !taken.contains(&name.as_str())
                && !new.is_some_and(|draft| draft.methods.iter().any(|method| method.name == *name))
        };
        names.into_iter().find(free).unwrap_or(base)
    }

    fn field_draft(
        &mut self,
        target: &Target<'s>,
        property: &Property<'d>,
        direction: Direction,
    ) -> FieldDraft {
        let root = self.outcome.document.root;
        let nullable = schema::shape(root, property.schema).is_ok_and(|(_, null)| null);
        let mut words = OfTheSpec {
            writer: self,
            target,
            field: property.name,
            direction,
            foreign: None,
        };
        let ty = describe::spelled(root, property.schema, &mut words, describe::DEPTH);
        FieldDraft {
            name: property.name.to_owned(),
            ty: words.foreign.map_or(Ok(ty), Err),
            required: property.required,
            nullable,
        }
    }

    /// An enum that has the values, or a new one.
    fn enumeration(
        &mut self,
        target: &Target<'s>,
        field: &str,
        schema: Schema<'d>,
        values: &[String],
    ) -> String {
        if let Some(name) = self.known(target, schema) {
            return name;
        }
        let fits = |ty: &&TypeDef| match &ty.kind {
            Kind::Enum(variants) => {
                target.visible(ty)
                    && values
                        .iter()
                        .all(|value| variants.iter().any(|variant| variant.wire == *value))
            }
            _ => false,
        };
        let smallest = target
            .client
            .types
            .iter()
            .filter(fits)
            .min_by_key(|ty| match &ty.kind {
                Kind::Enum(variants) => variants.len(),
                _ => usize::MAX,
            });
        if let Some(ty) = smallest {
            return describe::local_name(ty, target.resource.as_deref());
        }
        let name = self.type_name(target, field, schema);
        self.made
            .insert((target.file.clone(), schema.key()), name.clone());
        self.draft(target)
            .enums
            .push((name.clone(), values.to_vec()));
        name
    }

    /// The model that the schema was compared with, or a new one.
    fn model(
        &mut self,
        target: &Target<'s>,
        field: &str,
        schema: Schema<'d>,
        properties: Vec<Property<'d>>,
        direction: Direction,
    ) -> String {
        if let Some(name) = self.known(target, schema) {
            // A new model may turn out to travel both ways, and so may what is in it.
            let new = self.made.contains_key(&(target.file.clone(), schema.key()));
            let known = self
                .drafts
                .get(&target.file)
                .and_then(|draft| draft.models.iter().find(|model| model.name == name));
            let wider = known.is_some_and(|model| {
                (direction.sent && !model.direction.sent)
                    || (direction.received && !model.direction.received)
            });
            if !new || !wider {
                return name;
            }
            self.widen(target, &name, direction);
            for property in &properties {
                self.field_draft(target, property, direction);
            }
            return name;
        }
        let name = self.type_name(target, field, schema);
        self.made
            .insert((target.file.clone(), schema.key()), name.clone());
        self.widen(target, &name, direction);
        for property in &properties {
            let field = self.field_draft(target, property, direction);
            self.draft(target).model(&name).fields.push(field);
        }
        name
    }

    fn widen(&mut self, target: &Target<'s>, name: &str, direction: Direction) {
        let ModelDraft {
            direction: known, ..
        } = self.draft(target).model(name);
        known.sent |= direction.sent;
        known.received |= direction.received;
    }

    /// The type that stands for the schema already.
    fn known(&self, target: &Target<'s>, schema: Schema<'d>) -> Option<String> {
        if let Some(name) = self.made.get(&(target.file.clone(), schema.key())) {
            return Some(name.clone());
        }
        let index = self
            .outcome
            .types
            .get(&(target.client.name, schema.key()))?;
        let ty = target.client.ty(*index);
        target
            .visible(ty)
            .then(|| describe::local_name(ty, target.resource.as_deref()))
    }

    /// A free name, after the schema's last word or else after the field.
    fn type_name(&self, target: &Target<'s>, field: &str, schema: Schema<'d>) -> String {
        let word = schema
            .name
            .and_then(|name| name.rsplit('_').next())
            .unwrap_or(field);
        let base = naming::camel(word);
        let base = if naming::is_identifier(&base) {
            base
        } else {
            "Type".to_owned()
        };
        let draft = self.drafts.get(&target.file);
        let free = |name: &String| {
            let known =
                target.client.types.iter().any(|ty| {
                    ty.name == *name && (ty.home.is_none() || ty.home == target.resource)
                });
            let made = self
                .made
                .iter()
                .any(|((file, _), other)| *file == target.file && other == name);
            let drafted = draft.is_some_and(|draft| {
                draft.models.iter().any(|model| model.name == *name)
                    || draft.enums.iter().any(|(other, _)| other == name)
            });
            !known && !made && !drafted
        };
        std::iter::once(base.clone())
            .chain((2..10_000).map(|number| format!("{base}{number}")))
            .find(free)
            .unwrap_or(base)
    }
}

/// The names of the spec's own types, known or new.
struct OfTheSpec<'w, 's, 'd, 'g> {
    writer: &'w mut Writer<'s, 'd, 'g>,
    target: &'w Target<'s>,
    field: &'w str,
    direction: Direction,
    /// What the spec has no type for.
    foreign: Option<String>,
}

impl<'d> Words<'d> for OfTheSpec<'_, '_, 'd, '_> {
    fn text(&mut self) -> String {
        let habit = self.target.habit(self.field);
        habit.unwrap_or_else(|| "string".to_owned())
    }

    fn values(&mut self, schema: Schema<'d>, values: Vec<String>) -> String {
        self.writer
            .enumeration(self.target, self.field, schema, &values)
    }

    fn object(&mut self, schema: Schema<'d>, fields: Vec<Property<'d>>) -> String {
        self.writer
            .model(self.target, self.field, schema, fields, self.direction)
    }

    fn foreign(&mut self, what: &str) -> String {
        self.foreign.insert(what.to_owned()).clone()
    }
}

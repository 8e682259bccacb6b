//! Structs, enums, ids and filters.

use super::{
    Claims, Condition, Enum, Event, Field, Filter, Id, Item, Named, Page, Role, Struct, Ty,
    Variant, Way, docs, permissions,
};
use crate::naming;
use crate::outputs::text;
use crate::resolve::{self, Client, Kind, Link, Method, Place, Resource, Type, TypeDef};

/// Plans the types of one place: a resource, or the root of the crate.
pub(super) struct Types<'a> {
    client: &'a Client,
    home: Option<&'a str>,
    /// Whether it is a file in which no type is declared.
    is_outside: bool,
}

impl<'a> Types<'a> {
    pub(super) fn new(client: &'a Client, home: Option<&'a str>) -> Self {
        Self {
            client,
            home,
            is_outside: false,
        }
    }

    /// Plans a file in which no type is declared.
    pub(super) fn outside(client: &'a Client) -> Self {
        Self {
            client,
            home: None,
            is_outside: true,
        }
    }

    /// What webhooks tell of.
    pub(super) fn events(&self) -> Vec<Event> {
        let ty = |index| self.ty(&Type::Named(index));
        let events = self.client.events.iter().map(|event| Event {
            variant: naming::camel(&event.object_type),
            wire: event.object_type.clone(),
            docs: self.lines(&format!("`{}`: {}", event.object_type, event.docs)),
            id: ty(event.id),
            model: ty(event.model),
        });
        events.collect()
    }

    /// The types that are declared in this place, by name.
    pub(super) fn items(&self) -> Vec<Item> {
        let mut here: Vec<_> = self
            .client
            .types
            .iter()
            .filter(|ty| ty.home.as_deref() == self.home)
            .collect();
        here.sort_by_key(|ty| &ty.name);
        here.into_iter().map(|ty| self.item(ty)).collect()
    }

    fn item(&self, ty: &TypeDef) -> Item {
        let name = ty.name.clone();
        let docs = self.lines(&ty.docs);
        match &ty.kind {
            Kind::Id(from) => Item::Id(Id {
                name,
                docs,
                from: from
                    .iter()
                    .map(|index| self.client.ty(*index).name.clone())
                    .collect(),
            }),
            Kind::Enum(variants) => Item::Enum(Enum {
                name,
                docs,
                variants: variants
                    .iter()
                    .map(|variant| self.variant(variant))
                    .collect(),
            }),
            Kind::Filter(conditions) => Item::Filter(Filter {
                name,
                docs,
                conditions: conditions
                    .iter()
                    .map(|condition| self.condition(condition))
                    .collect(),
            }),
            Kind::Model(fields) => {
                let role = match (ty.direction.sent, ty.direction.received) {
                    (true, true) => Role::Both,
                    (true, false) => Role::Sent,
                    (false, _) => Role::Received,
                };
                Item::Struct(Struct {
                    name,
                    docs,
                    role,
                    about_new: about_new(role, fields),
                    fields: self.fields(fields, role),
                    claims: own_claims(fields).filter(|_| role.is_received()),
                    page: None,
                })
            }
        }
    }

    fn variant(&self, variant: &resolve::Variant) -> Variant {
        Variant {
            name: naming::camel(variant.name.as_ref().unwrap_or(&variant.wire)),
            wire: variant.wire.clone(),
            docs: self.lines(&format!("`{}`: {}", variant.wire, variant.docs)),
            deprecated: self.instead(variant.deprecated.as_ref()),
        }
    }

    fn condition(&self, condition: &resolve::Condition) -> Condition {
        Condition {
            variant: naming::camel(&condition.wire),
            constructor: naming::snake(&condition.wire),
            wire: condition.wire.clone(),
            docs: self.lines(&condition.docs),
            deprecated: self.instead(condition.deprecated.as_ref()),
            ty: self.ty(&condition.ty),
        }
    }

    pub(super) fn request(&self, resource: &Resource, method: &Method) -> Option<Struct> {
        if method.request.is_empty() {
            return None;
        }
        let role = Role::Request {
            body: method.verb.has_body(),
        };
        let mut fields = self.fields(&method.request, role);
        for field in &mut fields {
            let rule = (method.traits.member_session.as_ref())
                .and_then(|session| permissions::of_field(session, &field.wire));
            if let Some(rule) = rule {
                field.docs.push(String::new());
                field.docs.extend(self.lines(&rule));
            }
        }
        Some(Struct {
            name: naming::request(&method.name),
            docs: vec![format!("What {} takes.", method_link(resource, method))],
            role,
            about_new: about_new(role, &method.request),
            fields,
            claims: None,
            page: None,
        })
    }

    pub(super) fn link(&self, resource: &Resource, link: &Link) -> Option<Struct> {
        let method = &link.method;
        if method.request.is_empty() {
            return None;
        }
        Some(Struct {
            name: naming::link(&method.name),
            docs: vec![format!("What {} takes.", method_link(resource, method))],
            role: Role::Link,
            about_new: about_new(Role::Link, &method.request),
            fields: self.fields(&method.request, Role::Link),
            claims: None,
            page: None,
        })
    }

    pub(super) fn response(&self, resource: &Resource, method: &Method) -> Struct {
        Struct {
            name: naming::response(&method.name),
            docs: vec![format!(
                "What {} gives back.",
                method_link(resource, method)
            )],
            role: Role::Received,
            fields: self.fields(&method.response, Role::Received),
            about_new: Vec::new(),
            claims: match &method.traits.claims {
                Some(session) => Some(Claims::Inside(way(session))),
                None => own_claims(&method.response),
            },
            page: method.traits.page.as_ref().map(|page| Page {
                cursor: way(&page.cursor),
                items: way(&page.items),
                item: self.item_ty(&page.items),
            }),
        }
    }

    fn fields(&self, fields: &[resolve::Field], role: Role) -> Vec<Field> {
        fields
            .iter()
            .map(|field| Field {
                name: naming::snake(&field.wire),
                wire: field.wire.clone(),
                docs: self.lines(&field.docs),
                summary: docs::summary(self.client, &field.docs),
                deprecated: self.instead(field.deprecated.as_ref()),
                ty: self.field_ty(field, role),
                required: role.is_built() && field.required,
                in_body: field.place == Place::Body,
            })
            .collect()
    }

    /// What may be missing is an `Option`.
    fn field_ty(&self, field: &resolve::Field, role: Role) -> Ty {
        let ty = match role {
            // What `json!` makes is any JSON; the method looks whether it is an object.
            Role::Request { .. } if field.ty.is_object() => Ty::Core("Value"),
            _ => self.ty(&field.ty),
        };
        if field.may_be_missing(role.travels()) {
            Ty::Option(Box::new(ty))
        } else {
            ty
        }
    }

    /// The type of one result.
    fn item_ty(&self, items: &resolve::Way) -> Ty {
        match items.last().map(|step| &step.ty) {
            Some(Type::List(item)) => self.ty(item),
            Some(ty) => self.ty(ty),
            None => Ty::Core("Value"),
        }
    }

    fn ty(&self, ty: &Type) -> Ty {
        match ty {
            Type::String => Ty::String,
            Type::Bool => Ty::Plain("bool"),
            Type::Int32 => Ty::Plain("i32"),
            Type::Uint32 => Ty::Plain("u32"),
            Type::Timestamp => Ty::Core("Timestamp"),
            Type::Secret => Ty::Core("Secret"),
            Type::Json => Ty::Core("Value"),
            ty if ty.is_object() => Ty::Core("JsonObject"),
            Type::List(inner) => Ty::List(Box::new(self.ty(inner))),
            Type::Map(inner) => Ty::Map(Box::new(self.ty(inner))),
            Type::Named(index) => {
                let ty = self.client.ty(*index);
                let named = self.named(ty);
                match ty.kind {
                    Kind::Id(_) | Kind::Enum(_) => Ty::Text(named),
                    Kind::Model(_) | Kind::Filter(_) => Ty::Named(named),
                }
            }
        }
    }

    /// How the type is named in this place.
    fn named(&self, ty: &TypeDef) -> Named {
        let name = ty.name.clone();
        let home = ty.home.as_deref();
        if home == self.home && !self.is_outside {
            return Named::Here(name);
        }
        let module = home.map_or_else(|| "crate".to_owned(), docs::module);
        let mut others = self.client.types.iter();
        let is_ambiguous = others.any(|other| other.name == name && other.home.as_deref() != home);
        let is_elsewhere = self.is_outside && home.is_some();
        if is_ambiguous || is_elsewhere || self.is_taken(&name) {
            let parent = module.rsplit("::").next().unwrap_or(&module);
            if home.is_some_and(|home| self.has_namesake(home)) {
                return Named::Path {
                    path: format!("{module}::{name}"),
                    module: "crate".to_owned(),
                };
            }
            Named::Path {
                path: format!("{parent}::{name}"),
                module,
            }
        } else {
            Named::Imported { module, name }
        }
    }

    /// Whether the module of `home` can't be imported by its name: one below this one has the same, or
    /// one of whose types may be named here, too.
    fn has_namesake(&self, home: &str) -> bool {
        let mut others =
            self.client.resources.iter().filter(|other| {
                other.name != home && naming::last(&other.name) == naming::last(home)
            });
        others.any(|other| {
            let parent = other.name.rsplit_once('.').map(|(parent, _)| parent);
            let mut types = self.client.types.iter();
            self.home.is_some() && parent == self.home
                || types.any(|ty| ty.home.as_deref() == Some(&*other.name))
        })
    }

    /// Whether the module declares a type of this name itself, so that another needs its path.
    fn is_taken(&self, name: &str) -> bool {
        let Some(home) = self.home else { return false };
        let Some(resource) = self
            .client
            .resources
            .iter()
            .find(|resource| resource.name == home)
        else {
            return false;
        };
        naming::handle(home) == name
            || self
                .client
                .types
                .iter()
                .any(|ty| ty.home.as_deref() == Some(home) && ty.name == name)
            || resource.methods.iter().any(|method| {
                naming::request(&method.name) == name || naming::response(&method.name) == name
            })
            || (resource.links.iter()).any(|link| naming::link(&link.method.name) == name)
    }

    fn lines(&self, docs: &str) -> Vec<String> {
        docs::lines(self.client, docs)
    }

    fn instead(&self, deprecated: Option<&String>) -> Option<String> {
        deprecated.map(|instead| text::plain(self.client, instead))
    }
}

fn own_claims(fields: &[resolve::Field]) -> Option<Claims> {
    let claims = fields.iter().find(|field| field.is_custom_claims())?;
    Some(Claims::Own(naming::snake(&claims.wire)))
}

/// What is said of `new`.
fn about_new(role: Role, fields: &[resolve::Field]) -> Vec<String> {
    let what = match role {
        Role::Request { .. } => "request",
        Role::Link => "link",
        Role::Sent | Role::Both => "value",
        Role::Received => return Vec::new(),
    };
    let (required, optional): (Vec<_>, Vec<_>) = fields.iter().partition(|field| field.required);
    vec![match (required.is_empty(), optional.is_empty()) {
        (true, _) => {
            format!("A {what} that leaves everything to the defaults; the methods below add to it.")
        }
        (false, true) => format!("A {what} with all that it needs."),
        (false, false) => {
            format!("A {what} with what is required; the methods below add the rest.")
        }
    }]
}

fn way(way: &resolve::Way) -> Way {
    let step = |step: &resolve::Step| (naming::snake(&step.wire), step.optional);
    way.iter().map(step).collect()
}

fn method_link(resource: &Resource, method: &Method) -> String {
    let handle = naming::handle(&resource.name);
    // For rustdoc, `r#` would begin a fragment.
    let name = naming::snake(&method.name).replace("r#", "");
    format!("[`{handle}::{name}`]")
}

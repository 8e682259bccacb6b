//! The emulator's side of the wire: a route for each operation, with the types of its request and its
//! response, and the table of what is supported. An operation is supported if it has a handler.

mod shapes;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use proc_macro2::TokenStream;
use quote::quote;

use self::shapes::{Shape, Shapes};
use super::draft::Draft;
use super::rust::{self, ident, path};
use crate::load::{FieldRule, MemberSession, Permission};
use crate::naming;
use crate::resolve::{Api, Client, Field, Kind, Method, Place, Resource, Type};

/// The folder of the generated code.
pub const FOLDER: &str = "stytch-emulator/src/generated";

/// The table of what is supported.
const SUPPORTED: &str = "stytch-emulator/SUPPORTED.md";

/// The generated code, yet to be written.
#[must_use]
pub fn drafts<'a>(api: &'a Api, handlers: &BTreeSet<String>) -> Vec<Draft<'a>> {
    let mut drafts = Vec::new();
    for group in groups(api, handlers) {
        let path = format!("{FOLDER}/{}.rs", group.name);
        drafts.push(Draft::new(path, group, Group::file));
    }
    let secrets: Vec<_> = secrets(api).into_iter().collect();
    let path = format!("{FOLDER}/mod.rs");
    drafts.push(Draft::new(path, secrets, |secrets| index(secrets)));
    drafts
}

/// The table of what is supported, with its path.
#[must_use]
pub fn table(api: &Api, handlers: &BTreeSet<String>) -> (String, String) {
    (SUPPORTED.to_owned(), supported(&groups(api, handlers)))
}

/// The operations of one client alone, or those that both offer.
#[derive(Hash)]
struct Group<'a> {
    name: &'static str,
    title: &'static str,
    /// The crate whose types are used.
    library: String,
    operations: Vec<Operation<'a>>,
    shapes: Vec<Shape<'a>>,
    /// The models in answers, with the names of their shapes.
    models: Vec<(String, String)>,
}

/// An operation, as far as the emulator needs it.
#[derive(Hash)]
struct Operation<'a> {
    /// Its name among those of all groups.
    name: String,
    /// The module of its resource, and its own name in Rust.
    place: (String, String),
    verb: &'static str,
    path: &'a str,
    fields: Vec<(&'a str, &'static str)>,
    /// The fields that hold a value of a fixed set, each with the name of what is expected there.
    shapes: Vec<(&'a str, String)>,
    member_session: Option<&'a MemberSession>,
    request: Option<String>,
    response: String,
    /// Whether the emulator has it.
    is_there: bool,
}

/// The names of the groups.
const GROUPS: [&str; 3] = ["b2b", "consumer", "shared"];

fn groups<'a>(api: &'a Api, handlers: &BTreeSet<String>) -> [Group<'a>; 3] {
    let [b2b, consumer, shared] = GROUPS;
    [
        Group::new(b2b, "B2B", &api.b2b, handlers),
        Group::new(consumer, "Consumer", &api.consumer, handlers),
        Group::new(shared, "Both", &api.b2b, handlers),
    ]
}

impl<'a> Group<'a> {
    fn new(
        name: &'static str,
        title: &'static str,
        client: &'a Client,
        handlers: &BTreeSet<String>,
    ) -> Self {
        let is_here = |resource: &&Resource| {
            let is_shared = resource.file.starts_with("spec/shared/");
            is_shared == (name == "shared")
        };
        let resources: Vec<_> = client.resources.iter().filter(is_here).collect();
        let methods = resources.iter().flat_map(|resource| &resource.methods);
        let requests = methods.clone().flat_map(|method| &method.request);
        let answers = methods.flat_map(|method| &method.response);
        let shapes = Shapes::new(client, requests, answers);
        let models = shapes.models().into_iter();
        let models = models.map(|(model, shape)| (format!("{name}.{model}"), shape));
        let operations = resources.iter().flat_map(|resource| {
            let methods = resource.methods.iter();
            methods.map(|method| Operation::new(name, &shapes, resource, method, handlers))
        });
        Self {
            name,
            title,
            library: format!("stytch_{}", client.name),
            operations: operations.collect(),
            models: models.collect(),
            shapes: shapes.written(),
        }
    }

    fn file(&self) -> Result<String, String> {
        let routes = self
            .operations
            .iter()
            .map(|operation| operation.route(self));
        let routes = quote! {
            pub(super) static ROUTES: &[Route] = &[#(#routes),*];
        };
        let models = shapes::list(&self.models);
        let models = quote! {
            pub(super) static MODELS: &[(&str, &Shape)] = #models;
        };
        let shapes = self.shapes.iter().map(Shape::item);
        let items = self
            .uses()
            .into_iter()
            .chain([routes, models])
            .chain(shapes);
        let items: Vec<_> = items.collect();
        let docs = [format!("The operations of the group `{}`.", self.name)];
        let source = format!("spec/{}", self.name);
        rust::file(&source, &docs, &items)
    }

    /// What the file needs.
    fn uses(&self) -> Vec<TokenStream> {
        let sessions = || {
            let operations = self.operations.iter();
            operations.filter_map(|operation| operation.member_session)
        };
        let has_permission = |session: &MemberSession| {
            let mut rules = session.fields.iter().map(|(_, rule)| rule);
            session.permission.is_some() || rules.any(|rule| matches!(rule, FieldRule::Needs(_)))
        };
        let mut names = vec!["Handler"];
        names.extend(sessions().any(has_permission).then_some("Permission"));
        names.extend(["Place", "Route"]);
        names.extend(sessions().next().map(|_| "Rules"));
        let names = names.into_iter().map(ident);
        let has_handler = self.operations.iter().any(|operation| operation.is_there);
        let operations = has_handler.then(|| {
            quote!(
                use crate::operations;
            )
        });
        let route = quote!(use crate::route::{#(#names),*};);
        let shape = quote!(
            use crate::shape::Shape;
        );
        operations.into_iter().chain([route, shape]).collect()
    }
}

impl<'a> Operation<'a> {
    fn new(
        group: &str,
        shapes: &Shapes<'a>,
        resource: &'a Resource,
        method: &'a Method,
        handlers: &BTreeSet<String>,
    ) -> Self {
        let name = format!("{group}.{}.{}", resource.name, method.name);
        let module: Vec<_> = resource.name.split('.').map(naming::snake).collect();
        let request = (!method.request.is_empty()).then(|| naming::request(&method.name));
        Self {
            place: (module.join("::"), naming::snake(&method.name)),
            verb: method.verb.as_str(),
            path: &method.path,
            fields: method.request.iter().map(field).collect(),
            shapes: shapes.of(method.request.iter()),
            member_session: method.traits.member_session.as_ref(),
            request,
            response: naming::response(&method.name),
            is_there: handlers.contains(&name),
            name,
        }
    }

    fn route(&self, group: &Group<'_>) -> TokenStream {
        let Self {
            name,
            path: template,
            ..
        } = self;
        let verb = ident(self.verb);
        let fields = self.fields.iter().map(|(name, place)| {
            let place = ident(place);
            quote!((#name, Place::#place))
        });
        let shapes = shapes::list(&self.shapes);
        let member_session = match self.member_session {
            None => quote!(None),
            Some(session) => rules(session),
        };
        let handler = self.handler(group);
        quote! {
            Route {
                operation: #name,
                verb: http::Method::#verb,
                path: #template,
                fields: &[#(#fields),*],
                shapes: #shapes,
                member_session: #member_session,
                handler: #handler,
            }
        }
    }

    fn handler(&self, group: &Group<'_>) -> TokenStream {
        if !self.is_there {
            return quote!(Handler::Missing);
        }
        let (module, name) = &self.place;
        let handler = path(&format!("operations::{}::{module}::{name}", group.name));
        let ty = |name: &str| path(&format!("{}::{module}::{name}", group.library));
        let response = ty(&self.response);
        match &self.request {
            None => quote!(Handler::Is(|call| call.answer_bare::<#response>(#handler))),
            Some(request) => {
                let request = ty(request);
                quote!(Handler::Is(|call| call.answer::<#request, #response>(#handler)))
            }
        }
    }
}

/// A field of the request, and where it travels. A query has texts alone, so that what is no text there
/// has to be told.
fn field(field: &Field) -> (&str, &'static str) {
    let place = match (field.place, &field.ty) {
        (Place::Path, _) => "Path",
        (Place::Query, Type::Bool | Type::Int32 | Type::Uint32) => "QueryJson",
        (Place::Query, _) => "Query",
        (Place::Body, _) => "Body",
    };
    (&field.wire, place)
}

fn rules(session: &MemberSession) -> TokenStream {
    let permission = match &session.permission {
        None => quote!(None),
        Some(permission) => {
            let permission = self::permission(permission);
            quote!(Some(#permission))
        }
    };
    let fields = session.fields.iter().map(|(name, rule)| {
        let name = &name.value;
        match rule {
            FieldRule::Refused => quote!((#name, None)),
            FieldRule::Needs(permission) => {
                let permission = self::permission(permission);
                quote!((#name, Some(#permission)))
            }
        }
    });
    quote! {
        Some(Rules {
            permission: #permission,
            fields: &[#(#fields),*],
        })
    }
}

fn permission(permission: &Permission) -> TokenStream {
    let Permission { action, resources } = permission;
    quote!(Permission { resources: &[#(#resources),*], action: #action })
}

fn index(secrets: &[&str]) -> Result<String, String> {
    let names = GROUPS.map(ident);
    let items = [
        quote!(#(mod #names;)*),
        quote!(
            use crate::route::Route;
        ),
        quote!(
            use crate::shape::Shape;
        ),
        quote! {
            /// All operations.
            pub(crate) fn routes() -> impl Iterator<Item = &'static Route> {
                [#(#names::ROUTES),*].into_iter().flatten()
            }
        },
        quote! {
            /// What is expected of a model that answers hold, by its name: `b2b.organizations.Member`.
            /// `None` if the spec knows all values of none of its fields.
            pub(crate) fn model(name: &str) -> Option<&'static Shape> {
                let mut models = [#(#names::MODELS),*].into_iter().flatten();
                models.find(|(known, _)| *known == name).map(|(_, shape)| *shape)
            }
        },
        quote! {
            /// The names of all fields that are secret somewhere, in order.
            pub(crate) const SECRETS: &[&str] = &[#(#secrets),*];
        },
    ];
    let docs = ["What the emulator knows from the spec.".to_owned()];
    rust::file("spec/", &docs, &items)
}

/// The names of all fields that are secret in some request, response or model.
fn secrets(api: &Api) -> BTreeSet<&str> {
    let fields = api.clients().into_iter().flat_map(|client| {
        let resources = client.resources.iter();
        let methods = resources.flat_map(|resource| &resource.methods);
        let calls = methods.flat_map(|method| method.request.iter().chain(&method.response));
        let models = client.types.iter().filter_map(|ty| match &ty.kind {
            Kind::Model(fields) => Some(fields),
            _ => None,
        });
        calls.chain(models.flatten())
    });
    fields
        .filter(|field| is_secret(&field.ty))
        .map(|field| field.wire.as_str())
        .collect()
}

fn is_secret(ty: &Type) -> bool {
    match ty {
        Type::Secret => true,
        Type::List(inner) | Type::Map(inner) => is_secret(inner),
        _ => false,
    }
}

fn supported(groups: &[Group<'_>]) -> String {
    let all = || groups.iter().flat_map(|group| &group.operations);
    let works = all().filter(|operation| operation.is_there).count();
    let count = all().count();
    let others = match works == count {
        true => "",
        false => " The others answer 501 with the error type\n`emulator_not_implemented`.",
    };
    let mut text = format!(
        "<!-- Generated from spec/ by `cargo xtask generate`. Do not edit. -->\n\n\
         # What is supported\n\n\
         {works} of {count} operations work.{others}\n"
    );
    for group in groups {
        let head = "| operation | | works |\n|---|---|---|\n";
        let _ = write!(text, "\n## {}\n\n{head}", group.title);
        for operation in &group.operations {
            let works = if operation.is_there { "yes" } else { "501" };
            let Operation {
                name, verb, path, ..
            } = operation;
            let _ = writeln!(text, "| `{name}` | `{verb} {path}` | {works} |");
        }
    }
    text
}

//! The emulator's side of the wire: a route for each operation, with the types of its request and its
//! response, and the table of what is supported.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use proc_macro2::TokenStream;
use quote::quote;

use super::Files;
use super::rust::{self, ident, path};
use crate::load::{FieldRule, MemberSession, Permission, Spec, Verb};
use crate::naming;
use crate::problem::Problems;
use crate::resolve::{Api, Client, Field, Kind, Method, Place, Resource, Type};

/// The folder of the generated code.
pub const FOLDER: &str = "stytch-emulator/src/generated";

/// The table of what is supported.
const SUPPORTED: &str = "stytch-emulator/SUPPORTED.md";

/// Reports names in the list of what is not supported that no operation has, and those that stand
/// there twice.
pub fn check(spec: &Spec, api: &Api, problems: &mut Problems) {
    let all: Vec<_> = groups(api)
        .iter()
        .flat_map(Group::operations)
        .map(|operation| operation.name)
        .collect();
    if all.is_empty() {
        // A part of the spec could not be read.
        return;
    }
    let mut seen = BTreeSet::new();
    for name in &spec.unsupported {
        let found = format!("`{}` in the list of what is not supported", name.value);
        if !all.contains(&name.value) {
            let candidates = all.iter().map(String::as_str);
            problems.push_name(
                &name.at,
                found,
                "the name of an operation, with its client in front, such as `b2b.sessions.get`",
                &name.value,
                candidates,
            );
        } else if !seen.insert(&name.value) {
            problems.push(&name.at, format!("{found}, again"), "each name once");
        }
    }
}

/// The generated files.
///
/// # Errors
/// A message if what is written can't be parsed, which is a mistake in the generator, or formatted.
pub fn files(api: &Api) -> Result<Files, String> {
    let missing = &api.unsupported;
    let groups = groups(api);
    let mut files = Files::new();
    for group in &groups {
        let text = group.file(missing)?;
        files.insert(format!("{FOLDER}/{}.rs", group.name), text);
    }
    files.insert(format!("{FOLDER}/mod.rs"), index(api, &groups)?);
    let mut files = rust::format(files)?;
    files.insert(SUPPORTED.to_owned(), supported(&groups, missing));
    Ok(files)
}

/// The operations of one client alone, or those that both offer.
struct Group<'a> {
    name: &'static str,
    title: &'static str,
    /// The client whose types are used.
    client: &'a Client,
    is_shared: bool,
}

/// An operation, and its name among those of all groups.
struct Operation<'a> {
    name: String,
    resource: &'a Resource,
    method: &'a Method,
}

fn groups(api: &Api) -> [Group<'_>; 3] {
    let group = |name, title, client, is_shared| Group {
        name,
        title,
        client,
        is_shared,
    };
    [
        group("b2b", "B2B", &api.b2b, false),
        group("consumer", "Consumer", &api.consumer, false),
        group("shared", "Both", &api.b2b, true),
    ]
}

impl<'a> Group<'a> {
    fn operations(&self) -> Vec<Operation<'a>> {
        let is_shared = |resource: &&Resource| resource.file.starts_with("spec/shared/");
        let resources = self.client.resources.iter();
        resources
            .filter(|resource| is_shared(resource) == self.is_shared)
            .flat_map(|resource| {
                resource
                    .methods
                    .iter()
                    .map(move |method| (resource, method))
            })
            .map(|(resource, method)| Operation {
                name: format!("{}.{}.{}", self.name, resource.name, method.name),
                resource,
                method,
            })
            .collect()
    }

    fn file(&self, missing: &BTreeSet<String>) -> Result<String, String> {
        let library = format!("stytch_{}", self.client.name);
        let operations = self.operations();
        let routes = operations
            .iter()
            .map(|operation| self.route(&library, operation, missing));
        let items = [quote! {
            pub(super) const ROUTES: &[Route] = &[#(#routes),*];
        }];
        let uses = uses(&operations, missing);
        let docs = [format!("The operations of the group `{}`.", self.name)];
        let source = match self.is_shared {
            true => "spec/shared".to_owned(),
            false => format!("spec/{}", self.name),
        };
        let items: Vec<_> = uses.into_iter().chain(items).collect();
        rust::file(&format!("{source} and spec/unsupported.txt"), &docs, &items)
    }

    fn route(
        &self,
        library: &str,
        operation: &Operation<'_>,
        missing: &BTreeSet<String>,
    ) -> TokenStream {
        let Operation {
            name,
            resource,
            method,
        } = operation;
        let verb = ident(match method.verb {
            Verb::Get => "GET",
            Verb::Post => "POST",
            Verb::Put => "PUT",
            Verb::Delete => "DELETE",
        });
        let template = &method.path;
        let fields = method.request.iter().map(field);
        let member_session = match &method.traits.member_session {
            None => quote!(None),
            Some(session) => rules(session),
        };
        let module = resource.name.split('.').map(naming::snake);
        let module = module.collect::<Vec<_>>().join("::");
        let handler = if missing.contains(name) {
            quote!(Handler::Missing)
        } else {
            let handler = path(&format!(
                "operations::{}::{module}::{}",
                self.name,
                naming::snake(&method.name)
            ));
            let ty = |name: String| path(&format!("{library}::{module}::{name}"));
            let response = ty(naming::response(&method.name));
            if method.request.is_empty() {
                quote!(Handler::Is(|call| call.answer_bare::<#response>(#handler)))
            } else {
                let request = ty(naming::request(&method.name));
                quote!(Handler::Is(|call| call.answer::<#request, #response>(#handler)))
            }
        };
        quote! {
            Route {
                operation: #name,
                verb: http::Method::#verb,
                path: #template,
                fields: &[#(#fields),*],
                member_session: #member_session,
                handler: #handler,
            }
        }
    }
}

/// What the file of these operations needs.
fn uses(operations: &[Operation<'_>], missing: &BTreeSet<String>) -> Vec<TokenStream> {
    let sessions = || {
        let traits = operations.iter().map(|operation| &operation.method.traits);
        traits.filter_map(|traits| traits.member_session.as_ref())
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
    let has_handler = operations
        .iter()
        .any(|operation| !missing.contains(&operation.name));
    let operations = has_handler.then(|| {
        quote!(
            use crate::operations;
        )
    });
    let route = quote!(use crate::route::{#(#names),*};);
    operations.into_iter().chain([route]).collect()
}

/// A field of the request, and where it travels. A query has texts alone, so that what is no text there
/// has to be told.
fn field(field: &Field) -> TokenStream {
    let name = &field.wire;
    let place = ident(match (field.place, &field.ty) {
        (Place::Path, _) => "Path",
        (Place::Query, Type::Bool | Type::Int32 | Type::Uint32) => "QueryJson",
        (Place::Query, _) => "Query",
        (Place::Body, _) => "Body",
    });
    quote!((#name, Place::#place))
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

fn index(api: &Api, groups: &[Group<'_>]) -> Result<String, String> {
    let secrets = secrets(api);
    let names: Vec<_> = groups.iter().map(|group| ident(group.name)).collect();
    let items = [
        quote!(#(mod #names;)*),
        quote!(
            use crate::route::Route;
        ),
        quote! {
            /// All operations.
            pub(crate) fn routes() -> impl Iterator<Item = &'static Route> {
                [#(#names::ROUTES),*].into_iter().flatten()
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
        let methods = client
            .resources
            .iter()
            .flat_map(|resource| &resource.methods);
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

fn supported(groups: &[Group<'_>], missing: &BTreeSet<String>) -> String {
    let all: Vec<_> = groups
        .iter()
        .map(|group| (group, group.operations()))
        .collect();
    let count = all
        .iter()
        .map(|(_, operations)| operations.len())
        .sum::<usize>();
    let works = count - missing.len();
    let mut text = format!(
        "<!-- Generated from spec/ by `cargo xtask generate`. Do not edit. -->\n\n\
         # What is supported\n\n\
         {works} of {count} operations work. The others answer 501 with the error type\n\
         `emulator_not_implemented`.\n"
    );
    for (group, operations) in all {
        let _ = write!(
            text,
            "\n## {}\n\n| operation | | works |\n|---|---|---|\n",
            group.title
        );
        for Operation { name, method, .. } in operations {
            let works = if missing.contains(&name) {
                "501"
            } else {
                "yes"
            };
            let Method { verb, path, .. } = method;
            let _ = writeln!(text, "| `{name}` | `{} {path}` | {works} |", verb.as_str());
        }
    }
    text
}

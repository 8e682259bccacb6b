//! Step 2: from the syntax model to a model in which every name is bound.
//!
//! Each client sees its own folder, `shared/` and the root vocabulary. In this order: all types are
//! bound, then what each method takes and gives; walking from the methods into the types shows which way
//! each travels, and with that the docs are found. A type that goes nowhere is not used.

mod declared;
mod direction;
mod doc_links;
mod docs;
mod draft;
mod events;
mod fields;
mod link;
mod method;
mod model;
mod names;
mod proof;
mod scope;
mod traits;
mod tree;
mod types;
mod usage;

pub use doc_links::{Target, split};
pub use model::*;
pub use proof::Proof;

use crate::load::{Folder, Spec};
use crate::problem::Problems;
use declared::Declared;
use draft::{Body, MethodDraft, TypeDraft};
use link::LinkDraft;
use scope::{Home, Scope};
use types::Table;
use usage::Usage;

/// Binds a spec. Problems are noted; the result is meaningful only if there are none.
pub fn resolve(spec: &Spec, problems: &mut Problems) -> Api {
    names::check(spec, problems);
    if problems.is_partial() {
        // What could stand anywhere would bring up problems that are none.
        let empty = |name| Client {
            name,
            types: Vec::new(),
            resources: Vec::new(),
            events: Vec::new(),
            samples: Vec::new(),
        };
        return Api {
            b2b: empty("b2b"),
            consumer: empty("consumer"),
            errors: Vec::new(),
        };
    }
    let mut usage = Usage::default();
    let mut client = |name, folder| {
        let scope = Scope::new(spec, name, folder, problems);
        tree::check(&scope, problems);
        let resolver = Resolver {
            table: Table::new(&scope),
            scope,
            usage: &mut usage,
            problems,
        };
        resolver.client()
    };
    let b2b = client("b2b", Folder::B2b);
    let consumer = client("consumer", Folder::Consumer);
    usage.report_unused(spec, problems);
    let declared = spec
        .vocabularies
        .iter()
        .flat_map(|vocabulary| &vocabulary.declarations.errors);
    let mut errors: Vec<_> = declared
        .map(|error| ErrorType {
            wire: error.name.value.clone(),
            docs: error.docs.value.clone(),
        })
        .collect();
    errors.sort_by(|a, b| a.wire.cmp(&b.wire));
    Api {
        b2b,
        consumer,
        errors,
    }
}

/// Binds what one client sees.
struct Resolver<'a, 'p> {
    scope: Scope<'a>,
    table: Table<'a>,
    usage: &'p mut Usage,
    problems: &'p mut Problems,
}

impl<'a> Resolver<'a, '_> {
    fn client(mut self) -> Client {
        let mut types = self.types();
        let mut methods = Vec::new();
        let mut links = Vec::new();
        for resource in self.scope.resources.clone() {
            for method in &resource.methods {
                methods.push(self.method(resource, method));
            }
            for link in &resource.links {
                links.push(self.link(resource, link));
            }
        }
        let events = self.events();
        let of_links = links.iter().map(|link| &link.method);
        direction::spread(&mut types, methods.iter().chain(of_links), &events);
        direction::report(&types, self.problems);
        let resources = self.finish_resources(methods, links, &types);
        let mut client = Client {
            name: self.scope.client,
            types: self.finish_types(types),
            resources,
            events,
            samples: self.samples(),
        };
        client.drop_unused_types();
        doc_links::check(&client, &self.scope, self.problems);
        client
    }

    fn samples(&self) -> Vec<(String, String)> {
        let vocabularies = self.scope.vocabularies.iter();
        let ids = vocabularies.flat_map(|vocabulary| &vocabulary.declarations.ids);
        ids.filter_map(|id| Some((id.name.value.clone(), id.sample.as_ref()?.value.clone())))
            .collect()
    }

    fn finish_resources(
        &mut self,
        methods: Vec<MethodDraft<'a>>,
        links: Vec<LinkDraft<'a>>,
        types: &[TypeDraft<'a>],
    ) -> Vec<Resource> {
        let mut resources: Vec<_> = self
            .scope
            .resources
            .iter()
            .map(|resource| Resource {
                name: resource.name.value.clone(),
                file: resource.name.at.file.to_string(),
                at: resource.name.at.clone(),
                path: resource.path.as_ref().map(|path| path.value.clone()),
                docs: resource.docs.value.clone(),
                methods: Vec::new(),
                links: Vec::new(),
            })
            .collect();
        let place = |resources: &[Resource], of: &MethodDraft<'_>| {
            let at = &of.resource.name.at;
            resources.iter().position(|resource| resource.at == *at)
        };
        for method in methods {
            let home = place(&resources, &method);
            if let Some(home) = home.and_then(|home| resources.get_mut(home)) {
                home.methods.push(self.finish_method(method, types));
            }
        }
        for link in links {
            let home = place(&resources, &link.method);
            if let Some(home) = home.and_then(|home| resources.get_mut(home)) {
                home.links.push(self.finish_link(link, types));
            }
        }
        resources
    }

    fn finish_types(&mut self, types: Vec<TypeDraft<'a>>) -> Vec<TypeDef> {
        let mut finished = Vec::with_capacity(types.len());
        for draft in types {
            let TypeDraft {
                declared,
                home,
                body,
                direction,
            } = draft;
            let role = direction.role();
            if role.is_some() {
                self.usage.mark(declared.name());
            }
            let kind = match (declared, body) {
                (Declared::Enum(set), _) => {
                    Kind::Enum(set.values.iter().map(Variant::from).collect())
                }
                (_, Body::Enum) => Kind::Enum(Vec::new()),
                (_, Body::Id(from)) => Kind::Id(from),
                (Declared::Filter(_), Body::Fields(conditions)) if role.is_some() => Kind::Filter(
                    conditions
                        .into_iter()
                        .map(|condition| Condition {
                            wire: condition.decl.name.value.clone(),
                            docs: self.docs(home, &condition, Role::Sent, true),
                            deprecated: condition
                                .decl
                                .deprecated
                                .as_ref()
                                .map(|text| text.value.clone()),
                            ty: condition.ty,
                        })
                        .collect(),
                ),
                (_, Body::Fields(fields)) => Kind::Model(match role {
                    Some(role) => {
                        // What could not be read or bound may send or receive it as well.
                        let knows_all = self.scope.is_whole() && !self.problems.has_unknown();
                        let is_certain = role == Role::Both || knows_all;
                        self.finish(home, fields, role, is_certain)
                    }
                    None => Vec::new(),
                }),
            };
            finished.push(TypeDef {
                name: declared.name().value.clone(),
                file: declared.name().at.file.to_string(),
                at: declared.name().at.clone(),
                home: match home {
                    Home::Resource(resource) => Some(resource.name.value.clone()),
                    Home::Vocabulary(_) => None,
                },
                docs: declared.docs().value.clone(),
                direction,
                kind,
            });
        }
        finished
    }
}

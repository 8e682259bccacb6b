//! Walks from the operations into both descriptions at once.

mod fields;
mod types;

use std::collections::{HashMap, HashSet};

use super::finding::{Finding, Kind};
use super::home;
use super::matching::{self, Site};
use super::openapi::{self, Body, Document, Operation};
use super::owner::{Gap, Owner};
use super::schema::Property;
use super::shared;
use crate::resolve::{Api, Place, TypeIndex};

/// A list of fields in the spec while it is compared.
struct Spot<'s, 'd> {
    owner: Owner<'s>,
    /// The way that led to a type.
    route: Option<String>,
    /// The schema on the other side.
    schema: Option<&'d str>,
}

impl Spot<'_, '_> {
    /// The method and the fields by which one comes to `field`.
    fn way_to(&self, field: &str) -> String {
        match &self.route {
            Some(route) => format!("{route}.{field}"),
            None => format!("{} {}", self.owner.name(), self.owner.field(field)),
        }
    }
}

/// A field on the side of the file.
struct Theirs<'d> {
    property: Property<'d>,
    /// Where it travels in a request; `None` for a header or cookie.
    place: Option<Place>,
    schema: Option<&'d str>,
}

/// The outcome.
pub(super) struct Comparison<'s, 'd> {
    pub(super) document: &'d Document<'d>,
    /// The differences, each once, with what is to be added.
    pub(super) found: Vec<(Finding, Gap<'s, 'd>)>,
    /// Which type of a client a schema was compared with.
    pub(super) types: HashMap<(&'static str, usize), TypeIndex>,
    /// What a schema is in the spec, and the way there.
    pub(super) places: HashMap<usize, (Owner<'s>, Option<String>)>,
    /// The names of operations, and their methods.
    pub(super) named: Vec<(&'d str, Site<'s>)>,
    /// The methods by verb and path of their operations.
    operations: HashMap<(&'d str, &'d str), Site<'s>>,
    walked: HashSet<(&'static str, TypeIndex, usize)>,
    known: HashSet<(Kind, String, String, String, String)>,
}

/// Compares the whole spec with a whole file.
pub(super) fn compare<'s, 'd>(api: &'s Api, document: &'d Document<'d>) -> Comparison<'s, 'd> {
    let sites = matching::sites(api);
    let pairs = matching::pair(&sites, &document.operations);
    let mut this = Comparison {
        document,
        found: Vec::new(),
        types: HashMap::new(),
        places: HashMap::new(),
        named: Vec::new(),
        operations: HashMap::new(),
        walked: HashSet::new(),
        known: HashSet::new(),
    };
    let mut matched = Vec::new();
    for (site, index) in sites.iter().zip(&pairs.of_site) {
        match index.and_then(|index| document.operations.get(index)) {
            Some(operation) => {
                this.operation(*site, operation);
                let key = (operation.verb.as_str(), operation.path);
                this.operations.insert(key, *site);
                this.named.extend(operation.id.map(|id| (id, *site)));
                matched.push((*site, operation));
            }
            None => this.whole(*site, Kind::ExtraOperation, &site.http(), ""),
        }
    }
    shared::collapse(&matched, &mut this.found);
    for index in pairs.rest {
        let Some(operation) = document.operations.get(index) else {
            continue;
        };
        let finding = Finding {
            kind: Kind::MissingOperation,
            file: home::home(&sites, &this.named, operation).file,
            owner: format!("{} {}", operation.verb, operation.path),
            field: String::new(),
            spec: String::new(),
            openapi: operation
                .id
                .unwrap_or("an operation without a name")
                .to_owned(),
            route: None,
            schema: None,
        };
        this.found.push((finding, Gap::Operation(index)));
    }
    this
}

impl<'s, 'd> Comparison<'s, 'd> {
    /// The method of an operation, which is given by verb and path.
    pub(super) fn of_operation(&self, http: &str) -> Option<Site<'s>> {
        let key = http.split_once(' ')?;
        self.operations.get(&key).copied()
    }

    /// The operations that have a method.
    pub(super) fn matched(&self) -> impl Iterator<Item = &'d Operation<'d>> + use<'_, 's, 'd> {
        let known = |operation: &&Operation<'_>| {
            let key = (operation.verb.as_str(), operation.path);
            self.operations.contains_key(&key)
        };
        self.document.operations.iter().filter(known)
    }

    pub(super) fn push(&mut self, finding: Finding, gap: Gap<'s, 'd>) {
        if self.known.insert(finding.identity()) {
            self.found.push((finding, gap));
        }
    }

    /// Notes a difference of a method as a whole.
    fn whole(&mut self, site: Site<'s>, kind: Kind, spec: &str, openapi: &str) {
        let finding = Finding {
            kind,
            file: site.resource.file.clone(),
            owner: site.name(),
            field: String::new(),
            spec: spec.to_owned(),
            openapi: openapi.to_owned(),
            route: None,
            schema: None,
        };
        self.push(finding, Gap::None);
    }

    fn at(
        &mut self,
        spot: &Spot<'s, 'd>,
        kind: Kind,
        field: &str,
        spec: String,
        openapi: String,
        gap: Gap<'s, 'd>,
    ) {
        let finding = Finding {
            kind,
            file: spot.owner.file().to_owned(),
            owner: spot.owner.name(),
            field: spot.owner.field(field),
            spec,
            openapi,
            route: spot.route.clone(),
            schema: spot.schema.map(str::to_owned),
        };
        self.push(finding, gap);
    }

    /// Notes which part of the spec the schema of a body is.
    fn place(&mut self, owner: Owner<'s>, body: &Body<'d>) {
        if let Some(schema) = body.schema {
            self.places.entry(schema.key()).or_insert((owner, None));
        }
    }

    fn operation(&mut self, site: Site<'s>, operation: &'d Operation<'d>) {
        let verb = site.method.verb.as_str();
        if operation.verb != verb {
            self.whole(site, Kind::Verb, verb, &operation.verb);
        }
        if operation.path != site.method.path {
            self.whole(site, Kind::Path, &site.method.path, operation.path);
        }
        if operation.server.is_some() != site.method.traits.fraud {
            let spec = if site.method.traits.fraud {
                "fraud"
            } else {
                "api"
            };
            self.whole(
                site,
                Kind::Server,
                spec,
                operation.server.unwrap_or("the servers of the whole file"),
            );
        }
        let accepted = |accepted: bool| if accepted { "accepted" } else { "not accepted" };
        let spec = accepted(site.method.traits.member_session.is_some());
        let headers = &operation.session_headers;
        let file = match openapi::SESSION_HEADERS.map(|name| headers.iter().any(|it| it == name)) {
            [true, false] => format!("only {}", openapi::SESSION_HEADERS[0]),
            [false, true] => format!("only {}", openapi::SESSION_HEADERS[1]),
            [both, _] => accepted(both).to_owned(),
        };
        if spec != file {
            self.whole(site, Kind::MemberSession, spec, &file);
        }
        let outgoing = site.method.deprecated.is_some();
        if outgoing != operation.deprecated {
            let (spec, file) = (in_use(outgoing), in_use(operation.deprecated));
            self.whole(site, Kind::DeprecatedOperation, spec, file);
        }
        for (side, text) in &operation.unreadable {
            let finding = Finding {
                kind: Kind::Unreadable,
                file: site.resource.file.clone(),
                owner: site.name(),
                field: side.clone(),
                spec: String::new(),
                openapi: text.clone(),
                route: None,
                schema: None,
            };
            self.push(finding, Gap::None);
        }
        let unreadable = |side: &str| operation.unreadable.iter().any(|(other, _)| other == side);
        if !unreadable("request") {
            let mut theirs = parameters(site, operation);
            theirs.extend(body(&operation.request));
            let moved = operation.path != site.method.path;
            let ours = site.method.request.iter().filter(|field| {
                !moved
                    || field.place != Place::Path
                    || theirs.iter().any(|other| other.property.name == field.wire)
            });
            let spot = Spot {
                owner: Owner::Request(site),
                route: None,
                schema: name(&operation.request),
            };
            self.place(spot.owner, &operation.request);
            self.fields(&spot, &ours.collect::<Vec<_>>(), &theirs);
        }
        if !unreadable("response") {
            let theirs: Vec<_> = body(&operation.response).collect();
            let spot = Spot {
                owner: Owner::Response(site),
                route: None,
                schema: name(&operation.response),
            };
            self.place(spot.owner, &operation.response);
            self.fields(
                &spot,
                &site.method.response.iter().collect::<Vec<_>>(),
                &theirs,
            );
        }
    }
}

/// Whether something is on its way out, in words.
fn in_use(deprecated: bool) -> &'static str {
    if deprecated { "deprecated" } else { "in use" }
}

fn name<'d>(body: &Body<'d>) -> Option<&'d str> {
    body.schema.and_then(|schema| schema.name)
}

fn body<'d>(body: &'d Body<'d>) -> impl Iterator<Item = Theirs<'d>> {
    body.fields.iter().map(|property| Theirs {
        property: property.clone(),
        place: Some(Place::Body),
        schema: name(body),
    })
}

/// The parameters. Where the paths differ, that is what there is to say about those in the path.
fn parameters<'d>(site: Site<'_>, operation: &'d Operation<'d>) -> Vec<Theirs<'d>> {
    let known = |name: &str| site.method.request.iter().any(|field| field.wire == name);
    operation
        .parameters
        .iter()
        .filter(|parameter| {
            operation.path == site.method.path
                || parameter.place != Some(Place::Path)
                || known(parameter.property.name)
        })
        .map(|parameter| Theirs {
            property: parameter.property.clone(),
            place: parameter.place,
            schema: None,
        })
        .collect()
}

//! `spec/openapi.lock`: what the vendor's file said when somebody last looked at it, where the spec has
//! no place for it. Texts are there as hashes, since they are the vendor's, and so are names, so that the
//! file stays small: a finding names the place by what the vendor's file says now.

mod kept;

use std::collections::{BTreeMap, BTreeSet};

use super::compare::Comparison;
use super::finding::{Finding, Kind};
use super::notes::{FILE, Note, Notes, WHOLE};
use super::owner::Gap;
use kept::{Change, Group};
pub(super) use kept::{Lock, read, write};

/// Where the file stands in the repository.
pub const PATH: &str = "spec/openapi.lock";

/// Notes where the file says something else than what was kept: `now` about the operations that the
/// spec has, `all` about all.
pub(super) fn compare(kept: &Lock, now: &Notes, all: &Notes, outcome: &mut Comparison<'_, '_>) {
    let renamed = kept.renamed(all);
    let mut found = Vec::new();
    for (name, members) in groups(now) {
        match kept.group(name).or_else(|| renamed.get(name).copied()) {
            Some(old) => found.extend(changes(name, old, &members, outcome)),
            None => found.extend(new(name, &members, outcome)),
        }
    }
    for finding in found {
        outcome.push(finding, Gap::None);
    }
}

const NEW: &str = "it is new";

/// The members of a group and what is said there.
type Members<'n> = BTreeMap<&'n str, &'n Note>;

fn groups(notes: &Notes) -> BTreeMap<&str, Members<'_>> {
    let mut groups: BTreeMap<&str, Members<'_>> = BTreeMap::new();
    for (place, note) in notes {
        let members = groups.entry(&place.group).or_default();
        members.insert(&place.member, note);
    }
    groups
}

/// A group that was not there.
fn new(group: &str, members: &Members<'_>, outcome: &Comparison<'_, '_>) -> Option<Finding> {
    let schema = members.values().find_map(|note| note.schema);
    let spot = Spot::of(outcome, group, WHOLE, schema);
    let known = |(finding, _): &(Finding, Gap<'_, '_>)| {
        finding.kind == Kind::ExtraOperation && finding.spec == group
    };
    let known = outcome.found.iter().any(known);
    (!known).then(|| spot.finding(Kind::Text, String::new(), NEW.to_owned()))
}

/// What a group says otherwise than before.
fn changes(
    group: &str,
    old: &Group,
    members: &Members<'_>,
    outcome: &Comparison<'_, '_>,
) -> Vec<Finding> {
    let around = members.values().find_map(|note| note.schema);
    let spot = |member: &str| {
        let note = members.get(member);
        let schema = note.and_then(|note| note.schema).or(around);
        Spot::of(outcome, group, member, schema)
    };
    let mut found = Vec::new();
    let now = Group::of(members);
    for change in old.changes(&now, members) {
        let (member, said) = match change {
            Change::New(member) => (member, said(NEW, members.get(member).copied())),
            Change::Other(member) => (member, said("it has changed", members.get(member).copied())),
            Change::Gone(1) => (WHOLE, "a text is no longer there".to_owned()),
            Change::Gone(count) => (WHOLE, format!("{count} texts are no longer there")),
        };
        let spot = spot(member);
        // A field that comes or goes is one piece of news.
        let is_noted = match change {
            Change::Gone(_) => spot.lacks_a_field(outcome),
            Change::New(_) | Change::Other(_) => spot.is_noted(outcome),
        };
        if !is_noted {
            found.push(spot.finding(Kind::Text, String::new(), said));
        }
    }
    let facts: BTreeSet<_> = old.facts.keys().chain(now.facts.keys()).collect();
    for fact in facts {
        let side = |group: &Group| {
            let value = group.facts.get(fact);
            value.map_or_else(String::new, |value| format!("{}={value}", fact.1))
        };
        let (old, new) = (side(old), side(&now));
        let spot = spot(&fact.0);
        let is_news = old.is_empty() || new.is_empty();
        if old != new && !(is_news && spot.is_noted(outcome)) {
            found.push(spot.finding(Kind::Fact, old, new));
        }
    }
    found
}

/// What has become of a text, and what it quotes now.
fn said(what: &str, note: Option<&Note>) -> String {
    let quoted = note.into_iter().flat_map(|note| &note.quoted);
    let quoted: Vec<_> = quoted.map(|text| format!("`{text}`")).collect();
    if quoted.is_empty() {
        what.to_owned()
    } else {
        format!("{what}, and quotes {}", quoted.join(", "))
    }
}

/// Where in the spec a place of the file belongs.
struct Spot {
    file: String,
    owner: String,
    field: String,
    route: Option<String>,
}

impl Spot {
    fn of(outcome: &Comparison<'_, '_>, group: &str, member: &str, schema: Option<usize>) -> Self {
        let member = Some(member).filter(|member| *member != WHOLE);
        let plain = || member.unwrap_or_default().to_owned();
        if let Some(site) = outcome.of_operation(group) {
            return Self {
                file: site.resource.file.clone(),
                owner: site.name(),
                field: plain(),
                route: None,
            };
        }
        if let Some((owner, route)) = schema.and_then(|schema| outcome.places.get(&schema)) {
            return Self {
                file: owner.file().to_owned(),
                owner: owner.name(),
                field: member.map_or_else(|| owner.side().to_owned(), |member| owner.field(member)),
                route: route.clone(),
            };
        }
        let owner = match group {
            FILE => "the whole file",
            group => group,
        };
        Self {
            file: PATH.to_owned(),
            owner: owner.to_owned(),
            field: plain(),
            route: None,
        }
    }

    /// Whether the field is known to be missing from one of the two sides.
    fn is_noted(&self, outcome: &Comparison<'_, '_>) -> bool {
        outcome.found.iter().any(|(finding, _)| {
            let inside = self.field.strip_prefix(&finding.field);
            matches!(finding.kind, Kind::MissingField | Kind::ExtraField)
                && finding.owner == self.owner
                && inside
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[', '{', '|']))
        })
    }

    /// Whether something is known to be missing from the vendor's side of it.
    fn lacks_a_field(&self, outcome: &Comparison<'_, '_>) -> bool {
        let mut found = outcome.found.iter();
        found.any(|(finding, _)| finding.kind == Kind::ExtraField && finding.owner == self.owner)
    }

    fn finding(&self, kind: Kind, spec: String, openapi: String) -> Finding {
        Finding {
            kind,
            file: self.file.clone(),
            owner: self.owner.clone(),
            field: self.field.clone(),
            spec,
            openapi,
            route: self.route.clone(),
            schema: None,
        }
    }
}

/// The finding that nothing has been kept so far.
pub(super) fn missing() -> Finding {
    let spot = Spot {
        file: PATH.to_owned(),
        owner: "the whole file".to_owned(),
        field: String::new(),
        route: None,
    };
    let said = "nothing is kept of it; write it with `cargo xtask drift FILE --lock`";
    spot.finding(Kind::Text, String::new(), said.to_owned())
}

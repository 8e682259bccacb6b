//! `spec/openapi.lock`: what the vendor's file said when somebody last looked at it, where the spec has
//! no place for it. Texts are there as hashes, since they are the vendor's.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::compare::Comparison;
use super::finding::{Finding, Kind};
use super::notes::{FILE, Hash, Note, Notes, Place, WHOLE};
use super::owner::Gap;

/// Where the file stands in the repository.
pub const PATH: &str = "spec/openapi.lock";

const HEADER: &str = "\
# What the vendor's OpenAPI file says where the spec has no place for it: hashes of texts and of what they
# quote, and facts. `cargo xtask drift FILE` reports what differs, `cargo xtask drift FILE --lock` writes
# this file anew.
";

/// The notes as a file: a line for each group, and below it one for each member.
pub(super) fn write(notes: &Notes) -> String {
    let mut text = HEADER.to_owned();
    let mut group = "";
    for (place, note) in notes {
        if place.group != group {
            group = &place.group;
            // Writing to a `String` does not fail.
            let _ = write!(text, "\n{group}\n");
        }
        if note.is_empty() {
            continue;
        }
        let _ = write!(text, "  {}", place.member);
        if let Some(hash) = note.text {
            let _ = write!(text, " {hash}");
        }
        if let Some(hash) = note.quotes {
            let _ = write!(text, "+{hash}");
        }
        for (name, value) in &note.facts {
            let _ = write!(text, " {name}={value}");
        }
        text.push('\n');
    }
    text
}

/// Reads the file's text.
///
/// # Errors
/// A message with file and line for a line that the generator does not write.
pub(super) fn read(text: &str) -> Result<Notes, String> {
    let mut notes = Notes::new();
    let mut group: Option<&str> = None;
    for (index, line) in text.lines().enumerate() {
        let odd = || {
            format!(
                "{PATH}:{}: a line that does not belong there; write the file anew with `cargo xtask drift FILE --lock`",
                index + 1
            )
        };
        if line.starts_with('#') || line.is_empty() {
            continue;
        }
        let Some(rest) = line.strip_prefix("  ") else {
            let plain = |letter: char| letter.is_ascii_graphic() || letter == ' ';
            // The last few are what git leaves in a conflict.
            let odd_sign = line.starts_with([' ', '<', '>', '=', '|']);
            let new = notes.insert(Place::new(line, WHOLE), Note::default());
            if new.is_some() || odd_sign || !line.chars().all(plain) {
                return Err(odd());
            }
            group = Some(line);
            continue;
        };
        let (Some(group), Some((member, note))) = (group, member(rest)) else {
            return Err(odd());
        };
        let known = notes.insert(Place::new(group, member), note);
        if known.is_some_and(|known| member != WHOLE || !known.is_empty()) {
            return Err(odd());
        }
    }
    Ok(notes)
}

fn member(line: &str) -> Option<(&str, Note)> {
    let mut words = line.split(' ').peekable();
    let member = words.next().filter(|member| !member.is_empty())?;
    let mut note = Note::default();
    if let Some(hashes) = words.next_if(|word| !word.contains('=')) {
        let (text, quotes) = match hashes.split_once('+') {
            Some((text, quotes)) => (text, Some(hash(quotes)?)),
            None => (hashes, None),
        };
        (note.text, note.quotes) = (Some(hash(text)?), quotes);
    }
    for word in words {
        let (name, value) = word.split_once('=')?;
        note.facts.insert(name.to_owned(), value.to_owned());
    }
    Some((member, note))
}

fn hash(word: &str) -> Option<Hash> {
    let digits = word.len() == 8 && word.chars().all(|digit| digit.is_ascii_hexdigit());
    digits.then(|| u32::from_str_radix(word, 16).ok().map(Hash))?
}

/// Notes where the file says something else than what was kept: `now` about the operations that the
/// spec has, `all` about all.
pub(super) fn compare(kept: &Notes, now: &Notes, all: &Notes, outcome: &mut Comparison<'_, '_>) {
    let (kept, now, all) = (groups(kept), groups(now), groups(all));
    let renamed = renamed(&kept, &all);
    let mut found = Vec::new();
    for (group, members) in &now {
        let old = renamed.get(group).copied().unwrap_or(group);
        match kept.get(old) {
            Some(old) => found.extend(changes(group, old, members, outcome)),
            None => found.extend(whole(group, members, NEW, outcome)),
        }
    }
    // A schema that is gone shows in the operations and fields that had it.
    for (group, members) in kept.iter().filter(|(group, _)| group.contains(' ')) {
        if !all.contains_key(group) && !renamed.values().any(|old| old == group) {
            found.extend(whole(group, members, GONE, outcome));
        }
    }
    for finding in found {
        outcome.push(finding, Gap::None);
    }
}

const NEW: &str = "it is new";
const GONE: &str = "it is no longer there";

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

/// A group as a whole, unless it is an operation of which that is said already.
fn whole(
    group: &str,
    members: &Members<'_>,
    said: &str,
    outcome: &Comparison<'_, '_>,
) -> Option<Finding> {
    let schema = members.values().find_map(|note| note.schema);
    let spot = Spot::of(outcome, group, WHOLE, schema);
    let known = |(finding, _): &(Finding, Gap<'_, '_>)| {
        finding.kind == Kind::ExtraOperation && finding.spec == group
    };
    let known = outcome.found.iter().any(known);
    (!known).then(|| spot.finding(Kind::Text, String::new(), said.to_owned()))
}

/// The differences between the members of a group.
fn changes(
    group: &str,
    kept: &Members<'_>,
    now: &Members<'_>,
    outcome: &Comparison<'_, '_>,
) -> Vec<Finding> {
    let around = now.values().find_map(|note| note.schema);
    let mut found = Vec::new();
    let members: BTreeSet<&str> = kept.keys().chain(now.keys()).copied().collect();
    let nothing = Note::default();
    for member in members {
        let (old, new) = (kept.get(member).copied(), now.get(member).copied());
        let schema = new.and_then(|note| note.schema).or(around);
        let spot = Spot::of(outcome, group, member, schema);
        // A field that comes or goes is one piece of news.
        if (old.is_none() || new.is_none()) && spot.is_noted(outcome) {
            continue;
        }
        let (old, new) = (old.unwrap_or(&nothing), new.unwrap_or(&nothing));
        if (old.text, old.quotes) != (new.text, new.quotes) {
            found.push(spot.finding(Kind::Text, String::new(), said(old, new)));
        }
        let names: BTreeSet<&String> = old.facts.keys().chain(new.facts.keys()).collect();
        for name in names {
            let side = |note: &Note| {
                let value = note.facts.get(name);
                value.map_or_else(String::new, |value| format!("{name}={value}"))
            };
            let (old, new) = (side(old), side(new));
            if old != new {
                found.push(spot.finding(Kind::Fact, old, new));
            }
        }
    }
    found
}

/// Groups that say the same under another name, which does not travel: the new names and the old.
fn renamed<'n>(
    kept: &BTreeMap<&'n str, Members<'n>>,
    all: &BTreeMap<&'n str, Members<'n>>,
) -> BTreeMap<&'n str, &'n str> {
    let same = |members: &Members<'_>, others: &Members<'_>| {
        members.len() == others.len()
            && members
                .iter()
                .zip(others)
                .all(|((a, note), (b, other))| a == b && note.says(other))
    };
    let mut gone: Vec<_> = kept
        .iter()
        .filter(|(name, _)| !all.contains_key(*name))
        .collect();
    let mut renamed = BTreeMap::new();
    for (name, members) in all.iter().filter(|(name, _)| !kept.contains_key(*name)) {
        if let Some(index) = gone.iter().position(|(_, others)| same(members, others)) {
            renamed.insert(*name, *gone.remove(index).0);
        }
    }
    renamed
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

/// What has become of a text.
fn said(old: &Note, new: &Note) -> String {
    let what = match (old.text, new.text) {
        (None, _) => NEW,
        (_, None) => return GONE.to_owned(),
        _ => "it has changed",
    };
    if old.quotes == new.quotes {
        return what.to_owned();
    }
    if new.quoted.is_empty() {
        return format!("{what}, and quotes nothing any more");
    }
    let quoted: Vec<_> = new.quoted.iter().map(|text| format!("`{text}`")).collect();
    format!("{what}, and quotes {}", quoted.join(", "))
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

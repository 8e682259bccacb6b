//! The file: a line for each operation and schema, with the hash of its name and one for each of its
//! texts, and below it the facts.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::{Members, PATH, groups};
use crate::drift::notes::{Hash, Note, Notes};

const HEADER: &str = "\
# What the vendor's OpenAPI file says where the spec has no place for it: for each operation and schema a
# hash of its name and of each of its texts, and facts. `cargo xtask drift FILE` reports what differs,
# `cargo xtask drift FILE --lock` writes this file anew.

";

/// Digits of the hash of a name: enough that no two of a file are the same.
const NAME: usize = 6;

/// Digits of the hash of a text, which is only held against others of the same place.
const TEXT: usize = 5;

/// What is kept of a whole file, by the hash of the operation's or schema's name.
pub(in crate::drift) struct Lock(BTreeMap<String, Group>);

/// What is kept of an operation or a schema.
#[derive(Default, PartialEq, Eq)]
pub(super) struct Group {
    /// The hashes of its texts, in the order of their places.
    texts: Vec<String>,
    /// Its facts, by place and name.
    pub(super) facts: BTreeMap<(String, String), String>,
}

/// How the texts of a group differ from those that were kept.
#[derive(Clone, Copy)]
pub(super) enum Change<'n> {
    /// The text at this place was not there.
    New(&'n str),
    /// The text at this place was another.
    Other(&'n str),
    /// So many texts are gone; nothing is kept of where they stood.
    Gone(usize),
}

impl Lock {
    pub(super) fn group(&self, name: &str) -> Option<&Group> {
        self.0.get(&digits(name, NAME))
    }

    /// Groups that say the same as one that is gone, by their names. A name does not travel.
    pub(super) fn renamed<'n>(&self, all: &'n Notes) -> BTreeMap<&'n str, &Group> {
        let all = groups(all);
        let names: BTreeSet<String> = all.keys().map(|name| digits(name, NAME)).collect();
        let gone = self.0.iter().filter(|(name, _)| !names.contains(*name));
        let mut gone: Vec<&Group> = gone.map(|(_, group)| group).collect();
        let mut renamed = BTreeMap::new();
        for (name, members) in all.iter().filter(|(name, _)| self.group(name).is_none()) {
            let now = Group::of(members);
            if let Some(index) = gone.iter().position(|old| **old == now) {
                renamed.insert(*name, gone.remove(index));
            }
        }
        renamed
    }
}

impl Group {
    pub(super) fn of(members: &Members<'_>) -> Self {
        let facts = members.iter().flat_map(|(member, note)| {
            let facts = note.facts.iter();
            facts.map(|(name, value)| (((*member).to_owned(), name.clone()), value.clone()))
        });
        Self {
            texts: texts(members).map(|(_, text)| text).collect(),
            facts: facts.collect(),
        }
    }

    /// How the texts of `now`, which stand in `members`, differ: texts that are the same keep their
    /// order, and what lies between two of them on both sides is held against each other.
    pub(super) fn changes<'n>(&self, now: &Self, members: &Members<'n>) -> Vec<Change<'n>> {
        if self.texts == now.texts {
            return Vec::new();
        }
        let same = |place: &str| now.texts.iter().any(|text| text == place);
        let mut changes = Vec::new();
        let (mut gone, mut old) = (0, self.texts.iter().peekable());
        for (member, text) in texts(members) {
            if self.texts.contains(&text) {
                // What was between the last that is the same and this one.
                while old.next_if(|kept| **kept != text).is_some() {
                    gone += 1;
                }
                old.next();
            } else if old.next_if(|kept| !same(kept)).is_some() {
                changes.push(Change::Other(member));
            } else {
                changes.push(Change::New(member));
            }
        }
        gone += old.count();
        if gone > 0 {
            changes.push(Change::Gone(gone));
        }
        changes
    }
}

/// The places that have a text, each with its hash.
fn texts<'n>(members: &Members<'n>) -> impl Iterator<Item = (&'n str, String)> {
    members.iter().filter_map(|(member, note)| {
        let said = said(note)?;
        Some((*member, digits(&format!("{member} {said}"), TEXT)))
    })
}

/// The text of a note and what it quotes, as hashes.
fn said(note: &Note) -> Option<String> {
    let quotes = note.quotes.map(|hash| hash.to_string());
    Some(format!("{}+{}", note.text?, quotes.unwrap_or_default()))
}

fn digits(text: &str, count: usize) -> String {
    let mut digits = Hash::of(text).to_string();
    digits.truncate(count);
    digits
}

/// The notes as a file: the hashes of the texts of a group stand without a space, since all are as long.
pub(in crate::drift) fn write(notes: &Notes) -> String {
    let mut file = HEADER.to_owned();
    for (name, members) in groups(notes) {
        let group = Group::of(&members);
        let texts = group.texts.concat();
        let line = format!("{} {texts}", digits(name, NAME));
        file.push_str(line.trim_end());
        file.push('\n');
        for ((member, fact), value) in &group.facts {
            // Writing to a `String` does not fail.
            let _ = writeln!(file, "  {member} {fact}={value}");
        }
    }
    file
}

/// Reads the file's text.
///
/// # Errors
/// A message with file and line for a line that the generator does not write.
pub(in crate::drift) fn read(text: &str) -> Result<Lock, String> {
    let mut kept = BTreeMap::new();
    let mut last: Option<String> = None;
    for (index, line) in text.lines().enumerate() {
        if line.starts_with('#') || line.is_empty() {
            continue;
        }
        let understood = match (line.strip_prefix("  "), &last) {
            (Some(fact), Some(name)) => kept.get_mut(name).and_then(|group| add_fact(group, fact)),
            (Some(_), None) => None,
            (None, _) => group(line).and_then(|(name, group)| {
                last = Some(name.clone());
                kept.insert(name, group).is_none().then_some(())
            }),
        };
        if understood.is_none() {
            return Err(format!(
                "{PATH}:{}: a line that does not belong there; write the file anew with \
                 `cargo xtask drift FILE --lock`",
                index + 1
            ));
        }
    }
    Ok(Lock(kept))
}

fn group(line: &str) -> Option<(String, Group)> {
    let (name, texts) = line.split_once(' ').unwrap_or((line, ""));
    let is_hash = |word: &str| word.chars().all(|digit| digit.is_ascii_hexdigit());
    let is_whole = name.len() == NAME && texts.len() % TEXT == 0 && !line.ends_with(' ');
    if !is_whole || !is_hash(name) || !is_hash(texts) {
        return None;
    }
    let texts = texts.as_bytes().chunks(TEXT);
    let texts = texts.map(|text| String::from_utf8_lossy(text).into_owned());
    let texts = texts.collect();
    let facts = BTreeMap::new();
    Some((name.to_owned(), Group { texts, facts }))
}

fn add_fact(group: &mut Group, line: &str) -> Option<()> {
    let (member, fact) = line.split_once(' ')?;
    let (name, value) = fact.split_once('=')?;
    if member.is_empty() || name.is_empty() || value.contains(' ') {
        return None;
    }
    let fact = (member.to_owned(), name.to_owned());
    group
        .facts
        .insert(fact, value.to_owned())
        .is_none()
        .then_some(())
}

//! What an OpenAPI file says beyond what the spec can say: its texts, and facts such as `maxLength`.
//!
//! Only what is compared elsewhere is left out, so a keyword that is new to the vendor or to OpenAPI is
//! a fact, too. What is usual is no fact: a required body, JSON, the status 200, `int32`.

mod read;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

pub(super) use read::read;

/// What is noted of a whole file, by place.
pub(super) type Notes = BTreeMap<Place, Note>;

/// Where something is said.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// An operation, the name of a schema, or [`FILE`].
    pub(super) group: String,
    /// The way to a field in it, or [`WHOLE`].
    pub(super) member: String,
}

impl Place {
    pub(super) fn new(group: &str, member: &str) -> Self {
        Self {
            group: group.to_owned(),
            member: member.to_owned(),
        }
    }
}

/// The group of what concerns all operations.
pub(super) const FILE: &str = "file";

/// The member of what concerns a whole group.
pub(super) const WHOLE: &str = ".";

/// What is said in one place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Note {
    /// The words, by their hash.
    pub(super) text: Option<Hash>,
    /// What the words quote, by its hash.
    pub(super) quotes: Option<Hash>,
    /// The facts by name.
    pub(super) facts: BTreeMap<String, String>,
    /// What the words quote.
    pub(super) quoted: BTreeSet<String>,
    /// The schema with a name in which it stands, by its position in memory.
    pub(super) schema: Option<usize>,
}

impl Note {
    /// Whether it says nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_none() && self.facts.is_empty()
    }

    fn words(&mut self, words: &str) {
        let words: Vec<&str> = words.split_whitespace().collect();
        if words.is_empty() {
            return;
        }
        let words = words.join(" ");
        // A place can have several texts, such as a parameter and its schema.
        let known = self.text.map(|hash| hash.to_string()).unwrap_or_default();
        self.text = Some(Hash::of(&(known + &words)));
        self.quoted.extend(quotes(&words));
        let quoted: Vec<&str> = self.quoted.iter().map(String::as_str).collect();
        self.quotes = (!quoted.is_empty()).then(|| Hash::of(&quoted.join("\n")));
    }

    fn fact(&mut self, name: &str, value: &Value) {
        self.facts.insert(word(name), fact(value));
    }

    /// Notes all entries of a map but those that are `understood`.
    fn rest(&mut self, map: &Map<String, Value>, prefix: &str, understood: &[&str]) {
        for (key, value) in map {
            match (key.as_str(), value) {
                (key, _) if understood.contains(&key) => {}
                ("description" | "summary" | "title", Value::String(words)) => self.words(words),
                (key, value) => self.fact(&format!("{prefix}{key}"), value),
            }
        }
    }
}

/// What stands for a text, of which nothing must be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hash(u32);

impl Hash {
    /// FNV-1a, folded. It tells texts apart that differ by chance, and is the same in every version.
    pub(super) fn of(text: &str) -> Self {
        let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self((hash ^ (hash >> 32)) as u32)
    }
}

impl std::fmt::Display for Hash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

/// What a text quotes: everything in backticks, and single words in double quotes.
fn quotes(words: &str) -> Vec<String> {
    let odd = |mark: char| words.split(mark).skip(1).step_by(2).map(str::to_owned);
    let mut quoted: Vec<String> = odd('`').collect();
    quoted.extend(odd('"').filter(|text| !text.contains(' ')));
    quoted.retain(|text| !text.is_empty());
    quoted
}

/// A value as it can be kept: what could be somebody's words only as a hash.
fn fact(value: &Value) -> String {
    let plain = |text: &str| {
        !text.is_empty()
            && text.len() <= 60
            && text
                .chars()
                .all(|letter| letter.is_ascii_graphic() && !"=,#".contains(letter))
    };
    match value {
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::String(text) if plain(text) => text.clone(),
        Value::Array(items)
            if items
                .iter()
                .all(|item| !item.is_array() && !item.is_object()) =>
        {
            let items: Vec<String> = items.iter().map(fact).collect();
            format!("[{}]", items.join(","))
        }
        _ => format!("#{}", Hash::of(&value.to_string())),
    }
}

/// A name as it can be kept.
fn word(name: &str) -> String {
    let plain = |letter: char| letter.is_ascii_graphic() && !"=#".contains(letter);
    if !name.is_empty() && name.chars().all(plain) {
        name.to_owned()
    } else {
        format!("#{}", Hash::of(name))
    }
}

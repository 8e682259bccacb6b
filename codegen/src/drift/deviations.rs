//! `spec/deviations.yaml`: the differences that are kept, and why.

use std::fmt;
use std::sync::Arc;

use serde::Deserialize;
use serde::de::{Deserializer, SeqAccess, Visitor};
use serde_yaml::Spanned;

use super::finding::{Finding, Kind};
use crate::problem::{At, Problems};

/// Where the file stands in the repository.
pub(super) const FILE: &str = "spec/deviations.yaml";

/// The differences that are kept on purpose.
#[derive(Debug, Default)]
pub(super) struct Deviations(Vec<Deviation>);

/// One reason and the differences that it covers.
#[derive(Debug)]
struct Deviation {
    at: At,
    reason: String,
    places: Vec<Place>,
}

/// One difference that is expected.
#[derive(Debug)]
struct Place {
    kind: Kind,
    owner: String,
    field: String,
    spec: Option<String>,
    openapi: Option<String>,
    used: bool,
}

/// A difference with the reason for which it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// The difference.
    pub finding: Finding,
    /// Why it is kept.
    pub reason: String,
}

/// An entry of `spec/deviations.yaml`, or a part of one, that explains nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// Where the entry stands.
    pub at: At,
    /// The kind of difference that it expects.
    pub kind: Kind,
    /// The method or type in which it expects it.
    pub owner: String,
    /// The field, empty for the whole.
    pub field: String,
    /// The value of an enum, if that is what it expects.
    pub value: Option<String>,
    /// What differs there in its place: what the spec says and what the file says.
    pub instead: Option<(String, String)>,
}

impl fmt::Display for Stale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: stale deviation: {}: {}",
            self.at,
            self.kind.name(),
            self.owner
        )?;
        if !self.field.is_empty() {
            write!(f, " {}", self.field)?;
        }
        if let Some(value) = &self.value {
            write!(f, " `{value}`")?;
        }
        match &self.instead {
            Some((spec, openapi)) => {
                let kind = self.kind;
                write!(
                    f,
                    ": now {}",
                    super::finding::Sides {
                        kind,
                        spec,
                        openapi
                    }
                )
            }
            None => f.write_str(": no such difference, or an entry further up explains it"),
        }
    }
}

impl Deviations {
    /// Reads the file's text.
    ///
    /// # Errors
    /// A syntax error, an unknown key, or all entries that can't match anything.
    pub(super) fn read(text: &str) -> Result<Self, Problems> {
        let file: Arc<str> = FILE.into();
        let mut problems = Problems::default();
        let options = serde_yaml::options! { strict_booleans: true };
        let raw: Raw = match serde_yaml::from_str_with_options(text, options) {
            Ok(raw) => raw,
            Err(error) => {
                let (line, column) = error
                    .location()
                    .map_or((1, 1), |location| (location.line(), location.column()));
                let message = error.without_snippet().to_string();
                let message = message.split(" at line ").next().unwrap_or_default();
                problems.push(&At { file, line, column }, message, "a list of deviations");
                return problems.into_result(Self::default());
            }
        };
        let mut all = Vec::new();
        for entry in raw.deviations {
            let location = entry.referenced;
            let at = At {
                file: file.clone(),
                line: location.line(),
                column: location.column(),
            };
            all.extend(entry.value.check(at, &mut problems));
        }
        problems.into_result(Self(all))
    }

    /// Separates the findings that are explained from those that are not, and notes what explained
    /// nothing.
    pub(super) fn apply<T>(
        mut self,
        found: Vec<(Finding, T)>,
    ) -> (Vec<(Finding, T)>, Vec<Explained>, Vec<Stale>) {
        let (mut unexplained, mut explained) = (Vec::new(), Vec::new());
        for (finding, more) in found {
            match self.explain(&finding) {
                Some(reason) => explained.push(Explained { finding, reason }),
                None => unexplained.push((finding, more)),
            }
        }
        let mut stale = Vec::new();
        for deviation in self.0 {
            for place in deviation.places.into_iter().filter(|place| !place.used) {
                let value = (place.kind == Kind::MissingValue)
                    .then(|| place.openapi.clone())
                    .flatten();
                let instead = unexplained
                    .iter()
                    .map(|(finding, _)| finding)
                    .find(|finding| value.is_none() && place.is_at(finding))
                    .map(|finding| (finding.spec.clone(), finding.openapi.clone()));
                stale.push(Stale {
                    at: deviation.at.clone(),
                    kind: place.kind,
                    owner: place.owner,
                    field: place.field,
                    value,
                    instead,
                });
            }
        }
        (unexplained, explained, stale)
    }

    fn explain(&mut self, finding: &Finding) -> Option<String> {
        for deviation in &mut self.0 {
            if let Some(place) = deviation
                .places
                .iter_mut()
                .find(|place| place.matches(finding))
            {
                place.used = true;
                return Some(deviation.reason.clone());
            }
        }
        None
    }
}

impl Place {
    fn is_at(&self, finding: &Finding) -> bool {
        self.kind == finding.kind && self.owner == finding.owner && self.field == finding.field
    }

    fn matches(&self, finding: &Finding) -> bool {
        // The order of an enum's values says nothing.
        let values = |text: &str| -> Vec<String> {
            let mut values: Vec<_> = text.split(", ").map(str::to_owned).collect();
            values.sort();
            values
        };
        let same = |side: &str, text: &str| {
            side == text || (self.kind == Kind::ExtraValues && values(side) == values(text))
        };
        let says =
            |side: &Option<String>, text: &str| side.as_ref().is_none_or(|side| same(side, text));
        self.is_at(finding)
            && says(&self.spec, &finding.spec)
            && says(&self.openapi, &finding.openapi)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    deviations: Vec<Spanned<Entry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    reason: String,
    difference: String,
    #[serde(rename = "in")]
    owners: Texts,
    field: Option<Texts>,
    spec: Option<Texts>,
    file: Option<Texts>,
}

impl Entry {
    fn check(self, at: At, problems: &mut Problems) -> Option<Deviation> {
        let kinds = Kind::ALL.into_iter().filter(|kind| !kind.is_kept());
        let kind = kinds.clone().find(|kind| kind.name() == self.difference);
        let Some(kind) = kind else {
            let names: Vec<_> = kinds.map(Kind::name).collect();
            problems.push_name(
                &at,
                format!("`{}` for `difference`", self.difference),
                format!(
                    "one of {}",
                    names
                        .iter()
                        .map(|name| format!("`{name}`"))
                        .collect::<Vec<_>>()
                        .join(", ")
                ),
                &self.difference,
                names.iter().copied(),
            );
            return None;
        };
        if self.reason.trim().is_empty() {
            problems.push(&at, "an empty `reason`", "why the difference is kept");
        }
        if self.owners.0.is_empty() {
            problems.push(
                &at,
                "an empty `in`",
                "the methods or types in which the difference is kept",
            );
        }
        // An entry says as much as its kind has to say, so that it covers nothing else.
        let (field, spec, file) = kind.details();
        for (key, wanted, given) in [
            ("field", field, self.field.is_some()),
            ("spec", spec, self.spec.is_some()),
            ("file", file, self.file.is_some()),
        ] {
            if wanted && !given {
                problems.push(
                    &at,
                    format!("the difference `{}` without `{key}`", self.difference),
                    format!("`{key}`, as the report has it"),
                );
            } else if given && !wanted {
                problems.push(
                    &at,
                    format!("the difference `{}` with `{key}`", self.difference),
                    format!("no `{key}`, which differs with nothing there"),
                );
            }
        }
        let fields = self
            .field
            .map_or_else(|| vec![String::new()], |texts| texts.0);
        let spec = self.spec.map(|texts| texts.0.join(", "));
        let files: Vec<Option<String>> = match (kind, self.file) {
            (Kind::MissingValue, Some(texts)) => texts.0.into_iter().map(Some).collect(),
            (_, texts) => vec![texts.map(|texts| texts.0.join(", "))],
        };
        let mut places = Vec::new();
        for owner in &self.owners.0 {
            for field in &fields {
                for openapi in &files {
                    places.push(Place {
                        kind,
                        owner: owner.clone(),
                        field: field.clone(),
                        spec: spec.clone(),
                        openapi: openapi.clone(),
                        used: false,
                    });
                }
            }
        }
        Some(Deviation {
            at,
            reason: self.reason.trim().to_owned(),
            places,
        })
    }
}

/// A list of texts; a single text counts as a list of one.
struct Texts(Vec<String>);

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrMore;

        impl<'de> Visitor<'de> for OneOrMore {
            type Value = Texts;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text or a list of texts")
            }

            fn visit_str<E>(self, text: &str) -> Result<Texts, E> {
                Ok(Texts(vec![text.to_owned()]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Texts, A::Error> {
                let mut texts = Vec::new();
                while let Some(text) = items.next_element()? {
                    texts.push(text);
                }
                Ok(Texts(texts))
            }
        }

        deserializer.deserialize_any(OneOrMore)
    }
}

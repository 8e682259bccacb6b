//! `spec/deviations.yaml`: the differences that are kept, and why.

use std::collections::BTreeSet;
use std::fmt;

use super::describe;
use super::finding::{Finding, Kind};
use super::matching;
use crate::load::{self, Text};
use crate::problem::{At, Problems};
use crate::resolve::Api;

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
        let mut problems = Problems::default();
        let declared = load::deviations(text, &mut problems);
        let deviations = Self::new(&declared, &mut problems);
        problems.into_result(deviations)
    }

    fn new(declared: &[load::Deviation], problems: &mut Problems) -> Self {
        let check = |entry| check(entry, problems);
        Self(declared.iter().filter_map(check).collect())
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

/// Checks the entries by themselves, and that what they name is in the spec.
pub(crate) fn check_all(declared: &[load::Deviation], api: &Api, problems: &mut Problems) {
    let nothing_else = problems.is_empty();
    let deviations = Deviations::new(declared, problems);
    // Where the spec is broken, a name may be missing for that reason.
    if !nothing_else {
        return;
    }
    let sites = matching::sites(api).into_iter().map(matching::Site::name);
    let types = api.clients().into_iter().flat_map(|client| &client.types);
    let known: BTreeSet<String> = sites.chain(types.map(describe::type_name)).collect();
    let owners = deviations
        .0
        .iter()
        .zip(declared)
        .flat_map(|(deviation, declared)| {
            let of_file = |place: &Place| place.kind == Kind::MissingOperation;
            let named = !deviation.places.iter().any(of_file);
            declared.owners.iter().filter(move |_| named)
        });
    for owner in owners.filter(|owner| !known.contains(&owner.value)) {
        problems.push_name(
            &owner.at,
            format!("`{}` for `in`", owner.value),
            "a method such as `b2b/organizations.create`, or a type such as `b2b/organizations.Member`",
            owner,
            known.iter().map(String::as_str),
        );
    }
}

fn check(entry: &load::Deviation, problems: &mut Problems) -> Option<Deviation> {
    let kinds = Kind::ALL.into_iter().filter(|kind| !kind.is_kept());
    let kind = kinds
        .clone()
        .find(|kind| kind.name() == entry.difference.value);
    let Some(kind) = kind else {
        if !entry.difference.is_empty() {
            let names: Vec<_> = kinds.map(Kind::name).collect();
            let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
            problems.push_name(
                &entry.difference.at,
                format!("`{}` for `difference`", entry.difference.value),
                format!("one of {}", quoted.join(", ")),
                &entry.difference,
                names.iter().copied(),
            );
        }
        return None;
    };
    // An entry says as much as its kind has to say, so that it covers nothing else.
    let (field, spec, file) = kind.details();
    for (key, wanted, given) in [
        ("field", field, &entry.fields),
        ("spec", spec, &entry.spec),
        ("file", file, &entry.file),
    ] {
        match given.as_ref().map(|texts| texts.first()) {
            None if wanted => problems.push(
                &entry.at,
                format!("the difference `{}` without `{key}`", kind.name()),
                format!("`{key}`, as the report has it"),
            ),
            Some(Some(text)) if !wanted => problems.push(
                &text.at,
                format!("the difference `{}` with `{key}`", kind.name()),
                format!("no `{key}`, which differs with nothing there"),
            ),
            _ => {}
        }
    }
    let values = |texts: &Vec<Text>| {
        texts
            .iter()
            .map(|text| text.value.clone())
            .collect::<Vec<_>>()
    };
    let fields = entry
        .fields
        .as_ref()
        .map_or_else(|| vec![String::new()], values);
    let spec = entry.spec.as_ref().map(|texts| values(texts).join(", "));
    let files: Vec<Option<String>> = match (kind, &entry.file) {
        (Kind::MissingValue, Some(texts)) => values(texts).into_iter().map(Some).collect(),
        (_, texts) => vec![texts.as_ref().map(|texts| values(texts).join(", "))],
    };
    let mut places = Vec::new();
    for owner in &entry.owners {
        for field in &fields {
            for openapi in &files {
                places.push(Place {
                    kind,
                    owner: owner.value.clone(),
                    field: field.clone(),
                    spec: spec.clone(),
                    openapi: openapi.clone(),
                    used: false,
                });
            }
        }
    }
    Some(Deviation {
        at: entry.at.clone(),
        reason: entry.reason.value.clone(),
        places,
    })
}

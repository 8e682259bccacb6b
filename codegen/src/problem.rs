//! What is wrong with a spec, and where.

use std::collections::{BTreeSet, HashSet};
use std::fmt;
use std::sync::Arc;

/// A place in a spec file. Lines and columns count from 1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At {
    /// Path of the file, relative to the root of the repository.
    pub file: Arc<str>,
    /// Line, from 1.
    pub line: u64,
    /// Column, from 1.
    pub column: u64,
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// One problem: where it is, what was found, what was expected.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Where the problem is.
    pub at: At,
    /// What was found there.
    pub found: String,
    /// What would have been right.
    pub expected: String,
    /// An existing name that resembles the one that was found.
    pub nearest: Option<String>,
    /// Where else the same was found.
    pub also: Vec<At>,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}: {}", self.at, self.found)?;
        write!(f, "  expected {}", self.expected)?;
        if let Some(nearest) = &self.nearest {
            write!(f, "\n  did you mean `{nearest}`?")?;
        }
        for (index, at) in self.also.iter().take(SHOWN).enumerate() {
            f.write_str(if index == 0 { "\n  also at " } else { ", " })?;
            at.fmt(f)?;
        }
        match self.also.len().saturating_sub(SHOWN) {
            0 => Ok(()),
            more => write!(f, " and {more} more"),
        }
    }
}

/// How many other places of a problem are shown.
const SHOWN: usize = 3;

/// All problems of a run, sorted by place, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    all: Vec<Problem>,
    doubts: Box<Doubts>,
}

/// What can't be judged, or not in each place by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Doubts {
    /// What was found where a name stands that nothing declares: one problem wherever it is.
    unknown: BTreeSet<String>,
    /// Places that are wrong or right by what stands in a file that could not be read.
    excused: HashSet<At>,
    /// The files of which a part could not be read.
    lost: BTreeSet<Arc<str>>,
    /// Whether something could not be read that may hold anything.
    is_partial: bool,
}

impl Problems {
    /// Notes a problem.
    pub fn push(&mut self, at: &At, found: impl Into<String>, expected: impl Into<String>) {
        self.all.push(Problem {
            at: at.clone(),
            found: found.into(),
            expected: expected.into(),
            nearest: None,
            also: Vec::new(),
        });
    }

    /// Notes a name that does not exist, with the candidate that comes closest to it, which is
    /// returned, too: to go on with it keeps one slip from becoming several problems.
    pub fn push_name<'a>(
        &mut self,
        at: &At,
        found: impl Into<String>,
        expected: impl Into<String>,
        name: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Option<String> {
        let nearest = nearest(name, candidates);
        self.all.push(Problem {
            at: at.clone(),
            found: found.into(),
            expected: expected.into(),
            nearest: nearest.clone(),
            also: Vec::new(),
        });
        nearest
    }

    /// The same for a name that may stand in many places, which all come together in one problem.
    pub(crate) fn push_unknown<'a>(
        &mut self,
        at: &At,
        found: impl Into<String>,
        expected: impl Into<String>,
        name: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Option<String> {
        let found = found.into();
        self.doubts.unknown.insert(found.clone());
        self.push_name(at, found, expected, name, candidates)
    }

    /// Whether there is a name that nothing declares, so that what it would lead to is not known.
    pub(crate) fn has_unknown(&self) -> bool {
        !self.doubts.unknown.is_empty()
    }

    /// Notes what else was found.
    pub(crate) fn extend(&mut self, other: Self) {
        let Self { all, doubts } = other;
        self.all.extend(all);
        self.doubts.unknown.extend(doubts.unknown);
        self.doubts.excused.extend(doubts.excused);
        self.doubts.lost.extend(doubts.lost);
        self.doubts.is_partial |= doubts.is_partial;
    }

    /// Notes that a part of a file could not be read, so that a name which seems to be missing may
    /// stand there.
    pub(crate) fn lose(&mut self, file: &Arc<str>) {
        self.doubts.lost.insert(file.clone());
    }

    /// Notes that a part of the spec could not be read which may hold anything.
    pub(crate) fn lose_all(&mut self) {
        self.doubts.is_partial = true;
    }

    /// Whether a part of the spec could not be read which may hold anything.
    pub(crate) fn is_partial(&self) -> bool {
        self.doubts.is_partial
    }

    /// The files of which a part could not be read.
    pub(crate) fn lost(&self) -> impl Iterator<Item = &str> {
        self.doubts.lost.iter().map(|file| &**file)
    }

    /// Notes that what is wrong at a place may be right: it takes a file that could not be read to know.
    pub(crate) fn excuse(&mut self, at: &At) {
        self.doubts.excused.insert(at.clone());
    }

    /// Whether something is wrong at this very place already, or may be, so that what follows from it
    /// need not be reported.
    pub(crate) fn is_reported(&self, at: &At) -> bool {
        self.doubts.excused.contains(at) || self.all.iter().any(|problem| problem.at == *at)
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The problems in the order of files and lines.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.all.iter()
    }

    /// `value` if nothing is wrong, else the problems: sorted, and without repetitions, since a
    /// shared file is read for both verticals.
    pub(crate) fn into_result<T>(mut self, value: T) -> Result<T, Self> {
        if self.all.is_empty() {
            return Ok(value);
        }
        self.all.sort();
        self.all.dedup();
        let mut all: Vec<Problem> = Vec::with_capacity(self.all.len());
        for problem in std::mem::take(&mut self.all) {
            let is_unknown = self.doubts.unknown.contains(&problem.found);
            let mut others = all.iter_mut();
            match others.find(|other| is_unknown && other.found == problem.found) {
                Some(first) if first.at == problem.at => {}
                Some(first) => first.also.push(problem.at),
                None => all.push(problem),
            }
        }
        self.all = all;
        Err(self)
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.all {
            writeln!(f, "{problem}")?;
        }
        let count = self.all.len();
        write!(
            f,
            "{count} problem{} in the spec",
            if count == 1 { "" } else { "s" }
        )
    }
}

impl std::error::Error for Problems {}

/// The candidate closest to `name`, if one is close enough to be a slip of the keyboard.
pub(crate) fn nearest<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    let lower = name.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| {
            (
                strsim::damerau_levenshtein(&lower, &candidate.to_lowercase()),
                candidate,
            )
        })
        .filter(|(distance, candidate)| {
            *distance <= candidate.len().max(name.len()).div_ceil(4).max(1)
        })
        .min()
        .map(|(_, candidate)| candidate.to_owned())
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn nearest_offers_a_slip_but_not_another_word() {
        assert_eq!(
            nearest("organisations", ["organizations", "sessions"]).as_deref(),
            Some("organizations")
        );
        assert_eq!(
            nearest("StrIng", ["string", "secret"]).as_deref(),
            Some("string")
        );
        assert_eq!(nearest("users", ["organizations", "sessions"]), None);
    }
}

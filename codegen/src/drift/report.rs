//! The outcome for people and for machines.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::deviations::{Explained, Stale};
use super::finding::Finding;
use crate::load::DEVIATIONS;

/// What a comparison has brought up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The differences that nothing explains: grouped by spec file, the worst first.
    pub unexplained: Vec<Finding>,
    /// The differences that are kept on purpose.
    pub explained: Vec<Explained>,
    /// What `spec/deviations.yaml` explains although it is not there.
    pub stale: Vec<Stale>,
    /// What is missing, in the format of the spec and without docs: one YAML document for each
    /// file. Empty if nothing is missing.
    pub skeleton: String,
}

impl Report {
    /// Whether nothing is left to explain.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.unexplained.is_empty() && self.stale.is_empty()
    }

    /// The report for people: one line for each difference, then a count.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut file = None;
        for finding in &self.unexplained {
            if file.is_some_and(|file| file != &finding.file) {
                text.push('\n');
            }
            file = Some(&finding.file);
            // Writing to a `String` does not fail.
            let _ = writeln!(text, "{finding}");
        }
        for (index, stale) in self.stale.iter().enumerate() {
            if index == 0 && file.is_some() {
                text.push('\n');
            }
            let _ = writeln!(text, "{stale}");
        }
        if !text.is_empty() {
            text.push('\n');
        }
        let _ = match self.unexplained.len() {
            0 => write!(text, "nothing unexplained"),
            1 => write!(text, "1 difference unexplained"),
            count => write!(text, "{count} differences unexplained"),
        };
        let (explained, stale) = (self.explained.len(), self.stale.len());
        let _ = writeln!(
            text,
            "; {explained} explained by {DEVIATIONS}, {stale} stale there"
        );
        text
    }

    /// The report for machines: an object with the lists `unexplained`, `explained` and `stale`.
    #[must_use]
    pub fn json(&self) -> Value {
        let stale = |stale: &Stale| {
            json!({
                "file": stale.at.file.as_ref(),
                "line": stale.at.line,
                "column": stale.at.column,
                "difference": stale.kind.name(),
                "in": stale.owner,
                "field": none_if_empty(&stale.field),
                "value": stale.value,
                "instead": stale.instead.as_ref().map(|(spec, openapi)| json!({ "spec": spec, "file": openapi })),
            })
        };
        json!({
            "clean": self.is_clean(),
            "unexplained": self.unexplained.iter().map(finding).collect::<Vec<_>>(),
            "explained": self.explained.iter().map(|explained| {
                let mut value = finding(&explained.finding);
                if let Some(map) = value.as_object_mut() {
                    map.insert("reason".to_owned(), explained.reason.clone().into());
                }
                value
            }).collect::<Vec<_>>(),
            "stale": self.stale.iter().map(stale).collect::<Vec<_>>(),
        })
    }
}

fn finding(finding: &Finding) -> Value {
    json!({
        "file": finding.file,
        "difference": finding.kind.name(),
        "in": finding.owner,
        "field": none_if_empty(&finding.field),
        "by": finding.route,
        "spec": none_if_empty(&finding.spec),
        "openapi": none_if_empty(&finding.openapi),
        "schema": finding.schema,
    })
}

fn none_if_empty(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

//! How much each generated crate holds, and what the spec consists of.

mod size;

pub use size::Size;

use std::fmt;

use crate::resolve::{Api, Client, Kind};

/// Where the counts stand, relative to the root of the repository, so that a change of the spec shows
/// what it adds.
pub const PATH: &str = "spec/counts.txt";

/// The counts as they stand in their file.
#[must_use]
pub fn file(api: &Api) -> String {
    format!("{}\n", Table::of(api))
}

/// What one crate holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stats {
    /// Its client: `b2b` or `consumer`.
    pub client: &'static str,
    /// Methods of its resources.
    pub operations: usize,
    /// Addresses that its resources make.
    pub links: usize,
    /// Objects inside requests and responses.
    pub models: usize,
    /// Sets of values.
    pub enums: usize,
    /// Types of ids.
    pub ids: usize,
    /// Typed operands of searches.
    pub filters: usize,
    /// Fields of all requests together, wherever they travel.
    pub request_fields: usize,
    /// Fields of all responses together.
    pub response_fields: usize,
    /// Fields of all models together.
    pub model_fields: usize,
}

impl Stats {
    /// Counts what belongs to `client`; what both clients share counts in each.
    #[must_use]
    pub fn of(client: &Client) -> Self {
        let methods = || {
            client
                .resources
                .iter()
                .flat_map(|resource| &resource.methods)
        };
        let mut stats = Self {
            client: client.name,
            operations: methods().count(),
            links: (client.resources.iter())
                .map(|resource| resource.links.len())
                .sum(),
            models: 0,
            enums: 0,
            ids: 0,
            filters: 0,
            request_fields: methods().map(|method| method.request.len()).sum(),
            response_fields: methods().map(|method| method.response.len()).sum(),
            model_fields: 0,
        };
        for ty in &client.types {
            match &ty.kind {
                Kind::Id(_) => stats.ids += 1,
                Kind::Enum(_) => stats.enums += 1,
                Kind::Filter(_) => stats.filters += 1,
                Kind::Model(fields) => {
                    stats.models += 1;
                    stats.model_fields += fields.len();
                }
            }
        }
        stats
    }
}

/// A table with a line for each crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table(pub Vec<Stats>);

impl Table {
    /// Counts what belongs to each client.
    #[must_use]
    pub fn of(api: &Api) -> Self {
        Self(api.clients().map(Stats::of).into())
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:16}{:>11}{:>7}{:>8}{:>7}{:>6}{:>9}   fields:{:>9}{:>10}{:>8}",
            "crate",
            "operations",
            "links",
            "models",
            "enums",
            "ids",
            "filters",
            "request",
            "response",
            "model"
        )?;
        for (index, stats) in self.0.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(
                f,
                "{:16}{:>11}{:>7}{:>8}{:>7}{:>6}{:>9}          {:>9}{:>10}{:>8}",
                format!("stytch-{}", stats.client),
                stats.operations,
                stats.links,
                stats.models,
                stats.enums,
                stats.ids,
                stats.filters,
                stats.request_fields,
                stats.response_fields,
                stats.model_fields
            )?;
        }
        Ok(())
    }
}

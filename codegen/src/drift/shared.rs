//! Two operations that stand under one schema name in the file, of which it can describe one.

use std::collections::HashMap;

use super::finding::{Finding, Kind};
use super::matching::Site;
use super::openapi::{Body, Operation};
use super::owner::Gap;

/// Folds the differences of an operation into one where the file gives it the schema of another,
/// which fits that other better: they are differences between the two operations, and say nothing
/// about either.
pub(super) fn collapse(
    matched: &[(Site<'_>, &Operation<'_>)],
    found: &mut Vec<(Finding, Gap<'_, '_>)>,
) {
    type Select = for<'o, 'd> fn(&'o Operation<'d>) -> &'o Body<'d>;
    let sides: [(&str, Select); 2] = [
        ("request", |operation| &operation.request),
        ("response", |operation| &operation.response),
    ];
    for (side, select) in sides {
        let mut users: HashMap<usize, Vec<Site<'_>>> = HashMap::new();
        let mut order = Vec::new();
        for (site, operation) in matched {
            let Some(schema) = select(operation).schema else {
                continue;
            };
            let Some(name) = schema.name else { continue };
            let sites = users.entry(schema.key()).or_insert_with(|| {
                order.push((schema.key(), name));
                Vec::new()
            });
            sites.push(*site);
        }
        for (key, name) in order {
            match users.get(&key) {
                Some(sites) if sites.len() > 1 => fold(side, name, sites, found),
                _ => {}
            }
        }
    }
}

fn fold(side: &str, schema: &str, sites: &[Site<'_>], found: &mut Vec<(Finding, Gap<'_, '_>)>) {
    let of = |site: &Site<'_>, found: &[(Finding, Gap<'_, '_>)]| -> Vec<usize> {
        let (owner, prefix) = (site.name(), format!("{side}."));
        let concerns = |finding: &Finding| {
            finding.owner == owner
                && finding.field.starts_with(&prefix)
                && finding.schema.as_deref() == Some(schema)
        };
        let indices = found
            .iter()
            .enumerate()
            .filter(|(_, (finding, _))| concerns(finding));
        indices.map(|(index, _)| index).collect()
    };
    let Some(best) = sites.iter().min_by_key(|site| of(site, found).len()) else {
        return;
    };
    let kept: Vec<(Kind, String)> = of(best, found)
        .into_iter()
        .filter_map(|index| found.get(index))
        .map(|(finding, _)| (finding.kind, finding.field.clone()))
        .collect();
    for site in sites {
        let indices = of(site, found);
        let findings: Vec<&Finding> = indices
            .iter()
            .filter_map(|index| found.get(*index))
            .map(|(finding, _)| finding)
            .collect();
        let alien = |finding: &&Finding| {
            matches!(finding.kind, Kind::MissingField | Kind::ExtraField)
                && !kept
                    .iter()
                    .any(|(kind, field)| *kind == finding.kind && *field == finding.field)
        };
        if !findings.iter().any(alien) {
            continue;
        }
        let names = |kind: Kind| -> String {
            let fields = findings.iter().filter(|finding| finding.kind == kind);
            let names = fields
                .filter_map(|finding| finding.field.split_once('.'))
                .map(|(_, name)| name);
            names.collect::<Vec<_>>().join(", ")
        };
        let spec = match (names(Kind::ExtraField), names(Kind::MissingField)) {
            (extra, missing) if missing.is_empty() => format!("has {extra}"),
            (extra, missing) if extra.is_empty() => format!("lacks {missing}"),
            (extra, missing) => format!("has {extra}; lacks {missing}"),
        };
        let folded = Finding {
            kind: Kind::SharedSchema,
            file: site.resource.file.clone(),
            owner: site.name(),
            field: side.to_owned(),
            spec,
            openapi: format!("the schema of {}", best.name()),
            route: None,
            schema: Some(schema.to_owned()),
        };
        let mut index = 0;
        found.retain(|_| {
            index += 1;
            !indices.contains(&(index - 1))
        });
        found.push((folded, Gap::None));
    }
}

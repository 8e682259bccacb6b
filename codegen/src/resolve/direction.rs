//! Which way each type travels, and whether a model contains itself.

use super::{Kind, Resource, Type, TypeDef, TypeIndex};
use crate::load::Text;
use crate::problem::Problems;

/// Walks from the methods into the types and marks what is sent and what is received.
pub(super) fn spread(types: &mut [TypeDef], resources: &[Resource]) {
    for method in resources.iter().flat_map(|resource| &resource.methods) {
        for field in &method.request {
            mark(types, field.ty.named(), true);
        }
        for field in &method.response {
            mark(types, field.ty.named(), false);
        }
    }
}

fn mark(types: &mut [TypeDef], index: Option<TypeIndex>, sent: bool) {
    let Some(ty) = index.and_then(|index| types.get_mut(index.0)) else {
        return;
    };
    let seen = if sent {
        &mut ty.direction.sent
    } else {
        &mut ty.direction.received
    };
    if std::mem::replace(seen, true) {
        return;
    }
    for inner in insides(&ty.kind) {
        mark(types, Some(inner), sent);
    }
}

fn insides(kind: &Kind) -> Vec<TypeIndex> {
    match kind {
        Kind::Id(_) | Kind::Enum(_) => Vec::new(),
        Kind::Model(fields) => fields.iter().filter_map(|field| field.ty.named()).collect(),
        Kind::Filter(conditions) => conditions
            .iter()
            .filter_map(|condition| condition.ty.named())
            .collect(),
    }
}

/// Reports models that contain themselves other than in a list or a map: no such value is finite.
pub(super) fn report_cycles(types: &[TypeDef], names: &[&Text], problems: &mut Problems) {
    for (index, name) in names.iter().enumerate() {
        if contains(types, TypeIndex(index), TypeIndex(index), &mut Vec::new()) {
            problems.push(
                &name.at,
                format!("the model `{}` inside itself", name.value),
                "a list or a map in between",
            );
        }
    }
}

/// Reports filters that are received: they can be sent only.
pub(super) fn report_filters(types: &[TypeDef], names: &[&Text], problems: &mut Problems) {
    for (ty, name) in types.iter().zip(names) {
        if matches!(ty.kind, Kind::Filter(_)) && ty.direction.received {
            problems.push(
                &name.at,
                format!("the filter `{}` in what is received", name.value),
                "a model there: filters are for requests",
            );
        }
    }
}

fn contains(
    types: &[TypeDef],
    outer: TypeIndex,
    target: TypeIndex,
    seen: &mut Vec<TypeIndex>,
) -> bool {
    let Some(TypeDef {
        kind: Kind::Model(fields),
        ..
    }) = types.get(outer.0)
    else {
        return false;
    };
    for field in fields {
        let Type::Named(inner) = field.ty else {
            continue;
        };
        if inner == target {
            return true;
        }
        if !seen.contains(&inner) {
            seen.push(inner);
            if contains(types, inner, target, seen) {
                return true;
            }
        }
    }
    false
}

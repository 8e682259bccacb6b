//! Which way each type travels, and whether a model contains itself.

use super::draft::{Body, Bound, MethodDraft, TypeDraft};
use super::{Event, Type, TypeIndex};
use crate::problem::Problems;

/// Walks from the methods and events into the types and marks what is sent and what is received.
pub(super) fn spread<'d, 'a: 'd>(
    types: &mut [TypeDraft<'_>],
    methods: impl Iterator<Item = &'d MethodDraft<'a>>,
    events: &[Event],
) {
    for method in methods {
        for field in &method.request {
            mark(types, field.ty.named(), true);
        }
        for field in &method.response {
            mark(types, field.ty.named(), false);
        }
    }
    for event in events {
        mark(types, Some(event.id), false);
        mark(types, Some(event.model), false);
    }
}

fn mark(types: &mut [TypeDraft<'_>], index: Option<TypeIndex>, sent: bool) {
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
    for inner in ty.inside() {
        mark(types, Some(inner), sent);
    }
}

/// Reports models that contain themselves other than in a list or a map, since no such value is finite,
/// and filters that are received, since they can be sent only.
pub(super) fn report(types: &[TypeDraft<'_>], problems: &mut Problems) {
    for (index, ty) in types.iter().enumerate() {
        let name = ty.declared.name();
        let index = TypeIndex(index);
        if contains(types, index, index, &mut Vec::new()) {
            problems.push(
                &name.at,
                format!("the model `{}` inside itself", name.value),
                "a list or a map in between",
            );
        }
        if ty.declared.is_filter() && ty.direction.received {
            problems.push(
                &name.at,
                format!("the filter `{}` in what is received", name.value),
                "a model there: filters are for requests",
            );
        }
    }
}

fn contains(
    types: &[TypeDraft<'_>],
    outer: TypeIndex,
    target: TypeIndex,
    seen: &mut Vec<TypeIndex>,
) -> bool {
    for field in model(types, outer) {
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

/// The fields of a model; none for any other type.
pub(super) fn model<'t, 'a>(types: &'t [TypeDraft<'a>], index: TypeIndex) -> &'t [Bound<'a>] {
    match types.get(index.0) {
        Some(TypeDraft {
            declared,
            body: Body::Fields(fields),
            ..
        }) if !declared.is_filter() => fields,
        _ => &[],
    }
}

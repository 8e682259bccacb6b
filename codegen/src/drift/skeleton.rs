//! What is missing from the spec, written in the spec's own format for somebody to add the docs.

mod draft;
mod target;
mod writer;

use self::writer::Writer;
use super::compare::Comparison;
use super::owner::Gap;
use crate::resolve::Api;

/// One YAML document for each file to which something has to be added, in a stream.
pub(super) fn skeleton<'g, 's: 'g, 'd: 'g>(
    api: &'s Api,
    outcome: &'g Comparison<'s, 'd>,
    gaps: impl Iterator<Item = &'g Gap<'s, 'd>>,
) -> String {
    let mut writer = Writer::new(api, outcome);
    for gap in gaps {
        match gap {
            Gap::None => {}
            Gap::Operation(index) => writer.operation(*index),
            Gap::Field(owner, property) => writer.field(*owner, property),
            Gap::Value(ty, value) => writer.value(ty, value),
        }
    }
    writer.finish()
}

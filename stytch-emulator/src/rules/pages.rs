//! Results in pages.

use stytch_b2b::ResultsMetadata;

use crate::refusal::Refusal;

const USUAL: u32 = 100;
const MAX: u32 = 1000;

/// One page of results that come in order of their ids. A cursor is the id of the last result before it.
pub(crate) fn page<T>(
    found: impl IntoIterator<Item = T>,
    id: impl Fn(&T) -> &str,
    cursor: Option<&str>,
    limit: Option<u32>,
) -> Result<(Vec<T>, ResultsMetadata), Refusal> {
    let limit = limit.unwrap_or(USUAL);
    if limit == 0 || limit > MAX {
        let message = format!("limit: expected a number from 1 to {MAX}");
        return Err(Refusal::new("invalid_limit").because(message));
    }
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let mut page = Vec::new();
    let mut metadata = ResultsMetadata::default();
    let mut is_last = true;
    for result in found {
        metadata.total = metadata.total.saturating_add(1);
        if cursor.is_some_and(|cursor| id(&result) <= cursor) {
            continue;
        }
        match page.len() < limit {
            true => page.push(result),
            false => is_last = false,
        }
    }
    metadata.next_cursor = page
        .last()
        .filter(|_| !is_last)
        .map(|result| id(result).to_owned());
    Ok((page, metadata))
}

//! Results in pages.

use stytch_b2b::ResultsMetadata;

use crate::refusal::Refusal;

const USUAL: u32 = 100;
const MAX: u32 = 1000;

/// One page of results that are in order by their ids. A cursor is the id of the last result before it.
pub(crate) fn page<T>(
    found: Vec<T>,
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
    let mut metadata = ResultsMetadata::default();
    metadata.total = i32::try_from(found.len()).unwrap_or(i32::MAX);
    let start = match cursor.filter(|cursor| !cursor.is_empty()) {
        None => 0,
        Some(cursor) => found.partition_point(|result| id(result) <= cursor),
    };
    let is_last = found.len().saturating_sub(start) <= limit;
    let page: Vec<T> = found.into_iter().skip(start).take(limit).collect();
    metadata.next_cursor = page
        .last()
        .filter(|_| !is_last)
        .map(|result| id(result).to_owned());
    Ok((page, metadata))
}

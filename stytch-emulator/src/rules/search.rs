//! What a search looks for.

use memchr::memchr2_iter;

use crate::refusal::Refusal;

/// What a text has to have to be searched for inside others.
const FUZZY_LETTERS: usize = 3;

/// The conditions of a search, of which all or any have to hold. Without conditions, all is found.
#[derive(Debug)]
pub(crate) struct Query<F> {
    filters: Vec<F>,
    is_any: bool,
}

impl<F> Query<F> {
    /// Finds all.
    pub(crate) fn all() -> Self {
        Self {
            filters: Vec::new(),
            is_any: false,
        }
    }

    /// Joins conditions by `AND` or `OR`; other operators are refused where requests are read. Each
    /// condition is made ready first, or refused.
    pub(crate) fn new(
        operator: &str,
        mut filters: Vec<F>,
        make_ready: impl Fn(&mut F) -> Result<(), Refusal>,
    ) -> Result<Self, Refusal> {
        filters.iter_mut().try_for_each(make_ready)?;
        Ok(Self {
            is_any: operator == "OR" && !filters.is_empty(),
            filters,
        })
    }

    /// The conditions.
    pub(crate) fn filters(&self) -> &[F] {
        &self.filters
    }

    /// Whether something is looked for, by whether each condition holds for it.
    pub(crate) fn finds(&self, holds: impl FnMut(&F) -> bool) -> bool {
        let mut filters = self.filters.iter();
        match self.is_any {
            true => filters.any(holds),
            false => filters.all(holds),
        }
    }
}

/// Makes a text ready that is looked for inside others, in whatever case; the refusal for one that is
/// too short.
pub(crate) fn fuzzy(text: &mut String, too_short: &str) -> Result<(), Refusal> {
    if text.chars().count() < FUZZY_LETTERS {
        return Err(Refusal::new(too_short));
    }
    *text = text.to_lowercase();
    Ok(())
}

/// Whether a text contains another one, which is [ready](fuzzy).
pub(crate) fn contains(text: &str, part: &str) -> bool {
    if !text.is_ascii() {
        return text.to_lowercase().contains(part);
    }
    let (text, part) = (text.as_bytes(), part.as_bytes());
    let Some(first) = part.first() else {
        return true;
    };
    // a search goes through everything there is, so that most places are left out without a look
    memchr2_iter(*first, first.to_ascii_uppercase(), text).any(|place| {
        let letters = text.get(place..place + part.len());
        letters.is_some_and(|letters| letters.eq_ignore_ascii_case(part))
    })
}

/// Whether a text begins with another one, which is [ready](fuzzy).
pub(crate) fn begins(text: &str, part: &str) -> bool {
    if !text.is_ascii() {
        return text.to_lowercase().starts_with(part);
    }
    let start = text.as_bytes().get(..part.len());
    start.is_some_and(|letters| letters.eq_ignore_ascii_case(part.as_bytes()))
}

/// Whether ids are all of the API's own making, or none is: those of the app are looked for apart.
pub(crate) fn are_of_one_kind<'i>(
    mut ids: impl Iterator<Item = &'i str>,
    own_prefix: &str,
) -> bool {
    let is_own = |id: &str| id.starts_with(own_prefix);
    let first = ids.next().map(is_own);
    ids.all(|id| Some(is_own(id)) == first)
}

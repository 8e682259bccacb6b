//! Tokens that were checked before.
//!
//! A fixed number of places; the hash of a token says in which few of them it may stand. Looking one
//! up takes no lock and allocates nothing. Only tokens that passed get in, so that nobody can push
//! others out with made-up ones.

use std::{any::Any, hash::BuildHasher as _, num::NonZeroUsize, sync::Arc};

use arc_swap::ArcSwapOption;
use aws_lc_rs::constant_time::verify_slices_are_equal;
use foldhash::quality::RandomState;

use crate::Secret;

/// Places in which one token may stand.
const WAYS: usize = 4;

/// Tokens that were checked, and what they say.
pub(crate) struct VerifiedTokens {
    /// Its length is a multiple of [`WAYS`].
    places: Box<[ArcSwapOption<Entry>]>,
    /// With a seed of its own, so that nobody can know which tokens share their places.
    hasher: RandomState,
}

struct Entry {
    token: Secret,
    /// The key set that the token was checked with.
    generation: u64,
    /// What the token says.
    content: Arc<dyn Any + Send + Sync>,
}

impl Entry {
    /// The whole token decides. The hash only leads here, and how long the comparison takes does
    /// not depend on where two tokens differ.
    fn is_of(&self, token: &str) -> bool {
        verify_slices_are_equal(self.token.expose().as_bytes(), token.as_bytes()).is_ok()
    }
}

impl VerifiedTokens {
    pub(crate) fn new(count: NonZeroUsize) -> Self {
        let places = count.get().div_ceil(WAYS).saturating_mul(WAYS);
        Self {
            places: (0..places).map(|_| ArcSwapOption::empty()).collect(),
            hasher: RandomState::default(),
        }
    }

    /// What a token says, if it was checked with the key set of this number and as something of type
    /// `T`.
    pub(crate) fn get<T: Any + Send + Sync>(&self, token: &str, generation: u64) -> Option<Arc<T>> {
        let (ways, _) = self.ways(token);
        ways.iter().find_map(|place| {
            let entry = place.load();
            let entry = entry.as_ref()?;
            if entry.generation != generation || !entry.content.is::<T>() || !entry.is_of(token) {
                return None;
            }
            Arc::clone(&entry.content).downcast().ok()
        })
    }

    /// Remembers a token, in place of another if need be.
    pub(crate) fn put<T: Any + Send + Sync>(&self, token: &str, generation: u64, content: Arc<T>) {
        let (ways, any) = self.ways(token);
        let free = ways.iter().find(|place| {
            place
                .load()
                .as_ref()
                .is_none_or(|entry| entry.generation != generation || entry.is_of(token))
        });
        if let Some(place) = free.or_else(|| ways.get(any)) {
            place.store(Some(Arc::new(Entry {
                token: Secret::from(token),
                generation,
                content,
            })));
        }
    }

    /// Forgets all tokens.
    pub(crate) fn clear(&self) {
        for place in &self.places {
            place.store(None);
        }
    }

    /// The places in which a token may stand, and the one of them that it takes if all are taken.
    fn ways(&self, token: &str) -> (&[ArcSwapOption<Entry>], usize) {
        let groups = (self.places.len() / WAYS).max(1) as u64;
        let hash = self.hasher.hash_one(token);
        // less than the number of groups, which is one of a `usize`
        let start = usize::try_from(hash / WAYS as u64 % groups).unwrap_or_default() * WAYS;
        let ways = self.places.get(start..start + WAYS).unwrap_or_default();
        (
            ways,
            usize::try_from(hash % WAYS as u64).unwrap_or_default(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(count: usize) -> VerifiedTokens {
        VerifiedTokens::new(NonZeroUsize::new(count).unwrap())
    }

    #[test]
    fn remembers_by_the_whole_token_the_key_set_and_the_type() {
        let tokens = tokens(1);
        tokens.put("a.b.c", 7, Arc::new(1_u32));
        assert_eq!(tokens.get::<u32>("a.b.c", 7).as_deref(), Some(&1));
        assert_eq!(tokens.get::<u32>("a.b.c", 8), None);
        assert_eq!(tokens.get::<i32>("a.b.c", 7), None);
        // all of these stand in the same places
        for other in ["a.b.d", "a.b", "a.b.c.", "b.b.c", ""] {
            assert_eq!(tokens.get::<u32>(other, 7), None, "{other}");
        }
        tokens.put("a.b.c", 8, Arc::new(2_u32));
        assert_eq!(tokens.get::<u32>("a.b.c", 7), None);
        tokens.clear();
        assert_eq!(tokens.get::<u32>("a.b.c", 8), None);
    }

    #[test]
    fn holds_so_many_and_no_more() {
        let tokens = tokens(64);
        let texts: Vec<_> = (0..1000).map(|i| i.to_string()).collect();
        for (i, text) in texts.iter().enumerate() {
            tokens.put(text, 0, Arc::new(i));
            assert_eq!(tokens.get::<usize>(text, 0).as_deref(), Some(&i));
        }
        let held = texts
            .iter()
            .filter(|text| tokens.get::<usize>(text, 0).is_some())
            .count();
        assert!((48..=64).contains(&held), "{held}");
    }

    #[test]
    fn what_was_checked_with_old_keys_makes_room_first() {
        let tokens = tokens(1);
        for generation in 0..20 {
            let texts: Vec<_> = (0..WAYS).map(|i| format!("{generation}-{i}")).collect();
            for text in &texts {
                tokens.put(text, generation, Arc::new(generation));
            }
            for text in &texts {
                assert!(tokens.get::<u64>(text, generation).is_some(), "{text}");
            }
        }
    }
}

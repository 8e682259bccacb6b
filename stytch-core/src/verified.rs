//! Tokens that were checked before.
//!
//! A fixed number of places; the hash of a token says in which few of them it may stand. Looking one
//! up takes no lock and allocates nothing. Only tokens that passed get in, so that nobody can push
//! others out with made-up ones.

use std::{any::Any, num::NonZeroUsize, sync::Arc};

use arc_swap::ArcSwapOption;
use aws_lc_rs::digest::{SHA256, SHA256_OUTPUT_LEN, digest};

/// Places in which one token may stand.
const WAYS: usize = 4;

/// Tokens that were checked, by their hash.
pub(crate) struct VerifiedTokens {
    /// Its length is a multiple of [`WAYS`].
    places: Box<[ArcSwapOption<Entry>]>,
}

/// The hash of a token, for a certain kind of check.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fingerprint([u8; SHA256_OUTPUT_LEN]);

struct Entry {
    fingerprint: Fingerprint,
    /// The key set that the token was checked with.
    generation: u64,
    /// What the token says.
    content: Arc<dyn Any + Send + Sync>,
}

impl Fingerprint {
    /// Hashes the whole token: header, payload and signature.
    pub(crate) fn of(token: &str) -> Self {
        let mut bytes = [0; SHA256_OUTPUT_LEN];
        // the lengths are the same
        bytes.copy_from_slice(digest(&SHA256, token.as_bytes()).as_ref());
        Self(bytes)
    }

    fn number(&self) -> usize {
        let mut bytes = [0; size_of::<usize>()];
        for (byte, from) in bytes.iter_mut().zip(self.0) {
            *byte = from;
        }
        usize::from_le_bytes(bytes)
    }
}

impl VerifiedTokens {
    pub(crate) fn new(count: NonZeroUsize) -> Self {
        let places = count.get().div_ceil(WAYS).saturating_mul(WAYS);
        Self {
            places: (0..places).map(|_| ArcSwapOption::empty()).collect(),
        }
    }

    /// Looks at what a token says, if it was checked with the key set of this number and as
    /// something of type `T`.
    pub(crate) fn get<T: Any + Send + Sync>(
        &self,
        fingerprint: Fingerprint,
        generation: u64,
    ) -> Option<Arc<T>> {
        self.ways(fingerprint).iter().find_map(|place| {
            let entry = place.load();
            let entry = entry.as_ref()?;
            if entry.fingerprint != fingerprint || entry.generation != generation {
                return None;
            }
            Arc::clone(&entry.content).downcast().ok()
        })
    }

    /// Remembers a token, in place of another if need be.
    pub(crate) fn put<T: Any + Send + Sync>(
        &self,
        fingerprint: Fingerprint,
        generation: u64,
        content: Arc<T>,
    ) {
        let ways = self.ways(fingerprint);
        let free = ways.iter().find(|place| {
            place.load().as_ref().is_none_or(|entry| {
                entry.fingerprint == fingerprint || entry.generation != generation
            })
        });
        // any other will do; the bytes that choose the ways must not choose here, too
        let [.., last] = fingerprint.0;
        let place = free.or_else(|| ways.get(usize::from(last) % WAYS));
        if let Some(place) = place {
            place.store(Some(Arc::new(Entry {
                fingerprint,
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

    fn ways(&self, fingerprint: Fingerprint) -> &[ArcSwapOption<Entry>] {
        let groups = self.places.len() / WAYS;
        let start = fingerprint.number() % groups.max(1) * WAYS;
        self.places.get(start..start + WAYS).unwrap_or_default()
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
        let print = Fingerprint::of("a.b.c");
        tokens.put(print, 7, Arc::new(1_u32));
        assert_eq!(tokens.get::<u32>(print, 7).as_deref(), Some(&1));
        assert_eq!(tokens.get::<u32>(print, 8), None);
        assert_eq!(tokens.get::<i32>(print, 7), None);
        assert_eq!(tokens.get::<u32>(Fingerprint::of("a.b.d"), 7), None);
        tokens.put(print, 8, Arc::new(2_u32));
        assert_eq!(tokens.get::<u32>(print, 7), None);
        tokens.clear();
        assert_eq!(tokens.get::<u32>(print, 8), None);
    }

    #[test]
    fn holds_so_many_and_no_more() {
        let tokens = tokens(64);
        let prints: Vec<_> = (0..1000).map(|i| Fingerprint::of(&i.to_string())).collect();
        for (i, print) in prints.iter().enumerate() {
            tokens.put(*print, 0, Arc::new(i));
            assert_eq!(tokens.get::<usize>(*print, 0).as_deref(), Some(&i));
        }
        let held = prints
            .iter()
            .filter(|print| tokens.get::<usize>(**print, 0).is_some())
            .count();
        assert!((48..=64).contains(&held), "{held}");
    }
}

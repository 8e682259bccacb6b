//! A set of keys in the form of RFC 7517, reduced to the keys that can check a token.

use std::{collections::HashMap, fmt, sync::Arc};

use jsonwebtoken::jwk::{
    AlgorithmParameters, CommonParameters, Jwk, KeyAlgorithm, KeyOperations, PublicKeyUse,
    RSAKeyParameters,
};
use serde::{Deserialize, Deserializer, de::Error as _};
use serde_json::json;

use crate::{
    Error, JsonObject, TokenError, Value,
    jwt::PublicKey,
    wire::{self, Receive as _},
};

/// More keys than any project has.
const MAX_KEYS: usize = 256;

/// The public keys of a project.
///
/// The client fetches them by itself. Give it a set of your own
/// (`ClientBuilder::key_set`) where it can't: without a network, or in a test.
///
/// Keys of other kinds and for other uses are tolerated and never chosen, and so are keys without a
/// name (`kid`), weak keys, and different keys that share a name.
///
/// ```
/// # use stytch_core::KeySet;
/// let keys = KeySet::from_json(
///     br#"{"keys": [{
///         "kty": "RSA", "use": "sig", "alg": "RS256", "kid": "jwk-test-1", "e": "AQAB",
///         "n": "u1SU1LfVLPHCozMxH2Mo4lgOEePzNm0tRgeLezV6ffAt0gunVTLw7onLRnrq0_IzW7yWR7QkrmBL7jTKEn5u-qKhbwKfBstIs-bMY2Zkp18gnTxKLxoS2tFczGkPLPgizskuemMghRniWaoLcyehkd3qqGElvW_VDL5AaWTg0nLVkjRo9z-40RQzuVaE8AkAFmxZzow3x-VJYKdjykkJ0iT9wCS0DRTXu269V264Vf_3jvredZiKRkgwlL9xNAwxXFg0x_XFw005UWVRIkdgcKWTjpBP2dPwVZ4WWC-9aGVd-Gyn1o0CLelf4rEjGoXbAAEgAqeGUxrcIlbjXfbcmw"
///     }]}"#,
/// )?;
/// assert_eq!(keys.key_ids().collect::<Vec<_>>(), ["jwk-test-1"]);
/// # Ok::<(), stytch_core::Error>(())
/// ```
#[derive(Clone)]
pub struct KeySet {
    keys: HashMap<Box<str>, Slot>,
}

/// What a set holds under a name.
#[derive(Clone)]
enum Slot {
    Usable(Arc<PublicKey>),
    /// No key that could check a token.
    Unusable,
    /// Several keys that could, so that the name says nothing.
    Ambiguous,
}

impl KeySet {
    /// Reads a key set as the service publishes it: a JSON object with a list `keys` (RFC 7517,
    /// section 5).
    ///
    /// # Errors
    ///
    /// [`Configuration`](crate::ErrorKind::Configuration) when the text is not such an object, or
    /// when none of its keys can check a token.
    pub fn from_json(json: &[u8]) -> Result<Self, Error> {
        let published = serde_json::from_slice(json);
        published
            .map(|Published(set)| set)
            .map_err(|_| Error::configuration("key_set", "the key set holds no usable key"))
    }

    /// The JSON that [`from_json`](Self::from_json) reads, with the keys that can check a token: to
    /// keep them for the next start, as the client's
    /// [`initial_keys`](crate::ClientBuilder::initial_keys).
    #[must_use]
    pub fn to_json(&self) -> String {
        let keys = self.keys.iter().filter_map(|(name, slot)| match slot {
            Slot::Usable(key) => {
                let RSAKeyParameters { n, e, .. } = key.parameters();
                Some(json!({
                    "kty": "RSA", "use": "sig", "alg": "RS256", "kid": name, "n": n, "e": e,
                }))
            }
            Slot::Unusable | Slot::Ambiguous => None,
        });
        json!({ "keys": keys.collect::<Value>() }).to_string()
    }

    /// Takes over the keys that can check a token, of which there may be none.
    pub(crate) fn of(list: Vec<Value>) -> Self {
        let mut keys = HashMap::new();
        for key in list.into_iter().take(MAX_KEYS) {
            if let Some((name, slot)) = Slot::read(key) {
                let known = keys.entry(name).or_insert(Slot::Unusable);
                known.add(slot);
            }
        }
        Self { keys }
    }

    /// Whether no key can check a token.
    fn is_empty(&self) -> bool {
        self.key_ids().next().is_none()
    }

    /// The names of the keys that can check a token, in no order.
    pub fn key_ids(&self) -> impl Iterator<Item = &str> {
        self.keys
            .iter()
            .filter(|(_, slot)| matches!(slot, Slot::Usable(_)))
            .map(|(name, _)| &**name)
    }

    /// The key of a header that was read before.
    pub(crate) fn known(&self, header: &str) -> Option<&PublicKey> {
        self.keys.values().find_map(|slot| match slot {
            Slot::Usable(key) if key.has_signed(header) => Some(&**key),
            _ => None,
        })
    }

    /// The key of a name, or why no token is checked with it.
    pub(crate) fn find(&self, key_id: &str) -> Result<&PublicKey, TokenError> {
        match self.keys.get(key_id) {
            Some(Slot::Usable(key)) => Ok(key),
            Some(Slot::Unusable | Slot::Ambiguous) => Err(TokenError::UnusableKey),
            None => Err(TokenError::UnknownKey),
        }
    }

    /// Whether tokens checked with one set pass with the other, too.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.keys.len() == other.keys.len()
            && self
                .keys
                .iter()
                .all(|(name, slot)| match (slot, other.keys.get(name)) {
                    (Slot::Usable(key), Some(Slot::Usable(other))) => key.is_same(other),
                    (Slot::Usable(_), _) | (_, Some(Slot::Usable(_)) | None) => false,
                    _ => true,
                })
    }
}

/// A set as it is published. One without a usable key is not taken, so that a mistake at the other
/// end does not lock everybody out.
pub(super) struct Published(pub(super) KeySet);

impl<'de> Deserialize<'de> for Published {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Default)]
        struct Body {
            keys: Vec<Value>,
        }

        impl wire::Object for Body {
            fn field(&mut self, name: &str) -> Option<wire::Slot<'_>> {
                (name == "keys").then(|| self.keys.slot())
            }
        }

        let mut body = Body::default();
        wire::read(&mut body, deserializer)?;
        let set = KeySet::of(body.keys);
        if set.is_empty() {
            return Err(D::Error::invalid_length(0, &"a usable key"));
        }
        Ok(Self(set))
    }
}

impl Slot {
    /// Reads a key. `None` if it has no name.
    fn read(key: Value) -> Option<(Box<str>, Self)> {
        let Value::Object(mut key) = key else {
            return None;
        };
        let name = match key.get("kid") {
            Some(Value::String(name)) if !name.is_empty() => Box::from(&**name),
            _ => return None,
        };
        // certificates are of no use here, and an odd one must not cost a good key
        key.retain(|name, _| !name.starts_with("x5"));
        let slot = Self::of(key).map_or(Self::Unusable, |key| Self::Usable(Arc::new(key)));
        Some((name, slot))
    }

    fn of(key: JsonObject) -> Option<PublicKey> {
        let key: Jwk = serde_json::from_value(Value::Object(key)).ok()?;
        match &key.algorithm {
            AlgorithmParameters::RSA(numbers) if is_for_signatures(&key.common) => {
                PublicKey::new(numbers)
            }
            _ => None,
        }
    }

    fn add(&mut self, new: Self) {
        match (&*self, new) {
            (Self::Unusable, new) => *self = new,
            (Self::Usable(known), Self::Usable(new)) if !known.is_same(&new) => {
                *self = Self::Ambiguous;
            }
            // the same again, or an encryption key of the same name, for example
            _ => {}
        }
    }
}

/// Whether a key is meant for RS256 signatures, as far as it says (RFC 7517, sections 4.2 to 4.4).
fn is_for_signatures(key: &CommonParameters) -> bool {
    let usage = matches!(key.public_key_use, None | Some(PublicKeyUse::Signature));
    let algorithm = matches!(key.key_algorithm, None | Some(KeyAlgorithm::RS256));
    // some writers give an empty list where they mean none
    let operations = key
        .key_operations
        .as_ref()
        .is_none_or(|list| list.is_empty() || list.contains(&KeyOperations::Verify));
    usage && algorithm && operations
}

impl fmt::Debug for KeySet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeySet")
            .field("key_ids", &self.key_ids().collect::<Vec<_>>())
            .finish()
    }
}

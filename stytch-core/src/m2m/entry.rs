//! What a source has in a store: the name of its entry, and how a token is sealed in it.

use std::time::Duration;

use aws_lc_rs::{
    aead::{AES_256_GCM, Aad, NONCE_LEN, Nonce, RandomizedNonceKey},
    hkdf::{HKDF_SHA256, Salt},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use zeroize::Zeroizing;

use super::{TokenRequest, exchange::scope_names};
use crate::{Handle, Secret};

/// What stays as it is in a key. The rest is escaped, so that no two sources share a key by chance.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b':')
    .remove(b'*');

/// What the key of the seal is for. Another form of what is sealed has another name.
const PURPOSE: &[u8] = b"stytch machine token, first form";

/// A longer value is none of ours.
const LONGEST_VALUE: usize = 64 * 1024;

/// A token that instances share.
#[derive(Clone)]
pub(super) struct Kept {
    pub(super) token: Secret,
    /// When it ends, since 1970, by the clock of the client that got it.
    pub(super) end: Duration,
    /// How long it lived when it was new.
    pub(super) life: Duration,
}

/// The place of a source in a store.
pub(super) struct Entry {
    key: String,
    /// What a value is sealed for: the key, and the service that the token is from.
    bound_to: String,
    secret: Secret,
}

impl Entry {
    /// `None` for a source that must not share: without a secret there is no seal, and with an empty
    /// scope it would be taken for one that wants all scopes.
    pub(super) fn of(client: &Handle, request: &TokenRequest) -> Option<Self> {
        let mut scopes = scope_names(request)?;
        if request.client_secret.is_empty() {
            return None;
        }
        scopes.sort_unstable();
        scopes.dedup();
        let escape = |text: &str| utf8_percent_encode(text, PLAIN).to_string();
        let scopes: Vec<_> = scopes.into_iter().map(escape).collect();
        let key = format!(
            "stytch/m2m/{}/{}/{}",
            escape(client.project_id()),
            escape(&request.client_id),
            scopes.join(",")
        );
        Some(Self {
            bound_to: format!("{key} {}", client.base_url()),
            secret: request.client_secret.clone(),
            key,
        })
    }

    pub(super) fn key(&self) -> &str {
        &self.key
    }

    pub(super) fn lease(&self) -> String {
        format!("{}/lease", self.key)
    }

    /// Makes a text of a token that only this source's like can read or make.
    pub(super) fn seal(&self, kept: &Kept) -> Option<Secret> {
        let mut bytes = Zeroizing::new(Vec::new());
        bytes.extend(kept.end.as_secs().to_be_bytes());
        bytes.extend(kept.life.as_secs().to_be_bytes());
        bytes.extend(kept.token.expose().as_bytes());
        let aad = Aad::from(&self.bound_to);
        let nonce = self
            .seal_key()?
            .seal_in_place_append_tag(aad, &mut *bytes)
            .ok()?;
        let sealed = [&nonce.as_ref()[..], bytes.as_slice()].concat();
        Some(URL_SAFE_NO_PAD.encode(sealed).into())
    }

    /// Reads such a text. Whatever is wrong with it, there is none.
    pub(super) fn open(&self, value: &Secret) -> Option<Kept> {
        if value.expose().len() > LONGEST_VALUE {
            return None;
        }
        let mut sealed = Zeroizing::new(URL_SAFE_NO_PAD.decode(value.expose()).ok()?);
        let (nonce, sealed) = sealed.split_at_mut_checked(NONCE_LEN)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let aad = Aad::from(&self.bound_to);
        let bytes = self.seal_key()?.open_in_place(nonce, aad, sealed).ok()?;
        let (end, rest) = bytes.split_first_chunk()?;
        let (life, token) = rest.split_first_chunk()?;
        let token = str::from_utf8(token).ok().filter(|text| !text.is_empty())?;
        Some(Kept {
            token: token.into(),
            end: Duration::from_secs(u64::from_be_bytes(*end)),
            life: Duration::from_secs(u64::from_be_bytes(*life)),
        })
    }

    /// The key that everybody makes who knows the machine's secret (RFC 5869).
    fn seal_key(&self) -> Option<RandomizedNonceKey> {
        let mut key = Zeroizing::new([0; 32]);
        Salt::new(HKDF_SHA256, &[])
            .extract(self.secret.expose().as_bytes())
            .expand(&[PURPOSE], HKDF_SHA256)
            .and_then(|okm| okm.fill(&mut *key))
            .ok()?;
        RandomizedNonceKey::new(&AES_256_GCM, &*key).ok()
    }
}

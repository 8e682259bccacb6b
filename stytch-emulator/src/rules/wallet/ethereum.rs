//! Ethereum, and every chain that is compatible with it.

use data_encoding::{HEXLOWER, HEXLOWER_PERMISSIVE};
use k256::ecdsa::{RecoveryId, Signature, VerifyingKey};
use sha3::{Digest as _, Keccak256};

use crate::refusal::Refusal;

/// An address: the last part of the hash of a public key.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Address([u8; 20]);

impl Address {
    /// Reads an address in any case.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let bytes = HEXLOWER_PERMISSIVE.decode(text.strip_prefix("0x")?.as_bytes());
        bytes.ok()?.try_into().ok().map(Self)
    }

    pub(crate) fn in_lower_case(&self) -> String {
        format!("0x{}", HEXLOWER.encode(&self.0))
    }

    /// With the case as a checksum (EIP-55).
    pub(crate) fn checksummed(&self) -> String {
        let digits = HEXLOWER.encode(&self.0);
        let hash = HEXLOWER.encode(&Keccak256::digest(digits.as_bytes()));
        let cased = digits
            .chars()
            .zip(hash.bytes())
            .map(|(digit, hash)| match hash {
                b'8'..=b'f' => digit.to_ascii_uppercase(),
                _ => digit,
            });
        format!("0x{}", cased.collect::<String>())
    }

    /// Whether the owner has signed this text with `personal_sign` (EIP-191, version `0x45`).
    pub(crate) fn has_signed(&self, text: &str, signature: &str) -> Result<bool, Refusal> {
        let digits = signature.strip_prefix("0x").unwrap_or(signature);
        let bytes = HEXLOWER_PERMISSIVE.decode(digits.as_bytes());
        let bytes = bytes.map_err(|_| Refusal::new("invalid_signature"))?;
        let Ok::<[u8; 65], _>(bytes) = bytes.try_into() else {
            return Err(Refusal::new("signature_is_incorrect_size"));
        };
        let (parity, numbers) = match bytes.split_last() {
            // written as 27 or 28 by most wallets, as 0 or 1 by some
            Some((parity, numbers)) => (parity.checked_sub(27).unwrap_or(*parity), numbers),
            None => return Ok(false),
        };
        let signature = Signature::from_slice(numbers);
        let (Ok(signature), Some(parity)) = (signature, RecoveryId::from_byte(parity)) else {
            return Ok(false);
        };
        let hash = personal_hash(text);
        let key = VerifyingKey::recover_from_prehash(&hash, &signature, parity);
        Ok(key.is_ok_and(|key| Self::of(&key) == *self))
    }

    /// The address of whoever has a key.
    pub(crate) fn of(key: &VerifyingKey) -> Self {
        let point = key.to_sec1_point(false);
        let coordinates = point.as_bytes().get(1..).unwrap_or_default();
        let hash = Keccak256::digest(coordinates);
        let mut address = [0; 20];
        let end = hash.iter().skip(12);
        address
            .iter_mut()
            .zip(end)
            .for_each(|(to, from)| *to = *from);
        Self(address)
    }
}

/// What a wallet signs in place of a text, so that it is no transaction.
pub(crate) fn personal_hash(text: &str) -> [u8; 32] {
    let marked = format!("\x19Ethereum Signed Message:\n{}{text}", text.len());
    Keccak256::digest(marked.as_bytes()).into()
}

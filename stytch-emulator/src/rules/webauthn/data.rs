//! What an authenticator says: authenticator data and attestation objects
//! (Web Authentication Level 3, sections 6.1 and 6.5).

use minicbor::Decoder;

use super::key::{PublicKey, once};

const USER_PRESENT: u8 = 0x01;
const BACKUP_ELIGIBLE: u8 = 0x08;
const BACKED_UP: u8 = 0x10;
const ATTESTED: u8 = 0x40;
const EXTENSIONS: u8 = 0x80;

/// The longest id that a credential may have.
const MAX_ID: usize = 1023;

/// What an authenticator says about itself and the user.
#[derive(Debug)]
pub(crate) struct AuthenticatorData<'d> {
    /// The SHA-256 hash of the domain.
    pub(crate) domain_hash: &'d [u8],
    flags: u8,
    pub(crate) counter: u32,
    /// The credential, where one was made.
    pub(crate) made: Option<Made<'d>>,
}

/// A credential that was made just now.
#[derive(Debug)]
pub(crate) struct Made<'d> {
    pub(crate) id: &'d [u8],
    /// As COSE.
    pub(crate) key: &'d [u8],
}

impl<'d> AuthenticatorData<'d> {
    pub(crate) fn read(bytes: &'d [u8]) -> Option<Self> {
        let (domain_hash, rest) = bytes.split_at_checked(32)?;
        let (flags, rest) = rest.split_first()?;
        let (counter, mut rest) = rest.split_first_chunk::<4>()?;
        let mut made = None;
        if flags & ATTESTED != 0 {
            let (_model, after) = rest.split_at_checked(16)?;
            let (length, after) = after.split_first_chunk::<2>()?;
            let length = usize::from(u16::from_be_bytes(*length));
            let (id, after) = after.split_at_checked(length)?;
            if id.is_empty() || id.len() > MAX_ID {
                return None;
            }
            let (key, after) = after.split_at_checked(item(after)?)?;
            made = Some(Made { id, key });
            rest = after;
        }
        if flags & EXTENSIONS != 0 {
            rest = rest.get(item(rest)?..)?;
        }
        // nothing is backed up that can't be
        let is_odd = flags & BACKED_UP != 0 && flags & BACKUP_ELIGIBLE == 0;
        (rest.is_empty() && !is_odd).then_some(Self {
            domain_hash,
            flags: *flags,
            counter: u32::from_be_bytes(*counter),
            made,
        })
    }

    /// Whether somebody touched the authenticator, or the like.
    pub(crate) fn is_user_present(&self) -> bool {
        self.flags & USER_PRESENT != 0
    }
}

/// The length of the CBOR item that the bytes begin with, which is a map.
fn item(bytes: &[u8]) -> Option<usize> {
    let mut decoder = Decoder::new(bytes);
    decoder.probe().map().ok()?;
    decoder.skip().ok()?;
    Some(decoder.position())
}

/// What comes of making a credential.
#[derive(Debug)]
pub(crate) struct Attestation<'d> {
    format: &'d str,
    statement: &'d [u8],
    pub(crate) data: &'d [u8],
}

impl<'d> Attestation<'d> {
    pub(crate) fn read(bytes: &'d [u8]) -> Option<Self> {
        let mut decoder = Decoder::new(bytes);
        let (mut format, mut statement, mut data) = (None, None, None);
        for _ in 0..decoder.map().ok()?? {
            match decoder.str().ok()? {
                "fmt" => once(&mut format, decoder.str().ok()?)?,
                "authData" => once(&mut data, decoder.bytes().ok()?)?,
                "attStmt" => {
                    let from = decoder.position();
                    decoder.skip().ok()?;
                    once(&mut statement, bytes.get(from..decoder.position())?)?;
                }
                _ => decoder.skip().ok()?,
            }
        }
        (decoder.position() == bytes.len()).then_some(Self {
            format: format?,
            statement: statement?,
            data: data?,
        })
    }

    /// Whether the statement holds, as far as it can be judged by itself: that of an authenticator that
    /// signs with the new key. Who made an authenticator is not asked.
    pub(crate) fn holds(&self, key: &PublicKey, signed: &[u8]) -> bool {
        match self.format {
            "none" => Decoder::new(self.statement).map().ok() == Some(Some(0)),
            "packed" => Packed::read(self.statement).is_some_and(|packed| {
                packed.has_certificate
                    || packed.algorithm == key.algorithm && key.has_signed(signed, packed.signature)
            }),
            _ => true,
        }
    }
}

/// A statement in the format `packed` (section 8.2).
struct Packed<'d> {
    algorithm: i64,
    signature: &'d [u8],
    has_certificate: bool,
}

impl<'d> Packed<'d> {
    fn read(statement: &'d [u8]) -> Option<Self> {
        let mut decoder = Decoder::new(statement);
        let (mut algorithm, mut signature, mut certificate) = (None, None, None);
        for _ in 0..decoder.map().ok()?? {
            match decoder.str().ok()? {
                "alg" => once(&mut algorithm, decoder.i64().ok()?)?,
                "sig" => once(&mut signature, decoder.bytes().ok()?)?,
                "x5c" => once(&mut certificate, decoder.skip().ok()?)?,
                _ => decoder.skip().ok()?,
            }
        }
        Some(Self {
            algorithm: algorithm?,
            signature: signature?,
            has_certificate: certificate.is_some(),
        })
    }
}

//! Public keys as authenticators give them: COSE keys (RFC 9052, section 7).

use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1, ED25519, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents,
    UnparsedPublicKey,
};
use minicbor::Decoder;
use minicbor::data::Type;

/// The kinds of signatures that are taken, by their COSE numbers, the best first: ES256, RS256, `EdDSA`.
pub(crate) const ALGORITHMS: [i64; 3] = [-7, -257, -8];

/// A public key.
#[derive(Debug)]
pub(crate) struct PublicKey {
    /// The COSE number of the kind of signatures that it checks.
    pub(crate) algorithm: i64,
    material: Material,
}

#[derive(Debug)]
enum Material {
    /// A point on P-256, uncompressed.
    P256(Vec<u8>),
    Rsa {
        modulus: Vec<u8>,
        exponent: Vec<u8>,
    },
    Ed25519(Vec<u8>),
}

impl PublicKey {
    /// Reads a key of a kind that is taken; nothing may stand behind it.
    pub(crate) fn read(cose: &[u8]) -> Option<Self> {
        let parameters = Parameters::read(cose)?;
        let algorithm = parameters.algorithm?;
        // kinds of keys: 1 is OKP, 2 is EC2, 3 is RSA (RFC 9053, section 7; RFC 8230, section 4)
        let material = match (algorithm, parameters.kind?) {
            (-7, 2) if parameters.curve == Some(1) => {
                let (x, y) = (parameters.second?, parameters.third?);
                if x.len() != 32 || y.len() != 32 {
                    return None;
                }
                Material::P256([&[4], &*x, &*y].concat())
            }
            (-8, 1) if parameters.curve == Some(6) => Material::Ed25519(parameters.second?),
            (-257, 3) => Material::Rsa {
                modulus: parameters.first?,
                exponent: parameters.second?,
            },
            _ => return None,
        };
        Some(Self {
            algorithm,
            material,
        })
    }

    /// Whether the holder of the key has signed this.
    pub(crate) fn has_signed(&self, message: &[u8], signature: &[u8]) -> bool {
        match &self.material {
            Material::P256(point) => UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point)
                .verify(message, signature)
                .is_ok(),
            Material::Ed25519(key) => UnparsedPublicKey::new(&ED25519, key)
                .verify(message, signature)
                .is_ok(),
            Material::Rsa { modulus, exponent } => RsaPublicKeyComponents {
                n: modulus,
                e: exponent,
            }
            .verify(&RSA_PKCS1_2048_8192_SHA256, message, signature)
            .is_ok(),
        }
    }
}

/// The parameters of a key, of which the first is a number for some kinds and bytes for others.
#[derive(Default)]
struct Parameters {
    kind: Option<i64>,
    algorithm: Option<i64>,
    curve: Option<i64>,
    first: Option<Vec<u8>>,
    second: Option<Vec<u8>>,
    third: Option<Vec<u8>>,
}

impl Parameters {
    fn read(cose: &[u8]) -> Option<Self> {
        let mut decoder = Decoder::new(cose);
        let mut read = Self::default();
        for _ in 0..decoder.map().ok()?? {
            match decoder.i64().ok()? {
                1 => once(&mut read.kind, decoder.i64().ok()?)?,
                3 => once(&mut read.algorithm, decoder.i64().ok()?)?,
                -1 if decoder.datatype().ok()? == Type::Bytes => {
                    once(&mut read.first, decoder.bytes().ok()?.to_vec())?;
                }
                -1 => once(&mut read.curve, decoder.i64().ok()?)?,
                -2 => once(&mut read.second, decoder.bytes().ok()?.to_vec())?,
                -3 => once(&mut read.third, decoder.bytes().ok()?.to_vec())?,
                _ => decoder.skip().ok()?,
            }
        }
        (decoder.position() == cose.len()).then_some(read)
    }
}

/// Sets what must not be there twice.
pub(super) fn once<T>(place: &mut Option<T>, value: T) -> Option<()> {
    place.replace(value).is_none().then_some(())
}

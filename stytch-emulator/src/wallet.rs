//! Crypto wallets without a browser extension, for tests.

use std::fmt;

use aws_lc_rs::rand;
use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair as _};
use data_encoding::HEXLOWER;
use k256::ecdsa::SigningKey;

use crate::rules::wallet::ethereum::{self, Address};

/// A wallet with a new key, whose owner signs whatever comes.
///
/// ```
/// use stytch_consumer::{CryptoWalletType, crypto_wallets};
/// use stytch_emulator::{Emulator, Wallet};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let emulator = Emulator::start().await?;
/// let stytch = emulator.consumer_client();
/// let wallet = Wallet::ethereum();
/// let (kind, address) = (CryptoWalletType::Ethereum, wallet.address());
///
/// let start = crypto_wallets::AuthenticateStartRequest::new(kind.clone(), &address);
/// let challenge = stytch.crypto_wallets().authenticate_start(start).await?.challenge;
/// let request = crypto_wallets::AuthenticateRequest::new(kind, address, wallet.sign(&challenge));
/// stytch.crypto_wallets().authenticate(request).await?;
/// # Ok(())
/// # }
/// ```
pub struct Wallet(Key);

enum Key {
    Ethereum(Box<SigningKey>),
    Solana(Box<Ed25519KeyPair>),
}

impl Wallet {
    /// A wallet for Ethereum and what is compatible with it.
    ///
    /// # Panics
    /// If the operating system has no randomness to give.
    #[must_use]
    pub fn ethereum() -> Self {
        loop {
            // all but a few numbers are keys
            if let Ok(key) = SigningKey::from_slice(&random()) {
                return Self(Key::Ethereum(Box::new(key)));
            }
        }
    }

    /// A wallet for Solana.
    ///
    /// # Panics
    /// If the operating system has no randomness to give.
    #[must_use]
    pub fn solana() -> Self {
        loop {
            if let Ok(key) = Ed25519KeyPair::from_seed_unchecked(&random()) {
                return Self(Key::Solana(Box::new(key)));
            }
        }
    }

    /// Its public address.
    #[must_use]
    pub fn address(&self) -> String {
        match &self.0 {
            Key::Ethereum(key) => Address::of(key.verifying_key()).checksummed(),
            Key::Solana(key) => bs58::encode(key.public_key().as_ref()).into_string(),
        }
    }

    /// What it makes of a challenge: hex after `personal_sign` for Ethereum, base58 for Solana.
    #[must_use]
    pub fn sign(&self, challenge: &str) -> String {
        match &self.0 {
            Key::Ethereum(key) => {
                let hash = ethereum::personal_hash(challenge);
                let (signature, parity) = key.sign_prehash_recoverable(&hash);
                let numbers = HEXLOWER.encode(&signature.to_bytes());
                format!("0x{numbers}{:02x}", parity.to_byte() + 27)
            }
            Key::Solana(key) => bs58::encode(key.sign(challenge.as_bytes()).as_ref()).into_string(),
        }
    }
}

impl fmt::Debug for Wallet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Wallet").field(&self.address()).finish()
    }
}

#[expect(clippy::expect_used, reason = "a test can't go on without its key")]
fn random() -> [u8; 32] {
    let mut bytes = [0; 32];
    rand::fill(&mut bytes).expect("random numbers");
    bytes
}

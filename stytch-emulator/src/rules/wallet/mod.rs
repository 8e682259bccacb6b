//! Crypto wallets: their addresses, and what they sign.

pub(crate) mod ethereum;
pub(crate) mod siwe;
pub(crate) mod solana;

use stytch_consumer::CryptoWalletType;
use stytch_core::Secret;

use crate::refusal::Refusal;
use crate::state::WalletChallenge;

/// A wallet by its address.
#[derive(Debug)]
pub(crate) enum Wallet {
    Ethereum(ethereum::Address),
    Solana(solana::Address),
}

impl Wallet {
    pub(crate) fn read(r#type: &CryptoWalletType, address: &str) -> Result<Self, Refusal> {
        match r#type {
            CryptoWalletType::Ethereum => ethereum::Address::read(address)
                .map(Self::Ethereum)
                .ok_or_else(|| Refusal::new("invalid_ethereum_address")),
            CryptoWalletType::Solana => solana::Address::read(address)
                .map(Self::Solana)
                .ok_or_else(|| Refusal::new("invalid_solana_address")),
            _ => Err(Refusal::new("invalid_wallet_type")),
        }
    }

    /// The same for all spellings of its address.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Ethereum(address) => format!("ethereum:{}", address.in_lower_case()),
            Self::Solana(address) => format!("solana:{}", address.text()),
        }
    }

    /// Its address, as wallets show it.
    pub(crate) fn address(&self) -> String {
        match self {
            Self::Ethereum(address) => address.checksummed(),
            Self::Solana(address) => address.text(),
        }
    }

    /// Makes sure that the owner of the wallet has signed a challenge.
    pub(crate) fn check(
        &self,
        challenge: &WalletChallenge,
        signature: &Secret,
    ) -> Result<(), Refusal> {
        let signature = signature.expose().trim();
        if signature.is_empty() {
            return Err(Refusal::new("signature_missing"));
        }
        let has_signed = match (&challenge.signature, self) {
            (Some(known), _) => known == signature,
            (None, Self::Ethereum(address)) => {
                address.has_signed(&challenge.challenge, signature)?
            }
            (None, Self::Solana(address)) => address.has_signed(&challenge.challenge, signature)?,
        };
        match has_signed {
            true => Ok(()),
            false => Err(unable()),
        }
    }
}

pub(crate) fn unable() -> Refusal {
    Refusal::new("unable_to_authenticate_crypto_wallet")
}

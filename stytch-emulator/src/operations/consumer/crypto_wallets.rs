//! Crypto wallets.

use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use stytch_consumer::authentication_factors::{CryptoWalletFactor, DeliveryMethod, FactorType};
use stytch_consumer::crypto_wallets::{
    AuthenticateRequest, AuthenticateResponse, AuthenticateStartRequest, AuthenticateStartResponse,
};
use stytch_consumer::users::CryptoWallet;
use stytch_core::ErrorType;

use crate::call::Call;
use crate::clock;
use crate::refusal::Refusal;
use crate::rules::attempts;
use crate::rules::users::{self, Chosen, factors, login};
use crate::rules::wallet::{self, Wallet, siwe};
use crate::state::{Record as _, User, WalletChallenge};

/// How long a challenge waits for its signature.
const LIFE: Duration = Duration::from_secs(5 * 60);

pub(crate) fn authenticate_start(
    call: &mut Call<'_>,
    request: AuthenticateStartRequest,
) -> Result<AuthenticateStartResponse, Refusal> {
    let wallet = Wallet::read(&request.crypto_wallet_type, &request.crypto_wallet_address)?;
    let expires_at = clock::after(call.now, LIFE);
    let (challenge, siwe) = match (&request.siwe_params, &wallet) {
        (None, _) => {
            let random = BASE64_URL_SAFE_NO_PAD.encode(call.random.bytes::<60>());
            (format!("Signing in with Project: {random}"), None)
        }
        (Some(asked), Wallet::Ethereum(address)) => {
            let siwe = siwe::checked(call, asked)?;
            let statement = asked.statement.as_deref();
            let text = siwe::message(call, &siwe, address, statement, expires_at);
            (text, Some(siwe))
        }
        (Some(_), Wallet::Solana(_)) => {
            return Err(ErrorType::CryptoWalletTypeIncompatibleWithSiwe.into());
        }
    };
    let chosen = Chosen {
        user_id: request
            .user_id
            .as_ref()
            .map(stytch_consumer::UserId::as_str),
        session_token: request.session_token.as_ref(),
        session_jwt: request.session_jwt.as_ref(),
    };
    let chosen = chosen.find(call)?;
    let owner = call
        .state
        .users
        .named(&User::named_by_wallet(&wallet.name()));
    let (user, is_new) = match (owner.cloned(), chosen) {
        (Some(owner), Some(chosen)) if owner.id() != chosen.id() => {
            return Err(Refusal::new("duplicate_wallet_address"));
        }
        (Some(owner), _) => (owner, false),
        (None, chosen) => {
            let is_new = chosen.is_none();
            let mut user = match chosen {
                Some(chosen) => (*chosen).clone(),
                None => users::fresh(call, None),
            };
            let mut added = CryptoWallet::default();
            added.crypto_wallet_id = call.random.id("crypto-wallet").into();
            added.crypto_wallet_address = wallet.address();
            added.crypto_wallet_type = request.crypto_wallet_type;
            user.model.crypto_wallets.push(added);
            (call.state.users.put(user), is_new)
        }
    };
    call.state.wallet_challenges.put(WalletChallenge {
        wallet: wallet.name(),
        challenge: challenge.clone(),
        siwe,
        signature: None,
        expires_at,
    });
    let mut response = AuthenticateStartResponse::default();
    response.user_id = user.model.user_id.clone();
    response.challenge = challenge;
    response.user_created = is_new;
    Ok(response)
}

pub(crate) fn authenticate(
    call: &mut Call<'_>,
    request: AuthenticateRequest,
) -> Result<AuthenticateResponse, Refusal> {
    let wallet = Wallet::read(&request.crypto_wallet_type, &request.crypto_wallet_address)?;
    let name = wallet.name();
    let owner = call
        .state
        .users
        .named(&User::named_by_wallet(&name))
        .cloned();
    let user = owner.ok_or_else(|| Refusal::new("crypto_wallet_not_found"))?;
    let challenge = attempts::prove(call, user.id(), |call| {
        let challenge = call.state.wallet_challenges.get(&name).cloned();
        let challenge = challenge.ok_or_else(wallet::unable)?;
        wallet.check(&challenge, &request.signature)?;
        match &challenge.siwe {
            Some(_) if challenge.expires_at <= call.now => {
                Err(ErrorType::SiweMessageExpired.into())
            }
            Some(siwe) if siwe.not_before > call.now => {
                Err(ErrorType::SiweMessageNotValidYet.into())
            }
            None if challenge.expires_at <= call.now => Err(wallet::unable()),
            _ => Ok(challenge),
        }
    })?;
    attempts::forget(call, user.id());
    call.state.wallet_challenges.remove(&name);
    let mut user = (*user).clone();
    let mut wallets = user.model.crypto_wallets.iter_mut();
    let used = wallets.find(|one| User::wallet_name(one).as_ref() == Some(&name));
    let used = used.ok_or_else(|| Refusal::new("crypto_wallet_not_found"))?;
    used.verified = true;
    let mut shown = CryptoWalletFactor::default();
    shown.crypto_wallet_id = used.crypto_wallet_id.clone();
    shown
        .crypto_wallet_address
        .clone_from(&used.crypto_wallet_address);
    shown.crypto_wallet_type = used.crypto_wallet_type.clone();
    let way = DeliveryMethod::CryptoWallet;
    let mut factor = factors::shown(FactorType::Crypto, way, call.now);
    factor.crypto_wallet_factor = Some(shown);
    let mut response = AuthenticateResponse::default();
    response.siwe_params = challenge.siwe.as_ref().map(siwe::shown);
    let wishes = login::wishes!(request);
    let outcome = login::with(call, user, factor, wishes)?;
    login::fill!(response, outcome);
    Ok(response)
}

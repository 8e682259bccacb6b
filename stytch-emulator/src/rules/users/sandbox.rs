//! The vendor's sandbox values of the consumer API. As in B2B, what they stand for is put into the state
//! when one of them is used, and the rules do the rest.

use std::sync::Arc;

use serde_json::Value;
use stytch_consumer::CryptoWalletType;
use stytch_consumer::authentication_factors::FactorType;
use stytch_consumer::users::UserStatus;

use super::factors::{self, Proven};
use crate::call::Call;
use crate::clock;
use crate::message::Channel;
use crate::rules::password::Hash;
use crate::rules::sandbox::{self, CODE, EMAIL, GOOD_LINK, LIFE, OAUTH, SESSION, SPENT_LINK};
use crate::rules::{codes, totp};
use crate::state::{
    Password, Record as _, SpentToken, Token, TokenKind, Totp, User, UserSession, WalletChallenge,
};

/// The number to which nothing is ever sent.
pub(crate) const PHONE: &str = "+10000000000";

/// A wallet, and a signature in its name, for which there is no key.
const WALLET: &str = "0x6df2dB4Fb3DA35d241901Bd53367770BF03123f1";
const SIGNATURE: &str = "0x0c4f82edc3c818b6beff4b89e0682994e5878074609903cecdfb";
const WALLET_ID: &str = "crypto-wallet-test-e3795c81-f849-4167-bfda-e4a6e9c280fd";

const USER_ID: &str = "user-test-e3795c81-f849-4167-bfda-e4a6e9c280fd";
const EMAIL_ID: &str = "email-test-e3795c81-f849-4167-bfda-e4a6e9c280fd";
const PHONE_ID: &str = "phone-number-test-e3795c81-f849-4167-bfda-e4a6e9c280fd";
const PASSWORD_ID: &str = "password-test-e3795c81-f849-4167-bfda-e4a6e9c280fd";
const TOTP_ID: &str = "totp-test-e3795c81-f849-4167-bfda-e4a6e9c280fd";
const SESSION_ID: &str = "session-test-e3795c81-f849-4167-bfda-e4a6e9c280fd";

/// Puts into the state what the sandbox values of a request stand for.
pub(crate) fn prepare(call: &mut Call<'_>, operation: &str) {
    let value = |name: &str| {
        let value = call.params.get(name).and_then(Value::as_str);
        value.unwrap_or_default().to_owned()
    };
    let (email, number, token) = (value("email"), value("phone_number"), value("token"));
    let (session, method_id, code) = (value("session_token"), value("method_id"), value("code"));
    let password = value("password");
    let is_user = value("user_id") == USER_ID;
    let (wallet, signature) = (value("crypto_wallet_address"), value("signature"));
    let is_new = matches!(
        operation,
        "consumer.passwords.create" | "consumer.magic_links.email.invite"
    );
    if operation == "consumer.users.create" {
        return;
    }
    if email == EMAIL && is_new {
        // these make a user, each time anew
        if let Some(user) = super::by_email(call, EMAIL) {
            super::delete(call, user.id());
        }
        return;
    }
    if email == EMAIL || number == PHONE {
        let user = user(call);
        if operation == "consumer.magic_links.email.revoke_invite" {
            let mut user = (*user).clone();
            user.model.status = UserStatus::Pending;
            call.state.users.put(user);
        } else if operation == "consumer.passwords.authenticate" {
            let id = super::password(call, user.id()).map(|password| password.id.clone());
            call.state.passwords.put(Password {
                id: id.unwrap_or_else(|| PASSWORD_ID.to_owned()),
                owner: user.id().to_owned(),
                hash: Hash::Plain { password },
                requires_reset: false,
            });
        }
    }
    let is_link = token == GOOD_LINK || token == SPENT_LINK;
    if is_link && operation == "consumer.magic_links.authenticate" {
        let user = user(call);
        let emails = user.model.emails.iter();
        let email = emails.clone().find(|email| email.email == EMAIL);
        let kind = TokenKind::UserMagicLink {
            user_id: user.id().to_owned(),
            email_id: email.map(|email| email.email_id.as_str().to_owned()),
            attributes: Default::default(),
        };
        call.state.tokens.put(Token {
            spent: SpentToken(token == SPENT_LINK),
            token: token.clone(),
            kind,
            expires_at: clock::after(call.now, LIFE),
            pkce: None,
        });
    }
    if token == OAUTH && operation == "consumer.oauth.authenticate" {
        let user = user(call);
        call.state.tokens.put(Token {
            token,
            kind: TokenKind::UserOauth {
                user_id: user.id().to_owned(),
                answer: sandbox::answer(),
            },
            expires_at: clock::after(call.now, LIFE),
            pkce: None,
            spent: SpentToken(false),
        });
    }
    if wallet == WALLET && signature == SIGNATURE {
        put_wallet(call);
    }
    if session == SESSION {
        put_session(call);
    }
    if is_user {
        put_app(call, operation);
    }
    if code == CODE && operation == "consumer.otps.authenticate" {
        put_code(call, &method_id);
    }
}

/// The user with the address and the number.
fn user(call: &mut Call<'_>) -> Arc<User> {
    let found = super::by_email(call, EMAIL);
    let has_phone = super::by_phone_number(call, PHONE).is_some();
    if let (Some(user), true) = (&found, has_phone) {
        return Arc::clone(user);
    }
    let mut user = match &found {
        Some(user) => (**user).clone(),
        None => {
            let mut user = super::fresh(call, None);
            user.model.user_id = USER_ID.into();
            let mut email = stytch_consumer::users::Email::default();
            email.email_id = EMAIL_ID.into();
            EMAIL.clone_into(&mut email.email);
            email.verified = true;
            user.model.emails.push(email);
            user
        }
    };
    if !has_phone {
        let mut phone = stytch_consumer::users::PhoneNumber::default();
        phone.phone_id = PHONE_ID.into();
        PHONE.clone_into(&mut phone.phone_number);
        phone.verified = true;
        user.model.phone_numbers.push(phone);
    }
    call.state.users.put(user)
}

/// The wallet, which is the user's, with something that it has signed.
fn put_wallet(call: &mut Call<'_>) {
    let wallet = format!("ethereum:{}", WALLET.to_lowercase());
    let name = User::named_by_wallet(&wallet);
    if call.state.users.named(&name).is_none() {
        let mut user = (*user(call)).clone();
        let mut added = stytch_consumer::users::CryptoWallet::default();
        added.crypto_wallet_id = WALLET_ID.into();
        WALLET.clone_into(&mut added.crypto_wallet_address);
        added.crypto_wallet_type = CryptoWalletType::Ethereum;
        user.model.crypto_wallets.push(added);
        call.state.users.put(user);
    }
    call.state.wallet_challenges.put(WalletChallenge {
        wallet,
        challenge: String::new(),
        siwe: None,
        signature: Some(SIGNATURE.to_owned()),
        expires_at: clock::after(call.now, LIFE),
    });
}

/// The session, alive again if it has ended.
fn put_session(call: &mut Call<'_>) {
    let user = user(call);
    let proven = Proven {
        email_id: EMAIL_ID.to_owned(),
        address: EMAIL.to_owned(),
        reset_sessions: false,
    };
    let factor = factors::by_email(FactorType::MagicLink, &proven, call.now);
    call.state.user_sessions.put(UserSession {
        id: SESSION_ID.to_owned(),
        token: SESSION.to_owned(),
        user_id: user.id().to_owned(),
        started_at: call.now,
        last_accessed_at: call.now,
        expires_at: clock::after(call.now, LIFE),
        factors: vec![factor],
        attributes: Default::default(),
        custom_claims: Default::default(),
    });
}

/// The authenticator app of the user, as an operation on it needs it.
fn put_app(call: &mut Call<'_>, operation: &str) {
    let Some(("consumer.totps", method)) = operation.rsplit_once('.') else {
        return;
    };
    let user = user(call);
    let name = Totp::named_by_owner(user.id());
    let there = call.state.totps.named(&name).map(|totp| totp.id.clone());
    match (method, there) {
        // each time anew
        ("create", Some(id)) => drop(call.state.totps.remove(&id)),
        ("create", None) => {}
        ("authenticate", _) if !sandbox::is(call, "totp_code", CODE) => {}
        ("recover", _) if !sandbox::is(call, "recovery_code", sandbox::RECOVERY_CODE) => {}
        ("recovery_codes", Some(_)) => {}
        _ => totp::put_sandbox(call, user.id(), TOTP_ID),
    }
}

/// The code that the address or number has got, if it is one of the sandbox.
fn put_code(call: &mut Call<'_>, method_id: &str) {
    let Some(owner) = super::by_factor(call, method_id) else {
        return;
    };
    let mut emails = owner.model.emails.iter();
    let is_email = emails.any(|one| one.email_id.as_str() == method_id && one.email == EMAIL);
    let mut numbers = owner.model.phone_numbers.iter();
    let is_phone =
        numbers.any(|one| one.phone_id.as_str() == method_id && one.phone_number == PHONE);
    if !is_email && !is_phone {
        return;
    }
    let channel = match is_email {
        true => Channel::Email,
        false => Channel::Sms,
    };
    codes::put_sandbox(call, factors::opened_by_code(method_id), channel);
}

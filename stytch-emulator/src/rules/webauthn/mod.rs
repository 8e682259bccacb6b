//! Passkeys and security keys: the two ceremonies of Web Authentication Level 3, section 7, with everything
//! in them that can be checked without knowing who makes authenticators.

mod data;
mod given;
mod key;
pub(crate) mod options;

use std::sync::Arc;
use std::time::Duration;

use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use stytch_core::Secret;
use url::Host;

use crate::call::Call;
use crate::clock;
use crate::refusal::Refusal;
use crate::state::{Purpose, State, WebauthnCeremony, WebauthnCredential};
use data::{Attestation, AuthenticatorData};
pub(crate) use given::Given;
use key::PublicKey;

/// How long a ceremony may take, for the browser and for the service.
const TIME: Duration = Duration::from_secs(5 * 60);

/// Makes sure that a domain is one that credentials can belong to: a name, and nothing around it.
pub(crate) fn check_domain(domain: &str) -> Result<(), Refusal> {
    match Host::parse(domain) {
        Ok(Host::Domain(parsed)) if parsed == domain && !domain.ends_with('.') => Ok(()),
        _ => Err(Refusal::new("invalid_webauthn_registration_domain")),
    }
}

/// Begins a ceremony. Its challenge.
pub(crate) fn begin(call: &mut Call<'_>, domain: &str, purpose: Purpose) -> Vec<u8> {
    forget_late(call);
    if let Purpose::Registration { user_id, .. } = &purpose {
        let name = WebauthnCeremony::named_by_registration(user_id, domain);
        let earlier = call.state.webauthn_ceremonies.named(&name);
        if let Some(challenge) = earlier.map(|earlier| earlier.challenge.clone()) {
            call.state.webauthn_ceremonies.remove(&challenge);
        }
    }
    let challenge = call.random.bytes::<32>();
    call.state.webauthn_ceremonies.put(WebauthnCeremony {
        challenge: BASE64_URL_SAFE_NO_PAD.encode(challenge),
        domain: domain.to_owned(),
        purpose,
        expires_at: clock::after(call.now, TIME),
    });
    challenge.to_vec()
}

fn forget_late(call: &mut Call<'_>) {
    let ceremonies = call.state.webauthn_ceremonies.iter();
    let late: Vec<_> = ceremonies
        .filter(|ceremony| ceremony.expires_at <= call.now)
        .map(|ceremony| ceremony.challenge.clone())
        .collect();
    for challenge in late {
        call.state.webauthn_ceremonies.remove(&challenge);
    }
}

/// The credentials of a user for a domain.
pub(crate) fn credentials<'s>(
    state: &'s State,
    user_id: &str,
    domain: &str,
) -> impl Iterator<Item = &'s Arc<WebauthnCredential>> {
    let group = WebauthnCredential::listed_by_user(user_id);
    let all: Vec<_> = state.webauthn_credentials.group(&group).collect();
    all.into_iter()
        .filter(move |credential| credential.domain == domain)
}

/// Ends a registration: checks what the browser has answered (section 7.1), and gives what to keep, under
/// this id, with the ceremony that it belongs to.
pub(crate) fn register(
    call: &mut Call<'_>,
    id: String,
    user_id: &str,
    credential: &Secret,
) -> Result<(Arc<WebauthnCredential>, Arc<WebauthnCeremony>), Refusal> {
    let unproven = || Refusal::new("unable_to_register_webauthn_registration");
    let given = Given::read(credential)?;
    let attestation = given.attestation()?;
    let malformed = || given::invalid("malformed_attestation_object");
    let attestation = Attestation::read(&attestation).ok_or_else(malformed)?;
    let data = AuthenticatorData::read(attestation.data);
    let data = data.ok_or_else(|| given::invalid("invalid_authenticator_data"))?;

    forget_late(call);
    let group = WebauthnCeremony::listed_by_user(user_id);
    let mut begun = call.state.webauthn_ceremonies.group(&group);
    let is_registering =
        |begun: &Arc<WebauthnCeremony>| matches!(begun.purpose, Purpose::Registration { .. });
    let is_begun = begun.any(is_registering);
    drop(begun);
    if !is_begun {
        return Err(Refusal::new("no_pending_webauthn_registration"));
    }
    let ceremony = ceremony(call, &given).ok_or_else(unproven)?;
    let Purpose::Registration {
        user_id: begun_by,
        user_handle,
        ..
    } = &ceremony.purpose
    else {
        return Err(unproven());
    };
    let made = data.made.as_ref().ok_or_else(unproven)?;
    let key = PublicKey::read(made.key).ok_or_else(unproven)?;
    let is_proven = begun_by == user_id
        && given.client_data.is("webauthn.create", &ceremony.domain)
        && is_for(&data, &ceremony.domain)
        && made.id == given.id
        && attestation.holds(&key, &given.signed(attestation.data));
    if !is_proven {
        return Err(unproven());
    }
    let credential_id = BASE64_URL_SAFE_NO_PAD.encode(made.id);
    let name = WebauthnCredential::named_by_credential_id(&credential_id);
    if call.state.webauthn_credentials.named(&name).is_some() {
        return Err(Refusal::new("duplicate_webauthn_registration"));
    }
    call.state.webauthn_ceremonies.remove(&ceremony.challenge);
    let kept = call.state.webauthn_credentials.put(WebauthnCredential {
        id,
        user_id: user_id.to_owned(),
        domain: ceremony.domain.clone(),
        credential_id,
        public_key: BASE64_STANDARD.encode(made.key),
        user_handle: user_handle.clone(),
        counter: data.counter,
    });
    Ok((kept, ceremony))
}

/// The credential that a browser has answered with, before anything is proven.
pub(crate) fn presented(
    call: &Call<'_>,
    given: &Given,
) -> Result<Arc<WebauthnCredential>, Refusal> {
    let id = BASE64_URL_SAFE_NO_PAD.encode(&given.id);
    let name = WebauthnCredential::named_by_credential_id(&id);
    let found = call.state.webauthn_credentials.named(&name).cloned();
    found.ok_or_else(unable)
}

/// Checks that whoever holds the credential has answered (section 7.2).
pub(crate) fn authenticate(
    call: &mut Call<'_>,
    given: &Given,
    credential: &WebauthnCredential,
) -> Result<(), Refusal> {
    let data_bytes = given.authenticator_data()?;
    let data = AuthenticatorData::read(&data_bytes);
    let data = data.ok_or_else(|| given::invalid("invalid_authenticator_data"))?;
    let signature = given.signature()?;

    forget_late(call);
    let ceremony = ceremony(call, given).ok_or_else(unable)?;
    let Purpose::Authentication { user_id } = &ceremony.purpose else {
        return Err(unable());
    };
    let handle = given.user_handle();
    let handle = handle.map(|handle| BASE64_URL_SAFE_NO_PAD.encode(handle));
    let key = BASE64_STANDARD.decode(&credential.public_key);
    let key = key.ok().and_then(|key| PublicKey::read(&key));
    // One of the two stays behind if there is a second copy. Without a count there is nothing to tell.
    let has_advanced =
        data.counter > credential.counter || (data.counter, credential.counter) == (0, 0);
    let is_proven = ceremony.domain == credential.domain
        && user_id
            .as_ref()
            .is_none_or(|user_id| *user_id == credential.user_id)
        && handle.is_none_or(|handle| handle == credential.user_handle)
        && given.client_data.is("webauthn.get", &credential.domain)
        && is_for(&data, &credential.domain)
        && key.is_some_and(|key| key.has_signed(&given.signed(&data_bytes), &signature))
        && has_advanced;
    if !is_proven {
        return Err(unable());
    }
    call.state.webauthn_ceremonies.remove(&ceremony.challenge);
    call.state.webauthn_credentials.put(WebauthnCredential {
        counter: data.counter,
        ..credential.clone()
    });
    Ok(())
}

fn unable() -> Refusal {
    Refusal::new("unable_to_auth_webauthn_registration")
}

/// The ceremony whose challenge was answered.
fn ceremony(call: &Call<'_>, given: &Given) -> Option<Arc<WebauthnCeremony>> {
    let challenge = &given.client_data.challenge;
    call.state.webauthn_ceremonies.get(challenge).cloned()
}

/// Whether the authenticator has answered for this domain, and not without its user.
fn is_for(data: &AuthenticatorData<'_>, domain: &str) -> bool {
    let hash = digest(&SHA256, domain.as_bytes());
    data.domain_hash == hash.as_ref() && data.is_user_present()
}

//! The vendor's sandbox values: each project has them, and they answer as documented.
//!
//! They are no exceptions in the operations. What they stand for is put into the state when one of them
//! is used, and the rules do the rest: a token that works is there, one that is spent is spent, and one
//! that nobody knows is not there.

use std::time::Duration;

use serde_json::Value;
use stytch_b2b::organizations::MemberStatus;

use crate::call::Call;
use crate::clock;
use crate::message::Channel;
use crate::operations::b2b::organizations::{free_slug, settings};
use crate::operations::b2b::{magic_links, otps};
use crate::rules::providers::Provider;
use crate::rules::providers::identity::ProviderIdentity;
use crate::rules::{codes, find, totp, users};
use crate::state::{
    Member, Organization, ProviderAnswer, Record as _, Session, SpentToken, Token, TokenKind,
};

/// The address to which nothing is ever sent.
pub(crate) const EMAIL: &str = "sandbox@stytch.com";

const ORGANIZATION_ID: &str = "organization-test-007d9d4a-deac-4a87-ba0a-e6e8afba4d4b";
const MEMBER_ID: &str = "member-test-007d9d4a-deac-4a87-ba0a-e6e8afba4d4b";
const TOTP_ID: &str = "member-totp-test-007d9d4a-deac-4a87-ba0a-e6e8afba4d4b";
const SESSION_ID: &str = "member-session-test-007d9d4a-deac-4a87-ba0a-e6e8afba4d4b";

/// A link's token that works, and one that was used before.
pub(super) const GOOD_LINK: &str = "DOYoip3rvIMMW5lgItikFK-Ak1CfMsgjuiCyI7uuU94=";
pub(super) const SPENT_LINK: &str = "3pzjQpgksDlGKWEwUq2Up--hCHC_0oamfLHyfspKDFU=";
/// The token of somebody who comes from a provider.
pub(super) const OAUTH: &str = "hdPVZHHX0UoRa7hJTuuPHi1vlddffSnoweRbVFf5-H8g";
/// The token of a session that lives.
pub(super) const SESSION: &str = "WJtR5BCy38Szd5AfoDpf0iqFKEt4EE5JhjlWUY7l3FtY";

/// The code that is right for the address, the number and the authenticator apps of the sandbox.
pub(crate) const CODE: &str = "000000";
/// The recovery code that goes with them.
pub(crate) const RECOVERY_CODE: &str = "a1b2-c3d4-e5f6";

/// How long what is put into the state lives.
pub(super) const LIFE: Duration = Duration::from_secs(60 * 60);

/// Puts into the state what the sandbox values of a request stand for.
pub(crate) fn prepare(call: &mut Call<'_>, operation: &str) {
    if is(call, "code", CODE)
        && let Some((opens, channel)) = opened(call, operation)
    {
        codes::put_sandbox(call, opens, channel);
    }
    let used: Vec<(String, String)> = call
        .params
        .iter()
        .filter_map(|(name, value)| Some((name, value.as_str()?)))
        .filter(|(_, value)| is_sandbox(value))
        .map(|(name, value)| (name.clone(), value.to_owned()))
        .collect();
    if used.is_empty() {
        return;
    }
    organization(call);
    let member = call.state.members.get(MEMBER_ID);
    let is_there = member.is_some_and(|member| !member.is_deleted());
    let uses_app = match operation {
        "b2b.totps.authenticate" => is(call, "code", CODE),
        "b2b.recovery_codes.recover" => is(call, "recovery_code", RECOVERY_CODE),
        _ => false,
    };
    if is_there && uses_app && is(call, "member_id", MEMBER_ID) {
        totp::put_sandbox(call, MEMBER_ID, TOTP_ID);
    }
    for (name, value) in used {
        let kind = match name.as_str() {
            "magic_links_token" => TokenKind::MagicLink {
                member_id: MEMBER_ID.to_owned(),
            },
            "discovery_magic_links_token" => TokenKind::DiscoveryMagicLink {
                email_address: EMAIL.to_owned(),
            },
            "oauth_token" => TokenKind::Oauth {
                member_id: MEMBER_ID.to_owned(),
                answer: answer(),
            },
            "discovery_oauth_token" => TokenKind::DiscoveryOauth { answer: answer() },
            "session_token" if value == SESSION && is_there => {
                session(call);
                continue;
            }
            _ => continue,
        };
        if kind.owner().is_some() && !is_there {
            continue;
        }
        let expires_at = clock::after(call.now, LIFE);
        call.state.tokens.put(Token {
            spent: SpentToken(value == SPENT_LINK),
            token: value,
            kind,
            expires_at,
            pkce: None,
        });
    }
}

/// What a provider says of the sandbox's address.
pub(super) fn answer() -> ProviderAnswer {
    ProviderAnswer {
        provider: Provider::Microsoft,
        identity: ProviderIdentity::new(EMAIL),
        custom_scopes: Vec::new(),
        asks_consent: false,
    }
}

/// What the code opens that was sent to the address or the number, if the operation asks for that.
fn opened(call: &Call<'_>, operation: &str) -> Option<(String, Channel)> {
    let text = |field: &str| call.params.get(field).and_then(Value::as_str);
    let organization = || find::organization(call.state, text("organization_id")?).ok();
    match operation {
        "b2b.otps.email.discovery.authenticate" if is(call, "email_address", EMAIL) => {
            Some((otps::email::discovery::opens(EMAIL), Channel::Email))
        }
        "b2b.otps.email.authenticate" if is(call, "email_address", EMAIL) => {
            let opens = otps::email::opens(organization()?.id(), EMAIL);
            Some((opens, Channel::Email))
        }
        "b2b.otps.sms.authenticate" => {
            let member = find::member(call.state, &*organization()?, text("member_id")?).ok()?;
            let member_id = member.model.member_id.as_str();
            let is_sandbox = member.model.mfa_phone_number == users::sandbox::PHONE;
            is_sandbox.then(|| {
                let opens = codes::text_opens(member_id, users::sandbox::PHONE);
                (opens, Channel::Sms)
            })
        }
        _ => None,
    }
}

/// Whether a field of a request has a value.
pub(super) fn is(call: &Call<'_>, field: &str, value: &str) -> bool {
    let found = call.params.get(field).and_then(Value::as_str);
    found == Some(value)
}

fn is_sandbox(value: &str) -> bool {
    [
        ORGANIZATION_ID,
        MEMBER_ID,
        GOOD_LINK,
        SPENT_LINK,
        SESSION,
        OAUTH,
        EMAIL,
    ]
    .contains(&value)
}

/// The organization, and a member of it.
fn organization(call: &mut Call<'_>) {
    if call.state.organizations.get(ORGANIZATION_ID).is_none() {
        let mut model = settings::fresh(false);
        model.organization_id = ORGANIZATION_ID.into();
        "Sandbox".clone_into(&mut model.organization_name);
        model.organization_slug = free_slug(call, "sandbox");
        model.created_at = Some(call.now);
        model.updated_at = Some(call.now);
        call.state.organizations.put(Organization { model });
    }
    if call.state.members.get(MEMBER_ID).is_none() {
        let mut model = stytch_b2b::organizations::Member::default();
        model.organization_id = ORGANIZATION_ID.into();
        model.member_id = MEMBER_ID.into();
        EMAIL.clone_into(&mut model.email_address);
        model.email_address_verified = true;
        model.status = MemberStatus::Active;
        model.created_at = Some(call.now);
        model.updated_at = Some(call.now);
        call.state.members.put(Member {
            model,
            ..Member::default()
        });
    }
}

/// The session, alive again if it has ended.
fn session(call: &mut Call<'_>) {
    let factor = magic_links::factor(SESSION_ID, EMAIL, call.now);
    call.state.sessions.put(Session {
        id: SESSION_ID.to_owned(),
        token: SESSION.to_owned(),
        member_id: MEMBER_ID.to_owned(),
        organization_id: ORGANIZATION_ID.to_owned(),
        started_at: call.now,
        last_accessed_at: call.now,
        expires_at: clock::after(call.now, LIFE),
        factors: vec![factor],
        custom_claims: Default::default(),
    });
}

//! From the claims of a session's JWT to the session type of the API.

use super::SessionModel;
use crate::{
    Claim, JsonObject, TokenError,
    clock::from_epoch,
    jwt::{Claims, Life, Member, Part, Places, Signed},
    rbac::{Rights, Subject},
    tokens::{Kind, Tokens},
    wire::{Object, Slot},
};

/// What the JWT of a session says.
pub(crate) struct SessionToken<S> {
    pub(crate) session: S,
    pub(super) jti: Option<Box<str>>,
    life: Life,
}

impl<S: SessionModel> SessionToken<S> {
    /// Where the members of the session claim go. Roles decide what is permitted, so that none may be
    /// lost; the others inform.
    const SESSION: &'static [Member] = &[
        Member::needed("id", S::ID),
        Member::needed("expires_at", "expires_at"),
        Member::needed("roles", "roles"),
        Member::extra("started_at", "started_at"),
        Member::extra("last_accessed_at", "last_accessed_at"),
        Member::extra("attributes", "attributes"),
        Member::extra("authentication_factors", "authentication_factors"),
    ];

    const ORGANIZATION: &'static [Member] = &[
        Member::needed("organization_id", "organization_id"),
        Member::extra("slug", "organization_slug"),
    ];
}

impl<S: SessionModel> Kind for SessionToken<S> {
    fn read(signed: &Signed, tokens: &Tokens) -> Result<Self, TokenError> {
        let mut session = S::default();
        let places = Places {
            session: Some(Self::SESSION),
            // that a consumer's token has one is all that matters there
            organization: S::HAS_ORGANIZATION.then_some(Self::ORGANIZATION),
            fields: &mut session,
            scopes: false,
        };
        let claims = Claims::read(signed, &tokens.expected, places)?;
        if claims.session.is_missing() {
            return Err(TokenError::WrongKind);
        }
        if claims.organization.is_missing() == S::HAS_ORGANIZATION {
            return Err(TokenError::WrongVertical);
        }
        claims.session.need(Claim::Session)?;
        if session.session_id().is_empty() {
            return Err(TokenError::InvalidClaim(Claim::Session));
        }
        if S::HAS_ORGANIZATION {
            claims.organization.need(Claim::Organization)?;
            if session.organization_id().is_none_or(str::is_empty) {
                return Err(TokenError::InvalidClaim(Claim::Organization));
            }
        }
        let life = Life::new(&claims, session.expires_at());
        if session.expires_at().is_none() {
            // the session's own end is not known, so the token's has to do
            let end = from_epoch(claims.expires).map(|end| end.to_string());
            set_text(&mut session, "expires_at", &end.unwrap_or_default());
        }
        set_text(&mut session, S::SUBJECT, &claims.subject);
        set_custom_claims(&mut session, claims.custom);
        let jti = match claims.token_id {
            Part::Read(id) => Some(Box::from(&*id)),
            _ => None,
        };
        Ok(Self { session, jti, life })
    }

    fn life(&self) -> Life {
        self.life
    }

    fn shrink(&mut self) {
        if let Some(Slot::List(factors)) = self.session.field("authentication_factors") {
            factors.shrink();
        }
    }
}

/// Whom a session belongs to, and by what right it acts.
pub(super) fn rights<S: SessionModel>(session: &S) -> Subject<'_> {
    Subject {
        organization_id: session.organization_id(),
        rights: Rights::Roles(session.roles()),
    }
}

fn set_text(session: &mut dyn Object, field: &str, text: &str) {
    match session.field(field) {
        Some(Slot::String(slot)) => text.clone_into(slot),
        // ids take any text, and a time that was just printed can be read again
        Some(Slot::Text(slot)) => drop(slot.set(text)),
        _ => {}
    }
}

fn set_custom_claims(session: &mut dyn Object, claims: JsonObject) {
    if let Some(Slot::JsonObject(slot)) = session.field("custom_claims") {
        *slot = claims;
    }
}

//! What a step of a login leads to.

use stytch_b2b::discovery::DiscoveredOrganization;
use stytch_b2b::oauth::ProviderValues;
use stytch_b2b::organizations::{Member, Organization};
use stytch_b2b::sessions::MemberSession;
use stytch_core::Secret;

use super::Pending;
use crate::callbacks::{Cause, Failure, PasswordReset};

/// What a step of a login leads to: the end of a redirect, a choice or a code that was sent by a form,
/// or any other call that logs a member in.
///
/// A handler of [`Callbacks`](crate::callbacks::Callbacks) takes it as an argument and answers with a page. The
/// cookies are the router's to set: an app that forgets one of the cases has a page too few, and no
/// hole.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Outcome {
    /// The member is logged in, and the browser has the session's cookies.
    LoggedIn(Box<LoggedIn>),
    /// The person has proven an address or an account, and chooses an organization or founds one.
    Discovered(Box<Discovered>),
    /// A second factor is due.
    MfaRequired(Box<Pending>),
    /// The organization asks for another first factor than the one that was shown, such as its own
    /// single sign-on.
    PrimaryRequired(Box<Pending>),
    /// The person may choose a password: show the form. The link has not been used yet.
    PasswordReset(Box<PasswordReset>),
    /// It has led nowhere. Nobody is logged in by it, and nobody was logged out.
    Failed(Box<Failure>),
}

/// A login that is complete.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct LoggedIn {
    /// Who it is.
    pub member: Member,
    /// Where.
    pub organization: Organization,
    /// The session, with the factors that were shown and the roles that they give.
    pub member_session: MemberSession,
    /// Opaque token of the session. The browser has it in a cookie.
    pub session_token: Secret,
    /// The session as a JWT of five minutes. The browser has it in a cookie.
    pub session_jwt: Secret,
    /// What the OAuth provider has given out: tokens for its own API.
    pub provider_values: Option<ProviderValues>,
}

/// A person who has proven who they are, and belongs nowhere yet.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Discovered {
    /// The address that was proven.
    pub email_address: String,
    /// Where the person is a member, is invited, or may join.
    pub organizations: Vec<DiscoveredOrganization>,
    /// The proof, good for ten minutes. The browser has it in a cookie.
    pub intermediate_session_token: Secret,
}

crate::callbacks::argument!(Outcome);

impl From<Failure> for Outcome {
    fn from(failure: Failure) -> Self {
        Self::Failed(Box::new(failure))
    }
}

/// What the answers of all logins say, whatever else they do.
#[derive(Debug, Default)]
pub(super) struct Answer {
    pub(super) member_authenticated: bool,
    pub(super) member: Member,
    pub(super) organization: Organization,
    pub(super) member_session: Option<MemberSession>,
    pub(super) session_token: Secret,
    pub(super) session_jwt: Secret,
    pub(super) intermediate_session_token: Secret,
    pub(super) primary_required: Option<stytch_b2b::sessions::PrimaryRequired>,
    pub(super) mfa_required: Option<stytch_b2b::mfa::MfaRequired>,
    pub(super) provider_values: Option<ProviderValues>,
}

/// An answer as an outcome. First factors come before second ones; what is none of the three is taken
/// for no login.
impl From<Answer> for Outcome {
    fn from(answer: Answer) -> Self {
        let has_session = !answer.session_token.is_empty() && !answer.session_jwt.is_empty();
        if let Some(session) = answer.member_session
            && answer.member_authenticated
            && has_session
        {
            return Self::LoggedIn(Box::new(LoggedIn {
                member: answer.member,
                organization: answer.organization,
                member_session: session,
                session_token: answer.session_token,
                session_jwt: answer.session_jwt,
                provider_values: answer.provider_values,
            }));
        }
        let token = answer.intermediate_session_token;
        let (member, organization) = (&answer.member, &answer.organization);
        if token.is_empty() {
            return Failure::new(Cause::Broken).into();
        }
        if let Some(required) = answer.primary_required {
            let pending = Pending::primary(member, organization, required, token);
            return Self::PrimaryRequired(Box::new(pending));
        }
        if let Some(required) = answer.mfa_required {
            let pending = Pending::mfa(member, organization, &required, token);
            return Self::MfaRequired(Box::new(pending));
        }
        Failure::new(Cause::Broken).into()
    }
}

/// Answers that can end in a session or in a further step.
macro_rules! logins {
    ($($response:path { $($more:ident),* }),+ $(,)?) => {$(
        impl From<$response> for Outcome {
            #[allow(clippy::needless_update, reason = "one of them has all fields")]
            fn from(response: $response) -> Self {
                Answer {
                    member_authenticated: response.member_authenticated,
                    member: response.member,
                    organization: response.organization,
                    member_session: response.member_session,
                    session_token: response.session_token,
                    session_jwt: response.session_jwt,
                    intermediate_session_token: response.intermediate_session_token,
                    mfa_required: response.mfa_required,
                    $($more: response.$more,)*
                    ..Answer::default()
                }
                .into()
            }
        }
    )+};
}

logins! {
    stytch_b2b::magic_links::AuthenticateResponse { primary_required },
    stytch_b2b::otps::email::AuthenticateResponse { primary_required },
    stytch_b2b::passwords::AuthenticateResponse { primary_required },
    stytch_b2b::passwords::email::ResetResponse { primary_required },
    stytch_b2b::passwords::existing_password::ResetResponse {},
    stytch_b2b::oauth::AuthenticateResponse { primary_required, provider_values },
    stytch_b2b::sso::AuthenticateResponse { primary_required },
    stytch_b2b::impersonation::AuthenticateResponse {},
    stytch_b2b::discovery::intermediate_sessions::ExchangeResponse { primary_required },
    stytch_b2b::sessions::ExchangeResponse { primary_required },
}

impl From<stytch_b2b::discovery::organizations::CreateResponse> for Outcome {
    fn from(response: stytch_b2b::discovery::organizations::CreateResponse) -> Self {
        Answer {
            member_authenticated: response.member_authenticated,
            member: response.member,
            organization: response.organization.unwrap_or_default(),
            member_session: response.member_session,
            session_token: response.session_token,
            session_jwt: response.session_jwt,
            intermediate_session_token: response.intermediate_session_token,
            primary_required: response.primary_required,
            mfa_required: response.mfa_required,
            ..Answer::default()
        }
        .into()
    }
}

/// Answers that end in a session, since what completes a login is asked of them.
macro_rules! completions {
    ($($response:path),+ $(,)?) => {$(
        impl From<$response> for Outcome {
            fn from(response: $response) -> Self {
                Answer {
                    member_authenticated: true,
                    member: response.member,
                    organization: response.organization,
                    member_session: response.member_session,
                    session_token: response.session_token,
                    session_jwt: response.session_jwt,
                    ..Answer::default()
                }
                .into()
            }
        }
    )+};
}

completions! {
    stytch_b2b::totps::AuthenticateResponse,
    stytch_b2b::otps::sms::AuthenticateResponse,
    stytch_b2b::recovery_codes::RecoverResponse,
}

/// Answers that prove an address or an account, and no more.
macro_rules! discoveries {
    ($($response:path),+ $(,)?) => {$(
        impl From<$response> for Outcome {
            fn from(response: $response) -> Self {
                if response.intermediate_session_token.is_empty() {
                    return Failure::new(Cause::Broken).into();
                }
                Self::Discovered(Box::new(Discovered {
                    email_address: response.email_address,
                    organizations: response.discovered_organizations,
                    intermediate_session_token: response.intermediate_session_token,
                }))
            }
        }
    )+};
}

discoveries! {
    stytch_b2b::magic_links::discovery::AuthenticateResponse,
    stytch_b2b::otps::email::discovery::AuthenticateResponse,
    stytch_b2b::oauth::discovery::AuthenticateResponse,
    stytch_b2b::passwords::discovery::AuthenticateResponse,
    stytch_b2b::passwords::discovery::email::ResetResponse,
}

//! Links that are sent by mail.

use stytch_consumer::magic_links::email::{
    InviteRequest, InviteResponse, LoginOrCreateRequest, LoginOrCreateResponse,
    RevokeInviteRequest, RevokeInviteResponse, SendRequest, SendResponse,
};
use stytch_consumer::users::{Email, UserStatus};
use stytch_consumer::{Attributes, UserId};
use stytch_core::ErrorType;

use super::MINUTES;
use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::links::{self, Link, Mail};
use crate::rules::redirect::UrlType;
use crate::rules::sessions::end_group;
use crate::rules::users::{self, Chosen, factors};
use crate::rules::{metadata, spelling};
use crate::state::{Token, TokenKind, User};

/// How long a link to sign up lives unless the request says so, in minutes.
const SIGNUP_MINUTES: u32 = 10_080;

pub(crate) fn send(call: &mut Call<'_>, request: SendRequest) -> Result<SendResponse, Refusal> {
    let chosen = Chosen {
        user_id: request.user_id.as_ref().map(UserId::as_str),
        session_token: request.session_token.as_ref(),
        session_jwt: request.session_jwt.as_ref(),
    };
    let (user, email) = factors::email_to_send_to(call, chosen, &request.email)?;
    let ways = Ways {
        login: (
            request.login_magic_link_url,
            request.login_expiration_minutes,
        ),
        signup: (
            request.signup_magic_link_url,
            request.signup_expiration_minutes,
        ),
    };
    let wanted = ways.of(&user, request.code_challenge);
    dispatch(call, &user, &email, wanted, request.attributes)?;
    let mut response = SendResponse::default();
    response.user_id = user.model.user_id.clone();
    response.email_id = email.email_id;
    Ok(response)
}

pub(crate) fn login_or_create(
    call: &mut Call<'_>,
    request: LoginOrCreateRequest,
) -> Result<LoginOrCreateResponse, Refusal> {
    let as_pending = request.create_user_as_pending;
    let found = users::by_email_or_new(call, &request.email, as_pending)?;
    let ways = Ways {
        login: (
            request.login_magic_link_url,
            request.login_expiration_minutes,
        ),
        signup: (
            request.signup_magic_link_url,
            request.signup_expiration_minutes,
        ),
    };
    let wanted = match found.is_new {
        true => ways.signup(request.code_challenge),
        false => ways.of(&found.user, request.code_challenge),
    };
    dispatch(call, &found.user, &found.factor, wanted, request.attributes)?;
    let mut response = LoginOrCreateResponse::default();
    response.user_id = found.user.model.user_id.clone();
    response.user_created = found.is_new;
    response.email_id = found.factor.email_id;
    Ok(response)
}

pub(crate) fn invite(
    call: &mut Call<'_>,
    request: InviteRequest,
) -> Result<InviteResponse, Refusal> {
    spelling::email(&request.email)?;
    let (mut user, email) = match users::by_email(call, &request.email) {
        Some(user) if user.model.status == UserStatus::Pending => {
            let mut user = (*user).clone();
            let email = factors::email_to_prove(call, &mut user, &request.email)?;
            (user, email)
        }
        Some(_) => return Err(ErrorType::DuplicateEmail.into()),
        None => {
            let mut user = users::fresh(call, Some(true));
            let email = factors::add_email(call, &mut user, &request.email)?;
            (user, email)
        }
    };
    users::set_name(&mut user, request.name);
    metadata::merge(&mut user.model.trusted_metadata, request.trusted_metadata)?;
    metadata::merge(
        &mut user.model.untrusted_metadata,
        request.untrusted_metadata,
    )?;
    let user = call.state.users.put(user);
    let wanted = Wanted {
        url: request.invite_magic_link_url,
        leads_from: UrlType::Invite,
        minutes: links::minutes(request.invite_expiration_minutes, MINUTES),
        pkce: None,
        kind: "invite",
        subject: "You are invited",
    };
    dispatch(call, &user, &email, wanted, request.attributes)?;
    let mut response = InviteResponse::default();
    response.user_id = user.model.user_id.clone();
    response.email_id = email.email_id;
    Ok(response)
}

pub(crate) fn revoke_invite(
    call: &mut Call<'_>,
    request: RevokeInviteRequest,
) -> Result<RevokeInviteResponse, Refusal> {
    let user = users::by_email(call, &request.email)
        .filter(|user| user.model.status == UserStatus::Pending)
        .ok_or_else(|| Refusal::from(ErrorType::EmailNotFound))?;
    let user_id = user.model.user_id.as_str();
    let group = Token::listed_by_owner(user_id);
    end_group(&mut call.state.tokens, &group, None);
    // there is nothing else by which the user could come
    if factors::count(&user) == 1 && user.model.external_id.is_none() {
        users::delete(call, user_id);
    }
    Ok(RevokeInviteResponse::default())
}

/// A link that a user is to get, apart from whose it is.
struct Wanted {
    url: Option<String>,
    leads_from: UrlType,
    minutes: u32,
    pkce: Option<String>,
    kind: &'static str,
    subject: &'static str,
}

/// Where links lead and how long they live, for those who were here before and for those who were not.
struct Ways {
    login: (Option<String>, Option<i32>),
    signup: (Option<String>, Option<i32>),
}

impl Ways {
    fn of(self, user: &User, pkce: Option<String>) -> Wanted {
        match user.model.status {
            UserStatus::Pending => self.signup(pkce),
            _ => Wanted {
                url: self.login.0,
                leads_from: UrlType::Login,
                minutes: links::minutes(self.login.1, MINUTES),
                pkce,
                kind: "login",
                subject: "Log in",
            },
        }
    }

    fn signup(self, pkce: Option<String>) -> Wanted {
        Wanted {
            url: self.signup.0,
            leads_from: UrlType::Signup,
            minutes: links::minutes(self.signup.1, SIGNUP_MINUTES),
            pkce,
            kind: "signup",
            subject: "Sign up",
        }
    }
}

/// Sends a link to an address of a user.
fn dispatch(
    call: &mut Call<'_>,
    user: &User,
    to: &Email,
    wanted: Wanted,
    attributes: Option<Attributes>,
) -> Result<(), Refusal> {
    let link = Link {
        opens: TokenKind::UserMagicLink {
            user_id: user.model.user_id.as_str().to_owned(),
            email_id: Some(to.email_id.as_str().to_owned()),
            attributes: attributes.unwrap_or_default(),
        },
        token_type: "magic_links",
        url: wanted.url,
        leads_from: wanted.leads_from,
        minutes: wanted.minutes,
        pkce: wanted.pkce,
    };
    let mail = Mail {
        to: &to.email,
        kind: wanted.kind,
        subject: wanted.subject.to_owned(),
        organization: None,
        link,
        login: None,
    };
    links::send(call, mail)
}

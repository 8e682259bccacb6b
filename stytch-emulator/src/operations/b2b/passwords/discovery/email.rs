//! A password for all organizations of an address, by a link in a mail.

use stytch_b2b::authentication_factors::FactorType;
use stytch_b2b::passwords::discovery::email::{
    ResetRequest, ResetResponse, ResetStartRequest, ResetStartResponse,
};
use stytch_core::ErrorType;

use crate::call::Call;
use crate::operations::b2b::discovery;
use crate::operations::b2b::passwords::{email::USUAL_MINUTES, kept};
use crate::refusal::Refusal;
use crate::rules::links::{self, Link, Mail};
use crate::rules::redirect::UrlType;
use crate::rules::{factors, login, sessions, spelling, tokens};
use crate::state::{Member, Password, TokenKind};

pub(crate) fn reset_start(
    call: &mut Call<'_>,
    request: ResetStartRequest,
) -> Result<ResetStartResponse, Refusal> {
    kept::cross_organization(call)?;
    let email = &request.email_address;
    spelling::email(email)?;
    let minutes = links::minutes(request.reset_password_expiration_minutes, USUAL_MINUTES);
    let link = Link {
        opens: TokenKind::DiscoveryPasswordReset {
            email_address: email.clone(),
        },
        token_type: "discovery",
        url: request.reset_password_redirect_url,
        leads_from: UrlType::ResetPassword,
        minutes,
        pkce: request.pkce_code_challenge.clone(),
    };
    let login = Link {
        opens: TokenKind::DiscoveryMagicLink {
            email_address: email.clone(),
        },
        token_type: "discovery",
        url: request.discovery_redirect_url,
        leads_from: UrlType::Discovery,
        minutes,
        pkce: request.pkce_code_challenge,
    };
    let mail = Mail {
        to: email,
        kind: "reset_password",
        subject: "Set a password".to_owned(),
        organization: None,
        link,
        login: Some(login),
    };
    links::send(call, mail)?;
    Ok(ResetStartResponse::default())
}

pub(crate) fn reset(call: &mut Call<'_>, request: ResetRequest) -> Result<ResetResponse, Refusal> {
    kept::cross_organization(call)?;
    let token = tokens::spend(
        call,
        &request.password_reset_token,
        request.pkce_code_verifier.as_ref(),
        tokens::PASSWORD_RESET,
    )?;
    let TokenKind::DiscoveryPasswordReset {
        email_address: email,
    } = &token.kind
    else {
        return Err(ErrorType::UnableToAuthPasswordResetToken.into());
    };
    kept::choose(
        call,
        &Password::owned_by_address(email),
        &request.password,
        email,
    )?;
    let group = Member::listed_by_email(email);
    let members = call.state.members.group(&group);
    let ids: Vec<_> = members
        .map(|member| member.model.member_id.as_str().to_owned())
        .collect();
    for id in ids {
        sessions::end_all(call.state, &id, None);
    }
    // the link has proven the address, as one to log in does
    let email_id = call.random.id("email");
    let link = factors::email(FactorType::MagicLink, &email_id, email, call.now);
    let mut begun = (*login::begin(call, email, link)).clone();
    begun.factors.push(factors::password(call.now));
    let begun = call.state.intermediate_sessions.put(begun);
    let mut response = ResetResponse::default();
    discovery::fill!(response, call, email, begun);
    Ok(response)
}

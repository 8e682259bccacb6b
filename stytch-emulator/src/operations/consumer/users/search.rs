//! The search for users.

use stytch_consumer::UserId;
use stytch_consumer::users::{self as models, SearchRequest, SearchResponse, UserFilter};

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::search::{Query, are_of_one_kind, begins, contains, fuzzy};
use crate::rules::users::{self, factors};
use crate::rules::{pages, totp};
use crate::state::{Record as _, User};

pub(crate) fn search(
    call: &mut Call<'_>,
    request: SearchRequest,
) -> Result<SearchResponse, Refusal> {
    factors::forget_unproven(call);
    let query = match request.query {
        None => Query::all(),
        Some(query) => Query::new(query.operator.as_str(), query.operands, make_ready)?,
    };
    let call = &*call;
    let users = call.state.users.iter();
    let found = users.filter(|user| query.finds(|filter| holds(call, user, filter)));
    let cursor = request.cursor.as_deref();
    let (page, metadata) = pages::page(found, |user| user.id(), cursor, request.limit)
        .map_err(|_| Refusal::new("user_search_invalid_limit"))?;
    let mut response = SearchResponse::default();
    response.results = page
        .into_iter()
        .map(|user| users::shown(call, user))
        .collect();
    response.results_metadata.total = metadata.total;
    response.results_metadata.next_cursor = metadata.next_cursor;
    Ok(response)
}

fn make_ready(filter: &mut UserFilter) -> Result<(), Refusal> {
    match filter {
        UserFilter::FullNameFuzzy(text) => fuzzy(text, "user_search_full_name_fuzzy_too_short"),
        UserFilter::EmailAddressFuzzy(text) => {
            fuzzy(text, "user_search_email_address_fuzzy_too_short")
        }
        UserFilter::PhoneNumberFuzzy(text) => {
            fuzzy(text, "user_search_phone_number_fuzzy_too_short")
        }
        UserFilter::Status(models::UserStatus::Unknown(_)) => {
            Err(Refusal::new("user_search_invalid_status_filter"))
        }
        UserFilter::UserId(ids) => {
            let ids = ids.iter().map(UserId::as_str);
            let refusal = "user_search_cannot_mix_internal_and_external_user_ids";
            match are_of_one_kind(ids, "user-") {
                true => Ok(()),
                false => Err(Refusal::new(refusal)),
            }
        }
        UserFilter::Other { filter_name, .. } => {
            let refusal = Refusal::new("user_search_filter_name_not_recognized");
            Err(refusal.because(format!("No such filter: {filter_name}")))
        }
        _ => Ok(()),
    }
}

fn holds(call: &Call<'_>, user: &User, filter: &UserFilter) -> bool {
    let model = &user.model;
    let emails = &model.emails;
    let numbers = &model.phone_numbers;
    let keys = &model.webauthn_registrations;
    let wallets = &model.crypto_wallets;
    match filter {
        UserFilter::CreatedAtGreaterThan(time) => model.created_at > Some(*time),
        UserFilter::CreatedAtLessThan(time) => model
            .created_at
            .is_some_and(|created_at| created_at < *time),
        UserFilter::CreatedAtBetween(span) => model.created_at.is_some_and(|created_at| {
            created_at > span.greater_than && created_at < span.less_than
        }),
        UserFilter::Status(status) => model.status == *status,
        UserFilter::OauthProvider(wanted) => has(&model.providers, wanted, |one, wanted| {
            one.provider_type.eq_ignore_ascii_case(wanted)
        }),
        UserFilter::UserId(ids) => ids
            .iter()
            .any(|id| *id == model.user_id || model.external_id.as_deref() == Some(id.as_str())),
        UserFilter::FullNameFuzzy(text) => model.name.iter().any(|name| {
            let parts = [&name.first_name, &name.middle_name, &name.last_name];
            let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
            begins(&parts.join(" "), text) || parts.iter().any(|part| begins(part, text))
        }),
        UserFilter::PhoneNumber(wanted) => {
            has(numbers, wanted, |one, wanted| one.phone_number == *wanted)
        }
        UserFilter::PhoneId(wanted) => has(numbers, wanted, |one, wanted| one.phone_id == *wanted),
        UserFilter::PhoneVerified(is) => *is == numbers.iter().any(|one| one.verified),
        UserFilter::PhoneNumberFuzzy(text) => {
            numbers.iter().any(|one| contains(&one.phone_number, text))
        }
        UserFilter::EmailAddress(wanted) => has(emails, wanted, |one, wanted| {
            one.email.eq_ignore_ascii_case(wanted)
        }),
        UserFilter::EmailId(wanted) => has(emails, wanted, |one, wanted| one.email_id == *wanted),
        UserFilter::EmailVerified(is) => *is == emails.iter().any(|one| one.verified),
        UserFilter::EmailAddressFuzzy(text) => emails.iter().any(|one| {
            let domain = one.email.rsplit_once('@').map(|(_, domain)| domain);
            begins(&one.email, text) || domain.is_some_and(|domain| begins(domain, text))
        }),
        UserFilter::WebauthnRegistrationVerified(is) => *is == keys.iter().any(|one| one.verified),
        UserFilter::WebauthnRegistrationId(wanted) => has(keys, wanted, |one, wanted| {
            one.webauthn_registration_id == *wanted
        }),
        UserFilter::CryptoWalletId(wanted) => has(wallets, wanted, |one, wanted| {
            one.crypto_wallet_id == *wanted
        }),
        UserFilter::CryptoWalletAddress(wanted) => has(wallets, wanted, |one, wanted| {
            one.crypto_wallet_address.eq_ignore_ascii_case(wanted)
        }),
        UserFilter::CryptoWalletVerified(is) => *is == wallets.iter().any(|one| one.verified),
        UserFilter::TotpId(wanted) => totp::of(call, user.id())
            .is_some_and(|totp| wanted.iter().any(|id| id.as_str() == totp.id)),
        UserFilter::TotpVerified(is) => {
            *is == totp::of(call, user.id()).is_some_and(|totp| totp.is_verified)
        }
        UserFilter::PasswordExists(is) => *is == users::password(call, user.id()).is_some(),
        // refused before
        _ => false,
    }
}

fn has<T, W>(all: &[T], wanted: &[W], is: impl Fn(&T, &W) -> bool) -> bool {
    all.iter()
        .any(|one| wanted.iter().any(|wanted| is(one, wanted)))
}

//! Users of the consumer API and their accounts at OAuth providers.

use std::sync::Arc;

use stytch_consumer::authentication_factors::{AuthenticationFactor, FactorType, OauthFactor};
use stytch_consumer::users::OauthProvider;

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::providers::{Provider, of_user};
use crate::rules::users::{self, factors};
use crate::state::{ProviderAnswer, Record as _, User, UserSession};

/// The user whom a provider has sent, and whether the user has come into being for it.
pub(crate) struct Admitted {
    pub(crate) user: Arc<User>,
    pub(crate) is_new: bool,
}

/// Finds the user whom a provider has sent, or makes one. The app may have said who it is.
pub(crate) fn admit(
    call: &mut Call<'_>,
    answer: &ProviderAnswer,
    attach_to: Option<&str>,
) -> Result<Admitted, Refusal> {
    let known = |user| {
        Ok(Admitted {
            user,
            is_new: false,
        })
    };
    let registered = registered(call, answer);
    if let Some(user_id) = attach_to {
        let user = users::by_id(call, user_id)?;
        return match registered {
            Some(other) if other.id() != user.id() => {
                let message = "The account is another user's already.";
                Err(Refusal::new("invalid_oauth_attach_token").because(message))
            }
            _ => known(user),
        };
    }
    if let Some(user) = registered {
        return known(user);
    }
    let email = &answer.identity.email_address;
    let vouches = answer.provider.vouches_to_users(&answer.identity);
    if vouches && let Some(user) = users::by_email(call, email) {
        return known(user);
    }
    let mut user = users::fresh(call, None);
    let (first, last) = match answer.identity.name.split_once(' ') {
        Some((first, last)) => (first, Some(last.to_owned())),
        None => (answer.identity.name.as_str(), None),
    };
    let mut name = stytch_consumer::users::Name::default();
    name.first_name = Some(first.to_owned()).filter(|first| !first.is_empty());
    name.last_name = last;
    users::set_name(&mut user, Some(name));
    register(call, &mut user, answer);
    if vouches {
        factors::add_email(call, &mut user, email)?;
    }
    Ok(Admitted {
        user: call.state.users.put(user),
        is_new: true,
    })
}

/// The user who has an account.
fn registered(call: &Call<'_>, answer: &ProviderAnswer) -> Option<Arc<User>> {
    let name = User::named_by_account(answer.provider.name(), &answer.identity.subject);
    call.state.users.named(&name).cloned()
}

/// What comes of a login at a provider.
pub(crate) struct LoggedIn {
    pub(crate) factor: AuthenticationFactor,
    pub(crate) registration_id: String,
    pub(crate) reset_sessions: bool,
}

/// Makes an account one of a user's, and the address one that is proven if the provider vouches for it
/// and nobody else has it.
pub(crate) fn log_in(
    call: &mut Call<'_>,
    user: &mut User,
    answer: &ProviderAnswer,
    session: Option<&UserSession>,
) -> Result<LoggedIn, Refusal> {
    let identity = &answer.identity;
    if registered(call, answer).is_some_and(|other| other.id() != user.id()) {
        return Err(Refusal::new("oauth_token_not_found"));
    }
    let registration_id = register(call, user, answer);
    let mut proven = None;
    if answer.provider.vouches_to_users(identity) {
        let address = &identity.email_address;
        let emails = &user.model.emails;
        let own = emails
            .iter()
            .find(|email| email.email.eq_ignore_ascii_case(address))
            .map(|email| email.email_id.as_str().to_owned());
        let id = match own {
            Some(id) => Some(id),
            None if users::by_email(call, address).is_some() => None,
            None => {
                let added = factors::add_email(call, user, address)?;
                Some(added.email_id.as_str().to_owned())
            }
        };
        proven = id.and_then(|id| factors::prove_email(call, user, &id, session));
    }
    let mut account = OauthFactor::default();
    account.id = registration_id.as_str().into();
    account.provider_subject.clone_from(&identity.subject);
    account.email_id = proven
        .as_ref()
        .map(|proven| proven.email_id.as_str().into());
    let delivery = of_user::delivery_method(answer.provider);
    let mut factor = factors::shown(FactorType::Oauth, delivery, call.now);
    *of_user::account(answer.provider, &mut factor) = Some(account);
    Ok(LoggedIn {
        factor,
        registration_id,
        reset_sessions: proven.is_some_and(|proven| proven.reset_sessions),
    })
}

/// Makes an account one of a user's. Its id.
fn register(call: &mut Call<'_>, user: &mut User, answer: &ProviderAnswer) -> String {
    let identity = &answer.identity;
    let name = answer.provider.name();
    let mut known = user.model.providers.iter();
    let known =
        known.find(|one| one.provider_type == name && one.provider_subject == identity.subject);
    if let Some(known) = known {
        return known.oauth_user_registration_id.as_str().to_owned();
    }
    let told = |name: &str| {
        let told = identity.attributes.get(name).and_then(|told| told.as_str());
        told.unwrap_or_default().to_owned()
    };
    let id = call.random.id("oauth-user");
    let mut registration = OauthProvider::default();
    registration.provider_type = name.to_owned();
    registration.provider_subject.clone_from(&identity.subject);
    registration.profile_picture_url = told("picture");
    registration.locale = told("locale");
    registration.oauth_user_registration_id = id.as_str().into();
    user.model.providers.push(registration);
    id
}

/// The provider that a request names, if users can log in there.
pub(crate) fn provider(slug: &str) -> Result<Provider, Refusal> {
    let provider = Provider::find(slug)?;
    match provider.is_for_users() {
        true => Ok(provider),
        false => Err(Refusal::new("invalid_oauth_provider")),
    }
}

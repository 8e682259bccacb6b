// Generated from spec/consumer/users.yaml by `cargo xtask generate`. Do not edit.

//! The people who use your app, with everything they can log in with.
//!
//! A user comes into being here with [`users().create`](crate::users::Users::create), or at the
//! first login by one of the `login_or_create` methods, OAuth or a new password. Whatever a user
//! logs in with hangs on the one [`users::User`](crate::users::User), which most answers of the API
//! carry along.

use stytch_core::wire::{Body, Fields, Object, Page, Receive, Slot, Write, list};
use stytch_core::{JsonObject, Timestamp, Value};

use crate::connected_app::ClientType;
use crate::webauthn::AuthenticatorType;
use crate::{
    Attributes, BiometricRegistrationId, ConnectedAppId, CryptoWalletId, CryptoWalletType, EmailId,
    OauthRegistrationId, PasswordId, PhoneId, ResultsMetadata, SearchOperator, TotpId, UserId,
    WebauthnRegistrationId,
};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Verb};

#[cfg(feature = "deserialize")]
use serde::{Deserialize, Deserializer};
#[cfg(feature = "deserialize")]
use stytch_core::wire::Operand;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.users()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Users {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Users {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Creates a user, known by an email address, a phone number or both.
    ///
    /// Nothing is sent to the user. To let people sign up by themselves, use a method that proves the
    /// address on the way, such as
    /// [`magic_links().email().login_or_create`](crate::magic_links::email::Email::login_or_create) or
    /// [`otps().sms().login_or_create`](crate::otps::sms::Sms::login_or_create).
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`invalid_phone_number`](crate::ErrorType::InvalidPhoneNumber): The phone number is not in
    ///   E.164 format, such as `+12025550162`.
    /// - [`duplicate_email`](crate::ErrorType::DuplicateEmail): Another user of the project has this
    ///   email address.
    /// - [`duplicate_phone_number`](crate::ErrorType::DuplicatePhoneNumber): Another user of the
    ///   project has this phone number.
    /// - [`duplicate_user_external_id`](crate::ErrorType::DuplicateUserExternalId): Another user of the
    ///   project has this external id.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::{json, users};
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = users::CreateRequest::new()
    ///     .email("ada@example.com")
    ///     .external_id("customer-1815")
    ///     .trusted_metadata(json!({"plan": "pro"}));
    /// let created = stytch.users().create(request).await?;
    /// println!("{}", created.user_id);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/users` ([reference](https://stytch.com/docs/api/create-user))
    pub fn create(&self, request: CreateRequest) -> Call<CreateResponse> {
        const OPERATION: Operation = Operation::new("users.create", Verb::Post, "/v1/users");
        self.client
            .prepare(&OPERATION)
            .object("trusted_metadata", &request.trusted_metadata)
            .object("untrusted_metadata", &request.untrusted_metadata)
            .json(&request)
            .into_call()
    }

    /// Fetches a user with all factors and metadata.
    ///
    /// The answer holds the fields of [`users::User`](crate::users::User) directly.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`user_not_found`](crate::ErrorType::UserNotFound): The project has no such user.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::users;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let user_id = "user-test-7c3e5a18-2f4b-4d96-8e01-b5a9c6d7f210";
    /// let user = stytch.users().get(users::GetRequest::new(user_id)).await?;
    /// for email in user.emails.iter().filter(|email| email.verified) {
    ///     println!("{}", email.email);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET /v1/users/{user_id}` ([reference](https://stytch.com/docs/api/get-user))
    pub fn get(&self, request: GetRequest) -> Call<GetResponse> {
        const OPERATION: Operation = Operation::new("users.get", Verb::Get, "/v1/users/{user_id}");
        self.client
            .prepare(&OPERATION)
            .path("user_id", request.user_id.as_str())
            .into_call()
    }

    /// Searches the users of the project.
    ///
    /// Meant for back offices and exports, not for login flows: an answer takes from about 150
    /// milliseconds up to 9 seconds, and 150 searches a minute are allowed. Without a query, all users
    /// come, page by page.
    ///
    /// Await the call for one page, or go through all of them with `.stream()` and `.pages()`.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`too_many_requests`](crate::ErrorType::TooManyRequests): The rate limit is reached; wait
    ///   before the next try.
    /// - [`user_search_full_name_fuzzy_too_short`](crate::ErrorType::UserSearchFullNameFuzzyTooShort):
    ///   The text of `full_name_fuzzy` is too short to search for.
    /// - [`user_search_email_address_fuzzy_too_short`](crate::ErrorType::UserSearchEmailAddressFuzzyTooShort):
    ///   The text of `email_address_fuzzy` is too short to search for.
    /// - [`user_search_phone_number_fuzzy_too_short`](crate::ErrorType::UserSearchPhoneNumberFuzzyTooShort):
    ///   The text of `phone_number_fuzzy` is too short to search for.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::{SearchOperator, users};
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let query = users::SearchUsersQuery::new(
    ///     SearchOperator::And,
    ///     [
    ///         users::UserFilter::status(users::UserStatus::Active),
    ///         users::UserFilter::password_exists(true),
    ///     ],
    /// );
    /// let request = users::SearchRequest::new().query(query).limit(200);
    /// // The stream fetches the next page when it needs one.
    /// let mut users = stytch.users().search(request).stream();
    /// while let Some(user) = users.next().await {
    ///     println!("{}", user?.user_id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/users/search` ([reference](https://stytch.com/docs/api/search-users))
    pub fn search(&self, request: SearchRequest) -> Call<SearchResponse> {
        const OPERATION: Operation = Operation::new("users.search", Verb::Post, "/v1/users/search")
            .repeatable()
            .paged_by("cursor");
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Changes what you keep about a user: name, metadata, external id and roles.
    ///
    /// Email addresses and phone numbers cannot be added here, because their owner has to prove them:
    /// pass the new one together with the `user_id` to
    /// [`magic_links().email().send`](crate::magic_links::email::Email::send),
    /// [`otps().email().send`](crate::otps::email::Email::send),
    /// [`otps().sms().send`](crate::otps::sms::Sms::send) or
    /// [`otps().whatsapp().send`](crate::otps::whatsapp::Whatsapp::send). Once the user has logged in
    /// with what came, it stays and counts as verified. If that has not happened after five minutes it
    /// is taken off again, and a later login with it makes a new user.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`user_not_found`](crate::ErrorType::UserNotFound): The project has no such user.
    /// - [`duplicate_user_external_id`](crate::ErrorType::DuplicateUserExternalId): Another user of the
    ///   project has this external id.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::users;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let user_id = "user-test-7c3e5a18-2f4b-4d96-8e01-b5a9c6d7f210";
    /// let request = users::UpdateRequest::new(user_id)
    ///     .name(users::Name::new().first_name("Ada").last_name("Lovelace"))
    ///     .roles(["editor"]);
    /// let updated = stytch.users().update(request).await?;
    /// println!("{:?}", updated.user.name);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `PUT /v1/users/{user_id}` ([reference](https://stytch.com/docs/api/update-user))
    pub fn update(&self, request: UpdateRequest) -> Call<UpdateResponse> {
        const OPERATION: Operation =
            Operation::new("users.update", Verb::Put, "/v1/users/{user_id}");
        self.client
            .prepare(&OPERATION)
            .path("user_id", request.user_id.as_str())
            .object("trusted_metadata", &request.trusted_metadata)
            .object("untrusted_metadata", &request.untrusted_metadata)
            .json(&request)
            .into_call()
    }

    /// Replaces a user's only email address or phone number by another one.
    ///
    /// An address may take the place of a number and the other way round. Works only for users with
    /// exactly one factor. Whoever owns the new address or number can log in to the account from then
    /// on: treat the call as one for administrators, and check with care who wants the change.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`invalid_phone_number`](crate::ErrorType::InvalidPhoneNumber): The phone number is not in
    ///   E.164 format, such as `+12025550162`.
    /// - [`user_not_found`](crate::ErrorType::UserNotFound): The project has no such user.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::users;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let user_id = "user-test-7c3e5a18-2f4b-4d96-8e01-b5a9c6d7f210";
    /// let request =
    ///     users::ExchangePrimaryFactorRequest::new(user_id).email_address("ada@example.org");
    /// let exchanged = stytch.users().exchange_primary_factor(request).await?;
    /// println!("{} addresses", exchanged.user.emails.len());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `PUT /v1/users/{user_id}/exchange_primary_factor`
    pub fn exchange_primary_factor(
        &self,
        request: ExchangePrimaryFactorRequest,
    ) -> Call<ExchangePrimaryFactorResponse> {
        const OPERATION: Operation = Operation::new(
            "users.exchange_primary_factor",
            Verb::Put,
            "/v1/users/{user_id}/exchange_primary_factor",
        );
        self.client
            .prepare(&OPERATION)
            .path("user_id", request.user_id.as_str())
            .json(&request)
            .into_call()
    }

    /// Deletes a user.
    ///
    /// The API has no way to bring a deleted user back.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`user_not_found`](crate::ErrorType::UserNotFound): The project has no such user.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::users;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let user_id = "user-test-7c3e5a18-2f4b-4d96-8e01-b5a9c6d7f210";
    /// match stytch.users().delete(users::DeleteRequest::new(user_id)).await {
    ///     Ok(gone) => println!("{} is gone", gone.user_id),
    ///     Err(error) if error.is_not_found() => println!("there was no such user"),
    ///     Err(error) => return Err(error.into()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `DELETE /v1/users/{user_id}` ([reference](https://stytch.com/docs/api/delete-user))
    pub fn delete(&self, request: DeleteRequest) -> Call<DeleteResponse> {
        const OPERATION: Operation =
            Operation::new("users.delete", Verb::Delete, "/v1/users/{user_id}");
        self.client
            .prepare(&OPERATION)
            .path("user_id", request.user_id.as_str())
            .into_call()
    }

    /// Removes an email address from its user.
    ///
    /// A user keeps at least one email address, phone number or OAuth registration, so the last of
    /// these cannot be removed: exchange it with
    /// [`users().exchange_primary_factor`](crate::users::Users::exchange_primary_factor), or delete the
    /// user.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`email_not_found`](crate::ErrorType::EmailNotFound): No user of the project has this email
    ///   address.
    /// - [`cannot_delete_last_primary_factor`](crate::ErrorType::CannotDeleteLastPrimaryFactor): The
    ///   user would be left without an email address, a phone number and an OAuth registration.
    ///
    /// `DELETE /v1/users/emails/{email_id}` ([reference](https://stytch.com/docs/api/delete-user-email))
    pub fn delete_email(&self, request: DeleteEmailRequest) -> Call<DeleteEmailResponse> {
        const OPERATION: Operation = Operation::new(
            "users.delete_email",
            Verb::Delete,
            "/v1/users/emails/{email_id}",
        );
        self.client
            .prepare(&OPERATION)
            .path("email_id", request.email_id.as_str())
            .into_call()
    }

    /// Removes a phone number from its user.
    ///
    /// A user keeps at least one email address, phone number or OAuth registration, so the last of
    /// these cannot be removed: exchange it with
    /// [`users().exchange_primary_factor`](crate::users::Users::exchange_primary_factor), or delete the
    /// user.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`phone_number_not_found`](crate::ErrorType::PhoneNumberNotFound): No user of the project has
    ///   this phone number.
    /// - [`cannot_delete_last_primary_factor`](crate::ErrorType::CannotDeleteLastPrimaryFactor): The
    ///   user would be left without an email address, a phone number and an OAuth registration.
    ///
    /// `DELETE /v1/users/phone_numbers/{phone_id}` ([reference](https://stytch.com/docs/api/delete-user-phone-number))
    pub fn delete_phone_number(
        &self,
        request: DeletePhoneNumberRequest,
    ) -> Call<DeletePhoneNumberResponse> {
        const OPERATION: Operation = Operation::new(
            "users.delete_phone_number",
            Verb::Delete,
            "/v1/users/phone_numbers/{phone_id}",
        );
        self.client
            .prepare(&OPERATION)
            .path("phone_id", request.phone_id.as_str())
            .into_call()
    }

    /// Removes a passkey or security key from its user.
    ///
    /// The browser or device still offers the passkey until the user deletes it there, too.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`webauthn_registration_not_found`](crate::ErrorType::WebauthnRegistrationNotFound): No user
    ///   has this passkey or security key.
    ///
    /// `DELETE /v1/users/webauthn_registrations/{webauthn_registration_id}` ([reference](https://stytch.com/docs/api/delete-user-webauthn-registration))
    pub fn delete_webauthn_registration(
        &self,
        request: DeleteWebauthnRegistrationRequest,
    ) -> Call<DeleteWebauthnRegistrationResponse> {
        const OPERATION: Operation = Operation::new(
            "users.delete_webauthn_registration",
            Verb::Delete,
            "/v1/users/webauthn_registrations/{webauthn_registration_id}",
        );
        self.client
            .prepare(&OPERATION)
            .path(
                "webauthn_registration_id",
                request.webauthn_registration_id.as_str(),
            )
            .into_call()
    }

    /// Removes a biometric registration from its user, for instance for a phone that was lost.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`biometric_registration_not_found`](crate::ErrorType::BiometricRegistrationNotFound): No user
    ///   has this biometric registration.
    ///
    /// `DELETE /v1/users/biometric_registrations/{biometric_registration_id}` ([reference](https://stytch.com/docs/api/delete-user-biometric-registration))
    pub fn delete_biometric_registration(
        &self,
        request: DeleteBiometricRegistrationRequest,
    ) -> Call<DeleteBiometricRegistrationResponse> {
        const OPERATION: Operation = Operation::new(
            "users.delete_biometric_registration",
            Verb::Delete,
            "/v1/users/biometric_registrations/{biometric_registration_id}",
        );
        self.client
            .prepare(&OPERATION)
            .path(
                "biometric_registration_id",
                request.biometric_registration_id.as_str(),
            )
            .into_call()
    }

    /// Removes an authenticator app from its user.
    ///
    /// A user has one at a time, so this makes room for a new one from
    /// [`totps().create`](crate::totps::Totps::create).
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`totp_not_found`](crate::ErrorType::TotpNotFound): No user has this authenticator app.
    ///
    /// `DELETE /v1/users/totps/{totp_id}` ([reference](https://stytch.com/docs/api/delete-user-totp))
    pub fn delete_totp(&self, request: DeleteTotpRequest) -> Call<DeleteTotpResponse> {
        const OPERATION: Operation = Operation::new(
            "users.delete_totp",
            Verb::Delete,
            "/v1/users/totps/{totp_id}",
        );
        self.client
            .prepare(&OPERATION)
            .path("totp_id", request.totp_id.as_str())
            .into_call()
    }

    /// Removes a crypto wallet from its user.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`crypto_wallet_not_found`](crate::ErrorType::CryptoWalletNotFound): No user has this crypto
    ///   wallet.
    ///
    /// `DELETE /v1/users/crypto_wallets/{crypto_wallet_id}` ([reference](https://stytch.com/docs/api/delete-user-crypto-wallet))
    pub fn delete_crypto_wallet(
        &self,
        request: DeleteCryptoWalletRequest,
    ) -> Call<DeleteCryptoWalletResponse> {
        const OPERATION: Operation = Operation::new(
            "users.delete_crypto_wallet",
            Verb::Delete,
            "/v1/users/crypto_wallets/{crypto_wallet_id}",
        );
        self.client
            .prepare(&OPERATION)
            .path("crypto_wallet_id", request.crypto_wallet_id.as_str())
            .into_call()
    }

    /// Removes the password of a user, who then logs in by other means.
    ///
    /// The user can get a new one by way of
    /// [`passwords().email().reset_start`](crate::passwords::email::Email::reset_start).
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`password_not_found`](crate::ErrorType::PasswordNotFound): No user has this password.
    ///
    /// `DELETE /v1/users/passwords/{password_id}` ([reference](https://stytch.com/docs/api/delete-user-password))
    pub fn delete_password(&self, request: DeletePasswordRequest) -> Call<DeletePasswordResponse> {
        const OPERATION: Operation = Operation::new(
            "users.delete_password",
            Verb::Delete,
            "/v1/users/passwords/{password_id}",
        );
        self.client
            .prepare(&OPERATION)
            .path("password_id", request.password_id.as_str())
            .into_call()
    }

    /// Removes the link between a user and their account at an OAuth provider.
    ///
    /// A user keeps at least one email address, phone number or OAuth registration, so the last of
    /// these cannot be removed.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`oauth_user_registration_not_found`](crate::ErrorType::OauthUserRegistrationNotFound): No
    ///   user has this link to an OAuth provider.
    /// - [`cannot_delete_last_primary_factor`](crate::ErrorType::CannotDeleteLastPrimaryFactor): The
    ///   user would be left without an email address, a phone number and an OAuth registration.
    ///
    /// `DELETE /v1/users/oauth/{oauth_user_registration_id}` ([reference](https://stytch.com/docs/api/delete-user-oauth-registration))
    pub fn delete_oauth_registration(
        &self,
        request: DeleteOauthRegistrationRequest,
    ) -> Call<DeleteOauthRegistrationResponse> {
        const OPERATION: Operation = Operation::new(
            "users.delete_oauth_registration",
            Verb::Delete,
            "/v1/users/oauth/{oauth_user_registration_id}",
        );
        self.client
            .prepare(&OPERATION)
            .path(
                "oauth_user_registration_id",
                request.oauth_user_registration_id.as_str(),
            )
            .into_call()
    }

    /// Removes your own id from a user, who from then on is known by the `user_id` alone.
    ///
    /// To replace it by another, set that with [`users().update`](crate::users::Users::update).
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`user_not_found`](crate::ErrorType::UserNotFound): The project has no such user.
    ///
    /// `DELETE /v1/users/{user_id}/external_id`
    pub fn delete_external_id(
        &self,
        request: DeleteExternalIdRequest,
    ) -> Call<DeleteExternalIdResponse> {
        const OPERATION: Operation = Operation::new(
            "users.delete_external_id",
            Verb::Delete,
            "/v1/users/{user_id}/external_id",
        );
        self.client
            .prepare(&OPERATION)
            .path("user_id", request.user_id.as_str())
            .into_call()
    }

    /// Lists the connected apps that a user has given access to their account.
    ///
    /// An app whose access was taken away, by [`users().revoke`](crate::users::Users::revoke) or
    /// otherwise, is not among them.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`user_not_found`](crate::ErrorType::UserNotFound): The project has no such user.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_consumer::users;
    ///
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let user_id = "user-test-7c3e5a18-2f4b-4d96-8e01-b5a9c6d7f210";
    /// let answer = stytch.users().connected_apps(users::ConnectedAppsRequest::new(user_id)).await?;
    /// for app in &answer.connected_apps {
    ///     println!("{} may: {}", app.name, app.scopes_granted);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET /v1/users/{user_id}/connected_apps` ([reference](https://stytch.com/docs/api/connected-app-user-get-all))
    pub fn connected_apps(&self, request: ConnectedAppsRequest) -> Call<ConnectedAppsResponse> {
        const OPERATION: Operation = Operation::new(
            "users.connected_apps",
            Verb::Get,
            "/v1/users/{user_id}/connected_apps",
        );
        self.client
            .prepare(&OPERATION)
            .path("user_id", request.user_id.as_str())
            .into_call()
    }

    /// Takes away a connected app's access to a user's account.
    ///
    /// All tokens that the app holds for the user stop working. It gets new ones only when the user
    /// goes through its authorization again.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`connected_app_not_found`](crate::ErrorType::ConnectedAppNotFound): No connected app has this
    ///   client id.
    /// - [`user_not_found`](crate::ErrorType::UserNotFound): The project has no such user.
    ///
    /// `POST /v1/users/{user_id}/connected_apps/{connected_app_id}/revoke` ([reference](https://stytch.com/docs/api/connected-app-user-revoke))
    pub fn revoke(&self, request: RevokeRequest) -> Call<RevokeResponse> {
        const OPERATION: Operation = Operation::new(
            "users.revoke",
            Verb::Post,
            "/v1/users/{user_id}/connected_apps/{connected_app_id}/revoke",
        );
        self.client
            .prepare(&OPERATION)
            .path("user_id", request.user_id.as_str())
            .path("connected_app_id", request.connected_app_id.as_str())
            .json(&request)
            .into_call()
    }
}

/// What [`Users::create`] takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct CreateRequest {
    /// Email address of the user. Give this, `phone_number` or both.
    pub email: Option<String>,
    /// Name of the user.
    pub name: Option<Name>,
    /// What you know of the user's browser, to detect fraud by.
    pub attributes: Option<Attributes>,
    /// Phone number for one-time passcodes, in E.164 format: a plus sign, the country code and the
    /// number. `+10000000000` is there for tests.
    pub phone_number: Option<String>,
    /// Whether a new user stays `pending` until their first login; otherwise the user is active at
    /// once, which is the default.
    pub create_user_as_pending: Option<bool>,
    /// Data of your own, at most 20 keys and 4 KB. Only your backend can change it, frontends can read
    /// it. An update replaces the keys that it names and keeps the others; a null removes a key.
    pub trusted_metadata: Option<Value>,
    /// Data of your own that people may also change themselves by way of a frontend SDK, so keep out of
    /// it whatever they must not decide. At most 20 keys and 4 KB; an update replaces the keys that it
    /// names and keeps the others; a null removes a key.
    pub untrusted_metadata: Option<Value>,
    /// Id of your own for the user, which the API then takes wherever it asks for a `user_id`. At most
    /// 128 letters, digits, dots, underscores, hyphens and vertical bars; unique in the project.
    pub external_id: Option<String>,
    /// Roles to assign to the user, by their ids.
    pub roles: Option<Vec<String>>,
}

impl CreateRequest {
    /// A request that leaves everything to the defaults; the methods below add to it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Email address of the user.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Name of the user.
    #[must_use]
    pub fn name(mut self, name: Name) -> Self {
        self.name = Some(name);
        self
    }

    /// What you know of the user's browser, to detect fraud by.
    #[must_use]
    pub fn attributes(mut self, attributes: Attributes) -> Self {
        self.attributes = Some(attributes);
        self
    }

    /// Phone number for one-time passcodes, in E.164 format: a plus sign, the country code and the
    /// number.
    #[must_use]
    pub fn phone_number(mut self, phone_number: impl Into<String>) -> Self {
        self.phone_number = Some(phone_number.into());
        self
    }

    /// Whether a new user stays `pending` until their first login; otherwise the user is active at
    /// once, which is the default.
    #[must_use]
    pub fn create_user_as_pending(mut self, create_user_as_pending: bool) -> Self {
        self.create_user_as_pending = Some(create_user_as_pending);
        self
    }

    /// Data of your own, at most 20 keys and 4 KB.
    #[must_use]
    pub fn trusted_metadata(mut self, trusted_metadata: impl Into<Value>) -> Self {
        self.trusted_metadata = Some(trusted_metadata.into());
        self
    }

    /// Data of your own that people may also change themselves by way of a frontend SDK, so keep out of
    /// it whatever they must not decide.
    #[must_use]
    pub fn untrusted_metadata(mut self, untrusted_metadata: impl Into<Value>) -> Self {
        self.untrusted_metadata = Some(untrusted_metadata.into());
        self
    }

    /// Id of your own for the user, which the API then takes wherever it asks for a `user_id`.
    #[must_use]
    pub fn external_id(mut self, external_id: impl Into<String>) -> Self {
        self.external_id = Some(external_id.into());
        self
    }

    /// Roles to assign to the user, by their ids.
    #[must_use]
    pub fn roles(mut self, roles: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.roles = Some(list(roles));
        self
    }
}

#[doc(hidden)]
impl Body for CreateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("email", &self.email);
        fields.add("name", &self.name);
        fields.add("attributes", &self.attributes);
        fields.add("phone_number", &self.phone_number);
        fields.add("create_user_as_pending", &self.create_user_as_pending);
        fields.add("trusted_metadata", &self.trusted_metadata);
        fields.add("untrusted_metadata", &self.untrusted_metadata);
        fields.add("external_id", &self.external_id);
        fields.add("roles", &self.roles);
    }
}

stytch_core::sent!(CreateRequest);

/// What [`Users::create`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct CreateResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// User that the answer is about.
    pub user_id: UserId,
    /// Id of the email address.
    pub email_id: EmailId,
    /// Whether the user has ever logged in, or still has to.
    pub status: UserStatus,
    /// Id of the phone number.
    pub phone_id: PhoneId,
    /// The user as it is after the call.
    pub user: User,
}

#[doc(hidden)]
impl Object for CreateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            "email_id" => self.email_id.slot(),
            "status" => self.status.slot(),
            "phone_id" => self.phone_id.slot(),
            "user" => self.user.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(CreateResponse);

/// What [`Users::get`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct GetRequest {
    /// The user that the call is about.
    pub user_id: UserId,
}

impl GetRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(user_id: impl Into<UserId>) -> Self {
        Self {
            user_id: user_id.into(),
        }
    }
}

/// What [`Users::get`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct GetResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Email addresses of the user.
    pub emails: Vec<Email>,
    /// Whether the user has ever logged in, or still has to.
    pub status: UserStatus,
    /// Phone numbers of the user.
    pub phone_numbers: Vec<PhoneNumber>,
    /// Passkeys and security keys of the user.
    pub webauthn_registrations: Vec<WebauthnRegistration>,
    /// Accounts at OAuth providers, such as Google, that the user has logged in with.
    pub providers: Vec<OauthProvider>,
    /// Authenticator apps of the user.
    pub totps: Vec<Totp>,
    /// Crypto wallets of the user.
    pub crypto_wallets: Vec<CryptoWallet>,
    /// Devices on which the user has turned on biometric login in your mobile app.
    pub biometric_registrations: Vec<BiometricRegistration>,
    /// Whether logging in is blocked for a while, after too many failed attempts in a row. Unless the
    /// dashboard says otherwise, 10 attempts (1 to 100) lock for an hour (5 minutes to 7 days).
    pub is_locked: bool,
    /// Ids of the roles that the user has.
    pub roles: Vec<String>,
    /// Name of the user.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub name: Option<Name>,
    /// When the user was created.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub created_at: Option<Timestamp>,
    /// The user's password, if there is one; of course without its text.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub password: Option<Password>,
    /// Data of your own that only your backend can change.
    pub trusted_metadata: JsonObject,
    /// Data of your own that people may also change themselves by way of a frontend SDK; do not rely on
    /// it.
    pub untrusted_metadata: JsonObject,
    /// Id of your own for the user, if you have set one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub external_id: Option<String>,
    /// When the lock began, if there is one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub lock_created_at: Option<Timestamp>,
    /// When the lock ends by itself, if there is one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub lock_expires_at: Option<Timestamp>,
    /// User that the answer is about.
    pub user_id: UserId,
}

#[doc(hidden)]
impl Object for GetResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "emails" => self.emails.slot(),
            "status" => self.status.slot(),
            "phone_numbers" => self.phone_numbers.slot(),
            "webauthn_registrations" => self.webauthn_registrations.slot(),
            "providers" => self.providers.slot(),
            "totps" => self.totps.slot(),
            "crypto_wallets" => self.crypto_wallets.slot(),
            "biometric_registrations" => self.biometric_registrations.slot(),
            "is_locked" => self.is_locked.slot(),
            "roles" => self.roles.slot(),
            "name" => self.name.slot(),
            "created_at" => self.created_at.slot(),
            "password" => self.password.slot(),
            "trusted_metadata" => self.trusted_metadata.slot(),
            "untrusted_metadata" => self.untrusted_metadata.slot(),
            "external_id" => self.external_id.slot(),
            "lock_created_at" => self.lock_created_at.slot(),
            "lock_expires_at" => self.lock_expires_at.slot(),
            "user_id" => self.user_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(GetResponse);

/// What [`Users::search`] takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct SearchRequest {
    /// Where to go on: `next_cursor` of the page before. Leave it out for the first page.
    pub cursor: Option<String>,
    /// Most results on one page, at most 1000; 100 unless set.
    pub limit: Option<u32>,
    /// Which users to find; all of the project unless set.
    pub query: Option<SearchUsersQuery>,
}

impl SearchRequest {
    /// A request that leaves everything to the defaults; the methods below add to it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Where to go on: `next_cursor` of the page before.
    #[must_use]
    pub fn cursor(mut self, cursor: impl Into<String>) -> Self {
        self.cursor = Some(cursor.into());
        self
    }

    /// Most results on one page, at most 1000; 100 unless set.
    #[must_use]
    pub fn limit(mut self, limit: u32) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Which users to find; all of the project unless set.
    #[must_use]
    pub fn query(mut self, query: SearchUsersQuery) -> Self {
        self.query = Some(query);
        self
    }
}

#[doc(hidden)]
impl Body for SearchRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("cursor", &self.cursor);
        fields.add("limit", &self.limit);
        fields.add("query", &self.query);
    }
}

stytch_core::sent!(SearchRequest);

/// What [`Users::search`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct SearchResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The users on this page.
    pub results: Vec<User>,
    /// Number of results, and where the next page starts.
    pub results_metadata: ResultsMetadata,
}

#[doc(hidden)]
impl Object for SearchResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "results" => self.results.slot(),
            "results_metadata" => self.results_metadata.slot(),
            _ => return None,
        })
    }
}

#[doc(hidden)]
impl Page for SearchResponse {
    type Item = User;
    fn next_cursor(&self) -> Option<&str> {
        self.results_metadata.next_cursor.as_deref()
    }

    fn into_items(self) -> Vec<User> {
        self.results
    }
}

stytch_core::received!(SearchResponse);

/// What [`Users::update`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct UpdateRequest {
    /// The user that the call is about.
    pub user_id: UserId,
    /// Name of the user.
    pub name: Option<Name>,
    /// What you know of the user's browser, to detect fraud by.
    pub attributes: Option<Attributes>,
    /// Data of your own, at most 20 keys and 4 KB. Only your backend can change it, frontends can read
    /// it. An update replaces the keys that it names and keeps the others; a null removes a key.
    pub trusted_metadata: Option<Value>,
    /// Data of your own that people may also change themselves by way of a frontend SDK, so keep out of
    /// it whatever they must not decide. At most 20 keys and 4 KB; an update replaces the keys that it
    /// names and keeps the others; a null removes a key.
    pub untrusted_metadata: Option<Value>,
    /// Id of your own for the user, which the API then takes wherever it asks for a `user_id`. At most
    /// 128 letters, digits, dots, underscores, hyphens and vertical bars; unique in the project.
    pub external_id: Option<String>,
    /// Roles to assign to the user by their ids, in place of those assigned before. An empty list takes
    /// them all away; leave it out to change none.
    pub roles: Option<Vec<String>>,
}

impl UpdateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(user_id: impl Into<UserId>) -> Self {
        Self {
            user_id: user_id.into(),
            name: None,
            attributes: None,
            trusted_metadata: None,
            untrusted_metadata: None,
            external_id: None,
            roles: None,
        }
    }

    /// Name of the user.
    #[must_use]
    pub fn name(mut self, name: Name) -> Self {
        self.name = Some(name);
        self
    }

    /// What you know of the user's browser, to detect fraud by.
    #[must_use]
    pub fn attributes(mut self, attributes: Attributes) -> Self {
        self.attributes = Some(attributes);
        self
    }

    /// Data of your own, at most 20 keys and 4 KB.
    #[must_use]
    pub fn trusted_metadata(mut self, trusted_metadata: impl Into<Value>) -> Self {
        self.trusted_metadata = Some(trusted_metadata.into());
        self
    }

    /// Data of your own that people may also change themselves by way of a frontend SDK, so keep out of
    /// it whatever they must not decide.
    #[must_use]
    pub fn untrusted_metadata(mut self, untrusted_metadata: impl Into<Value>) -> Self {
        self.untrusted_metadata = Some(untrusted_metadata.into());
        self
    }

    /// Id of your own for the user, which the API then takes wherever it asks for a `user_id`.
    #[must_use]
    pub fn external_id(mut self, external_id: impl Into<String>) -> Self {
        self.external_id = Some(external_id.into());
        self
    }

    /// Roles to assign to the user by their ids, in place of those assigned before.
    #[must_use]
    pub fn roles(mut self, roles: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.roles = Some(list(roles));
        self
    }
}

#[doc(hidden)]
impl Body for UpdateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("name", &self.name);
        fields.add("attributes", &self.attributes);
        fields.add("trusted_metadata", &self.trusted_metadata);
        fields.add("untrusted_metadata", &self.untrusted_metadata);
        fields.add("external_id", &self.external_id);
        fields.add("roles", &self.roles);
    }
}

stytch_core::sent!(UpdateRequest);

/// What [`Users::update`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct UpdateResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// User that the answer is about.
    pub user_id: UserId,
    /// Email addresses of the user.
    pub emails: Vec<Email>,
    /// Phone numbers of the user.
    pub phone_numbers: Vec<PhoneNumber>,
    /// Crypto wallets of the user.
    pub crypto_wallets: Vec<CryptoWallet>,
    /// The user as it is after the call.
    pub user: User,
}

#[doc(hidden)]
impl Object for UpdateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            "emails" => self.emails.slot(),
            "phone_numbers" => self.phone_numbers.slot(),
            "crypto_wallets" => self.crypto_wallets.slot(),
            "user" => self.user.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(UpdateResponse);

/// What [`Users::exchange_primary_factor`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct ExchangePrimaryFactorRequest {
    /// The user that the call is about.
    pub user_id: UserId,
    /// The new email address. Give this or `phone_number`.
    pub email_address: Option<String>,
    /// The new phone number, in E.164 format: a plus sign, the country code and the number. Give this
    /// or `email_address`.
    pub phone_number: Option<String>,
}

impl ExchangePrimaryFactorRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(user_id: impl Into<UserId>) -> Self {
        Self {
            user_id: user_id.into(),
            email_address: None,
            phone_number: None,
        }
    }

    /// The new email address.
    #[must_use]
    pub fn email_address(mut self, email_address: impl Into<String>) -> Self {
        self.email_address = Some(email_address.into());
        self
    }

    /// The new phone number, in E.164 format: a plus sign, the country code and the number.
    #[must_use]
    pub fn phone_number(mut self, phone_number: impl Into<String>) -> Self {
        self.phone_number = Some(phone_number.into());
        self
    }
}

#[doc(hidden)]
impl Body for ExchangePrimaryFactorRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("email_address", &self.email_address);
        fields.add("phone_number", &self.phone_number);
    }
}

stytch_core::sent!(ExchangePrimaryFactorRequest);

/// What [`Users::exchange_primary_factor`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ExchangePrimaryFactorResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// User that the answer is about.
    pub user_id: UserId,
    /// The user as it is after the call.
    pub user: User,
}

#[doc(hidden)]
impl Object for ExchangePrimaryFactorResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            "user" => self.user.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ExchangePrimaryFactorResponse);

/// What [`Users::delete`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct DeleteRequest {
    /// The user that the call is about.
    pub user_id: UserId,
}

impl DeleteRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(user_id: impl Into<UserId>) -> Self {
        Self {
            user_id: user_id.into(),
        }
    }
}

/// What [`Users::delete`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DeleteResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// User that the answer is about.
    pub user_id: UserId,
}

#[doc(hidden)]
impl Object for DeleteResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DeleteResponse);

/// What [`Users::delete_email`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct DeleteEmailRequest {
    /// The email address that the call is about.
    pub email_id: EmailId,
}

impl DeleteEmailRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(email_id: impl Into<EmailId>) -> Self {
        Self {
            email_id: email_id.into(),
        }
    }
}

/// What [`Users::delete_email`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DeleteEmailResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// User that the answer is about.
    pub user_id: UserId,
    /// The user as it is after the call.
    pub user: User,
}

#[doc(hidden)]
impl Object for DeleteEmailResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            "user" => self.user.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DeleteEmailResponse);

/// What [`Users::delete_phone_number`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct DeletePhoneNumberRequest {
    /// The phone number that the call is about.
    pub phone_id: PhoneId,
}

impl DeletePhoneNumberRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(phone_id: impl Into<PhoneId>) -> Self {
        Self {
            phone_id: phone_id.into(),
        }
    }
}

/// What [`Users::delete_phone_number`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DeletePhoneNumberResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// User that the answer is about.
    pub user_id: UserId,
    /// The user as it is after the call.
    pub user: User,
}

#[doc(hidden)]
impl Object for DeletePhoneNumberResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            "user" => self.user.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DeletePhoneNumberResponse);

/// What [`Users::delete_webauthn_registration`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct DeleteWebauthnRegistrationRequest {
    /// The passkey or security key that the call is about.
    pub webauthn_registration_id: WebauthnRegistrationId,
}

impl DeleteWebauthnRegistrationRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(webauthn_registration_id: impl Into<WebauthnRegistrationId>) -> Self {
        Self {
            webauthn_registration_id: webauthn_registration_id.into(),
        }
    }
}

/// What [`Users::delete_webauthn_registration`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DeleteWebauthnRegistrationResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// User that the answer is about.
    pub user_id: UserId,
    /// The user as it is after the call.
    pub user: User,
}

#[doc(hidden)]
impl Object for DeleteWebauthnRegistrationResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            "user" => self.user.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DeleteWebauthnRegistrationResponse);

/// What [`Users::delete_biometric_registration`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct DeleteBiometricRegistrationRequest {
    /// The biometric registration to remove.
    pub biometric_registration_id: BiometricRegistrationId,
}

impl DeleteBiometricRegistrationRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(biometric_registration_id: impl Into<BiometricRegistrationId>) -> Self {
        Self {
            biometric_registration_id: biometric_registration_id.into(),
        }
    }
}

/// What [`Users::delete_biometric_registration`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DeleteBiometricRegistrationResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// User that the answer is about.
    pub user_id: UserId,
    /// The user as it is after the call.
    pub user: User,
}

#[doc(hidden)]
impl Object for DeleteBiometricRegistrationResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            "user" => self.user.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DeleteBiometricRegistrationResponse);

/// What [`Users::delete_totp`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct DeleteTotpRequest {
    /// The registration of an authenticator app that the call is about.
    pub totp_id: TotpId,
}

impl DeleteTotpRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(totp_id: impl Into<TotpId>) -> Self {
        Self {
            totp_id: totp_id.into(),
        }
    }
}

/// What [`Users::delete_totp`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DeleteTotpResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// User that the answer is about.
    pub user_id: UserId,
    /// The user as it is after the call.
    pub user: User,
}

#[doc(hidden)]
impl Object for DeleteTotpResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            "user" => self.user.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DeleteTotpResponse);

/// What [`Users::delete_crypto_wallet`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct DeleteCryptoWalletRequest {
    /// The wallet to remove.
    pub crypto_wallet_id: CryptoWalletId,
}

impl DeleteCryptoWalletRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(crypto_wallet_id: impl Into<CryptoWalletId>) -> Self {
        Self {
            crypto_wallet_id: crypto_wallet_id.into(),
        }
    }
}

/// What [`Users::delete_crypto_wallet`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DeleteCryptoWalletResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// User that the answer is about.
    pub user_id: UserId,
    /// The user as it is after the call.
    pub user: User,
}

#[doc(hidden)]
impl Object for DeleteCryptoWalletResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            "user" => self.user.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DeleteCryptoWalletResponse);

/// What [`Users::delete_password`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct DeletePasswordRequest {
    /// The password to remove.
    pub password_id: PasswordId,
}

impl DeletePasswordRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(password_id: impl Into<PasswordId>) -> Self {
        Self {
            password_id: password_id.into(),
        }
    }
}

/// What [`Users::delete_password`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DeletePasswordResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// User that the answer is about.
    pub user_id: UserId,
    /// The user as it is after the call.
    pub user: User,
}

#[doc(hidden)]
impl Object for DeletePasswordResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            "user" => self.user.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DeletePasswordResponse);

/// What [`Users::delete_oauth_registration`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct DeleteOauthRegistrationRequest {
    /// The link to an OAuth provider that is to be removed.
    pub oauth_user_registration_id: OauthRegistrationId,
}

impl DeleteOauthRegistrationRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(oauth_user_registration_id: impl Into<OauthRegistrationId>) -> Self {
        Self {
            oauth_user_registration_id: oauth_user_registration_id.into(),
        }
    }
}

/// What [`Users::delete_oauth_registration`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DeleteOauthRegistrationResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// User that the answer is about.
    pub user_id: UserId,
    /// The user as it is after the call.
    pub user: User,
}

#[doc(hidden)]
impl Object for DeleteOauthRegistrationResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            "user" => self.user.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DeleteOauthRegistrationResponse);

/// What [`Users::delete_external_id`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct DeleteExternalIdRequest {
    /// The user that the call is about.
    pub user_id: UserId,
}

impl DeleteExternalIdRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(user_id: impl Into<UserId>) -> Self {
        Self {
            user_id: user_id.into(),
        }
    }
}

/// What [`Users::delete_external_id`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DeleteExternalIdResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// User that the answer is about.
    pub user_id: UserId,
    /// The user as it is after the call.
    pub user: User,
}

#[doc(hidden)]
impl Object for DeleteExternalIdResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "user_id" => self.user_id.slot(),
            "user" => self.user.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DeleteExternalIdResponse);

/// What [`Users::connected_apps`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct ConnectedAppsRequest {
    /// The user that the call is about.
    pub user_id: UserId,
}

impl ConnectedAppsRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(user_id: impl Into<UserId>) -> Self {
        Self {
            user_id: user_id.into(),
        }
    }
}

/// What [`Users::connected_apps`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ConnectedAppsResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Apps for which the user has completed an authorization that still holds.
    pub connected_apps: Vec<UserConnectedApp>,
}

#[doc(hidden)]
impl Object for ConnectedAppsResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "connected_apps" => self.connected_apps.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ConnectedAppsResponse);

/// What [`Users::revoke`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct RevokeRequest {
    /// The user that the call is about.
    pub user_id: UserId,
    /// The connected app that the call is about.
    pub connected_app_id: ConnectedAppId,
}

impl RevokeRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(user_id: impl Into<UserId>, connected_app_id: impl Into<ConnectedAppId>) -> Self {
        Self {
            user_id: user_id.into(),
            connected_app_id: connected_app_id.into(),
        }
    }
}

#[doc(hidden)]
impl Body for RevokeRequest {
    fn fields<'a>(&'a self, _: &mut Fields<'a>) {}
}

stytch_core::sent!(RevokeRequest);

/// What [`Users::revoke`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct RevokeResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
}

#[doc(hidden)]
impl Object for RevokeResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(RevokeResponse);

/// A device on which a user has turned on biometric login in your mobile app.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct BiometricRegistration {
    /// Id of the registration, to remove it by.
    pub biometric_registration_id: BiometricRegistrationId,
    /// Whether the user has logged in with it at least once. Until then, nobody has proven that it is
    /// theirs.
    pub verified: bool,
}

#[doc(hidden)]
impl Object for BiometricRegistration {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "biometric_registration_id" => self.biometric_registration_id.slot(),
            "verified" => self.verified.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(BiometricRegistration);

/// A span of time in which users were created, without its ends.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct CreatedBetween {
    /// Users created after this are found.
    pub greater_than: Timestamp,
    /// Users created before this are found.
    pub less_than: Timestamp,
}

impl CreatedBetween {
    /// A value with all that it needs.
    #[must_use]
    pub fn new(greater_than: impl Into<Timestamp>, less_than: impl Into<Timestamp>) -> Self {
        Self {
            greater_than: greater_than.into(),
            less_than: less_than.into(),
        }
    }
}

#[doc(hidden)]
impl Body for CreatedBetween {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("greater_than", &self.greater_than);
        fields.add("less_than", &self.less_than);
    }
}

stytch_core::sent!(CreatedBetween);

/// A crypto wallet of a user.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct CryptoWallet {
    /// Id of the wallet, to remove it by.
    pub crypto_wallet_id: CryptoWalletId,
    /// Public address of the wallet on its blockchain.
    pub crypto_wallet_address: String,
    /// Blockchain that the wallet belongs to.
    pub crypto_wallet_type: CryptoWalletType,
    /// Whether the user has logged in with it at least once. Until then, nobody has proven that it is
    /// theirs.
    pub verified: bool,
}

#[doc(hidden)]
impl Object for CryptoWallet {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "crypto_wallet_id" => self.crypto_wallet_id.slot(),
            "crypto_wallet_address" => self.crypto_wallet_address.slot(),
            "crypto_wallet_type" => self.crypto_wallet_type.slot(),
            "verified" => self.verified.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(CryptoWallet);

/// An email address of a user.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct Email {
    /// Id of the email address.
    pub email_id: EmailId,
    /// Email address of the user.
    pub email: String,
    /// Whether the user has logged in with it at least once. Until then, nobody has proven that it is
    /// theirs.
    pub verified: bool,
}

#[doc(hidden)]
impl Object for Email {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "email_id" => self.email_id.slot(),
            "email" => self.email.slot(),
            "verified" => self.verified.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(Email);

/// The name of a user, in parts that may each be left out.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Name {
    /// Given name.
    pub first_name: Option<String>,
    /// Further given names, as one text.
    pub middle_name: Option<String>,
    /// Family name.
    pub last_name: Option<String>,
}

impl Name {
    /// A value that leaves everything to the defaults; the methods below add to it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Given name.
    #[must_use]
    pub fn first_name(mut self, first_name: impl Into<String>) -> Self {
        self.first_name = Some(first_name.into());
        self
    }

    /// Further given names, as one text.
    #[must_use]
    pub fn middle_name(mut self, middle_name: impl Into<String>) -> Self {
        self.middle_name = Some(middle_name.into());
        self
    }

    /// Family name.
    #[must_use]
    pub fn last_name(mut self, last_name: impl Into<String>) -> Self {
        self.last_name = Some(last_name.into());
        self
    }
}

#[doc(hidden)]
impl Body for Name {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("first_name", &self.first_name);
        fields.add("middle_name", &self.middle_name);
        fields.add("last_name", &self.last_name);
    }
}

#[doc(hidden)]
impl Object for Name {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "first_name" => self.first_name.slot(),
            "middle_name" => self.middle_name.slot(),
            "last_name" => self.last_name.slot(),
            _ => return None,
        })
    }
}

stytch_core::sent!(Name);

stytch_core::received!(Name);

/// An account at an OAuth provider that a user has logged in with.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct OauthProvider {
    /// The provider, such as Google, Facebook or GitHub.
    pub provider_type: String,
    /// The provider's own id for the user, in OAuth terms the `sub`.
    pub provider_subject: String,
    /// Address of the user's picture at the provider; empty if the provider gave none.
    pub profile_picture_url: String,
    /// The user's language setting at the provider; empty if the provider gave none.
    pub locale: String,
    /// Id of the link between the user and the provider, to remove it by.
    pub oauth_user_registration_id: OauthRegistrationId,
}

#[doc(hidden)]
impl Object for OauthProvider {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "provider_type" => self.provider_type.slot(),
            "provider_subject" => self.provider_subject.slot(),
            "profile_picture_url" => self.profile_picture_url.slot(),
            "locale" => self.locale.slot(),
            "oauth_user_registration_id" => self.oauth_user_registration_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(OauthProvider);

/// The fact that a user has a password, and whether it can still be used.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct Password {
    /// Id of the password, to remove it by.
    pub password_id: PasswordId,
    /// Whether the user has to reset the password before it lets them in again.
    pub requires_reset: bool,
}

#[doc(hidden)]
impl Object for Password {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "password_id" => self.password_id.slot(),
            "requires_reset" => self.requires_reset.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(Password);

/// A phone number of a user.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct PhoneNumber {
    /// Id of the phone number.
    pub phone_id: PhoneId,
    /// Phone number of the user, in E.164 format: a plus sign, the country code and the number.
    pub phone_number: String,
    /// Whether the user has logged in with it at least once. Until then, nobody has proven that it is
    /// theirs.
    pub verified: bool,
}

#[doc(hidden)]
impl Object for PhoneNumber {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "phone_id" => self.phone_id.slot(),
            "phone_number" => self.phone_number.slot(),
            "verified" => self.verified.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(PhoneNumber);

/// Which users to find, as conditions and how to join them.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct SearchUsersQuery {
    /// How the conditions are joined.
    pub operator: SearchOperator,
    /// The conditions; without any, every user is found.
    pub operands: Vec<UserFilter>,
}

impl SearchUsersQuery {
    /// A value with all that it needs.
    #[must_use]
    pub fn new(
        operator: impl Into<SearchOperator>,
        operands: impl IntoIterator<Item = UserFilter>,
    ) -> Self {
        Self {
            operator: operator.into(),
            operands: list(operands),
        }
    }
}

#[doc(hidden)]
impl Body for SearchUsersQuery {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("operator", &self.operator);
        fields.add("operands", &self.operands);
    }
}

stytch_core::sent!(SearchUsersQuery);

/// An authenticator app that a user has registered, without its recovery codes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct Totp {
    /// Registration of the authenticator app.
    pub totp_id: TotpId,
    /// Whether the user has logged in with it at least once. Until then, nobody has proven that it is
    /// theirs.
    pub verified: bool,
}

#[doc(hidden)]
impl Object for Totp {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "totp_id" => self.totp_id.slot(),
            "verified" => self.verified.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(Totp);

/// A user, with all factors to log in with and the data that you keep about them.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct User {
    /// User that the answer is about.
    pub user_id: UserId,
    /// Email addresses of the user.
    pub emails: Vec<Email>,
    /// Whether the user has ever logged in, or still has to.
    pub status: UserStatus,
    /// Phone numbers of the user.
    pub phone_numbers: Vec<PhoneNumber>,
    /// Passkeys and security keys of the user.
    pub webauthn_registrations: Vec<WebauthnRegistration>,
    /// Accounts at OAuth providers, such as Google, that the user has logged in with.
    pub providers: Vec<OauthProvider>,
    /// Authenticator apps of the user.
    pub totps: Vec<Totp>,
    /// Crypto wallets of the user.
    pub crypto_wallets: Vec<CryptoWallet>,
    /// Devices on which the user has turned on biometric login in your mobile app.
    pub biometric_registrations: Vec<BiometricRegistration>,
    /// Whether logging in is blocked for a while, after too many failed attempts in a row. Unless the
    /// dashboard says otherwise, 10 attempts (1 to 100) lock for an hour (5 minutes to 7 days).
    pub is_locked: bool,
    /// Ids of the roles that the user has.
    pub roles: Vec<String>,
    /// Name of the user.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub name: Option<Name>,
    /// When the user was created.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub created_at: Option<Timestamp>,
    /// The user's password, if there is one; of course without its text.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub password: Option<Password>,
    /// Data of your own that only your backend can change.
    pub trusted_metadata: JsonObject,
    /// Data of your own that people may also change themselves by way of a frontend SDK; do not rely on
    /// it.
    pub untrusted_metadata: JsonObject,
    /// Id of your own for the user, if you have set one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub external_id: Option<String>,
    /// When the lock began, if there is one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub lock_created_at: Option<Timestamp>,
    /// When the lock ends by itself, if there is one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub lock_expires_at: Option<Timestamp>,
}

#[doc(hidden)]
impl Object for User {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "user_id" => self.user_id.slot(),
            "emails" => self.emails.slot(),
            "status" => self.status.slot(),
            "phone_numbers" => self.phone_numbers.slot(),
            "webauthn_registrations" => self.webauthn_registrations.slot(),
            "providers" => self.providers.slot(),
            "totps" => self.totps.slot(),
            "crypto_wallets" => self.crypto_wallets.slot(),
            "biometric_registrations" => self.biometric_registrations.slot(),
            "is_locked" => self.is_locked.slot(),
            "roles" => self.roles.slot(),
            "name" => self.name.slot(),
            "created_at" => self.created_at.slot(),
            "password" => self.password.slot(),
            "trusted_metadata" => self.trusted_metadata.slot(),
            "untrusted_metadata" => self.untrusted_metadata.slot(),
            "external_id" => self.external_id.slot(),
            "lock_created_at" => self.lock_created_at.slot(),
            "lock_expires_at" => self.lock_expires_at.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(User);

/// A connected app that a user has given access to their account.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct UserConnectedApp {
    /// Id of the connected app; its OAuth `client_id`.
    pub connected_app_id: ConnectedAppId,
    /// Who makes the app, and whether it can keep a secret.
    pub client_type: ClientType,
    /// Address of the logo of a connected app, if it has one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub logo_url: Option<String>,
    /// Scopes that the app got when it was last authorized, separated by spaces.
    pub scopes_granted: String,
    /// Name of the app, as users see it.
    pub name: String,
    /// What the app is and does, for people.
    pub description: String,
}

#[doc(hidden)]
impl Object for UserConnectedApp {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "connected_app_id" => self.connected_app_id.slot(),
            "client_type" => self.client_type.slot(),
            "logo_url" => self.logo_url.slot(),
            "scopes_granted" => self.scopes_granted.slot(),
            "name" => self.name.slot(),
            "description" => self.description.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(UserConnectedApp);

/// One condition of a user search.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum UserFilter {
    /// The user was created after this.
    CreatedAtGreaterThan(Timestamp),
    /// The user was created before this.
    CreatedAtLessThan(Timestamp),
    /// The user was created in this span of time.
    CreatedAtBetween(CreatedBetween),
    /// The user has this status.
    Status(UserStatus),
    /// The user has logged in with one of these OAuth providers.
    OauthProvider(Vec<String>),
    /// The id is one of these. Your own external ids work too, but not both kinds in one list.
    UserId(Vec<UserId>),
    /// The first or the last name begins with this.
    FullNameFuzzy(String),
    /// One of the user's numbers is among these, which are written in E.164 format.
    PhoneNumber(Vec<String>),
    /// One of the user's numbers has one of these ids.
    PhoneId(Vec<PhoneId>),
    /// Whether the user has logged in with one of their phone numbers.
    PhoneVerified(bool),
    /// One of the user's numbers contains these digits.
    PhoneNumberFuzzy(String),
    /// One of the user's addresses is among these.
    EmailAddress(Vec<String>),
    /// One of the user's addresses has one of these ids.
    EmailId(Vec<EmailId>),
    /// Whether the user has logged in with one of their email addresses.
    EmailVerified(bool),
    /// One of the user's addresses begins with this, or has a domain that does.
    EmailAddressFuzzy(String),
    /// Whether the user has logged in with a passkey or security key.
    WebauthnRegistrationVerified(bool),
    /// One of the user's passkeys or security keys has one of these ids.
    WebauthnRegistrationId(Vec<WebauthnRegistrationId>),
    /// One of the user's wallets has one of these ids.
    CryptoWalletId(Vec<CryptoWalletId>),
    /// One of the user's wallets has one of these addresses.
    CryptoWalletAddress(Vec<String>),
    /// Whether the user has logged in with a crypto wallet.
    CryptoWalletVerified(bool),
    /// One of the user's authenticator apps has one of these ids.
    TotpId(Vec<TotpId>),
    /// Whether the user has confirmed an authenticator app.
    TotpVerified(bool),
    /// Whether the user has a password.
    PasswordExists(bool),
    /// A condition that is newer than this crate.
    Other {
        /// Its name.
        filter_name: String,
        /// Its value.
        filter_value: Value,
    },
}

impl UserFilter {
    /// The user was created after this.
    #[must_use]
    pub fn created_at_greater_than(value: impl Into<Timestamp>) -> Self {
        Self::CreatedAtGreaterThan(value.into())
    }

    /// The user was created before this.
    #[must_use]
    pub fn created_at_less_than(value: impl Into<Timestamp>) -> Self {
        Self::CreatedAtLessThan(value.into())
    }

    /// The user was created in this span of time.
    #[must_use]
    pub fn created_at_between(value: CreatedBetween) -> Self {
        Self::CreatedAtBetween(value)
    }

    /// The user has this status.
    #[must_use]
    pub fn status(value: impl Into<UserStatus>) -> Self {
        Self::Status(value.into())
    }

    /// The user has logged in with one of these OAuth providers.
    #[must_use]
    pub fn oauth_provider(value: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::OauthProvider(list(value))
    }

    /// The id is one of these. Your own external ids work too, but not both kinds in one list.
    #[must_use]
    pub fn user_id(value: impl IntoIterator<Item = impl Into<UserId>>) -> Self {
        Self::UserId(list(value))
    }

    /// The first or the last name begins with this.
    #[must_use]
    pub fn full_name_fuzzy(value: impl Into<String>) -> Self {
        Self::FullNameFuzzy(value.into())
    }

    /// One of the user's numbers is among these, which are written in E.164 format.
    #[must_use]
    pub fn phone_number(value: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::PhoneNumber(list(value))
    }

    /// One of the user's numbers has one of these ids.
    #[must_use]
    pub fn phone_id(value: impl IntoIterator<Item = impl Into<PhoneId>>) -> Self {
        Self::PhoneId(list(value))
    }

    /// Whether the user has logged in with one of their phone numbers.
    #[must_use]
    pub fn phone_verified(value: bool) -> Self {
        Self::PhoneVerified(value)
    }

    /// One of the user's numbers contains these digits.
    #[must_use]
    pub fn phone_number_fuzzy(value: impl Into<String>) -> Self {
        Self::PhoneNumberFuzzy(value.into())
    }

    /// One of the user's addresses is among these.
    #[must_use]
    pub fn email_address(value: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::EmailAddress(list(value))
    }

    /// One of the user's addresses has one of these ids.
    #[must_use]
    pub fn email_id(value: impl IntoIterator<Item = impl Into<EmailId>>) -> Self {
        Self::EmailId(list(value))
    }

    /// Whether the user has logged in with one of their email addresses.
    #[must_use]
    pub fn email_verified(value: bool) -> Self {
        Self::EmailVerified(value)
    }

    /// One of the user's addresses begins with this, or has a domain that does.
    #[must_use]
    pub fn email_address_fuzzy(value: impl Into<String>) -> Self {
        Self::EmailAddressFuzzy(value.into())
    }

    /// Whether the user has logged in with a passkey or security key.
    #[must_use]
    pub fn webauthn_registration_verified(value: bool) -> Self {
        Self::WebauthnRegistrationVerified(value)
    }

    /// One of the user's passkeys or security keys has one of these ids.
    #[must_use]
    pub fn webauthn_registration_id(
        value: impl IntoIterator<Item = impl Into<WebauthnRegistrationId>>,
    ) -> Self {
        Self::WebauthnRegistrationId(list(value))
    }

    /// One of the user's wallets has one of these ids.
    #[must_use]
    pub fn crypto_wallet_id(value: impl IntoIterator<Item = impl Into<CryptoWalletId>>) -> Self {
        Self::CryptoWalletId(list(value))
    }

    /// One of the user's wallets has one of these addresses.
    #[must_use]
    pub fn crypto_wallet_address(value: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::CryptoWalletAddress(list(value))
    }

    /// Whether the user has logged in with a crypto wallet.
    #[must_use]
    pub fn crypto_wallet_verified(value: bool) -> Self {
        Self::CryptoWalletVerified(value)
    }

    /// One of the user's authenticator apps has one of these ids.
    #[must_use]
    pub fn totp_id(value: impl IntoIterator<Item = impl Into<TotpId>>) -> Self {
        Self::TotpId(list(value))
    }

    /// Whether the user has confirmed an authenticator app.
    #[must_use]
    pub fn totp_verified(value: bool) -> Self {
        Self::TotpVerified(value)
    }

    /// Whether the user has a password.
    #[must_use]
    pub fn password_exists(value: bool) -> Self {
        Self::PasswordExists(value)
    }
}

#[doc(hidden)]
impl Body for UserFilter {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        let (name, value): (&str, &dyn Write) = match self {
            Self::CreatedAtGreaterThan(value) => ("created_at_greater_than", value),
            Self::CreatedAtLessThan(value) => ("created_at_less_than", value),
            Self::CreatedAtBetween(value) => ("created_at_between", value),
            Self::Status(value) => ("status", value),
            Self::OauthProvider(value) => ("oauth_provider", value),
            Self::UserId(value) => ("user_id", value),
            Self::FullNameFuzzy(value) => ("full_name_fuzzy", value),
            Self::PhoneNumber(value) => ("phone_number", value),
            Self::PhoneId(value) => ("phone_id", value),
            Self::PhoneVerified(value) => ("phone_verified", value),
            Self::PhoneNumberFuzzy(value) => ("phone_number_fuzzy", value),
            Self::EmailAddress(value) => ("email_address", value),
            Self::EmailId(value) => ("email_id", value),
            Self::EmailVerified(value) => ("email_verified", value),
            Self::EmailAddressFuzzy(value) => ("email_address_fuzzy", value),
            Self::WebauthnRegistrationVerified(value) => ("webauthn_registration_verified", value),
            Self::WebauthnRegistrationId(value) => ("webauthn_registration_id", value),
            Self::CryptoWalletId(value) => ("crypto_wallet_id", value),
            Self::CryptoWalletAddress(value) => ("crypto_wallet_address", value),
            Self::CryptoWalletVerified(value) => ("crypto_wallet_verified", value),
            Self::TotpId(value) => ("totp_id", value),
            Self::TotpVerified(value) => ("totp_verified", value),
            Self::PasswordExists(value) => ("password_exists", value),
            Self::Other {
                filter_name,
                filter_value,
            } => (filter_name, filter_value),
        };
        fields.filter(name, value);
    }
}

#[cfg(feature = "deserialize")]
impl<'de> Deserialize<'de> for UserFilter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let operand = Operand::deserialize(deserializer)?;
        let known = match operand.filter_name.as_str() {
            "created_at_greater_than" => operand.value().map(Self::CreatedAtGreaterThan),
            "created_at_less_than" => operand.value().map(Self::CreatedAtLessThan),
            "created_at_between" => operand.value().map(Self::CreatedAtBetween),
            "status" => operand.value().map(Self::Status),
            "oauth_provider" => operand.value().map(Self::OauthProvider),
            "user_id" => operand.value().map(Self::UserId),
            "full_name_fuzzy" => operand.value().map(Self::FullNameFuzzy),
            "phone_number" => operand.value().map(Self::PhoneNumber),
            "phone_id" => operand.value().map(Self::PhoneId),
            "phone_verified" => operand.value().map(Self::PhoneVerified),
            "phone_number_fuzzy" => operand.value().map(Self::PhoneNumberFuzzy),
            "email_address" => operand.value().map(Self::EmailAddress),
            "email_id" => operand.value().map(Self::EmailId),
            "email_verified" => operand.value().map(Self::EmailVerified),
            "email_address_fuzzy" => operand.value().map(Self::EmailAddressFuzzy),
            "webauthn_registration_verified" => {
                operand.value().map(Self::WebauthnRegistrationVerified)
            }
            "webauthn_registration_id" => operand.value().map(Self::WebauthnRegistrationId),
            "crypto_wallet_id" => operand.value().map(Self::CryptoWalletId),
            "crypto_wallet_address" => operand.value().map(Self::CryptoWalletAddress),
            "crypto_wallet_verified" => operand.value().map(Self::CryptoWalletVerified),
            "totp_id" => operand.value().map(Self::TotpId),
            "totp_verified" => operand.value().map(Self::TotpVerified),
            "password_exists" => operand.value().map(Self::PasswordExists),
            _ => None,
        };
        Ok(known.unwrap_or(Self::Other {
            filter_name: operand.filter_name,
            filter_value: operand.filter_value,
        }))
    }
}

stytch_core::sent!(UserFilter);

/// Whether a user has ever logged in, or still has to.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum UserStatus {
    /// `pending`: The user exists but has not logged in yet. The first login makes the user active.
    Pending,
    /// `active`: The user has logged in before, or was created as active.
    Active,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl UserStatus {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Pending => "pending",
            Self::Active => "active",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for UserStatus {
    fn from(value: &str) -> Self {
        match value {
            "pending" => Self::Pending,
            "active" => Self::Active,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(UserStatus);

/// A passkey or security key that a user has registered.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct WebauthnRegistration {
    /// Id of the passkey or security key.
    pub webauthn_registration_id: WebauthnRegistrationId,
    /// Domain of your app for which it was registered, the only one where it works.
    pub domain: String,
    /// Browser in which it was registered, by its user agent.
    pub user_agent: String,
    /// Whether the user has logged in with it at least once. Until then, nobody has proven that it is
    /// theirs.
    pub verified: bool,
    /// The kind of authenticator that the registration asked for; empty if it left the choice to the
    /// user.
    pub authenticator_type: AuthenticatorType,
    /// Label by which the user tells it from others; change it with
    /// [`webauthn().update`](crate::webauthn::Webauthn::update).
    pub name: String,
}

#[doc(hidden)]
impl Object for WebauthnRegistration {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "webauthn_registration_id" => self.webauthn_registration_id.slot(),
            "domain" => self.domain.slot(),
            "user_agent" => self.user_agent.slot(),
            "verified" => self.verified.slot(),
            "authenticator_type" => self.authenticator_type.slot(),
            "name" => self.name.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(WebauthnRegistration);

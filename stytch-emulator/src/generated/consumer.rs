// Generated from spec/consumer by `cargo xtask generate`. Do not edit.

//! The operations of the group `consumer`.

use crate::operations;
use crate::route::{Handler, Place, Route};
use crate::shape::Shape;

pub(super) static ROUTES: &[Route] = &[
    Route {
        operation: "consumer.crypto_wallets.authenticate_start",
        verb: http::Method::POST,
        path: "/v1/crypto_wallets/authenticate/start",
        fields: &[
            ("crypto_wallet_type", Place::Body),
            ("crypto_wallet_address", Place::Body),
            ("user_id", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("siwe_params", Place::Body),
        ],
        shapes: &[("crypto_wallet_type", &CRYPTO_WALLET_TYPE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::crypto_wallets::AuthenticateStartRequest,
                    stytch_consumer::crypto_wallets::AuthenticateStartResponse,
                >(operations::consumer::crypto_wallets::authenticate_start)
        }),
    },
    Route {
        operation: "consumer.crypto_wallets.authenticate",
        verb: http::Method::POST,
        path: "/v1/crypto_wallets/authenticate",
        fields: &[
            ("crypto_wallet_type", Place::Body),
            ("crypto_wallet_address", Place::Body),
            ("signature", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("telemetry_id", Place::Body),
        ],
        shapes: &[("crypto_wallet_type", &CRYPTO_WALLET_TYPE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::crypto_wallets::AuthenticateRequest,
                    stytch_consumer::crypto_wallets::AuthenticateResponse,
                >(operations::consumer::crypto_wallets::authenticate)
        }),
    },
    Route {
        operation: "consumer.idp.oauth.authorize_start",
        verb: http::Method::POST,
        path: "/v1/idp/oauth/authorize/start",
        fields: &[
            ("client_id", Place::Body),
            ("redirect_uri", Place::Body),
            ("response_type", Place::Body),
            ("prompt", Place::Body),
            ("user_id", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("scopes", Place::Body),
        ],
        shapes: &[
            ("response_type", &OAUTH_RESPONSE_TYPE),
            ("prompt", &OAUTH_PROMPT),
        ],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::idp::oauth::AuthorizeStartRequest,
                    stytch_consumer::idp::oauth::AuthorizeStartResponse,
                >(operations::consumer::idp::oauth::authorize_start)
        }),
    },
    Route {
        operation: "consumer.idp.oauth.authorize",
        verb: http::Method::POST,
        path: "/v1/idp/oauth/authorize",
        fields: &[
            ("consent_granted", Place::Body),
            ("scopes", Place::Body),
            ("state", Place::Body),
            ("nonce", Place::Body),
            ("resources", Place::Body),
            ("client_id", Place::Body),
            ("redirect_uri", Place::Body),
            ("response_type", Place::Body),
            ("prompt", Place::Body),
            ("user_id", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("code_challenge", Place::Body),
        ],
        shapes: &[
            ("response_type", &OAUTH_RESPONSE_TYPE),
            ("prompt", &OAUTH_PROMPT),
        ],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::idp::oauth::AuthorizeRequest,
                    stytch_consumer::idp::oauth::AuthorizeResponse,
                >(operations::consumer::idp::oauth::authorize)
        }),
    },
    Route {
        operation: "consumer.impersonation.authenticate",
        verb: http::Method::POST,
        path: "/v1/impersonation/authenticate",
        fields: &[("impersonation_token", Place::Body)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::impersonation::AuthenticateRequest,
                    stytch_consumer::impersonation::AuthenticateResponse,
                >(operations::consumer::impersonation::authenticate)
        }),
    },
    Route {
        operation: "consumer.magic_links.authenticate",
        verb: http::Method::POST,
        path: "/v1/magic_links/authenticate",
        fields: &[
            ("token", Place::Body),
            ("options", Place::Body),
            ("attributes", Place::Body),
            ("code_verifier", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("telemetry_id", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::magic_links::AuthenticateRequest,
                    stytch_consumer::magic_links::AuthenticateResponse,
                >(operations::consumer::magic_links::authenticate)
        }),
    },
    Route {
        operation: "consumer.magic_links.create",
        verb: http::Method::POST,
        path: "/v1/magic_links",
        fields: &[
            ("user_id", Place::Body),
            ("expiration_minutes", Place::Body),
            ("attributes", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::magic_links::CreateRequest,
                    stytch_consumer::magic_links::CreateResponse,
                >(operations::consumer::magic_links::create)
        }),
    },
    Route {
        operation: "consumer.magic_links.email.send",
        verb: http::Method::POST,
        path: "/v1/magic_links/email/send",
        fields: &[
            ("login_magic_link_url", Place::Body),
            ("signup_magic_link_url", Place::Body),
            ("login_expiration_minutes", Place::Body),
            ("signup_expiration_minutes", Place::Body),
            ("attributes", Place::Body),
            ("code_challenge", Place::Body),
            ("email", Place::Body),
            ("locale", Place::Body),
            ("login_template_id", Place::Body),
            ("signup_template_id", Place::Body),
            ("user_id", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
        ],
        shapes: &[("locale", &LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::magic_links::email::SendRequest,
                    stytch_consumer::magic_links::email::SendResponse,
                >(operations::consumer::magic_links::email::send)
        }),
    },
    Route {
        operation: "consumer.magic_links.email.login_or_create",
        verb: http::Method::POST,
        path: "/v1/magic_links/email/login_or_create",
        fields: &[
            ("email", Place::Body),
            ("locale", Place::Body),
            ("login_template_id", Place::Body),
            ("signup_template_id", Place::Body),
            ("login_magic_link_url", Place::Body),
            ("signup_magic_link_url", Place::Body),
            ("login_expiration_minutes", Place::Body),
            ("signup_expiration_minutes", Place::Body),
            ("attributes", Place::Body),
            ("code_challenge", Place::Body),
            ("create_user_as_pending", Place::Body),
        ],
        shapes: &[("locale", &LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::magic_links::email::LoginOrCreateRequest,
                    stytch_consumer::magic_links::email::LoginOrCreateResponse,
                >(operations::consumer::magic_links::email::login_or_create)
        }),
    },
    Route {
        operation: "consumer.magic_links.email.invite",
        verb: http::Method::POST,
        path: "/v1/magic_links/email/invite",
        fields: &[
            ("email", Place::Body),
            ("invite_template_id", Place::Body),
            ("attributes", Place::Body),
            ("name", Place::Body),
            ("invite_magic_link_url", Place::Body),
            ("invite_expiration_minutes", Place::Body),
            ("locale", Place::Body),
            ("trusted_metadata", Place::Body),
            ("untrusted_metadata", Place::Body),
        ],
        shapes: &[("locale", &LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::magic_links::email::InviteRequest,
                    stytch_consumer::magic_links::email::InviteResponse,
                >(operations::consumer::magic_links::email::invite)
        }),
    },
    Route {
        operation: "consumer.magic_links.email.revoke_invite",
        verb: http::Method::POST,
        path: "/v1/magic_links/email/revoke_invite",
        fields: &[("email", Place::Body)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::magic_links::email::RevokeInviteRequest,
                    stytch_consumer::magic_links::email::RevokeInviteResponse,
                >(operations::consumer::magic_links::email::revoke_invite)
        }),
    },
    Route {
        operation: "consumer.oauth.attach",
        verb: http::Method::POST,
        path: "/v1/oauth/attach",
        fields: &[
            ("provider", Place::Body),
            ("user_id", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::oauth::AttachRequest,
                    stytch_consumer::oauth::AttachResponse,
                >(operations::consumer::oauth::attach)
        }),
    },
    Route {
        operation: "consumer.oauth.authenticate",
        verb: http::Method::POST,
        path: "/v1/oauth/authenticate",
        fields: &[
            ("token", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("telemetry_id", Place::Body),
            ("code_verifier", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::oauth::AuthenticateRequest,
                    stytch_consumer::oauth::AuthenticateResponse,
                >(operations::consumer::oauth::authenticate)
        }),
    },
    Route {
        operation: "consumer.otps.authenticate",
        verb: http::Method::POST,
        path: "/v1/otps/authenticate",
        fields: &[
            ("method_id", Place::Body),
            ("code", Place::Body),
            ("attributes", Place::Body),
            ("options", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("telemetry_id", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::otps::AuthenticateRequest,
                    stytch_consumer::otps::AuthenticateResponse,
                >(operations::consumer::otps::authenticate)
        }),
    },
    Route {
        operation: "consumer.otps.email.send",
        verb: http::Method::POST,
        path: "/v1/otps/email/send",
        fields: &[
            ("email", Place::Body),
            ("locale", Place::Body),
            ("login_template_id", Place::Body),
            ("signup_template_id", Place::Body),
            ("expiration_minutes", Place::Body),
            ("attributes", Place::Body),
            ("user_id", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
        ],
        shapes: &[("locale", &LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::otps::email::SendRequest,
                    stytch_consumer::otps::email::SendResponse,
                >(operations::consumer::otps::email::send)
        }),
    },
    Route {
        operation: "consumer.otps.email.login_or_create",
        verb: http::Method::POST,
        path: "/v1/otps/email/login_or_create",
        fields: &[
            ("email", Place::Body),
            ("locale", Place::Body),
            ("login_template_id", Place::Body),
            ("signup_template_id", Place::Body),
            ("expiration_minutes", Place::Body),
            ("attributes", Place::Body),
            ("create_user_as_pending", Place::Body),
        ],
        shapes: &[("locale", &LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::otps::email::LoginOrCreateRequest,
                    stytch_consumer::otps::email::LoginOrCreateResponse,
                >(operations::consumer::otps::email::login_or_create)
        }),
    },
    Route {
        operation: "consumer.otps.sms.send",
        verb: http::Method::POST,
        path: "/v1/otps/sms/send",
        fields: &[
            ("phone_number", Place::Body),
            ("expiration_minutes", Place::Body),
            ("attributes", Place::Body),
            ("locale", Place::Body),
            ("user_id", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
        ],
        shapes: &[("locale", &PHONE_LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::otps::sms::SendRequest,
                    stytch_consumer::otps::sms::SendResponse,
                >(operations::consumer::otps::sms::send)
        }),
    },
    Route {
        operation: "consumer.otps.sms.login_or_create",
        verb: http::Method::POST,
        path: "/v1/otps/sms/login_or_create",
        fields: &[
            ("phone_number", Place::Body),
            ("expiration_minutes", Place::Body),
            ("attributes", Place::Body),
            ("locale", Place::Body),
            ("create_user_as_pending", Place::Body),
        ],
        shapes: &[("locale", &PHONE_LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::otps::sms::LoginOrCreateRequest,
                    stytch_consumer::otps::sms::LoginOrCreateResponse,
                >(operations::consumer::otps::sms::login_or_create)
        }),
    },
    Route {
        operation: "consumer.otps.whatsapp.send",
        verb: http::Method::POST,
        path: "/v1/otps/whatsapp/send",
        fields: &[
            ("phone_number", Place::Body),
            ("expiration_minutes", Place::Body),
            ("attributes", Place::Body),
            ("locale", Place::Body),
            ("user_id", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
        ],
        shapes: &[("locale", &PHONE_LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::otps::whatsapp::SendRequest,
                    stytch_consumer::otps::whatsapp::SendResponse,
                >(operations::consumer::otps::whatsapp::send)
        }),
    },
    Route {
        operation: "consumer.otps.whatsapp.login_or_create",
        verb: http::Method::POST,
        path: "/v1/otps/whatsapp/login_or_create",
        fields: &[
            ("phone_number", Place::Body),
            ("expiration_minutes", Place::Body),
            ("attributes", Place::Body),
            ("locale", Place::Body),
            ("create_user_as_pending", Place::Body),
        ],
        shapes: &[("locale", &PHONE_LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::otps::whatsapp::LoginOrCreateRequest,
                    stytch_consumer::otps::whatsapp::LoginOrCreateResponse,
                >(operations::consumer::otps::whatsapp::login_or_create)
        }),
    },
    Route {
        operation: "consumer.passwords.create",
        verb: http::Method::POST,
        path: "/v1/passwords",
        fields: &[
            ("email", Place::Body),
            ("password", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("trusted_metadata", Place::Body),
            ("untrusted_metadata", Place::Body),
            ("name", Place::Body),
            ("telemetry_id", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::passwords::CreateRequest,
                    stytch_consumer::passwords::CreateResponse,
                >(operations::consumer::passwords::create)
        }),
    },
    Route {
        operation: "consumer.passwords.authenticate",
        verb: http::Method::POST,
        path: "/v1/passwords/authenticate",
        fields: &[
            ("email", Place::Body),
            ("password", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("telemetry_id", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::passwords::AuthenticateRequest,
                    stytch_consumer::passwords::AuthenticateResponse,
                >(operations::consumer::passwords::authenticate)
        }),
    },
    Route {
        operation: "consumer.passwords.strength_check",
        verb: http::Method::POST,
        path: "/v1/passwords/strength_check",
        fields: &[("password", Place::Body), ("email", Place::Body)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::passwords::StrengthCheckRequest,
                    stytch_consumer::passwords::StrengthCheckResponse,
                >(operations::consumer::passwords::strength_check)
        }),
    },
    Route {
        operation: "consumer.passwords.migrate",
        verb: http::Method::POST,
        path: "/v1/passwords/migrate",
        fields: &[
            ("email", Place::Body),
            ("hash", Place::Body),
            ("hash_type", Place::Body),
            ("md_5_config", Place::Body),
            ("argon_2_config", Place::Body),
            ("sha_1_config", Place::Body),
            ("sha_512_config", Place::Body),
            ("scrypt_config", Place::Body),
            ("pbkdf_2_config", Place::Body),
            ("trusted_metadata", Place::Body),
            ("untrusted_metadata", Place::Body),
            ("set_email_verified", Place::Body),
            ("name", Place::Body),
            ("phone_number", Place::Body),
            ("set_phone_number_verified", Place::Body),
            ("external_id", Place::Body),
            ("roles", Place::Body),
        ],
        shapes: &[
            ("hash_type", &HASH_TYPE),
            ("pbkdf_2_config", &PBKDF2_CONFIG),
        ],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::passwords::MigrateRequest,
                    stytch_consumer::passwords::MigrateResponse,
                >(operations::consumer::passwords::migrate)
        }),
    },
    Route {
        operation: "consumer.passwords.email.reset_start",
        verb: http::Method::POST,
        path: "/v1/passwords/email/reset/start",
        fields: &[
            ("email", Place::Body),
            ("reset_password_redirect_url", Place::Body),
            ("reset_password_expiration_minutes", Place::Body),
            ("code_challenge", Place::Body),
            ("attributes", Place::Body),
            ("login_redirect_url", Place::Body),
            ("locale", Place::Body),
            ("reset_password_template_id", Place::Body),
        ],
        shapes: &[("locale", &LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::passwords::email::ResetStartRequest,
                    stytch_consumer::passwords::email::ResetStartResponse,
                >(operations::consumer::passwords::email::reset_start)
        }),
    },
    Route {
        operation: "consumer.passwords.email.reset",
        verb: http::Method::POST,
        path: "/v1/passwords/email/reset",
        fields: &[
            ("token", Place::Body),
            ("password", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("telemetry_id", Place::Body),
            ("options", Place::Body),
            ("attributes", Place::Body),
            ("code_verifier", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::passwords::email::ResetRequest,
                    stytch_consumer::passwords::email::ResetResponse,
                >(operations::consumer::passwords::email::reset)
        }),
    },
    Route {
        operation: "consumer.passwords.existing_password.reset",
        verb: http::Method::POST,
        path: "/v1/passwords/existing_password/reset",
        fields: &[
            ("email", Place::Body),
            ("existing_password", Place::Body),
            ("new_password", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("telemetry_id", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::passwords::existing_password::ResetRequest,
                    stytch_consumer::passwords::existing_password::ResetResponse,
                >(operations::consumer::passwords::existing_password::reset)
        }),
    },
    Route {
        operation: "consumer.passwords.sessions.reset",
        verb: http::Method::POST,
        path: "/v1/passwords/session/reset",
        fields: &[
            ("password", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("telemetry_id", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::passwords::sessions::ResetRequest,
                    stytch_consumer::passwords::sessions::ResetResponse,
                >(operations::consumer::passwords::sessions::reset)
        }),
    },
    Route {
        operation: "consumer.rbac.policy",
        verb: http::Method::GET,
        path: "/v1/rbac/policy",
        fields: &[],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call.answer_bare::<stytch_consumer::rbac::PolicyResponse>(
                operations::consumer::rbac::policy,
            )
        }),
    },
    Route {
        operation: "consumer.sessions.get",
        verb: http::Method::GET,
        path: "/v1/sessions",
        fields: &[("user_id", Place::Query)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::sessions::GetRequest,
                    stytch_consumer::sessions::GetResponse,
                >(operations::consumer::sessions::get)
        }),
    },
    Route {
        operation: "consumer.sessions.authenticate",
        verb: http::Method::POST,
        path: "/v1/sessions/authenticate",
        fields: &[
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("authorization_check", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::sessions::AuthenticateRequest,
                    stytch_consumer::sessions::AuthenticateResponse,
                >(operations::consumer::sessions::authenticate)
        }),
    },
    Route {
        operation: "consumer.sessions.revoke",
        verb: http::Method::POST,
        path: "/v1/sessions/revoke",
        fields: &[
            ("session_id", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::sessions::RevokeRequest,
                    stytch_consumer::sessions::RevokeResponse,
                >(operations::consumer::sessions::revoke)
        }),
    },
    Route {
        operation: "consumer.sessions.migrate",
        verb: http::Method::POST,
        path: "/v1/sessions/migrate",
        fields: &[
            ("session_token", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("telemetry_id", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::sessions::MigrateRequest,
                    stytch_consumer::sessions::MigrateResponse,
                >(operations::consumer::sessions::migrate)
        }),
    },
    Route {
        operation: "consumer.sessions.exchange_access_token",
        verb: http::Method::POST,
        path: "/v1/sessions/exchange_access_token",
        fields: &[
            ("access_token", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("telemetry_id", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::sessions::ExchangeAccessTokenRequest,
                    stytch_consumer::sessions::ExchangeAccessTokenResponse,
                >(operations::consumer::sessions::exchange_access_token)
        }),
    },
    Route {
        operation: "consumer.sessions.get_jwks",
        verb: http::Method::GET,
        path: "/v1/sessions/jwks/{project_id}",
        fields: &[("project_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::sessions::GetJwksRequest,
                    stytch_consumer::sessions::GetJwksResponse,
                >(operations::consumer::sessions::get_jwks)
        }),
    },
    Route {
        operation: "consumer.sessions.attest",
        verb: http::Method::POST,
        path: "/v1/sessions/attest",
        fields: &[
            ("profile_id", Place::Body),
            ("token", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("telemetry_id", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::sessions::AttestRequest,
                    stytch_consumer::sessions::AttestResponse,
                >(operations::consumer::sessions::attest)
        }),
    },
    Route {
        operation: "consumer.totps.create",
        verb: http::Method::POST,
        path: "/v1/totps",
        fields: &[
            ("user_id", Place::Body),
            ("expiration_minutes", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::totps::CreateRequest,
                    stytch_consumer::totps::CreateResponse,
                >(operations::consumer::totps::create)
        }),
    },
    Route {
        operation: "consumer.totps.authenticate",
        verb: http::Method::POST,
        path: "/v1/totps/authenticate",
        fields: &[
            ("user_id", Place::Body),
            ("totp_code", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("telemetry_id", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::totps::AuthenticateRequest,
                    stytch_consumer::totps::AuthenticateResponse,
                >(operations::consumer::totps::authenticate)
        }),
    },
    Route {
        operation: "consumer.totps.recovery_codes",
        verb: http::Method::POST,
        path: "/v1/totps/recovery_codes",
        fields: &[("user_id", Place::Body)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::totps::RecoveryCodesRequest,
                    stytch_consumer::totps::RecoveryCodesResponse,
                >(operations::consumer::totps::recovery_codes)
        }),
    },
    Route {
        operation: "consumer.totps.recover",
        verb: http::Method::POST,
        path: "/v1/totps/recover",
        fields: &[
            ("user_id", Place::Body),
            ("recovery_code", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("telemetry_id", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::totps::RecoverRequest,
                    stytch_consumer::totps::RecoverResponse,
                >(operations::consumer::totps::recover)
        }),
    },
    Route {
        operation: "consumer.users.create",
        verb: http::Method::POST,
        path: "/v1/users",
        fields: &[
            ("email", Place::Body),
            ("name", Place::Body),
            ("attributes", Place::Body),
            ("phone_number", Place::Body),
            ("create_user_as_pending", Place::Body),
            ("trusted_metadata", Place::Body),
            ("untrusted_metadata", Place::Body),
            ("external_id", Place::Body),
            ("roles", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::users::CreateRequest,
                    stytch_consumer::users::CreateResponse,
                >(operations::consumer::users::create)
        }),
    },
    Route {
        operation: "consumer.users.get",
        verb: http::Method::GET,
        path: "/v1/users/{user_id}",
        fields: &[("user_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call.answer::<stytch_consumer::users::GetRequest, stytch_consumer::users::GetResponse>(
                operations::consumer::users::get,
            )
        }),
    },
    Route {
        operation: "consumer.users.search",
        verb: http::Method::POST,
        path: "/v1/users/search",
        fields: &[
            ("cursor", Place::Body),
            ("limit", Place::Body),
            ("query", Place::Body),
        ],
        shapes: &[("query", &SEARCH_USERS_QUERY)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::users::SearchRequest,
                    stytch_consumer::users::SearchResponse,
                >(operations::consumer::users::search)
        }),
    },
    Route {
        operation: "consumer.users.update",
        verb: http::Method::PUT,
        path: "/v1/users/{user_id}",
        fields: &[
            ("user_id", Place::Path),
            ("name", Place::Body),
            ("attributes", Place::Body),
            ("trusted_metadata", Place::Body),
            ("untrusted_metadata", Place::Body),
            ("external_id", Place::Body),
            ("roles", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::users::UpdateRequest,
                    stytch_consumer::users::UpdateResponse,
                >(operations::consumer::users::update)
        }),
    },
    Route {
        operation: "consumer.users.exchange_primary_factor",
        verb: http::Method::PUT,
        path: "/v1/users/{user_id}/exchange_primary_factor",
        fields: &[
            ("user_id", Place::Path),
            ("email_address", Place::Body),
            ("phone_number", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::users::ExchangePrimaryFactorRequest,
                    stytch_consumer::users::ExchangePrimaryFactorResponse,
                >(operations::consumer::users::exchange_primary_factor)
        }),
    },
    Route {
        operation: "consumer.users.delete",
        verb: http::Method::DELETE,
        path: "/v1/users/{user_id}",
        fields: &[("user_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::users::DeleteRequest,
                    stytch_consumer::users::DeleteResponse,
                >(operations::consumer::users::delete)
        }),
    },
    Route {
        operation: "consumer.users.delete_email",
        verb: http::Method::DELETE,
        path: "/v1/users/emails/{email_id}",
        fields: &[("email_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::users::DeleteEmailRequest,
                    stytch_consumer::users::DeleteEmailResponse,
                >(operations::consumer::users::delete_email)
        }),
    },
    Route {
        operation: "consumer.users.delete_phone_number",
        verb: http::Method::DELETE,
        path: "/v1/users/phone_numbers/{phone_id}",
        fields: &[("phone_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::users::DeletePhoneNumberRequest,
                    stytch_consumer::users::DeletePhoneNumberResponse,
                >(operations::consumer::users::delete_phone_number)
        }),
    },
    Route {
        operation: "consumer.users.delete_webauthn_registration",
        verb: http::Method::DELETE,
        path: "/v1/users/webauthn_registrations/{webauthn_registration_id}",
        fields: &[("webauthn_registration_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::users::DeleteWebauthnRegistrationRequest,
                    stytch_consumer::users::DeleteWebauthnRegistrationResponse,
                >(operations::consumer::users::delete_webauthn_registration)
        }),
    },
    Route {
        operation: "consumer.users.delete_biometric_registration",
        verb: http::Method::DELETE,
        path: "/v1/users/biometric_registrations/{biometric_registration_id}",
        fields: &[("biometric_registration_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::users::DeleteBiometricRegistrationRequest,
                    stytch_consumer::users::DeleteBiometricRegistrationResponse,
                >(operations::consumer::users::delete_biometric_registration)
        }),
    },
    Route {
        operation: "consumer.users.delete_totp",
        verb: http::Method::DELETE,
        path: "/v1/users/totps/{totp_id}",
        fields: &[("totp_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::users::DeleteTotpRequest,
                    stytch_consumer::users::DeleteTotpResponse,
                >(operations::consumer::users::delete_totp)
        }),
    },
    Route {
        operation: "consumer.users.delete_crypto_wallet",
        verb: http::Method::DELETE,
        path: "/v1/users/crypto_wallets/{crypto_wallet_id}",
        fields: &[("crypto_wallet_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::users::DeleteCryptoWalletRequest,
                    stytch_consumer::users::DeleteCryptoWalletResponse,
                >(operations::consumer::users::delete_crypto_wallet)
        }),
    },
    Route {
        operation: "consumer.users.delete_password",
        verb: http::Method::DELETE,
        path: "/v1/users/passwords/{password_id}",
        fields: &[("password_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::users::DeletePasswordRequest,
                    stytch_consumer::users::DeletePasswordResponse,
                >(operations::consumer::users::delete_password)
        }),
    },
    Route {
        operation: "consumer.users.delete_oauth_registration",
        verb: http::Method::DELETE,
        path: "/v1/users/oauth/{oauth_user_registration_id}",
        fields: &[("oauth_user_registration_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::users::DeleteOauthRegistrationRequest,
                    stytch_consumer::users::DeleteOauthRegistrationResponse,
                >(operations::consumer::users::delete_oauth_registration)
        }),
    },
    Route {
        operation: "consumer.users.delete_external_id",
        verb: http::Method::DELETE,
        path: "/v1/users/{user_id}/external_id",
        fields: &[("user_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::users::DeleteExternalIdRequest,
                    stytch_consumer::users::DeleteExternalIdResponse,
                >(operations::consumer::users::delete_external_id)
        }),
    },
    Route {
        operation: "consumer.users.connected_apps",
        verb: http::Method::GET,
        path: "/v1/users/{user_id}/connected_apps",
        fields: &[("user_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::users::ConnectedAppsRequest,
                    stytch_consumer::users::ConnectedAppsResponse,
                >(operations::consumer::users::connected_apps)
        }),
    },
    Route {
        operation: "consumer.users.revoke",
        verb: http::Method::POST,
        path: "/v1/users/{user_id}/connected_apps/{connected_app_id}/revoke",
        fields: &[("user_id", Place::Path), ("connected_app_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::users::RevokeRequest,
                    stytch_consumer::users::RevokeResponse,
                >(operations::consumer::users::revoke)
        }),
    },
    Route {
        operation: "consumer.webauthn.register_start",
        verb: http::Method::POST,
        path: "/v1/webauthn/register/start",
        fields: &[
            ("user_id", Place::Body),
            ("domain", Place::Body),
            ("user_agent", Place::Body),
            ("authenticator_type", Place::Body),
            ("return_passkey_credential_options", Place::Body),
            ("override_id", Place::Body),
            ("override_name", Place::Body),
            ("override_display_name", Place::Body),
            ("use_base64_url_encoding", Place::Body),
        ],
        shapes: &[("authenticator_type", &AUTHENTICATOR_TYPE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::webauthn::RegisterStartRequest,
                    stytch_consumer::webauthn::RegisterStartResponse,
                >(operations::consumer::webauthn::register_start)
        }),
    },
    Route {
        operation: "consumer.webauthn.register",
        verb: http::Method::POST,
        path: "/v1/webauthn/register",
        fields: &[
            ("user_id", Place::Body),
            ("public_key_credential", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("telemetry_id", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::webauthn::RegisterRequest,
                    stytch_consumer::webauthn::RegisterResponse,
                >(operations::consumer::webauthn::register)
        }),
    },
    Route {
        operation: "consumer.webauthn.authenticate_start",
        verb: http::Method::POST,
        path: "/v1/webauthn/authenticate/start",
        fields: &[
            ("domain", Place::Body),
            ("user_id", Place::Body),
            ("return_passkey_credential_options", Place::Body),
            ("use_base64_url_encoding", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::webauthn::AuthenticateStartRequest,
                    stytch_consumer::webauthn::AuthenticateStartResponse,
                >(operations::consumer::webauthn::authenticate_start)
        }),
    },
    Route {
        operation: "consumer.webauthn.authenticate",
        verb: http::Method::POST,
        path: "/v1/webauthn/authenticate",
        fields: &[
            ("public_key_credential", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("telemetry_id", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::webauthn::AuthenticateRequest,
                    stytch_consumer::webauthn::AuthenticateResponse,
                >(operations::consumer::webauthn::authenticate)
        }),
    },
    Route {
        operation: "consumer.webauthn.update",
        verb: http::Method::PUT,
        path: "/v1/webauthn/{webauthn_registration_id}",
        fields: &[
            ("webauthn_registration_id", Place::Path),
            ("name", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::webauthn::UpdateRequest,
                    stytch_consumer::webauthn::UpdateResponse,
                >(operations::consumer::webauthn::update)
        }),
    },
    Route {
        operation: "consumer.webauthn.list_credentials",
        verb: http::Method::GET,
        path: "/v1/webauthn/credentials/{user_id}/{domain}",
        fields: &[("user_id", Place::Path), ("domain", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_consumer::webauthn::ListCredentialsRequest,
                    stytch_consumer::webauthn::ListCredentialsResponse,
                >(operations::consumer::webauthn::list_credentials)
        }),
    },
];

pub(super) static MODELS: &[(&str, &Shape)] = &[
    (
        "consumer.authentication_factors.AuthenticationFactor",
        &AUTHENTICATION_FACTOR,
    ),
    (
        "consumer.authentication_factors.CryptoWalletFactor",
        &CRYPTO_WALLET_FACTOR,
    ),
    (
        "consumer.connected_app.ConnectedAppPublic",
        &CONNECTED_APP_PUBLIC,
    ),
    ("consumer.sessions.Session", &SESSION),
    ("consumer.users.CryptoWallet", &CRYPTO_WALLET),
    ("consumer.users.User", &USER),
    ("consumer.users.UserConnectedApp", &USER_CONNECTED_APP),
    (
        "consumer.users.WebauthnRegistration",
        &WEBAUTHN_REGISTRATION,
    ),
    ("consumer.webauthn.WebauthnCredential", &WEBAUTHN_CREDENTIAL),
];

static AUTHENTICATION_FACTOR: Shape = Shape::Fields(&[
    ("type", &FACTOR_TYPE),
    ("delivery_method", &DELIVERY_METHOD),
    ("crypto_wallet_factor", &CRYPTO_WALLET_FACTOR),
]);

static AUTHENTICATOR_TYPE: Shape = Shape::Values(&["platform", "cross-platform"]);

static CLIENT_TYPE: Shape = Shape::Values(&[
    "first_party",
    "first_party_public",
    "third_party",
    "third_party_public",
]);

static CONNECTED_APP_PUBLIC: Shape = Shape::Fields(&[("client_type", &CLIENT_TYPE)]);

static CREDENTIAL_TYPE: Shape = Shape::Values(&["public-key"]);

static CRYPTO_WALLET: Shape = Shape::Fields(&[("crypto_wallet_type", &CRYPTO_WALLET_TYPE)]);

static CRYPTO_WALLET_FACTOR: Shape = Shape::Fields(&[("crypto_wallet_type", &CRYPTO_WALLET_TYPE)]);

static CRYPTO_WALLET_TYPE: Shape = Shape::Values(&["ethereum", "solana"]);

static DELIVERY_METHOD: Shape = Shape::Values(&[
    "email",
    "sms",
    "whatsapp",
    "embedded",
    "oauth_google",
    "oauth_microsoft",
    "oauth_apple",
    "webauthn_registration",
    "authenticator_app",
    "oauth_github",
    "recovery_code",
    "oauth_facebook",
    "crypto_wallet",
    "oauth_amazon",
    "oauth_bitbucket",
    "oauth_coinbase",
    "oauth_discord",
    "oauth_figma",
    "oauth_gitlab",
    "oauth_instagram",
    "oauth_linkedin",
    "oauth_shopify",
    "oauth_slack",
    "oauth_snapchat",
    "oauth_spotify",
    "oauth_steam",
    "oauth_tiktok",
    "oauth_twitch",
    "oauth_twitter",
    "knowledge",
    "biometric",
    "sso_saml",
    "sso_oidc",
    "oauth_salesforce",
    "oauth_yahoo",
    "oauth_hubspot",
    "imported_auth0",
    "oauth_exchange_slack",
    "oauth_exchange_hubspot",
    "oauth_exchange_github",
    "oauth_exchange_google",
    "impersonation",
    "oauth_access_token_exchange",
    "trusted_token_exchange",
]);

static FACTOR_TYPE: Shape = Shape::Values(&[
    "magic_link",
    "otp",
    "email_otp",
    "oauth",
    "webauthn",
    "totp",
    "crypto",
    "password",
    "signature_challenge",
    "sso",
    "imported",
    "recovery_codes",
    "impersonated",
    "trusted_auth_token",
]);

static HASH_TYPE: Shape = Shape::Values(&[
    "bcrypt",
    "md_5",
    "argon_2i",
    "argon_2id",
    "sha_1",
    "sha_512",
    "scrypt",
    "phpass",
    "pbkdf_2",
]);

static LOCALE: Shape = Shape::Values(&["en", "es", "pt-br", "fr"]);

static OAUTH_PROMPT: Shape = Shape::Values(&["consent"]);

static OAUTH_RESPONSE_TYPE: Shape = Shape::Values(&["code"]);

static PBKDF2_ALGORITHM: Shape = Shape::Values(&["sha512", "sha256"]);

static PBKDF2_CONFIG: Shape = Shape::Fields(&[("algorithm", &PBKDF2_ALGORITHM)]);

static PHONE_LOCALE: Shape = Shape::Values(&[
    "en", "es", "pt-br", "fr", "it", "de-DE", "zh-Hans", "ca-ES", "ja", "ru", "nl", "pl", "tr",
    "fa", "vi", "cs",
]);

static SEARCH_OPERATOR: Shape = Shape::Values(&["AND", "OR"]);

static SEARCH_USERS_QUERY: Shape = Shape::Fields(&[("operator", &SEARCH_OPERATOR)]);

static SESSION: Shape = Shape::Fields(&[("authentication_factors", &AUTHENTICATION_FACTOR)]);

static USER: Shape = Shape::Fields(&[
    ("status", &USER_STATUS),
    ("webauthn_registrations", &WEBAUTHN_REGISTRATION),
    ("crypto_wallets", &CRYPTO_WALLET),
]);

static USER_CONNECTED_APP: Shape = Shape::Fields(&[("client_type", &CLIENT_TYPE)]);

static USER_STATUS: Shape = Shape::Values(&["pending", "active"]);

static WEBAUTHN_CREDENTIAL: Shape = Shape::Fields(&[("type", &CREDENTIAL_TYPE)]);

static WEBAUTHN_REGISTRATION: Shape = Shape::Fields(&[("authenticator_type", &AUTHENTICATOR_TYPE)]);

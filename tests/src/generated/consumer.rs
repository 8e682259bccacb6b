// Generated from spec/consumer and spec/shared by `cargo xtask generate`. Do not edit.

//! The operations of `stytch-consumer` by name.

use super::super::invocation::{Failure, Invocation};
use serde_json::Value;

/// Makes the call that `operation` names, with the typed request that the invocation holds.
pub(crate) async fn dispatch(
    client: &stytch_consumer::Client,
    operation: &str,
    invocation: &mut Invocation,
) -> Result<Value, Failure> {
    match operation {
        "connected_app.clients.create" => {
            let request: stytch_consumer::connected_app::clients::CreateRequest =
                invocation.request()?;
            invocation
                .send(client.connected_app().clients().create(request))
                .await
        }
        "connected_app.clients.get" => {
            let request: stytch_consumer::connected_app::clients::GetRequest =
                invocation.request()?;
            invocation
                .send(client.connected_app().clients().get(request))
                .await
        }
        "connected_app.clients.search" => {
            let request: stytch_consumer::connected_app::clients::SearchRequest =
                invocation.request()?;
            invocation
                .send(client.connected_app().clients().search(request))
                .await
        }
        "connected_app.clients.update" => {
            let request: stytch_consumer::connected_app::clients::UpdateRequest =
                invocation.request()?;
            invocation
                .send(client.connected_app().clients().update(request))
                .await
        }
        "connected_app.clients.delete" => {
            let request: stytch_consumer::connected_app::clients::DeleteRequest =
                invocation.request()?;
            invocation
                .send(client.connected_app().clients().delete(request))
                .await
        }
        "connected_app.clients.secrets.rotate_start" => {
            let request: stytch_consumer::connected_app::clients::secrets::RotateStartRequest =
                invocation.request()?;
            invocation
                .send(
                    client
                        .connected_app()
                        .clients()
                        .secrets()
                        .rotate_start(request),
                )
                .await
        }
        "connected_app.clients.secrets.rotate" => {
            let request: stytch_consumer::connected_app::clients::secrets::RotateRequest =
                invocation.request()?;
            invocation
                .send(client.connected_app().clients().secrets().rotate(request))
                .await
        }
        "connected_app.clients.secrets.rotate_cancel" => {
            let request: stytch_consumer::connected_app::clients::secrets::RotateCancelRequest =
                invocation.request()?;
            invocation
                .send(
                    client
                        .connected_app()
                        .clients()
                        .secrets()
                        .rotate_cancel(request),
                )
                .await
        }
        "crypto_wallets.authenticate_start" => {
            let request: stytch_consumer::crypto_wallets::AuthenticateStartRequest =
                invocation.request()?;
            invocation
                .send(client.crypto_wallets().authenticate_start(request))
                .await
        }
        "crypto_wallets.authenticate" => {
            let request: stytch_consumer::crypto_wallets::AuthenticateRequest =
                invocation.request()?;
            invocation
                .send(client.crypto_wallets().authenticate(request))
                .await
        }
        "debug.whoami" => {
            invocation.no_request()?;
            invocation.send(client.debug().whoami()).await
        }
        "fraud.email.risk" => {
            let request: stytch_consumer::fraud::email::RiskRequest = invocation.request()?;
            invocation.send(client.fraud().email().risk(request)).await
        }
        "fraud.fingerprint.lookup" => {
            let request: stytch_consumer::fraud::fingerprint::LookupRequest =
                invocation.request()?;
            invocation
                .send(client.fraud().fingerprint().lookup(request))
                .await
        }
        "fraud.rules.list" => {
            let request: stytch_consumer::fraud::rules::ListRequest = invocation.request()?;
            invocation.send(client.fraud().rules().list(request)).await
        }
        "fraud.rules.set" => {
            let request: stytch_consumer::fraud::rules::SetRequest = invocation.request()?;
            invocation.send(client.fraud().rules().set(request)).await
        }
        "fraud.verdict_reasons.list" => {
            let request: stytch_consumer::fraud::verdict_reasons::ListRequest =
                invocation.request()?;
            invocation
                .send(client.fraud().verdict_reasons().list(request))
                .await
        }
        "fraud.verdict_reasons.override" => {
            let request: stytch_consumer::fraud::verdict_reasons::OverrideRequest =
                invocation.request()?;
            invocation
                .send(client.fraud().verdict_reasons().r#override(request))
                .await
        }
        "idp.oauth.authorize_start" => {
            let request: stytch_consumer::idp::oauth::AuthorizeStartRequest =
                invocation.request()?;
            invocation
                .send(client.idp().oauth().authorize_start(request))
                .await
        }
        "idp.oauth.authorize" => {
            let request: stytch_consumer::idp::oauth::AuthorizeRequest = invocation.request()?;
            invocation
                .send(client.idp().oauth().authorize(request))
                .await
        }
        "impersonation.authenticate" => {
            let request: stytch_consumer::impersonation::AuthenticateRequest =
                invocation.request()?;
            invocation
                .send(client.impersonation().authenticate(request))
                .await
        }
        "m2m.clients.create" => {
            let request: stytch_consumer::m2m::clients::CreateRequest = invocation.request()?;
            invocation
                .send(client.m2m().clients().create(request))
                .await
        }
        "m2m.clients.get" => {
            let request: stytch_consumer::m2m::clients::GetRequest = invocation.request()?;
            invocation.send(client.m2m().clients().get(request)).await
        }
        "m2m.clients.search" => {
            let request: stytch_consumer::m2m::clients::SearchRequest = invocation.request()?;
            invocation
                .send(client.m2m().clients().search(request))
                .await
        }
        "m2m.clients.update" => {
            let request: stytch_consumer::m2m::clients::UpdateRequest = invocation.request()?;
            invocation
                .send(client.m2m().clients().update(request))
                .await
        }
        "m2m.clients.delete" => {
            let request: stytch_consumer::m2m::clients::DeleteRequest = invocation.request()?;
            invocation
                .send(client.m2m().clients().delete(request))
                .await
        }
        "m2m.clients.secrets.rotate_start" => {
            let request: stytch_consumer::m2m::clients::secrets::RotateStartRequest =
                invocation.request()?;
            invocation
                .send(client.m2m().clients().secrets().rotate_start(request))
                .await
        }
        "m2m.clients.secrets.rotate" => {
            let request: stytch_consumer::m2m::clients::secrets::RotateRequest =
                invocation.request()?;
            invocation
                .send(client.m2m().clients().secrets().rotate(request))
                .await
        }
        "m2m.clients.secrets.rotate_cancel" => {
            let request: stytch_consumer::m2m::clients::secrets::RotateCancelRequest =
                invocation.request()?;
            invocation
                .send(client.m2m().clients().secrets().rotate_cancel(request))
                .await
        }
        "magic_links.authenticate" => {
            let request: stytch_consumer::magic_links::AuthenticateRequest =
                invocation.request()?;
            invocation
                .send(client.magic_links().authenticate(request))
                .await
        }
        "magic_links.create" => {
            let request: stytch_consumer::magic_links::CreateRequest = invocation.request()?;
            invocation.send(client.magic_links().create(request)).await
        }
        "magic_links.email.send" => {
            let request: stytch_consumer::magic_links::email::SendRequest = invocation.request()?;
            invocation
                .send(client.magic_links().email().send(request))
                .await
        }
        "magic_links.email.login_or_create" => {
            let request: stytch_consumer::magic_links::email::LoginOrCreateRequest =
                invocation.request()?;
            invocation
                .send(client.magic_links().email().login_or_create(request))
                .await
        }
        "magic_links.email.invite" => {
            let request: stytch_consumer::magic_links::email::InviteRequest =
                invocation.request()?;
            invocation
                .send(client.magic_links().email().invite(request))
                .await
        }
        "magic_links.email.revoke_invite" => {
            let request: stytch_consumer::magic_links::email::RevokeInviteRequest =
                invocation.request()?;
            invocation
                .send(client.magic_links().email().revoke_invite(request))
                .await
        }
        "oauth.attach" => {
            let request: stytch_consumer::oauth::AttachRequest = invocation.request()?;
            invocation.send(client.oauth().attach(request)).await
        }
        "oauth.authenticate" => {
            let request: stytch_consumer::oauth::AuthenticateRequest = invocation.request()?;
            invocation.send(client.oauth().authenticate(request)).await
        }
        "otps.authenticate" => {
            let request: stytch_consumer::otps::AuthenticateRequest = invocation.request()?;
            invocation.send(client.otps().authenticate(request)).await
        }
        "otps.email.send" => {
            let request: stytch_consumer::otps::email::SendRequest = invocation.request()?;
            invocation.send(client.otps().email().send(request)).await
        }
        "otps.email.login_or_create" => {
            let request: stytch_consumer::otps::email::LoginOrCreateRequest =
                invocation.request()?;
            invocation
                .send(client.otps().email().login_or_create(request))
                .await
        }
        "otps.sms.send" => {
            let request: stytch_consumer::otps::sms::SendRequest = invocation.request()?;
            invocation.send(client.otps().sms().send(request)).await
        }
        "otps.sms.login_or_create" => {
            let request: stytch_consumer::otps::sms::LoginOrCreateRequest = invocation.request()?;
            invocation
                .send(client.otps().sms().login_or_create(request))
                .await
        }
        "otps.whatsapp.send" => {
            let request: stytch_consumer::otps::whatsapp::SendRequest = invocation.request()?;
            invocation
                .send(client.otps().whatsapp().send(request))
                .await
        }
        "otps.whatsapp.login_or_create" => {
            let request: stytch_consumer::otps::whatsapp::LoginOrCreateRequest =
                invocation.request()?;
            invocation
                .send(client.otps().whatsapp().login_or_create(request))
                .await
        }
        "passwords.create" => {
            let request: stytch_consumer::passwords::CreateRequest = invocation.request()?;
            invocation.send(client.passwords().create(request)).await
        }
        "passwords.authenticate" => {
            let request: stytch_consumer::passwords::AuthenticateRequest = invocation.request()?;
            invocation
                .send(client.passwords().authenticate(request))
                .await
        }
        "passwords.strength_check" => {
            let request: stytch_consumer::passwords::StrengthCheckRequest = invocation.request()?;
            invocation
                .send(client.passwords().strength_check(request))
                .await
        }
        "passwords.migrate" => {
            let request: stytch_consumer::passwords::MigrateRequest = invocation.request()?;
            invocation.send(client.passwords().migrate(request)).await
        }
        "passwords.email.reset_start" => {
            let request: stytch_consumer::passwords::email::ResetStartRequest =
                invocation.request()?;
            invocation
                .send(client.passwords().email().reset_start(request))
                .await
        }
        "passwords.email.reset" => {
            let request: stytch_consumer::passwords::email::ResetRequest = invocation.request()?;
            invocation
                .send(client.passwords().email().reset(request))
                .await
        }
        "passwords.existing_password.reset" => {
            let request: stytch_consumer::passwords::existing_password::ResetRequest =
                invocation.request()?;
            invocation
                .send(client.passwords().existing_password().reset(request))
                .await
        }
        "passwords.sessions.reset" => {
            let request: stytch_consumer::passwords::sessions::ResetRequest =
                invocation.request()?;
            invocation
                .send(client.passwords().sessions().reset(request))
                .await
        }
        "project.metrics" => {
            invocation.no_request()?;
            invocation.send(client.project().metrics()).await
        }
        "rbac.policy" => {
            invocation.no_request()?;
            invocation.send(client.rbac().policy()).await
        }
        "sessions.get" => {
            let request: stytch_consumer::sessions::GetRequest = invocation.request()?;
            invocation.send(client.sessions().get(request)).await
        }
        "sessions.authenticate" => {
            let request: stytch_consumer::sessions::AuthenticateRequest = invocation.request()?;
            invocation
                .send(client.sessions().authenticate(request))
                .await
        }
        "sessions.revoke" => {
            let request: stytch_consumer::sessions::RevokeRequest = invocation.request()?;
            invocation.send(client.sessions().revoke(request)).await
        }
        "sessions.migrate" => {
            let request: stytch_consumer::sessions::MigrateRequest = invocation.request()?;
            invocation.send(client.sessions().migrate(request)).await
        }
        "sessions.exchange_access_token" => {
            let request: stytch_consumer::sessions::ExchangeAccessTokenRequest =
                invocation.request()?;
            invocation
                .send(client.sessions().exchange_access_token(request))
                .await
        }
        "sessions.get_jwks" => {
            let request: stytch_consumer::sessions::GetJwksRequest = invocation.request()?;
            invocation.send(client.sessions().get_jwks(request)).await
        }
        "sessions.attest" => {
            let request: stytch_consumer::sessions::AttestRequest = invocation.request()?;
            invocation.send(client.sessions().attest(request)).await
        }
        "totps.create" => {
            let request: stytch_consumer::totps::CreateRequest = invocation.request()?;
            invocation.send(client.totps().create(request)).await
        }
        "totps.authenticate" => {
            let request: stytch_consumer::totps::AuthenticateRequest = invocation.request()?;
            invocation.send(client.totps().authenticate(request)).await
        }
        "totps.recovery_codes" => {
            let request: stytch_consumer::totps::RecoveryCodesRequest = invocation.request()?;
            invocation
                .send(client.totps().recovery_codes(request))
                .await
        }
        "totps.recover" => {
            let request: stytch_consumer::totps::RecoverRequest = invocation.request()?;
            invocation.send(client.totps().recover(request)).await
        }
        "users.create" => {
            let request: stytch_consumer::users::CreateRequest = invocation.request()?;
            invocation.send(client.users().create(request)).await
        }
        "users.get" => {
            let request: stytch_consumer::users::GetRequest = invocation.request()?;
            invocation.send(client.users().get(request)).await
        }
        "users.search" => {
            let request: stytch_consumer::users::SearchRequest = invocation.request()?;
            invocation.send(client.users().search(request)).await
        }
        "users.update" => {
            let request: stytch_consumer::users::UpdateRequest = invocation.request()?;
            invocation.send(client.users().update(request)).await
        }
        "users.exchange_primary_factor" => {
            let request: stytch_consumer::users::ExchangePrimaryFactorRequest =
                invocation.request()?;
            invocation
                .send(client.users().exchange_primary_factor(request))
                .await
        }
        "users.delete" => {
            let request: stytch_consumer::users::DeleteRequest = invocation.request()?;
            invocation.send(client.users().delete(request)).await
        }
        "users.delete_email" => {
            let request: stytch_consumer::users::DeleteEmailRequest = invocation.request()?;
            invocation.send(client.users().delete_email(request)).await
        }
        "users.delete_phone_number" => {
            let request: stytch_consumer::users::DeletePhoneNumberRequest = invocation.request()?;
            invocation
                .send(client.users().delete_phone_number(request))
                .await
        }
        "users.delete_webauthn_registration" => {
            let request: stytch_consumer::users::DeleteWebauthnRegistrationRequest =
                invocation.request()?;
            invocation
                .send(client.users().delete_webauthn_registration(request))
                .await
        }
        "users.delete_biometric_registration" => {
            let request: stytch_consumer::users::DeleteBiometricRegistrationRequest =
                invocation.request()?;
            invocation
                .send(client.users().delete_biometric_registration(request))
                .await
        }
        "users.delete_totp" => {
            let request: stytch_consumer::users::DeleteTotpRequest = invocation.request()?;
            invocation.send(client.users().delete_totp(request)).await
        }
        "users.delete_crypto_wallet" => {
            let request: stytch_consumer::users::DeleteCryptoWalletRequest =
                invocation.request()?;
            invocation
                .send(client.users().delete_crypto_wallet(request))
                .await
        }
        "users.delete_password" => {
            let request: stytch_consumer::users::DeletePasswordRequest = invocation.request()?;
            invocation
                .send(client.users().delete_password(request))
                .await
        }
        "users.delete_oauth_registration" => {
            let request: stytch_consumer::users::DeleteOauthRegistrationRequest =
                invocation.request()?;
            invocation
                .send(client.users().delete_oauth_registration(request))
                .await
        }
        "users.delete_external_id" => {
            let request: stytch_consumer::users::DeleteExternalIdRequest = invocation.request()?;
            invocation
                .send(client.users().delete_external_id(request))
                .await
        }
        "users.connected_apps" => {
            let request: stytch_consumer::users::ConnectedAppsRequest = invocation.request()?;
            invocation
                .send(client.users().connected_apps(request))
                .await
        }
        "users.revoke" => {
            let request: stytch_consumer::users::RevokeRequest = invocation.request()?;
            invocation.send(client.users().revoke(request)).await
        }
        "webauthn.register_start" => {
            let request: stytch_consumer::webauthn::RegisterStartRequest = invocation.request()?;
            invocation
                .send(client.webauthn().register_start(request))
                .await
        }
        "webauthn.register" => {
            let request: stytch_consumer::webauthn::RegisterRequest = invocation.request()?;
            invocation.send(client.webauthn().register(request)).await
        }
        "webauthn.authenticate_start" => {
            let request: stytch_consumer::webauthn::AuthenticateStartRequest =
                invocation.request()?;
            invocation
                .send(client.webauthn().authenticate_start(request))
                .await
        }
        "webauthn.authenticate" => {
            let request: stytch_consumer::webauthn::AuthenticateRequest = invocation.request()?;
            invocation
                .send(client.webauthn().authenticate(request))
                .await
        }
        "webauthn.update" => {
            let request: stytch_consumer::webauthn::UpdateRequest = invocation.request()?;
            invocation.send(client.webauthn().update(request)).await
        }
        "webauthn.list_credentials" => {
            let request: stytch_consumer::webauthn::ListCredentialsRequest =
                invocation.request()?;
            invocation
                .send(client.webauthn().list_credentials(request))
                .await
        }
        _ => Err(Failure::unknown_operation(operation)),
    }
}

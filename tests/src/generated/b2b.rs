// Generated from spec/b2b and spec/shared by `cargo xtask generate`. Do not edit.

//! The operations of `stytch-b2b` by name.

use super::super::invocation::{Failure, Invocation};
use serde_json::Value;

/// Makes the call that `operation` names, with the typed request that the invocation holds.
pub(crate) async fn dispatch(
    client: &stytch_b2b::Client,
    operation: &str,
    invocation: &mut Invocation,
) -> Result<Value, Failure> {
    match operation {
        "connected_app.clients.create" => {
            let request: stytch_b2b::connected_app::clients::CreateRequest =
                invocation.request()?;
            invocation
                .send(client.connected_app().clients().create(request))
                .await
        }
        "connected_app.clients.get" => {
            let request: stytch_b2b::connected_app::clients::GetRequest = invocation.request()?;
            invocation
                .send(client.connected_app().clients().get(request))
                .await
        }
        "connected_app.clients.search" => {
            let request: stytch_b2b::connected_app::clients::SearchRequest =
                invocation.request()?;
            invocation
                .send(client.connected_app().clients().search(request))
                .await
        }
        "connected_app.clients.update" => {
            let request: stytch_b2b::connected_app::clients::UpdateRequest =
                invocation.request()?;
            invocation
                .send(client.connected_app().clients().update(request))
                .await
        }
        "connected_app.clients.delete" => {
            let request: stytch_b2b::connected_app::clients::DeleteRequest =
                invocation.request()?;
            invocation
                .send(client.connected_app().clients().delete(request))
                .await
        }
        "connected_app.clients.secrets.rotate_start" => {
            let request: stytch_b2b::connected_app::clients::secrets::RotateStartRequest =
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
            let request: stytch_b2b::connected_app::clients::secrets::RotateRequest =
                invocation.request()?;
            invocation
                .send(client.connected_app().clients().secrets().rotate(request))
                .await
        }
        "connected_app.clients.secrets.rotate_cancel" => {
            let request: stytch_b2b::connected_app::clients::secrets::RotateCancelRequest =
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
        "debug.whoami" => {
            invocation.no_request()?;
            invocation.send(client.debug().whoami()).await
        }
        "discovery.intermediate_sessions.exchange" => {
            let request: stytch_b2b::discovery::intermediate_sessions::ExchangeRequest =
                invocation.request()?;
            invocation
                .send(client.discovery().intermediate_sessions().exchange(request))
                .await
        }
        "discovery.organizations.list" => {
            let request: stytch_b2b::discovery::organizations::ListRequest =
                invocation.request()?;
            invocation
                .send(client.discovery().organizations().list(request))
                .await
        }
        "discovery.organizations.create" => {
            let request: stytch_b2b::discovery::organizations::CreateRequest =
                invocation.request()?;
            invocation
                .send(client.discovery().organizations().create(request))
                .await
        }
        "fraud.email.risk" => {
            let request: stytch_b2b::fraud::email::RiskRequest = invocation.request()?;
            invocation.send(client.fraud().email().risk(request)).await
        }
        "fraud.fingerprint.lookup" => {
            let request: stytch_b2b::fraud::fingerprint::LookupRequest = invocation.request()?;
            invocation
                .send(client.fraud().fingerprint().lookup(request))
                .await
        }
        "fraud.rules.list" => {
            let request: stytch_b2b::fraud::rules::ListRequest = invocation.request()?;
            invocation.send(client.fraud().rules().list(request)).await
        }
        "fraud.rules.set" => {
            let request: stytch_b2b::fraud::rules::SetRequest = invocation.request()?;
            invocation.send(client.fraud().rules().set(request)).await
        }
        "fraud.verdict_reasons.list" => {
            let request: stytch_b2b::fraud::verdict_reasons::ListRequest = invocation.request()?;
            invocation
                .send(client.fraud().verdict_reasons().list(request))
                .await
        }
        "fraud.verdict_reasons.override" => {
            let request: stytch_b2b::fraud::verdict_reasons::OverrideRequest =
                invocation.request()?;
            invocation
                .send(client.fraud().verdict_reasons().r#override(request))
                .await
        }
        "idp.oauth.authorize" => {
            let request: stytch_b2b::idp::oauth::AuthorizeRequest = invocation.request()?;
            invocation
                .send(client.idp().oauth().authorize(request))
                .await
        }
        "idp.oauth.authorize_start" => {
            let request: stytch_b2b::idp::oauth::AuthorizeStartRequest = invocation.request()?;
            invocation
                .send(client.idp().oauth().authorize_start(request))
                .await
        }
        "impersonation.authenticate" => {
            let request: stytch_b2b::impersonation::AuthenticateRequest = invocation.request()?;
            invocation
                .send(client.impersonation().authenticate(request))
                .await
        }
        "m2m.clients.create" => {
            let request: stytch_b2b::m2m::clients::CreateRequest = invocation.request()?;
            invocation
                .send(client.m2m().clients().create(request))
                .await
        }
        "m2m.clients.get" => {
            let request: stytch_b2b::m2m::clients::GetRequest = invocation.request()?;
            invocation.send(client.m2m().clients().get(request)).await
        }
        "m2m.clients.search" => {
            let request: stytch_b2b::m2m::clients::SearchRequest = invocation.request()?;
            invocation
                .send(client.m2m().clients().search(request))
                .await
        }
        "m2m.clients.update" => {
            let request: stytch_b2b::m2m::clients::UpdateRequest = invocation.request()?;
            invocation
                .send(client.m2m().clients().update(request))
                .await
        }
        "m2m.clients.delete" => {
            let request: stytch_b2b::m2m::clients::DeleteRequest = invocation.request()?;
            invocation
                .send(client.m2m().clients().delete(request))
                .await
        }
        "m2m.clients.secrets.rotate_start" => {
            let request: stytch_b2b::m2m::clients::secrets::RotateStartRequest =
                invocation.request()?;
            invocation
                .send(client.m2m().clients().secrets().rotate_start(request))
                .await
        }
        "m2m.clients.secrets.rotate" => {
            let request: stytch_b2b::m2m::clients::secrets::RotateRequest = invocation.request()?;
            invocation
                .send(client.m2m().clients().secrets().rotate(request))
                .await
        }
        "m2m.clients.secrets.rotate_cancel" => {
            let request: stytch_b2b::m2m::clients::secrets::RotateCancelRequest =
                invocation.request()?;
            invocation
                .send(client.m2m().clients().secrets().rotate_cancel(request))
                .await
        }
        "magic_links.authenticate" => {
            let request: stytch_b2b::magic_links::AuthenticateRequest = invocation.request()?;
            invocation
                .send(client.magic_links().authenticate(request))
                .await
        }
        "magic_links.discovery.authenticate" => {
            let request: stytch_b2b::magic_links::discovery::AuthenticateRequest =
                invocation.request()?;
            invocation
                .send(client.magic_links().discovery().authenticate(request))
                .await
        }
        "magic_links.email.login_or_signup" => {
            let request: stytch_b2b::magic_links::email::LoginOrSignupRequest =
                invocation.request()?;
            invocation
                .send(client.magic_links().email().login_or_signup(request))
                .await
        }
        "magic_links.email.invite" => {
            let request: stytch_b2b::magic_links::email::InviteRequest = invocation.request()?;
            invocation
                .send_as_member(client.magic_links().email().invite(request))
                .await
        }
        "magic_links.email.discovery.send" => {
            let request: stytch_b2b::magic_links::email::discovery::SendRequest =
                invocation.request()?;
            invocation
                .send(client.magic_links().email().discovery().send(request))
                .await
        }
        "oauth.authenticate" => {
            let request: stytch_b2b::oauth::AuthenticateRequest = invocation.request()?;
            invocation.send(client.oauth().authenticate(request)).await
        }
        "oauth.discovery.authenticate" => {
            let request: stytch_b2b::oauth::discovery::AuthenticateRequest =
                invocation.request()?;
            invocation
                .send(client.oauth().discovery().authenticate(request))
                .await
        }
        "organizations.create" => {
            let request: stytch_b2b::organizations::CreateRequest = invocation.request()?;
            invocation
                .send(client.organizations().create(request))
                .await
        }
        "organizations.get" => {
            let request: stytch_b2b::organizations::GetRequest = invocation.request()?;
            invocation.send(client.organizations().get(request)).await
        }
        "organizations.update" => {
            let request: stytch_b2b::organizations::UpdateRequest = invocation.request()?;
            invocation
                .send_as_member(client.organizations().update(request))
                .await
        }
        "organizations.delete" => {
            let request: stytch_b2b::organizations::DeleteRequest = invocation.request()?;
            invocation
                .send_as_member(client.organizations().delete(request))
                .await
        }
        "organizations.delete_external_id" => {
            let request: stytch_b2b::organizations::DeleteExternalIdRequest =
                invocation.request()?;
            invocation
                .send_as_member(client.organizations().delete_external_id(request))
                .await
        }
        "organizations.search" => {
            let request: stytch_b2b::organizations::SearchRequest = invocation.request()?;
            invocation
                .send(client.organizations().search(request))
                .await
        }
        "organizations.metrics" => {
            let request: stytch_b2b::organizations::MetricsRequest = invocation.request()?;
            invocation
                .send(client.organizations().metrics(request))
                .await
        }
        "organizations.connected_apps" => {
            let request: stytch_b2b::organizations::ConnectedAppsRequest = invocation.request()?;
            invocation
                .send_as_member(client.organizations().connected_apps(request))
                .await
        }
        "organizations.get_connected_app" => {
            let request: stytch_b2b::organizations::GetConnectedAppRequest =
                invocation.request()?;
            invocation
                .send_as_member(client.organizations().get_connected_app(request))
                .await
        }
        "organizations.members.create" => {
            let request: stytch_b2b::organizations::members::CreateRequest =
                invocation.request()?;
            invocation
                .send_as_member(client.organizations().members().create(request))
                .await
        }
        "organizations.members.get" => {
            let request: stytch_b2b::organizations::members::GetRequest = invocation.request()?;
            invocation
                .send(client.organizations().members().get(request))
                .await
        }
        "organizations.members.dangerously_get" => {
            let request: stytch_b2b::organizations::members::DangerouslyGetRequest =
                invocation.request()?;
            invocation
                .send(client.organizations().members().dangerously_get(request))
                .await
        }
        "organizations.members.update" => {
            let request: stytch_b2b::organizations::members::UpdateRequest =
                invocation.request()?;
            invocation
                .send_as_member(client.organizations().members().update(request))
                .await
        }
        "organizations.members.start_email_update" => {
            let request: stytch_b2b::organizations::members::StartEmailUpdateRequest =
                invocation.request()?;
            invocation
                .send_as_member(client.organizations().members().start_email_update(request))
                .await
        }
        "organizations.members.unlink_retired_email" => {
            let request: stytch_b2b::organizations::members::UnlinkRetiredEmailRequest =
                invocation.request()?;
            invocation
                .send_as_member(
                    client
                        .organizations()
                        .members()
                        .unlink_retired_email(request),
                )
                .await
        }
        "organizations.members.delete" => {
            let request: stytch_b2b::organizations::members::DeleteRequest =
                invocation.request()?;
            invocation
                .send_as_member(client.organizations().members().delete(request))
                .await
        }
        "organizations.members.reactivate" => {
            let request: stytch_b2b::organizations::members::ReactivateRequest =
                invocation.request()?;
            invocation
                .send_as_member(client.organizations().members().reactivate(request))
                .await
        }
        "organizations.members.delete_external_id" => {
            let request: stytch_b2b::organizations::members::DeleteExternalIdRequest =
                invocation.request()?;
            invocation
                .send_as_member(client.organizations().members().delete_external_id(request))
                .await
        }
        "organizations.members.delete_password" => {
            let request: stytch_b2b::organizations::members::DeletePasswordRequest =
                invocation.request()?;
            invocation
                .send_as_member(client.organizations().members().delete_password(request))
                .await
        }
        "organizations.members.delete_mfa_phone_number" => {
            let request: stytch_b2b::organizations::members::DeleteMfaPhoneNumberRequest =
                invocation.request()?;
            invocation
                .send_as_member(
                    client
                        .organizations()
                        .members()
                        .delete_mfa_phone_number(request),
                )
                .await
        }
        "organizations.members.delete_totp" => {
            let request: stytch_b2b::organizations::members::DeleteTotpRequest =
                invocation.request()?;
            invocation
                .send_as_member(client.organizations().members().delete_totp(request))
                .await
        }
        "organizations.members.search" => {
            let request: stytch_b2b::organizations::members::SearchRequest =
                invocation.request()?;
            invocation
                .send_as_member(client.organizations().members().search(request))
                .await
        }
        "organizations.members.get_connected_apps" => {
            let request: stytch_b2b::organizations::members::GetConnectedAppsRequest =
                invocation.request()?;
            invocation
                .send_as_member(client.organizations().members().get_connected_apps(request))
                .await
        }
        "organizations.members.oidc_providers" => {
            let request: stytch_b2b::organizations::members::OidcProvidersRequest =
                invocation.request()?;
            invocation
                .send(client.organizations().members().oidc_providers(request))
                .await
        }
        "organizations.members.connected_apps.revoke" => {
            let request: stytch_b2b::organizations::members::connected_apps::RevokeRequest =
                invocation.request()?;
            invocation
                .send_as_member(
                    client
                        .organizations()
                        .members()
                        .connected_apps()
                        .revoke(request),
                )
                .await
        }
        "organizations.members.oauth_providers.google" => {
            let request: stytch_b2b::organizations::members::oauth_providers::GoogleRequest =
                invocation.request()?;
            invocation
                .send(
                    client
                        .organizations()
                        .members()
                        .oauth_providers()
                        .google(request),
                )
                .await
        }
        "organizations.members.oauth_providers.microsoft" => {
            let request: stytch_b2b::organizations::members::oauth_providers::MicrosoftRequest =
                invocation.request()?;
            invocation
                .send(
                    client
                        .organizations()
                        .members()
                        .oauth_providers()
                        .microsoft(request),
                )
                .await
        }
        "organizations.members.oauth_providers.slack" => {
            let request: stytch_b2b::organizations::members::oauth_providers::SlackRequest =
                invocation.request()?;
            invocation
                .send(
                    client
                        .organizations()
                        .members()
                        .oauth_providers()
                        .slack(request),
                )
                .await
        }
        "organizations.members.oauth_providers.hubspot" => {
            let request: stytch_b2b::organizations::members::oauth_providers::HubspotRequest =
                invocation.request()?;
            invocation
                .send(
                    client
                        .organizations()
                        .members()
                        .oauth_providers()
                        .hubspot(request),
                )
                .await
        }
        "organizations.members.oauth_providers.github" => {
            let request: stytch_b2b::organizations::members::oauth_providers::GithubRequest =
                invocation.request()?;
            invocation
                .send(
                    client
                        .organizations()
                        .members()
                        .oauth_providers()
                        .github(request),
                )
                .await
        }
        "otps.email.login_or_signup" => {
            let request: stytch_b2b::otps::email::LoginOrSignupRequest = invocation.request()?;
            invocation
                .send(client.otps().email().login_or_signup(request))
                .await
        }
        "otps.email.authenticate" => {
            let request: stytch_b2b::otps::email::AuthenticateRequest = invocation.request()?;
            invocation
                .send(client.otps().email().authenticate(request))
                .await
        }
        "otps.email.discovery.send" => {
            let request: stytch_b2b::otps::email::discovery::SendRequest = invocation.request()?;
            invocation
                .send(client.otps().email().discovery().send(request))
                .await
        }
        "otps.email.discovery.authenticate" => {
            let request: stytch_b2b::otps::email::discovery::AuthenticateRequest =
                invocation.request()?;
            invocation
                .send(client.otps().email().discovery().authenticate(request))
                .await
        }
        "otps.sms.send" => {
            let request: stytch_b2b::otps::sms::SendRequest = invocation.request()?;
            invocation.send(client.otps().sms().send(request)).await
        }
        "otps.sms.authenticate" => {
            let request: stytch_b2b::otps::sms::AuthenticateRequest = invocation.request()?;
            invocation
                .send(client.otps().sms().authenticate(request))
                .await
        }
        "passwords.authenticate" => {
            let request: stytch_b2b::passwords::AuthenticateRequest = invocation.request()?;
            invocation
                .send(client.passwords().authenticate(request))
                .await
        }
        "passwords.migrate" => {
            let request: stytch_b2b::passwords::MigrateRequest = invocation.request()?;
            invocation.send(client.passwords().migrate(request)).await
        }
        "passwords.strength_check" => {
            let request: stytch_b2b::passwords::StrengthCheckRequest = invocation.request()?;
            invocation
                .send(client.passwords().strength_check(request))
                .await
        }
        "passwords.discovery.authenticate" => {
            let request: stytch_b2b::passwords::discovery::AuthenticateRequest =
                invocation.request()?;
            invocation
                .send(client.passwords().discovery().authenticate(request))
                .await
        }
        "passwords.discovery.email.reset" => {
            let request: stytch_b2b::passwords::discovery::email::ResetRequest =
                invocation.request()?;
            invocation
                .send(client.passwords().discovery().email().reset(request))
                .await
        }
        "passwords.discovery.email.reset_start" => {
            let request: stytch_b2b::passwords::discovery::email::ResetStartRequest =
                invocation.request()?;
            invocation
                .send(client.passwords().discovery().email().reset_start(request))
                .await
        }
        "passwords.email.require_reset" => {
            let request: stytch_b2b::passwords::email::RequireResetRequest =
                invocation.request()?;
            invocation
                .send_as_member(client.passwords().email().require_reset(request))
                .await
        }
        "passwords.email.reset" => {
            let request: stytch_b2b::passwords::email::ResetRequest = invocation.request()?;
            invocation
                .send(client.passwords().email().reset(request))
                .await
        }
        "passwords.email.reset_start" => {
            let request: stytch_b2b::passwords::email::ResetStartRequest = invocation.request()?;
            invocation
                .send(client.passwords().email().reset_start(request))
                .await
        }
        "passwords.existing_password.reset" => {
            let request: stytch_b2b::passwords::existing_password::ResetRequest =
                invocation.request()?;
            invocation
                .send(client.passwords().existing_password().reset(request))
                .await
        }
        "passwords.sessions.reset" => {
            let request: stytch_b2b::passwords::sessions::ResetRequest = invocation.request()?;
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
        "rbac.organizations.get_org_policy" => {
            let request: stytch_b2b::rbac::organizations::GetOrgPolicyRequest =
                invocation.request()?;
            invocation
                .send(client.rbac().organizations().get_org_policy(request))
                .await
        }
        "rbac.organizations.set_org_policy" => {
            let request: stytch_b2b::rbac::organizations::SetOrgPolicyRequest =
                invocation.request()?;
            invocation
                .send(client.rbac().organizations().set_org_policy(request))
                .await
        }
        "recovery_codes.get" => {
            let request: stytch_b2b::recovery_codes::GetRequest = invocation.request()?;
            invocation.send(client.recovery_codes().get(request)).await
        }
        "recovery_codes.recover" => {
            let request: stytch_b2b::recovery_codes::RecoverRequest = invocation.request()?;
            invocation
                .send(client.recovery_codes().recover(request))
                .await
        }
        "recovery_codes.rotate" => {
            let request: stytch_b2b::recovery_codes::RotateRequest = invocation.request()?;
            invocation
                .send(client.recovery_codes().rotate(request))
                .await
        }
        "scim.connection.create" => {
            let request: stytch_b2b::scim::connection::CreateRequest = invocation.request()?;
            invocation
                .send_as_member(client.scim().connection().create(request))
                .await
        }
        "scim.connection.get" => {
            let request: stytch_b2b::scim::connection::GetRequest = invocation.request()?;
            invocation
                .send_as_member(client.scim().connection().get(request))
                .await
        }
        "scim.connection.update" => {
            let request: stytch_b2b::scim::connection::UpdateRequest = invocation.request()?;
            invocation
                .send_as_member(client.scim().connection().update(request))
                .await
        }
        "scim.connection.delete" => {
            let request: stytch_b2b::scim::connection::DeleteRequest = invocation.request()?;
            invocation
                .send_as_member(client.scim().connection().delete(request))
                .await
        }
        "scim.connection.get_groups" => {
            let request: stytch_b2b::scim::connection::GetGroupsRequest = invocation.request()?;
            invocation
                .send_as_member(client.scim().connection().get_groups(request))
                .await
        }
        "scim.connection.rotate_start" => {
            let request: stytch_b2b::scim::connection::RotateStartRequest = invocation.request()?;
            invocation
                .send_as_member(client.scim().connection().rotate_start(request))
                .await
        }
        "scim.connection.rotate_complete" => {
            let request: stytch_b2b::scim::connection::RotateCompleteRequest =
                invocation.request()?;
            invocation
                .send_as_member(client.scim().connection().rotate_complete(request))
                .await
        }
        "scim.connection.rotate_cancel" => {
            let request: stytch_b2b::scim::connection::RotateCancelRequest =
                invocation.request()?;
            invocation
                .send_as_member(client.scim().connection().rotate_cancel(request))
                .await
        }
        "sessions.authenticate" => {
            let request: stytch_b2b::sessions::AuthenticateRequest = invocation.request()?;
            invocation
                .send(client.sessions().authenticate(request))
                .await
        }
        "sessions.get" => {
            let request: stytch_b2b::sessions::GetRequest = invocation.request()?;
            invocation.send(client.sessions().get(request)).await
        }
        "sessions.revoke" => {
            let request: stytch_b2b::sessions::RevokeRequest = invocation.request()?;
            invocation
                .send_as_member(client.sessions().revoke(request))
                .await
        }
        "sessions.exchange" => {
            let request: stytch_b2b::sessions::ExchangeRequest = invocation.request()?;
            invocation.send(client.sessions().exchange(request)).await
        }
        "sessions.exchange_access_token" => {
            let request: stytch_b2b::sessions::ExchangeAccessTokenRequest = invocation.request()?;
            invocation
                .send(client.sessions().exchange_access_token(request))
                .await
        }
        "sessions.attest" => {
            let request: stytch_b2b::sessions::AttestRequest = invocation.request()?;
            invocation.send(client.sessions().attest(request)).await
        }
        "sessions.migrate" => {
            let request: stytch_b2b::sessions::MigrateRequest = invocation.request()?;
            invocation.send(client.sessions().migrate(request)).await
        }
        "sessions.get_jwks" => {
            let request: stytch_b2b::sessions::GetJwksRequest = invocation.request()?;
            invocation.send(client.sessions().get_jwks(request)).await
        }
        "sso.authenticate" => {
            let request: stytch_b2b::sso::AuthenticateRequest = invocation.request()?;
            invocation.send(client.sso().authenticate(request)).await
        }
        "sso.get_connections" => {
            let request: stytch_b2b::sso::GetConnectionsRequest = invocation.request()?;
            invocation
                .send_as_member(client.sso().get_connections(request))
                .await
        }
        "sso.delete_connection" => {
            let request: stytch_b2b::sso::DeleteConnectionRequest = invocation.request()?;
            invocation
                .send_as_member(client.sso().delete_connection(request))
                .await
        }
        "sso.external.create_connection" => {
            let request: stytch_b2b::sso::external::CreateConnectionRequest =
                invocation.request()?;
            invocation
                .send_as_member(client.sso().external().create_connection(request))
                .await
        }
        "sso.external.update_connection" => {
            let request: stytch_b2b::sso::external::UpdateConnectionRequest =
                invocation.request()?;
            invocation
                .send_as_member(client.sso().external().update_connection(request))
                .await
        }
        "sso.oidc.create_connection" => {
            let request: stytch_b2b::sso::oidc::CreateConnectionRequest = invocation.request()?;
            invocation
                .send_as_member(client.sso().oidc().create_connection(request))
                .await
        }
        "sso.oidc.update_connection" => {
            let request: stytch_b2b::sso::oidc::UpdateConnectionRequest = invocation.request()?;
            invocation
                .send_as_member(client.sso().oidc().update_connection(request))
                .await
        }
        "sso.saml.create_connection" => {
            let request: stytch_b2b::sso::saml::CreateConnectionRequest = invocation.request()?;
            invocation
                .send_as_member(client.sso().saml().create_connection(request))
                .await
        }
        "sso.saml.update_connection" => {
            let request: stytch_b2b::sso::saml::UpdateConnectionRequest = invocation.request()?;
            invocation
                .send_as_member(client.sso().saml().update_connection(request))
                .await
        }
        "sso.saml.update_by_url" => {
            let request: stytch_b2b::sso::saml::UpdateByUrlRequest = invocation.request()?;
            invocation
                .send_as_member(client.sso().saml().update_by_url(request))
                .await
        }
        "sso.saml.delete_verification_certificate" => {
            let request: stytch_b2b::sso::saml::DeleteVerificationCertificateRequest =
                invocation.request()?;
            invocation
                .send_as_member(client.sso().saml().delete_verification_certificate(request))
                .await
        }
        "sso.saml.delete_encryption_private_key" => {
            let request: stytch_b2b::sso::saml::DeleteEncryptionPrivateKeyRequest =
                invocation.request()?;
            invocation
                .send_as_member(client.sso().saml().delete_encryption_private_key(request))
                .await
        }
        "totps.authenticate" => {
            let request: stytch_b2b::totps::AuthenticateRequest = invocation.request()?;
            invocation.send(client.totps().authenticate(request)).await
        }
        "totps.create" => {
            let request: stytch_b2b::totps::CreateRequest = invocation.request()?;
            invocation.send(client.totps().create(request)).await
        }
        "totps.migrate" => {
            let request: stytch_b2b::totps::MigrateRequest = invocation.request()?;
            invocation.send(client.totps().migrate(request)).await
        }
        _ => Err(Failure::unknown_operation(operation)),
    }
}

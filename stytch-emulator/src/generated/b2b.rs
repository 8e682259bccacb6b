// Generated from spec/b2b by `cargo xtask generate`. Do not edit.

//! The operations of the group `b2b`.

use crate::operations;
use crate::route::{Handler, Permission, Place, Route, Rules};
use crate::shape::Shape;

pub(super) static ROUTES: &[Route] = &[
    Route {
        operation: "b2b.discovery.intermediate_sessions.exchange",
        verb: http::Method::POST,
        path: "/v1/b2b/discovery/intermediate_sessions/exchange",
        fields: &[
            ("intermediate_session_token", Place::Body),
            ("organization_id", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("locale", Place::Body),
            ("telemetry_id", Place::Body),
        ],
        shapes: &[("locale", &PHONE_LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::discovery::intermediate_sessions::ExchangeRequest,
                    stytch_b2b::discovery::intermediate_sessions::ExchangeResponse,
                >(operations::b2b::discovery::intermediate_sessions::exchange)
        }),
    },
    Route {
        operation: "b2b.discovery.organizations.list",
        verb: http::Method::POST,
        path: "/v1/b2b/discovery/organizations",
        fields: &[
            ("intermediate_session_token", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::discovery::organizations::ListRequest,
                    stytch_b2b::discovery::organizations::ListResponse,
                >(operations::b2b::discovery::organizations::list)
        }),
    },
    Route {
        operation: "b2b.discovery.organizations.create",
        verb: http::Method::POST,
        path: "/v1/b2b/discovery/organizations/create",
        fields: &[
            ("intermediate_session_token", Place::Body),
            ("organization_name", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("organization_slug", Place::Body),
            ("organization_logo_url", Place::Body),
            ("trusted_metadata", Place::Body),
            ("organization_external_id", Place::Body),
            ("sso_jit_provisioning", Place::Body),
            ("email_allowed_domains", Place::Body),
            ("email_jit_provisioning", Place::Body),
            ("email_invites", Place::Body),
            ("auth_methods", Place::Body),
            ("allowed_auth_methods", Place::Body),
            ("mfa_policy", Place::Body),
            ("rbac_email_implicit_role_assignments", Place::Body),
            ("mfa_methods", Place::Body),
            ("allowed_mfa_methods", Place::Body),
            ("oauth_tenant_jit_provisioning", Place::Body),
            ("allowed_oauth_tenants", Place::Body),
            ("first_party_connected_apps_allowed_type", Place::Body),
            ("allowed_first_party_connected_apps", Place::Body),
            ("third_party_connected_apps_allowed_type", Place::Body),
            ("allowed_third_party_connected_apps", Place::Body),
            ("telemetry_id", Place::Body),
        ],
        shapes: &[
            ("sso_jit_provisioning", &ACCESS_POLICY),
            ("email_jit_provisioning", &JIT_PROVISIONING),
            ("email_invites", &ACCESS_POLICY),
            ("auth_methods", &METHOD_POLICY),
            ("allowed_auth_methods", &AUTH_METHOD),
            ("mfa_policy", &MFA_POLICY),
            ("mfa_methods", &METHOD_POLICY),
            ("allowed_mfa_methods", &MFA_METHOD),
            ("oauth_tenant_jit_provisioning", &JIT_PROVISIONING),
            ("first_party_connected_apps_allowed_type", &ACCESS_POLICY),
            ("third_party_connected_apps_allowed_type", &ACCESS_POLICY),
        ],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::discovery::organizations::CreateRequest,
                    stytch_b2b::discovery::organizations::CreateResponse,
                >(operations::b2b::discovery::organizations::create)
        }),
    },
    Route {
        operation: "b2b.idp.oauth.authorize",
        verb: http::Method::POST,
        path: "/v1/b2b/idp/oauth/authorize",
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
            ("organization_id", Place::Body),
            ("member_id", Place::Body),
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
                    stytch_b2b::idp::oauth::AuthorizeRequest,
                    stytch_b2b::idp::oauth::AuthorizeResponse,
                >(operations::b2b::idp::oauth::authorize)
        }),
    },
    Route {
        operation: "b2b.idp.oauth.authorize_start",
        verb: http::Method::POST,
        path: "/v1/b2b/idp/oauth/authorize/start",
        fields: &[
            ("client_id", Place::Body),
            ("redirect_uri", Place::Body),
            ("response_type", Place::Body),
            ("prompt", Place::Body),
            ("organization_id", Place::Body),
            ("member_id", Place::Body),
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
                    stytch_b2b::idp::oauth::AuthorizeStartRequest,
                    stytch_b2b::idp::oauth::AuthorizeStartResponse,
                >(operations::b2b::idp::oauth::authorize_start)
        }),
    },
    Route {
        operation: "b2b.impersonation.authenticate",
        verb: http::Method::POST,
        path: "/v1/b2b/impersonation/authenticate",
        fields: &[("impersonation_token", Place::Body)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::impersonation::AuthenticateRequest,
                    stytch_b2b::impersonation::AuthenticateResponse,
                >(operations::b2b::impersonation::authenticate)
        }),
    },
    Route {
        operation: "b2b.magic_links.authenticate",
        verb: http::Method::POST,
        path: "/v1/b2b/magic_links/authenticate",
        fields: &[
            ("magic_links_token", Place::Body),
            ("pkce_code_verifier", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("telemetry_id", Place::Body),
            ("intermediate_session_token", Place::Body),
            ("locale", Place::Body),
        ],
        shapes: &[("locale", &LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::magic_links::AuthenticateRequest,
                    stytch_b2b::magic_links::AuthenticateResponse,
                >(operations::b2b::magic_links::authenticate)
        }),
    },
    Route {
        operation: "b2b.magic_links.discovery.authenticate",
        verb: http::Method::POST,
        path: "/v1/b2b/magic_links/discovery/authenticate",
        fields: &[
            ("discovery_magic_links_token", Place::Body),
            ("pkce_code_verifier", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::magic_links::discovery::AuthenticateRequest,
                    stytch_b2b::magic_links::discovery::AuthenticateResponse,
                >(operations::b2b::magic_links::discovery::authenticate)
        }),
    },
    Route {
        operation: "b2b.magic_links.email.login_or_signup",
        verb: http::Method::POST,
        path: "/v1/b2b/magic_links/email/login_or_signup",
        fields: &[
            ("organization_id", Place::Body),
            ("email_address", Place::Body),
            ("login_redirect_url", Place::Body),
            ("signup_redirect_url", Place::Body),
            ("pkce_code_challenge", Place::Body),
            ("login_template_id", Place::Body),
            ("signup_template_id", Place::Body),
            ("locale", Place::Body),
            ("login_expiration_minutes", Place::Body),
            ("signup_expiration_minutes", Place::Body),
        ],
        shapes: &[("locale", &LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::magic_links::email::LoginOrSignupRequest,
                    stytch_b2b::magic_links::email::LoginOrSignupResponse,
                >(operations::b2b::magic_links::email::login_or_signup)
        }),
    },
    Route {
        operation: "b2b.magic_links.email.invite",
        verb: http::Method::POST,
        path: "/v1/b2b/magic_links/email/invite",
        fields: &[
            ("organization_id", Place::Body),
            ("email_address", Place::Body),
            ("invite_redirect_url", Place::Body),
            ("invited_by_member_id", Place::Body),
            ("name", Place::Body),
            ("trusted_metadata", Place::Body),
            ("untrusted_metadata", Place::Body),
            ("invite_template_id", Place::Body),
            ("locale", Place::Body),
            ("roles", Place::Body),
            ("invite_expiration_minutes", Place::Body),
        ],
        shapes: &[("locale", &LOCALE)],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.member"],
                action: "create",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::magic_links::email::InviteRequest,
                    stytch_b2b::magic_links::email::InviteResponse,
                >(operations::b2b::magic_links::email::invite)
        }),
    },
    Route {
        operation: "b2b.magic_links.email.discovery.send",
        verb: http::Method::POST,
        path: "/v1/b2b/magic_links/email/discovery/send",
        fields: &[
            ("email_address", Place::Body),
            ("discovery_redirect_url", Place::Body),
            ("pkce_code_challenge", Place::Body),
            ("login_template_id", Place::Body),
            ("locale", Place::Body),
            ("discovery_expiration_minutes", Place::Body),
        ],
        shapes: &[("locale", &LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::magic_links::email::discovery::SendRequest,
                    stytch_b2b::magic_links::email::discovery::SendResponse,
                >(operations::b2b::magic_links::email::discovery::send)
        }),
    },
    Route {
        operation: "b2b.oauth.authenticate",
        verb: http::Method::POST,
        path: "/v1/b2b/oauth/authenticate",
        fields: &[
            ("oauth_token", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("telemetry_id", Place::Body),
            ("locale", Place::Body),
            ("pkce_code_verifier", Place::Body),
            ("intermediate_session_token", Place::Body),
        ],
        shapes: &[("locale", &PHONE_LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::oauth::AuthenticateRequest,
                    stytch_b2b::oauth::AuthenticateResponse,
                >(operations::b2b::oauth::authenticate)
        }),
    },
    Route {
        operation: "b2b.oauth.discovery.authenticate",
        verb: http::Method::POST,
        path: "/v1/b2b/oauth/discovery/authenticate",
        fields: &[
            ("discovery_oauth_token", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("pkce_code_verifier", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::oauth::discovery::AuthenticateRequest,
                    stytch_b2b::oauth::discovery::AuthenticateResponse,
                >(operations::b2b::oauth::discovery::authenticate)
        }),
    },
    Route {
        operation: "b2b.organizations.create",
        verb: http::Method::POST,
        path: "/v1/b2b/organizations",
        fields: &[
            ("organization_name", Place::Body),
            ("organization_slug", Place::Body),
            ("organization_logo_url", Place::Body),
            ("trusted_metadata", Place::Body),
            ("organization_external_id", Place::Body),
            ("sso_jit_provisioning", Place::Body),
            ("email_allowed_domains", Place::Body),
            ("email_jit_provisioning", Place::Body),
            ("email_invites", Place::Body),
            ("auth_methods", Place::Body),
            ("allowed_auth_methods", Place::Body),
            ("mfa_policy", Place::Body),
            ("rbac_email_implicit_role_assignments", Place::Body),
            ("mfa_methods", Place::Body),
            ("allowed_mfa_methods", Place::Body),
            ("oauth_tenant_jit_provisioning", Place::Body),
            ("allowed_oauth_tenants", Place::Body),
            ("first_party_connected_apps_allowed_type", Place::Body),
            ("allowed_first_party_connected_apps", Place::Body),
            ("third_party_connected_apps_allowed_type", Place::Body),
            ("allowed_third_party_connected_apps", Place::Body),
            ("claimed_email_domains", Place::Body),
        ],
        shapes: &[
            ("sso_jit_provisioning", &ACCESS_POLICY),
            ("email_jit_provisioning", &JIT_PROVISIONING),
            ("email_invites", &ACCESS_POLICY),
            ("auth_methods", &METHOD_POLICY),
            ("allowed_auth_methods", &AUTH_METHOD),
            ("mfa_policy", &MFA_POLICY),
            ("mfa_methods", &METHOD_POLICY),
            ("allowed_mfa_methods", &MFA_METHOD),
            ("oauth_tenant_jit_provisioning", &JIT_PROVISIONING),
            ("first_party_connected_apps_allowed_type", &ACCESS_POLICY),
            ("third_party_connected_apps_allowed_type", &ACCESS_POLICY),
        ],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::CreateRequest,
                    stytch_b2b::organizations::CreateResponse,
                >(operations::b2b::organizations::create)
        }),
    },
    Route {
        operation: "b2b.organizations.get",
        verb: http::Method::GET,
        path: "/v1/b2b/organizations/{organization_id}",
        fields: &[("organization_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::GetRequest,
                    stytch_b2b::organizations::GetResponse,
                >(operations::b2b::organizations::get)
        }),
    },
    Route {
        operation: "b2b.organizations.update",
        verb: http::Method::PUT,
        path: "/v1/b2b/organizations/{organization_id}",
        fields: &[
            ("organization_id", Place::Path),
            ("organization_name", Place::Body),
            ("sso_default_connection_id", Place::Body),
            ("sso_jit_provisioning_allowed_connections", Place::Body),
            ("organization_slug", Place::Body),
            ("organization_logo_url", Place::Body),
            ("trusted_metadata", Place::Body),
            ("organization_external_id", Place::Body),
            ("sso_jit_provisioning", Place::Body),
            ("email_allowed_domains", Place::Body),
            ("email_jit_provisioning", Place::Body),
            ("email_invites", Place::Body),
            ("auth_methods", Place::Body),
            ("allowed_auth_methods", Place::Body),
            ("mfa_policy", Place::Body),
            ("rbac_email_implicit_role_assignments", Place::Body),
            ("mfa_methods", Place::Body),
            ("allowed_mfa_methods", Place::Body),
            ("oauth_tenant_jit_provisioning", Place::Body),
            ("allowed_oauth_tenants", Place::Body),
            ("first_party_connected_apps_allowed_type", Place::Body),
            ("allowed_first_party_connected_apps", Place::Body),
            ("third_party_connected_apps_allowed_type", Place::Body),
            ("allowed_third_party_connected_apps", Place::Body),
            ("claimed_email_domains", Place::Body),
        ],
        shapes: &[
            ("sso_jit_provisioning", &ACCESS_POLICY),
            ("email_jit_provisioning", &JIT_PROVISIONING),
            ("email_invites", &ACCESS_POLICY),
            ("auth_methods", &METHOD_POLICY),
            ("allowed_auth_methods", &AUTH_METHOD),
            ("mfa_policy", &MFA_POLICY),
            ("mfa_methods", &METHOD_POLICY),
            ("allowed_mfa_methods", &MFA_METHOD),
            ("oauth_tenant_jit_provisioning", &JIT_PROVISIONING),
            ("first_party_connected_apps_allowed_type", &ACCESS_POLICY),
            ("third_party_connected_apps_allowed_type", &ACCESS_POLICY),
        ],
        member_session: Some(Rules {
            permission: None,
            fields: &[
                (
                    "organization_name",
                    Some(Permission {
                        resources: &["stytch.organization"],
                        action: "update.info.name",
                    }),
                ),
                (
                    "sso_default_connection_id",
                    Some(Permission {
                        resources: &["stytch.organization"],
                        action: "update.settings.default-sso-connection",
                    }),
                ),
                (
                    "sso_jit_provisioning_allowed_connections",
                    Some(Permission {
                        resources: &["stytch.organization"],
                        action: "update.settings.sso-jit-provisioning",
                    }),
                ),
                (
                    "organization_slug",
                    Some(Permission {
                        resources: &["stytch.organization"],
                        action: "update.info.slug",
                    }),
                ),
                (
                    "organization_logo_url",
                    Some(Permission {
                        resources: &["stytch.organization"],
                        action: "update.info.logo-url",
                    }),
                ),
                ("trusted_metadata", None),
                (
                    "sso_jit_provisioning",
                    Some(Permission {
                        resources: &["stytch.organization"],
                        action: "update.settings.sso-jit-provisioning",
                    }),
                ),
                (
                    "email_allowed_domains",
                    Some(Permission {
                        resources: &["stytch.organization"],
                        action: "update.settings.allowed-domains",
                    }),
                ),
                (
                    "email_jit_provisioning",
                    Some(Permission {
                        resources: &["stytch.organization"],
                        action: "update.settings.email-jit-provisioning",
                    }),
                ),
                (
                    "email_invites",
                    Some(Permission {
                        resources: &["stytch.organization"],
                        action: "update.settings.email-invites",
                    }),
                ),
                (
                    "auth_methods",
                    Some(Permission {
                        resources: &["stytch.organization"],
                        action: "update.settings.allowed-auth-methods",
                    }),
                ),
                (
                    "allowed_auth_methods",
                    Some(Permission {
                        resources: &["stytch.organization"],
                        action: "update.settings.allowed-auth-methods",
                    }),
                ),
                (
                    "mfa_policy",
                    Some(Permission {
                        resources: &["stytch.organization"],
                        action: "update.settings.mfa-policy",
                    }),
                ),
                (
                    "rbac_email_implicit_role_assignments",
                    Some(Permission {
                        resources: &["stytch.organization"],
                        action: "update.settings.implicit-roles",
                    }),
                ),
                (
                    "mfa_methods",
                    Some(Permission {
                        resources: &["stytch.organization"],
                        action: "update.settings.allowed-mfa-methods",
                    }),
                ),
                (
                    "allowed_mfa_methods",
                    Some(Permission {
                        resources: &["stytch.organization"],
                        action: "update.settings.allowed-mfa-methods",
                    }),
                ),
                (
                    "oauth_tenant_jit_provisioning",
                    Some(Permission {
                        resources: &["stytch.organization"],
                        action: "update.settings.oauth-tenant-jit-provisioning",
                    }),
                ),
                (
                    "allowed_oauth_tenants",
                    Some(Permission {
                        resources: &["stytch.organization"],
                        action: "update.settings.allowed-oauth-tenants",
                    }),
                ),
            ],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::UpdateRequest,
                    stytch_b2b::organizations::UpdateResponse,
                >(operations::b2b::organizations::update)
        }),
    },
    Route {
        operation: "b2b.organizations.delete",
        verb: http::Method::DELETE,
        path: "/v1/b2b/organizations/{organization_id}",
        fields: &[("organization_id", Place::Path)],
        shapes: &[],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.organization"],
                action: "delete",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::DeleteRequest,
                    stytch_b2b::organizations::DeleteResponse,
                >(operations::b2b::organizations::delete)
        }),
    },
    Route {
        operation: "b2b.organizations.delete_external_id",
        verb: http::Method::DELETE,
        path: "/v1/b2b/organizations/{organization_id}/external_id",
        fields: &[("organization_id", Place::Path)],
        shapes: &[],
        member_session: Some(Rules {
            permission: None,
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::DeleteExternalIdRequest,
                    stytch_b2b::organizations::DeleteExternalIdResponse,
                >(operations::b2b::organizations::delete_external_id)
        }),
    },
    Route {
        operation: "b2b.organizations.search",
        verb: http::Method::POST,
        path: "/v1/b2b/organizations/search",
        fields: &[
            ("cursor", Place::Body),
            ("limit", Place::Body),
            ("query", Place::Body),
        ],
        shapes: &[("query", &ORGANIZATIONS_SEARCH_QUERY)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::SearchRequest,
                    stytch_b2b::organizations::SearchResponse,
                >(operations::b2b::organizations::search)
        }),
    },
    Route {
        operation: "b2b.organizations.metrics",
        verb: http::Method::GET,
        path: "/v1/b2b/organizations/{organization_id}/metrics",
        fields: &[("organization_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::MetricsRequest,
                    stytch_b2b::organizations::MetricsResponse,
                >(operations::b2b::organizations::metrics)
        }),
    },
    Route {
        operation: "b2b.organizations.connected_apps",
        verb: http::Method::GET,
        path: "/v1/b2b/organizations/{organization_id}/connected_apps",
        fields: &[("organization_id", Place::Path)],
        shapes: &[],
        member_session: Some(Rules {
            permission: None,
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::ConnectedAppsRequest,
                    stytch_b2b::organizations::ConnectedAppsResponse,
                >(operations::b2b::organizations::connected_apps)
        }),
    },
    Route {
        operation: "b2b.organizations.get_connected_app",
        verb: http::Method::GET,
        path: "/v1/b2b/organizations/{organization_id}/connected_apps/{connected_app_id}",
        fields: &[
            ("organization_id", Place::Path),
            ("connected_app_id", Place::Path),
        ],
        shapes: &[],
        member_session: Some(Rules {
            permission: None,
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::GetConnectedAppRequest,
                    stytch_b2b::organizations::GetConnectedAppResponse,
                >(operations::b2b::organizations::get_connected_app)
        }),
    },
    Route {
        operation: "b2b.organizations.members.create",
        verb: http::Method::POST,
        path: "/v1/b2b/organizations/{organization_id}/members",
        fields: &[
            ("organization_id", Place::Path),
            ("email_address", Place::Body),
            ("name", Place::Body),
            ("trusted_metadata", Place::Body),
            ("untrusted_metadata", Place::Body),
            ("create_member_as_pending", Place::Body),
            ("is_breakglass", Place::Body),
            ("mfa_phone_number", Place::Body),
            ("mfa_enrolled", Place::Body),
            ("roles", Place::Body),
            ("external_id", Place::Body),
        ],
        shapes: &[],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.member"],
                action: "create",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::members::CreateRequest,
                    stytch_b2b::organizations::members::CreateResponse,
                >(operations::b2b::organizations::members::create)
        }),
    },
    Route {
        operation: "b2b.organizations.members.get",
        verb: http::Method::GET,
        path: "/v1/b2b/organizations/{organization_id}/member",
        fields: &[
            ("organization_id", Place::Path),
            ("member_id", Place::Query),
            ("email_address", Place::Query),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::members::GetRequest,
                    stytch_b2b::organizations::members::GetResponse,
                >(operations::b2b::organizations::members::get)
        }),
    },
    Route {
        operation: "b2b.organizations.members.dangerously_get",
        verb: http::Method::GET,
        path: "/v1/b2b/organizations/members/dangerously_get/{member_id}",
        fields: &[
            ("member_id", Place::Path),
            ("include_deleted", Place::QueryJson),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::members::DangerouslyGetRequest,
                    stytch_b2b::organizations::members::DangerouslyGetResponse,
                >(operations::b2b::organizations::members::dangerously_get)
        }),
    },
    Route {
        operation: "b2b.organizations.members.update",
        verb: http::Method::PUT,
        path: "/v1/b2b/organizations/{organization_id}/members/{member_id}",
        fields: &[
            ("organization_id", Place::Path),
            ("member_id", Place::Path),
            ("name", Place::Body),
            ("trusted_metadata", Place::Body),
            ("untrusted_metadata", Place::Body),
            ("is_breakglass", Place::Body),
            ("mfa_phone_number", Place::Body),
            ("mfa_enrolled", Place::Body),
            ("roles", Place::Body),
            ("preserve_existing_sessions", Place::Body),
            ("default_mfa_method", Place::Body),
            ("email_address", Place::Body),
            ("external_id", Place::Body),
            ("unlink_email", Place::Body),
        ],
        shapes: &[("default_mfa_method", &MFA_METHOD)],
        member_session: Some(Rules {
            permission: None,
            fields: &[
                (
                    "name",
                    Some(Permission {
                        resources: &["stytch.member", "stytch.self"],
                        action: "update.info.name",
                    }),
                ),
                ("trusted_metadata", None),
                (
                    "untrusted_metadata",
                    Some(Permission {
                        resources: &["stytch.member", "stytch.self"],
                        action: "update.info.untrusted-metadata",
                    }),
                ),
                (
                    "is_breakglass",
                    Some(Permission {
                        resources: &["stytch.member"],
                        action: "update.settings.is-breakglass",
                    }),
                ),
                (
                    "mfa_phone_number",
                    Some(Permission {
                        resources: &["stytch.member", "stytch.self"],
                        action: "update.info.mfa-phone",
                    }),
                ),
                (
                    "mfa_enrolled",
                    Some(Permission {
                        resources: &["stytch.member", "stytch.self"],
                        action: "update.settings.mfa-enrolled",
                    }),
                ),
                (
                    "roles",
                    Some(Permission {
                        resources: &["stytch.member"],
                        action: "update.settings.roles",
                    }),
                ),
                (
                    "default_mfa_method",
                    Some(Permission {
                        resources: &["stytch.member", "stytch.self"],
                        action: "update.settings.default-mfa-method",
                    }),
                ),
                (
                    "email_address",
                    Some(Permission {
                        resources: &["stytch.member"],
                        action: "update.info.email",
                    }),
                ),
            ],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::members::UpdateRequest,
                    stytch_b2b::organizations::members::UpdateResponse,
                >(operations::b2b::organizations::members::update)
        }),
    },
    Route {
        operation: "b2b.organizations.members.start_email_update",
        verb: http::Method::POST,
        path: "/v1/b2b/organizations/{organization_id}/members/{member_id}/start_email_update",
        fields: &[
            ("organization_id", Place::Path),
            ("member_id", Place::Path),
            ("email_address", Place::Body),
            ("login_redirect_url", Place::Body),
            ("locale", Place::Body),
            ("login_template_id", Place::Body),
            ("delivery_method", Place::Body),
        ],
        shapes: &[
            ("locale", &LOCALE),
            ("delivery_method", &EMAIL_UPDATE_METHOD),
        ],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.member", "stytch.self"],
                action: "update.info.email",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::members::StartEmailUpdateRequest,
                    stytch_b2b::organizations::members::StartEmailUpdateResponse,
                >(operations::b2b::organizations::members::start_email_update)
        }),
    },
    Route {
        operation: "b2b.organizations.members.unlink_retired_email",
        verb: http::Method::POST,
        path: "/v1/b2b/organizations/{organization_id}/members/{member_id}/unlink_retired_email",
        fields: &[
            ("organization_id", Place::Path),
            ("member_id", Place::Path),
            ("email_id", Place::Body),
            ("email_address", Place::Body),
        ],
        shapes: &[],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.member", "stytch.self"],
                action: "update.info.unlink.retired-email",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::members::UnlinkRetiredEmailRequest,
                    stytch_b2b::organizations::members::UnlinkRetiredEmailResponse,
                >(operations::b2b::organizations::members::unlink_retired_email)
        }),
    },
    Route {
        operation: "b2b.organizations.members.delete",
        verb: http::Method::DELETE,
        path: "/v1/b2b/organizations/{organization_id}/members/{member_id}",
        fields: &[("organization_id", Place::Path), ("member_id", Place::Path)],
        shapes: &[],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.member", "stytch.self"],
                action: "delete",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::members::DeleteRequest,
                    stytch_b2b::organizations::members::DeleteResponse,
                >(operations::b2b::organizations::members::delete)
        }),
    },
    Route {
        operation: "b2b.organizations.members.reactivate",
        verb: http::Method::PUT,
        path: "/v1/b2b/organizations/{organization_id}/members/{member_id}/reactivate",
        fields: &[("organization_id", Place::Path), ("member_id", Place::Path)],
        shapes: &[],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.member"],
                action: "create",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::members::ReactivateRequest,
                    stytch_b2b::organizations::members::ReactivateResponse,
                >(operations::b2b::organizations::members::reactivate)
        }),
    },
    Route {
        operation: "b2b.organizations.members.delete_external_id",
        verb: http::Method::DELETE,
        path: "/v1/b2b/organizations/{organization_id}/members/{member_id}/external_id",
        fields: &[("organization_id", Place::Path), ("member_id", Place::Path)],
        shapes: &[],
        member_session: Some(Rules {
            permission: None,
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::members::DeleteExternalIdRequest,
                    stytch_b2b::organizations::members::DeleteExternalIdResponse,
                >(operations::b2b::organizations::members::delete_external_id)
        }),
    },
    Route {
        operation: "b2b.organizations.members.delete_password",
        verb: http::Method::DELETE,
        path: "/v1/b2b/organizations/{organization_id}/members/passwords/{member_password_id}",
        fields: &[
            ("organization_id", Place::Path),
            ("member_password_id", Place::Path),
        ],
        shapes: &[],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.member", "stytch.self"],
                action: "update.info.delete.password",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::members::DeletePasswordRequest,
                    stytch_b2b::organizations::members::DeletePasswordResponse,
                >(operations::b2b::organizations::members::delete_password)
        }),
    },
    Route {
        operation: "b2b.organizations.members.delete_mfa_phone_number",
        verb: http::Method::DELETE,
        path: "/v1/b2b/organizations/{organization_id}/members/mfa_phone_numbers/{member_id}",
        fields: &[("organization_id", Place::Path), ("member_id", Place::Path)],
        shapes: &[],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.member", "stytch.self"],
                action: "update.info.delete.mfa-phone",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::members::DeleteMfaPhoneNumberRequest,
                    stytch_b2b::organizations::members::DeleteMfaPhoneNumberResponse,
                >(operations::b2b::organizations::members::delete_mfa_phone_number)
        }),
    },
    Route {
        operation: "b2b.organizations.members.delete_totp",
        verb: http::Method::DELETE,
        path: "/v1/b2b/organizations/{organization_id}/members/{member_id}/totp",
        fields: &[("organization_id", Place::Path), ("member_id", Place::Path)],
        shapes: &[],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.member", "stytch.self"],
                action: "update.info.delete.mfa-totp",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::members::DeleteTotpRequest,
                    stytch_b2b::organizations::members::DeleteTotpResponse,
                >(operations::b2b::organizations::members::delete_totp)
        }),
    },
    Route {
        operation: "b2b.organizations.members.search",
        verb: http::Method::POST,
        path: "/v1/b2b/organizations/members/search",
        fields: &[
            ("organization_ids", Place::Body),
            ("cursor", Place::Body),
            ("limit", Place::Body),
            ("query", Place::Body),
        ],
        shapes: &[("query", &ORGANIZATIONS_MEMBERS_SEARCH_QUERY)],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.member"],
                action: "search",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::members::SearchRequest,
                    stytch_b2b::organizations::members::SearchResponse,
                >(operations::b2b::organizations::members::search)
        }),
    },
    Route {
        operation: "b2b.organizations.members.get_connected_apps",
        verb: http::Method::GET,
        path: "/v1/b2b/organizations/{organization_id}/members/{member_id}/connected_apps",
        fields: &[("organization_id", Place::Path), ("member_id", Place::Path)],
        shapes: &[],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.member", "stytch.self"],
                action: "get.connected-apps",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::members::GetConnectedAppsRequest,
                    stytch_b2b::organizations::members::GetConnectedAppsResponse,
                >(operations::b2b::organizations::members::get_connected_apps)
        }),
    },
    Route {
        operation: "b2b.organizations.members.oidc_providers",
        verb: http::Method::GET,
        path: "/v1/b2b/organizations/{organization_id}/members/{member_id}/oidc_providers",
        fields: &[
            ("organization_id", Place::Path),
            ("member_id", Place::Path),
            ("include_refresh_token", Place::QueryJson),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::members::OidcProvidersRequest,
                    stytch_b2b::organizations::members::OidcProvidersResponse,
                >(operations::b2b::organizations::members::oidc_providers)
        }),
    },
    Route {
        operation: "b2b.organizations.members.connected_apps.revoke",
        verb: http::Method::POST,
        path: "/v1/b2b/organizations/{organization_id}/members/{member_id}/connected_apps/{connected_app_id}/revoke",
        fields: &[
            ("organization_id", Place::Path),
            ("member_id", Place::Path),
            ("connected_app_id", Place::Path),
        ],
        shapes: &[],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.member", "stytch.self"],
                action: "revoke.connected-app",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::members::connected_apps::RevokeRequest,
                    stytch_b2b::organizations::members::connected_apps::RevokeResponse,
                >(operations::b2b::organizations::members::connected_apps::revoke)
        }),
    },
    Route {
        operation: "b2b.organizations.members.oauth_providers.google",
        verb: http::Method::GET,
        path: "/v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/google",
        fields: &[
            ("organization_id", Place::Path),
            ("member_id", Place::Path),
            ("include_refresh_token", Place::QueryJson),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::members::oauth_providers::GoogleRequest,
                    stytch_b2b::organizations::members::oauth_providers::GoogleResponse,
                >(operations::b2b::organizations::members::oauth_providers::google)
        }),
    },
    Route {
        operation: "b2b.organizations.members.oauth_providers.microsoft",
        verb: http::Method::GET,
        path: "/v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/microsoft",
        fields: &[
            ("organization_id", Place::Path),
            ("member_id", Place::Path),
            ("include_refresh_token", Place::QueryJson),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::members::oauth_providers::MicrosoftRequest,
                    stytch_b2b::organizations::members::oauth_providers::MicrosoftResponse,
                >(operations::b2b::organizations::members::oauth_providers::microsoft)
        }),
    },
    Route {
        operation: "b2b.organizations.members.oauth_providers.slack",
        verb: http::Method::GET,
        path: "/v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/slack",
        fields: &[("organization_id", Place::Path), ("member_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::members::oauth_providers::SlackRequest,
                    stytch_b2b::organizations::members::oauth_providers::SlackResponse,
                >(operations::b2b::organizations::members::oauth_providers::slack)
        }),
    },
    Route {
        operation: "b2b.organizations.members.oauth_providers.hubspot",
        verb: http::Method::GET,
        path: "/v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/hubspot",
        fields: &[
            ("organization_id", Place::Path),
            ("member_id", Place::Path),
            ("include_refresh_token", Place::QueryJson),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::members::oauth_providers::HubspotRequest,
                    stytch_b2b::organizations::members::oauth_providers::HubspotResponse,
                >(operations::b2b::organizations::members::oauth_providers::hubspot)
        }),
    },
    Route {
        operation: "b2b.organizations.members.oauth_providers.github",
        verb: http::Method::GET,
        path: "/v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/github",
        fields: &[
            ("organization_id", Place::Path),
            ("member_id", Place::Path),
            ("include_refresh_token", Place::QueryJson),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::organizations::members::oauth_providers::GithubRequest,
                    stytch_b2b::organizations::members::oauth_providers::GithubResponse,
                >(operations::b2b::organizations::members::oauth_providers::github)
        }),
    },
    Route {
        operation: "b2b.otps.email.login_or_signup",
        verb: http::Method::POST,
        path: "/v1/b2b/otps/email/login_or_signup",
        fields: &[
            ("organization_id", Place::Body),
            ("email_address", Place::Body),
            ("login_template_id", Place::Body),
            ("signup_template_id", Place::Body),
            ("locale", Place::Body),
            ("login_expiration_minutes", Place::Body),
            ("signup_expiration_minutes", Place::Body),
        ],
        shapes: &[("locale", &LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::otps::email::LoginOrSignupRequest,
                    stytch_b2b::otps::email::LoginOrSignupResponse,
                >(operations::b2b::otps::email::login_or_signup)
        }),
    },
    Route {
        operation: "b2b.otps.email.authenticate",
        verb: http::Method::POST,
        path: "/v1/b2b/otps/email/authenticate",
        fields: &[
            ("organization_id", Place::Body),
            ("email_address", Place::Body),
            ("code", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("telemetry_id", Place::Body),
            ("intermediate_session_token", Place::Body),
            ("locale", Place::Body),
        ],
        shapes: &[("locale", &LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::otps::email::AuthenticateRequest,
                    stytch_b2b::otps::email::AuthenticateResponse,
                >(operations::b2b::otps::email::authenticate)
        }),
    },
    Route {
        operation: "b2b.otps.email.discovery.send",
        verb: http::Method::POST,
        path: "/v1/b2b/otps/email/discovery/send",
        fields: &[
            ("email_address", Place::Body),
            ("login_template_id", Place::Body),
            ("locale", Place::Body),
            ("discovery_expiration_minutes", Place::Body),
        ],
        shapes: &[("locale", &LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::otps::email::discovery::SendRequest,
                    stytch_b2b::otps::email::discovery::SendResponse,
                >(operations::b2b::otps::email::discovery::send)
        }),
    },
    Route {
        operation: "b2b.otps.email.discovery.authenticate",
        verb: http::Method::POST,
        path: "/v1/b2b/otps/email/discovery/authenticate",
        fields: &[("email_address", Place::Body), ("code", Place::Body)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::otps::email::discovery::AuthenticateRequest,
                    stytch_b2b::otps::email::discovery::AuthenticateResponse,
                >(operations::b2b::otps::email::discovery::authenticate)
        }),
    },
    Route {
        operation: "b2b.otps.sms.send",
        verb: http::Method::POST,
        path: "/v1/b2b/otps/sms/send",
        fields: &[
            ("organization_id", Place::Body),
            ("member_id", Place::Body),
            ("intermediate_session_token", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("mfa_phone_number", Place::Body),
            ("locale", Place::Body),
        ],
        shapes: &[("locale", &PHONE_LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call.answer::<stytch_b2b::otps::sms::SendRequest, stytch_b2b::otps::sms::SendResponse>(
                operations::b2b::otps::sms::send,
            )
        }),
    },
    Route {
        operation: "b2b.otps.sms.authenticate",
        verb: http::Method::POST,
        path: "/v1/b2b/otps/sms/authenticate",
        fields: &[
            ("organization_id", Place::Body),
            ("member_id", Place::Body),
            ("intermediate_session_token", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("telemetry_id", Place::Body),
            ("set_mfa_enrollment", Place::Body),
            ("set_default_mfa", Place::Body),
            ("code", Place::Body),
        ],
        shapes: &[("set_mfa_enrollment", &MFA_ENROLLMENT)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::otps::sms::AuthenticateRequest,
                    stytch_b2b::otps::sms::AuthenticateResponse,
                >(operations::b2b::otps::sms::authenticate)
        }),
    },
    Route {
        operation: "b2b.passwords.authenticate",
        verb: http::Method::POST,
        path: "/v1/b2b/passwords/authenticate",
        fields: &[
            ("organization_id", Place::Body),
            ("email_address", Place::Body),
            ("password", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("telemetry_id", Place::Body),
            ("intermediate_session_token", Place::Body),
            ("locale", Place::Body),
        ],
        shapes: &[("locale", &LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::passwords::AuthenticateRequest,
                    stytch_b2b::passwords::AuthenticateResponse,
                >(operations::b2b::passwords::authenticate)
        }),
    },
    Route {
        operation: "b2b.passwords.migrate",
        verb: http::Method::POST,
        path: "/v1/b2b/passwords/migrate",
        fields: &[
            ("email_address", Place::Body),
            ("hash", Place::Body),
            ("hash_type", Place::Body),
            ("organization_id", Place::Body),
            ("md_5_config", Place::Body),
            ("argon_2_config", Place::Body),
            ("sha_1_config", Place::Body),
            ("sha_512_config", Place::Body),
            ("scrypt_config", Place::Body),
            ("pbkdf_2_config", Place::Body),
            ("trusted_metadata", Place::Body),
            ("untrusted_metadata", Place::Body),
            ("name", Place::Body),
            ("roles", Place::Body),
            ("preserve_existing_sessions", Place::Body),
            ("mfa_phone_number", Place::Body),
            ("set_phone_number_verified", Place::Body),
            ("external_id", Place::Body),
        ],
        shapes: &[
            ("hash_type", &HASH_TYPE),
            ("pbkdf_2_config", &PBKDF2_CONFIG),
        ],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::passwords::MigrateRequest,
                    stytch_b2b::passwords::MigrateResponse,
                >(operations::b2b::passwords::migrate)
        }),
    },
    Route {
        operation: "b2b.passwords.strength_check",
        verb: http::Method::POST,
        path: "/v1/b2b/passwords/strength_check",
        fields: &[("password", Place::Body), ("email_address", Place::Body)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::passwords::StrengthCheckRequest,
                    stytch_b2b::passwords::StrengthCheckResponse,
                >(operations::b2b::passwords::strength_check)
        }),
    },
    Route {
        operation: "b2b.passwords.discovery.authenticate",
        verb: http::Method::POST,
        path: "/v1/b2b/passwords/discovery/authenticate",
        fields: &[("email_address", Place::Body), ("password", Place::Body)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::passwords::discovery::AuthenticateRequest,
                    stytch_b2b::passwords::discovery::AuthenticateResponse,
                >(operations::b2b::passwords::discovery::authenticate)
        }),
    },
    Route {
        operation: "b2b.passwords.discovery.email.reset",
        verb: http::Method::POST,
        path: "/v1/b2b/passwords/discovery/email/reset",
        fields: &[
            ("password_reset_token", Place::Body),
            ("password", Place::Body),
            ("pkce_code_verifier", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::passwords::discovery::email::ResetRequest,
                    stytch_b2b::passwords::discovery::email::ResetResponse,
                >(operations::b2b::passwords::discovery::email::reset)
        }),
    },
    Route {
        operation: "b2b.passwords.discovery.email.reset_start",
        verb: http::Method::POST,
        path: "/v1/b2b/passwords/discovery/email/reset/start",
        fields: &[
            ("email_address", Place::Body),
            ("reset_password_redirect_url", Place::Body),
            ("reset_password_expiration_minutes", Place::Body),
            ("reset_password_template_id", Place::Body),
            ("verify_email_template_id", Place::Body),
            ("discovery_redirect_url", Place::Body),
            ("pkce_code_challenge", Place::Body),
            ("locale", Place::Body),
        ],
        shapes: &[("locale", &LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::passwords::discovery::email::ResetStartRequest,
                    stytch_b2b::passwords::discovery::email::ResetStartResponse,
                >(operations::b2b::passwords::discovery::email::reset_start)
        }),
    },
    Route {
        operation: "b2b.passwords.email.require_reset",
        verb: http::Method::POST,
        path: "/v1/b2b/passwords/email/require_reset",
        fields: &[
            ("email_address", Place::Body),
            ("organization_id", Place::Body),
            ("member_id", Place::Body),
        ],
        shapes: &[],
        member_session: Some(Rules {
            permission: None,
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::passwords::email::RequireResetRequest,
                    stytch_b2b::passwords::email::RequireResetResponse,
                >(operations::b2b::passwords::email::require_reset)
        }),
    },
    Route {
        operation: "b2b.passwords.email.reset",
        verb: http::Method::POST,
        path: "/v1/b2b/passwords/email/reset",
        fields: &[
            ("password_reset_token", Place::Body),
            ("password", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("telemetry_id", Place::Body),
            ("intermediate_session_token", Place::Body),
            ("locale", Place::Body),
            ("code_verifier", Place::Body),
        ],
        shapes: &[("locale", &LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::passwords::email::ResetRequest,
                    stytch_b2b::passwords::email::ResetResponse,
                >(operations::b2b::passwords::email::reset)
        }),
    },
    Route {
        operation: "b2b.passwords.email.reset_start",
        verb: http::Method::POST,
        path: "/v1/b2b/passwords/email/reset/start",
        fields: &[
            ("organization_id", Place::Body),
            ("email_address", Place::Body),
            ("reset_password_redirect_url", Place::Body),
            ("reset_password_expiration_minutes", Place::Body),
            ("reset_password_template_id", Place::Body),
            ("verify_email_template_id", Place::Body),
            ("code_challenge", Place::Body),
            ("login_redirect_url", Place::Body),
            ("locale", Place::Body),
        ],
        shapes: &[("locale", &LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::passwords::email::ResetStartRequest,
                    stytch_b2b::passwords::email::ResetStartResponse,
                >(operations::b2b::passwords::email::reset_start)
        }),
    },
    Route {
        operation: "b2b.passwords.existing_password.reset",
        verb: http::Method::POST,
        path: "/v1/b2b/passwords/existing_password/reset",
        fields: &[
            ("email_address", Place::Body),
            ("existing_password", Place::Body),
            ("new_password", Place::Body),
            ("organization_id", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("telemetry_id", Place::Body),
            ("locale", Place::Body),
        ],
        shapes: &[("locale", &LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::passwords::existing_password::ResetRequest,
                    stytch_b2b::passwords::existing_password::ResetResponse,
                >(operations::b2b::passwords::existing_password::reset)
        }),
    },
    Route {
        operation: "b2b.passwords.sessions.reset",
        verb: http::Method::POST,
        path: "/v1/b2b/passwords/session/reset",
        fields: &[
            ("organization_id", Place::Body),
            ("password", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("telemetry_id", Place::Body),
            ("locale", Place::Body),
        ],
        shapes: &[("locale", &LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::passwords::sessions::ResetRequest,
                    stytch_b2b::passwords::sessions::ResetResponse,
                >(operations::b2b::passwords::sessions::reset)
        }),
    },
    Route {
        operation: "b2b.rbac.policy",
        verb: http::Method::GET,
        path: "/v1/b2b/rbac/policy",
        fields: &[],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call.answer_bare::<stytch_b2b::rbac::PolicyResponse>(operations::b2b::rbac::policy)
        }),
    },
    Route {
        operation: "b2b.rbac.organizations.get_org_policy",
        verb: http::Method::GET,
        path: "/v1/b2b/rbac/organizations/{organization_id}",
        fields: &[("organization_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::rbac::organizations::GetOrgPolicyRequest,
                    stytch_b2b::rbac::organizations::GetOrgPolicyResponse,
                >(operations::b2b::rbac::organizations::get_org_policy)
        }),
    },
    Route {
        operation: "b2b.rbac.organizations.set_org_policy",
        verb: http::Method::PUT,
        path: "/v1/b2b/rbac/organizations/{organization_id}",
        fields: &[
            ("organization_id", Place::Path),
            ("org_policy", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::rbac::organizations::SetOrgPolicyRequest,
                    stytch_b2b::rbac::organizations::SetOrgPolicyResponse,
                >(operations::b2b::rbac::organizations::set_org_policy)
        }),
    },
    Route {
        operation: "b2b.recovery_codes.get",
        verb: http::Method::GET,
        path: "/v1/b2b/recovery_codes/{organization_id}/{member_id}",
        fields: &[("organization_id", Place::Path), ("member_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::recovery_codes::GetRequest,
                    stytch_b2b::recovery_codes::GetResponse,
                >(operations::b2b::recovery_codes::get)
        }),
    },
    Route {
        operation: "b2b.recovery_codes.recover",
        verb: http::Method::POST,
        path: "/v1/b2b/recovery_codes/recover",
        fields: &[
            ("organization_id", Place::Body),
            ("member_id", Place::Body),
            ("intermediate_session_token", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("telemetry_id", Place::Body),
            ("recovery_code", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::recovery_codes::RecoverRequest,
                    stytch_b2b::recovery_codes::RecoverResponse,
                >(operations::b2b::recovery_codes::recover)
        }),
    },
    Route {
        operation: "b2b.recovery_codes.rotate",
        verb: http::Method::POST,
        path: "/v1/b2b/recovery_codes/rotate",
        fields: &[("organization_id", Place::Body), ("member_id", Place::Body)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::recovery_codes::RotateRequest,
                    stytch_b2b::recovery_codes::RotateResponse,
                >(operations::b2b::recovery_codes::rotate)
        }),
    },
    Route {
        operation: "b2b.scim.connection.create",
        verb: http::Method::POST,
        path: "/v1/b2b/scim/{organization_id}/connection",
        fields: &[
            ("organization_id", Place::Path),
            ("display_name", Place::Body),
            ("identity_provider", Place::Body),
        ],
        shapes: &[("identity_provider", &SCIM_IDENTITY_PROVIDER)],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.scim"],
                action: "create",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::scim::connection::CreateRequest,
                    stytch_b2b::scim::connection::CreateResponse,
                >(operations::b2b::scim::connection::create)
        }),
    },
    Route {
        operation: "b2b.scim.connection.get",
        verb: http::Method::GET,
        path: "/v1/b2b/scim/{organization_id}/connection",
        fields: &[("organization_id", Place::Path)],
        shapes: &[],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.scim"],
                action: "get",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::scim::connection::GetRequest,
                    stytch_b2b::scim::connection::GetResponse,
                >(operations::b2b::scim::connection::get)
        }),
    },
    Route {
        operation: "b2b.scim.connection.update",
        verb: http::Method::PUT,
        path: "/v1/b2b/scim/{organization_id}/connection/{connection_id}",
        fields: &[
            ("organization_id", Place::Path),
            ("connection_id", Place::Path),
            ("display_name", Place::Body),
            ("identity_provider", Place::Body),
            ("scim_group_implicit_role_assignments", Place::Body),
        ],
        shapes: &[("identity_provider", &SCIM_IDENTITY_PROVIDER)],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.scim"],
                action: "update",
            }),
            fields: &[(
                "scim_group_implicit_role_assignments",
                Some(Permission {
                    resources: &["stytch.organization"],
                    action: "update.settings.implicit-roles",
                }),
            )],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::scim::connection::UpdateRequest,
                    stytch_b2b::scim::connection::UpdateResponse,
                >(operations::b2b::scim::connection::update)
        }),
    },
    Route {
        operation: "b2b.scim.connection.delete",
        verb: http::Method::DELETE,
        path: "/v1/b2b/scim/{organization_id}/connection/{connection_id}",
        fields: &[
            ("organization_id", Place::Path),
            ("connection_id", Place::Path),
        ],
        shapes: &[],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.scim"],
                action: "delete",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::scim::connection::DeleteRequest,
                    stytch_b2b::scim::connection::DeleteResponse,
                >(operations::b2b::scim::connection::delete)
        }),
    },
    Route {
        operation: "b2b.scim.connection.get_groups",
        verb: http::Method::GET,
        path: "/v1/b2b/scim/{organization_id}/connection/{connection_id}",
        fields: &[
            ("organization_id", Place::Path),
            ("connection_id", Place::Path),
            ("cursor", Place::Query),
            ("limit", Place::QueryJson),
        ],
        shapes: &[],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.scim"],
                action: "get",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::scim::connection::GetGroupsRequest,
                    stytch_b2b::scim::connection::GetGroupsResponse,
                >(operations::b2b::scim::connection::get_groups)
        }),
    },
    Route {
        operation: "b2b.scim.connection.rotate_start",
        verb: http::Method::POST,
        path: "/v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/start",
        fields: &[
            ("organization_id", Place::Path),
            ("connection_id", Place::Path),
        ],
        shapes: &[],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.scim"],
                action: "update",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::scim::connection::RotateStartRequest,
                    stytch_b2b::scim::connection::RotateStartResponse,
                >(operations::b2b::scim::connection::rotate_start)
        }),
    },
    Route {
        operation: "b2b.scim.connection.rotate_complete",
        verb: http::Method::POST,
        path: "/v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/complete",
        fields: &[
            ("organization_id", Place::Path),
            ("connection_id", Place::Path),
        ],
        shapes: &[],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.scim"],
                action: "update",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::scim::connection::RotateCompleteRequest,
                    stytch_b2b::scim::connection::RotateCompleteResponse,
                >(operations::b2b::scim::connection::rotate_complete)
        }),
    },
    Route {
        operation: "b2b.scim.connection.rotate_cancel",
        verb: http::Method::POST,
        path: "/v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/cancel",
        fields: &[
            ("organization_id", Place::Path),
            ("connection_id", Place::Path),
        ],
        shapes: &[],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.scim"],
                action: "update",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::scim::connection::RotateCancelRequest,
                    stytch_b2b::scim::connection::RotateCancelResponse,
                >(operations::b2b::scim::connection::rotate_cancel)
        }),
    },
    Route {
        operation: "b2b.sessions.authenticate",
        verb: http::Method::POST,
        path: "/v1/b2b/sessions/authenticate",
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
                    stytch_b2b::sessions::AuthenticateRequest,
                    stytch_b2b::sessions::AuthenticateResponse,
                >(operations::b2b::sessions::authenticate)
        }),
    },
    Route {
        operation: "b2b.sessions.get",
        verb: http::Method::GET,
        path: "/v1/b2b/sessions",
        fields: &[
            ("organization_id", Place::Query),
            ("member_id", Place::Query),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call.answer::<stytch_b2b::sessions::GetRequest, stytch_b2b::sessions::GetResponse>(
                operations::b2b::sessions::get,
            )
        }),
    },
    Route {
        operation: "b2b.sessions.revoke",
        verb: http::Method::POST,
        path: "/v1/b2b/sessions/revoke",
        fields: &[
            ("member_session_id", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("member_id", Place::Body),
        ],
        shapes: &[],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.member", "stytch.self"],
                action: "revoke-sessions",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::sessions::RevokeRequest,
                    stytch_b2b::sessions::RevokeResponse,
                >(operations::b2b::sessions::revoke)
        }),
    },
    Route {
        operation: "b2b.sessions.exchange",
        verb: http::Method::POST,
        path: "/v1/b2b/sessions/exchange",
        fields: &[
            ("organization_id", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("telemetry_id", Place::Body),
            ("locale", Place::Body),
        ],
        shapes: &[("locale", &PHONE_LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::sessions::ExchangeRequest,
                    stytch_b2b::sessions::ExchangeResponse,
                >(operations::b2b::sessions::exchange)
        }),
    },
    Route {
        operation: "b2b.sessions.exchange_access_token",
        verb: http::Method::POST,
        path: "/v1/b2b/sessions/exchange_access_token",
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
                    stytch_b2b::sessions::ExchangeAccessTokenRequest,
                    stytch_b2b::sessions::ExchangeAccessTokenResponse,
                >(operations::b2b::sessions::exchange_access_token)
        }),
    },
    Route {
        operation: "b2b.sessions.attest",
        verb: http::Method::POST,
        path: "/v1/b2b/sessions/attest",
        fields: &[
            ("profile_id", Place::Body),
            ("token", Place::Body),
            ("organization_id", Place::Body),
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
                    stytch_b2b::sessions::AttestRequest,
                    stytch_b2b::sessions::AttestResponse,
                >(operations::b2b::sessions::attest)
        }),
    },
    Route {
        operation: "b2b.sessions.migrate",
        verb: http::Method::POST,
        path: "/v1/b2b/sessions/migrate",
        fields: &[
            ("session_token", Place::Body),
            ("organization_id", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::sessions::MigrateRequest,
                    stytch_b2b::sessions::MigrateResponse,
                >(operations::b2b::sessions::migrate)
        }),
    },
    Route {
        operation: "b2b.sessions.get_jwks",
        verb: http::Method::GET,
        path: "/v1/b2b/sessions/jwks/{project_id}",
        fields: &[("project_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::sessions::GetJwksRequest,
                    stytch_b2b::sessions::GetJwksResponse,
                >(operations::b2b::sessions::get_jwks)
        }),
    },
    Route {
        operation: "b2b.sso.authenticate",
        verb: http::Method::POST,
        path: "/v1/b2b/sso/authenticate",
        fields: &[
            ("sso_token", Place::Body),
            ("pkce_code_verifier", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("telemetry_id", Place::Body),
            ("locale", Place::Body),
            ("intermediate_session_token", Place::Body),
        ],
        shapes: &[("locale", &PHONE_LOCALE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::sso::AuthenticateRequest,
                    stytch_b2b::sso::AuthenticateResponse,
                >(operations::b2b::sso::authenticate)
        }),
    },
    Route {
        operation: "b2b.sso.get_connections",
        verb: http::Method::GET,
        path: "/v1/b2b/sso/{organization_id}",
        fields: &[("organization_id", Place::Path)],
        shapes: &[],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.sso"],
                action: "get",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::sso::GetConnectionsRequest,
                    stytch_b2b::sso::GetConnectionsResponse,
                >(operations::b2b::sso::get_connections)
        }),
    },
    Route {
        operation: "b2b.sso.delete_connection",
        verb: http::Method::DELETE,
        path: "/v1/b2b/sso/{organization_id}/connections/{connection_id}",
        fields: &[
            ("organization_id", Place::Path),
            ("connection_id", Place::Path),
        ],
        shapes: &[],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.sso"],
                action: "delete",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::sso::DeleteConnectionRequest,
                    stytch_b2b::sso::DeleteConnectionResponse,
                >(operations::b2b::sso::delete_connection)
        }),
    },
    Route {
        operation: "b2b.sso.external.create_connection",
        verb: http::Method::POST,
        path: "/v1/b2b/sso/external/{organization_id}",
        fields: &[
            ("organization_id", Place::Path),
            ("external_organization_id", Place::Body),
            ("external_connection_id", Place::Body),
            ("display_name", Place::Body),
            ("connection_implicit_role_assignments", Place::Body),
            ("group_implicit_role_assignments", Place::Body),
        ],
        shapes: &[],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.sso"],
                action: "create",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::sso::external::CreateConnectionRequest,
                    stytch_b2b::sso::external::CreateConnectionResponse,
                >(operations::b2b::sso::external::create_connection)
        }),
    },
    Route {
        operation: "b2b.sso.external.update_connection",
        verb: http::Method::PUT,
        path: "/v1/b2b/sso/external/{organization_id}/connections/{connection_id}",
        fields: &[
            ("organization_id", Place::Path),
            ("connection_id", Place::Path),
            ("display_name", Place::Body),
            ("external_connection_implicit_role_assignments", Place::Body),
            ("external_group_implicit_role_assignments", Place::Body),
        ],
        shapes: &[],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.sso"],
                action: "update",
            }),
            fields: &[
                (
                    "external_connection_implicit_role_assignments",
                    Some(Permission {
                        resources: &["stytch.organization"],
                        action: "update.settings.implicit-roles",
                    }),
                ),
                (
                    "external_group_implicit_role_assignments",
                    Some(Permission {
                        resources: &["stytch.organization"],
                        action: "update.settings.implicit-roles",
                    }),
                ),
            ],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::sso::external::UpdateConnectionRequest,
                    stytch_b2b::sso::external::UpdateConnectionResponse,
                >(operations::b2b::sso::external::update_connection)
        }),
    },
    Route {
        operation: "b2b.sso.oidc.create_connection",
        verb: http::Method::POST,
        path: "/v1/b2b/sso/oidc/{organization_id}",
        fields: &[
            ("organization_id", Place::Path),
            ("display_name", Place::Body),
            ("identity_provider", Place::Body),
        ],
        shapes: &[("identity_provider", &SSO_IDENTITY_PROVIDER)],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.sso"],
                action: "create",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::sso::oidc::CreateConnectionRequest,
                    stytch_b2b::sso::oidc::CreateConnectionResponse,
                >(operations::b2b::sso::oidc::create_connection)
        }),
    },
    Route {
        operation: "b2b.sso.oidc.update_connection",
        verb: http::Method::PUT,
        path: "/v1/b2b/sso/oidc/{organization_id}/connections/{connection_id}",
        fields: &[
            ("organization_id", Place::Path),
            ("connection_id", Place::Path),
            ("display_name", Place::Body),
            ("client_id", Place::Body),
            ("client_secret", Place::Body),
            ("issuer", Place::Body),
            ("authorization_url", Place::Body),
            ("token_url", Place::Body),
            ("userinfo_url", Place::Body),
            ("jwks_url", Place::Body),
            ("custom_scopes", Place::Body),
            ("identity_provider", Place::Body),
            ("attribute_mapping", Place::Body),
        ],
        shapes: &[("identity_provider", &SSO_IDENTITY_PROVIDER)],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.sso"],
                action: "update",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::sso::oidc::UpdateConnectionRequest,
                    stytch_b2b::sso::oidc::UpdateConnectionResponse,
                >(operations::b2b::sso::oidc::update_connection)
        }),
    },
    Route {
        operation: "b2b.sso.saml.create_connection",
        verb: http::Method::POST,
        path: "/v1/b2b/sso/saml/{organization_id}",
        fields: &[
            ("organization_id", Place::Path),
            ("display_name", Place::Body),
            ("identity_provider", Place::Body),
        ],
        shapes: &[("identity_provider", &SSO_IDENTITY_PROVIDER)],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.sso"],
                action: "create",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::sso::saml::CreateConnectionRequest,
                    stytch_b2b::sso::saml::CreateConnectionResponse,
                >(operations::b2b::sso::saml::create_connection)
        }),
    },
    Route {
        operation: "b2b.sso.saml.update_connection",
        verb: http::Method::PUT,
        path: "/v1/b2b/sso/saml/{organization_id}/connections/{connection_id}",
        fields: &[
            ("organization_id", Place::Path),
            ("connection_id", Place::Path),
            ("idp_entity_id", Place::Body),
            ("idp_sso_url", Place::Body),
            ("alternative_audience_uri", Place::Body),
            ("alternative_acs_url", Place::Body),
            ("nameid_format", Place::Body),
            ("idp_initiated_auth_disabled", Place::Body),
            ("allow_gateway_callback", Place::Body),
            ("saml_connection_implicit_role_assignments", Place::Body),
            ("saml_group_implicit_role_assignments", Place::Body),
            ("display_name", Place::Body),
            ("attribute_mapping", Place::Body),
            ("x509_certificate", Place::Body),
            ("identity_provider", Place::Body),
            ("signing_private_key", Place::Body),
            ("saml_encryption_private_key", Place::Body),
        ],
        shapes: &[("identity_provider", &SSO_IDENTITY_PROVIDER)],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.sso"],
                action: "update",
            }),
            fields: &[
                (
                    "saml_connection_implicit_role_assignments",
                    Some(Permission {
                        resources: &["stytch.organization"],
                        action: "update.settings.implicit-roles",
                    }),
                ),
                (
                    "saml_group_implicit_role_assignments",
                    Some(Permission {
                        resources: &["stytch.organization"],
                        action: "update.settings.implicit-roles",
                    }),
                ),
            ],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::sso::saml::UpdateConnectionRequest,
                    stytch_b2b::sso::saml::UpdateConnectionResponse,
                >(operations::b2b::sso::saml::update_connection)
        }),
    },
    Route {
        operation: "b2b.sso.saml.update_by_url",
        verb: http::Method::PUT,
        path: "/v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/url",
        fields: &[
            ("organization_id", Place::Path),
            ("connection_id", Place::Path),
            ("metadata_url", Place::Body),
        ],
        shapes: &[],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.sso"],
                action: "update",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::sso::saml::UpdateByUrlRequest,
                    stytch_b2b::sso::saml::UpdateByUrlResponse,
                >(operations::b2b::sso::saml::update_by_url)
        }),
    },
    Route {
        operation: "b2b.sso.saml.delete_verification_certificate",
        verb: http::Method::DELETE,
        path: "/v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/verification_certificates/{certificate_id}",
        fields: &[
            ("organization_id", Place::Path),
            ("connection_id", Place::Path),
            ("certificate_id", Place::Path),
        ],
        shapes: &[],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.sso"],
                action: "update",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::sso::saml::DeleteVerificationCertificateRequest,
                    stytch_b2b::sso::saml::DeleteVerificationCertificateResponse,
                >(operations::b2b::sso::saml::delete_verification_certificate)
        }),
    },
    Route {
        operation: "b2b.sso.saml.delete_encryption_private_key",
        verb: http::Method::DELETE,
        path: "/v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/encryption_private_keys/{private_key_id}",
        fields: &[
            ("organization_id", Place::Path),
            ("connection_id", Place::Path),
            ("private_key_id", Place::Path),
        ],
        shapes: &[],
        member_session: Some(Rules {
            permission: Some(Permission {
                resources: &["stytch.sso"],
                action: "update",
            }),
            fields: &[],
        }),
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::sso::saml::DeleteEncryptionPrivateKeyRequest,
                    stytch_b2b::sso::saml::DeleteEncryptionPrivateKeyResponse,
                >(operations::b2b::sso::saml::delete_encryption_private_key)
        }),
    },
    Route {
        operation: "b2b.totps.authenticate",
        verb: http::Method::POST,
        path: "/v1/b2b/totp/authenticate",
        fields: &[
            ("organization_id", Place::Body),
            ("member_id", Place::Body),
            ("intermediate_session_token", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("session_duration_minutes", Place::Body),
            ("session_custom_claims", Place::Body),
            ("telemetry_id", Place::Body),
            ("set_mfa_enrollment", Place::Body),
            ("set_default_mfa", Place::Body),
            ("code", Place::Body),
        ],
        shapes: &[("set_mfa_enrollment", &MFA_ENROLLMENT)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::totps::AuthenticateRequest,
                    stytch_b2b::totps::AuthenticateResponse,
                >(operations::b2b::totps::authenticate)
        }),
    },
    Route {
        operation: "b2b.totps.create",
        verb: http::Method::POST,
        path: "/v1/b2b/totp",
        fields: &[
            ("organization_id", Place::Body),
            ("member_id", Place::Body),
            ("intermediate_session_token", Place::Body),
            ("session_token", Place::Body),
            ("session_jwt", Place::Body),
            ("expiration_minutes", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call.answer::<stytch_b2b::totps::CreateRequest, stytch_b2b::totps::CreateResponse>(
                operations::b2b::totps::create,
            )
        }),
    },
    Route {
        operation: "b2b.totps.migrate",
        verb: http::Method::POST,
        path: "/v1/b2b/totp/migrate",
        fields: &[
            ("organization_id", Place::Body),
            ("member_id", Place::Body),
            ("secret", Place::Body),
            ("recovery_codes", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call.answer::<stytch_b2b::totps::MigrateRequest, stytch_b2b::totps::MigrateResponse>(
                operations::b2b::totps::migrate,
            )
        }),
    },
];

pub(super) static MODELS: &[(&str, &Shape)] = &[
    (
        "b2b.authentication_factors.AuthenticationFactor",
        &AUTHENTICATION_FACTOR,
    ),
    (
        "b2b.authentication_factors.CryptoWalletFactor",
        &CRYPTO_WALLET_FACTOR,
    ),
    (
        "b2b.connected_app.ConnectedAppPublic",
        &CONNECTED_APP_PUBLIC,
    ),
    (
        "b2b.discovery.DiscoveredOrganization",
        &DISCOVERED_ORGANIZATION,
    ),
    ("b2b.discovery.Membership", &MEMBERSHIP),
    ("b2b.mfa.MfaRequired", &MFA_REQUIRED),
    (
        "b2b.organizations.ActiveSsoConnection",
        &ACTIVE_SSO_CONNECTION,
    ),
    ("b2b.organizations.Member", &MEMBER),
    ("b2b.organizations.MemberRole", &MEMBER_ROLE),
    ("b2b.organizations.MemberRoleSource", &MEMBER_ROLE_SOURCE),
    ("b2b.organizations.Organization", &ORGANIZATION),
    (
        "b2b.organizations.OrganizationConnectedApp",
        &ORGANIZATION_CONNECTED_APP,
    ),
    (
        "b2b.organizations.members.MemberConnectedApp",
        &MEMBER_CONNECTED_APP,
    ),
    ("b2b.scim.ScimConnection", &SCIM_CONNECTION),
    (
        "b2b.scim.ScimConnectionWithNextToken",
        &SCIM_CONNECTION_WITH_NEXT_TOKEN,
    ),
    (
        "b2b.scim.ScimConnectionWithToken",
        &SCIM_CONNECTION_WITH_TOKEN,
    ),
    ("b2b.sessions.MemberSession", &MEMBER_SESSION),
    ("b2b.sessions.PrimaryRequired", &PRIMARY_REQUIRED),
    ("b2b.sso.Connection", &CONNECTION),
    ("b2b.sso.OidcConnection", &OIDC_CONNECTION),
    ("b2b.sso.SamlConnection", &SAML_CONNECTION),
];

static ACCESS_POLICY: Shape = Shape::Values(&["ALL_ALLOWED", "RESTRICTED", "NOT_ALLOWED"]);

static ACTIVE_SSO_CONNECTION: Shape =
    Shape::Fields(&[("identity_provider", &SSO_IDENTITY_PROVIDER)]);

static AUTHENTICATION_FACTOR: Shape = Shape::Fields(&[
    ("type", &FACTOR_TYPE),
    ("delivery_method", &DELIVERY_METHOD),
    ("crypto_wallet_factor", &CRYPTO_WALLET_FACTOR),
]);

static AUTH_METHOD: Shape = Shape::Values(&[
    "sso",
    "magic_link",
    "email_otp",
    "password",
    "google_oauth",
    "microsoft_oauth",
    "slack_oauth",
    "github_oauth",
    "hubspot_oauth",
]);

static CLIENT_TYPE: Shape = Shape::Values(&[
    "first_party",
    "first_party_public",
    "third_party",
    "third_party_public",
]);

static CONNECTED_APP_PUBLIC: Shape = Shape::Fields(&[("client_type", &CLIENT_TYPE)]);

static CONNECTION: Shape = Shape::Fields(&[("status", &EXTERNAL_CONNECTION_STATUS)]);

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

static DISCOVERED_ORGANIZATION: Shape = Shape::Fields(&[
    ("organization", &ORGANIZATION),
    ("membership", &MEMBERSHIP),
    ("primary_required", &PRIMARY_REQUIRED),
    ("mfa_required", &MFA_REQUIRED),
]);

static EMAIL_UPDATE_METHOD: Shape = Shape::Values(&["EMAIL_MAGIC_LINK", "EMAIL_OTP"]);

static EXTERNAL_CONNECTION_STATUS: Shape = Shape::Values(&["active"]);

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

static JIT_PROVISIONING: Shape = Shape::Values(&["RESTRICTED", "NOT_ALLOWED"]);

static LOCALE: Shape = Shape::Values(&["en", "es", "pt-br", "fr"]);

static MEMBER: Shape = Shape::Fields(&[
    ("status", &MEMBER_STATUS),
    ("default_mfa_method", &MFA_METHOD),
    ("roles", &MEMBER_ROLE),
]);

static MEMBERSHIP: Shape = Shape::Fields(&[("type", &MEMBERSHIP_TYPE), ("member", &MEMBER)]);

static MEMBERSHIP_TYPE: Shape = Shape::Values(&[
    "active_member",
    "pending_member",
    "invited_member",
    "eligible_to_join_by_email_domain",
    "eligible_to_join_by_oauth_tenant",
]);

static MEMBER_CONNECTED_APP: Shape = Shape::Fields(&[("client_type", &CLIENT_TYPE)]);

static MEMBER_ROLE: Shape = Shape::Fields(&[("sources", &MEMBER_ROLE_SOURCE)]);

static MEMBER_ROLE_SOURCE: Shape = Shape::Fields(&[("type", &ROLE_SOURCE_TYPE)]);

static MEMBER_SESSION: Shape = Shape::Fields(&[("authentication_factors", &AUTHENTICATION_FACTOR)]);

static MEMBER_STATUS: Shape = Shape::Values(&["pending", "invited", "active", "deleted"]);

static METHOD_POLICY: Shape = Shape::Values(&["ALL_ALLOWED", "RESTRICTED"]);

static MFA_ENROLLMENT: Shape = Shape::Values(&["enroll", "unenroll"]);

static MFA_METHOD: Shape = Shape::Values(&["sms_otp", "totp"]);

static MFA_POLICY: Shape = Shape::Values(&["REQUIRED_FOR_ALL", "OPTIONAL"]);

static MFA_REQUIRED: Shape = Shape::Fields(&[("secondary_auth_initiated", &SECONDARY_AUTH)]);

static OAUTH_PROMPT: Shape = Shape::Values(&["consent"]);

static OAUTH_RESPONSE_TYPE: Shape = Shape::Values(&["code"]);

static OIDC_CONNECTION: Shape = Shape::Fields(&[
    ("status", &SSO_CONNECTION_STATUS),
    ("identity_provider", &SSO_IDENTITY_PROVIDER),
]);

static ORGANIZATION: Shape = Shape::Fields(&[
    ("sso_jit_provisioning", &ACCESS_POLICY),
    ("email_jit_provisioning", &JIT_PROVISIONING),
    ("email_invites", &ACCESS_POLICY),
    ("auth_methods", &METHOD_POLICY),
    ("allowed_auth_methods", &AUTH_METHOD),
    ("mfa_policy", &MFA_POLICY),
    ("mfa_methods", &METHOD_POLICY),
    ("allowed_mfa_methods", &MFA_METHOD),
    ("oauth_tenant_jit_provisioning", &JIT_PROVISIONING),
    ("first_party_connected_apps_allowed_type", &ACCESS_POLICY),
    ("third_party_connected_apps_allowed_type", &ACCESS_POLICY),
    ("sso_active_connections", &ACTIVE_SSO_CONNECTION),
]);

static ORGANIZATIONS_MEMBERS_SEARCH_QUERY: Shape = Shape::Fields(&[("operator", &SEARCH_OPERATOR)]);

static ORGANIZATIONS_SEARCH_QUERY: Shape = Shape::Fields(&[("operator", &SEARCH_OPERATOR)]);

static ORGANIZATION_CONNECTED_APP: Shape = Shape::Fields(&[("client_type", &CLIENT_TYPE)]);

static PBKDF2_ALGORITHM: Shape = Shape::Values(&["sha512", "sha256"]);

static PBKDF2_CONFIG: Shape = Shape::Fields(&[("algorithm", &PBKDF2_ALGORITHM)]);

static PHONE_LOCALE: Shape = Shape::Values(&[
    "en", "es", "pt-br", "fr", "it", "de-DE", "zh-Hans", "ca-ES", "ja", "ru", "nl", "pl", "tr",
    "fa", "vi", "cs",
]);

static PRIMARY_REQUIRED: Shape = Shape::Fields(&[("allowed_auth_methods", &AUTH_METHOD)]);

static ROLE_SOURCE_TYPE: Shape = Shape::Values(&[
    "direct_assignment",
    "email_assignment",
    "sso_connection",
    "sso_connection_group",
    "scim_connection_group",
]);

static SAML_CONNECTION: Shape = Shape::Fields(&[
    ("status", &SSO_CONNECTION_STATUS),
    ("identity_provider", &SSO_IDENTITY_PROVIDER),
]);

static SCIM_CONNECTION: Shape = Shape::Fields(&[
    ("status", &SCIM_CONNECTION_STATUS),
    ("identity_provider", &SCIM_IDENTITY_PROVIDER),
]);

static SCIM_CONNECTION_STATUS: Shape = Shape::Values(&["active", "deleted"]);

static SCIM_CONNECTION_WITH_NEXT_TOKEN: Shape = Shape::Fields(&[
    ("status", &SCIM_CONNECTION_STATUS),
    ("identity_provider", &SCIM_IDENTITY_PROVIDER),
]);

static SCIM_CONNECTION_WITH_TOKEN: Shape = Shape::Fields(&[
    ("status", &SCIM_CONNECTION_STATUS),
    ("identity_provider", &SCIM_IDENTITY_PROVIDER),
]);

static SCIM_IDENTITY_PROVIDER: Shape = Shape::Values(&[
    "generic",
    "okta",
    "microsoft-entra",
    "cyberark",
    "jumpcloud",
    "onelogin",
    "pingfederate",
    "rippling",
]);

static SEARCH_OPERATOR: Shape = Shape::Values(&["AND", "OR"]);

static SECONDARY_AUTH: Shape = Shape::Values(&["sms_otp"]);

static SSO_CONNECTION_STATUS: Shape = Shape::Values(&["pending", "active"]);

static SSO_IDENTITY_PROVIDER: Shape = Shape::Values(&[
    "classlink",
    "cyberark",
    "duo",
    "generic",
    "google-workspace",
    "jumpcloud",
    "keycloak",
    "miniorange",
    "microsoft-entra",
    "okta",
    "onelogin",
    "pingfederate",
    "rippling",
    "salesforce",
    "shibboleth",
]);

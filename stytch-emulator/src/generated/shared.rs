// Generated from spec/shared by `cargo xtask generate`. Do not edit.

//! The operations of the group `shared`.

use crate::operations;
use crate::route::{Handler, Place, Route};
use crate::shape::Shape;

pub(super) static ROUTES: &[Route] = &[
    Route {
        operation: "shared.connected_app.clients.create",
        verb: http::Method::POST,
        path: "/v1/connected_apps/clients",
        fields: &[
            ("client_type", Place::Body),
            ("client_name", Place::Body),
            ("client_description", Place::Body),
            ("full_access_allowed", Place::Body),
            ("access_token_expiry_minutes", Place::Body),
            ("access_token_template_content", Place::Body),
            ("id_token_template_content", Place::Body),
            ("bypass_consent_for_offline_access", Place::Body),
            ("redirect_urls", Place::Body),
            ("post_logout_redirect_urls", Place::Body),
            ("access_token_custom_audience", Place::Body),
            ("logo_url", Place::Body),
        ],
        shapes: &[("client_type", &CLIENT_TYPE)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::connected_app::clients::CreateRequest,
                    stytch_b2b::connected_app::clients::CreateResponse,
                >(operations::shared::connected_app::clients::create)
        }),
    },
    Route {
        operation: "shared.connected_app.clients.get",
        verb: http::Method::GET,
        path: "/v1/connected_apps/clients/{client_id}",
        fields: &[("client_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::connected_app::clients::GetRequest,
                    stytch_b2b::connected_app::clients::GetResponse,
                >(operations::shared::connected_app::clients::get)
        }),
    },
    Route {
        operation: "shared.connected_app.clients.search",
        verb: http::Method::POST,
        path: "/v1/connected_apps/clients/search",
        fields: &[("cursor", Place::Body), ("limit", Place::Body)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::connected_app::clients::SearchRequest,
                    stytch_b2b::connected_app::clients::SearchResponse,
                >(operations::shared::connected_app::clients::search)
        }),
    },
    Route {
        operation: "shared.connected_app.clients.update",
        verb: http::Method::PUT,
        path: "/v1/connected_apps/clients/{client_id}",
        fields: &[
            ("client_id", Place::Path),
            ("client_name", Place::Body),
            ("client_description", Place::Body),
            ("full_access_allowed", Place::Body),
            ("access_token_expiry_minutes", Place::Body),
            ("access_token_template_content", Place::Body),
            ("id_token_template_content", Place::Body),
            ("bypass_consent_for_offline_access", Place::Body),
            ("redirect_urls", Place::Body),
            ("post_logout_redirect_urls", Place::Body),
            ("access_token_custom_audience", Place::Body),
            ("logo_url", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::connected_app::clients::UpdateRequest,
                    stytch_b2b::connected_app::clients::UpdateResponse,
                >(operations::shared::connected_app::clients::update)
        }),
    },
    Route {
        operation: "shared.connected_app.clients.delete",
        verb: http::Method::DELETE,
        path: "/v1/connected_apps/clients/{client_id}",
        fields: &[("client_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::connected_app::clients::DeleteRequest,
                    stytch_b2b::connected_app::clients::DeleteResponse,
                >(operations::shared::connected_app::clients::delete)
        }),
    },
    Route {
        operation: "shared.connected_app.clients.secrets.rotate_start",
        verb: http::Method::POST,
        path: "/v1/connected_apps/clients/{client_id}/secrets/rotate/start",
        fields: &[("client_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::connected_app::clients::secrets::RotateStartRequest,
                    stytch_b2b::connected_app::clients::secrets::RotateStartResponse,
                >(operations::shared::connected_app::clients::secrets::rotate_start)
        }),
    },
    Route {
        operation: "shared.connected_app.clients.secrets.rotate",
        verb: http::Method::POST,
        path: "/v1/connected_apps/clients/{client_id}/secrets/rotate",
        fields: &[("client_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::connected_app::clients::secrets::RotateRequest,
                    stytch_b2b::connected_app::clients::secrets::RotateResponse,
                >(operations::shared::connected_app::clients::secrets::rotate)
        }),
    },
    Route {
        operation: "shared.connected_app.clients.secrets.rotate_cancel",
        verb: http::Method::POST,
        path: "/v1/connected_apps/clients/{client_id}/secrets/rotate/cancel",
        fields: &[("client_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::connected_app::clients::secrets::RotateCancelRequest,
                    stytch_b2b::connected_app::clients::secrets::RotateCancelResponse,
                >(operations::shared::connected_app::clients::secrets::rotate_cancel)
        }),
    },
    Route {
        operation: "shared.debug.whoami",
        verb: http::Method::GET,
        path: "/v1/debug/whoami",
        fields: &[],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call.answer_bare::<stytch_b2b::debug::WhoamiResponse>(operations::shared::debug::whoami)
        }),
    },
    Route {
        operation: "shared.fraud.email.risk",
        verb: http::Method::POST,
        path: "/v1/email/risk",
        fields: &[("email_address", Place::Body)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::fraud::email::RiskRequest,
                    stytch_b2b::fraud::email::RiskResponse,
                >(operations::shared::fraud::email::risk)
        }),
    },
    Route {
        operation: "shared.fraud.fingerprint.lookup",
        verb: http::Method::POST,
        path: "/v1/fingerprint/lookup",
        fields: &[
            ("telemetry_id", Place::Body),
            ("external_metadata", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::fraud::fingerprint::LookupRequest,
                    stytch_b2b::fraud::fingerprint::LookupResponse,
                >(operations::shared::fraud::fingerprint::lookup)
        }),
    },
    Route {
        operation: "shared.fraud.rules.list",
        verb: http::Method::POST,
        path: "/v1/rules/list",
        fields: &[("cursor", Place::Body), ("limit", Place::Body)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::fraud::rules::ListRequest,
                    stytch_b2b::fraud::rules::ListResponse,
                >(operations::shared::fraud::rules::list)
        }),
    },
    Route {
        operation: "shared.fraud.rules.set",
        verb: http::Method::POST,
        path: "/v1/rules/set",
        fields: &[
            ("action", Place::Body),
            ("visitor_id", Place::Body),
            ("browser_id", Place::Body),
            ("visitor_fingerprint", Place::Body),
            ("browser_fingerprint", Place::Body),
            ("hardware_fingerprint", Place::Body),
            ("network_fingerprint", Place::Body),
            ("expires_in_minutes", Place::Body),
            ("description", Place::Body),
            ("cidr_block", Place::Body),
            ("country_code", Place::Body),
            ("asn", Place::Body),
        ],
        shapes: &[("action", &RULE_ACTION)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::fraud::rules::SetRequest,
                    stytch_b2b::fraud::rules::SetResponse,
                >(operations::shared::fraud::rules::set)
        }),
    },
    Route {
        operation: "shared.fraud.verdict_reasons.list",
        verb: http::Method::POST,
        path: "/v1/verdict_reasons/list",
        fields: &[("overrides_only", Place::Body)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::fraud::verdict_reasons::ListRequest,
                    stytch_b2b::fraud::verdict_reasons::ListResponse,
                >(operations::shared::fraud::verdict_reasons::list)
        }),
    },
    Route {
        operation: "shared.fraud.verdict_reasons.override",
        verb: http::Method::POST,
        path: "/v1/verdict_reasons/override",
        fields: &[
            ("verdict_reason", Place::Body),
            ("override_action", Place::Body),
            ("override_description", Place::Body),
        ],
        shapes: &[("override_action", &RULE_ACTION)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::fraud::verdict_reasons::OverrideRequest,
                    stytch_b2b::fraud::verdict_reasons::OverrideResponse,
                >(operations::shared::fraud::verdict_reasons::r#override)
        }),
    },
    Route {
        operation: "shared.m2m.clients.create",
        verb: http::Method::POST,
        path: "/v1/m2m/clients",
        fields: &[
            ("scopes", Place::Body),
            ("client_id", Place::Body),
            ("client_secret", Place::Body),
            ("client_name", Place::Body),
            ("client_description", Place::Body),
            ("trusted_metadata", Place::Body),
        ],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::m2m::clients::CreateRequest,
                    stytch_b2b::m2m::clients::CreateResponse,
                >(operations::shared::m2m::clients::create)
        }),
    },
    Route {
        operation: "shared.m2m.clients.get",
        verb: http::Method::GET,
        path: "/v1/m2m/clients/{client_id}",
        fields: &[("client_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::m2m::clients::GetRequest,
                    stytch_b2b::m2m::clients::GetResponse,
                >(operations::shared::m2m::clients::get)
        }),
    },
    Route {
        operation: "shared.m2m.clients.search",
        verb: http::Method::POST,
        path: "/v1/m2m/clients/search",
        fields: &[
            ("cursor", Place::Body),
            ("limit", Place::Body),
            ("query", Place::Body),
        ],
        shapes: &[("query", &M2M_SEARCH_QUERY)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::m2m::clients::SearchRequest,
                    stytch_b2b::m2m::clients::SearchResponse,
                >(operations::shared::m2m::clients::search)
        }),
    },
    Route {
        operation: "shared.m2m.clients.update",
        verb: http::Method::PUT,
        path: "/v1/m2m/clients/{client_id}",
        fields: &[
            ("client_id", Place::Path),
            ("client_name", Place::Body),
            ("client_description", Place::Body),
            ("status", Place::Body),
            ("scopes", Place::Body),
            ("trusted_metadata", Place::Body),
        ],
        shapes: &[("status", &CLIENT_STATUS)],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::m2m::clients::UpdateRequest,
                    stytch_b2b::m2m::clients::UpdateResponse,
                >(operations::shared::m2m::clients::update)
        }),
    },
    Route {
        operation: "shared.m2m.clients.delete",
        verb: http::Method::DELETE,
        path: "/v1/m2m/clients/{client_id}",
        fields: &[("client_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::m2m::clients::DeleteRequest,
                    stytch_b2b::m2m::clients::DeleteResponse,
                >(operations::shared::m2m::clients::delete)
        }),
    },
    Route {
        operation: "shared.m2m.clients.secrets.rotate_start",
        verb: http::Method::POST,
        path: "/v1/m2m/clients/{client_id}/secrets/rotate/start",
        fields: &[("client_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::m2m::clients::secrets::RotateStartRequest,
                    stytch_b2b::m2m::clients::secrets::RotateStartResponse,
                >(operations::shared::m2m::clients::secrets::rotate_start)
        }),
    },
    Route {
        operation: "shared.m2m.clients.secrets.rotate",
        verb: http::Method::POST,
        path: "/v1/m2m/clients/{client_id}/secrets/rotate",
        fields: &[("client_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::m2m::clients::secrets::RotateRequest,
                    stytch_b2b::m2m::clients::secrets::RotateResponse,
                >(operations::shared::m2m::clients::secrets::rotate)
        }),
    },
    Route {
        operation: "shared.m2m.clients.secrets.rotate_cancel",
        verb: http::Method::POST,
        path: "/v1/m2m/clients/{client_id}/secrets/rotate/cancel",
        fields: &[("client_id", Place::Path)],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call
                .answer::<
                    stytch_b2b::m2m::clients::secrets::RotateCancelRequest,
                    stytch_b2b::m2m::clients::secrets::RotateCancelResponse,
                >(operations::shared::m2m::clients::secrets::rotate_cancel)
        }),
    },
    Route {
        operation: "shared.project.metrics",
        verb: http::Method::GET,
        path: "/v1/projects/metrics",
        fields: &[],
        shapes: &[],
        member_session: None,
        handler: Handler::Is(|call| {
            call.answer_bare::<stytch_b2b::project::MetricsResponse>(
                operations::shared::project::metrics,
            )
        }),
    },
];

pub(super) static MODELS: &[(&str, &Shape)] = &[
    (
        "shared.connected_app.ConnectedAppClient",
        &CONNECTED_APP_CLIENT,
    ),
    (
        "shared.connected_app.ConnectedAppWithClientSecret",
        &CONNECTED_APP_WITH_CLIENT_SECRET,
    ),
    (
        "shared.connected_app.ConnectedAppWithNextClientSecret",
        &CONNECTED_APP_WITH_NEXT_CLIENT_SECRET,
    ),
    ("shared.fraud.Rule", &RULE),
    ("shared.fraud.Verdict", &VERDICT),
    ("shared.fraud.VerdictReasonAction", &VERDICT_REASON_ACTION),
    (
        "shared.fraud.VerdictReasonOverride",
        &VERDICT_REASON_OVERRIDE,
    ),
    ("shared.m2m.M2mClient", &M2M_CLIENT),
    (
        "shared.m2m.M2mClientWithClientSecret",
        &M2M_CLIENT_WITH_CLIENT_SECRET,
    ),
    (
        "shared.m2m.M2mClientWithNextClientSecret",
        &M2M_CLIENT_WITH_NEXT_CLIENT_SECRET,
    ),
    ("shared.project.ProjectMetric", &PROJECT_METRIC),
];

static CLIENT_STATUS: Shape = Shape::Values(&["active", "inactive"]);

static CLIENT_TYPE: Shape = Shape::Values(&[
    "first_party",
    "first_party_public",
    "third_party",
    "third_party_public",
]);

static CONNECTED_APP_CLIENT: Shape = Shape::Fields(&[("client_type", &CLIENT_TYPE)]);

static CONNECTED_APP_WITH_CLIENT_SECRET: Shape = Shape::Fields(&[("client_type", &CLIENT_TYPE)]);

static CONNECTED_APP_WITH_NEXT_CLIENT_SECRET: Shape =
    Shape::Fields(&[("client_type", &CLIENT_TYPE)]);

static M2M_CLIENT: Shape = Shape::Fields(&[("status", &CLIENT_STATUS)]);

static M2M_CLIENT_WITH_CLIENT_SECRET: Shape = Shape::Fields(&[("status", &CLIENT_STATUS)]);

static M2M_CLIENT_WITH_NEXT_CLIENT_SECRET: Shape = Shape::Fields(&[("status", &CLIENT_STATUS)]);

static M2M_SEARCH_QUERY: Shape = Shape::Fields(&[("operator", &SEARCH_OPERATOR)]);

static METRIC_TYPE: Shape = Shape::Values(&[
    "UNKNOWN",
    "USER_COUNT",
    "ORGANIZATION_COUNT",
    "MEMBER_COUNT",
    "M2M_CLIENT_COUNT",
]);

static PROJECT_METRIC: Shape = Shape::Fields(&[("metric_type", &METRIC_TYPE)]);

static RULE: Shape = Shape::Fields(&[("rule_type", &RULE_TYPE), ("action", &RULE_ACTION)]);

static RULE_ACTION: Shape = Shape::Values(&["ALLOW", "CHALLENGE", "BLOCK", "NONE"]);

static RULE_TYPE: Shape = Shape::Values(&[
    "VISITOR_ID",
    "BROWSER_ID",
    "VISITOR_FINGERPRINT",
    "BROWSER_FINGERPRINT",
    "HARDWARE_FINGERPRINT",
    "NETWORK_FINGERPRINT",
    "CIDR_BLOCK",
    "ASN",
    "COUNTRY_CODE",
]);

static SEARCH_OPERATOR: Shape = Shape::Values(&["AND", "OR"]);

static VERDICT: Shape = Shape::Fields(&[
    ("action", &VERDICT_ACTION),
    ("verdict_reason_overrides", &VERDICT_REASON_OVERRIDE),
    ("rule_match_type", &RULE_TYPE),
]);

static VERDICT_ACTION: Shape = Shape::Values(&["ALLOW", "CHALLENGE", "BLOCK"]);

static VERDICT_REASON_ACTION: Shape = Shape::Fields(&[
    ("default_action", &VERDICT_ACTION),
    ("override_action", &VERDICT_ACTION),
]);

static VERDICT_REASON_OVERRIDE: Shape = Shape::Fields(&[("override_action", &VERDICT_ACTION)]);

//! The request and the response that both sides send and decode: a session check of a B2B app.

use serde::Serialize;
use stytch_core::{
    Call, Endpoints, Handle, JsonObject, Operation, Proof, Secret, Timestamp, Verb, Vertical,
    wire::{Object, Receive as _, Slot},
};

/// What the server answers.
pub(crate) const BODY: &str = include_str!("body.json");

/// What is sent.
#[derive(Serialize)]
pub(crate) struct Authenticate {
    /// A text, since a secret has no serde without the feature for it, and both sides need one.
    session_token: &'static str,
    session_duration_minutes: i32,
}

pub(crate) fn request() -> Authenticate {
    Authenticate {
        session_token: "mZAYn5aLEqKUlZ_Ad9U_fWr38GaAQ1oFAhT8ds245v7Q",
        session_duration_minutes: 60,
    }
}

/// A client with one operation.
#[derive(Debug)]
pub(crate) struct Client(Handle);

impl Vertical for Client {
    const NAME: &'static str = "b2b";
    const ENDPOINTS: &'static Endpoints = &Endpoints {
        keys: Operation::new(
            "sessions.get_jwks",
            Verb::Get,
            "/v1/b2b/sessions/jwks/{project_id}",
        ),
        policy: Operation::new("rbac.policy", Verb::Get, "/v1/b2b/rbac/policy"),
        organization_policy: None,
        authenticate: AUTHENTICATE,
    };

    fn from_handle(handle: Handle) -> Self {
        Self(handle)
    }
}

const AUTHENTICATE: Operation = Operation::new(
    "sessions.authenticate",
    Verb::Post,
    "/v1/b2b/sessions/authenticate",
)
.proof(
    Proof::grant(&[
        "session_token",
        "session_jwt",
        "member_session.member_session_id",
    ])
    .owner(&["member_session.member_id"]),
);

impl Client {
    pub(crate) fn authenticate(&self, request: &Authenticate) -> Call<Authenticated> {
        self.0
            .prepare(&AUTHENTICATE)
            .serialized(request)
            .into_call()
    }
}

/// Declares a type that is received, as the generator does.
macro_rules! receive {
    ($($name:ident { $($field:ident: $ty:ty,)+ })+) => {$(
        #[derive(Debug, Default)]
        pub(crate) struct $name {
            $(pub(crate) $field: $ty,)+
        }

        impl Object for $name {
            fn field(&mut self, name: &str) -> Option<Slot<'_>> {
                Some(match name {
                    $(stringify!($field) => self.$field.slot(),)+
                    _ => return None,
                })
            }
        }

        stytch_core::received!($name);
    )+};
}

receive! {
    Authenticated {
        status_code: i32,
        request_id: String,
        member_session: Session,
        session_token: Secret,
        session_jwt: Secret,
        member: Member,
        organization: Organization,
    }

    Session {
        member_session_id: String,
        member_id: String,
        organization_id: String,
        organization_slug: String,
        started_at: Option<Timestamp>,
        last_accessed_at: Option<Timestamp>,
        expires_at: Option<Timestamp>,
        authentication_factors: Vec<Factor>,
        roles: Vec<String>,
        custom_claims: JsonObject,
    }

    Factor {
        delivery_method: String,
        sequence_order: String,
        last_authenticated_at: Option<Timestamp>,
        created_at: Option<Timestamp>,
        updated_at: Option<Timestamp>,
        google_oauth_factor: Option<ProviderFactor>,
        phone_number_factor: Option<PhoneFactor>,
    }

    ProviderFactor {
        id: String,
        provider_subject: String,
    }

    PhoneFactor {
        phone_id: String,
        phone_number: String,
    }

    Member {
        organization_id: String,
        member_id: String,
        email_address: String,
        status: String,
        name: String,
        is_breakglass: bool,
        member_password_id: String,
        oauth_registrations: Vec<Registration>,
        email_address_verified: bool,
        mfa_phone_number_verified: bool,
        is_admin: bool,
        totp_registration_id: String,
        is_locked: bool,
        mfa_enrolled: bool,
        mfa_phone_number: String,
        default_mfa_method: String,
        roles: Vec<Role>,
        trusted_metadata: JsonObject,
        untrusted_metadata: JsonObject,
        created_at: Option<Timestamp>,
        updated_at: Option<Timestamp>,
    }

    Registration {
        provider_type: String,
        provider_subject: String,
        member_oauth_registration_id: String,
        profile_picture_url: Option<String>,
        locale: Option<String>,
    }

    Role {
        role_id: String,
        sources: Vec<RoleSource>,
    }

    RoleSource {
        details: JsonObject,
    }

    Organization {
        organization_id: String,
        organization_name: String,
        organization_logo_url: String,
        organization_slug: String,
        sso_jit_provisioning: String,
        sso_jit_provisioning_allowed_connections: Vec<String>,
        sso_active_connections: Vec<Connection>,
        email_allowed_domains: Vec<String>,
        email_jit_provisioning: String,
        email_invites: String,
        auth_methods: String,
        allowed_auth_methods: Vec<String>,
        mfa_policy: String,
        mfa_methods: String,
        allowed_mfa_methods: Vec<String>,
        oauth_tenant_jit_provisioning: String,
        claimed_email_domains: Vec<String>,
        rbac_email_implicit_role_assignments: Vec<DomainRole>,
        trusted_metadata: JsonObject,
        created_at: Option<Timestamp>,
        updated_at: Option<Timestamp>,
    }

    Connection {
        connection_id: String,
        display_name: String,
        identity_provider: String,
    }

    DomainRole {
        domain: String,
        role_id: String,
    }
}

// Generated from spec/b2b/discovery.organizations.yaml by `cargo xtask generate`. Do not edit.

//! List the organizations open to a person, or found a new one for them.
//!
//! Both take the intermediate session token that a discovery login gives, for instance
//! [`magic_links().discovery().authenticate`](crate::magic_links::discovery::Discovery::authenticate).

use stytch_core::wire::{Body, Fields, Object, Receive, Slot, list};
use stytch_core::{Secret, Timestamp, Value};

use crate::device_history::DeviceInfo;
use crate::discovery::DiscoveredOrganization;
use crate::mfa::MfaRequired;
use crate::organizations::{
    AccessPolicy, AuthMethod, EmailImplicitRoleAssignment, JitProvisioning, Member, MethodPolicy,
    MfaMethod, MfaPolicy, Organization,
};
use crate::sessions::{MemberSession, PrimaryRequired};
use crate::{ConnectedAppId, MemberId, OrganizationId, TelemetryId};

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Proof, Verb};

#[cfg(feature = "deserialize")]
use serde::Deserialize;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.discovery().organizations()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Organizations {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Organizations {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Lists the organizations that a person can go into.
    ///
    /// With an intermediate session token, these are all they belong to, are invited to, or may join;
    /// [`discovery().intermediate_sessions().exchange`](crate::discovery::intermediate_sessions::IntermediateSessions::exchange)
    /// takes them in. With a session, as in a menu for switching between organizations, those they may
    /// join are left out, and [`sessions().exchange`](crate::sessions::Sessions::exchange) takes them
    /// over.
    ///
    /// Pass exactly one of the three tokens; more is an error. The call does not use it up.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`intermediate_session_not_found`](crate::ErrorType::IntermediateSessionNotFound): The
    ///   intermediate session token is unknown, used up or expired; start the login over.
    /// - [`session_not_found`](crate::ErrorType::SessionNotFound): The session has ended or never
    ///   existed; the person has to log in again.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::discovery::organizations;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = organizations::ListRequest::new()
    ///     .intermediate_session_token("the token from the discovery login");
    /// let list = stytch.discovery().organizations().list(request).await?;
    /// for found in list.discovered_organizations {
    ///     if let (Some(organization), Some(membership)) = (found.organization, found.membership) {
    ///         println!("{} ({})", organization.organization_name, membership.r#type);
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/discovery/organizations` ([reference](https://stytch.com/docs/b2b/api/list-discovered-organizations))
    pub fn list(&self, request: ListRequest) -> Call<ListResponse> {
        const OPERATION: Operation = Operation::new(
            "discovery.organizations.list",
            Verb::Post,
            "/v1/b2b/discovery/organizations",
        )
        .repeatable();
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Founds an organization for a person who has just signed up, and logs them in to it.
    ///
    /// The person becomes its first member, with the role `stytch_admin`. Everything about the
    /// organization is optional: name and slug are made from the email address if need be.
    ///
    /// A founder must have proven their email address in this login, as magic links, email passcodes,
    /// Google, Microsoft, and the first verification of a new password do. After a login with an
    /// existing password, GitHub, Slack or HubSpot, `member_authenticated` is false, and
    /// `primary_required` lists the methods that make up for it. If `mfa_policy` is set to
    /// `REQUIRED_FOR_ALL`, `mfa_required` says that a second factor has to be set up. In both cases
    /// pass the `intermediate_session_token` to the call that adds what is missing.
    ///
    /// To take the person into an organization that exists, use
    /// [`discovery().intermediate_sessions().exchange`](crate::discovery::intermediate_sessions::IntermediateSessions::exchange).
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`allowed_auth_methods_required_for_restricted`](crate::ErrorType::AllowedAuthMethodsRequiredForRestricted):
    ///   `auth_methods` is `RESTRICTED`, but `allowed_auth_methods` is empty.
    /// - [`allowed_mfa_methods_required_for_restricted`](crate::ErrorType::AllowedMfaMethodsRequiredForRestricted):
    ///   `mfa_methods` is `RESTRICTED`, but `allowed_mfa_methods` is empty.
    /// - [`invalid_restricted_email_setting`](crate::ErrorType::InvalidRestrictedEmailSetting):
    ///   `email_invites` or `email_jit_provisioning` is `RESTRICTED`, but `email_allowed_domains` is
    ///   empty.
    /// - [`invalid_restricted_oauth_tenants_setting`](crate::ErrorType::InvalidRestrictedOauthTenantsSetting):
    ///   `oauth_tenant_jit_provisioning` is `RESTRICTED`, but `allowed_oauth_tenants` is empty.
    /// - [`invalid_restricted_sso_setting`](crate::ErrorType::InvalidRestrictedSsoSetting):
    ///   `sso_jit_provisioning` is `RESTRICTED`, but `sso_jit_provisioning_allowed_connections` is
    ///   empty.
    /// - [`organization_external_id_already_used`](crate::ErrorType::OrganizationExternalIdAlreadyUsed):
    ///   Another organization of the project has this external id.
    /// - [`organization_settings_domain_too_common`](crate::ErrorType::OrganizationSettingsDomainTooCommon):
    ///   An email domain in the settings is one where anyone can get an address, such as `gmail.com`.
    /// - [`organization_slug_already_used`](crate::ErrorType::OrganizationSlugAlreadyUsed): Another
    ///   organization of the project has this slug; ask for a different one.
    /// - [`intermediate_session_not_found`](crate::ErrorType::IntermediateSessionNotFound): The
    ///   intermediate session token is unknown, used up or expired; start the login over.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::ErrorType;
    /// use stytch_b2b::discovery::organizations;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let intermediate_session_token = "the token from the discovery login";
    /// let request = organizations::CreateRequest::new(intermediate_session_token)
    ///     .organization_name("Acme Co")
    ///     .organization_slug("acme-co");
    /// match stytch.discovery().organizations().create(request).await {
    ///     Ok(founded) => println!("{} is an admin now", founded.member.email_address),
    ///     Err(error) if error.is_type(ErrorType::OrganizationSlugAlreadyUsed) => {
    ///         println!("this slug is taken");
    ///     }
    ///     Err(error) => return Err(error.into()),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/discovery/organizations/create` ([reference](https://stytch.com/docs/b2b/api/create-organization-via-discovery))
    pub fn create(&self, request: CreateRequest) -> Call<CreateResponse> {
        const PROOF: Proof = Proof::grant(&[
            "session_token",
            "session_jwt",
            "member_session.member_session_id",
            "member_session.member_id",
        ])
        .owner(&["member_id", "member_session.member_id"])
        .pending("member_authenticated", &["intermediate_session_token"]);
        const OPERATION: Operation = Operation::new(
            "discovery.organizations.create",
            Verb::Post,
            "/v1/b2b/discovery/organizations/create",
        )
        .proof(PROOF);
        self.client
            .prepare(&OPERATION)
            .object("session_custom_claims", &request.session_custom_claims)
            .object("trusted_metadata", &request.trusted_metadata)
            .object("allowed_oauth_tenants", &request.allowed_oauth_tenants)
            .json(&request)
            .into_call()
    }
}

/// What [`Organizations::list`] takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct ListRequest {
    /// Proof of the factors shown so far, from an earlier step of this login.
    pub intermediate_session_token: Option<Secret>,
    /// The member's current session as an opaque token. Give this or `session_jwt`, not both.
    pub session_token: Option<Secret>,
    /// The member's current session as a JWT, which may be past its expiry as long as the session
    /// lives. Give this or `session_token`, not both.
    pub session_jwt: Option<Secret>,
}

impl ListRequest {
    /// A request that leaves everything to the defaults; the methods below add to it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Proof of the factors shown so far, from an earlier step of this login.
    #[must_use]
    pub fn intermediate_session_token(
        mut self,
        intermediate_session_token: impl Into<Secret>,
    ) -> Self {
        self.intermediate_session_token = Some(intermediate_session_token.into());
        self
    }

    /// The member's current session as an opaque token.
    #[must_use]
    pub fn session_token(mut self, session_token: impl Into<Secret>) -> Self {
        self.session_token = Some(session_token.into());
        self
    }

    /// The member's current session as a JWT, which may be past its expiry as long as the session
    /// lives.
    #[must_use]
    pub fn session_jwt(mut self, session_jwt: impl Into<Secret>) -> Self {
        self.session_jwt = Some(session_jwt.into());
        self
    }
}

#[doc(hidden)]
impl Body for ListRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add(
            "intermediate_session_token",
            &self.intermediate_session_token,
        );
        fields.add("session_token", &self.session_token);
        fields.add("session_jwt", &self.session_jwt);
    }
}

stytch_core::sent!(ListRequest);

/// What [`Organizations::list`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ListResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The email address that the organizations were looked up by.
    pub email_address: String,
    /// The organizations open to this person: those they are a member of or are invited to, and those
    /// they may join by email domain or OAuth tenant. Joining by domain needs just-in-time
    /// provisioning, a domain that the organization allows, and a member there whose address at the
    /// same domain is verified.
    pub discovered_organizations: Vec<DiscoveredOrganization>,
    /// The organization at which the login began, a good first choice. Missing if the token comes from
    /// a discovery login by magic link or OAuth, or if a session was passed.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub organization_id_hint: Option<OrganizationId>,
}

#[doc(hidden)]
impl Object for ListResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "email_address" => self.email_address.slot(),
            "discovered_organizations" => self.discovered_organizations.slot(),
            "organization_id_hint" => self.organization_id_hint.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ListResponse);

/// What [`Organizations::create`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct CreateRequest {
    /// Proof of the factors shown so far, from an earlier step of this login.
    pub intermediate_session_token: Secret,
    /// What people call the organization, 1 to 128 characters. If left out, it is made from the domain
    /// of the person's email address, or from the part before the `@` if the domain is one of a common
    /// provider such as `gmail.com` or ends in `.edu`.
    pub organization_name: Option<String>,
    /// Lifetime of the session in minutes from now, 5 to 527040 (366 days); 60 unless set. A session
    /// that was passed in is extended by it; a session JWT lives five minutes whatever stands here.
    pub session_duration_minutes: Option<i32>,
    /// Claims of your own for the session and its JWTs, merged key by key into those it has; a null
    /// removes a key. At most 4 KB together; the registered claims `iss`, `sub`, `aud`, `exp`, `nbf`,
    /// `iat` and `jti` are ignored.
    pub session_custom_claims: Option<Value>,
    /// Short name for use in URLs, unique in the project: at least two characters out of letters,
    /// digits, `-`, `.`, `_` and `~`. If left out, it is made like the name.
    pub organization_slug: Option<String>,
    /// Address of an image with the organization's logo.
    pub organization_logo_url: Option<String>,
    /// Data of your own, at most 20 keys and 4 KB. Only your backend can change it, frontends can read
    /// it. An update replaces the keys that it names and keeps the others; a null removes a key.
    pub trusted_metadata: Option<Value>,
    /// Your own id for the organization, which works wherever a request takes an organization id: at
    /// most 128 characters out of letters, digits, `.`, `_`, `-` and `|`, unique in the project.
    pub organization_external_id: Option<String>,
    /// Whether newcomers become members by logging in over SSO: through any active connection (the
    /// default), through those in `sso_jit_provisioning_allowed_connections`, or not at all.
    pub sso_jit_provisioning: Option<AccessPolicy>,
    /// Email domains whose people can be invited or may join by themselves, as far as `email_invites`
    /// and `email_jit_provisioning` are `RESTRICTED`. Domains where anyone gets an address, such as
    /// `gmail.com`, are refused.
    pub email_allowed_domains: Option<Vec<String>>,
    /// Whether people with a verified address at one of `email_allowed_domains` become members by
    /// logging in with an email magic link or OAuth; `NOT_ALLOWED` unless set.
    pub email_jit_provisioning: Option<JitProvisioning>,
    /// Who can be invited by email: anyone, only addresses at `email_allowed_domains`, or nobody. A new
    /// organization starts with `ALL_ALLOWED` if none of its authentication settings is given,
    /// otherwise with `NOT_ALLOWED`.
    pub email_invites: Option<AccessPolicy>,
    /// Whether members log in by any method, the default, or only by `allowed_auth_methods`. Members
    /// with `is_breakglass` are exempt.
    pub auth_methods: Option<MethodPolicy>,
    /// The methods left to members while `auth_methods` is `RESTRICTED`.
    pub allowed_auth_methods: Option<Vec<AuthMethod>>,
    /// Who owes a second factor at login; `OPTIONAL` unless set. Sessions that exist when it changes
    /// stay valid.
    pub mfa_policy: Option<MfaPolicy>,
    /// Roles that members hold by the domain of their email address, however they log in.
    pub rbac_email_implicit_role_assignments: Option<Vec<EmailImplicitRoleAssignment>>,
    /// Whether every kind of second factor counts, the default, or only `allowed_mfa_methods`. Members
    /// with `is_breakglass` are exempt.
    pub mfa_methods: Option<MethodPolicy>,
    /// The second factors that count while `mfa_methods` is `RESTRICTED`.
    pub allowed_mfa_methods: Option<Vec<MfaMethod>>,
    /// Whether people who belong to one of `allowed_oauth_tenants` become members by logging in with
    /// OAuth; `NOT_ALLOWED` unless set.
    pub oauth_tenant_jit_provisioning: Option<JitProvisioning>,
    /// Tenants at OAuth providers whose people may join by themselves. The keys are `slack`, `hubspot`
    /// and `github`, each with the list of its tenants' ids. Without it nobody joins this way.
    pub allowed_oauth_tenants: Option<Value>,
    /// Which first-party connected apps of the project members may use: all (the default), those in
    /// `allowed_first_party_connected_apps`, or none.
    pub first_party_connected_apps_allowed_type: Option<AccessPolicy>,
    /// The first-party apps left to members while `first_party_connected_apps_allowed_type` is
    /// `RESTRICTED`.
    pub allowed_first_party_connected_apps: Option<Vec<ConnectedAppId>>,
    /// Which third-party connected apps of the project members may use: all (the default), those in
    /// `allowed_third_party_connected_apps`, or none.
    pub third_party_connected_apps_allowed_type: Option<AccessPolicy>,
    /// The third-party apps left to members while `third_party_connected_apps_allowed_type` is
    /// `RESTRICTED`.
    pub allowed_third_party_connected_apps: Option<Vec<ConnectedAppId>>,
    /// Ties the call to a device fingerprint taken in the browser. The API keeps the fingerprint, and
    /// the place to which its IP address leads, with the person, and the answer says whether the device
    /// is known. Device fingerprinting has to be enabled for the workspace.
    pub telemetry_id: Option<TelemetryId>,
}

impl CreateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(intermediate_session_token: impl Into<Secret>) -> Self {
        Self {
            intermediate_session_token: intermediate_session_token.into(),
            organization_name: None,
            session_duration_minutes: None,
            session_custom_claims: None,
            organization_slug: None,
            organization_logo_url: None,
            trusted_metadata: None,
            organization_external_id: None,
            sso_jit_provisioning: None,
            email_allowed_domains: None,
            email_jit_provisioning: None,
            email_invites: None,
            auth_methods: None,
            allowed_auth_methods: None,
            mfa_policy: None,
            rbac_email_implicit_role_assignments: None,
            mfa_methods: None,
            allowed_mfa_methods: None,
            oauth_tenant_jit_provisioning: None,
            allowed_oauth_tenants: None,
            first_party_connected_apps_allowed_type: None,
            allowed_first_party_connected_apps: None,
            third_party_connected_apps_allowed_type: None,
            allowed_third_party_connected_apps: None,
            telemetry_id: None,
        }
    }

    /// What people call the organization, 1 to 128 characters.
    #[must_use]
    pub fn organization_name(mut self, organization_name: impl Into<String>) -> Self {
        self.organization_name = Some(organization_name.into());
        self
    }

    /// Lifetime of the session in minutes from now, 5 to 527040 (366 days); 60 unless set.
    #[must_use]
    pub fn session_duration_minutes(mut self, session_duration_minutes: i32) -> Self {
        self.session_duration_minutes = Some(session_duration_minutes);
        self
    }

    /// Claims of your own for the session and its JWTs, merged key by key into those it has; a null
    /// removes a key.
    #[must_use]
    pub fn session_custom_claims(mut self, session_custom_claims: impl Into<Value>) -> Self {
        self.session_custom_claims = Some(session_custom_claims.into());
        self
    }

    /// Short name for use in URLs, unique in the project: at least two characters out of letters,
    /// digits, `-`, `.`, `_` and `~`.
    #[must_use]
    pub fn organization_slug(mut self, organization_slug: impl Into<String>) -> Self {
        self.organization_slug = Some(organization_slug.into());
        self
    }

    /// Address of an image with the organization's logo.
    #[must_use]
    pub fn organization_logo_url(mut self, organization_logo_url: impl Into<String>) -> Self {
        self.organization_logo_url = Some(organization_logo_url.into());
        self
    }

    /// Data of your own, at most 20 keys and 4 KB.
    #[must_use]
    pub fn trusted_metadata(mut self, trusted_metadata: impl Into<Value>) -> Self {
        self.trusted_metadata = Some(trusted_metadata.into());
        self
    }

    /// Your own id for the organization, which works wherever a request takes an organization id: at
    /// most 128 characters out of letters, digits, `.`, `_`, `-` and `|`, unique in the project.
    #[must_use]
    pub fn organization_external_id(mut self, organization_external_id: impl Into<String>) -> Self {
        self.organization_external_id = Some(organization_external_id.into());
        self
    }

    /// Whether newcomers become members by logging in over SSO: through any active connection (the
    /// default), through those in `sso_jit_provisioning_allowed_connections`, or not at all.
    #[must_use]
    pub fn sso_jit_provisioning(mut self, sso_jit_provisioning: impl Into<AccessPolicy>) -> Self {
        self.sso_jit_provisioning = Some(sso_jit_provisioning.into());
        self
    }

    /// Email domains whose people can be invited or may join by themselves, as far as `email_invites`
    /// and `email_jit_provisioning` are `RESTRICTED`.
    #[must_use]
    pub fn email_allowed_domains(
        mut self,
        email_allowed_domains: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.email_allowed_domains = Some(list(email_allowed_domains));
        self
    }

    /// Whether people with a verified address at one of `email_allowed_domains` become members by
    /// logging in with an email magic link or OAuth; `NOT_ALLOWED` unless set.
    #[must_use]
    pub fn email_jit_provisioning(
        mut self,
        email_jit_provisioning: impl Into<JitProvisioning>,
    ) -> Self {
        self.email_jit_provisioning = Some(email_jit_provisioning.into());
        self
    }

    /// Who can be invited by email: anyone, only addresses at `email_allowed_domains`, or nobody.
    #[must_use]
    pub fn email_invites(mut self, email_invites: impl Into<AccessPolicy>) -> Self {
        self.email_invites = Some(email_invites.into());
        self
    }

    /// Whether members log in by any method, the default, or only by `allowed_auth_methods`.
    #[must_use]
    pub fn auth_methods(mut self, auth_methods: impl Into<MethodPolicy>) -> Self {
        self.auth_methods = Some(auth_methods.into());
        self
    }

    /// The methods left to members while `auth_methods` is `RESTRICTED`.
    #[must_use]
    pub fn allowed_auth_methods(
        mut self,
        allowed_auth_methods: impl IntoIterator<Item = impl Into<AuthMethod>>,
    ) -> Self {
        self.allowed_auth_methods = Some(list(allowed_auth_methods));
        self
    }

    /// Who owes a second factor at login; `OPTIONAL` unless set.
    #[must_use]
    pub fn mfa_policy(mut self, mfa_policy: impl Into<MfaPolicy>) -> Self {
        self.mfa_policy = Some(mfa_policy.into());
        self
    }

    /// Roles that members hold by the domain of their email address, however they log in.
    #[must_use]
    pub fn rbac_email_implicit_role_assignments(
        mut self,
        rbac_email_implicit_role_assignments: impl IntoIterator<Item = EmailImplicitRoleAssignment>,
    ) -> Self {
        self.rbac_email_implicit_role_assignments =
            Some(list(rbac_email_implicit_role_assignments));
        self
    }

    /// Whether every kind of second factor counts, the default, or only `allowed_mfa_methods`.
    #[must_use]
    pub fn mfa_methods(mut self, mfa_methods: impl Into<MethodPolicy>) -> Self {
        self.mfa_methods = Some(mfa_methods.into());
        self
    }

    /// The second factors that count while `mfa_methods` is `RESTRICTED`.
    #[must_use]
    pub fn allowed_mfa_methods(
        mut self,
        allowed_mfa_methods: impl IntoIterator<Item = impl Into<MfaMethod>>,
    ) -> Self {
        self.allowed_mfa_methods = Some(list(allowed_mfa_methods));
        self
    }

    /// Whether people who belong to one of `allowed_oauth_tenants` become members by logging in with
    /// OAuth; `NOT_ALLOWED` unless set.
    #[must_use]
    pub fn oauth_tenant_jit_provisioning(
        mut self,
        oauth_tenant_jit_provisioning: impl Into<JitProvisioning>,
    ) -> Self {
        self.oauth_tenant_jit_provisioning = Some(oauth_tenant_jit_provisioning.into());
        self
    }

    /// Tenants at OAuth providers whose people may join by themselves.
    #[must_use]
    pub fn allowed_oauth_tenants(mut self, allowed_oauth_tenants: impl Into<Value>) -> Self {
        self.allowed_oauth_tenants = Some(allowed_oauth_tenants.into());
        self
    }

    /// Which first-party connected apps of the project members may use: all (the default), those in
    /// `allowed_first_party_connected_apps`, or none.
    #[must_use]
    pub fn first_party_connected_apps_allowed_type(
        mut self,
        first_party_connected_apps_allowed_type: impl Into<AccessPolicy>,
    ) -> Self {
        self.first_party_connected_apps_allowed_type =
            Some(first_party_connected_apps_allowed_type.into());
        self
    }

    /// The first-party apps left to members while `first_party_connected_apps_allowed_type` is
    /// `RESTRICTED`.
    #[must_use]
    pub fn allowed_first_party_connected_apps(
        mut self,
        allowed_first_party_connected_apps: impl IntoIterator<Item = impl Into<ConnectedAppId>>,
    ) -> Self {
        self.allowed_first_party_connected_apps = Some(list(allowed_first_party_connected_apps));
        self
    }

    /// Which third-party connected apps of the project members may use: all (the default), those in
    /// `allowed_third_party_connected_apps`, or none.
    #[must_use]
    pub fn third_party_connected_apps_allowed_type(
        mut self,
        third_party_connected_apps_allowed_type: impl Into<AccessPolicy>,
    ) -> Self {
        self.third_party_connected_apps_allowed_type =
            Some(third_party_connected_apps_allowed_type.into());
        self
    }

    /// The third-party apps left to members while `third_party_connected_apps_allowed_type` is
    /// `RESTRICTED`.
    #[must_use]
    pub fn allowed_third_party_connected_apps(
        mut self,
        allowed_third_party_connected_apps: impl IntoIterator<Item = impl Into<ConnectedAppId>>,
    ) -> Self {
        self.allowed_third_party_connected_apps = Some(list(allowed_third_party_connected_apps));
        self
    }

    /// Ties the call to a device fingerprint taken in the browser.
    #[must_use]
    pub fn telemetry_id(mut self, telemetry_id: impl Into<TelemetryId>) -> Self {
        self.telemetry_id = Some(telemetry_id.into());
        self
    }
}

#[doc(hidden)]
impl Body for CreateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add(
            "intermediate_session_token",
            &self.intermediate_session_token,
        );
        fields.add("organization_name", &self.organization_name);
        fields.add("session_duration_minutes", &self.session_duration_minutes);
        fields.add("session_custom_claims", &self.session_custom_claims);
        fields.add("organization_slug", &self.organization_slug);
        fields.add("organization_logo_url", &self.organization_logo_url);
        fields.add("trusted_metadata", &self.trusted_metadata);
        fields.add("organization_external_id", &self.organization_external_id);
        fields.add("sso_jit_provisioning", &self.sso_jit_provisioning);
        fields.add("email_allowed_domains", &self.email_allowed_domains);
        fields.add("email_jit_provisioning", &self.email_jit_provisioning);
        fields.add("email_invites", &self.email_invites);
        fields.add("auth_methods", &self.auth_methods);
        fields.add("allowed_auth_methods", &self.allowed_auth_methods);
        fields.add("mfa_policy", &self.mfa_policy);
        fields.add(
            "rbac_email_implicit_role_assignments",
            &self.rbac_email_implicit_role_assignments,
        );
        fields.add("mfa_methods", &self.mfa_methods);
        fields.add("allowed_mfa_methods", &self.allowed_mfa_methods);
        fields.add(
            "oauth_tenant_jit_provisioning",
            &self.oauth_tenant_jit_provisioning,
        );
        fields.add("allowed_oauth_tenants", &self.allowed_oauth_tenants);
        fields.add(
            "first_party_connected_apps_allowed_type",
            &self.first_party_connected_apps_allowed_type,
        );
        fields.add(
            "allowed_first_party_connected_apps",
            &self.allowed_first_party_connected_apps,
        );
        fields.add(
            "third_party_connected_apps_allowed_type",
            &self.third_party_connected_apps_allowed_type,
        );
        fields.add(
            "allowed_third_party_connected_apps",
            &self.allowed_third_party_connected_apps,
        );
        fields.add("telemetry_id", &self.telemetry_id);
    }
}

stytch_core::sent!(CreateRequest);

/// What [`Organizations::create`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct CreateResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Member that the answer is about.
    pub member_id: MemberId,
    /// The member as it is after the call.
    pub member: Member,
    /// The organization with its settings.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub organization: Option<Organization>,
    /// Opaque token of the session; keep it in a cookie or the like. Empty while a factor is missing.
    pub session_token: Secret,
    /// The session as a signed JWT that can be checked without the API, valid for five minutes. Empty
    /// while a factor is missing.
    pub session_jwt: Secret,
    /// Whether the member is fully logged in. If false, `mfa_required` or `primary_required` tells
    /// which step is left, and `intermediate_session_token` carries what has been proven.
    pub member_authenticated: bool,
    /// Proof of the factors shown so far when they do not yet make a session: pass it to the step that
    /// adds the missing factor, or trade it for a session in an organization. Empty when the member is
    /// logged in.
    pub intermediate_session_token: Secret,
    /// When `intermediate_session_token` stops being accepted; by default ten minutes after it is
    /// issued.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub intermediate_session_token_expires_at: Option<Timestamp>,
    /// The session that was started or extended.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub member_session: Option<MemberSession>,
    /// The second factor that is still to come, and how the member can give it.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub mfa_required: Option<MfaRequired>,
    /// The first factors that this organization accepts, when the one that was shown is not among them.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub primary_required: Option<PrimaryRequired>,
    /// What is known of the device, when the call carried a `telemetry_id`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub member_device: Option<DeviceInfo>,
}

#[doc(hidden)]
impl Object for CreateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_id" => self.member_id.slot(),
            "member" => self.member.slot(),
            "organization" => self.organization.slot(),
            "session_token" => self.session_token.slot(),
            "session_jwt" => self.session_jwt.slot(),
            "member_authenticated" => self.member_authenticated.slot(),
            "intermediate_session_token" => self.intermediate_session_token.slot(),
            "intermediate_session_token_expires_at" => {
                self.intermediate_session_token_expires_at.slot()
            }
            "member_session" => self.member_session.slot(),
            "mfa_required" => self.mfa_required.slot(),
            "primary_required" => self.primary_required.slot(),
            "member_device" => self.member_device.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(CreateResponse);

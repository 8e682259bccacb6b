// Generated from spec/b2b/organizations.yaml by `cargo xtask generate`. Do not edit.

//! Create and manage organizations, the tenants of your app.
//!
//! An organization holds the accounts of its people, its members, and decides how they log in, who
//! may join, and which roles come with what. Members are at
//! [`organizations().members().create`](crate::organizations::members::Members::create) and its
//! neighbours; people who sign up without knowing their organization take the way through
//! [`discovery().organizations().list`](crate::discovery::organizations::Organizations::list).

pub mod members;

use stytch_core::wire::{Body, Fields, Object, Page, Receive, Slot, Write, list};
use stytch_core::{JsonObject, Timestamp, Value};

use crate::connected_app::ClientType;
use crate::scim::ScimAttributes;
use crate::{
    ConnectedAppId, ConnectionId, EmailId, MemberId, MemberPasswordId, OauthRegistrationId,
    OrganizationId, ResultsMetadata, ScimConnectionId, ScimRegistrationId, SearchOperator,
    SsoRegistrationId, TotpId, sso,
};

#[cfg(feature = "client")]
use stytch_core::{AsMember, Call, Handle, Operation, Verb};

#[cfg(feature = "deserialize")]
use serde::{Deserialize, Deserializer};
#[cfg(feature = "deserialize")]
use stytch_core::wire::Operand;

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.organizations()`, on which the calls of [this module](self) are made.
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

    /// The calls of [`organizations::members`](members): [`create`](members::Members::create),
    /// [`get`](members::Members::get), [`dangerously_get`](members::Members::dangerously_get),
    /// [`update`](members::Members::update),
    /// [`start_email_update`](members::Members::start_email_update),
    /// [`unlink_retired_email`](members::Members::unlink_retired_email),
    /// [`delete`](members::Members::delete), [`reactivate`](members::Members::reactivate),
    /// [`delete_external_id`](members::Members::delete_external_id),
    /// [`delete_password`](members::Members::delete_password),
    /// [`delete_mfa_phone_number`](members::Members::delete_mfa_phone_number),
    /// [`delete_totp`](members::Members::delete_totp), [`search`](members::Members::search),
    /// [`get_connected_apps`](members::Members::get_connected_apps),
    /// [`oidc_providers`](members::Members::oidc_providers),
    /// [`connected_apps()`](members::Members::connected_apps),
    /// [`oauth_providers()`](members::Members::oauth_providers).
    #[must_use]
    pub fn members(&self) -> members::Members {
        members::Members::new(self.client.clone())
    }

    /// Creates an organization.
    ///
    /// It starts without members. They come when you create or invite them, over SCIM, or by logging
    /// in, as far as the settings allow: with no authentication setting given, `email_invites` is
    /// `ALL_ALLOWED`, so that there is a way in; as soon as one is given, `email_invites` is
    /// `NOT_ALLOWED` unless you set it as well.
    ///
    /// For a person who has just signed up, use
    /// [`discovery().organizations().create`](crate::discovery::organizations::Organizations::create)
    /// instead: it makes them the first member, gives them the role `stytch_admin`, and logs them in.
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
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::organizations;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = organizations::CreateRequest::new("Acme Co")
    ///     .organization_slug("acme-co")
    ///     .mfa_policy(organizations::MfaPolicy::RequiredForAll)
    ///     // Whoever proves to own an address at the company's domain may join.
    ///     .email_jit_provisioning(organizations::JitProvisioning::Restricted)
    ///     .email_allowed_domains(["acme.example"]);
    /// let created = stytch.organizations().create(request).await?;
    /// println!("{}", created.organization.organization_id);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/organizations` ([reference](https://stytch.com/docs/b2b/api/create-organization))
    pub fn create(&self, request: CreateRequest) -> Call<CreateResponse> {
        const OPERATION: Operation =
            Operation::new("organizations.create", Verb::Post, "/v1/b2b/organizations");
        self.client
            .prepare(&OPERATION)
            .object("trusted_metadata", &request.trusted_metadata)
            .object("allowed_oauth_tenants", &request.allowed_oauth_tenants)
            .json(&request)
            .into_call()
    }

    /// Fetches an organization by its id, its slug, or your external id.
    ///
    /// With the slug from a URL such as `acme-co.app.example`, this is how a login page learns which
    /// methods to offer: see `auth_methods`, `allowed_auth_methods` and `sso_active_connections`.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::organizations;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let found = stytch.organizations().get(organizations::GetRequest::new("acme-co")).await?;
    /// if found.organization.auth_methods == organizations::MethodPolicy::Restricted {
    ///     println!("members log in by one of {:?}", found.organization.allowed_auth_methods);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET /v1/b2b/organizations/{organization_id}` ([reference](https://stytch.com/docs/b2b/api/get-organization))
    pub fn get(&self, request: GetRequest) -> Call<GetResponse> {
        const OPERATION: Operation = Operation::new(
            "organizations.get",
            Verb::Get,
            "/v1/b2b/organizations/{organization_id}",
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .into_call()
    }

    /// Changes the settings of an organization; those left out stay as they are.
    ///
    /// A list replaces the one before as a whole, so send all its entries. At least one of the settings
    /// about invitations and provisioning has to be `RESTRICTED` or `ALL_ALLOWED`, since otherwise
    /// nobody new could come in. Members who do not meet the new settings stay, but cannot log in by a
    /// method that is no longer allowed.
    ///
    /// For `organization_external_id`, `claimed_email_domains` and the four fields about connected apps
    /// no action is documented: a settings page has to decide by itself who may change them.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow what each field that is set calls for;
    /// nothing is documented for fields that do not say.
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
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`organization_settings_domain_too_common`](crate::ErrorType::OrganizationSettingsDomainTooCommon):
    ///   An email domain in the settings is one where anyone can get an address, such as `gmail.com`.
    /// - [`organization_slug_already_used`](crate::ErrorType::OrganizationSlugAlreadyUsed): Another
    ///   organization of the project has this slug; ask for a different one.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    /// - [`invalid_sso_default_connection_id`](crate::ErrorType::InvalidSsoDefaultConnectionId): The
    ///   default SSO connection has to be an active one of the organization.
    /// - [`cannot_update_trusted_metadata`](crate::ErrorType::CannotUpdateTrustedMetadata): The call
    ///   runs with a member session and carries `trusted_metadata`, which only your backend may write.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::organizations;
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let organization_id = "organization-test-0b1c7ad6-5d6c-4f0e-9a52-7f3d6f0c8b11";
    /// let request = organizations::UpdateRequest::new(organization_id)
    ///     .auth_methods(organizations::MethodPolicy::Restricted)
    ///     .allowed_auth_methods([
    ///         organizations::AuthMethod::Sso,
    ///         organizations::AuthMethod::MagicLink,
    ///     ]);
    /// let updated = stytch.organizations().update(request).await?;
    /// println!("{:?}", updated.organization.allowed_auth_methods);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `PUT /v1/b2b/organizations/{organization_id}` ([reference](https://stytch.com/docs/b2b/api/update-organization))
    pub fn update(&self, request: UpdateRequest) -> Call<UpdateResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "organizations.update",
            Verb::Put,
            "/v1/b2b/organizations/{organization_id}",
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .object("trusted_metadata", &request.trusted_metadata)
            .object("allowed_oauth_tenants", &request.allowed_oauth_tenants)
            .json(&request)
            .into_call()
    }

    /// Deletes an organization together with all its members.
    ///
    /// No call brings it back.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. A role of the member must then allow `delete` on `stytch.organization`.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    ///
    /// `DELETE /v1/b2b/organizations/{organization_id}` ([reference](https://stytch.com/docs/b2b/api/delete-organization))
    pub fn delete(&self, request: DeleteRequest) -> Call<DeleteResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "organizations.delete",
            Verb::Delete,
            "/v1/b2b/organizations/{organization_id}",
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .into_call()
    }

    /// Takes your external id off an organization.
    ///
    /// From then on, only its own id and its slug name the organization. Another external id can be
    /// given with [`organizations().update`](crate::organizations::Organizations::update).
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. What the member has to be allowed then is not documented.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    ///
    /// `DELETE /v1/b2b/organizations/{organization_id}/external_id`
    pub fn delete_external_id(
        &self,
        request: DeleteExternalIdRequest,
    ) -> Call<DeleteExternalIdResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "organizations.delete_external_id",
            Verb::Delete,
            "/v1/b2b/organizations/{organization_id}/external_id",
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .into_call()
    }

    /// Finds the organizations that meet some conditions; without a query, all of them.
    ///
    /// Made for back-office pages and nightly jobs, not for logins: depending on the query a search
    /// takes from 150 milliseconds to 9 seconds, and 100 a minute are allowed. To find out where a
    /// person can log in, use
    /// [`discovery().organizations().list`](crate::discovery::organizations::Organizations::list); to
    /// turn a slug into an organization,
    /// [`organizations().get`](crate::organizations::Organizations::get).
    ///
    /// Await the call for one page, or go through all of them with `.stream()` and `.pages()`.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`too_many_requests`](crate::ErrorType::TooManyRequests): The rate limit is reached; wait
    ///   before the next try.
    /// - [`organization_search_organization_name_fuzzy_too_short`](crate::ErrorType::OrganizationSearchOrganizationNameFuzzyTooShort):
    ///   `organization_name_fuzzy` needs at least three characters.
    /// - [`organization_search_organization_slug_fuzzy_too_short`](crate::ErrorType::OrganizationSearchOrganizationSlugFuzzyTooShort):
    ///   `organization_slug_fuzzy` needs at least three characters.
    /// - [`organization_search_member_email_fuzzy_too_short`](crate::ErrorType::OrganizationSearchMemberEmailFuzzyTooShort):
    ///   `member_email_fuzzy` needs at least three characters.
    /// - [`organization_search_allowed_domain_fuzzy_too_short`](crate::ErrorType::OrganizationSearchAllowedDomainFuzzyTooShort):
    ///   `allowed_domain_fuzzy` needs at least three characters.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// use stytch_b2b::{SearchOperator, organizations};
    ///
    /// # async fn example(stytch: stytch_b2b::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let query = organizations::SearchQuery::new(
    ///     SearchOperator::And,
    ///     [organizations::OrganizationFilter::allowed_domains(["acme.example"])],
    /// );
    /// let request = organizations::SearchRequest::new().query(query).limit(200);
    /// // The stream fetches the next page when it needs one.
    /// let mut organizations = stytch.organizations().search(request).stream();
    /// while let Some(organization) = organizations.next().await {
    ///     println!("{}", organization?.organization_name);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `POST /v1/b2b/organizations/search` ([reference](https://stytch.com/docs/b2b/api/search-organizations))
    pub fn search(&self, request: SearchRequest) -> Call<SearchResponse> {
        const OPERATION: Operation = Operation::new(
            "organizations.search",
            Verb::Post,
            "/v1/b2b/organizations/search",
        )
        .repeatable()
        .paged_by("cursor");
        self.client.prepare(&OPERATION).json(&request).into_call()
    }

    /// Counts the members of an organization.
    ///
    /// The vendor does not say which members count: those who are deleted, pending or invited, for
    /// instance.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    ///
    /// `GET /v1/b2b/organizations/{organization_id}/metrics`
    pub fn metrics(&self, request: MetricsRequest) -> Call<MetricsResponse> {
        const OPERATION: Operation = Operation::new(
            "organizations.metrics",
            Verb::Get,
            "/v1/b2b/organizations/{organization_id}/metrics",
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .into_call()
    }

    /// Lists the connected apps that members of an organization use.
    ///
    /// An app is listed once a member has completed an authorization with it that has not been revoked.
    /// When `first_party_connected_apps_allowed_type` or `third_party_connected_apps_allowed_type` is
    /// tightened, apps can drop out.
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. What the member has to be allowed then is not documented.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    ///
    /// `GET /v1/b2b/organizations/{organization_id}/connected_apps` ([reference](https://stytch.com/docs/b2b/api/connected-app-org-get-all))
    pub fn connected_apps(
        &self,
        request: ConnectedAppsRequest,
    ) -> Call<ConnectedAppsResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "organizations.connected_apps",
            Verb::Get,
            "/v1/b2b/organizations/{organization_id}/connected_apps",
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .into_call()
    }

    /// Fetches a connected app together with the members of an organization who use it.
    ///
    /// To cut one of them off from the app, call
    /// [`organizations().members().connected_apps().revoke`](crate::organizations::members::connected_apps::ConnectedApps::revoke).
    ///
    /// The call can be made with a member's own permissions: add `.session_jwt(…)` or
    /// `.session_token(…)`. What the member has to be allowed then is not documented.
    ///
    /// # Errors
    /// Error types to expect, besides those of every call:
    ///
    /// - [`connected_app_not_found`](crate::ErrorType::ConnectedAppNotFound): No connected app has this
    ///   client id.
    /// - [`organization_not_found`](crate::ErrorType::OrganizationNotFound): No such organization.
    /// - [`session_authorization_error`](crate::ErrorType::SessionAuthorizationError): No role of the
    ///   member allows the action that was asked about.
    ///
    /// `GET /v1/b2b/organizations/{organization_id}/connected_apps/{connected_app_id}` ([reference](https://stytch.com/docs/b2b/api/connected-app-org-get))
    pub fn get_connected_app(
        &self,
        request: GetConnectedAppRequest,
    ) -> Call<GetConnectedAppResponse, AsMember> {
        const OPERATION: Operation = Operation::new(
            "organizations.get_connected_app",
            Verb::Get,
            "/v1/b2b/organizations/{organization_id}/connected_apps/{connected_app_id}",
        );
        self.client
            .prepare(&OPERATION)
            .path("organization_id", request.organization_id.as_str())
            .path("connected_app_id", request.connected_app_id.as_str())
            .into_call()
    }
}

/// What [`Organizations::create`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct CreateRequest {
    /// What people call the organization, 1 to 128 characters.
    pub organization_name: String,
    /// Short name for use in URLs, unique in the project: 2 to 128 characters out of letters, digits,
    /// `-`, `.`, `_` and `~`. It works wherever a request takes an organization id.
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
    /// Email domains that this organization has claimed as its own: people with an address there are
    /// kept to the organizations that claim it.
    pub claimed_email_domains: Option<Vec<String>>,
}

impl CreateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(organization_name: impl Into<String>) -> Self {
        Self {
            organization_name: organization_name.into(),
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
            claimed_email_domains: None,
        }
    }

    /// Short name for use in URLs, unique in the project: 2 to 128 characters out of letters, digits,
    /// `-`, `.`, `_` and `~`.
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

    /// Email domains that this organization has claimed as its own: people with an address there are
    /// kept to the organizations that claim it.
    #[must_use]
    pub fn claimed_email_domains(
        mut self,
        claimed_email_domains: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.claimed_email_domains = Some(list(claimed_email_domains));
        self
    }
}

#[doc(hidden)]
impl Body for CreateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("organization_name", &self.organization_name);
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
        fields.add("claimed_email_domains", &self.claimed_email_domains);
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
    /// The organization with its settings.
    pub organization: Organization,
}

#[doc(hidden)]
impl Object for CreateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "organization" => self.organization.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(CreateResponse);

/// What [`Organizations::get`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct GetRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
}

impl GetRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>) -> Self {
        Self {
            organization_id: organization_id.into(),
        }
    }
}

/// What [`Organizations::get`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct GetResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The organization with its settings.
    pub organization: Organization,
}

#[doc(hidden)]
impl Object for GetResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "organization" => self.organization.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(GetResponse);

/// What [`Organizations::update`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct UpdateRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// What people call the organization, 1 to 128 characters.
    ///
    /// A member session needs `update.info.name` on `stytch.organization`.
    pub organization_name: Option<String>,
    /// The SSO connection to use where several are active and none is named.
    ///
    /// A member session needs `update.settings.default-sso-connection` on `stytch.organization`.
    pub sso_default_connection_id: Option<ConnectionId>,
    /// The SSO connections through which newcomers may join while `sso_jit_provisioning` is
    /// `RESTRICTED`.
    ///
    /// A member session needs `update.settings.sso-jit-provisioning` on `stytch.organization`.
    pub sso_jit_provisioning_allowed_connections: Option<Vec<ConnectionId>>,
    /// Short name for use in URLs, unique in the project: 2 to 128 characters out of letters, digits,
    /// `-`, `.`, `_` and `~`. It works wherever a request takes an organization id.
    ///
    /// A member session needs `update.info.slug` on `stytch.organization`.
    pub organization_slug: Option<String>,
    /// Address of an image with the organization's logo.
    ///
    /// A member session needs `update.info.logo-url` on `stytch.organization`.
    pub organization_logo_url: Option<String>,
    /// Data of your own, at most 20 keys and 4 KB. Only your backend can change it, frontends can read
    /// it. An update replaces the keys that it names and keeps the others; a null removes a key.
    ///
    /// Must not be set when the call runs with a member session.
    pub trusted_metadata: Option<Value>,
    /// Your own id for the organization, which works wherever a request takes an organization id: at
    /// most 128 characters out of letters, digits, `.`, `_`, `-` and `|`, unique in the project.
    pub organization_external_id: Option<String>,
    /// Whether newcomers become members by logging in over SSO: through any active connection (the
    /// default), through those in `sso_jit_provisioning_allowed_connections`, or not at all.
    ///
    /// A member session needs `update.settings.sso-jit-provisioning` on `stytch.organization`.
    pub sso_jit_provisioning: Option<AccessPolicy>,
    /// Email domains whose people can be invited or may join by themselves, as far as `email_invites`
    /// and `email_jit_provisioning` are `RESTRICTED`. Domains where anyone gets an address, such as
    /// `gmail.com`, are refused.
    ///
    /// A member session needs `update.settings.allowed-domains` on `stytch.organization`.
    pub email_allowed_domains: Option<Vec<String>>,
    /// Whether people with a verified address at one of `email_allowed_domains` become members by
    /// logging in with an email magic link or OAuth; `NOT_ALLOWED` unless set.
    ///
    /// A member session needs `update.settings.email-jit-provisioning` on `stytch.organization`.
    pub email_jit_provisioning: Option<JitProvisioning>,
    /// Who can be invited by email: anyone, only addresses at `email_allowed_domains`, or nobody. A new
    /// organization starts with `ALL_ALLOWED` if none of its authentication settings is given,
    /// otherwise with `NOT_ALLOWED`.
    ///
    /// A member session needs `update.settings.email-invites` on `stytch.organization`.
    pub email_invites: Option<AccessPolicy>,
    /// Whether members log in by any method, the default, or only by `allowed_auth_methods`. Members
    /// with `is_breakglass` are exempt.
    ///
    /// A member session needs `update.settings.allowed-auth-methods` on `stytch.organization`.
    pub auth_methods: Option<MethodPolicy>,
    /// The methods left to members while `auth_methods` is `RESTRICTED`.
    ///
    /// A member session needs `update.settings.allowed-auth-methods` on `stytch.organization`.
    pub allowed_auth_methods: Option<Vec<AuthMethod>>,
    /// Who owes a second factor at login; `OPTIONAL` unless set. Sessions that exist when it changes
    /// stay valid.
    ///
    /// A member session needs `update.settings.mfa-policy` on `stytch.organization`.
    pub mfa_policy: Option<MfaPolicy>,
    /// Roles that members hold by the domain of their email address, however they log in.
    ///
    /// A member session needs `update.settings.implicit-roles` on `stytch.organization`.
    pub rbac_email_implicit_role_assignments: Option<Vec<EmailImplicitRoleAssignment>>,
    /// Whether every kind of second factor counts, the default, or only `allowed_mfa_methods`. Members
    /// with `is_breakglass` are exempt.
    ///
    /// A member session needs `update.settings.allowed-mfa-methods` on `stytch.organization`.
    pub mfa_methods: Option<MethodPolicy>,
    /// The second factors that count while `mfa_methods` is `RESTRICTED`.
    ///
    /// A member session needs `update.settings.allowed-mfa-methods` on `stytch.organization`.
    pub allowed_mfa_methods: Option<Vec<MfaMethod>>,
    /// Whether people who belong to one of `allowed_oauth_tenants` become members by logging in with
    /// OAuth; `NOT_ALLOWED` unless set.
    ///
    /// A member session needs `update.settings.oauth-tenant-jit-provisioning` on `stytch.organization`.
    pub oauth_tenant_jit_provisioning: Option<JitProvisioning>,
    /// Tenants at OAuth providers whose people may join by themselves. The keys are `slack`, `hubspot`
    /// and `github`, each with the list of its tenants' ids. Without it nobody joins this way.
    ///
    /// A member session needs `update.settings.allowed-oauth-tenants` on `stytch.organization`.
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
    /// Email domains that this organization has claimed as its own: people with an address there are
    /// kept to the organizations that claim it.
    pub claimed_email_domains: Option<Vec<String>>,
}

impl UpdateRequest {
    /// A request with what is required; the methods below add the rest.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>) -> Self {
        Self {
            organization_id: organization_id.into(),
            organization_name: None,
            sso_default_connection_id: None,
            sso_jit_provisioning_allowed_connections: None,
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
            claimed_email_domains: None,
        }
    }

    /// What people call the organization, 1 to 128 characters.
    #[must_use]
    pub fn organization_name(mut self, organization_name: impl Into<String>) -> Self {
        self.organization_name = Some(organization_name.into());
        self
    }

    /// The SSO connection to use where several are active and none is named.
    #[must_use]
    pub fn sso_default_connection_id(
        mut self,
        sso_default_connection_id: impl Into<ConnectionId>,
    ) -> Self {
        self.sso_default_connection_id = Some(sso_default_connection_id.into());
        self
    }

    /// The SSO connections through which newcomers may join while `sso_jit_provisioning` is
    /// `RESTRICTED`.
    #[must_use]
    pub fn sso_jit_provisioning_allowed_connections(
        mut self,
        sso_jit_provisioning_allowed_connections: impl IntoIterator<Item = impl Into<ConnectionId>>,
    ) -> Self {
        self.sso_jit_provisioning_allowed_connections =
            Some(list(sso_jit_provisioning_allowed_connections));
        self
    }

    /// Short name for use in URLs, unique in the project: 2 to 128 characters out of letters, digits,
    /// `-`, `.`, `_` and `~`.
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

    /// Email domains that this organization has claimed as its own: people with an address there are
    /// kept to the organizations that claim it.
    #[must_use]
    pub fn claimed_email_domains(
        mut self,
        claimed_email_domains: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.claimed_email_domains = Some(list(claimed_email_domains));
        self
    }
}

#[doc(hidden)]
impl Body for UpdateRequest {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("organization_name", &self.organization_name);
        fields.add("sso_default_connection_id", &self.sso_default_connection_id);
        fields.add(
            "sso_jit_provisioning_allowed_connections",
            &self.sso_jit_provisioning_allowed_connections,
        );
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
        fields.add("claimed_email_domains", &self.claimed_email_domains);
    }
}

stytch_core::sent!(UpdateRequest);

/// What [`Organizations::update`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct UpdateResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The organization with its settings.
    pub organization: Organization,
}

#[doc(hidden)]
impl Object for UpdateResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "organization" => self.organization.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(UpdateResponse);

/// What [`Organizations::delete`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct DeleteRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
}

impl DeleteRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>) -> Self {
        Self {
            organization_id: organization_id.into(),
        }
    }
}

/// What [`Organizations::delete`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DeleteResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The organization that is gone.
    pub organization_id: OrganizationId,
}

#[doc(hidden)]
impl Object for DeleteResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "organization_id" => self.organization_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DeleteResponse);

/// What [`Organizations::delete_external_id`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct DeleteExternalIdRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
}

impl DeleteExternalIdRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>) -> Self {
        Self {
            organization_id: organization_id.into(),
        }
    }
}

/// What [`Organizations::delete_external_id`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct DeleteExternalIdResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The organization with its settings.
    pub organization: Organization,
}

#[doc(hidden)]
impl Object for DeleteExternalIdResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "organization" => self.organization.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(DeleteExternalIdResponse);

/// What [`Organizations::search`] takes.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct SearchRequest {
    /// Where to go on: `next_cursor` of the page before. Leave it out for the first page.
    pub cursor: Option<String>,
    /// Most results on one page, at most 1000; 100 unless set.
    pub limit: Option<u32>,
    /// Conditions that an organization has to meet; all organizations unless set.
    pub query: Option<SearchQuery>,
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

    /// Conditions that an organization has to meet; all organizations unless set.
    #[must_use]
    pub fn query(mut self, query: SearchQuery) -> Self {
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

/// What [`Organizations::search`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct SearchResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// One page of the organizations found.
    pub organizations: Vec<Organization>,
    /// Number of results, and where the next page starts.
    pub results_metadata: ResultsMetadata,
}

#[doc(hidden)]
impl Object for SearchResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "organizations" => self.organizations.slot(),
            "results_metadata" => self.results_metadata.slot(),
            _ => return None,
        })
    }
}

#[doc(hidden)]
impl Page for SearchResponse {
    type Item = Organization;
    fn next_cursor(&self) -> Option<&str> {
        self.results_metadata.next_cursor.as_deref()
    }

    fn into_items(self) -> Vec<Organization> {
        self.organizations
    }
}

stytch_core::received!(SearchResponse);

/// What [`Organizations::metrics`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct MetricsRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
}

impl MetricsRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>) -> Self {
        Self {
            organization_id: organization_id.into(),
        }
    }
}

/// What [`Organizations::metrics`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct MetricsResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// How many members the organization has.
    pub member_count: u32,
}

#[doc(hidden)]
impl Object for MetricsResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "member_count" => self.member_count.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(MetricsResponse);

/// What [`Organizations::connected_apps`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct ConnectedAppsRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
}

impl ConnectedAppsRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(organization_id: impl Into<OrganizationId>) -> Self {
        Self {
            organization_id: organization_id.into(),
        }
    }
}

/// What [`Organizations::connected_apps`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ConnectedAppsResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The apps in use;
    /// [`organizations().get_connected_app`](crate::organizations::Organizations::get_connected_app)
    /// tells by whom.
    pub connected_apps: Vec<OrganizationConnectedApp>,
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

/// What [`Organizations::get_connected_app`] takes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct GetConnectedAppRequest {
    /// The organization that the call is about.
    pub organization_id: OrganizationId,
    /// The connected app that the call is about.
    pub connected_app_id: ConnectedAppId,
}

impl GetConnectedAppRequest {
    /// A request with all that it needs.
    #[must_use]
    pub fn new(
        organization_id: impl Into<OrganizationId>,
        connected_app_id: impl Into<ConnectedAppId>,
    ) -> Self {
        Self {
            organization_id: organization_id.into(),
            connected_app_id: connected_app_id.into(),
        }
    }
}

/// What [`Organizations::get_connected_app`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct GetConnectedAppResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// Id of the connected app; its OAuth `client_id`.
    pub connected_app_id: ConnectedAppId,
    /// Name of the connected app, as users see it when they give their consent.
    pub name: String,
    /// What the connected app is and does, for people to read.
    pub description: String,
    /// Who makes the app, and whether it can keep a secret.
    pub client_type: ClientType,
    /// Address of the logo of a connected app, if it has one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub logo_url: Option<String>,
    /// The members who use the app, with the scopes that each granted it.
    pub active_members: Vec<OrganizationConnectedAppActiveMember>,
}

#[doc(hidden)]
impl Object for GetConnectedAppResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "connected_app_id" => self.connected_app_id.slot(),
            "name" => self.name.slot(),
            "description" => self.description.slot(),
            "client_type" => self.client_type.slot(),
            "logo_url" => self.logo_url.slot(),
            "active_members" => self.active_members.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(GetConnectedAppResponse);

/// Whether something is open without limits, to a list, or not at all.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum AccessPolicy {
    /// `ALL_ALLOWED`: Open to all.
    AllAllowed,
    /// `RESTRICTED`: Open only to what the list beside the setting names; the list must not be empty.
    Restricted,
    /// `NOT_ALLOWED`: Closed.
    NotAllowed,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl AccessPolicy {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::AllAllowed => "ALL_ALLOWED",
            Self::Restricted => "RESTRICTED",
            Self::NotAllowed => "NOT_ALLOWED",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for AccessPolicy {
    fn from(value: &str) -> Self {
        match value {
            "ALL_ALLOWED" => Self::AllAllowed,
            "RESTRICTED" => Self::Restricted,
            "NOT_ALLOWED" => Self::NotAllowed,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(AccessPolicy);

/// The SCIM connection in use, in brief;
/// [`scim().connection().get`](crate::scim::connection::Connection::get) tells the rest.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ActiveScimConnection {
    /// Id of the SCIM connection.
    pub connection_id: ScimConnectionId,
    /// Name of the connection, for the people who administer it.
    pub display_name: String,
    /// Last four characters of the bearer token in force, to recognize it by.
    pub bearer_token_last_four: String,
    /// When the bearer token stops being accepted; replace it before then with
    /// [`scim().connection().rotate_start`](crate::scim::connection::Connection::rotate_start).
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub bearer_token_expires_at: Option<Timestamp>,
}

#[doc(hidden)]
impl Object for ActiveScimConnection {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "connection_id" => self.connection_id.slot(),
            "display_name" => self.display_name.slot(),
            "bearer_token_last_four" => self.bearer_token_last_four.slot(),
            "bearer_token_expires_at" => self.bearer_token_expires_at.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ActiveScimConnection);

/// An SSO connection through which members can log in, in brief;
/// [`sso().get_connections`](crate::sso::Sso::get_connections) tells the rest.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ActiveSsoConnection {
    /// Id of the SSO connection.
    pub connection_id: ConnectionId,
    /// Name of the connection, for the people who administer it.
    pub display_name: String,
    /// The product at the other end, so that its peculiarities can be taken care of; `generic` for any
    /// that is not listed.
    pub identity_provider: sso::IdentityProvider,
}

#[doc(hidden)]
impl Object for ActiveSsoConnection {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "connection_id" => self.connection_id.slot(),
            "display_name" => self.display_name.slot(),
            "identity_provider" => self.identity_provider.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ActiveSsoConnection);

/// A way to log in, as the first factor.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum AuthMethod {
    /// `sso`: Single sign-on over one of the organization's connections.
    Sso,
    /// `magic_link`: A link sent by email.
    MagicLink,
    /// `email_otp`: A passcode sent by email.
    EmailOtp,
    /// `password`: A password.
    Password,
    /// `google_oauth`: An account at Google.
    GoogleOauth,
    /// `microsoft_oauth`: An account at Microsoft.
    MicrosoftOauth,
    /// `slack_oauth`: An account at Slack.
    SlackOauth,
    /// `github_oauth`: An account at GitHub.
    GithubOauth,
    /// `hubspot_oauth`: An account at HubSpot.
    HubspotOauth,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl AuthMethod {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Sso => "sso",
            Self::MagicLink => "magic_link",
            Self::EmailOtp => "email_otp",
            Self::Password => "password",
            Self::GoogleOauth => "google_oauth",
            Self::MicrosoftOauth => "microsoft_oauth",
            Self::SlackOauth => "slack_oauth",
            Self::GithubOauth => "github_oauth",
            Self::HubspotOauth => "hubspot_oauth",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for AuthMethod {
    fn from(value: &str) -> Self {
        match value {
            "sso" => Self::Sso,
            "magic_link" => Self::MagicLink,
            "email_otp" => Self::EmailOtp,
            "password" => Self::Password,
            "google_oauth" => Self::GoogleOauth,
            "microsoft_oauth" => Self::MicrosoftOauth,
            "slack_oauth" => Self::SlackOauth,
            "github_oauth" => Self::GithubOauth,
            "hubspot_oauth" => Self::HubspotOauth,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(AuthMethod);

/// A role that exists in one organization only.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct CustomRole {
    /// Name of the role within the organization, as it stands in `roles` of a member.
    pub role_id: String,
    /// What the role is for, in the words of whoever made it.
    pub description: String,
    /// What members with the role may do.
    pub permissions: Vec<CustomRolePermission>,
}

#[doc(hidden)]
impl Object for CustomRole {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "role_id" => self.role_id.slot(),
            "description" => self.description.slot(),
            "permissions" => self.permissions.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(CustomRole);

/// The actions that a custom role allows on one resource.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct CustomRolePermission {
    /// Resource of the project's RBAC policy, such as `documents` or `stytch.member`.
    pub resource_id: String,
    /// Actions allowed on the resource; `*` stands for every one.
    pub actions: Vec<String>,
}

#[doc(hidden)]
impl Object for CustomRolePermission {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "resource_id" => self.resource_id.slot(),
            "actions" => self.actions.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(CustomRolePermission);

/// A role that every member with an email address at one domain holds.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct EmailImplicitRoleAssignment {
    /// The part of the address after the `@`, such as `acme.example`.
    pub domain: String,
    /// A role of the RBAC policy: one of your own, or the predefined `stytch_member` or `stytch_admin`.
    pub role_id: String,
}

impl EmailImplicitRoleAssignment {
    /// A value with all that it needs.
    #[must_use]
    pub fn new(domain: impl Into<String>, role_id: impl Into<String>) -> Self {
        Self {
            domain: domain.into(),
            role_id: role_id.into(),
        }
    }
}

#[doc(hidden)]
impl Body for EmailImplicitRoleAssignment {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("domain", &self.domain);
        fields.add("role_id", &self.role_id);
    }
}

#[doc(hidden)]
impl Object for EmailImplicitRoleAssignment {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "domain" => self.domain.slot(),
            "role_id" => self.role_id.slot(),
            _ => return None,
        })
    }
}

stytch_core::sent!(EmailImplicitRoleAssignment);

stytch_core::received!(EmailImplicitRoleAssignment);

/// Whether newcomers become members by logging in, which is called just-in-time provisioning.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum JitProvisioning {
    /// `RESTRICTED`: Those whom the list beside the setting covers; the list must not be empty.
    Restricted,
    /// `NOT_ALLOWED`: Nobody; members have to be invited or created.
    NotAllowed,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl JitProvisioning {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Restricted => "RESTRICTED",
            Self::NotAllowed => "NOT_ALLOWED",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for JitProvisioning {
    fn from(value: &str) -> Self {
        match value {
            "RESTRICTED" => Self::Restricted,
            "NOT_ALLOWED" => Self::NotAllowed,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(JitProvisioning);

/// A person's account in one organization.
///
/// Somebody who belongs to several organizations is a member of each, with an id, roles and login
/// methods of their own there.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct Member {
    /// Organization that the member belongs to.
    pub organization_id: OrganizationId,
    /// Names the member for good, whatever becomes of the email address.
    pub member_id: MemberId,
    /// Address that the member logs in with; no two members of an organization share one.
    pub email_address: String,
    /// Whether the member is active, still to come, or deleted.
    pub status: MemberStatus,
    /// The member's name, for people to read; empty if nobody gave one.
    pub name: String,
    /// Accounts at SSO connections that the member has logged in with.
    pub sso_registrations: Vec<SsoRegistration>,
    /// Whether the member may log in past the organization's restrictions on methods. Meant for
    /// emergencies, for instance when the identity provider is down.
    pub is_breakglass: bool,
    /// The member's password, for
    /// [`organizations().members().delete_password`](crate::organizations::members::Members::delete_password);
    /// empty without one.
    pub member_password_id: MemberPasswordId,
    /// Accounts at OAuth providers that the member has logged in with.
    pub oauth_registrations: Vec<OauthRegistration>,
    /// Whether the member has proven that the email address is theirs.
    pub email_address_verified: bool,
    /// Whether the member has proven, with a passcode, that the phone number is theirs.
    pub mfa_phone_number_verified: bool,
    /// Whether the member has the role `stytch_admin`. Whoever founds an organization through
    /// [`discovery().organizations().create`](crate::discovery::organizations::Organizations::create)
    /// gets it.
    pub is_admin: bool,
    /// The member's registration of an authenticator app; empty without one.
    pub totp_registration_id: TotpId,
    /// Addresses that the member used to have. Nobody else in the organization can take one before
    /// [`organizations().members().unlink_retired_email`](crate::organizations::members::Members::unlink_retired_email)
    /// sets it free.
    pub retired_email_addresses: Vec<RetiredEmail>,
    /// Whether logging in is blocked for a while, after too many failed attempts in a row. Unless the
    /// dashboard says otherwise, 10 attempts (1 to 100) lock for an hour (5 minutes to 7 days).
    pub is_locked: bool,
    /// Whether the member owes a second factor at every login, even where the `mfa_policy` of the
    /// organization does not ask for one.
    pub mfa_enrolled: bool,
    /// Phone number that passcodes go to, in E.164 format; empty without one.
    pub mfa_phone_number: String,
    /// The second factor to use for a member who has several.
    pub default_mfa_method: MfaMethod,
    /// Everything that gives the member permissions, given directly or held by circumstance.
    pub roles: Vec<MemberRole>,
    /// Data of your own that only your backend can change.
    pub trusted_metadata: JsonObject,
    /// Data of your own that people may also change themselves by way of a frontend SDK; do not rely on
    /// it.
    pub untrusted_metadata: JsonObject,
    /// When the member was created.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub created_at: Option<Timestamp>,
    /// When something about the member last changed.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub updated_at: Option<Timestamp>,
    /// The member's record at the identity provider, if the member came over SCIM.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub scim_registration: Option<ScimRegistration>,
    /// Your own id for the member, if you gave one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub external_id: Option<String>,
    /// Since when the member is locked out; missing unless `is_locked`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub lock_created_at: Option<Timestamp>,
    /// Until when the member is locked out; missing unless `is_locked`.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub lock_expires_at: Option<Timestamp>,
}

#[doc(hidden)]
impl Object for Member {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "organization_id" => self.organization_id.slot(),
            "member_id" => self.member_id.slot(),
            "email_address" => self.email_address.slot(),
            "status" => self.status.slot(),
            "name" => self.name.slot(),
            "sso_registrations" => self.sso_registrations.slot(),
            "is_breakglass" => self.is_breakglass.slot(),
            "member_password_id" => self.member_password_id.slot(),
            "oauth_registrations" => self.oauth_registrations.slot(),
            "email_address_verified" => self.email_address_verified.slot(),
            "mfa_phone_number_verified" => self.mfa_phone_number_verified.slot(),
            "is_admin" => self.is_admin.slot(),
            "totp_registration_id" => self.totp_registration_id.slot(),
            "retired_email_addresses" => self.retired_email_addresses.slot(),
            "is_locked" => self.is_locked.slot(),
            "mfa_enrolled" => self.mfa_enrolled.slot(),
            "mfa_phone_number" => self.mfa_phone_number.slot(),
            "default_mfa_method" => self.default_mfa_method.slot(),
            "roles" => self.roles.slot(),
            "trusted_metadata" => self.trusted_metadata.slot(),
            "untrusted_metadata" => self.untrusted_metadata.slot(),
            "created_at" => self.created_at.slot(),
            "updated_at" => self.updated_at.slot(),
            "scim_registration" => self.scim_registration.slot(),
            "external_id" => self.external_id.slot(),
            "lock_created_at" => self.lock_created_at.slot(),
            "lock_expires_at" => self.lock_expires_at.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(Member);

/// A role that a member holds, and why.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct MemberRole {
    /// A role of the RBAC policy: one of your own, or the predefined `stytch_member` or `stytch_admin`.
    pub role_id: String,
    /// Every reason for which the member holds the role; it goes away with the last of them.
    pub sources: Vec<MemberRoleSource>,
}

#[doc(hidden)]
impl Object for MemberRole {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "role_id" => self.role_id.slot(),
            "sources" => self.sources.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(MemberRole);

/// One reason for which a member holds a role.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct MemberRoleSource {
    /// What kind of reason it is, and with that what `details` holds.
    pub r#type: RoleSourceType,
    /// Where exactly the role comes from: the email domain for `email_assignment`, `connection_id` for
    /// `sso_connection`, `connection_id` and `group` for `sso_connection_group`, `connection_id` and
    /// `group_id` for `scim_connection_group`, and nothing for `direct_assignment`.
    pub details: JsonObject,
}

#[doc(hidden)]
impl Object for MemberRoleSource {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "type" => self.r#type.slot(),
            "details" => self.details.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(MemberRoleSource);

/// Where a member stands between invitation and deletion.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum MemberStatus {
    /// `pending`: Created, but has never logged in; magic links arrive in the email template for
    /// signing up.
    Pending,
    /// `invited`: Invited by email, and has not accepted yet.
    Invited,
    /// `active`: A member in full.
    Active,
    /// `deleted`: Deleted, and shown only where you ask for it.
    /// [`organizations().members().reactivate`](crate::organizations::members::Members::reactivate)
    /// brings the member back.
    Deleted,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl MemberStatus {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Pending => "pending",
            Self::Invited => "invited",
            Self::Active => "active",
            Self::Deleted => "deleted",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for MemberStatus {
    fn from(value: &str) -> Self {
        match value {
            "pending" => Self::Pending,
            "invited" => Self::Invited,
            "active" => Self::Active,
            "deleted" => Self::Deleted,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(MemberStatus);

/// Whether the ways of proving who one is are limited.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum MethodPolicy {
    /// `ALL_ALLOWED`: Every method counts.
    AllAllowed,
    /// `RESTRICTED`: Only the methods in the list beside the setting count; the list must not be empty.
    Restricted,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl MethodPolicy {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::AllAllowed => "ALL_ALLOWED",
            Self::Restricted => "RESTRICTED",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for MethodPolicy {
    fn from(value: &str) -> Self {
        match value {
            "ALL_ALLOWED" => Self::AllAllowed,
            "RESTRICTED" => Self::Restricted,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(MethodPolicy);

/// A second factor.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum MfaMethod {
    /// `sms_otp`: A passcode sent by text message.
    SmsOtp,
    /// `totp`: A code of an authenticator app.
    Totp,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl MfaMethod {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::SmsOtp => "sms_otp",
            Self::Totp => "totp",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for MfaMethod {
    fn from(value: &str) -> Self {
        match value {
            "sms_otp" => Self::SmsOtp,
            "totp" => Self::Totp,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(MfaMethod);

/// Who has to present a second factor when logging in.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum MfaPolicy {
    /// `REQUIRED_FOR_ALL`: Every member, at every login.
    RequiredForAll,
    /// `OPTIONAL`: Only members whose `mfa_enrolled` is set.
    Optional,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl MfaPolicy {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::RequiredForAll => "REQUIRED_FOR_ALL",
            Self::Optional => "OPTIONAL",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for MfaPolicy {
    fn from(value: &str) -> Self {
        match value {
            "REQUIRED_FOR_ALL" => Self::RequiredForAll,
            "OPTIONAL" => Self::Optional,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(MfaPolicy);

/// An account at an OAuth provider that a member has logged in with.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct OauthRegistration {
    /// The OAuth provider that holds the account, such as Google, Microsoft or GitHub.
    pub provider_type: String,
    /// Identifies the account at the OAuth provider; the `sub` of OpenID Connect.
    pub provider_subject: String,
    /// Names the link between member and account.
    pub member_oauth_registration_id: OauthRegistrationId,
    /// Address of the picture that the person has at the provider, if the provider shares it.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub profile_picture_url: Option<String>,
    /// Language that the person has chosen at the provider, if the provider shares it.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub locale: Option<String>,
}

#[doc(hidden)]
impl Object for OauthRegistration {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "provider_type" => self.provider_type.slot(),
            "provider_subject" => self.provider_subject.slot(),
            "member_oauth_registration_id" => self.member_oauth_registration_id.slot(),
            "profile_picture_url" => self.profile_picture_url.slot(),
            "locale" => self.locale.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(OauthRegistration);

/// A tenant of your app: who may join it, how its members log in, which apps they may connect.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct Organization {
    /// Names the organization for good, however its name and slug change.
    pub organization_id: OrganizationId,
    /// What people call the organization, 1 to 128 characters.
    pub organization_name: String,
    /// Short name for use in URLs, unique in the project: 2 to 128 characters out of letters, digits,
    /// `-`, `.`, `_` and `~`. It works wherever a request takes an organization id.
    pub organization_slug: String,
    /// Address of an image with the organization's logo.
    pub organization_logo_url: String,
    /// Data of your own that only your backend can change.
    pub trusted_metadata: JsonObject,
    /// Your own id for the organization, which works wherever a request takes an organization id: at
    /// most 128 characters out of letters, digits, `.`, `_`, `-` and `|`, unique in the project.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub organization_external_id: Option<String>,
    /// Whether newcomers become members by logging in over SSO: through any active connection (the
    /// default), through those in `sso_jit_provisioning_allowed_connections`, or not at all.
    pub sso_jit_provisioning: AccessPolicy,
    /// Email domains whose people can be invited or may join by themselves, as far as `email_invites`
    /// and `email_jit_provisioning` are `RESTRICTED`. Domains where anyone gets an address, such as
    /// `gmail.com`, are refused.
    pub email_allowed_domains: Vec<String>,
    /// Whether people with a verified address at one of `email_allowed_domains` become members by
    /// logging in with an email magic link or OAuth; `NOT_ALLOWED` unless set.
    pub email_jit_provisioning: JitProvisioning,
    /// Who can be invited by email: anyone, only addresses at `email_allowed_domains`, or nobody. A new
    /// organization starts with `ALL_ALLOWED` if none of its authentication settings is given,
    /// otherwise with `NOT_ALLOWED`.
    pub email_invites: AccessPolicy,
    /// Whether members log in by any method, the default, or only by `allowed_auth_methods`. Members
    /// with `is_breakglass` are exempt.
    pub auth_methods: MethodPolicy,
    /// The methods left to members while `auth_methods` is `RESTRICTED`.
    pub allowed_auth_methods: Vec<AuthMethod>,
    /// Who owes a second factor at login; `OPTIONAL` unless set. Sessions that exist when it changes
    /// stay valid.
    pub mfa_policy: MfaPolicy,
    /// Roles that members hold by the domain of their email address, however they log in.
    pub rbac_email_implicit_role_assignments: Vec<EmailImplicitRoleAssignment>,
    /// Whether every kind of second factor counts, the default, or only `allowed_mfa_methods`. Members
    /// with `is_breakglass` are exempt.
    pub mfa_methods: MethodPolicy,
    /// The second factors that count while `mfa_methods` is `RESTRICTED`.
    pub allowed_mfa_methods: Vec<MfaMethod>,
    /// Whether people who belong to one of `allowed_oauth_tenants` become members by logging in with
    /// OAuth; `NOT_ALLOWED` unless set.
    pub oauth_tenant_jit_provisioning: JitProvisioning,
    /// Tenants at OAuth providers whose people may join by themselves. The keys are `slack`, `hubspot`
    /// and `github`, each with the list of its tenants' ids. Without it nobody joins this way.
    pub allowed_oauth_tenants: JsonObject,
    /// Which first-party connected apps of the project members may use: all (the default), those in
    /// `allowed_first_party_connected_apps`, or none.
    pub first_party_connected_apps_allowed_type: AccessPolicy,
    /// The first-party apps left to members while `first_party_connected_apps_allowed_type` is
    /// `RESTRICTED`.
    pub allowed_first_party_connected_apps: Vec<ConnectedAppId>,
    /// Which third-party connected apps of the project members may use: all (the default), those in
    /// `allowed_third_party_connected_apps`, or none.
    pub third_party_connected_apps_allowed_type: AccessPolicy,
    /// The third-party apps left to members while `third_party_connected_apps_allowed_type` is
    /// `RESTRICTED`.
    pub allowed_third_party_connected_apps: Vec<ConnectedAppId>,
    /// The SSO connections through which newcomers may join while `sso_jit_provisioning` is
    /// `RESTRICTED`.
    pub sso_jit_provisioning_allowed_connections: Vec<ConnectionId>,
    /// The SSO connections, SAML or OIDC, through which members can log in now.
    pub sso_active_connections: Vec<ActiveSsoConnection>,
    /// Email domains that this organization has claimed as its own: people with an address there are
    /// kept to the organizations that claim it.
    pub claimed_email_domains: Vec<String>,
    /// Roles that exist in this organization only, beside those of the project; see
    /// [`rbac().organizations().set_org_policy`](crate::rbac::organizations::Organizations::set_org_policy).
    pub custom_roles: Vec<CustomRole>,
    /// When the organization came into being.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub created_at: Option<Timestamp>,
    /// When something about the organization last changed.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub updated_at: Option<Timestamp>,
    /// The SSO connection to use where several are active and none is named.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub sso_default_connection_id: Option<ConnectionId>,
    /// The SCIM connection over which an identity provider manages the members, if there is one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub scim_active_connection: Option<ActiveScimConnection>,
}

#[doc(hidden)]
impl Object for Organization {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "organization_id" => self.organization_id.slot(),
            "organization_name" => self.organization_name.slot(),
            "organization_slug" => self.organization_slug.slot(),
            "organization_logo_url" => self.organization_logo_url.slot(),
            "trusted_metadata" => self.trusted_metadata.slot(),
            "organization_external_id" => self.organization_external_id.slot(),
            "sso_jit_provisioning" => self.sso_jit_provisioning.slot(),
            "email_allowed_domains" => self.email_allowed_domains.slot(),
            "email_jit_provisioning" => self.email_jit_provisioning.slot(),
            "email_invites" => self.email_invites.slot(),
            "auth_methods" => self.auth_methods.slot(),
            "allowed_auth_methods" => self.allowed_auth_methods.slot(),
            "mfa_policy" => self.mfa_policy.slot(),
            "rbac_email_implicit_role_assignments" => {
                self.rbac_email_implicit_role_assignments.slot()
            }
            "mfa_methods" => self.mfa_methods.slot(),
            "allowed_mfa_methods" => self.allowed_mfa_methods.slot(),
            "oauth_tenant_jit_provisioning" => self.oauth_tenant_jit_provisioning.slot(),
            "allowed_oauth_tenants" => self.allowed_oauth_tenants.slot(),
            "first_party_connected_apps_allowed_type" => {
                self.first_party_connected_apps_allowed_type.slot()
            }
            "allowed_first_party_connected_apps" => self.allowed_first_party_connected_apps.slot(),
            "third_party_connected_apps_allowed_type" => {
                self.third_party_connected_apps_allowed_type.slot()
            }
            "allowed_third_party_connected_apps" => self.allowed_third_party_connected_apps.slot(),
            "sso_jit_provisioning_allowed_connections" => {
                self.sso_jit_provisioning_allowed_connections.slot()
            }
            "sso_active_connections" => self.sso_active_connections.slot(),
            "claimed_email_domains" => self.claimed_email_domains.slot(),
            "custom_roles" => self.custom_roles.slot(),
            "created_at" => self.created_at.slot(),
            "updated_at" => self.updated_at.slot(),
            "sso_default_connection_id" => self.sso_default_connection_id.slot(),
            "scim_active_connection" => self.scim_active_connection.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(Organization);

/// A connected app that at least one member of an organization uses.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct OrganizationConnectedApp {
    /// Id of the connected app; its OAuth `client_id`.
    pub connected_app_id: ConnectedAppId,
    /// Name of the connected app, as users see it when they give their consent.
    pub name: String,
    /// What the connected app is and does, for people to read.
    pub description: String,
    /// Who makes the app, and whether it can keep a secret.
    pub client_type: ClientType,
    /// Address of the logo of a connected app, if it has one.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub logo_url: Option<String>,
}

#[doc(hidden)]
impl Object for OrganizationConnectedApp {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "connected_app_id" => self.connected_app_id.slot(),
            "name" => self.name.slot(),
            "description" => self.description.slot(),
            "client_type" => self.client_type.slot(),
            "logo_url" => self.logo_url.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(OrganizationConnectedApp);

/// A member who uses a connected app, and what the app may do for them.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct OrganizationConnectedAppActiveMember {
    /// The member who authorized the app.
    pub member_id: MemberId,
    /// Scopes that the member granted when last authorizing the app.
    pub granted_scopes: Vec<String>,
}

#[doc(hidden)]
impl Object for OrganizationConnectedAppActiveMember {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "member_id" => self.member_id.slot(),
            "granted_scopes" => self.granted_scopes.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(OrganizationConnectedAppActiveMember);

/// One condition of an organization search.
///
/// The fuzzy ones look for a part of the text, of at least three characters.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum OrganizationFilter {
    /// The id is one of these; for slugs there is `organization_slugs`.
    OrganizationIds(Vec<OrganizationId>),
    /// The slug is one of these.
    OrganizationSlugs(Vec<String>),
    /// The name resembles this.
    OrganizationNameFuzzy(String),
    /// The slug resembles this.
    OrganizationSlugFuzzy(String),
    /// A member has one of these email addresses.
    MemberEmails(Vec<String>),
    /// A member has an email address that resembles this.
    MemberEmailFuzzy(String),
    /// One of these domains is among the `email_allowed_domains`.
    AllowedDomains(Vec<String>),
    /// A domain that resembles this is among the `email_allowed_domains`.
    AllowedDomainFuzzy(String),
    /// The organization has claimed one of these email domains.
    ClaimedEmailDomains(Vec<String>),
    /// Whether members can log in over an SSO connection, be it SAML, OIDC or external.
    HasActiveSsoConnection(bool),
    /// The organization has this SSO connection, be it SAML, OIDC or external.
    SsoConnectionId(ConnectionId),
    /// A condition that is newer than this crate.
    Other {
        /// Its name.
        filter_name: String,
        /// Its value.
        filter_value: Value,
    },
}

impl OrganizationFilter {
    /// The id is one of these; for slugs there is `organization_slugs`.
    #[must_use]
    pub fn organization_ids(value: impl IntoIterator<Item = impl Into<OrganizationId>>) -> Self {
        Self::OrganizationIds(list(value))
    }

    /// The slug is one of these.
    #[must_use]
    pub fn organization_slugs(value: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::OrganizationSlugs(list(value))
    }

    /// The name resembles this.
    #[must_use]
    pub fn organization_name_fuzzy(value: impl Into<String>) -> Self {
        Self::OrganizationNameFuzzy(value.into())
    }

    /// The slug resembles this.
    #[must_use]
    pub fn organization_slug_fuzzy(value: impl Into<String>) -> Self {
        Self::OrganizationSlugFuzzy(value.into())
    }

    /// A member has one of these email addresses.
    #[must_use]
    pub fn member_emails(value: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::MemberEmails(list(value))
    }

    /// A member has an email address that resembles this.
    #[must_use]
    pub fn member_email_fuzzy(value: impl Into<String>) -> Self {
        Self::MemberEmailFuzzy(value.into())
    }

    /// One of these domains is among the `email_allowed_domains`.
    #[must_use]
    pub fn allowed_domains(value: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::AllowedDomains(list(value))
    }

    /// A domain that resembles this is among the `email_allowed_domains`.
    #[must_use]
    pub fn allowed_domain_fuzzy(value: impl Into<String>) -> Self {
        Self::AllowedDomainFuzzy(value.into())
    }

    /// The organization has claimed one of these email domains.
    #[must_use]
    pub fn claimed_email_domains(value: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::ClaimedEmailDomains(list(value))
    }

    /// Whether members can log in over an SSO connection, be it SAML, OIDC or external.
    #[must_use]
    pub fn has_active_sso_connection(value: bool) -> Self {
        Self::HasActiveSsoConnection(value)
    }

    /// The organization has this SSO connection, be it SAML, OIDC or external.
    #[must_use]
    pub fn sso_connection_id(value: impl Into<ConnectionId>) -> Self {
        Self::SsoConnectionId(value.into())
    }
}

#[doc(hidden)]
impl Body for OrganizationFilter {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        let (name, value): (&str, &dyn Write) = match self {
            Self::OrganizationIds(value) => ("organization_ids", value),
            Self::OrganizationSlugs(value) => ("organization_slugs", value),
            Self::OrganizationNameFuzzy(value) => ("organization_name_fuzzy", value),
            Self::OrganizationSlugFuzzy(value) => ("organization_slug_fuzzy", value),
            Self::MemberEmails(value) => ("member_emails", value),
            Self::MemberEmailFuzzy(value) => ("member_email_fuzzy", value),
            Self::AllowedDomains(value) => ("allowed_domains", value),
            Self::AllowedDomainFuzzy(value) => ("allowed_domain_fuzzy", value),
            Self::ClaimedEmailDomains(value) => ("claimed_email_domains", value),
            Self::HasActiveSsoConnection(value) => ("has_active_sso_connection", value),
            Self::SsoConnectionId(value) => ("sso_connection_id", value),
            Self::Other {
                filter_name,
                filter_value,
            } => (filter_name, filter_value),
        };
        fields.filter(name, value);
    }
}

#[cfg(feature = "deserialize")]
impl<'de> Deserialize<'de> for OrganizationFilter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let operand = Operand::deserialize(deserializer)?;
        let known = match operand.filter_name.as_str() {
            "organization_ids" => operand.value().map(Self::OrganizationIds),
            "organization_slugs" => operand.value().map(Self::OrganizationSlugs),
            "organization_name_fuzzy" => operand.value().map(Self::OrganizationNameFuzzy),
            "organization_slug_fuzzy" => operand.value().map(Self::OrganizationSlugFuzzy),
            "member_emails" => operand.value().map(Self::MemberEmails),
            "member_email_fuzzy" => operand.value().map(Self::MemberEmailFuzzy),
            "allowed_domains" => operand.value().map(Self::AllowedDomains),
            "allowed_domain_fuzzy" => operand.value().map(Self::AllowedDomainFuzzy),
            "claimed_email_domains" => operand.value().map(Self::ClaimedEmailDomains),
            "has_active_sso_connection" => operand.value().map(Self::HasActiveSsoConnection),
            "sso_connection_id" => operand.value().map(Self::SsoConnectionId),
            _ => None,
        };
        Ok(known.unwrap_or(Self::Other {
            filter_name: operand.filter_name,
            filter_value: operand.filter_value,
        }))
    }
}

stytch_core::sent!(OrganizationFilter);

/// An email address that a member used to have.
///
/// An address is retired when an update gives the member another one, or when an OAuth, SAML or
/// OIDC login brings a new one along.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct RetiredEmail {
    /// Names the address in
    /// [`organizations().members().unlink_retired_email`](crate::organizations::members::Members::unlink_retired_email).
    pub email_id: EmailId,
    /// The former address, still reserved for this member.
    pub email_address: String,
}

#[doc(hidden)]
impl Object for RetiredEmail {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "email_id" => self.email_id.slot(),
            "email_address" => self.email_address.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(RetiredEmail);

/// What gives a member a role.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum RoleSourceType {
    /// `direct_assignment`: Your app or an administrator: the role stands in `roles` of the member,
    /// which [`organizations().members().update`](crate::organizations::members::Members::update)
    /// replaces.
    DirectAssignment,
    /// `email_assignment`: The domain of the member's email address, by
    /// `rbac_email_implicit_role_assignments` of the organization, whichever way the member logs in.
    EmailAssignment,
    /// `sso_connection`: An account at a SAML connection, by
    /// `saml_connection_implicit_role_assignments` of
    /// [`sso().saml().update_connection`](crate::sso::saml::Saml::update_connection). The role only
    /// counts in sessions that have a factor of this connection.
    SsoConnection,
    /// `sso_connection_group`: A group at the identity provider of a SAML connection, by
    /// `saml_group_implicit_role_assignments` of
    /// [`sso().saml().update_connection`](crate::sso::saml::Saml::update_connection). The role only
    /// counts in sessions that have a factor of this connection.
    SsoConnectionGroup,
    /// `scim_connection_group`: A group that came over SCIM, by `scim_group_implicit_role_assignments`
    /// of [`scim().connection().update`](crate::scim::connection::Connection::update).
    ScimConnectionGroup,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl RoleSourceType {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::DirectAssignment => "direct_assignment",
            Self::EmailAssignment => "email_assignment",
            Self::SsoConnection => "sso_connection",
            Self::SsoConnectionGroup => "sso_connection_group",
            Self::ScimConnectionGroup => "scim_connection_group",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for RoleSourceType {
    fn from(value: &str) -> Self {
        match value {
            "direct_assignment" => Self::DirectAssignment,
            "email_assignment" => Self::EmailAssignment,
            "sso_connection" => Self::SsoConnection,
            "sso_connection_group" => Self::SsoConnectionGroup,
            "scim_connection_group" => Self::ScimConnectionGroup,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(RoleSourceType);

/// A member's record at an identity provider that manages the organization over SCIM.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ScimRegistration {
    /// SCIM connection over which the record came.
    pub connection_id: ScimConnectionId,
    /// Names the link between member and record.
    pub registration_id: ScimRegistrationId,
    /// The member's id at the identity provider.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub external_id: Option<String>,
    /// The record as the identity provider keeps it.
    #[cfg_attr(feature = "serialize", serde(skip_serializing_if = "Option::is_none"))]
    pub scim_attributes: Option<ScimAttributes>,
}

#[doc(hidden)]
impl Object for ScimRegistration {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "connection_id" => self.connection_id.slot(),
            "registration_id" => self.registration_id.slot(),
            "external_id" => self.external_id.slot(),
            "scim_attributes" => self.scim_attributes.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ScimRegistration);

/// The conditions of an organization search.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "deserialize", derive(Deserialize))]
#[cfg_attr(feature = "deserialize", serde(deny_unknown_fields))]
#[non_exhaustive]
pub struct SearchQuery {
    /// How the operands combine; `AND` in all new code.
    pub operator: SearchOperator,
    /// The conditions; without any, every organization matches.
    pub operands: Vec<OrganizationFilter>,
}

impl SearchQuery {
    /// A value with all that it needs.
    #[must_use]
    pub fn new(
        operator: impl Into<SearchOperator>,
        operands: impl IntoIterator<Item = OrganizationFilter>,
    ) -> Self {
        Self {
            operator: operator.into(),
            operands: list(operands),
        }
    }
}

#[doc(hidden)]
impl Body for SearchQuery {
    fn fields<'a>(&'a self, fields: &mut Fields<'a>) {
        fields.add("operator", &self.operator);
        fields.add("operands", &self.operands);
    }
}

stytch_core::sent!(SearchQuery);

/// An account at the identity provider of an SSO connection that a member has logged in with.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct SsoRegistration {
    /// SSO connection over which the member logged in.
    pub connection_id: ConnectionId,
    /// The member's id at the identity provider.
    pub external_id: String,
    /// Names the link between member and account.
    pub registration_id: SsoRegistrationId,
    /// What the identity provider said about the member, under the names of its own choosing.
    pub sso_attributes: JsonObject,
}

#[doc(hidden)]
impl Object for SsoRegistration {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "connection_id" => self.connection_id.slot(),
            "external_id" => self.external_id.slot(),
            "registration_id" => self.registration_id.slot(),
            "sso_attributes" => self.sso_attributes.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(SsoRegistration);

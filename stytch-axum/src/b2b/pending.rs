//! What a login still waits for.

use form_urlencoded::Serializer;
use stytch_b2b::mfa::MfaRequired;
use stytch_b2b::organizations::{AuthMethod, Member, Organization};
use stytch_b2b::sessions::PrimaryRequired;
use stytch_b2b::{MemberId, OrganizationId};
use stytch_core::Secret;

use crate::web::fields::{Fields, Odd};

/// A login that waits for one more factor: whose, where, and which. It ends ten minutes after it began.
///
/// The browser keeps it in a cookie beside the intermediate session. It is not signed: the service
/// decides whose the intermediate session is, and whoever changes the cookie changes no more than the
/// page that they see.
#[derive(Clone, Debug, PartialEq)]
pub struct Pending {
    organization_id: OrganizationId,
    organization_slug: String,
    member_id: MemberId,
    waits_for: WaitsFor,
    token: Secret,
}

#[derive(Clone, Debug, PartialEq)]
enum WaitsFor {
    First(Vec<AuthMethod>),
    Second(SecondFactors),
}

#[derive(Clone, Debug, Default, PartialEq)]
struct SecondFactors {
    has_app: bool,
    phone_ending: Option<String>,
    code_sent: bool,
}

const NAMES: &[&str] = &["o", "s", "m", "first", "app", "phone", "sent"];

impl Pending {
    pub(super) fn primary(
        member: &Member,
        organization: &Organization,
        required: PrimaryRequired,
        token: Secret,
    ) -> Self {
        let methods = required.allowed_auth_methods;
        Self::new(member, organization, WaitsFor::First(methods), token)
    }

    pub(super) fn mfa(
        member: &Member,
        organization: &Organization,
        required: &MfaRequired,
        token: Secret,
    ) -> Self {
        let options = required.member_options.as_ref();
        let phone = options.map(|options| &*options.mfa_phone_number);
        let factors = SecondFactors {
            has_app: options
                .is_some_and(|options| !options.totp_registration_id.as_str().is_empty()),
            phone_ending: phone.filter(|phone| !phone.is_empty()).map(ending),
            code_sent: required.secondary_auth_initiated.is_some(),
        };
        Self::new(member, organization, WaitsFor::Second(factors), token)
    }

    fn new(
        member: &Member,
        organization: &Organization,
        waits_for: WaitsFor,
        token: Secret,
    ) -> Self {
        Self {
            organization_id: organization.organization_id.clone(),
            organization_slug: organization.organization_slug.clone(),
            member_id: member.member_id.clone(),
            waits_for,
            token,
        }
    }

    /// Where the person is about to log in.
    #[must_use]
    pub fn organization_id(&self) -> &OrganizationId {
        &self.organization_id
    }

    /// Where the person is about to log in, as it stands in addresses.
    #[must_use]
    pub fn organization_slug(&self) -> &str {
        &self.organization_slug
    }

    /// Who is about to log in.
    #[must_use]
    pub fn member_id(&self) -> &MemberId {
        &self.member_id
    }

    /// What has been proven so far, for calls of the app's own.
    #[must_use]
    pub fn intermediate_session_token(&self) -> &Secret {
        &self.token
    }

    /// The first factors that the organization takes; empty if it is a second one that is due.
    #[must_use]
    pub fn allowed_auth_methods(&self) -> &[AuthMethod] {
        match &self.waits_for {
            WaitsFor::First(methods) => methods,
            WaitsFor::Second(_) => &[],
        }
    }

    /// Whether a second factor is due.
    #[must_use]
    pub fn is_mfa(&self) -> bool {
        matches!(self.waits_for, WaitsFor::Second(_))
    }

    /// Whether a second factor is due and the member has none: first comes an authenticator app or a
    /// phone number.
    #[must_use]
    pub fn must_enroll(&self) -> bool {
        self.second()
            .is_some_and(|factors| !factors.has_app && factors.phone_ending.is_none())
    }

    /// Whether the member has an authenticator app.
    #[must_use]
    pub fn has_authenticator_app(&self) -> bool {
        self.second().is_some_and(|factors| factors.has_app)
    }

    /// The last digits of the number that codes go to.
    #[must_use]
    pub fn phone_ending(&self) -> Option<&str> {
        self.second()?.phone_ending.as_deref()
    }

    /// Whether a code is on its way to the phone.
    #[must_use]
    pub fn code_sent(&self) -> bool {
        self.second().is_some_and(|factors| factors.code_sent)
    }

    fn second(&self) -> Option<&SecondFactors> {
        match &self.waits_for {
            WaitsFor::Second(factors) => Some(factors),
            WaitsFor::First(_) => None,
        }
    }

    /// The same after a code was sent to a number, which may be a new one.
    pub(super) fn with_code_sent(mut self, phone: Option<&str>) -> Self {
        if let WaitsFor::Second(factors) = &mut self.waits_for {
            factors.code_sent = true;
            if let Some(phone) = phone.filter(|phone| !phone.is_empty()) {
                factors.phone_ending = Some(ending(phone));
            }
        }
        self
    }

    /// The same as a cookie beside that of the token.
    pub(super) fn to_cookie(&self) -> Secret {
        let mut out = Serializer::new(String::new());
        out.append_pair("o", self.organization_id.as_str());
        out.append_pair("s", &self.organization_slug);
        out.append_pair("m", self.member_id.as_str());
        match &self.waits_for {
            WaitsFor::First(methods) => {
                let methods: Vec<_> = methods.iter().map(AuthMethod::as_str).collect();
                out.append_pair("first", &methods.join(" "));
            }
            WaitsFor::Second(factors) => {
                if factors.has_app {
                    out.append_pair("app", "1");
                }
                if let Some(phone) = &factors.phone_ending {
                    out.append_pair("phone", phone);
                }
                if factors.code_sent {
                    out.append_pair("sent", "1");
                }
            }
        }
        out.finish().into()
    }

    pub(super) fn from_cookie(cookie: &str, token: Secret) -> Result<Self, Odd> {
        let mut fields = Fields::parse(cookie.as_bytes(), NAMES)?;
        Ok(Self {
            organization_id: (&*fields.required("o")?).into(),
            organization_slug: fields.required("s")?.into_owned(),
            member_id: (&*fields.required("m")?).into(),
            waits_for: match fields.take("first") {
                Some(methods) => {
                    WaitsFor::First(methods.split_whitespace().map(AuthMethod::from).collect())
                }
                None => WaitsFor::Second(SecondFactors {
                    has_app: fields.take("app").is_some(),
                    phone_ending: fields.take("phone").map(|phone| ending(&phone)),
                    code_sent: fields.take("sent").is_some(),
                }),
            },
            token,
        })
    }
}

/// Enough of a number to know one's own.
fn ending(phone: &str) -> String {
    let start = phone.chars().count().saturating_sub(4);
    phone.chars().skip(start).collect()
}

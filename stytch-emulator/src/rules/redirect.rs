//! Where links lead: to this machine, or to addresses that the project has registered.

use serde::{Deserialize, Serialize};
use url::{Host, Url};

use super::settings::Settings;
use crate::refusal::Refusal;

/// What refuses an address that is not registered for links in mails.
pub(crate) const MAGIC_LINK: &str = "no_match_for_provided_magic_link_url";
/// The same for logins at OAuth providers.
pub(crate) const OAUTH: &str = "no_match_for_provided_oauth_url";
/// The same for logins with SSO.
pub(crate) const SSO: &str = "no_match_for_provided_sso_url";

/// An address that a project has registered, as in the vendor's dashboard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RedirectUrl {
    pub(crate) url: String,
    /// What may lead there; everything, unless something is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) valid_types: Vec<ValidType>,
}

/// Something that may lead to an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ValidType {
    #[serde(rename = "type")]
    pub(crate) leads_from: UrlType,
    /// Whether it leads there if a request names no address.
    #[serde(default)]
    pub(crate) is_default: bool,
}

/// What leads people to an app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum UrlType {
    Login,
    Signup,
    Invite,
    ResetPassword,
    Discovery,
}

impl UrlType {
    /// How an app is told of it in the query of its address.
    pub(crate) fn redirect_type(self) -> &'static str {
        match self {
            Self::Login | Self::Discovery => "login",
            Self::Signup => "signup",
            Self::Invite => "invite",
            Self::ResetPassword => "reset_password",
        }
    }

    /// How refusals call it.
    fn name(self) -> &'static str {
        match self {
            Self::Login => "login",
            Self::Signup => "signup",
            Self::Invite => "invite",
            Self::ResetPassword => "password_reset",
            Self::Discovery => "discovery",
        }
    }
}

/// The address to which something leads: the one that was asked for, or else the project's own.
///
/// # Errors
/// `invalid_…_redirect_url` for what is no address, or one that not everybody reads alike, `unregistered` for one that is neither on this machine
/// nor registered: the emulator must not send people into the world. `no_…_redirect_url` if there is none.
pub(crate) fn target(
    settings: &Settings,
    asked: Option<&str>,
    leads_from: UrlType,
    unregistered: &str,
) -> Result<String, Refusal> {
    let Some(asked) = asked.filter(|asked| !asked.is_empty()) else {
        return default(settings, leads_from);
    };
    let invalid = || Refusal::new(format!("invalid_{}_redirect_url", leads_from.name()).as_str());
    let url = Url::parse(asked).map_err(|_| invalid())?;
    if is_of_this_machine(&url) || is_registered(settings, &url, leads_from) {
        return match (is_ambiguous(asked, &url), asked.is_ascii()) {
            (true, _) => Err(invalid()),
            (false, true) => Ok(asked.to_owned()),
            // what no header can carry is encoded, and a host is written as it is looked up
            (false, false) => Ok(url.into()),
        };
    }
    let message =
        "The address is neither on this machine nor among the redirect_urls of the settings.";
    Err(Refusal::new(unregistered).because(message))
}

/// Whether others may read an address otherwise than browsers do: they skip line breaks, take backslashes for
/// slashes, and what stands before an `@` for a name.
fn is_ambiguous(asked: &str, url: &Url) -> bool {
    asked.contains(|c: char| c.is_whitespace() || c.is_control() || c == '\\')
        || !url.username().is_empty()
        || url.password().is_some()
}

/// Where something leads unless a request says so.
fn default(settings: &Settings, leads_from: UrlType) -> Result<String, Refusal> {
    let registered = settings.redirect_urls.iter().find(|registered| {
        let mut types = registered.valid_types.iter();
        types.any(|valid| valid.is_default && valid.leads_from == leads_from)
    });
    let url = registered.map_or(&settings.default_redirect_url, |registered| &registered.url);
    match url.is_empty() {
        true => Err(Refusal::new(
            format!("no_{}_redirect_url", leads_from.name()).as_str(),
        )),
        false => Ok(url.clone()),
    }
}

/// Whether an address is one of this machine, whatever its port.
pub(crate) fn is_of_this_machine(url: &Url) -> bool {
    let is_here = match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    is_here && matches!(url.scheme(), "http" | "https")
}

/// Whether an address is registered, to the last letter of path and query; `www.` makes no difference.
fn is_registered(settings: &Settings, url: &Url, leads_from: UrlType) -> bool {
    let comparable = |url: &Url| {
        let mut url = url.clone();
        let bare = url.host_str().and_then(|host| host.strip_prefix("www."));
        if let Some(bare) = bare.map(str::to_owned) {
            // a host that can't be set leaves the address as it is, which is compared as it is
            let _ = url.set_host(Some(&bare));
        }
        url
    };
    let wanted = comparable(url);
    let is_default = Url::parse(&settings.default_redirect_url);
    if is_default.is_ok_and(|known| comparable(&known) == wanted) {
        return true;
    }
    settings.redirect_urls.iter().any(|registered| {
        let mut types = registered.valid_types.iter();
        let leads_there =
            registered.valid_types.is_empty() || types.any(|valid| valid.leads_from == leads_from);
        let known = Url::parse(&registered.url);
        leads_there && known.is_ok_and(|known| comparable(&known) == wanted)
    })
}

/// An address with more in its query.
pub(crate) fn with_query(url: &str, pairs: &[(&str, &str)]) -> String {
    let (url, fragment) = match url.split_once('#') {
        Some((url, fragment)) => (url, format!("#{fragment}")),
        None => (url, String::new()),
    };
    let query: String = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish();
    let joint = if url.contains('?') { '&' } else { '?' };
    format!("{url}{joint}{query}{fragment}")
}

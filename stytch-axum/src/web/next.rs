//! Where a login leads back to.

use std::fmt;

use form_urlencoded::Serializer;

/// The longest address that is remembered.
const LONGEST: usize = 2048;

/// The parameter of the login page that carries the address.
const PARAMETER: &str = "next";

/// The address, if it can't lead anywhere but to this app: a path with, perhaps, a query. Browsers take
/// `//`, `/\` and, since they drop them, tabs and line breaks in between for the beginning of another
/// host.
///
/// ```
/// use stytch_axum::web::local;
///
/// assert_eq!(local("/settings?tab=2"), Some("/settings?tab=2"));
/// assert_eq!(local("https://evil.example"), None);
/// assert_eq!(local("//evil.example"), None);
/// ```
#[must_use]
pub fn local(next: &str) -> Option<&str> {
    let is_local = next.starts_with('/')
        && !next.starts_with("//")
        && next.len() <= LONGEST
        && next
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    is_local.then_some(next)
}

/// Where to go after a login: an address that is [`local`]. By default the root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next(String);

impl Next {
    /// The address, if it is local.
    #[must_use]
    pub fn parse(address: &str) -> Option<Self> {
        local(address).map(|address| Self(address.to_owned()))
    }

    /// The parameter `next` of a query string; `None` if there is none, or more than one, or it is not
    /// local.
    #[must_use]
    pub fn of_query(query: &str) -> Option<Self> {
        let mut given =
            form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name == PARAMETER);
        let (_, next) = given.next()?;
        if given.next().is_some() {
            return None;
        }
        Self::parse(&next)
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The page, with this address as its parameter `next`.
    ///
    /// ```
    /// use stytch_axum::web::Next;
    ///
    /// let next = Next::parse("/settings?tab=2").unwrap_or_default();
    /// assert_eq!(next.behind("/login"), "/login?next=%2Fsettings%3Ftab%3D2");
    /// ```
    #[must_use]
    pub fn behind(&self, page: &str) -> String {
        let mut address = String::from(page);
        address.push(if page.contains('?') { '&' } else { '?' });
        let start = address.len();
        Serializer::for_suffix(&mut address, start).append_pair(PARAMETER, &self.0);
        address
    }
}

impl Default for Next {
    fn default() -> Self {
        Self("/".to_owned())
    }
}

impl fmt::Display for Next {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn no_byte_between_the_slashes_makes_another_host_local() {
        for byte in 0..=u8::MAX {
            let sly = format!("/{}/evil.example", char::from(byte));
            let is_local = local(&sly).is_some();
            // a path of this app, whatever the browser drops or turns around
            let is_path = byte.is_ascii_graphic() && byte != b'/' && byte != b'\\';
            assert_eq!(is_local, is_path, "{byte:#x}");
        }
    }
}

//! Where a link leads in the end.

use crate::refusal::Refusal;

/// The address that the link of a mail leads to: one on this machine, whatever port it has.
///
/// # Errors
/// If the address is none, or leads elsewhere: the emulator must not send people into the world.
pub(crate) fn check(url: &str) -> Result<(), Refusal> {
    let rest = url
        .strip_prefix("http://")
        .or_else(|| url.strip_prefix("https://"));
    let host = rest
        .map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default())
        .map(|authority| match authority.strip_prefix('[') {
            Some(v6) => v6.split(']').next().unwrap_or_default(),
            None => authority.split(':').next().unwrap_or_default(),
        });
    match host {
        Some("localhost" | "127.0.0.1" | "::1") => Ok(()),
        Some(host) if host.ends_with(".localhost") => Ok(()),
        _ => Err(Refusal::new("no_match_for_provided_magic_link_url")
            .because("The emulator sends people to addresses on this machine alone.")),
    }
}

/// An address with more in its query.
pub(crate) fn with_query(url: &str, more: &[(&str, &str)]) -> String {
    let (url, fragment) = match url.split_once('#') {
        Some((url, fragment)) => (url, format!("#{fragment}")),
        None => (url, String::new()),
    };
    let query: String = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(more)
        .finish();
    let joint = if url.contains('?') { '&' } else { '?' };
    format!("{url}{joint}{query}{fragment}")
}

//! Where a request comes from: from a page of the emulator, or from elsewhere.

use http::{HeaderMap, HeaderName, header};

/// Whether a request that changes something comes from a page of the emulator, or from no page at all. A
/// browser says from where it comes; what says nothing is no browser, and has no page to be tricked by.
pub(crate) fn is_own(headers: &HeaderMap) -> bool {
    let site = HeaderName::from_static("sec-fetch-site");
    match (one(headers, &site), one(headers, &header::ORIGIN)) {
        (Found::Nothing, Found::Nothing) => true,
        (Found::One(site), _) => site == "same-origin",
        (Found::Nothing, Found::One(origin)) => {
            let Found::One(host) = one(headers, &header::HOST) else {
                return false;
            };
            origin
                .split_once("://")
                .is_some_and(|(_, authority)| authority.eq_ignore_ascii_case(host))
        }
        _ => false,
    }
}

enum Found<'h> {
    Nothing,
    One(&'h str),
    Odd,
}

fn one<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Found<'h> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (None, _) => Found::Nothing,
        (Some(value), None) => value.to_str().map_or(Found::Odd, Found::One),
        (Some(_), Some(_)) => Found::Odd,
    }
}

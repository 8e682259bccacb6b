//! The header that says when to come back.

use std::time::{Duration, SystemTime};

use http::{HeaderMap, header::RETRY_AFTER};

/// The longest wait that is passed on, a week: as long as the longest lock of a user. More than
/// that is a mistake of something on the way, and would overflow the clocks of apps that add it to
/// the time.
const LONGEST: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// Reads `Retry-After`: seconds, or a date (RFC 9110, section 10.2.3), and brings it down to a week
/// at most. A date in the past means at once. Anything else is as good as no header.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    parse(
        headers.get(RETRY_AFTER)?.to_str().ok()?.trim(),
        SystemTime::now(),
    )
}

fn parse(text: &str, now: SystemTime) -> Option<Duration> {
    let wait = if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // only too many digits don't fit
        text.parse().map_or(LONGEST, Duration::from_secs)
    } else {
        let date = httpdate::parse_http_date(text).ok()?;
        date.duration_since(now).unwrap_or_default()
    };
    Some(wait.min(LONGEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_seconds_and_dates() {
        let now = httpdate::parse_http_date("Fri, 01 Mar 2024 12:00:00 GMT").unwrap();
        for (text, seconds) in [
            ("0", Some(0)),
            ("120", Some(120)),
            ("604799", Some(604_799)),
            ("99999999999", Some(604_800)),
            ("99999999999999999999999", Some(604_800)),
            ("Fri, 01 Mar 2024 12:00:30 GMT", Some(30)),
            ("Friday, 01-Mar-24 12:00:30 GMT", Some(30)),
            ("Fri, 01 Mar 2024 11:00:00 GMT", Some(0)),
            ("Wed, 01 Mar 2034 12:00:00 GMT", Some(604_800)),
            ("", None),
            ("-1", None),
            ("1.5", None),
            ("soon", None),
        ] {
            assert_eq!(parse(text, now), seconds.map(Duration::from_secs), "{text}");
        }
    }
}

//! The header that says when to come back.

use std::time::{Duration, SystemTime};

use http::{HeaderMap, header::RETRY_AFTER};

/// Reads `Retry-After`: seconds, or a date. A date in the past means at once. Anything else is as
/// good as no header.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    parse(
        headers.get(RETRY_AFTER)?.to_str().ok()?.trim(),
        SystemTime::now(),
    )
}

fn parse(text: &str, now: SystemTime) -> Option<Duration> {
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // more seconds than fit are more than anyone waits
        return Some(Duration::from_secs(text.parse().unwrap_or(u64::MAX)));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    Some(date.duration_since(now).unwrap_or_default())
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
            ("99999999999999999999999", Some(u64::MAX)),
            ("Fri, 01 Mar 2024 12:00:30 GMT", Some(30)),
            ("Friday, 01-Mar-24 12:00:30 GMT", Some(30)),
            ("Fri, 01 Mar 2024 11:00:00 GMT", Some(0)),
            ("", None),
            ("-1", None),
            ("1.5", None),
            ("soon", None),
        ] {
            assert_eq!(parse(text, now), seconds.map(Duration::from_secs), "{text}");
        }
    }
}

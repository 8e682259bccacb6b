//! Points in time, independent of any date crate's version.

use std::{fmt, str::FromStr, time::SystemTime};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

mod convert;

/// A point in time, in UTC, with a resolution of one nanosecond.
///
/// It reads and prints the form of RFC 3339, as the API writes it: `2024-03-01T12:00:00Z`. Features
/// `chrono`, `time` and `jiff` convert from and to the types of these crates; the standard
/// library's [`SystemTime`] needs none.
///
/// ```
/// use stytch_core::Timestamp;
///
/// let expires: Timestamp = "2024-03-01T12:00:00.5Z".parse()?;
/// assert!(expires < Timestamp::now());
/// assert_eq!(expires.unix_seconds(), 1_709_294_400);
/// # Ok::<(), stytch_core::ParseTimestampError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp(jiff::Timestamp);

impl Timestamp {
    /// The clock of this machine, now.
    #[must_use]
    pub fn now() -> Self {
        Self(jiff::Timestamp::now())
    }

    /// The point that lies this many seconds after the start of 1970 in UTC (before it, when
    /// negative), as in the `exp` of a JWT. `None` outside the years -9999 to 9999.
    #[must_use]
    pub fn from_unix_seconds(seconds: i64) -> Option<Self> {
        jiff::Timestamp::from_second(seconds).ok().map(Self)
    }

    /// Whole seconds since the start of 1970 in UTC, rounded down.
    #[must_use]
    pub fn unix_seconds(self) -> i64 {
        // jiff rounds towards zero
        self.0.as_second() - i64::from(self.0.subsec_nanosecond() < 0)
    }

    /// The same point for the standard library.
    #[must_use]
    pub fn to_system_time(self) -> SystemTime {
        SystemTime::from(self.0)
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Timestamp({})", self.0)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl FromStr for Timestamp {
    type Err = ParseTimestampError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match whole_seconds(text) {
            Some(time) => Ok(Self(time)),
            None => text.parse().map(Self).map_err(|_| ParseTimestampError(())),
        }
    }
}

/// Reads the form in which nearly all times come, `2024-03-01T12:00:00Z`: a session's token holds
/// many of them, and the general parser takes several times as long. `None` leaves it to that one.
fn whole_seconds(text: &str) -> Option<jiff::Timestamp> {
    let &[
        y1,
        y2,
        y3,
        y4,
        b'-',
        m1,
        m2,
        b'-',
        d1,
        d2,
        b'T',
        h1,
        h2,
        b':',
        n1,
        n2,
        b':',
        s1,
        s2,
        b'Z',
    ] = text.as_bytes()
    else {
        return None;
    };
    let two = |tens: u8, ones: u8| {
        let digits = tens.is_ascii_digit() && ones.is_ascii_digit();
        // at most 99
        digits.then(|| {
            (tens - b'0')
                .wrapping_mul(10)
                .wrapping_add(ones - b'0')
                .cast_signed()
        })
    };
    let year = i16::from(two(y1, y2)?) * 100 + i16::from(two(y3, y4)?);
    let date = jiff::civil::Date::new(year, two(m1, m2)?, two(d1, d2)?).ok()?;
    let time = jiff::civil::Time::new(two(h1, h2)?, two(n1, n2)?, two(s1, s2)?, 0).ok()?;
    jiff::tz::Offset::UTC
        .to_timestamp(date.to_datetime(time))
        .ok()
}

/// The text is not a point in time in the form of RFC 3339, such as `2024-03-01T12:00:00Z`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseTimestampError(());

impl fmt::Display for ParseTimestampError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a timestamp in the form of RFC 3339, such as 2024-03-01T12:00:00Z")
    }
}

impl std::error::Error for ParseTimestampError {}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Visitor).and_then(|parsed| {
            parsed.ok_or_else(|| {
                de::Error::invalid_value(de::Unexpected::Str(""), &"an RFC 3339 timestamp")
            })
        })
    }
}

/// Reads text; `None` stands for an empty one, which the API writes for "no time".
pub(crate) struct Visitor;

impl de::Visitor<'_> for Visitor {
    type Value = Option<Timestamp>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an RFC 3339 timestamp")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        if text.is_empty() {
            return Ok(None);
        }
        text.parse()
            .map(Some)
            .map_err(|ParseTimestampError(())| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_nanoseconds_through_text() {
        for text in [
            "2024-03-01T12:00:00Z",
            "2024-03-01T12:00:00.123456789Z",
            "1960-01-01T00:00:00Z",
        ] {
            let time: Timestamp = text.parse().unwrap();
            assert_eq!(time.to_string(), text);
            assert_eq!(serde_json::to_string(&time).unwrap(), format!("\"{text}\""));
            assert_eq!(
                serde_json::from_str::<Timestamp>(&format!("\"{text}\"")).unwrap(),
                time
            );
        }
    }

    #[test]
    fn an_offset_is_turned_into_utc() {
        let time: Timestamp = "2024-03-01T13:30:00+01:30".parse().unwrap();
        assert_eq!(time.to_string(), "2024-03-01T12:00:00Z");
    }

    #[test]
    fn the_short_way_of_reading_agrees_with_the_long_one() {
        for text in [
            "0000-01-01T00:00:00Z",
            "1969-12-31T23:59:59Z",
            "1970-01-01T00:00:00Z",
            "2023-02-28T23:59:59Z",
            "2024-02-29T00:00:00Z",
            "9999-12-30T12:00:00Z",
        ] {
            let short = whole_seconds(text).unwrap();
            assert_eq!(Some(short), text.parse().ok(), "{text}");
        }
        for text in [
            "2023-02-29T00:00:00Z",
            "2024-00-01T00:00:00Z",
            "2024-13-01T00:00:00Z",
            "2024-01-00T00:00:00Z",
            "2024-01-32T00:00:00Z",
            "2024-01-01T24:00:00Z",
            "2024-01-01T00:60:00Z",
            "2024-01-01T00:00:60Z",
            "2024-01-01t00:00:00z",
            "2024-01-01 00:00:00Z",
            "+024-01-01T00:00:00Z",
            "2024-01-01T00:00:0Z",
            "2024-01-01T00:00:00.Z",
            "2024-01-01T00:00:0:Z",
            "2024-01-/1T00:00:00Z",
        ] {
            assert_eq!(whole_seconds(text), None, "{text}");
        }
    }

    #[test]
    fn other_text_is_refused_without_being_repeated() {
        for text in ["", "yesterday", "2024-13-01T00:00:00Z", "1709294400"] {
            let error = text.parse::<Timestamp>().unwrap_err().to_string();
            assert!(error.starts_with("not a timestamp"), "{error}");
            assert!(serde_json::from_str::<Timestamp>(&format!("\"{text}\"")).is_err());
        }
    }

    #[test]
    fn seconds_are_rounded_down() {
        assert_eq!(
            Timestamp::from_unix_seconds(0).unwrap().to_string(),
            "1970-01-01T00:00:00Z"
        );
        let before: Timestamp = "1969-12-31T23:59:58.5Z".parse().unwrap();
        assert_eq!(before.unix_seconds(), -2);
        assert_eq!(Timestamp::from_unix_seconds(i64::MAX), None);
    }

    #[test]
    fn orders_by_time() {
        let early = Timestamp::from_unix_seconds(1).unwrap();
        assert!(early < Timestamp::now());
    }
}

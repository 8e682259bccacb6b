//! Points in time, independent of any date crate's version.

use std::{
    fmt,
    str::FromStr,
    time::{Duration, SystemTime},
};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error as _, Unexpected},
};

use crate::wire;

mod convert;

/// A point in time, in UTC, with a resolution of one nanosecond.
///
/// It reads and prints the form of RFC 3339, as the API writes it: `2024-03-01T12:00:00Z`. Features
/// `chrono`, `time` and `jiff` convert from and to the types of these crates; the standard
/// library's [`SystemTime`] needs none.
///
/// ```
/// # use stytch_core::Timestamp;
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

    /// The point that lies this much later. `None` after the year 9999.
    ///
    /// ```
    /// # use stytch_core::Timestamp;
    /// use std::time::Duration;
    ///
    /// let begun: Timestamp = "2024-03-01T12:00:00Z".parse()?;
    /// let ends = begun.checked_add(Duration::from_secs(60 * 60));
    /// assert_eq!(ends, Some("2024-03-01T13:00:00Z".parse()?));
    /// # Ok::<(), stytch_core::ParseTimestampError>(())
    /// ```
    #[must_use]
    pub fn checked_add(self, duration: Duration) -> Option<Self> {
        self.0.checked_add(duration).ok().map(Self)
    }

    /// The point that lies this much earlier. `None` before the year -9999.
    #[must_use]
    pub fn checked_sub(self, duration: Duration) -> Option<Self> {
        self.0.checked_sub(duration).ok().map(Self)
    }

    /// How much later this is than `earlier`, zero if both are the same. `None` if it is before that: of
    /// the end of a session and now, that the session is over.
    ///
    /// ```
    /// # use stytch_core::Timestamp;
    /// # fn left(expires_at: Timestamp) -> Option<std::time::Duration> {
    /// expires_at.checked_duration_since(Timestamp::now())
    /// # }
    /// ```
    #[must_use]
    pub fn checked_duration_since(self, earlier: Self) -> Option<Duration> {
        Duration::try_from(self.0.duration_since(earlier.0)).ok()
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
    const FORM: &[u8; 20] = b"0000-00-00T00:00:00Z";

    let text: &[u8; 20] = text.as_bytes().try_into().ok()?;
    let fits = |(byte, form): (&u8, &u8)| match form {
        b'0' => byte.is_ascii_digit(),
        form => byte == form,
    };
    if !text.iter().zip(FORM).all(fits) {
        return None;
    }
    let number = |digits: &[u8]| {
        let digits = digits.iter().map(|digit| i16::from(digit - b'0'));
        digits.fold(0, |number, digit| number * 10 + digit)
    };
    let two = |at: usize| i8::try_from(number(text.get(at..at + 2)?)).ok();
    let year = number(text.get(..4)?);
    let date = jiff::civil::Date::new(year, two(5)?, two(8)?).ok()?;
    let time = jiff::civil::Time::new(two(11)?, two(14)?, two(17)?, 0).ok()?;
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
        // the text itself stays out of the error
        let misfit = |_| D::Error::invalid_value(Unexpected::Str(""), &"an RFC 3339 timestamp");
        wire::string(deserializer)?.parse().map_err(misfit)
    }
}

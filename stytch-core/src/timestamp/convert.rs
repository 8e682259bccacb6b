//! Conversions from and to the types of other libraries.

use std::time::SystemTime;

use super::Timestamp;

impl From<Timestamp> for SystemTime {
    fn from(time: Timestamp) -> Self {
        time.to_system_time()
    }
}

/// A time outside the years -9999 to 9999 becomes the nearest one inside.
impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        Self(time.try_into().unwrap_or(if time < SystemTime::UNIX_EPOCH {
            jiff::Timestamp::MIN
        } else {
            jiff::Timestamp::MAX
        }))
    }
}

#[cfg(feature = "jiff")]
impl From<jiff::Timestamp> for Timestamp {
    fn from(time: jiff::Timestamp) -> Self {
        Self(time)
    }
}

#[cfg(feature = "jiff")]
impl From<Timestamp> for jiff::Timestamp {
    fn from(time: Timestamp) -> Self {
        time.0
    }
}

#[cfg(feature = "chrono")]
impl From<Timestamp> for chrono::DateTime<chrono::Utc> {
    fn from(time: Timestamp) -> Self {
        // every time that fits into a `Timestamp` fits into chrono's much wider range
        let nanos = time.0.as_nanosecond().rem_euclid(1_000_000_000);
        Self::from_timestamp(
            time.unix_seconds(),
            u32::try_from(nanos).unwrap_or_default(),
        )
        .unwrap_or_default()
    }
}

/// A time outside the years -9999 to 9999 becomes the nearest one inside.
#[cfg(feature = "chrono")]
impl<Z: chrono::TimeZone> From<chrono::DateTime<Z>> for Timestamp {
    fn from(time: chrono::DateTime<Z>) -> Self {
        let nanos = i128::from(time.timestamp()) * 1_000_000_000
            + i128::from(time.timestamp_subsec_nanos());
        Self::nearest(nanos)
    }
}

#[cfg(feature = "time")]
impl From<Timestamp> for time::OffsetDateTime {
    fn from(time: Timestamp) -> Self {
        // both types end in the years -9999 and 9999, ours a day earlier
        Self::from_unix_timestamp_nanos(time.0.as_nanosecond()).unwrap_or(Self::UNIX_EPOCH)
    }
}

/// A time in the last day of the year 9999 or the first of -9999 becomes the nearest one that fits.
#[cfg(feature = "time")]
impl From<time::OffsetDateTime> for Timestamp {
    fn from(time: time::OffsetDateTime) -> Self {
        Self::nearest(time.unix_timestamp_nanos())
    }
}

#[cfg(any(feature = "chrono", feature = "time"))]
impl Timestamp {
    fn nearest(nanoseconds: i128) -> Self {
        Self(
            jiff::Timestamp::from_nanosecond(nanoseconds).unwrap_or(if nanoseconds < 0 {
                jiff::Timestamp::MIN
            } else {
                jiff::Timestamp::MAX
            }),
        )
    }
}

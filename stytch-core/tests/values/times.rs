//! Points in time, and their conversions.

use std::time::{Duration, SystemTime};

use stytch_core::Timestamp;

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
    fn agrees(text: &str) {
        let read = text.parse::<Timestamp>().ok();
        let expected = text.parse::<jiff::Timestamp>().ok();
        assert_eq!(
            read.map(|time| time.to_string()),
            expected.map(|time| time.to_string()),
            "{text}"
        );
    }

    for text in [
        "0000-01-01T00:00:00Z",
        "1969-12-31T23:59:59Z",
        "1970-01-01T00:00:00Z",
        "2023-02-28T23:59:59Z",
        "2024-02-29T00:00:00Z",
        "9999-12-30T12:00:00Z",
    ] {
        assert!(text.parse::<Timestamp>().is_ok(), "{text}");
        agrees(text);
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
        agrees(text);
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

const TIMES: [&str; 3] = [
    "2024-03-01T12:00:00.123456789Z",
    "1969-12-31T23:59:58.5Z",
    "1970-01-01T00:00:00Z",
];

#[test]
fn the_standard_library_and_back() {
    for text in TIMES {
        let time: Timestamp = text.parse().unwrap();
        assert_eq!(Timestamp::from(SystemTime::from(time)), time);
    }
}

#[test]
fn counts_with_durations_and_stops_where_there_are_no_times() {
    let time = |text: &str| text.parse::<Timestamp>().unwrap();
    let (noon, later) = (time("2024-03-01T12:00:00Z"), time("2024-03-01T12:00:01.5Z"));
    let between = Duration::from_millis(1500);
    assert_eq!(noon.checked_add(between), Some(later));
    assert_eq!(later.checked_sub(between), Some(noon));
    assert_eq!(later.checked_duration_since(noon), Some(between));
    assert_eq!(noon.checked_duration_since(noon), Some(Duration::ZERO));
    assert_eq!(noon.checked_duration_since(later), None);
    assert_eq!(noon.checked_add(Duration::MAX), None);
    assert_eq!(noon.checked_sub(Duration::MAX), None);
    let (first, last) = (jiff::Timestamp::MIN, jiff::Timestamp::MAX);
    let (first, last) = (time(&first.to_string()), time(&last.to_string()));
    assert_eq!(last.checked_add(Duration::from_nanos(1)), None);
    assert_eq!(first.checked_sub(Duration::from_nanos(1)), None);
    let all = last.checked_duration_since(first);
    assert!(all.is_some_and(|all| first.checked_add(all) == Some(last)));
}

#[cfg(feature = "jiff")]
#[test]
fn jiff_and_back() {
    for text in TIMES {
        let time: Timestamp = text.parse().unwrap();
        assert_eq!(jiff::Timestamp::from(time).to_string(), text);
        assert_eq!(Timestamp::from(jiff::Timestamp::from(time)), time);
    }
}

#[cfg(feature = "chrono")]
#[test]
fn chrono_and_back() {
    for text in TIMES {
        let time: Timestamp = text.parse().unwrap();
        let other = chrono::DateTime::<chrono::Utc>::from(time);
        assert_eq!(
            other,
            text.parse::<chrono::DateTime<chrono::Utc>>().unwrap()
        );
        assert_eq!(Timestamp::from(other), time);
    }
    let last = Timestamp::from(chrono::DateTime::<chrono::Utc>::MAX_UTC);
    assert_eq!(last.to_string(), jiff::Timestamp::MAX.to_string());
}

#[cfg(feature = "time")]
#[test]
fn time_and_back() {
    for text in TIMES {
        let time: Timestamp = text.parse().unwrap();
        let other = time::OffsetDateTime::from(time);
        assert_eq!(other.unix_timestamp(), time.unix_seconds());
        assert_eq!(Timestamp::from(other), time);
    }
    for end in [jiff::Timestamp::MIN, jiff::Timestamp::MAX] {
        let end: Timestamp = end.to_string().parse().unwrap();
        assert_eq!(Timestamp::from(time::OffsetDateTime::from(end)), end);
    }
}

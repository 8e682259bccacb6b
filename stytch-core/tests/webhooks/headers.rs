//! One complete set of headers, each once.

use super::*;

#[test]
fn each_header_has_to_be_there() {
    for prefix in ["svix", "webhook"] {
        for name in ["id", "timestamp", "signature"] {
            let mut headers = vector(prefix);
            let name = format!("{prefix}-{name}");
            headers.remove(&name);
            match refusal(&headers) {
                Some(Error::MissingHeader(missing)) => assert_eq!(missing, name),
                other => panic!("{other:?}"),
            }
        }
    }
    let none = refusal(&HeaderMap::new());
    assert_eq!(none, Some(Error::MissingHeader("svix-id")));
}

#[test]
fn sets_are_not_mixed() {
    let (svix, standard) = (vector("svix"), vector("webhook"));
    for name in ["id", "timestamp", "signature"] {
        // one of the other set in the place of its own, and beside a whole set
        let (own, other) = (format!("svix-{name}"), format!("webhook-{name}"));
        let mut headers = svix.clone();
        let moved = headers.remove(&own).unwrap();
        headers.insert(http::HeaderName::try_from(&other).unwrap(), moved.clone());
        assert_eq!(refusal(&headers), Some(Error::MixedHeaders), "{name}");
        headers.insert(http::HeaderName::try_from(&own).unwrap(), moved);
        assert_eq!(refusal(&headers), Some(Error::MixedHeaders), "{name}");
    }
    let mut both = svix;
    both.extend(standard);
    assert_eq!(refusal(&both), Some(Error::MixedHeaders));
}

#[test]
fn a_header_that_comes_twice_is_refused_even_with_the_same_value() {
    for name in ["svix-id", "svix-timestamp", "svix-signature"] {
        let mut headers = vector("svix");
        let again = headers[name].clone();
        headers.append(name, again);
        assert_eq!(refusal(&headers), Some(Error::RepeatedHeader(name)));
    }
}

#[test]
fn a_header_without_a_value_of_its_kind_is_refused() {
    let long = "x".repeat(257);
    let signatures = format!("{SIGNATURE} ").repeat(30);
    for (name, value) in [
        ("svix-id", ""),
        ("svix-id", " "),
        ("svix-id", "msg_1.1614265330"),
        ("svix-id", &long),
        ("svix-timestamp", ""),
        ("svix-timestamp", "now"),
        ("svix-timestamp", "+1614265330"),
        ("svix-timestamp", "-1614265330"),
        ("svix-timestamp", "1614265330.0"),
        ("svix-timestamp", "1614265330000"),
        ("svix-timestamp", "2021-02-25T15:02:10Z"),
        ("svix-signature", ""),
        ("svix-signature", &signatures),
    ] {
        let refused = refusal(&with(name, value));
        assert_eq!(refused, Some(Error::InvalidHeader(name)), "{value}");
    }
}

#[test]
fn a_header_that_is_no_ascii_is_refused() {
    for name in ["svix-id", "svix-timestamp", "svix-signature"] {
        for value in [&b"\xff\xfe"[..], "msg_\u{fc}".as_bytes()] {
            let mut headers = vector("svix");
            headers.insert(name, HeaderValue::from_bytes(value).unwrap());
            assert_eq!(refusal(&headers), Some(Error::InvalidHeader(name)));
        }
    }
}

//! What is signed, by whom, and when.

use std::time::Duration;

use super::*;

#[test]
fn the_vector_of_the_specification_passes_under_both_names() {
    for prefix in ["svix", "webhook"] {
        let event = verifier().verify(&vector(prefix), BODY).unwrap();
        assert_eq!(event.body["test"], 2_432_232_314_u64, "{prefix}");
        assert_eq!(event.envelope.message_id, ID);
    }
}

#[test]
fn the_signer_signs_as_the_specification_has_it() {
    let (headers, body) = signer().event("direct.member.delete", "member-test-1", None);
    assert!(verifier().verify(&headers, &body).is_ok());
}

#[test]
fn a_body_that_was_changed_is_refused() {
    for body in [
        &br#"{"test": 2432232315}"#[..],
        br#"{"test":2432232314}"#,
        br#"{"test": 2432232314} "#,
        br#"{"test": 243223231"#,
        b"",
    ] {
        let refused = verifier().verify(&vector("svix"), body).unwrap_err();
        assert_eq!(refused, Error::WrongSignature);
    }
}

#[test]
fn another_id_or_time_is_refused() {
    let other = with("svix-id", "msg_p5jXN8AQM9LWM0D4loKWxJeK");
    assert_eq!(refusal(&other), Some(Error::WrongSignature));
    let other = with("svix-timestamp", "1614265331");
    assert_eq!(refusal(&other), Some(Error::WrongSignature));
    // the same number, but not what was signed
    let other = with("svix-timestamp", "01614265330");
    assert_eq!(refusal(&other), Some(Error::WrongSignature));
}

#[test]
fn a_message_passes_for_five_minutes_on_either_side_and_no_second_longer() {
    let at = |seconds: i64| {
        let now = stytch_core::Timestamp::from_unix_seconds(1_614_265_330 + seconds).unwrap();
        let verifier = verifier().clock(TestClock::at(now));
        verifier.verify(&vector("svix"), BODY).err()
    };
    for (offset, expected) in [
        (-301, Some(Error::TooNew)),
        (-300, None),
        (0, None),
        (300, None),
        (301, Some(Error::TooOld)),
        (86_400, Some(Error::TooOld)),
    ] {
        assert_eq!(at(offset), expected, "{offset}");
    }
}

#[test]
fn the_tolerance_can_be_another() {
    let clock = then();
    let verifier = verifier()
        .clock(clock.clone())
        .tolerance(Duration::from_secs(10));
    clock.advance(Duration::from_secs(10));
    assert!(verifier.verify(&vector("svix"), BODY).is_ok());
    clock.advance(Duration::from_secs(1));
    let refused = verifier.verify(&vector("svix"), BODY).unwrap_err();
    assert_eq!(refused, Error::TooOld);
}

#[test]
fn one_good_signature_among_several_is_enough() {
    let wrong = "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    for signatures in [
        format!("{wrong} {SIGNATURE}"),
        format!("{SIGNATURE} {wrong}"),
        format!("v1a,AAAA {SIGNATURE}"),
        format!("v2,whatever  {SIGNATURE}"),
    ] {
        assert_eq!(
            refusal(&with("svix-signature", &signatures)),
            None,
            "{signatures}"
        );
    }
}

#[test]
fn signatures_that_are_none_are_refused() {
    let bare = SIGNATURE.trim_start_matches("v1,");
    for (signature, expected) in [
        // empty, cut, in another alphabet, without padding, of the right length but wrong, in hexadecimal
        ("v1,".to_owned(), Error::WrongSignature),
        (SIGNATURE.chars().take(30).collect(), Error::WrongSignature),
        (
            SIGNATURE.replace('+', "-").replace('/', "_"),
            Error::WrongSignature,
        ),
        (
            SIGNATURE.trim_end_matches('=').to_owned(),
            Error::WrongSignature,
        ),
        (SIGNATURE.replace('g', "h"), Error::WrongSignature),
        (format!("{SIGNATURE}AAAA"), Error::WrongSignature),
        (format!("v1,{}", "00".repeat(32)), Error::WrongSignature),
        // another version, or none
        (format!("v2,{bare}"), Error::NoSignature),
        (format!("v1a,{bare}"), Error::NoSignature),
        (format!("V1,{bare}"), Error::NoSignature),
        (bare.to_owned(), Error::NoSignature),
        (",".to_owned(), Error::NoSignature),
        (SIGNATURE.replace(',', "="), Error::NoSignature),
    ] {
        let refused = refusal(&with("svix-signature", &signature));
        assert_eq!(refused, Some(expected), "{signature}");
    }
}

#[test]
fn a_body_is_looked_at_up_to_its_limit() {
    let large = |bytes: usize| format!("\"{}\"", "x".repeat(bytes - 2)).into_bytes();
    let verify = |verifier: &Verifier<Unknown>, body: &[u8]| {
        verifier.verify(&signer().sign(body), body).unwrap_err()
    };
    let default = verifier();
    let is_read = |error: Error| matches!(error, Error::InvalidBody(_));
    assert!(is_read(verify(&default, &large(256 * 1024))));
    assert_eq!(
        verify(&default, &large(256 * 1024 + 1)),
        Error::BodyTooLarge
    );
    let small = verifier().max_body_bytes(10);
    assert_eq!(small.body_limit(), 10);
    assert!(is_read(verify(&small, &large(10))));
    assert_eq!(verify(&small, &large(11)), Error::BodyTooLarge);
}

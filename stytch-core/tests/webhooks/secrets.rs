//! The secrets of an endpoint.

use stytch_core::Secret;
use stytch_core::webhooks::InvalidSecret;

use super::*;

fn new(secrets: &[&str]) -> Result<Verifier<Unknown>, InvalidSecret> {
    Verifier::new(secrets.iter().copied())
}

#[test]
fn a_secret_is_whsec_and_base64() {
    for (secret, expected) in [
        ("", InvalidSecret::Missing),
        ("whsec_", InvalidSecret::Missing),
        ("whsec_not base64", InvalidSecret::NotBase64),
        (
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS",
            InvalidSecret::NotBase64,
        ),
        (
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n",
            InvalidSecret::NotBase64,
        ),
        (
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa-_",
            InvalidSecret::NotBase64,
        ),
        (
            "whsec_whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            InvalidSecret::NotBase64,
        ),
        (
            "whpk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            InvalidSecret::NotBase64,
        ),
        ("whsec_AAAA", InvalidSecret::TooShort),
        (
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaQ=",
            InvalidSecret::TooShort,
        ),
    ] {
        assert_eq!(new(&[secret]).unwrap_err(), expected, "{secret}");
        // a good one beside it makes it no better
        assert_eq!(new(&[SECRET, secret]).unwrap_err(), expected, "{secret}");
    }
    assert_eq!(new(&[]).unwrap_err(), InvalidSecret::Missing);
}

#[test]
fn the_prefix_may_be_missing() {
    let secret = SECRET.trim_start_matches("whsec_");
    let verifier = new(&[secret]).unwrap().clock(then());
    assert!(verifier.verify(&vector("svix"), BODY).is_ok());
}

#[test]
fn each_secret_is_good_while_they_are_rotated() {
    let both = new(&[OTHER, SECRET]).unwrap().clock(then());
    assert!(both.verify(&vector("svix"), BODY).is_ok());
    let new_one = new(&[OTHER]).unwrap().clock(then());
    let refused = new_one.verify(&vector("svix"), BODY).unwrap_err();
    assert_eq!(refused, Error::WrongSignature);

    // the service signs with both for a while: whoever has either of them takes it
    let headers = signer().and_secret(OTHER).sign(BODY);
    assert!(new_one.verify(&headers, BODY).is_ok());
    assert!(verifier().verify(&headers, BODY).is_ok());
}

#[test]
fn secrets_are_not_shown() {
    let secret = Secret::from(SECRET);
    let verifier = Verifier::<Unknown>::new([&secret]).unwrap();
    let shown = format!("{verifier:?} {:?}", WebhookSigner::with_secret(&secret));
    assert!(
        !shown.contains("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
        "{shown}"
    );
    assert!(shown.contains("***"), "{shown}");
}

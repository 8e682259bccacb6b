//! Secrets keep what they hold.

use stytch_core::Secret;

#[test]
fn nothing_but_expose_shows_the_text() {
    let secret = Secret::from("hunter2");
    assert_eq!(format!("{secret:?} {secret:#?}"), "Secret(***) Secret(***)");
    assert_eq!(
        format!("{:?}", Some(vec![secret.clone()])),
        "Some([Secret(***)])"
    );
    assert_eq!(secret.expose(), "hunter2");
}

#[test]
fn compares_by_text() {
    let secret = Secret::from("abc");
    assert_eq!(secret, Secret::from(&secret));
    assert_eq!(secret, Secret::from(&String::from("abc")));
    assert_ne!(secret, Secret::from("abd"));
    assert_ne!(secret, Secret::from("abcd"));
    assert_ne!(secret, Secret::default());
    assert!(Secret::default().is_empty());
}

#[test]
fn travels_as_text() {
    let secret: Secret = serde_json::from_str("\"t\\u006fken\"").unwrap();
    assert_eq!(secret.expose(), "token");
    #[cfg(feature = "serialize")]
    assert_eq!(serde_json::to_string(&secret).unwrap(), "\"token\"");
}

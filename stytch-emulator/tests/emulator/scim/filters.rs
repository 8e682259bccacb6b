//! Conditions on users, and when they hold.

use reqwest::Method;
use serde_json::json;
use stytch_emulator::Emulator;

use super::directory::{Directory, ENTERPRISE, USER, denied};

#[tokio::test]
async fn conditions_hold_or_do_not() {
    let emulator = Emulator::start().await.unwrap();
    emulator
        .clock()
        .freeze("2026-01-02T03:04:05Z".parse().unwrap());
    let acme = Directory::of(&emulator, "Acme").await;
    let ada = json!({
        "schemas": [USER, ENTERPRISE],
        "userName": "Ada@Acme.com",
        "externalId": "00uA",
        "active": true,
        "name": { "familyName": "Lovelace" },
        "emails": [
            { "value": "ada@acme.com", "type": "work", "primary": true },
            { "value": "ada@home.org", "type": "home" },
        ],
        ENTERPRISE: { "department": "Engines" },
    });
    let (status, made) = acme.send(Method::POST, "Users", &ada).await;
    assert_eq!(status, 201, "{made}");
    for (text, expected) in [
        (r#"userName eq "ada@acme.com""#, true),
        (r#"USERNAME EQ "ada@acme.com""#, true),
        (r#"userName eq "ada@acme.co""#, false),
        // capitals matter in what the provider made up
        (r#"externalId eq "00uA""#, true),
        (r#"externalId eq "00ua""#, false),
        ("active eq true", true),
        (r#"active eq "True""#, true),
        ("active ne true", false),
        (r#"name.familyName sw "Love""#, true),
        (r#"emails co "home""#, true),
        (r#"emails.type eq "other""#, false),
        (r#"emails[type eq "work" and value ew "acme.com"]"#, true),
        (r#"emails[type eq "home" and primary eq true]"#, false),
        (r#"not (userName eq "ada@acme.com")"#, false),
        (r#"title pr or displayName pr"#, false),
        (r#"title eq null"#, true),
        (r#"userName eq "x" or active eq true and title pr"#, false),
        (r#"(userName eq "x" or active eq true) and name pr"#, true),
        (r#"meta.lastModified gt "2026-01-02T03:04:04Z""#, true),
        (r#"meta.lastModified lt "2026-01-02T04:04:05+01:00""#, false),
        (
            r#"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq "engines""#,
            true,
        ),
        (
            r#"urn:ietf:params:scim:schemas:core:2.0:User:userName pr"#,
            true,
        ),
        (r#"userName eq "a \" b""#, false),
    ] {
        let (number, _) = acme.find("Users", text).await;
        assert_eq!(number, u64::from(expected), "{text}");
    }
}

#[tokio::test]
async fn what_is_no_condition_is_refused() {
    let emulator = Emulator::start().await.unwrap();
    let acme = Directory::of(&emulator, "Acme").await;
    let deep = format!("{}active eq true{}", "(".repeat(40), ")".repeat(40));
    let long = format!(r#"userName eq "{}""#, "a".repeat(5000));
    for text in [
        "userName",
        "userName eq",
        r#"userName eq "open"#,
        r#"userName like "a""#,
        r#"password eq "a""#,
        r#"userName eq "a" and"#,
        r#"userName eq "a" userName eq "b""#,
        r#"(userName eq "a""#,
        r#"emails[type eq "work""#,
        "userName eq 7",
        "active gt true",
        "name eq \"Ada\"",
        r#"meta.created gt "yesterday""#,
        "not active eq true",
        "é eq 1",
        &deep,
        &long,
    ] {
        let answer = acme.filtered("Users", text).await;
        assert_eq!(answer.0, 400, "{text}");
        denied(&answer, 400, "invalidFilter");
    }
}

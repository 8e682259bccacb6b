use super::*;

const REGISTERED: [(&str, &str); 6] = [
    ("iss", "\"stytch.com/p\""),
    ("aud", "[\"p\"]"),
    ("sub", "\"s\""),
    ("exp", "2"),
    ("nbf", "1"),
    ("iat", "1"),
];

/// Good claims, except that one is changed, or left out.
fn with(name: &str, value: &str) -> Result<(), TokenError> {
    let text: Vec<_> = REGISTERED
        .iter()
        .map(|(known, valid)| (*known, if *known == name { value } else { valid }))
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("\"{name}\":{value}"))
        .collect();
    read(&format!("{{{}}}", text.join(",")))
}

fn read(json: &str) -> Result<(), TokenError> {
    read_claims(&signed(json)).map(|_| ())
}

fn signed(json: &str) -> Signed {
    Signed {
        payload: json.as_bytes().to_vec(),
    }
}

fn read_claims(signed: &Signed) -> Result<Claims<'_>, TokenError> {
    let places = Places {
        session: None,
        organization: None,
        fields: &mut crate::session::NoOrganization::default(),
        scopes: true,
    };
    Claims::read(
        signed,
        &Expected::new("p", "https://base.example", Vec::new()),
        places,
    )
}

#[test]
fn reads_registered_claims_and_passes_others_on() {
    let signed = signed(
        r#"{"aud":"p","exp":3,"iat":1,"iss":"stytch.com/\u0070","nbf":2,"sub":"s","a":[1],
            "jti":"j","scope":"x","https://stytch.com/new":7,"https://stytch.com/session":7}"#,
    );
    let claims = read_claims(&signed).unwrap();
    assert_eq!(claims.issuer, "stytch.com/p");
    assert_eq!(claims.audience.iter().collect::<Vec<_>>(), ["p"]);
    assert_eq!(claims.subject, "s");
    assert_eq!(claims.issued, Duration::from_secs(1));
    assert_eq!(claims.not_before, Duration::from_secs(2));
    assert_eq!(claims.expires, Duration::from_secs(3));
    assert_eq!(claims.token_id, Part::Read("j".into()));
    assert_eq!(claims.scope, Part::Read("x".into()));
    assert_eq!(claims.client_id, Part::Missing);
    assert_eq!(
        (claims.session, claims.organization),
        (Part::Read(()), Part::Missing)
    );
    assert_eq!(
        serde_json::to_string(&claims.custom).unwrap(),
        r#"{"a":[1]}"#
    );
}

#[test]
fn each_registered_claim_must_be_there() {
    for (name, claim) in [
        ("iss", Claim::Issuer),
        ("aud", Claim::Audience),
        ("sub", Claim::Subject),
        ("exp", Claim::Expiry),
        ("nbf", Claim::NotBefore),
        ("iat", Claim::IssuedAt),
    ] {
        assert_eq!(
            with(name, ""),
            Err(TokenError::MissingClaim(claim)),
            "{name}"
        );
        for odd in [
            "null",
            "true",
            "{}",
            "{\"a\":[1]}",
            "[[]]",
            "[1]",
            "1.5",
            "-1",
        ] {
            let refusal = with(name, odd);
            assert_eq!(
                refusal,
                Err(TokenError::InvalidClaim(claim)),
                "{name}: {odd}"
            );
        }
    }
    assert_eq!(with("", ""), Ok(()));
}

#[test]
fn issuer_and_audience_come_before_all_other_claims() {
    let foreign = r#"{"exp":"odd","sub":7,"iss":"stytch.com/other","aud":["p"]}"#;
    assert_eq!(read(foreign), Err(TokenError::WrongIssuer));
    let foreign = r#"{"exp":"odd","sub":7,"iss":"stytch.com/p","aud":["other"]}"#;
    assert_eq!(read(foreign), Err(TokenError::WrongAudience));
    let own = r#"{"exp":"odd","sub":7,"iss":"https://base.example","aud":["other","p"]}"#;
    assert_eq!(read(own), Err(TokenError::InvalidClaim(Claim::Subject)));
}

#[test]
fn times_are_whole_seconds_of_this_age() {
    for good in ["0", "1735725900", "253402300799"] {
        assert_eq!(with("exp", good), Ok(()), "{good}");
    }
    for odd in [
        "1735725900.0",
        "1.7e9",
        "\"1735725900\"",
        "-0.0",
        "253402300800",
        "18446744073709551615",
        "18446744073709551616",
        "1e400",
    ] {
        let refusal = with("exp", odd);
        assert_eq!(
            refusal,
            Err(TokenError::InvalidClaim(Claim::Expiry)),
            "{odd}"
        );
    }
}

#[test]
fn the_audience_may_be_a_text_or_a_list_of_texts() {
    for good in ["\"p\"", "[\"a\",\"p\"]", "[\"p\",\"a\",\"b\"]"] {
        assert_eq!(with("aud", good), Ok(()), "{good}");
    }
    assert_eq!(with("aud", "[]"), Err(TokenError::WrongAudience));
    for odd in ["[\"p\",1]", "[1,\"p\"]", "[null]", "1", "{\"p\":\"p\"}"] {
        let refusal = with("aud", odd);
        assert_eq!(
            refusal,
            Err(TokenError::InvalidClaim(Claim::Audience)),
            "{odd}"
        );
    }
    assert_eq!(
        with("sub", "\"\""),
        Err(TokenError::InvalidClaim(Claim::Subject))
    );
}

#[test]
fn what_is_no_clear_object_is_refused() {
    for json in [
        "",
        "null",
        "[]",
        "{",
        "{}{}",
        r#"{"exp":1,"exp":2}"#,
        r#"{"exp":1,"exp":"odd"}"#,
        r#"{"jti":1,"jti":2}"#,
        "{\"a\":\"\u{1}\"}",
    ] {
        assert_eq!(read(json), Err(TokenError::MalformedClaims), "{json}");
    }
    let deep = format!(r#"{{"a":{}"#, "[".repeat(100_000));
    assert_eq!(read(&deep), Err(TokenError::MalformedClaims));
    assert_eq!(read("{}"), Err(TokenError::MissingClaim(Claim::Issuer)));
}

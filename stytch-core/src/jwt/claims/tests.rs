use super::*;
use crate::JsonObject;

/// Keeps the other claims.
#[derive(Default)]
struct Others(JsonObject);

impl<'de> ClaimReader<'de> for Others {
    fn claim<A: MapAccess<'de>>(
        &mut self,
        name: Cow<'de, str>,
        map: &mut A,
        _: &mut Misfit,
    ) -> Result<(), A::Error> {
        let value = map.next_value()?;
        self.0.insert(name.into_owned(), value);
        Ok(())
    }
}

fn with(name: &str, value: &str) -> Result<(), TokenError> {
    let claims = [
        ("iss", "\"i\""),
        ("aud", "[\"p\"]"),
        ("sub", "\"s\""),
        ("exp", "2"),
        ("nbf", "1"),
        ("iat", "1"),
    ];
    let text: Vec<_> = claims
        .iter()
        .map(|(known, valid)| (*known, if *known == name { value } else { valid }))
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("\"{name}\":{value}"))
        .collect();
    read(&format!("{{{}}}", text.join(",")))
}

fn read(json: &str) -> Result<(), TokenError> {
    let signed = Signed {
        payload: json.as_bytes().to_vec(),
    };
    Claims::read(&signed, &mut Others::default()).map(|_| ())
}

#[test]
fn reads_registered_claims_and_passes_others_on() {
    let signed = Signed {
        payload: br#"{"aud":"p","exp":3,"iat":1,"iss":"\u0069","nbf":2,"sub":"s","a":[1]}"#
            .to_vec(),
    };
    let mut others = Others::default();
    let claims = Claims::read(&signed, &mut others).unwrap();
    assert_eq!(claims.issuer, "i");
    assert_eq!(claims.audience, Audience(vec!["p".into()]));
    assert_eq!(claims.subject, "s");
    assert_eq!(
        (claims.issued, claims.not_before, claims.expires),
        (1, 2, 3)
    );
    assert_eq!(serde_json::to_string(&others.0).unwrap(), r#"{"a":[1]}"#);
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
        for odd in ["null", "true", "{}", "[[]]", "[1]", "1.5", "-1"] {
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
    for good in ["\"p\"", "[]", "[\"a\",\"p\"]"] {
        assert_eq!(with("aud", good), Ok(()), "{good}");
    }
    for odd in ["[\"p\",1]", "[null]", "1", "{\"p\":\"p\"}"] {
        assert_eq!(
            with("aud", odd),
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
        "{\"a\":\"\u{1}\"}",
    ] {
        assert_eq!(read(json), Err(TokenError::MalformedClaims), "{json}");
    }
    let deep = format!(r#"{{"a":{}"#, "[".repeat(100_000));
    assert_eq!(read(&deep), Err(TokenError::MalformedClaims));
    assert_eq!(read("{}"), Err(TokenError::MissingClaim(Claim::Subject)));
}

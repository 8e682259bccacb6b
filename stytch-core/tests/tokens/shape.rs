//! Texts that are no tokens, and tokens that are written oddly.

use base64::{Engine as _, prelude::*};
use stytch_core::TokenError;

use crate::support::World;

#[tokio::test]
async fn another_number_of_parts_is_no_token() {
    let world = World::new();
    let jwt = world.member().mint();
    let (signed, signature) = jwt.rsplit_once('.').unwrap();
    for text in [
        signed,
        signature,
        "",
        ".",
        "..",
        "...",
        &format!("{jwt}."),
        &format!(".{jwt}"),
        &format!("{jwt}.{signature}"),
        &format!("{signed}..{signature}"),
        // an opaque session token
        "WJtR5BCy38Szd5AfoDpf0iqFKEt4EE5JhjlWUY7l3FtY",
        "null",
        "{}",
    ] {
        assert_eq!(world.refusal(text).await, TokenError::Malformed, "{text}");
    }
}

#[tokio::test]
async fn base64url_is_read_in_its_one_canonical_form() {
    let world = World::new();
    let jwt = world.member().claim("odd", "\u{3ff}\u{3ff}??>>").mint();
    let parts: Vec<_> = jwt.split('.').collect();
    for number in 0..3 {
        let part = parts[number];
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(part).unwrap();
        let mut variants = vec![
            format!("{part}="),
            format!("{part}=="),
            format!(" {part}"),
            format!("{part} "),
            format!("{part}\n"),
            format!("\t{part}"),
            format!("{}\r\n{}", &part[..8], &part[8..]),
            format!("{}%2B{}", &part[..8], &part[8..]),
            format!("{part}\u{0}"),
            format!("{part}ä"),
        ];
        // the other alphabet, where it makes a difference
        let standard = BASE64_STANDARD_NO_PAD.encode(&bytes);
        if standard != part {
            variants.push(standard);
        }
        // bits behind the last byte
        if bytes.len() % 3 != 0 {
            let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
            let last = alphabet
                .iter()
                .position(|letter| letter == &part.as_bytes()[part.len() - 1]);
            let other = char::from(alphabet[last.unwrap() + 1]);
            variants.push(format!("{}{other}", &part[..part.len() - 1]));
        }
        for variant in variants {
            let mut changed = parts.clone();
            changed[number] = &variant;
            let text = changed.join(".");
            let refusal = world.refusal(&text).await;
            assert_eq!(refusal, TokenError::Malformed, "part {number}: {variant:?}");
        }
    }
    assert!(world.check(&jwt).await.is_ok());
}

#[tokio::test]
async fn size_is_limited_before_anything_is_read() {
    let world = World::new();
    let jwt = world.member().mint();
    let refusal = world
        .refusal(&format!("{jwt}{}", "A".repeat(1 << 20)))
        .await;
    assert_eq!(refusal, TokenError::TooLarge);
    assert_eq!(
        world.refusal(&"e".repeat(1 << 20)).await,
        TokenError::TooLarge
    );
    assert_eq!(
        world.refusal(&".".repeat(1 << 20)).await,
        TokenError::TooLarge
    );
    // 4 KB of custom claims are allowed, and more than that passes
    let jwt = world.member().claim("big", "x".repeat(16 * 1024)).mint();
    assert!(world.check(&jwt).await.is_ok());
    let jwt = world.member().claim("big", "x".repeat(32 * 1024)).mint();
    assert_eq!(world.refusal(&jwt).await, TokenError::TooLarge);
}

#[tokio::test]
async fn a_payload_must_be_one_json_object() {
    let world = World::new();
    let claims = serde_json::to_string(world.member().claims()).unwrap();
    // one brace at each end: what stands last may be an object itself
    let inner = claims[1..claims.len() - 1].to_owned();
    let mut cases = vec![
        Vec::new(),
        b"null".to_vec(),
        b"[]".to_vec(),
        b"\"text\"".to_vec(),
        b"{".to_vec(),
        b"\xff\xfe".to_vec(),
        b"\xef\xbb\xbf{}".to_vec(),
        claims.clone().into_bytes()[..claims.len() - 1].to_vec(),
        format!("{claims}{claims}").into_bytes(),
        format!("{claims},").into_bytes(),
        format!("{{{inner},\"a\":}}").into_bytes(),
        // invalid UTF-8 and control characters in a text
        [b"{\"a\":\"\xc0\xaf\",".as_slice(), inner.as_bytes(), b"}"].concat(),
        [b"{\"a\":\"\x01\",".as_slice(), inner.as_bytes(), b"}"].concat(),
        format!("{{{inner},\"a\":\"\\ud800\"}}").into_bytes(),
        // names that come twice
        format!("{{\"exp\":9999999999,{inner}}}").into_bytes(),
        format!("{{\"exp\":\"odd\",{inner}}}").into_bytes(),
        format!("{{\"jti\":1,{inner},\"jti\":2}}").into_bytes(),
        format!("{{{inner},\"sub\":\"member-test-2\"}}").into_bytes(),
        format!("{{{inner},\"s\\u0075b\":\"member-test-2\"}}").into_bytes(),
        format!("{{{inner},\"a\":1,\"a\":1}}").into_bytes(),
        format!("{{{inner},\"https://stytch.com/session\":{{\"id\":\"s\"}}}}").into_bytes(),
        format!("{{{inner},\"https://stytch.com/organization\":{{\"organization_id\":\"o\"}}}}")
            .into_bytes(),
    ];
    for opening in ["[", "{\"a\":"] {
        cases.push(format!("{{{inner},\"deep\":{}", opening.repeat(3000)).into_bytes());
    }
    cases.push(
        format!(
            "{{{inner},\"deep\":{}{}}}",
            "[".repeat(2000),
            "]".repeat(2000)
        )
        .into_bytes(),
    );
    for payload in cases {
        let text = String::from_utf8_lossy(&payload).into_owned();
        let jwt = world.member().payload(payload).mint();
        if jwt.contains("..") {
            // no payload at all
            assert_eq!(world.refusal(&jwt).await, TokenError::Malformed);
        } else {
            assert_eq!(
                world.refusal(&jwt).await,
                TokenError::MalformedClaims,
                "{text}"
            );
        }
    }
    // white space and escapes are JSON, too
    let odd = format!(
        " \n{{ {}\t}} ",
        inner.replacen("\"sub\"", "\"\\u0073ub\" ", 1)
    );
    assert!(
        world
            .check(&world.member().payload(odd).mint())
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn members_of_the_service_claims_may_not_come_twice() {
    let world = World::new();
    let claims = serde_json::to_string(world.member().claims()).unwrap();
    for (from, to) in [
        ("\"roles\":[]", "\"roles\":[],\"roles\":[\"admin\"]"),
        (
            "\"organization_id\":",
            "\"organization_id\":\"organization-test-2\",\"organization_id\":",
        ),
    ] {
        let payload = claims.replacen(from, to, 1);
        assert_ne!(payload, claims);
        let refusal = world.refusal(&world.member().payload(payload).mint()).await;
        assert!(matches!(refusal, TokenError::InvalidClaim(_)), "{refusal}");
    }
}

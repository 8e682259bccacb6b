//! Where a request may carry its credential, and what happens to those that carry several.

use crate::common::{Answer, ORGANIZATION, Site, bearer, offline, reader, send};
use axum::{Router, routing::get};
use reqwest::header::{AUTHORIZATION, COOKIE};
use stytch_axum::b2b::{Auth, Machine, MemberSession};
use stytch_b2b::testing::Issuer;

async fn who(session: MemberSession) -> String {
    format!("{} by {:?}", session.member_id, session.source())
}

async fn visit(session: Option<MemberSession>) -> String {
    session.map_or_else(
        || "a visitor".to_owned(),
        |session| session.member_id.to_string(),
    )
}

async fn machine(_: Machine) {}

async fn site() -> (Site, Issuer) {
    let issuer = Issuer::new();
    let routes: Router<Auth> = Router::new()
        .route("/", get(who))
        .route("/visit", get(visit))
        .route("/machine", get(machine));
    (Site::open(offline(&issuer), routes).await, issuer)
}

async fn with(site: &Site, headers: &[(&str, String)]) -> Answer {
    let mut request = site.get("/");
    for (name, value) in headers {
        request = request.header(*name, value);
    }
    send(request).await
}

fn of(member: &str, issuer: &Issuer) -> String {
    issuer.member_session(member, ORGANIZATION).mint()
}

#[tokio::test]
async fn the_type_says_where_it_came_from() {
    let (site, issuer) = site().await;
    let jwt = reader(&issuer);
    let answer = with(&site, &[("authorization", bearer(&jwt))]).await;
    assert_eq!(answer.body, "member-test-1 by Header");
    let answer = with(&site, &[("cookie", format!("stytch_session_jwt={jwt}"))]).await;
    assert_eq!(answer.body, "member-test-1 by Cookie");
}

#[tokio::test]
async fn a_header_decides_alone() {
    let (site, issuer) = site().await;
    let cookie = (
        "cookie",
        format!("stytch_session_jwt={}", of("member-test-cookie", &issuer)),
    );
    let header = ("authorization", bearer(&of("member-test-header", &issuer)));
    let answer = with(&site, &[header, cookie.clone()]).await;
    assert_eq!(answer.body, "member-test-header by Header");
    // and if it is bad, the cookies do not help
    let answer = with(&site, &[("authorization", bearer("bad")), cookie]).await;
    assert_eq!((answer.status, answer.cookies.len()), (401, 0));
}

#[tokio::test]
async fn headers_that_could_be_read_in_two_ways_are_refused() {
    let (site, issuer) = site().await;
    let (one, other) = (of("member-test-1", &issuer), of("member-test-2", &issuer));
    let cookie = format!("stytch_session_jwt={one}");
    for values in [
        vec![bearer(&one), bearer(&other)],
        vec![bearer(&one), bearer(&one)],
        vec!["Basic dXNlcjpwYXNz".to_owned(), bearer(&one)],
        vec![format!("Bearer {one}, Bearer {other}")],
        vec![format!("Bearer {one} {other}")],
        vec![format!("Bearer {one},{other}")],
        vec!["Bearer".to_owned()],
        vec!["Bearer  ".to_owned()],
        vec![format!("Bearer \"{one}\"")],
        vec!["Bearer =".to_owned()],
    ] {
        let mut headers = vec![("cookie", cookie.clone())];
        headers.extend(values.iter().map(|value| ("authorization", value.clone())));
        let answer = with(&site, &headers).await;
        assert_eq!(
            (answer.status, &*answer.error()),
            (400, "invalid_request"),
            "{}",
            values.len()
        );
        let challenge = answer.header("www-authenticate");
        assert_eq!(challenge, Some("Bearer error=\"invalid_request\""));
    }
}

#[tokio::test]
async fn another_scheme_is_none_of_our_business() {
    let (site, issuer) = site().await;
    // a site that is behind a password of its own
    let basic = ("authorization", "Basic dXNlcjpwYXNz".to_owned());
    assert_eq!(with(&site, std::slice::from_ref(&basic)).await.status, 401);
    let cookie = ("cookie", format!("stytch_session_jwt={}", reader(&issuer)));
    assert_eq!(with(&site, &[basic, cookie]).await.status, 200);
    // schemes are named in any case (RFC 9110, section 11.1)
    let shouting = ("authorization", format!("BEARER {}", reader(&issuer)));
    assert_eq!(with(&site, &[shouting]).await.status, 200);
}

#[tokio::test]
async fn a_cookie_that_comes_twice_is_refused_and_deleted() {
    let (site, issuer) = site().await;
    let (one, other) = (of("member-test-1", &issuer), of("member-test-2", &issuer));
    for headers in [
        vec![(
            "cookie",
            format!("stytch_session_jwt={one}; stytch_session_jwt={other}"),
        )],
        vec![(
            "cookie",
            format!("stytch_session_jwt={one}; stytch_session_jwt={one}"),
        )],
        vec![(
            "cookie",
            format!("stytch_session_jwt=; stytch_session_jwt={one}"),
        )],
        vec![
            ("cookie", format!("stytch_session_jwt={one}")),
            ("cookie", format!("stytch_session_jwt={other}")),
        ],
        vec![(
            "cookie",
            format!("stytch_session=a; stytch_session=b; stytch_session_jwt={one}"),
        )],
        vec![("cookie", format!("stytch_session_jwt=\"{one}\""))],
        vec![(
            "cookie",
            format!("stytch_session=a,b; stytch_session_jwt={one}"),
        )],
    ] {
        let answer = with(&site, &headers).await;
        assert_eq!((answer.status, &*answer.error()), (401, "invalid_request"));
        assert!(answer.forgets_session());
    }
}

#[tokio::test]
async fn cookies_of_others_do_not_matter() {
    let (site, issuer) = site().await;
    let jwt = reader(&issuer);
    for header in [
        format!("theme=dark; stytch_session_jwt={jwt}; lang=en"),
        format!("xstytch_session_jwt=x; stytch_session_jwt={jwt}; stytch_session_jwt2=y"),
        format!("nonsense;;; =; stytch_session_jwt={jwt};"),
        format!("stytch_session=;stytch_session_jwt={jwt}"),
        format!("theme=a; theme=b; stytch_session_jwt={jwt}"),
        format!("name=Zo\u{eb}; stytch_session_jwt={jwt}"),
    ] {
        let answer = with(&site, &[("cookie", header)]).await;
        assert_eq!(answer.body, "member-test-1 by Cookie");
    }
    // as HTTP/2 splits them
    let headers = [
        ("cookie", "theme=dark".to_owned()),
        ("cookie", format!("stytch_session_jwt={jwt}")),
    ];
    assert_eq!(with(&site, &headers).await.status, 200);
}

#[tokio::test]
async fn nothing_else_is_a_credential() {
    let (site, issuer) = site().await;
    let jwt = reader(&issuer);
    for name in [
        "x-stytch-session-jwt",
        "proxy-authorization",
        "x-forwarded-authorization",
    ] {
        assert_eq!(with(&site, &[(name, bearer(&jwt))]).await.status, 401);
    }
    let path = format!("/?access_token={jwt}&stytch_session_jwt={jwt}");
    assert_eq!(send(site.get(&path)).await.status, 401);
    // a machine brings its token in the header alone
    let token = issuer.machine_token("m2m-client-test-1").mint();
    let by_header = site.get("/machine").header(AUTHORIZATION, bearer(&token));
    assert_eq!(send(by_header).await.status, 200);
    let by_cookie = site
        .get("/machine")
        .header(COOKIE, format!("stytch_session_jwt={token}"));
    assert_eq!(send(by_cookie).await.status, 401);
}

#[tokio::test]
async fn whatever_a_visitor_sends_is_his_mistake() {
    let (site, issuer) = site().await;
    let jwt = reader(&issuer);
    let long = "x".repeat(60_000);
    let mut odd = vec![
        String::new(),
        " ".to_owned(),
        "null".to_owned(),
        "..".to_owned(),
        "a.b.c".to_owned(),
        "\u{feff}".to_owned(),
        "%00".to_owned(),
        format!("{jwt}."),
        format!("{jwt}{jwt}"),
        long,
    ];
    odd.extend((0..jwt.len()).step_by(37).map(|end| jwt[..end].to_owned()));
    for text in odd {
        for (name, value) in [
            (AUTHORIZATION, text.clone()),
            (AUTHORIZATION, bearer(&text)),
            (COOKIE, text.clone()),
            (COOKIE, format!("stytch_session_jwt={text}")),
        ] {
            for path in ["/", "/visit"] {
                let answer = send(site.get(path).header(&name, &value)).await;
                let is_refused = matches!(answer.status, 400 | 401 | 431);
                let is_visitor = path == "/visit" && answer.body == "a visitor";
                assert!(
                    is_refused || is_visitor,
                    "{} for {} bytes",
                    answer.status,
                    value.len()
                );
            }
        }
    }
}

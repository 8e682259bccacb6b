//! Links: each whole address as a browser gets it, from any value.

use stytch_b2b::{ClientBuilder, ErrorKind, Link, OauthPrompt, Pkce};
use stytch_b2b::{connected_app, oauth as b2b_oauth, oauth::discovery, sso};
use stytch_consumer::oauth;

const TOKEN: &str = "public-token-test-1";

fn builder() -> ClientBuilder<stytch_b2b::Client> {
    stytch_b2b::Client::builder("project-test-1", "secret-test-1").public_token(TOKEN)
}

fn b2b() -> stytch_b2b::Client {
    builder().build().unwrap()
}

fn consumer() -> stytch_consumer::Client {
    let builder = stytch_consumer::Client::builder("project-test-1", "secret-test-1");
    builder.public_token(TOKEN).build().unwrap()
}

/// The address without what all links to the API begin with, and its query.
fn parts(link: &Link) -> (String, Vec<(String, String)>) {
    let url = url::Url::parse(link.as_str()).unwrap();
    let query = url.query_pairs().into_owned().collect();
    (
        format!("{}{}", url.origin().ascii_serialization(), url.path()),
        query,
    )
}

#[test]
fn a_login_at_a_provider_begins_at_the_organization() {
    let link = b2b_oauth::StartLink::new(b2b_oauth::Provider::Google, "organization-test-1")
        .login_redirect_url("https://app.example.com/authenticate?from=login&x=a b")
        .signup_redirect_url("https://app.example.com/welcome")
        .custom_scopes(["https://www.googleapis.com/auth/calendar", "drive"])
        .provider_login_hint("ada+acme@example.com")
        .provider_parameters([("prompt", "consent"), ("hd", "example.com")])
        .pkce_code_challenge("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    assert_eq!(
        b2b().oauth().start(link).unwrap().as_str(),
        "https://test.stytch.com/v1/b2b/public/oauth/google/start\
         ?public_token=public-token-test-1\
         &organization_id=organization-test-1\
         &login_redirect_url=https%3A%2F%2Fapp.example.com%2Fauthenticate%3Ffrom%3Dlogin%26x%3Da+b\
         &signup_redirect_url=https%3A%2F%2Fapp.example.com%2Fwelcome\
         &custom_scopes=https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fcalendar+drive\
         &provider_login_hint=ada%2Bacme%40example.com\
         &provider_hd=example.com&provider_prompt=consent\
         &pkce_code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    );
    let link = b2b_oauth::StartBySlugLink::new("microsoft", "acme");
    assert_eq!(
        b2b().oauth().start_by_slug(link).unwrap().as_str(),
        "https://test.stytch.com/v1/b2b/public/oauth/microsoft/start\
         ?public_token=public-token-test-1&slug=acme",
    );
}

#[test]
fn a_login_at_a_provider_begins_without_an_organization() {
    let link = discovery::StartLink::new("slack")
        .discovery_redirect_url("https://app.example.com/discovery")
        .custom_scopes(["users:read"])
        .provider_login_hint("ada@example.com")
        .pkce_code_challenge("challenge")
        .provider_parameters([("team", "T1")]);
    assert_eq!(
        b2b().oauth().discovery().start(link).unwrap().as_str(),
        "https://test.stytch.com/v1/b2b/public/oauth/slack/discovery/start\
         ?public_token=public-token-test-1\
         &discovery_redirect_url=https%3A%2F%2Fapp.example.com%2Fdiscovery\
         &custom_scopes=users%3Aread&provider_login_hint=ada%40example.com&provider_team=T1\
         &pkce_code_challenge=challenge",
    );
}

#[test]
fn a_login_over_sso_begins_at_a_connection_or_at_the_default_one() {
    let link = sso::StartLink::new("saml-connection-test-1")
        .login_redirect_url("https://app.example.com/authenticate")
        .signup_redirect_url("https://app.example.com/welcome")
        .custom_scopes(["groups", "offline_access"])
        .pkce_code_challenge("challenge");
    assert_eq!(
        b2b().sso().start(link).unwrap().as_str(),
        "https://test.stytch.com/v1/public/sso/start\
         ?public_token=public-token-test-1&connection_id=saml-connection-test-1\
         &login_redirect_url=https%3A%2F%2Fapp.example.com%2Fauthenticate\
         &signup_redirect_url=https%3A%2F%2Fapp.example.com%2Fwelcome\
         &pkce_code_challenge=challenge&custom_scopes=groups+offline_access",
    );
    let link = sso::StartDefaultLink::new("organization-test-1");
    assert_eq!(
        b2b().sso().start_default(link).unwrap().as_str(),
        "https://test.stytch.com/v1/public/sso/start\
         ?public_token=public-token-test-1&organization_id=organization-test-1",
    );
}

#[test]
fn a_login_of_a_user_at_a_provider() {
    let link = oauth::StartLink::new(oauth::Provider::Github)
        .login_redirect_url("https://example.com/in")
        .signup_redirect_url("https://example.com/up")
        .custom_scopes(["repo", "gist"])
        .provider_login_hint("ada")
        .provider_parameters([("allow_signup", "false")])
        .code_challenge("challenge")
        .oauth_attach_token("3p0-attach");
    let link = consumer().oauth().start(link).unwrap();
    assert_eq!(
        link.as_str(),
        "https://test.stytch.com/v1/public/oauth/github/start\
         ?public_token=public-token-test-1\
         &login_redirect_url=https%3A%2F%2Fexample.com%2Fin\
         &signup_redirect_url=https%3A%2F%2Fexample.com%2Fup\
         &custom_scopes=repo+gist&provider_login_hint=ada&provider_allow_signup=false\
         &code_challenge=challenge&oauth_attach_token=3p0-attach",
    );
    let printed = format!("{link:?}");
    assert_eq!(
        printed,
        "Link(https://test.stytch.com/v1/public/oauth/github/start?…)"
    );
    assert_eq!(String::from(link.clone()), link.to_string());
}

#[test]
fn every_provider_has_its_address() {
    for provider in ["google", "microsoft", "github", "slack", "hubspot"] {
        let start = b2b_oauth::StartLink::new(provider, "organization-test-1");
        assert!(
            !matches!(start.provider, b2b_oauth::Provider::Unknown(_)),
            "{provider}"
        );
        let (address, _) = parts(&b2b().oauth().start(start).unwrap());
        let expected = format!("https://test.stytch.com/v1/b2b/public/oauth/{provider}/start");
        assert_eq!(address, expected);
        let start = discovery::StartLink::new(provider);
        let (address, _) = parts(&b2b().oauth().discovery().start(start).unwrap());
        let expected = expected.replace("/start", "/discovery/start");
        assert_eq!(address, expected);
    }
    for provider in [
        "amazon",
        "apple",
        "bitbucket",
        "coinbase",
        "discord",
        "facebook",
        "figma",
        "github",
        "gitlab",
        "google",
        "linkedin",
        "microsoft",
        "salesforce",
        "slack",
        "snapchat",
        "tiktok",
        "twitch",
        "twitter",
        "yahoo",
    ] {
        let start = oauth::StartLink::new(provider);
        assert!(
            !matches!(start.provider, oauth::Provider::Unknown(_)),
            "{provider}"
        );
        let (address, query) = parts(&consumer().oauth().start(start).unwrap());
        let expected = format!("https://test.stytch.com/v1/public/oauth/{provider}/start");
        assert_eq!(address, expected);
        assert_eq!(query, [("public_token".to_owned(), TOKEN.to_owned())]);
    }
    // one that is newer than the spec
    let (address, _) = parts(
        &consumer()
            .oauth()
            .start(oauth::StartLink::new("new one"))
            .unwrap(),
    );
    assert_eq!(
        address,
        "https://test.stytch.com/v1/public/oauth/new%20one/start"
    );
}

#[test]
fn a_connected_app_asks_for_an_authorization() {
    let link = connected_app::AuthorizeLink::new(
        "https://app.example.com/oauth/authorize?tenant=a+b",
        "connected-app-test-1",
        "https://client.example.net/callback?x=1",
        "challenge",
    )
    .scope(["openid", "email", "offline_access"])
    .state("a/b=c&d é")
    .nonce("n")
    .prompt(OauthPrompt::Consent);
    assert_eq!(
        b2b().connected_app().authorize(link).unwrap().as_str(),
        "https://app.example.com/oauth/authorize?tenant=a+b\
         &response_type=code&code_challenge_method=S256\
         &client_id=connected-app-test-1\
         &redirect_uri=https%3A%2F%2Fclient.example.net%2Fcallback%3Fx%3D1\
         &code_challenge=challenge&scope=openid+email+offline_access\
         &state=a%2Fb%3Dc%26d+%C3%A9&nonce=n&prompt=consent",
    );
    // no public token: the page is the app's own
    let plain = stytch_consumer::Client::new("project-test-1", "secret-test-1").unwrap();
    let link = stytch_consumer::connected_app::AuthorizeLink::new(
        "http://localhost:3000/authorize",
        "connected-app-test-1",
        "http://localhost:8080/",
        "challenge",
    );
    let (address, query) = parts(&plain.connected_app().authorize(link).unwrap());
    assert_eq!(address, "http://localhost:3000/authorize");
    assert_eq!(query.len(), 5);
}

#[test]
fn a_page_that_no_browser_should_be_sent_to_is_refused() {
    for page in [
        "",
        "/oauth/authorize",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://app.example.com/",
        "http://app.example.com/authorize",
        "https://ada:pw@app.example.com/authorize",
        "https://app.example.com/authorize#top",
        // of two the page may take either
        "https://app.example.com/authorize?client_id=another",
        "https://app.example.com/authorize?code_challenge_method=plain",
    ] {
        let link = connected_app::AuthorizeLink::new(page, "app", "https://client.example", "c");
        let error = b2b().connected_app().authorize(link).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{page}");
        assert!(
            page.is_empty() || !error.to_string().contains(page),
            "{error}"
        );
    }
}

#[test]
fn whatever_a_value_holds_stays_that_value() {
    for value in [
        "a&public_token=public-token-test-2",
        "a=b",
        "#fragment",
        "?x",
        "a+b",
        "a b",
        "100%",
        "%26x=1",
        "é日本語\u{202e}",
        "\r\nSet-Cookie: a=b",
        "\u{0}",
        "\"><script>",
        "';--",
        "../..",
        ".",
    ] {
        let link = b2b_oauth::StartBySlugLink::new("google", value)
            .login_redirect_url(value)
            .provider_login_hint(value)
            .provider_parameters([(value, value)])
            .pkce_code_challenge(value);
        let link = b2b().oauth().start_by_slug(link).unwrap();
        assert!(link.as_str().is_ascii() && !link.as_str().contains(['"', '<', '\'', ' ', '\n']));
        let (address, query) = parts(&link);
        assert_eq!(
            address,
            "https://test.stytch.com/v1/b2b/public/oauth/google/start"
        );
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let expected = [
            pair("public_token", TOKEN),
            pair("slug", value),
            pair("login_redirect_url", value),
            pair("provider_login_hint", value),
            pair(&format!("provider_{value}"), value),
            pair("pkce_code_challenge", value),
        ];
        assert_eq!(query, expected, "{value}");
    }
    for value in ["a/b", "a?b#c", "..a", "é", "%2e%2e", "\\"] {
        let (address, _) = parts(
            &consumer()
                .oauth()
                .start(oauth::StartLink::new(value))
                .unwrap(),
        );
        let inside = address.strip_prefix("https://test.stytch.com/v1/public/oauth/");
        let segment = inside.and_then(|rest| rest.strip_suffix("/start")).unwrap();
        assert!(!segment.contains('/'), "{segment}");
    }
}

#[test]
fn an_empty_or_a_second_value_is_refused_and_not_left_out() {
    let link = || b2b_oauth::StartLink::new("google", "organization-test-1");
    let refused = |link, field| {
        let error = b2b().oauth().start(link).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert_eq!(error.field(), Some(field));
    };
    // without it the login would go on without PKCE
    refused(link().pkce_code_challenge(""), "pkce_code_challenge");
    refused(link().login_redirect_url(""), "login_redirect_url");
    refused(link().custom_scopes(["a", ""]), "custom_scopes");
    refused(link().custom_scopes(["a b"]), "custom_scopes");
    refused(
        link().provider_parameters([("prompt", "")]),
        "provider_parameters",
    );
    refused(
        link().provider_parameters([("", "x")]),
        "provider_parameters",
    );
    let twice = link()
        .provider_login_hint("ada")
        .provider_parameters([("login_hint", "eve")]);
    refused(twice, "provider_parameters");
    refused(b2b_oauth::StartLink::new("google", ""), "organization_id");
    for provider in ["", ".", ".."] {
        refused(
            b2b_oauth::StartLink::new(provider, "organization-test-1"),
            "provider",
        );
    }
    // a list of nothing is no list
    let none: [&str; 0] = [];
    let link = b2b().oauth().start(link().custom_scopes(none)).unwrap();
    assert!(!link.as_str().contains("custom_scopes"));
}

#[test]
fn links_begin_where_browsers_reach_the_api() {
    let start = |client: stytch_b2b::Client| {
        let link = sso::StartLink::new("saml-connection-test-1");
        let link = client.sso().start(link).unwrap();
        link.as_str().split_once("/v1/").unwrap().0.to_owned()
    };
    let live = stytch_b2b::Client::builder("project-live-1", "secret-live-1");
    let live = live.public_token("public-token-live-1");
    assert_eq!(start(live.build().unwrap()), "https://api.stytch.com");
    let based = builder().base_url("http://127.0.0.1:4000/emulator/");
    assert_eq!(
        start(based.build().unwrap()),
        "http://127.0.0.1:4000/emulator"
    );
    let apart = builder()
        .base_url("https://inside.example")
        .link_base_url("https://login.example.com");
    assert_eq!(start(apart.build().unwrap()), "https://login.example.com");
}

#[test]
fn links_to_the_api_need_a_public_token_that_fits() {
    let without = stytch_b2b::Client::new("project-test-1", "secret-test-1").unwrap();
    assert_eq!(without.public_token(), None);
    let error = without.sso().start(sso::StartLink::new("c")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert_eq!(error.field(), Some("public_token"));
    for token in [
        "",
        " ",
        "secret-test-1",
        "project-test-1",
        "public-token-live-1",
        "public-token-test-1\n",
    ] {
        let error = builder().public_token(token).build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration, "{token}");
        assert_eq!(error.field(), Some("public_token"));
    }
    for url in [
        "http://login.example.com",
        "https://login.example.com/?a",
        "login.example.com",
    ] {
        let error = builder().link_base_url(url).build().unwrap_err();
        assert_eq!(error.field(), Some("link_base_url"), "{url}");
    }
    assert_eq!(b2b().public_token(), Some(TOKEN));
}

#[test]
fn a_challenge_is_that_of_its_verifier() {
    // RFC 7636, appendix B
    let pkce = Pkce::from_verifier("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").unwrap();
    assert_eq!(
        pkce.challenge(),
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    );
    let new = Pkce::new();
    assert_eq!(new.verifier().expose().len(), 43);
    assert_ne!(new, Pkce::new());
    assert_eq!(Pkce::from_verifier(new.verifier()).unwrap(), new);
    let printed = format!("{new:?}");
    assert!(!printed.contains(new.verifier().expose()), "{printed}");
    let bounds = ["a".repeat(43), "-._~".repeat(32)];
    assert!(
        bounds
            .iter()
            .all(|verifier| Pkce::from_verifier(verifier).is_ok())
    );
    let odd = [
        "a".repeat(42),
        "a".repeat(129),
        "é".repeat(43),
        format!("{} ", "a".repeat(43)),
    ];
    for verifier in odd.iter().map(String::as_str).chain([""]) {
        let error = Pkce::from_verifier(verifier).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(verifier.is_empty() || !error.to_string().contains(verifier));
    }
}

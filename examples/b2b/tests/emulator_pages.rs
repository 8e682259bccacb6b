//! A login by the pages of the emulator, and the pages as a browser sees them; skipped where there is no
//! `chromedriver`.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

use std::collections::BTreeSet;
use std::time::Duration;

use example_b2b::{app, demo};
use look::webdriver::{Browser, Failure};
use serde_json::Value;
use stytch_emulator::{Emulator, Fault};
use tokio::net::TcpListener;

const GRACE: &str = "grace@acme.example";

/// Acme has invited Grace. Somebody else waits for a code, has a token, and so on, so that no page is empty.
const SEED: &str = "
members:
  - { organization_id: acme, email_address: grace@acme.example, name: Grace Hopper, status: invited, email_address_verified: false }
users:
  - { user_id: user-test-jean, emails: [{ email_id: email-test-jean, email: jean@example.com, verified: true }] }
identities:
  - { email_address: ada@acme.example, name: Ada Lovelace, groups: [engineers, mathematicians] }
";

/// The app at a port of its own, which says where the mails are.
async fn start() -> (Emulator, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://localhost:{}", listener.local_addr().unwrap().port());
    let emulator = demo::emulator(&base).await.unwrap();
    emulator.seed(SEED).unwrap();
    let mails = Some(emulator.url().to_owned());
    let app = app(emulator.b2b_client(), mails, None);
    tokio::spawn(async { axum::serve(listener, app).await });
    (emulator, base)
}

/// What a camera reads off a picture with a QR code in it.
fn scanned(picture: &[u8]) -> String {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(picture));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    let samples = frame.color_type.samples();
    let (width, height) = (frame.width as usize, frame.height as usize);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
        pixels[y * frame.line_size + x * samples]
    });
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "one QR code in the picture");
    grids[0].decode().unwrap().1
}

/// The key in what an authenticator app scans.
fn key(url: &str) -> String {
    let (_, query) = url.split_once('?').unwrap();
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let found = pairs.find(|(name, _)| name == "secret");
    found.unwrap().1.into_owned()
}

/// Begins at the emulator's page: what was sent to Grace, and a click on it.
async fn click_the_mailed_link(browser: &Browser) -> Result<(), Failure> {
    browser.wait_for("Look into your mails").await?;
    browser.click("main a").await?;
    browser.wait_for("Messages").await?;
    assert!(browser.text("article").await?.contains(GRACE));
    browser.click("article a[rel=noreferrer]").await
}

#[tokio::test(flavor = "multi_thread")]
async fn grace_accepts_an_invitation_scans_a_code_and_comes_back_by_single_sign_on()
-> Result<(), Failure> {
    let Some(browser) = Browser::open().await? else {
        return Ok(());
    };
    let (emulator, base) = start().await;

    // She does not know yet that Acme waits for her: the link tells, and she chooses it.
    browser.open_page(&format!("{base}/login")).await?;
    browser.fill("input[name=email]", GRACE).await?;
    browser.click("form[method=post] button").await?;
    click_the_mailed_link(&browser).await?;
    browser.wait_for("Where to?").await?;
    browser
        .click("form[action='/authenticate/organization'] button")
        .await?;
    browser.wait_for("Welcome").await?;
    assert_eq!(browser.text("main strong").await?, "acme");

    // She scans the code that the app shows; the emulator shows the same, and what it stands for.
    browser.click("a[href='/account']").await?;
    browser.wait_for("Account").await?;
    browser.click("form[action='/account/app'] button").await?;
    browser.wait_for("Set up a second factor").await?;
    let scan = scanned(&browser.picture_of("img.qr").await?);
    assert!(scan.starts_with("otpauth://totp/"), "{scan}");
    let app = browser.open_tab(emulator.url()).await?;
    assert_eq!(scanned(&browser.picture_of(".app img").await?), scan);
    let shown = browser.text(".app .code").await?;
    let code = shown.split_whitespace().next().unwrap();
    assert_eq!(emulator.totp_code(&key(&scan)).as_deref(), Some(code));
    browser.close_tab(&app).await?;
    browser.fill("input[name=code]", code).await?;
    browser
        .click("form[action='/authenticate/totp'] button")
        .await?;
    browser.wait_for("Welcome").await?;
    browser.click("form[action='/logout'] button").await?;
    browser.wait_for("Notes that a team keeps together").await?;

    // She comes back from Acme's identity provider, for which a page stands, and is asked for a code.
    emulator.clock().advance(Duration::from_secs(90));
    browser
        .open_page(&format!("{base}/login?next=%2Fmembers"))
        .await?;
    browser.fill("input[name=organization]", "acme").await?;
    browser.click("form[action='/login/sso'] button").await?;
    browser.wait_for("Who is it?").await?;
    browser.fill("input[name=email_address]", GRACE).await?;
    browser.click(".fields button").await?;
    browser.wait_for("Second factor").await?;
    let code = emulator.totp_code(&key(&scan)).unwrap();
    browser.fill("input[name=code]", &code).await?;
    browser
        .click("form[action='/authenticate/totp'] button")
        .await?;
    browser.wait_for("Members").await?;
    assert_eq!(browser.address().await?, format!("{base}/members"));

    // Whoever looks at her session sees how she came.
    browser
        .open_page(&format!("{}/sessions?q=grace", emulator.url()))
        .await?;
    let sessions = browser.text("tbody").await?;
    assert!(sessions.contains("sso"), "{sessions}");
    assert!(sessions.contains("authenticator_app"), "{sessions}");
    browser.close().await
}

/// Opens all pages that links lead to, one of each kind.
async fn every_page(browser: &Browser, emulator: &Emulator) -> Result<Vec<String>, Failure> {
    let mut pages = vec![emulator.url().to_owned() + "/"];
    let mut kinds = BTreeSet::new();
    let mut next = 0;
    while let Some(page) = pages.get(next).cloned() {
        next += 1;
        browser.open_page(&page).await?;
        let links = browser
            .run("return [...document.querySelectorAll('nav a, main td a, main p a')].map(a => a.href)")
            .await?;
        for link in links
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
        {
            let Some(path) = link.strip_prefix(emulator.url()) else {
                continue;
            };
            let kind = path.split('/').nth(1).unwrap_or_default();
            let depth = path.matches('/').count();
            let is_page = !path.starts_with("/v1/") && !link.contains("project=");
            if is_page && kinds.insert((kind.to_owned(), depth)) {
                pages.push(link.to_owned());
            }
        }
    }
    Ok(pages)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_the_emulator_fits_is_named_and_can_be_read() -> Result<(), Failure> {
    let Some(browser) = Browser::open().await? else {
        return Ok(());
    };
    let (emulator, base) = start().await;
    fill(&emulator, &base).await;
    let mut pages = every_page(&browser, &emulator).await?;
    assert!(pages.len() > 20, "{pages:?}");
    let token = emulator.public_token();
    let start = format!(
        "{}/v1/public/sso/start?public_token={token}&organization_id=acme",
        emulator.url()
    );
    pages.push(start);
    let broken = "data:text/html,<body style=color:%23eee><input><button></button><img src=x>small";
    browser.open_page(broken).await?;
    let problems = browser.run(include_str!("problems.js")).await?.to_string();
    for problem in ["no label", "no name", "not shown", "contrast", "0 × main"] {
        assert!(problems.contains(problem), "{problem}: {problems}");
    }

    let mut found = Vec::new();
    for page in &pages {
        for (width, dark) in [(390, false), (390, true), (1280, false), (1280, true)] {
            browser.screen(width, dark).await?;
            browser.open_page(page).await?;
            let problems = browser.run(include_str!("problems.js")).await?;
            if problems
                .as_array()
                .is_none_or(|problems| !problems.is_empty())
            {
                found.push(format!("{page} at {width}, dark: {dark}: {problems}"));
            }
        }
        let path = page.trim_start_matches(emulator.url()).trim_matches('/');
        let kind = path.split(['?', '/']).next().unwrap_or_default();
        let depth = path.matches('/').count();
        browser
            .keep_pictures(&format!("page-{kind}-{depth}"))
            .await?;
    }
    // on a phone, the pages are a button away
    browser.screen(390, false).await?;
    browser.open_page(emulator.url()).await?;
    browser.click(".menu").await?;
    browser.keep_picture("page-menu-390").await?;
    browser.click("nav a[href='/clock']").await?;
    browser.wait_for("Clock").await?;
    assert!(found.is_empty(), "{}", found.join("\n"));
    browser.close().await
}

/// Something of every kind.
async fn fill(emulator: &Emulator, base: &str) {
    use stytch_b2b::connected_app::ClientType;
    use stytch_b2b::magic_links::email::discovery;
    use stytch_b2b::{connected_app, m2m, organizations};

    let stytch = emulator.b2b_client();
    let request = m2m::clients::CreateRequest::new(["read:members"]).client_name("Nightly report");
    stytch.m2m().clients().create(request).await.unwrap();
    let request =
        connected_app::clients::CreateRequest::new(ClientType::ThirdParty).client_name("CRM");
    stytch
        .connected_app()
        .clients()
        .create(request)
        .await
        .unwrap();
    let request = discovery::SendRequest::new(GRACE);
    stytch
        .magic_links()
        .email()
        .discovery()
        .send(request)
        .await
        .unwrap();
    let request = stytch_b2b::magic_links::AuthenticateRequest::new("none");
    stytch
        .magic_links()
        .authenticate(request)
        .await
        .unwrap_err();
    emulator.webhooks().to(format!("{base}/webhooks"));
    let request =
        organizations::CreateRequest::new("An organization with a name that is longer than others");
    stytch.organizations().create(request).await.unwrap();
    emulator.add_fault(
        Fault::new()
            .operation("b2b.organizations.search")
            .refuse(429, "too_many_requests"),
    );
    let acme = organizations::GetRequest::new("acme");
    let acme = stytch.organizations().get(acme).await.unwrap().organization;
    let ada = organizations::members::GetRequest::new(&acme.organization_id)
        .email_address("ada@acme.example");
    let ada = stytch
        .organizations()
        .members()
        .get(ada)
        .await
        .unwrap()
        .member;
    let request = stytch_b2b::totps::CreateRequest::new(&acme.organization_id, &ada.member_id);
    stytch.totps().create(request).await.unwrap();
    let mint = serde_json::json!({ "member_id": ada.member_id });
    let http = reqwest::Client::new();
    let minted = http
        .post(format!("{}/_emulator/mint", emulator.url()))
        .json(&mint);
    assert_eq!(minted.send().await.unwrap().status(), 200);
}

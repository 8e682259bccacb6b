//! Sources that share the token of their machine.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use serde_json::json;
use stytch_b2b::Client;
use stytch_core::{
    Clock, Secret,
    m2m::{StoreFuture, TokenRequest, TokenSource, TokenStore},
    testing::TestClock,
};

use crate::{
    server::{Reply, Server},
    support::{seconds, start},
};

/// What a store does instead of its work.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Trouble {
    #[default]
    None,
    Fails,
    Hangs,
    Panics,
    PanicsBefore,
    /// Gives this instead of what was put.
    Gives(&'static str),
    /// Loses the end of each value.
    Cuts,
    /// Grants no lease.
    Leased,
    /// Grants every lease, as a store that has none.
    Leaseless,
}

/// A store that keeps everything for good and, where a test says so, under one key.
#[derive(Clone, Default)]
struct Store {
    entries: Arc<Mutex<HashMap<String, String>>>,
    put: Arc<Mutex<Vec<(String, Duration)>>>,
    leased: Arc<Mutex<Vec<(String, Duration)>>>,
    trouble: Trouble,
    one_for_all: bool,
}

impl Store {
    fn with(trouble: Trouble) -> Self {
        Self {
            trouble,
            ..Self::default()
        }
    }

    fn name(&self, key: &str) -> String {
        if self.one_for_all { "all" } else { key }.to_owned()
    }

    async fn suffer(&self) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        match self.trouble {
            Trouble::Fails => Err("the store is down".into()),
            Trouble::Hangs => std::future::pending().await,
            Trouble::Panics => panic!("the store panics"),
            _ => Ok(()),
        }
    }

    fn suffer_at_once(&self) {
        assert!(self.trouble != Trouble::PanicsBefore, "the store panics");
    }
}

impl TokenStore for Store {
    fn get<'a>(&'a self, key: &'a str) -> StoreFuture<'a, Option<Secret>> {
        self.suffer_at_once();
        Box::pin(async move {
            self.suffer().await?;
            let value = self.entries.lock().unwrap().get(&self.name(key)).cloned();
            Ok(match self.trouble {
                Trouble::Gives(text) => Some(text.into()),
                Trouble::Cuts => value.map(|text| text[..text.len() - 4].into()),
                _ => value.map(Secret::from),
            })
        })
    }

    fn put<'a>(&'a self, key: &'a str, value: Secret, life: Duration) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            let mut put = self.put.lock().unwrap();
            put.push((key.to_owned(), life));
            let mut entries = self.entries.lock().unwrap();
            entries.insert(self.name(key), value.expose().to_owned());
            Ok(())
        })
    }

    fn lease<'a>(&'a self, name: &'a str, life: Duration) -> StoreFuture<'a, bool> {
        Box::pin(async move {
            let mut leased = self.leased.lock().unwrap();
            leased.push((name.to_owned(), life));
            Ok(match self.trouble {
                Trouble::Leased => false,
                Trouble::Leaseless => true,
                _ => leased.len() == 1,
            })
        })
    }
}

fn client(server: &Server, clock: &TestClock) -> Client {
    let clock = clock.clone();
    Client::builder("project-test-1", "secret-of-project")
        .base_url(&server.url)
        .no_retries()
        .clock(move || clock.now())
        .build()
        .unwrap()
}

fn request() -> TokenRequest {
    TokenRequest::new("m2m-client-test-1", "secret-of-machine")
}

/// A source of an instance of its own.
fn instance(server: &Server, clock: &TestClock, store: &Store) -> TokenSource {
    let client = client(server, clock);
    client
        .m2m()
        .token_source(request())
        .with_store(store.clone())
}

async fn token(source: &TokenSource) -> String {
    source.token().await.unwrap().expose().to_owned()
}

/// A service that hands out numbered tokens that live for an hour, slowly.
async fn service() -> Server {
    Server::start(async |number, _| {
        tokio::time::sleep(Duration::from_millis(20)).await;
        let token = format!("token-{number}");
        Reply::Json(200, json!({"access_token": token, "expires_in": 3600}))
    })
    .await
}

#[tokio::test]
async fn one_instance_asks_and_the_others_find() {
    let (server, clock, store) = (service().await, TestClock::at(start()), Store::default());
    assert_eq!(token(&instance(&server, &clock, &store)).await, "token-0");
    clock.advance(seconds(60));
    assert_eq!(token(&instance(&server, &clock, &store)).await, "token-0");
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_fleet_that_starts_together_makes_one_request() {
    let (server, clock, store) = (service().await, TestClock::at(start()), Store::default());
    let instances: Vec<_> = (0..20)
        .map(|_| {
            let source = instance(&server, &clock, &store);
            tokio::spawn(async move { token(&source).await })
        })
        .collect();
    for instance in instances {
        assert_eq!(instance.await.unwrap(), "token-0");
    }
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn whoever_waits_in_vain_for_the_holder_of_the_lease_asks_too() {
    let (server, clock) = (service().await, TestClock::at(start()));
    let store = Store::with(Trouble::Leased);
    assert_eq!(token(&instance(&server, &clock, &store)).await, "token-0");
    assert_eq!(token(&instance(&server, &clock, &store)).await, "token-0");
    let leases = store.leased.lock().unwrap().clone();
    assert_eq!(leases.len(), 1);
    assert!(
        leases[0].0.ends_with("/lease") && leases[0].1 <= seconds(5),
        "{leases:?}"
    );
}

#[tokio::test]
async fn a_store_in_trouble_is_nobodys_trouble() {
    for trouble in [
        Trouble::Fails,
        Trouble::Hangs,
        Trouble::Panics,
        Trouble::PanicsBefore,
        Trouble::Cuts,
        Trouble::Gives(""),
        Trouble::Gives("token-of-nobody"),
        Trouble::Gives("bm9ib2R5J3MgdG9rZW4gYXQgYWxsLCBieSBhbnkga2V5"),
        Trouble::Gives("\u{0}💥"),
    ] {
        let (server, clock) = (service().await, TestClock::at(start()));
        let store = Store::with(trouble);
        for number in 0..2 {
            let source = instance(&server, &clock, &store);
            let begin = Instant::now();
            store.leased.lock().unwrap().clear();
            assert_eq!(
                token(&source).await,
                format!("token-{number}"),
                "{trouble:?}"
            );
            // the deadline of a call is thirty seconds
            assert!(begin.elapsed() < seconds(20), "{trouble:?}");
        }
    }
}

#[tokio::test]
async fn a_hanging_store_leaves_time_for_the_service() {
    let (server, clock) = (service().await, TestClock::at(start()));
    let clock = clock.clone();
    let client: Client = Client::builder("project-test-1", "secret-of-project")
        .base_url(&server.url)
        .timeout(Duration::from_secs(2))
        .clock(move || clock.now())
        .build()
        .unwrap();
    let store = Store::with(Trouble::Hangs);
    let source = client
        .m2m()
        .token_source(request())
        .with_store(store.clone());
    assert_eq!(token(&source).await, "token-0");
    // nor is it asked to keep anything
    assert!(store.put.lock().unwrap().is_empty());
}

#[tokio::test]
async fn nobody_gets_a_token_that_was_meant_for_somebody_else() {
    let (server, clock) = (service().await, TestClock::at(start()));
    let elsewhere = service().await;
    // it confuses its keys
    let store = Store {
        one_for_all: true,
        ..Store::default()
    };
    assert_eq!(token(&instance(&server, &clock, &store)).await, "token-0");
    let entry = store.entries.lock().unwrap()["all"].clone();
    store.leased.lock().unwrap().clear();
    let project = |id: &str| {
        let clock = clock.clone();
        Client::builder(id, "secret-of-project")
            .base_url(&server.url)
            .clock(move || clock.now())
            .build()
    };
    let (ours, other): (Client, Client) =
        (client(&server, &clock), project("project-test-2").unwrap());
    for (number, (client, request)) in [
        (
            &ours,
            TokenRequest::new("m2m-client-test-2", "secret-of-machine"),
        ),
        (
            &ours,
            TokenRequest::new("m2m-client-test-1", "secret-of-others"),
        ),
        (&ours, request().scopes(["read:users"])),
        (&ours, request().scopes(["*"])),
        (&other, request()),
    ]
    .into_iter()
    .enumerate()
    {
        let source = client.m2m().token_source(request).with_store(store.clone());
        assert_eq!(token(&source).await, format!("token-{}", number + 1));
        store
            .entries
            .lock()
            .unwrap()
            .insert("all".to_owned(), entry.clone());
        store.leased.lock().unwrap().clear();
    }
    assert_eq!(
        token(&instance(&elsewhere, &clock, &store)).await,
        "token-0"
    );
    assert_eq!(elsewhere.requests().len(), 1);
}

#[tokio::test]
async fn scopes_share_a_token_in_any_order_and_none_are_not_all() {
    let (server, clock, store) = (service().await, TestClock::at(start()), Store::default());
    let client = client(&server, &clock);
    let source = |scopes: &[&str]| {
        let request = request().scopes(scopes.iter().copied());
        client.m2m().token_source(request).with_store(store.clone())
    };
    assert_eq!(token(&source(&[])).await, "token-0");
    store.leased.lock().unwrap().clear();
    assert_eq!(token(&source(&["write:*", "read:users"])).await, "token-1");
    assert_eq!(token(&source(&["read:users write:*"])).await, "token-1");
    assert_eq!(
        token(&source(&["read:users", "write:*", "read:users"])).await,
        "token-1"
    );
    let error = source(&[""]).token().await.unwrap_err();
    assert_eq!(error.field(), Some("scopes"));
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn a_store_learns_neither_the_token_nor_the_secret() {
    let (server, clock, store) = (service().await, TestClock::at(start()), Store::default());
    let client = client(&server, &clock);
    let request =
        TokenRequest::new("m2m,client/1", "secret-of-machine").scopes(["read:users", "ä b"]);
    let source = client.m2m().token_source(request).with_store(store.clone());
    assert_eq!(token(&source).await, "token-0");
    let put = store.put.lock().unwrap().clone();
    let key = "stytch/m2m/project-test-1/m2m%2Cclient%2F1/b,read:users,%C3%A4";
    assert_eq!(put, [(key.to_owned(), seconds(3600))]);
    let entries = store.entries.lock().unwrap().clone();
    let value = &entries[key];
    assert!(
        value
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
    );
    use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
    let bytes = URL_SAFE_NO_PAD.decode(value).unwrap();
    for secret in ["token-0", "secret-of-machine"] {
        assert!(
            !bytes
                .windows(secret.len())
                .any(|part| part == secret.as_bytes())
        );
    }
}

#[tokio::test]
async fn an_old_token_is_not_taken_and_an_expired_one_never() {
    let (server, clock, store) = (service().await, TestClock::at(start()), Store::default());
    for (number, later) in [(0, 0), (0, 2939), (1, 1), (2, 3600), (3, 1_000_000)] {
        clock.advance(seconds(later));
        store.leased.lock().unwrap().clear();
        let found = token(&instance(&server, &clock, &store)).await;
        assert_eq!(found, format!("token-{number}"), "{later} s later");
    }
    // by a clock that is far behind, nothing can be said about its end
    let behind = TestClock::at(start());
    store.leased.lock().unwrap().clear();
    let found = token(&instance(&server, &behind, &store)).await;
    assert_eq!(found, "token-4");
}

#[tokio::test]
async fn what_one_instance_renews_the_others_find() {
    let (server, clock, store) = (service().await, TestClock::at(start()), Store::default());
    let (one, two) = (
        instance(&server, &clock, &store),
        instance(&server, &clock, &store),
    );
    assert_eq!(
        (token(&one).await, token(&two).await),
        ("token-0".into(), "token-0".into())
    );
    store.leased.lock().unwrap().clear();
    clock.advance(seconds(3590));
    assert_eq!(
        (token(&one).await, token(&two).await),
        ("token-1".into(), "token-1".into())
    );
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn a_refused_token_does_not_come_back_out_of_the_store() {
    let (server, clock, store) = (service().await, TestClock::at(start()), Store::default());
    let (one, two) = (
        instance(&server, &clock, &store),
        instance(&server, &clock, &store),
    );
    let refused = one.token().await.unwrap();
    assert_eq!(token(&two).await, "token-0");
    store.leased.lock().unwrap().clear();
    one.invalidate(&refused);
    assert_eq!(token(&one).await, "token-1");
    // late, and no news
    one.invalidate(&refused);
    assert_eq!(token(&one).await, "token-1");
    two.invalidate(&refused);
    assert_eq!(token(&two).await, "token-1");
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn an_old_token_of_the_store_is_better_than_none() {
    let server = Server::start(async |number, _| match number {
        0 => Reply::Json(200, json!({"access_token": "token-0", "expires_in": 3600})),
        _ => Reply::Json(500, json!({})),
    })
    .await;
    let (clock, store) = (TestClock::at(start()), Store::with(Trouble::Leaseless));
    assert_eq!(token(&instance(&server, &clock, &store)).await, "token-0");
    // four minutes before its end, and with the service down
    clock.advance(seconds(3360));
    let source = instance(&server, &clock, &store);
    assert_eq!(token(&source).await, "token-0");
    clock.advance(seconds(229));
    assert_eq!(token(&source).await, "token-0");
    clock.advance(seconds(1));
    assert!(source.token().await.unwrap_err().is_server_error());
    assert!(instance(&server, &clock, &store).token().await.is_err());
}

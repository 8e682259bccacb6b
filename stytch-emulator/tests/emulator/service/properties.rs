//! Whatever is asked for in whatever order: what holds of a project goes on holding.

use std::time::Duration;

use crate::common::invariants::{check, list};
use fastrand::Rng;
use serde_json::Value;
use stytch_b2b::discovery::{intermediate_sessions, organizations as founding};
use stytch_b2b::magic_links::{self, email};
use stytch_b2b::organizations::{self, members};
use stytch_b2b::{Client, Secret, sessions};
use stytch_consumer::magic_links as links;
use stytch_consumer::{passwords, users};
use stytch_emulator::Emulator;

const STEPS: usize = 120;

/// Somebody who does things at random, and knows what was seen so far.
struct Person {
    emulator: Emulator,
    b2b: Client,
    consumer: stytch_consumer::Client,
    random: Rng,
    organizations: Vec<String>,
    members: Vec<(String, String)>,
    begun: Vec<Secret>,
    sessions: Vec<Secret>,
}

impl Person {
    async fn new(seed: u64) -> Self {
        let emulator = Emulator::builder().random_seed(seed).start().await.unwrap();
        emulator
            .clock()
            .freeze("2030-01-01T00:00:00Z".parse().unwrap());
        Self {
            b2b: emulator.b2b_client(),
            consumer: emulator.consumer_client(),
            emulator,
            random: Rng::with_seed(seed),
            organizations: vec!["organization-test-nobody".to_owned()],
            members: vec![(
                "organization-test-nobody".to_owned(),
                "member-test-nobody".to_owned(),
            )],
            begun: vec!["nothing".into()],
            sessions: vec!["nothing".into()],
        }
    }

    fn address(&mut self) -> String {
        format!(
            "person-{}@acme-{}.com",
            self.random.u8(0..6),
            self.random.u8(0..2)
        )
    }

    fn organization(&mut self) -> String {
        self.random.choice(&self.organizations).unwrap().clone()
    }

    /// Does one thing; most of the time it is refused, which is fine.
    async fn step(&mut self) {
        let address = self.address();
        let organization = self.organization();
        let (home, member) = self.random.choice(&self.members).unwrap().clone();
        let session = self.random.choice(&self.sessions).unwrap().clone();
        match self.random.u8(0..14) {
            0 => {
                let slug = format!("acme-{}", self.random.u8(0..5));
                let request = organizations::CreateRequest::new("Acme").organization_slug(slug);
                if let Ok(created) = self.b2b.organizations().create(request).await {
                    self.organizations
                        .push(created.organization.organization_id.into_string());
                }
            }
            1 => {
                let slug = format!("acme-{}", self.random.u8(0..5));
                let request =
                    organizations::UpdateRequest::new(organization).organization_slug(slug);
                let _ = self.b2b.organizations().update(request).await;
            }
            2 if self.random.u8(0..4) == 0 => {
                let request = organizations::DeleteRequest::new(organization);
                let _ = self.b2b.organizations().delete(request).await;
            }
            3 | 4 => {
                let request = members::CreateRequest::new(&organization, address);
                if let Ok(created) = self.b2b.organizations().members().create(request).await {
                    self.members
                        .push((organization, created.member_id.into_string()));
                }
            }
            5 => {
                let request = members::UpdateRequest::new(home, member).email_address(address);
                let _ = self.b2b.organizations().members().update(request).await;
            }
            6 => {
                let request = members::DeleteRequest::new(home, member);
                let _ = self.b2b.organizations().members().delete(request).await;
            }
            7 => {
                let request = members::ReactivateRequest::new(home, member);
                let _ = self.b2b.organizations().members().reactivate(request).await;
            }
            8 => {
                let request = email::InviteRequest::new(organization, address);
                let _ = self.b2b.magic_links().email().invite(request).await;
            }
            9 => {
                let request = email::discovery::SendRequest::new(address);
                let _ = self
                    .b2b
                    .magic_links()
                    .email()
                    .discovery()
                    .send(request)
                    .await;
            }
            10 => self.follow_a_link().await,
            11 => {
                let begun = self.random.choice(&self.begun).unwrap().clone();
                if self.random.bool() {
                    let request = founding::CreateRequest::new(begun);
                    if let Ok(login) = self.b2b.discovery().organizations().create(request).await {
                        self.sessions.push(login.session_token);
                    }
                } else {
                    let request = intermediate_sessions::ExchangeRequest::new(begun, organization);
                    let exchange = self
                        .b2b
                        .discovery()
                        .intermediate_sessions()
                        .exchange(request);
                    if let Ok(login) = exchange.await {
                        self.sessions.push(login.session_token);
                    }
                }
            }
            12 => {
                let request = sessions::RevokeRequest::new().session_token(session);
                let _ = self.b2b.sessions().revoke(request).await;
                self.emulator
                    .clock()
                    .advance(Duration::from_secs(self.random.u64(0..900)));
            }
            _ => self.be_a_user(address).await,
        }
    }

    async fn follow_a_link(&mut self) {
        let messages = self.emulator.messages().all();
        let Some(message) = self.random.choice(&messages) else {
            return;
        };
        let token = message.token.clone().unwrap_or_default();
        let request = magic_links::AuthenticateRequest::new(token.clone());
        if let Ok(login) = self.b2b.magic_links().authenticate(request).await {
            self.sessions.push(login.session_token);
        }
        let request = magic_links::discovery::AuthenticateRequest::new(token.clone());
        if let Ok(found) = self
            .b2b
            .magic_links()
            .discovery()
            .authenticate(request)
            .await
        {
            self.begun.push(found.intermediate_session_token);
        }
        let request = links::AuthenticateRequest::new(token).session_duration_minutes(60);
        let _ = self.consumer.magic_links().authenticate(request).await;
    }

    async fn be_a_user(&mut self, address: String) {
        match self.random.u8(0..3) {
            0 => {
                let request = links::email::LoginOrCreateRequest::new(address);
                let _ = self
                    .consumer
                    .magic_links()
                    .email()
                    .login_or_create(request)
                    .await;
            }
            1 => {
                let request = passwords::CreateRequest::new(address, "correct horse battery 1947");
                let _ = self.consumer.passwords().create(request).await;
            }
            _ => {
                let request = users::SearchRequest::new();
                let found = self.consumer.users().search(request).await.unwrap().results;
                if let Some(user) = self.random.choice(&found) {
                    let request = users::DeleteRequest::new(&user.user_id);
                    let _ = self.consumer.users().delete(request).await;
                }
            }
        }
    }

    async fn export(&self) -> Value {
        let url = format!("{}/_emulator/export", self.emulator.url());
        reqwest::get(url).await.unwrap().json().await.unwrap()
    }
}

async fn play(seed: u64) -> String {
    let mut person = Person::new(seed).await;
    for step in 0..STEPS {
        person.step().await;
        if step % 10 == 0 {
            check(&person.export().await);
        }
    }
    let export = person.export().await;
    assert!(!list(&export, "organizations").is_empty());

    // What comes out goes in again, and comes out the same.
    let url = format!(
        "{}/_emulator/import?project=project-test-other",
        person.emulator.url()
    );
    let response = reqwest::Client::new()
        .post(url)
        .json(&export)
        .send()
        .await
        .unwrap();
    assert_eq!(response.status(), 200);
    let url = format!(
        "{}/_emulator/export?project=project-test-other",
        person.emulator.url()
    );
    let other: Value = reqwest::get(url).await.unwrap().json().await.unwrap();
    assert_eq!(other.to_string(), export.to_string());
    export.to_string()
}

#[tokio::test]
async fn what_holds_of_a_project_goes_on_holding() {
    for seed in 0..2 {
        play(seed).await;
    }
}

#[tokio::test]
async fn the_same_seed_and_the_same_calls_end_in_the_same_bytes() {
    assert_eq!(play(7).await, play(7).await);
}

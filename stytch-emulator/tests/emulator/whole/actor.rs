//! Somebody who does things one after the other, and goes by what came of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use reqwest::Method;
use serde_json::{Map, Value, json};
use stytch_core::Timestamp;
use stytch_emulator::authenticator::Authenticator;
use stytch_emulator::{Emulator, Wallet};

use super::api::{Operation, operation};
use super::caller::{Caller, Outcome, form};
use super::context::Context;
use super::flows::Step;
use super::values::{Composer, Style};
use crate::common::issuer::{Issuer, PROFILE};

const CALLBACK: &str = "http://localhost:3000/";

const CERTIFICATE: &str = include_str!("../../../src/keys/1.crt");

/// A key as identity providers hand it out, in PKCS #1.
fn private_key() -> String {
    // behind the header of PKCS #8
    let der = &include_bytes!("../../../src/keys/1.der")[26..];
    let text = BASE64_STANDARD.encode(der);
    format!("-----BEGIN RSA PRIVATE KEY-----\n{text}\n-----END RSA PRIVATE KEY-----\n")
}

/// A person with an app, and whatever lies on the desk.
pub(crate) struct Actor {
    pub(crate) caller: Caller,
    pub(crate) context: Context,
    pub(crate) desk: Desk,
}

/// What somebody proves things with.
pub(crate) struct Desk {
    passkeys: Authenticator,
    wallet: Wallet,
    pub(crate) issuer: Issuer,
    /// Knows what an authenticator app shows. Its clock is set each time, by one at a time.
    codes: Arc<Emulator>,
    issued: u64,
}

impl Desk {
    pub(crate) fn new(codes: &Arc<Emulator>) -> Self {
        Self {
            passkeys: Authenticator::new(),
            wallet: Wallet::ethereum(),
            issuer: Issuer::new(),
            codes: Arc::clone(codes),
            issued: 0,
        }
    }
}

/// A step that was done: what was asked, and what came of it.
pub(crate) struct Done {
    pub(crate) what: String,
    pub(crate) outcome: Outcome,
}

impl Actor {
    /// Does the next thing.
    pub(crate) async fn step(
        &mut self,
        step: &Step,
        random: &mut fastrand::Rng,
        style: Style,
    ) -> Done {
        let given = {
            let mut composer = Composer {
                context: &self.context,
                random,
                style,
            };
            match step {
                Step::Call(name, given) => {
                    let params = composer.params(operation(name), given);
                    Value::Object(params)
                }
                Step::Other(_, given) => composer.resolved(given),
            }
        };
        let (name, outcome) = match step {
            Step::Call(name, _) => (name, self.call(name, &given, None).await),
            Step::Other(name, _) => (name, self.other(name, &given).await),
        };
        if let Some(answer) = outcome.success() {
            self.context.learn(&given);
            self.context.learn(answer);
        }
        Done {
            what: format!("{name} {given}"),
            outcome,
        }
    }

    /// The parameters of a call.
    pub(crate) fn params(
        &self,
        operation: &Operation,
        random: &mut fastrand::Rng,
        style: Style,
    ) -> Value {
        let mut composer = Composer {
            context: &self.context,
            random,
            style,
        };
        Value::Object(composer.params(operation, &Value::Null))
    }

    /// Calls an operation.
    pub(crate) async fn call(
        &self,
        name: &str,
        params: &Value,
        member_session: Option<&str>,
    ) -> Outcome {
        let empty = Map::new();
        let params = params.as_object().unwrap_or(&empty);
        self.caller
            .call(operation(name), params, member_session)
            .await
    }

    /// What is no operation.
    async fn other(&mut self, name: &str, given: &Value) -> Outcome {
        match name {
            "+mail" => self.open_mail(given).await,
            "+totp" => self.read_app().await,
            "+follow" => self.follow(given).await,
            "+passkey" => self.use_passkey(),
            "+wallet" => found(json!({
                "crypto_wallet_type": "ethereum",
                "crypto_wallet_address": self.desk.wallet.address(),
            })),
            "+sign" => {
                let challenge = self.context.text("challenge").unwrap_or_default();
                found(json!({ "signature": self.desk.wallet.sign(challenge) }))
            }
            "+attest" => self.attest().await,
            "+know" => found(given.clone()),
            "+saml" => {
                found(json!({ "x509_certificate": CERTIFICATE, "private_key": private_key() }))
            }
            "+settings" => self.set(given).await,
            "+impersonate" => self.impersonate(given).await,
            "+seed" => self.seed(given).await,
            "+form" => {
                let mut form = given.as_object().cloned().unwrap_or_default();
                let endpoint = form.remove("endpoint").unwrap_or_default();
                let endpoint = endpoint.as_str().unwrap_or_default();
                self.caller.form(endpoint, &form).await
            }
            other => panic!("no step {other}"),
        }
    }

    /// The settings of the project.
    async fn set(&self, given: &Value) -> Outcome {
        let mut settings = json!({
            "trusted_auth_tokens": [self.desk.issuer.profile()],
            "user_info": { "of-old": { "email": self.context.text("email_address") } },
        });
        let more = given.as_object().cloned().unwrap_or_default();
        settings.as_object_mut().unwrap().extend(more);
        self.seed(&json!({ "settings": settings })).await
    }

    /// What the button in the dashboard does.
    async fn impersonate(&self, given: &Value) -> Outcome {
        let (path, body) = ("impersonation", given.to_string());
        match self.caller.ask(Method::POST, path, &body).await {
            None => Outcome::Lost,
            Some(Err(refused)) => nothing(&refused),
            Some(Ok(answer)) => {
                let answer: Value = serde_json::from_str(&answer).unwrap();
                found(json!({ "impersonation_token": answer["token"] }))
            }
        }
    }

    /// What can't be had through the API.
    async fn seed(&self, given: &Value) -> Outcome {
        let body = given.to_string();
        match self.caller.ask(Method::POST, "seed", &body).await {
            None => Outcome::Lost,
            Some(Err(refused)) => nothing(&refused),
            Some(Ok(_)) => found(Value::Null),
        }
    }

    /// The token and the code of the newest message, under all names that they go by.
    async fn open_mail(&self, given: &Value) -> Outcome {
        let to = given["to"].as_str();
        let known = ["email_address", "email", "phone_number", "mfa_phone_number"];
        let mut known = known.iter().filter_map(|name| self.context.text(name));
        let Some(to) = to.or_else(|| known.next()) else {
            return nothing("nobody to write to");
        };
        let path = format!("messages?{}", form([("to", to)]));
        let Some(answer) = self.caller.control(Method::GET, &path, "").await else {
            return Outcome::Lost;
        };
        let answer: Value = serde_json::from_str(&answer).unwrap();
        let Some(message) = answer["messages"].as_array().and_then(|all| all.last()) else {
            return nothing(to);
        };
        let (token, code) = (&message["token"], &message["code"]);
        found(json!({
            "token": token,
            "magic_links_token": token,
            "discovery_magic_links_token": token,
            "password_reset_token": token,
            "code": code,
        }))
    }

    async fn now(&self) -> Option<Timestamp> {
        let clock = self.caller.control(Method::GET, "clock", "").await?;
        let clock: Value = serde_json::from_str(&clock).unwrap();
        Some(clock["now"].as_str().unwrap().parse().unwrap())
    }

    /// What the authenticator app shows.
    async fn read_app(&self) -> Outcome {
        let Some(now) = self.now().await else {
            return Outcome::Lost;
        };
        self.desk.codes.clock().freeze(now);
        let secret = self.context.text("secret").unwrap_or_default();
        match self.desk.codes.totp_code(secret) {
            Some(code) => found(json!({ "code": code, "totp_code": code })),
            None => nothing("no key"),
        }
    }

    /// Goes from where a login begins to where it ends, as a browser does.
    async fn follow(&self, given: &Value) -> Outcome {
        let token = self.caller.project.replacen("project-", "public-token-", 1);
        let pairs = given.as_object().into_iter().flatten();
        let pairs = pairs.filter(|(name, _)| *name != "path");
        let pairs = pairs.map(|(name, value)| (name.as_str(), value.as_str().unwrap_or_default()));
        let query = form(pairs.chain([("public_token", token.as_str())]));
        let path = given["path"].as_str().unwrap_or_default();
        let mut next = format!("{path}?{query}");
        for _ in 0..5 {
            let url = match self.caller.visit(&next).await {
                None => return Outcome::Lost,
                Some(Err(text)) => return nothing(&text),
                Some(Ok(url)) => url,
            };
            if let Some((_, query)) = url.split_once('?').filter(|_| url.starts_with(CALLBACK)) {
                let pairs = form_urlencoded::parse(query.as_bytes()).into_owned();
                let pairs: BTreeMap<_, _> = pairs.collect();
                let of = |name| pairs.get(name).map(String::as_str).unwrap_or_default();
                let kind = format!("{}_token", of("stytch_token_type"));
                return found(json!({ "token": of("token"), kind: of("token") }));
            }
            next = url
                .strip_prefix(&self.caller.url)
                .unwrap_or(&url)
                .to_owned();
        }
        nothing(&next)
    }

    /// Registers a passkey, or shows one, whatever the options ask for.
    fn use_passkey(&mut self) -> Outcome {
        let origin = "https://app.example.com";
        let of = |name| self.context.text(name);
        let credential = match (
            of("public_key_credential_request_options"),
            of("public_key_credential_creation_options"),
        ) {
            (Some(options), _) => self.desk.passkeys.get(origin, options),
            (None, Some(options)) => self.desk.passkeys.create(origin, options),
            (None, None) => return nothing("no options"),
        };
        match credential {
            Ok(credential) => found(json!({ "public_key_credential": credential })),
            Err(error) => nothing(&error.to_string()),
        }
    }

    /// The token of somebody whom another system vouches for.
    async fn attest(&mut self) -> Outcome {
        let Some(now) = self.now().await else {
            return Outcome::Lost;
        };
        self.desk.issued += 1;
        let email = self.context.text("email_address");
        let token = self.desk.issuer.token(&json!({
            "iss": "https://old.example",
            "aud": "new",
            "exp": now.unix_seconds() + 60,
            "email": email,
            "sub": email,
            "jti": format!("token-{}", self.desk.issued),
        }));
        found(json!({ "profile_id": PROFILE, "token": token }))
    }
}

fn found(what: Value) -> Outcome {
    Outcome::Answer(200, what)
}

fn nothing(why: &str) -> Outcome {
    Outcome::Answer(404, why.into())
}

// Generated from codegen/src/outputs/entry/guides/many_instances.rs.in by `cargo xtask generate`. Do not edit.

//! Running many instances: what each keeps for itself, what they can share, and what a fleet asks of the service.
//!
//! A [`Client`](crate::Client) is cheap to clone, and its clones share everything: connections, keys, policies,
//! the retry budget. Make one per process, put it into the app's state, and clone it.
//!
//! # What an instance fetches
//!
//! | what | when | kept for | if it can't be had |
//! |---|---|---|---|
//! | keys | for the first token, or in [`warm_up`](crate::Client::warm_up) | 1 hour, then renewed in the background | the old ones serve for 23 hours more |
//! | an unknown key | for the first token that names it | | at most three fetches at once, then one in 30 seconds |
//! | the policy | for the first check of a permission, or in `warm_up` | 5 minutes | the old one serves for 55 minutes more |
//! | a machine's token | for the first call of [`token_source`](crate::m2m::M2m::token_source) | until five minutes before its end | the old one serves until ten seconds before its end |
//!
//! However many requests wait for one of these, one fetch is under way. Ages are shortened by up to a tenth, at
//! random, so that instances that were started together don't come back together.
//! [`KeySettings`](crate::KeySettings) and [`PolicySettings`](crate::PolicySettings) change the numbers.
//!
//! So a fleet of a thousand asks for keys about a thousand times in an hour, spread evenly, and no request of a
//! user waits for it.
//!
//! # Cold starts
//!
//! Call [`warm_up`](crate::Client::warm_up) before the instance says that it is ready, on the runtime that will
//! serve. Where even that is too slow, or the network comes late, give each instance what the last one had:
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use stytch_consumer::{Client, KeySet, testing::Issuer};
//!
//! # let issuer = Issuer::new();
//! # let earlier: Client = issuer.client().build()?;
//! # let jwt = issuer.user_session("user-test-1").mint();
//! // at the end of an instance, or once in a while
//! let kept = earlier.keys().map(|keys| keys.to_json());
//!
//! // at the start of the next one
//! let mut builder = Client::builder(issuer.project_id(), "secret");
//! # builder = builder.base_url("http://127.0.0.1:9");
//! if let Some(kept) = kept {
//!     builder = builder.initial_keys(KeySet::from_json(kept.as_bytes())?);
//! }
//! let stytch = builder.build()?;
//! stytch.sessions().authenticate_jwt_local(&jwt).await?; // waits for nothing
//! # Ok(())
//! # }
//! ```
//!
//! They are renewed in the background at once. `initial_policy` does the same for the policy, and `key_set` and
//! `policy` are for machines without any network: what they give is never renewed. Keys are public; keep them
//! where nobody can put others in their place.
//!
//! # Machine tokens
//!
//! A service that calls others needs a token for each machine and set of scopes, not one per instance. Give the
//! sources a place to share it:
//!
//! ```ignore
//! use redis::{AsyncCommands as _, ExistenceCheck, SetExpiry, SetOptions, aio::ConnectionManager};
//! use stytch_consumer::{Secret, tokens::{StoreFuture, TokenStore}};
//!
//! /// The tokens of all instances, in Redis.
//! struct SharedTokens(ConnectionManager);
//!
//! impl TokenStore for SharedTokens {
//!     fn get<'a>(&'a self, key: &'a str) -> StoreFuture<'a, Option<Secret>> {
//!         Box::pin(async move {
//!             let value: Option<String> = self.0.clone().get(key).await?;
//!             Ok(value.map(Secret::from))
//!         })
//!     }
//!
//!     fn put<'a>(&'a self, key: &'a str, value: Secret, expires_in: Duration) -> StoreFuture<'a, ()> {
//!         let options = SetOptions::default().with_expiration(expiry(expires_in));
//!         Box::pin(async move {
//!             let () = self.0.clone().set_options(key, value.expose(), options).await?;
//!             Ok(())
//!         })
//!     }
//!
//!     fn lease<'a>(&'a self, name: &'a str, expires_in: Duration) -> StoreFuture<'a, bool> {
//!         let options = SetOptions::default()
//!             .conditional_set(ExistenceCheck::NX)
//!             .with_expiration(expiry(expires_in));
//!         Box::pin(async move {
//!             let taken: Option<String> = self.0.clone().set_options(name, "1", options).await?;
//!             Ok(taken.is_some())
//!         })
//!     }
//! }
//! ```
//!
//! ```ignore
//! let request = TokenRequest::new(id, secret).scopes(["read:users"]);
//! let source = stytch.m2m().token_source(request).with_store(SharedTokens(redis));
//! let token = source.token().await?;
//! ```
//!
//! One instance gets the token, the others find it; before it ends, one of them renews it for all. What lies in
//! the store is sealed with the machine's secret, so that who reads it there has no token, and who writes there
//! plants none. A store that is down costs a second, once per token, and each instance then gets its own. See
//! [`TokenStore`](crate::tokens::TokenStore). The whole program is `examples/shared-tokens` of the repository.
//!
//! # Retries
//!
//! Each client has a budget for retries, so that an outage is not multiplied: see
//! [`RetryBudget`](crate::RetryBudget). With many instances that each make few calls, leave it as it is. Rate
//! limits of the service hold for the project, so that instances share them whether they know it or not; the
//! client obeys `Retry-After`, within the deadline of the call.
//!
//! # Memory of checked tokens
//!
//! [`remember_tokens`](crate::ClientBuilder::remember_tokens) is per instance. It helps where requests of one
//! session come to the same instance; elsewhere the signature is checked again, for some twenty microseconds.
//!
//! # Clocks
//!
//! JWTs are judged by the clock of the instance, without leeway. Run NTP; where that is not to be had, `.leeway(…)`
//! of a check forgives the difference.
//!
//! # Rotation
//!
//! The keys of the project turn by themselves: a token with a new key makes each instance fetch once. The secret of
//! the project has two values while it is rotated: start the new instances with the new one, end the old ones,
//! and then take the old secret away. `error.is_bad_credentials()` is the alarm for the other order.

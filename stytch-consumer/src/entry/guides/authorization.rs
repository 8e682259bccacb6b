// Generated from codegen/src/outputs/entry/guides/authorization.rs.in by `cargo xtask generate`. Do not edit.

//! Authorization: who may do what, and who says so.
//!
//! A user has roles, and the project's policy says what each role permits: actions on resources. Machines and
//! connected apps have scopes instead. Both are checked here, against a policy that is fetched once and kept
//! fresh; a check costs nanoseconds.
//!
//! # Sessions
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use stytch_consumer::{Client, testing::Issuer, tokens::CompiledPolicy};
//!
//! let policy = CompiledPolicy::builder()
//!     .role("editor", "documents", ["read", "write"])
//!     .role("admin", "documents", ["*"])
//!     .build();
//! # let issuer = Issuer::new();
//! let stytch: Client = issuer.client().policy(policy).build()?; // in a test; else it is fetched
//! # let jwt = issuer.user_session("user-test-1").role("editor").mint();
//!
//! // As part of the check:
//! let check = stytch.sessions().authenticate_jwt_local(&jwt);
//! let session = check.authorize("documents", "write").await?;
//! assert!(session.verdict().is_some_and(|verdict| verdict.granted_by().eq(["editor"])));
//!
//! // Later in the same request, without checking the JWT again:
//! let refused = session.require_permission("documents", "delete").await.unwrap_err();
//! assert!(refused.is_forbidden());
//! # Ok(())
//! # }
//! ```
//!
//! Demands add up: all of them must be met. A role that the policy does not know permits nothing, and so does a
//! policy that can't be had: the check then fails with
//! [`CheckUnavailable`](crate::ErrorKind::CheckUnavailable), not as a refusal.
//!
//! | the check ends with | say |
//! |---|---|
//! | `error.needs_login()` | 401, or the login page |
//! | `error.is_forbidden()` | 403: known, and not allowed |
//! | `error.is_retryable()` | 503: keys or policy can't be had for now |
//!
//! # How fresh it is
//!
//! - The JWT carries the roles that the session had when it was made, five minutes ago at most.
//!   `.max_token_age(…)` makes that less.
//! - The policy is five minutes old at most while somebody asks, and ten where nothing runs in between;
//!   [`PolicySettings`](crate::PolicySettings) changes that.
//! - Roles granted a moment ago are known to the API first.
//!   [`second_opinion`](crate::tokens::SessionCheck::second_opinion) asks it before refusing.
//!
//! # Machines
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use stytch_consumer::{Client, testing::Issuer};
//!
//! let issuer = Issuer::new();
//! let stytch: Client = issuer.client().build()?;
//! let token = issuer.machine_token("m2m-client-test-1").scope("read:*").mint();
//!
//! let machine = stytch.m2m().authenticate_token(&token).require_scopes(["read:users"]).await?;
//! assert_eq!(machine.client_id(), "m2m-client-test-1");
//! let check = stytch.m2m().authenticate_token(&token).require_scopes(["write:users"]);
//! assert!(check.await.unwrap_err().is_forbidden());
//! # Ok(())
//! # }
//! ```
//!
//! A scope is `action:resource`, and `action:*` covers every resource; see
//! [`scopes_satisfy`](crate::tokens::scopes_satisfy). `.scope_rule(…)` puts another rule in its place.
//!
//! # Connected apps
//!
//! The token of a connected app says for whom it acts and with which scopes, and the policy says what a scope
//! permits:
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use stytch_consumer::{Client, testing::Issuer, tokens::CompiledPolicy};
//!
//! let issuer = Issuer::new();
//! let policy = CompiledPolicy::builder().scope("documents:read", "documents", ["read"]).build();
//! let stytch: Client = issuer.client().policy(policy).build()?;
//! let token = issuer
//!     .access_token("user-test-1", "connected-app-test-1")
//!     .scope("documents:read")
//!     .mint();
//!
//! let app = stytch.idp().introspect_token_local(&token).authorize("documents", "read").await?;
//! assert_eq!(app.client_id(), "connected-app-test-1");
//! # Ok(())
//! # }
//! ```
//!
//! The tokens of machines and apps pass local checks until they end, an hour after they were made, revoked or
//! not. [`introspect_token_network`](crate::idp::Idp::introspect_token_network) asks the API.

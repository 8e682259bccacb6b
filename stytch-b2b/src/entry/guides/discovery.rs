// Generated from codegen/src/outputs/entry/guides/discovery.rs.in by `cargo xtask generate`. Do not edit.

//! Discovery: logging in somebody who names no organization, step by step.
//!
//! In B2B a person is a member of each organization by themselves, and a login is a login to one of them. When the
//! login page does not know which, it goes the other way round: first the address is proven, then the
//! organizations are found that are open to it.
//!
//! ```text
//! address ─ mail ─ token ─► intermediate session ─┬─ choose one ──► session
//!                           (ten minutes)         └─ found one ───► session
//! ```
//!
//! # 1. Send the mail
//!
//! ```no_run
//! use stytch_b2b::{Client, Error, magic_links::email};
//!
//! async fn send_link(stytch: &Client, address: &str) -> Result<(), Error> {
//!     let request = email::discovery::SendRequest::new(address);
//!     stytch.magic_links().email().discovery().send(request).await?;
//!     Ok(())
//! }
//! ```
//!
//! `.discovery_redirect_url(…)` says where the link leads; without, the project's default does. The address must be
//! among the redirect URLs of the project.
//!
//! # 2. Take the token of the link
//!
//! The link opens that page with `?stytch_token_type=discovery&token=…`. Look at the type first, since other
//! links may lead to the same page. Then:
//!
//! ```no_run
//! use stytch_b2b::{Client, Error, magic_links::discovery as link};
//!
//! async fn follow_link(stytch: &Client, token: &str) -> Result<link::AuthenticateResponse, Error> {
//!     let request = link::AuthenticateRequest::new(token);
//!     stytch.magic_links().discovery().authenticate(request).await
//! }
//! ```
//!
//! Nobody is logged in yet. `intermediate_session_token` proves the address, for ten minutes: keep it in a cookie
//! (`stytch_intermediate_session_token`, `HttpOnly`), never in a page or an address. The token of the link is
//! spent; whoever reloads the page begins anew, or goes on with that cookie.
//!
//! # 3. Let the person choose
//!
//! `discovered_organizations` lists what is open to the address, and
//! [`membership`](crate::discovery::Membership) on what grounds: a member, somebody who was invited, somebody whose
//! email domain may join. `member_authenticated` says whether the person can go straight in;
//! `primary_required` and `mfa_required` what the organization asks for beside the mail. One that is no
//! longer at hand is asked for again by
//! [`list`](crate::discovery::organizations::Organizations::list), with the intermediate session token, which
//! listing does not spend.
//!
//! With one organization in the list, most apps choose it themselves; with none, they offer to found one.
//!
//! # 4. Go in, or found one
//!
//! ```no_run
//! use stytch_b2b::discovery::{intermediate_sessions as chosen, organizations as founded};
//! use stytch_b2b::{Client, Error, OrganizationId, Secret};
//!
//! async fn enter(
//!     stytch: &Client,
//!     proof: &Secret,
//!     organization: &OrganizationId,
//! ) -> Result<chosen::ExchangeResponse, Error> {
//!     let request = chosen::ExchangeRequest::new(proof, organization).session_duration_minutes(60);
//!     stytch.discovery().intermediate_sessions().exchange(request).await
//! }
//!
//! async fn found(
//!     stytch: &Client,
//!     proof: &Secret,
//!     name: &str,
//! ) -> Result<founded::CreateResponse, Error> {
//!     let request = founded::CreateRequest::new(proof)
//!         .organization_name(name)
//!         .session_duration_minutes(60);
//!     stytch.discovery().organizations().create(request).await
//! }
//! ```
//!
//! Whoever founds an organization is its admin. Going in accepts an invitation, and makes a member of somebody
//! whose domain may join.
//!
//! # 5. See whether that was all
//!
//! Both answer alike. `member_authenticated` says whether there is a session:
//!
//! ```no_run
//! use stytch_b2b::discovery::intermediate_sessions as chosen;
//! use stytch_b2b::{Secret, mfa::MfaRequired};
//!
//! enum Next {
//!     /// Set the session's cookies, and delete that of the intermediate session.
//!     Home { session_token: Secret, session_jwt: Secret },
//!     /// Ask for a second factor; keep the proof in its cookie.
//!     SecondFactor { proof: Secret, due: Box<MfaRequired> },
//!     /// The organization does not accept what was shown: send to its own login page.
//!     AnotherWayIn,
//! }
//!
//! fn next(login: chosen::ExchangeResponse) -> Next {
//!     if login.member_authenticated {
//!         let (session_token, session_jwt) = (login.session_token, login.session_jwt);
//!         return Next::Home { session_token, session_jwt };
//!     }
//!     match login.mfa_required {
//!         Some(due) => Next::SecondFactor {
//!             proof: login.intermediate_session_token,
//!             due: Box::new(due),
//!         },
//!         None => Next::AnotherWayIn,
//!     }
//! }
//! ```
//!
//! A second factor is given with that proof, the organization and the member:
//! [`otps().sms()`](crate::otps::sms) and [`totps()`](crate::totps) both take `.intermediate_session_token(…)`, and
//! end with the session. Somebody who has none yet sets one up by the same calls.
//!
//! # Later: another organization
//!
//! A person who is logged in changes over without a mail:
//!
//! ```no_run
//! use stytch_b2b::{Client, Error, OrganizationId, Secret, sessions};
//!
//! async fn switch(
//!     stytch: &Client,
//!     session_token: &Secret,
//!     organization: &OrganizationId,
//! ) -> Result<sessions::ExchangeResponse, Error> {
//!     let request = sessions::ExchangeRequest::new(organization)
//!         .session_token(session_token)
//!         .session_duration_minutes(60);
//!     stytch.sessions().exchange(request).await
//! }
//! ```
//!
//! What was proven by mail counts there, too. Passwords, SSO and second factors belong to one organization and
//! don't: the answer then says what is missing, as in step 5.
//!
//! # The other ways in
//!
//! | proof | step 1 | step 2 |
//! |---|---|---|
//! | a code by mail | [`otps().email().discovery().send`](crate::otps::email::discovery) | `authenticate` there |
//! | a password | – | [`passwords().discovery().authenticate`](crate::passwords::discovery) |
//! | Google, Microsoft and others | [`oauth().discovery().start`](crate::oauth::discovery), a link | `authenticate` there |
//!
//! From step 3 on they are the same. When the organization is known from the start, from a subdomain for instance,
//! none of this is needed: log in with its id, as in [`magic_links`](crate::magic_links).

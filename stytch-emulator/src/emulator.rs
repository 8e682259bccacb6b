//! The emulator as a whole.

mod builder;
mod messages;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use stytch_core::ClientBuilder;
use tokio::sync::watch;
use tokio::task::JoinHandle;

pub use self::builder::Builder;
pub use self::messages::Messages;
use crate::clock::Clock;
use crate::control::whom::Whom;
use crate::control::{devices, impersonation};
use crate::fault::Fault;
use crate::followed::{self, Redirect, RedirectError};
use crate::ledger::Entry;
use crate::rules::providers::identity::ProviderIdentity;
use crate::rules::totp;
use crate::seed::{self, SeedError};
use crate::shared::{PROJECT_ID, Shared};
use crate::state::{Device, State};
use crate::webhooks::Webhooks;

/// Any secret is accepted.
const SECRET: &str = "secret-test-emulator";

/// The service, on this machine. It ends when it is dropped.
///
/// ```
/// use std::time::Duration;
/// use stytch_b2b::magic_links::email::discovery;
/// use stytch_emulator::Emulator;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let emulator = Emulator::start().await?;
/// let stytch = emulator.b2b_client();
///
/// let request = discovery::SendRequest::new("ada@example.com");
/// stytch.magic_links().email().discovery().send(request).await?;
///
/// let mail = emulator.messages().to("ada@example.com").next_within(Duration::from_secs(1)).await;
/// assert!(mail.and_then(|mail| mail.token).is_some());
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Emulator {
    shared: Arc<Shared>,
    address: SocketAddr,
    stop: watch::Sender<()>,
    server: JoinHandle<io::Result<()>>,
    /// Who delivers webhooks.
    sender: JoinHandle<()>,
}

impl Emulator {
    /// Starts one at a port that is free.
    ///
    /// # Errors
    /// If no port is free, or the machine gives no random numbers.
    pub async fn start() -> io::Result<Self> {
        Self::builder().start().await
    }

    /// The settings of another one.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The base URL for clients.
    #[must_use]
    pub fn url(&self) -> &str {
        self.shared.base_url()
    }

    /// The project for clients that need no other. Any id that begins with `project-test-` is a project
    /// of its own.
    #[must_use]
    pub fn project_id(&self) -> &'static str {
        PROJECT_ID
    }

    /// A secret; any other will do, too.
    #[must_use]
    pub fn secret(&self) -> &'static str {
        SECRET
    }

    /// What names the project in addresses that a browser goes to, where there is no secret. It follows
    /// from the project's id: `public-token-test-…` for `project-test-…`.
    #[must_use]
    pub fn public_token(&self) -> String {
        self.shared.own_project().identity.public_token()
    }

    /// The clock by which everything is issued, checked and ended.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.shared.clock
    }

    /// A B2B client of the project, by the emulator's clock.
    ///
    /// # Panics
    /// Never: the settings are right.
    #[must_use]
    #[expect(clippy::expect_used, reason = "the settings are right")]
    pub fn b2b_client(&self) -> stytch_b2b::Client {
        let settings = self.b2b_client_builder();
        settings.build().expect("settings that are right")
    }

    /// The settings of [`b2b_client`](Self::b2b_client), for an app that has more of its own: retries, an
    /// observer, a client of reqwest.
    ///
    /// ```
    /// use stytch_b2b::RetryPolicy;
    /// use stytch_emulator::Emulator;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let emulator = Emulator::start().await?;
    /// let stytch = emulator.b2b_client_builder().retry(RetryPolicy::none()).build()?;
    /// assert_eq!(stytch.project_id(), emulator.project_id());
    /// # Ok(())
    /// # }
    /// ```
    pub fn b2b_client_builder(&self) -> ClientBuilder<stytch_b2b::Client> {
        self.client()
    }

    /// A consumer client of the project, by the emulator's clock.
    ///
    /// # Panics
    /// Never: the settings are right.
    #[must_use]
    #[expect(clippy::expect_used, reason = "the settings are right")]
    pub fn consumer_client(&self) -> stytch_consumer::Client {
        let settings = self.consumer_client_builder();
        settings.build().expect("settings that are right")
    }

    /// The settings of [`consumer_client`](Self::consumer_client), for an app that has more of its own.
    pub fn consumer_client_builder(&self) -> ClientBuilder<stytch_consumer::Client> {
        self.client()
    }

    fn client<C: stytch_core::Vertical>(&self) -> ClientBuilder<C> {
        ClientBuilder::new(PROJECT_ID, SECRET)
            .base_url(self.shared.base_url())
            .fraud_base_url(self.shared.base_url())
            .public_token(self.public_token())
            .clock(self.shared.clock.clone())
    }

    /// Adds what a document holds to the project: JSON or YAML, as `/_emulator/export` gives it. Ids,
    /// slugs and settings that are left out are filled in, and a member names the organization by its
    /// slug.
    ///
    /// ```
    /// use stytch_b2b::organizations::members;
    /// use stytch_emulator::Emulator;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let emulator = Emulator::start().await?;
    /// emulator.seed("
    /// organizations:
    ///   - organization_name: Acme
    /// members:
    ///   - organization_id: acme
    ///     email_address: ada@acme.com
    ///     assigned_roles: [stytch_admin]
    /// ")?;
    ///
    /// let request = members::GetRequest::new("acme").email_address("ada@acme.com");
    /// let ada = emulator.b2b_client().organizations().members().get(request).await?.member;
    /// assert!(ada.is_admin);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// All that is wrong with the document, and where. Nothing was added then.
    pub fn seed(&self, text: &str) -> Result<(), SeedError> {
        let project = self.shared.own_project();
        project.seed(text)
    }

    /// Somebody more whom the providers know: the chooser offers them, and a login hint means them. The
    /// same as `identities` in a seed.
    ///
    /// # Panics
    /// If the identity has no subject, or an address that is none.
    pub fn add_identity(&self, identity: ProviderIdentity) {
        let project = self.shared.own_project();
        let added = project.change(|state| {
            identity.check()?;
            state.identities.put(identity);
            Ok(())
        });
        assert!(
            added.is_ok(),
            "{}",
            added
                .err()
                .map(|refusal| refusal.message)
                .unwrap_or_default()
        );
    }

    /// Whom the providers know.
    #[must_use]
    pub fn identities(&self) -> Vec<ProviderIdentity> {
        let state = self.shared.own_project().state();
        let identities = state.identities.iter();
        identities.map(|identity| (**identity).clone()).collect()
    }

    /// A device more that can be looked up, by the telemetry id that an app would get from the fingerprinting
    /// script. The same as `devices` in a seed. Logins with its id tell whether it is new to whoever logs in.
    ///
    /// ```
    /// use stytch_b2b::fraud::{VerdictAction, fingerprint};
    /// use stytch_emulator::{Device, Emulator};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let emulator = Emulator::start().await?;
    /// emulator.add_device(Device::new("robot").reason("HEADLESS_BROWSER_AUTOMATION"));
    ///
    /// let request = fingerprint::LookupRequest::new("robot");
    /// let found = emulator.b2b_client().fraud().fingerprint().lookup(request).await?;
    /// assert_eq!(found.verdict.action, VerdictAction::Block);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Panics
    /// If the device has no telemetry id.
    pub fn add_device(&self, device: Device) {
        let added = devices::add(&self.shared.own_project(), device);
        assert!(
            added.is_ok(),
            "{}",
            added
                .err()
                .map(|refusal| refusal.message)
                .unwrap_or_default()
        );
    }

    /// Opens an address where a login with SSO or OAuth begins, as a browser does, and answers the
    /// provider's question at once: by the address or subject of somebody who is known, or by any other
    /// address. The app goes on with what comes back. Nothing goes over the network, so that no fault gets
    /// in the way, and the list of requests says nothing of it.
    ///
    /// ```
    /// use stytch_b2b::sso;
    /// use stytch_emulator::Emulator;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let emulator = Emulator::start().await?;
    /// emulator.seed("
    /// organizations:
    ///   - organization_name: Acme
    /// sso_connections:
    ///   - organization_id: acme
    ///     display_name: Okta
    /// ")?;
    ///
    /// let start = format!(
    ///     "{}/v1/public/sso/start?public_token={}&organization_id=acme",
    ///     emulator.url(),
    ///     emulator.public_token(),
    /// );
    /// let back = emulator.follow(&start, "ada@acme.com")?;
    /// let request = sso::AuthenticateRequest::new(back.token);
    /// let login = emulator.b2b_client().sso().authenticate(request).await?;
    /// assert_eq!(login.member.email_address, "ada@acme.com");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// What a browser would be shown instead: the address is refused, or the organization does not let
    /// the person in.
    pub fn follow(&self, start_url: &str, login_hint: &str) -> Result<Redirect, RedirectError> {
        followed::follow(&self.shared, start_url, login_hint)
    }

    /// Begins to act in place of somebody, by the id of a member or user, as the vendor's dashboard does for
    /// people of the project's own team. The app goes on with the token: its session names who is behind it,
    /// lasts an hour and can't be extended.
    ///
    /// ```
    /// use stytch_b2b::impersonation;
    /// use stytch_b2b::organizations::members;
    /// use stytch_emulator::Emulator;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let emulator = Emulator::start().await?;
    /// let stytch = emulator.b2b_client();
    /// # emulator.seed("
    /// # organizations:
    /// #   - organization_name: Acme
    /// # members:
    /// #   - organization_id: acme
    /// #     email_address: ada@acme.com
    /// # ")?;
    /// let request = members::GetRequest::new("acme").email_address("ada@acme.com");
    /// let ada = stytch.organizations().members().get(request).await?.member;
    ///
    /// let begun = emulator.impersonate(ada.member_id.as_str(), "support@example.com")?;
    /// let request = impersonation::AuthenticateRequest::new(begun.token);
    /// let session = stytch.impersonation().authenticate(request).await?.member_session.unwrap();
    /// let factor = session.authentication_factors[0].impersonated_factor.clone().unwrap();
    /// assert_eq!(factor.impersonator_email_address, "support@example.com");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// There is nobody with the id, `impersonator` is no address, or the settings do not allow it.
    pub fn impersonate(&self, id: &str, impersonator: &str) -> Result<Redirect, RedirectError> {
        let project = self.shared.own_project();
        let now = self.shared.clock.now();
        let whom = Whom::by_id(id);
        let output = impersonation::begun(&project, now, whom, Some(impersonator));
        Redirect::of(&output)
    }

    /// Looks for all that is wrong with a document for [`Emulator::seed`], without an emulator.
    ///
    /// # Errors
    /// What is wrong with it, and where.
    pub fn check_seed(text: &str) -> Result<(), SeedError> {
        seed::add(text, &mut State::default())
    }

    /// Makes requests to the project fail.
    ///
    /// ```
    /// use stytch_emulator::{Emulator, Fault};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let emulator = Emulator::start().await?;
    /// emulator.add_fault(Fault::new().operation("b2b.organizations.search").refuse(503, "server_unavailable").times(1));
    ///
    /// // Searches are safe to repeat, so the client does.
    /// let request = stytch_b2b::organizations::SearchRequest::new();
    /// let found = emulator.b2b_client().organizations().search(request).response().await?;
    /// assert_eq!(found.attempts(), 2);
    /// # Ok(())
    /// # }
    /// ```
    pub fn add_fault(&self, fault: Fault) {
        self.shared.own_project().faults.add(fault);
    }

    /// Lets requests succeed again.
    pub fn clear_faults(&self) {
        self.shared.own_project().faults.clear();
    }

    /// The last requests to the project, oldest first, without anything secret.
    #[must_use]
    pub fn requests(&self) -> Vec<Entry> {
        self.shared.own_project().ledger.all()
    }

    /// What an authenticator app shows now that has this key, by the emulator's clock; `None` if it is no
    /// key in base32.
    #[must_use]
    pub fn totp_code(&self, secret: &str) -> Option<String> {
        totp::code(secret, self.shared.clock.now())
    }

    /// What was sent in the project.
    #[must_use]
    pub fn messages(&self) -> Messages<'_> {
        Messages {
            shared: &self.shared,
            to: None,
        }
    }

    /// The webhooks of the project: who is told of changes, and what became of each message.
    ///
    /// Messages are signed and sent as the service does it, over HTTP, to addresses on this machine. What is
    /// not taken is sent again by the emulator's clock: after 5 seconds, 5 and 30 minutes, 2, 5 and twice 10
    /// hours.
    ///
    /// ```
    /// use std::time::Duration;
    /// use stytch_b2b::organizations::CreateRequest;
    /// use stytch_emulator::{Emulator, WebhookStatus};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let emulator = Emulator::start().await?;
    /// // your app listens there, with a verifier that has the endpoint's secret and the emulator's clock
    /// let endpoint = emulator.webhooks().to("http://localhost:1/webhooks");
    /// assert!(endpoint.secret().expose().starts_with("whsec_"));
    ///
    /// let acme = CreateRequest::new("Acme");
    /// emulator.b2b_client().organizations().create(acme).await?;
    ///
    /// let sent = emulator.webhooks().settled_within(Duration::from_secs(5)).await.unwrap();
    /// assert_eq!(sent[0].event_type, "direct.organization.create");
    /// // nobody listens at port 1
    /// assert_eq!(sent[0].status, WebhookStatus::Pending);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn webhooks(&self) -> Webhooks<'_> {
        Webhooks::of(&self.shared)
    }

    /// Ends it, after the requests that are under way.
    ///
    /// # Errors
    /// If the server has failed.
    pub async fn stop(mut self) -> io::Result<()> {
        // nobody to tell: it has ended already
        let _ = self.stop.send(());
        (&mut self.sender).await.map_err(io::Error::other)?;
        (&mut self.server).await.map_err(io::Error::other)?
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        self.server.abort();
        self.sender.abort();
    }
}

//! The emulator as a whole.

use std::collections::HashMap;
use std::fmt;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use rand::TryRng as _;
use rand::rngs::SysRng;
use stytch_core::ClientBuilder;
use tokio::net::TcpListener;
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;

use crate::clock::Clock;
use crate::control::whom::Whom;
use crate::control::{devices, impersonation};
use crate::fault::Fault;
use crate::followed::{self, Redirect, RedirectError};
use crate::ledger::Entry;
use crate::message::Message;
use crate::project::{Identity, Project};
use crate::random::Random;
use crate::refusal::Refusal;
use crate::rules::providers::identity::ProviderIdentity;
use crate::rules::totp;
use crate::seed::{self, SeedError};
use crate::server::{self, Routes};
use crate::state::{Device, State};
use crate::store::Store;
use crate::webhooks::{self, Webhooks};

/// The project of [`Emulator::b2b_client`] and of requests that name none.
pub(crate) const PROJECT_ID: &str = "project-test-00000000-0000-4000-8000-000000000000";

/// Any secret is accepted.
const SECRET: &str = "secret-test-emulator";

/// What all requests share.
pub(crate) struct Shared {
    pub(crate) routes: Routes,
    pub(crate) clock: Clock,
    base_url: String,
    seed: [u8; 32],
    store: Option<Arc<Store>>,
    projects: RwLock<HashMap<String, Arc<Project>>>,
    strangers: AtomicU64,
    /// Wakes whoever delivers webhooks.
    pub(crate) outbox: Arc<Notify>,
    /// Names by which it may be called, beside those that are nobody else's.
    pub(crate) hosts: Vec<String>,
}

impl Shared {
    /// All projects that were asked for.
    pub(crate) fn projects(&self) -> Vec<Arc<Project>> {
        let projects = self.projects.read().unwrap_or_else(PoisonError::into_inner);
        projects.values().cloned().collect()
    }

    /// A project, made when it is first asked for.
    pub(crate) fn project(&self, id: &str) -> Result<Arc<Project>, Refusal> {
        if !id.starts_with("project-test-") {
            let message =
                "The emulator has test projects alone: their ids begin with project-test-.";
            let error_type = match id.starts_with("project-live-") {
                true => "unauthorized_project_id_live",
                false => "unauthorized_credentials",
            };
            return Err(Refusal::new(error_type).because(message));
        }
        if let Some(project) = self.known(id) {
            return Ok(project);
        }
        Ok(self.make_once(id))
    }

    /// Where it is reached.
    pub(crate) fn base_url(&self) -> &str {
        &self.base_url
    }

    /// The project that a public token names. Unlike an id, it makes none: whoever has one has got it
    /// from a project that is there.
    pub(crate) fn project_of(&self, public_token: Option<&str>) -> Result<Arc<Project>, Refusal> {
        let token = public_token.ok_or_else(|| Refusal::new("public_token_required"))?;
        let project_id = Identity::of_public_token(token);
        let known = match project_id.as_deref() {
            Some(PROJECT_ID) => Some(self.own_project()),
            Some(id) => self.known(id),
            None => None,
        };
        known.ok_or_else(|| Refusal::new("public_token_not_found"))
    }

    /// The project that clients have which name no other.
    pub(crate) fn own_project(&self) -> Arc<Project> {
        let known = self.known(PROJECT_ID);
        known.unwrap_or_else(|| self.make_once(PROJECT_ID))
    }

    fn known(&self, id: &str) -> Option<Arc<Project>> {
        let projects = self.projects.read().unwrap_or_else(PoisonError::into_inner);
        projects.get(id).cloned()
    }

    fn make_once(&self, id: &str) -> Arc<Project> {
        let mut projects = self
            .projects
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        let project = projects
            .entry(id.to_owned())
            .or_insert_with(|| self.make(id, State::default()));
        Arc::clone(project)
    }

    /// Takes up the projects of the store.
    fn load(&self) -> io::Result<()> {
        let Some(store) = &self.store else {
            return Ok(());
        };
        let found = store.load().map_err(io::Error::other)?;
        let mut projects = self
            .projects
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        for (id, state) in found {
            let project = self.make(&id, state);
            projects.insert(id, project);
        }
        Ok(())
    }

    fn make(&self, id: &str, state: State) -> Arc<Project> {
        let identity = Identity {
            project_id: id.to_owned(),
            base_url: self.base_url.clone(),
        };
        let store = self.store.clone();
        let clock = self.clock.clone();
        let outbox = Arc::clone(&self.outbox);
        Arc::new(Project::new(
            identity, self.seed, store, clock, outbox, state,
        ))
    }

    /// The id of a request that belongs to no project.
    pub(crate) fn request_id(&self) -> String {
        let number = self.strangers.fetch_add(1, Ordering::Relaxed);
        // far from those of the projects
        Random::of_request(self.seed, u64::MAX - number).id("request-id")
    }
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shared")
            .field("base_url", &self.base_url)
            .finish_non_exhaustive()
    }
}

/// How an emulator is set up.
#[derive(Clone, Debug, Default)]
#[must_use = "an emulator is made by `start`"]
pub struct Builder {
    address: Option<SocketAddr>,
    random_seed: Option<u64>,
    data: Option<PathBuf>,
    clock: Clock,
    hosts: Vec<String>,
}

impl Builder {
    /// Where it listens. Default: 127.0.0.1, at a port that is free.
    pub fn address(mut self, address: SocketAddr) -> Self {
        self.address = Some(address);
        self
    }

    /// Makes ids, tokens and codes repeatable: the same requests get the same ones.
    pub fn random_seed(mut self, seed: u64) -> Self {
        self.random_seed = Some(seed);
        self
    }

    /// Keeps everything in this folder, so that it is there again at the next start: what was answered
    /// survives the end of the process, however it ends, and all but the last of it a power cut. One
    /// emulator at a time can use a folder. Without one, everything is in memory.
    pub fn data(mut self, folder: impl Into<PathBuf>) -> Self {
        self.data = Some(folder.into());
        self
    }

    /// Lets requests come by one more name, such as that of a proxy before it. Without it, the emulator answers
    /// to addresses, `localhost`, names without a dot, and names below `.localhost`, `.internal` and `.test`:
    /// with any other one, a page of somebody else's could be of its own origin (DNS rebinding).
    pub fn allow_host(mut self, name: impl Into<String>) -> Self {
        self.hosts.push(name.into().to_ascii_lowercase());
        self
    }

    /// Starts it.
    ///
    /// # Errors
    /// If it can't listen at the address, can't use the folder, or the machine gives no random numbers.
    pub async fn start(self) -> io::Result<Emulator> {
        let address = self
            .address
            .unwrap_or_else(|| (Ipv4Addr::LOCALHOST, 0).into());
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?;
        let mut seed = [0; 32];
        match self.random_seed {
            Some(number) => {
                for (place, byte) in seed.iter_mut().zip(number.to_le_bytes()) {
                    *place = byte;
                }
            }
            None => SysRng.try_fill_bytes(&mut seed).map_err(io::Error::other)?,
        }
        let store = self.data.as_deref().map(Store::open).transpose();
        let store = store.map_err(io::Error::other)?.map(Arc::new);
        let shared = Arc::new(Shared {
            routes: Routes::new(),
            clock: self.clock,
            base_url: format!("http://{}", reached_at(address)),
            seed,
            store,
            projects: RwLock::default(),
            strangers: AtomicU64::new(0),
            outbox: Arc::default(),
            hosts: self.hosts,
        });
        shared.load()?;
        let router = server::router(Arc::clone(&shared));
        let (stop, mut stopped) = watch::channel(());
        let sender = webhooks::run(Arc::clone(&shared), stopped.clone());
        let sender = tokio::spawn(sender);
        let server = tokio::spawn(async move {
            axum::serve(listener, router)
                .with_graceful_shutdown(async move {
                    // an error means that nobody is left to say so
                    let _ = stopped.changed().await;
                })
                .await
        });
        Ok(Emulator {
            shared,
            address,
            stop,
            server,
            sender,
        })
    }
}

/// Where clients on this machine reach what listens at an address: "every address" is none to call.
fn reached_at(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}

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
        &self.shared.base_url
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
        self.client().build().expect("settings that are right")
    }

    /// A consumer client of the project, by the emulator's clock.
    ///
    /// # Panics
    /// Never: the settings are right.
    #[must_use]
    #[expect(clippy::expect_used, reason = "the settings are right")]
    pub fn consumer_client(&self) -> stytch_consumer::Client {
        self.client().build().expect("settings that are right")
    }

    fn client<C: stytch_core::Vertical>(&self) -> ClientBuilder<C> {
        ClientBuilder::new(PROJECT_ID, SECRET)
            .base_url(&self.shared.base_url)
            .fraud_base_url(&self.shared.base_url)
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

/// What was sent to people.
#[derive(Clone, Debug)]
pub struct Messages<'e> {
    shared: &'e Shared,
    to: Option<String>,
}

impl Messages<'_> {
    /// Those to one address or number.
    #[must_use]
    pub fn to(mut self, recipient: impl Into<String>) -> Self {
        self.to = Some(recipient.into());
        self
    }

    /// All of them, oldest first.
    #[must_use]
    pub fn all(&self) -> Vec<Message> {
        let state = self.shared.own_project().state();
        let messages = state.messages.iter().map(|message| (**message).clone());
        messages
            .filter(|message| self.to.as_ref().is_none_or(|to| *to == message.to))
            .collect()
    }

    /// The newest; if there is none yet, the first that comes within this time.
    pub async fn next_within(&self, limit: Duration) -> Option<Message> {
        let mut changes = self.shared.own_project().watch_messages();
        let newest = async {
            loop {
                if let Some(message) = self.all().pop() {
                    return Some(message);
                }
                changes.changed().await.ok()?;
            }
        };
        tokio::time::timeout(limit, newest).await.ok().flatten()
    }
}

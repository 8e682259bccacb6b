//! The check of a message.

use std::{fmt, marker::PhantomData, sync::Arc, time::Duration};

use http::HeaderMap;

use super::{
    Delivery, Error, FromDelivery, InvalidSecret, SigningSecret,
    headers::Signed,
    secret::{is_equal, signature},
};
use crate::{Clock, Secret, SystemClock, clock::since_epoch};

/// The largest body by default.
const MAX_BODY_BYTES: usize = 256 * 1024;

/// How far the time of a message may lie from now by default.
const TOLERANCE: Duration = Duration::from_secs(5 * 60);

/// Makes an event of a message, if it is one that the service has sent to this endpoint, and just now.
///
/// It is cheap to clone; make one and keep it.
///
/// What it looks at, in this order: the size of the body; the headers, which have to be one complete set
/// of `svix-id`, `svix-timestamp` and `svix-signature`, or of the same with `webhook-` in front, each once;
/// the time; the signatures, of which one has to be that of one of the secrets, in constant time; and then
/// what the body says.
pub struct Verifier<E> {
    settings: Arc<Settings>,
    event: PhantomData<fn() -> E>,
}

#[derive(Clone)]
struct Settings {
    secrets: Vec<SigningSecret>,
    clock: Arc<dyn Clock>,
    tolerance: Duration,
    max_body_bytes: usize,
}

impl<E> Verifier<E> {
    /// A verifier for an endpoint with these secrets, as the dashboard shows them: `whsec_…`.
    ///
    /// Each of them is good, so that a secret can be replaced by another without a message lost: give both
    /// until the old one has ended.
    ///
    /// # Errors
    ///
    /// If there are no secrets, or one of them is none.
    pub fn new<S: Into<Secret>>(
        secrets: impl IntoIterator<Item = S>,
    ) -> Result<Self, InvalidSecret> {
        let secrets = secrets.into_iter();
        let secrets = secrets.map(|secret| SigningSecret::parse(&secret.into()));
        let secrets: Vec<_> = secrets.collect::<Result<_, _>>()?;
        if secrets.is_empty() {
            return Err(InvalidSecret::Missing);
        }
        Ok(Self::with(Settings {
            secrets,
            clock: Arc::new(SystemClock),
            tolerance: TOLERANCE,
            max_body_bytes: MAX_BODY_BYTES,
        }))
    }

    fn with(settings: Settings) -> Self {
        Self {
            settings: Arc::new(settings),
            event: PhantomData,
        }
    }

    fn change(self, change: impl FnOnce(&mut Settings)) -> Self {
        let mut settings = Arc::unwrap_or_clone(self.settings);
        change(&mut settings);
        Self::with(settings)
    }

    /// Judges the time of messages by this clock, which is for tests.
    #[must_use]
    pub fn clock(self, clock: impl Clock + 'static) -> Self {
        self.change(|settings| settings.clock = Arc::new(clock))
    }

    /// How far the time of a message may lie from now, in both directions; 5 minutes by default.
    ///
    /// Whoever gets hold of a message can send it again for as long, which
    /// [`event_id`](super::Envelope::event_id) tells.
    #[must_use]
    pub fn tolerance(self, tolerance: Duration) -> Self {
        self.change(|settings| settings.tolerance = tolerance)
    }

    /// The largest body that is looked at; 256 KiB by default.
    #[must_use]
    pub fn max_body_bytes(self, bytes: usize) -> Self {
        self.change(|settings| settings.max_body_bytes = bytes)
    }

    /// The largest body that is looked at, for what reads it.
    #[must_use]
    pub fn body_limit(&self) -> usize {
        self.settings.max_body_bytes
    }
}

impl<E: FromDelivery> Verifier<E> {
    /// The event that a message holds.
    ///
    /// The body is the one that came, byte by byte: one that was read as JSON and written anew has another
    /// signature.
    ///
    /// # Errors
    ///
    /// Why the message is refused. Answer [`Error::status`].
    pub fn verify(&self, headers: &HeaderMap, body: &[u8]) -> Result<E, Error> {
        let id = self.settings.check(headers, body)?;
        E::from_delivery(Delivery::read(id, body)?)
    }
}

impl Settings {
    /// The id of a message that is genuine and new enough.
    fn check<'a>(&self, headers: &'a HeaderMap, body: &[u8]) -> Result<&'a str, Error> {
        if body.len() > self.max_body_bytes {
            return Err(Error::BodyTooLarge);
        }
        let signed = Signed::read(headers)?;
        let now = since_epoch(self.clock.now()).as_secs();
        let tolerance = self.tolerance.as_secs();
        if now.saturating_sub(signed.seconds) > tolerance {
            return Err(Error::TooOld);
        }
        if signed.seconds.saturating_sub(now) > tolerance {
            return Err(Error::TooNew);
        }
        let signatures = signed.signatures.split(' ');
        let signatures: Vec<_> = signatures.filter_map(signature).collect();
        if signatures.is_empty() {
            return Err(Error::NoSignature);
        }
        let is_good = self.secrets.iter().any(|secret| {
            let tag = secret.tag(signed.id, signed.timestamp, body);
            signatures.iter().any(|signature| is_equal(&tag, signature))
        });
        is_good.then_some(signed.id).ok_or(Error::WrongSignature)
    }
}

impl<E> Clone for Verifier<E> {
    fn clone(&self) -> Self {
        Self {
            settings: Arc::clone(&self.settings),
            event: PhantomData,
        }
    }
}

impl<E> fmt::Debug for Verifier<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verifier")
            .field("secrets", &self.settings.secrets)
            .field("tolerance", &self.settings.tolerance)
            .field("max_body_bytes", &self.settings.max_body_bytes)
            .finish_non_exhaustive()
    }
}

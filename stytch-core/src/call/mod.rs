//! A call: a prepared request and its options, sent when it is awaited.

mod draft;
mod future;
mod prepare;
mod url;

use std::{fmt, future::IntoFuture, marker::PhantomData, time::Duration};

use http::{
    HeaderName, HeaderValue,
    header::{AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, HOST},
};
use serde::de::DeserializeOwned;

pub(crate) use draft::Draft;
pub use future::{CallFuture, ResponseFuture};
pub use prepare::Prepared;

use crate::{Error, Items, Pages, RetryPolicy, Secret, wire::Page};

const MEMBER_SESSION: HeaderName = HeaderName::from_static("x-stytch-member-session");
const MEMBER_SESSION_JWT: HeaderName = HeaderName::from_static("x-stytch-member-sessionjwt");

/// Marks a [`Call`] that always runs with the rights of the project.
#[derive(Clone, Copy, Debug)]
pub struct AsProject(());

/// Marks a [`Call`] that can run with the rights of a member, whose session is then passed along.
#[derive(Clone, Copy, Debug)]
pub struct AsMember(());

/// A call of an operation, ready to be sent.
///
/// Awaiting it sends it and gives the response. Before that, options of this one call can be set.
/// Nothing happens until it is awaited, and dropping the future half-way cancels the request.
///
/// ```
/// use std::time::Duration;
/// use stytch_core::{Call, Error, Response, RetryPolicy, Value};
///
/// // methods of a client give calls
/// async fn patiently(call: Call<Value>) -> Result<Value, Error> {
///     let retries = RetryPolicy::default().max_attempts(5);
///     call.timeout(Duration::from_secs(60)).retry(retries).await
/// }
///
/// async fn in_detail(call: Call<Value>) -> Result<Response<Value>, Error> {
///     call.header("x-trace", "b7ad6b71").response().await
/// }
/// ```
///
/// A call that is never awaited sends nothing, and the compiler warns of it: ``unused `Call` that must
/// be used: a call is sent when it is awaited``. Do not silence that with `let _ =`: whatever the call
/// was to delete or revoke lives on.
///
/// A call is no future yet. `.await` makes one by itself; what takes futures, such as
/// `futures::join!` or `tokio::spawn`, wants [`into_future`](IntoFuture::into_future):
///
/// ```
/// use std::future::IntoFuture as _;
/// use stytch_core::{Call, Error, Value};
///
/// async fn both(one: Call<Value>, other: Call<Value>) -> Result<(Value, Value), Error> {
///     let (one, other) = tokio::join!(one.into_future(), other.into_future());
///     Ok((one?, other?))
/// }
/// ```
///
/// `A` says whether the operation accepts a member's session: [`AsMember`] or [`AsProject`].
#[must_use = "a call is sent when it is awaited"]
pub struct Call<R, A = AsProject> {
    draft: Box<Draft>,
    marker: PhantomData<fn() -> (R, A)>,
}

impl<R, A> Call<R, A> {
    pub(crate) fn new(draft: Box<Draft>) -> Self {
        Self {
            draft,
            marker: PhantomData,
        }
    }

    /// Makes the call fail, unless it fails already.
    pub(crate) fn refuse(mut self, problem: Error) -> Self {
        self.draft.note::<()>(Err(problem));
        self
    }

    pub(crate) fn into_draft(self) -> Box<Draft> {
        self.draft
    }

    /// How long this call may take altogether, with all its retries and the waits between them.
    /// For a stream, the limit holds for each page.
    ///
    /// Default: [`ClientBuilder::timeout`](crate::ClientBuilder::timeout).
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.draft.timeout = Some(timeout);
        self
    }

    /// Adds a header. Its value prints nowhere.
    ///
    /// A name or value that is not valid, or one of the headers that the client sets itself
    /// (`Authorization`, `Host`, `Content-Length`, `Content-Type`, the member session), makes the
    /// call fail with [`InvalidRequest`](crate::ErrorKind::InvalidRequest) before anything is sent.
    pub fn header<N, V>(mut self, name: N, value: V) -> Self
    where
        N: TryInto<HeaderName>,
        V: TryInto<HeaderValue>,
    {
        self.draft
            .header(name.try_into().ok(), value.try_into().ok());
        self
    }

    /// What is retried, how often and after what wait, for this call.
    ///
    /// Default: [`ClientBuilder::retry`](crate::ClientBuilder::retry).
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.draft.retry = Some(policy);
        self
    }

    /// Sends the request once, whatever happens.
    pub fn no_retries(self) -> Self {
        self.retry(RetryPolicy::none())
    }

    /// Sends the call like awaiting it does, but gives the response together with its HTTP status,
    /// headers, request id and number of attempts.
    pub fn response(self) -> ResponseFuture<R> {
        ResponseFuture::new(self.draft)
    }
}

impl<R> Call<R, AsMember> {
    /// Runs the call with the rights of the member whose session token this is, instead of the
    /// project's: the service checks the member's roles.
    ///
    /// An empty token makes the call fail with [`InvalidRequest`](crate::ErrorKind::InvalidRequest)
    /// before anything is sent: a cookie that is missing must not turn into the project's rights.
    pub fn session_token(mut self, token: impl Into<Secret>) -> Self {
        self.draft
            .session("session_token", MEMBER_SESSION, &token.into());
        self
    }

    /// Runs the call with the rights of the member whose session JWT this is, instead of the
    /// project's: the service checks the member's roles.
    ///
    /// An empty JWT makes the call fail with [`InvalidRequest`](crate::ErrorKind::InvalidRequest)
    /// before anything is sent, as one is in the answer to a login that waits for a second factor.
    pub fn session_jwt(mut self, jwt: impl Into<Secret>) -> Self {
        self.draft
            .session("session_jwt", MEMBER_SESSION_JWT, &jwt.into());
        self
    }
}

impl<R: Page + DeserializeOwned, A> Call<R, A> {
    /// All results, one by one, from this page on. Pages are fetched as they are needed; nothing is
    /// fetched before the first result is asked for, nor after the stream is dropped.
    #[must_use = "a stream fetches nothing until it is polled"]
    pub fn stream(self) -> Items<R, A> {
        Items::new(self.pages())
    }

    /// All pages from this one on, fetched as they are needed.
    #[must_use = "a stream fetches nothing until it is polled"]
    pub fn pages(self) -> Pages<R, A> {
        Pages::new(self)
    }
}

impl<R: DeserializeOwned, A> IntoFuture for Call<R, A> {
    type Output = Result<R, Error>;
    type IntoFuture = CallFuture<R>;

    fn into_future(self) -> CallFuture<R> {
        CallFuture::new(self.draft)
    }
}

impl<R, A> fmt::Debug for Call<R, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.draft.fmt(f)
    }
}

/// Whether the client sets this header itself.
pub(crate) fn is_reserved(name: &HeaderName) -> bool {
    [
        AUTHORIZATION,
        HOST,
        CONTENT_LENGTH,
        CONTENT_TYPE,
        MEMBER_SESSION,
        MEMBER_SESSION_JWT,
    ]
    .contains(name)
}

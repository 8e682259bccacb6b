//! A call: a prepared request and its options, sent when it is awaited.

mod future;
mod prepare;

use std::{
    fmt::{self, Display},
    future::IntoFuture,
    marker::PhantomData,
    time::Duration,
};

use http::{HeaderName, HeaderValue};
use serde::de::DeserializeOwned;

pub use future::{CallFuture, ResponseFuture};
pub use prepare::Prepared;

use crate::{
    Error, Items, Pages, RetryPolicy, Secret, Value,
    request::{Draft, MEMBER_SESSION, MEMBER_SESSION_JWT},
    transport::{Answer, Decode},
    wire::Page,
};

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
/// # use stytch_core::{Call, Error, Response, RetryPolicy, Value};
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
/// # use stytch_core::{Call, Error, Value};
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
    decode: Decode<R>,
    marker: PhantomData<fn() -> A>,
}

impl<R, A> Call<R, A> {
    pub(crate) fn new(draft: Box<Draft>, decode: Decode<R>) -> Self {
        Self {
            draft,
            decode,
            marker: PhantomData,
        }
    }

    /// Makes the call fail, unless it fails already.
    pub(crate) fn refuse(mut self, problem: Error) -> Self {
        self.draft.note::<()>(Err(problem));
        self
    }

    pub(crate) fn into_parts(self) -> (Box<Draft>, Decode<R>) {
        (self.draft, self.decode)
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
    /// (credentials, the member session, `Host`, `Content-Length`, `Content-Type` and what else is
    /// about the connection), makes the call fail with
    /// [`InvalidRequest`](crate::ErrorKind::InvalidRequest) before anything is sent.
    pub fn header<N, V>(mut self, name: N, value: V) -> Self
    where
        N: TryInto<HeaderName>,
        V: TryInto<HeaderValue>,
    {
        self.draft
            .header(name.try_into().ok(), value.try_into().ok());
        self
    }

    /// Sets a field of the JSON body by the name that it has on the wire: one that this release does
    /// not know yet, or an explicit `null`, which clears a value where a setter can only leave it
    /// alone.
    ///
    /// It takes the place of what the request, or an earlier call of this method, says for the same
    /// name, with all that is in it. A stream sends it with every page.
    ///
    /// ```
    /// # use stytch_core::{Call, Error, Value};
    /// // `update` is what a method of a client gave
    /// async fn forget_phone(update: Call<Value>) -> Result<Value, Error> {
    ///     update
    ///         .body_field("mfa_phone_number", Value::Null)
    ///         .body_field("nickname", "Ada")
    ///         .await
    /// }
    /// ```
    ///
    /// The call fails with [`InvalidRequest`](crate::ErrorKind::InvalidRequest), and nothing is sent, if
    /// the operation has no JSON body (`GET`, `DELETE`, and those that send a form) or the name is empty.
    pub fn body_field(mut self, name: &str, value: impl Into<Value>) -> Self {
        let result = self.draft.set_field(name, value.into());
        self.draft.note(result);
        self
    }

    /// Sets a parameter of the query by its name on the wire, such as one that this release does not
    /// know yet. Name and value are escaped. Never put a secret here: proxies log addresses.
    ///
    /// It takes the place of what the request, or an earlier call of this method, says for the same
    /// name. A stream sends it with every page.
    ///
    /// ```
    /// # use stytch_core::{Call, Error, Value};
    /// async fn with_deleted(list: Call<Value>) -> Result<Value, Error> {
    ///     list.query("include_deleted", true).await
    /// }
    /// ```
    ///
    /// An empty name makes the call fail with [`InvalidRequest`](crate::ErrorKind::InvalidRequest) before
    /// anything is sent.
    pub fn query(mut self, name: &str, value: impl Display) -> Self {
        let result = self.draft.set_query(name, &value);
        self.draft.note(result);
        self
    }

    /// The same call with its answer read as another type: one of your own, or a [`Value`]. For an
    /// answer that does not fit its type until the next release. What makes it a success is looked at
    /// all the same: a login without its session fails with
    /// [`MissingProof`](crate::ErrorKind::MissingProof).
    ///
    /// To read both, see [`Response::json`](crate::Response::json).
    ///
    /// ```
    /// # use stytch_core::{Call, Error, Value};
    /// #[derive(serde::Deserialize)]
    /// struct Color {
    ///     color: String,
    /// }
    ///
    /// async fn color(call: Call<Value>) -> Result<Color, Error> {
    ///     call.answer_as().await
    /// }
    /// ```
    pub fn answer_as<T: DeserializeOwned>(self) -> Call<T, A> {
        Call::new(self.draft, Answer::decode)
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
    /// headers, request id and number of attempts, and its JSON as it came.
    pub fn response(self) -> ResponseFuture<R> {
        ResponseFuture(self.into_future())
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

impl<R: Page, A> Call<R, A> {
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

impl<R, A> IntoFuture for Call<R, A> {
    type Output = Result<R, Error>;
    type IntoFuture = CallFuture<R>;

    fn into_future(self) -> CallFuture<R> {
        CallFuture::new(self.draft, self.decode)
    }
}

impl<R, A> fmt::Debug for Call<R, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.draft.fmt(f)
    }
}

//! Results that come in pages.

use std::{
    collections::{HashSet, VecDeque},
    fmt,
    future::{Future as _, poll_fn},
    pin::Pin,
    task::{Context, Poll, ready},
};

use futures_core::Stream;

use crate::{
    AsProject, Call, CallFuture, Error, ErrorKind, Value, request::Draft, transport::Decode,
    wire::Page,
};

/// The pages of a listing or a search, fetched as they are asked for.
///
/// A [`Stream`] of responses; [`next`](Self::next) needs no other crate. A failure is given once
/// and ends the stream. Dropping the stream stops fetching.
#[must_use = "a stream fetches nothing until it is polled"]
pub struct Pages<R, A = AsProject> {
    state: State<R, A>,
    /// Cursors that were used, so that a service which repeats one is not asked for ever.
    seen: HashSet<String>,
}

enum State<R, A> {
    /// The call of the next page, not sent yet.
    Ready(Call<R, A>),
    /// The call that is under way, and what the call of the page after it is made from.
    Fetching(CallFuture<R>, Box<Draft>, Decode<R>),
    /// The last page has been given, and what is wrong with the one after it is still to be said.
    Failed(Error),
    Done,
}

impl<R, A> Pages<R, A> {
    pub(crate) fn new(call: Call<R, A>) -> Self {
        Self {
            state: State::Ready(call),
            seen: HashSet::new(),
        }
    }
}

impl<R: Page, A> Pages<R, A> {
    /// The next page, or `None` after the last one.
    pub async fn next(&mut self) -> Option<Result<R, Error>> {
        poll_fn(|cx| self.poll_page(cx)).await
    }

    fn poll_page(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<R, Error>>> {
        loop {
            match std::mem::replace(&mut self.state, State::Done) {
                State::Done => return Poll::Ready(None),
                State::Failed(error) => return Poll::Ready(Some(Err(error))),
                State::Ready(call) => {
                    let (draft, decode) = call.into_parts();
                    let fetch = CallFuture::new(draft.clone(), decode);
                    self.state = State::Fetching(fetch, draft, decode);
                }
                State::Fetching(mut fetch, draft, decode) => {
                    let Poll::Ready(result) = Pin::new(&mut fetch).poll(cx) else {
                        self.state = State::Fetching(fetch, draft, decode);
                        return Poll::Pending;
                    };
                    if let Ok(page) = &result {
                        let next = self.after(page, draft);
                        self.state = match next {
                            Ok(Some(draft)) => State::Ready(Call::new(draft, decode)),
                            Ok(None) => State::Done,
                            Err(error) => State::Failed(error),
                        };
                    }
                    return Poll::Ready(Some(result));
                }
            }
        }
    }

    /// What follows a page: the request of the next one, if there is one.
    fn after(&mut self, page: &R, mut draft: Box<Draft>) -> Result<Option<Box<Draft>>, Error> {
        let operation = draft.operation;
        let cursor = page.next_cursor().filter(|cursor| !cursor.is_empty());
        let (Some(cursor), Some(name)) = (cursor, operation.cursor()) else {
            return Ok(None);
        };
        if !self.seen.insert(cursor.to_owned()) {
            return Err(Error::new(
                ErrorKind::UnexpectedResponse,
                "the service gave the same cursor twice, so the pages would never end",
            )
            .with_operation(operation.name()));
        }
        match &draft.body {
            None => draft.set_query(name, &cursor)?,
            Some(_) => draft.set_field(name, Value::from(cursor))?,
        }
        Ok(Some(draft))
    }
}

impl<R, A> Unpin for Pages<R, A> {}

impl<R: Page, A> Stream for Pages<R, A> {
    type Item = Result<R, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_page(cx)
    }
}

impl<R, A> fmt::Debug for Pages<R, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").finish_non_exhaustive()
    }
}

/// The results of a listing or a search, one by one, with the pages fetched as they are needed.
///
/// A [`Stream`] of results; [`next`](Self::next) needs no other crate. A failure is given once, in
/// the place of the page that could not be fetched, and ends the stream. Dropping the stream stops
/// fetching.
#[must_use = "a stream fetches nothing until it is polled"]
pub struct Items<R: Page, A = AsProject> {
    pages: Pages<R, A>,
    items: VecDeque<R::Item>,
}

impl<R: Page, A> Items<R, A> {
    pub(crate) fn new(pages: Pages<R, A>) -> Self {
        Self {
            pages,
            items: VecDeque::new(),
        }
    }
}

impl<R: Page, A> Items<R, A> {
    /// The next result, or `None` after the last one.
    pub async fn next(&mut self) -> Option<Result<R::Item, Error>> {
        poll_fn(|cx| self.poll_item(cx)).await
    }

    fn poll_item(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<R::Item, Error>>> {
        loop {
            if let Some(item) = self.items.pop_front() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.pages.poll_page(cx)) {
                // a page may be empty without being the last
                Some(Ok(page)) => self.items = page.into_items().into(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<R: Page, A> Unpin for Items<R, A> {}

impl<R: Page, A> Stream for Items<R, A> {
    type Item = Result<R::Item, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_item(cx)
    }
}

impl<R: Page, A> fmt::Debug for Items<R, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("waiting", &self.items.len())
            .finish_non_exhaustive()
    }
}

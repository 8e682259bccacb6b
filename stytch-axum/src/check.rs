//! A session is checked once a request, whoever asks.

use axum::http::request::Parts;

use crate::{
    auth::Auth,
    layer::Jar,
    vertical::Vertical,
    web::{Depth, Sessions, Verdict},
};

/// The verdict on a request, and whose it is: an app may serve two projects.
#[derive(Clone)]
struct Cached<V: Vertical> {
    by: Sessions<V>,
    depth: Depth,
    verdict: Verdict<V>,
}

/// Checks the session of a request, unless that was done before.
pub(crate) async fn session<V: Vertical>(
    auth: &Auth<V>,
    parts: &mut Parts,
    depth: Depth,
) -> Verdict<V> {
    let sessions = auth.sessions();
    if let Some(cached) = parts.extensions.get::<Cached<V>>()
        && sessions.is(&cached.by)
        // what was refused once does not become better by asking further
        && (cached.depth >= depth || !matches!(cached.verdict, Ok(Some(_))))
    {
        return cached.verdict.clone();
    }
    let jar = Jar::of(parts)?;
    let (verdict, cookies) = sessions.check(parts, depth).await;
    if !cookies.is_empty() {
        jar.put(cookies);
    }
    parts.extensions.insert(Cached {
        by: sessions.clone(),
        depth,
        verdict: verdict.clone(),
    });
    verdict
}

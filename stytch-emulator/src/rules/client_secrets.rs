//! Secrets of clients, and a new one in place of an old one without a moment at which neither works.

use crate::random::Random;
use crate::refusal::Refusal;

/// A client whose secret can be replaced.
pub(crate) trait Rotating {
    /// What refuses to begin twice.
    const ALREADY: &str;
    /// What refuses to end what was not begun.
    const NOT_BEGUN: &str;

    /// The secret that comes next, while both work.
    fn next(&mut self) -> &mut Option<String>;

    /// The end of it, which the client shows.
    fn next_last_four(&mut self) -> &mut Option<String>;

    /// Takes a secret, and the end of it, in place of the one before.
    fn replace(&mut self, secret: String, last_four: String);
}

/// Gives a client another secret beside the one that it has.
pub(crate) fn begin<C: Rotating>(client: &mut C, random: &mut Random) -> Result<String, Refusal> {
    if client.next().is_some() {
        return Err(Refusal::new(C::ALREADY));
    }
    let secret = random.token();
    *client.next_last_four() = Some(last_four(&secret));
    *client.next() = Some(secret.clone());
    Ok(secret)
}

/// Lets the old secret go.
pub(crate) fn finish<C: Rotating>(client: &mut C) -> Result<(), Refusal> {
    let next = taken(client)?;
    let last_four = last_four(&next);
    client.replace(next, last_four);
    Ok(())
}

/// Keeps the old secret.
pub(crate) fn cancel<C: Rotating>(client: &mut C) -> Result<(), Refusal> {
    taken(client).map(drop)
}

fn taken<C: Rotating>(client: &mut C) -> Result<String, Refusal> {
    let next = client.next().take();
    let next = next.ok_or_else(|| Refusal::new(C::NOT_BEGUN))?;
    *client.next_last_four() = None;
    Ok(next)
}

/// The end of a secret, by which people tell secrets apart.
pub(crate) fn last_four(secret: &str) -> String {
    let start = secret.char_indices().rev().nth(3).map_or(0, |(at, _)| at);
    secret.get(start..).unwrap_or_default().to_owned()
}

//! Failed attempts: they count although they are refused, and too many in a row lock somebody out.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use stytch_core::{ErrorType, Timestamp};

use super::sessions;
use crate::call::Call;
use crate::clock;
use crate::refusal::Refusal;
use crate::state::{AppToken, Lock, State};

/// When somebody is locked out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct LockPolicy {
    pub(crate) is_on: bool,
    /// So many failures in a row.
    pub(crate) threshold: u32,
    pub(crate) minutes: u32,
}

impl Default for LockPolicy {
    fn default() -> Self {
        Self {
            is_on: false,
            threshold: 10,
            minutes: 60,
        }
    }
}

/// What a refusal leaves behind, although it changes nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Trace {
    /// A wrong code was given for what this one opens.
    WrongCode { opens: String },
    /// Somebody, by the id of the member or user, has failed to prove who they are.
    Failure { account: String },
    /// What works once has come again: what came of this authorization of an app is taken back.
    Replay { authorization: String },
}

impl Trace {
    pub(crate) fn leave(&self, state: &mut State, now: Timestamp) {
        match self {
            Self::WrongCode { opens } => {
                let found = state.codes.get(opens).map(|code| (**code).clone());
                if let Some(mut code) = found {
                    code.attempts = code.attempts.saturating_add(1);
                    state.codes.put(code);
                }
            }
            Self::Failure { account } => {
                let policy = &state.settings.user_locks;
                if !policy.is_on {
                    return;
                }
                let minutes = Duration::from_secs(u64::from(policy.minutes) * 60);
                let threshold = policy.threshold;
                let found = state.locks.get(account).map(|lock| (**lock).clone());
                let mut lock = found.unwrap_or_else(|| Lock::none(account));
                lock.failures = lock.failures.saturating_add(1);
                if lock.failures >= threshold && lock.created_at.is_none() {
                    lock.created_at = Some(now);
                    lock.expires_at = Some(clock::after(now, minutes));
                }
                state.locks.put(lock);
            }
            Self::Replay { authorization } => {
                let group = AppToken::listed_by_authorization(authorization);
                sessions::end_group(&mut state.app_tokens, &group, None);
            }
        }
    }
}

/// Lifts the locks whose time is over.
pub(crate) fn lift(state: &mut State, now: Timestamp) {
    let over: Vec<_> = state
        .locks
        .group(Lock::IN_FORCE)
        .filter(|lock| lock.expires_at.is_some_and(|end| end <= now))
        .map(|lock| lock.account.clone())
        .collect();
    for account in over {
        state.locks.remove(&account);
    }
}

/// Makes sure that somebody is not locked out.
pub(crate) fn check(call: &Call<'_>, account: &str) -> Result<(), Refusal> {
    let lock = call.state.locks.get(account);
    match lock.is_some_and(|lock| lock.created_at.is_some()) {
        true => Err(ErrorType::UserLockLimitReached.into()),
        false => Ok(()),
    }
}

/// Lets somebody who is not locked out prove who they are. If the proof is refused, that counts.
pub(crate) fn prove<'c, T>(
    call: &mut Call<'c>,
    account: &str,
    proof: impl FnOnce(&mut Call<'c>) -> Result<T, Refusal>,
) -> Result<T, Refusal> {
    check(call, account)?;
    proof(call).map_err(|refusal| {
        refusal.leaving(Trace::Failure {
            account: account.to_owned(),
        })
    })
}

/// Somebody has logged in for good: earlier failures do not count any more.
pub(crate) fn forget(call: &mut Call<'_>, account: &str) {
    call.state.locks.remove(account);
}

//! Checking sessions: here, here with the service's help where that is needed, or at the service each
//! time.

mod alive;
mod answer;
mod guard;
mod local;
mod model;
mod remote;
mod result;
mod token;

pub use alive::AliveCheck;
pub use answer::SessionProof;
pub use guard::CheckSession;
pub use local::LocalCheck;
pub use model::{NoOrganization, SessionModel};
pub use remote::SessionCheck;
pub use result::Authenticated;
#[cfg(feature = "testing")]
pub(crate) use token::SessionToken;

pub use crate::tokens::{OfOrganization, OfProject};

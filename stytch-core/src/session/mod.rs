//! Checking sessions without asking the service, or only when that is needed.

mod local;
mod model;
mod read;
mod remote;
mod result;

pub use local::LocalCheck;
pub use model::{OfOrganization, OfProject, SessionModel};
pub use remote::SessionCheck;
pub use result::Authenticated;

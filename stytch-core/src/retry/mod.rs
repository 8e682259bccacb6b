//! What is sent again, when, and how often at most.

mod budget;
mod decide;
mod policy;
mod retry_after;

pub use budget::RetryBudget;
pub(crate) use decide::decide;
pub use policy::RetryPolicy;
pub(crate) use retry_after::retry_after;

//! Role-based access control: who may do what, by the policy of the project.
//!
//! A [`Policy`] lists roles and scopes, and what each of them permits: actions on resources. A check
//! asks whether one of the roles of a session, or one of the scopes of an access token, permits an
//! action on a resource. The client fetches the policy by itself when a check needs it; a policy
//! that is [read from JSON](Policy::from_json) can be asked without a client.

mod builder;
mod cache;
mod index;
mod policy;
mod raw;
mod validate;

pub use builder::PolicyBuilder;
pub(crate) use cache::{Policies, Question, Rights, Subject};
pub use policy::{Policy, Verdict};
pub use raw::OrganizationPolicy;
pub use validate::PolicyViolation;

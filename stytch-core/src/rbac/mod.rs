//! Role-based access control: who may do what, by the policy of the project.
//!
//! A [`CompiledPolicy`] lists roles and scopes, and what each of them permits: actions on resources.
//! A check asks whether one of the roles of a session, or one of the scopes of an access token,
//! permits an action on a resource. The client fetches the policy by itself when a check needs it; a policy
//! that is [read from JSON](CompiledPolicy::from_json) can be asked without a client.

mod builder;
mod cache;
mod index;
mod policy;
mod raw;
mod settings;
mod validate;

pub use builder::PolicyBuilder;
pub(crate) use cache::{Given, Policies, Question, Rights, Subject};
pub use policy::{CompiledPolicy, Verdict};
pub use raw::OrganizationPolicy;
pub use settings::PolicySettings;
pub use validate::PolicyViolation;

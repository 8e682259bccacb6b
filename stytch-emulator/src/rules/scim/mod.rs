//! SCIM: which connection an organization has, who may use it, and what follows for members.

pub(crate) mod connections;
pub(crate) mod members;
pub(crate) mod seeded;

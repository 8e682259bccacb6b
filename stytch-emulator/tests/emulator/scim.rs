//! Organizations whose directory keeps their members up to date: the app speaks the API, the directory speaks
//! SCIM.

mod connection;
mod directory;
mod filters;
mod groups;
mod odd;
mod protocol;
mod users;

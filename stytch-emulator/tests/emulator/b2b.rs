//! Organizations and their members.

mod app_sessions;
mod attested;
mod chooser;
mod codes;
mod connected_apps;
mod consent;
mod cross_organization;
mod fraud;
mod impersonation;
mod leaving;
mod logging_in;
mod members;
mod migrated;
mod oauth;
mod password_hashes;
mod passwords;
mod redirects;
mod sandbox;
mod searches;
mod second_factors;
mod sso;

// Generated from codegen/src/outputs/entry/guides/mod.rs.in by `cargo xtask generate`. Do not edit.

//! How to do what apps do, from the first login to a fleet. Every piece of code here is tested.
//!
//! | guide | answers |
//! |---|---|
//! | [`sessions`] | how is a session checked, how often, when does it end, and what goes into which cookie? |
//! | [`authorization`] | who may do what, and who says so? |
//! | [`testing`] | how is an app tested without the service? |
//! | [`many_instances`] | what do instances share, and what does a fleet ask of the service? |
//! | [`migration`] | how does an app move here from the crate `stytch`? |

pub mod authorization;
pub mod many_instances;
pub mod migration;
pub mod sessions;
pub mod testing;

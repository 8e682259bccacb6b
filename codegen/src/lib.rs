//! Reads the spec and writes the generated crates.
//!
//! Three steps, each with a module of its own:
//!
//! 1. [`load`]: YAML files become a syntax model that keeps positions.
//! 2. [`resolve`]: names are bound, directions found, docs looked up. The outcome holds all that the spec
//!    says, and nothing of Rust.
//! 3. [`outputs`]: what is made of it, side by side: the client crates, whose `plan` decides what is Rust
//!    and whose `emit` writes it down, and the tables of the conformance runner.
//!
//! [`generate()`] runs all of them; [`mod@write`] compares the outcome with the files that are there.
//!
//! [`mod@format`] is the table of what a spec file may hold: [`load`] reads by it, and [`schema`] tells
//! editors of it. [`drift`] compares the spec with the vendor's OpenAPI file, and [`stats`] counts what it
//! holds.

pub mod drift;
pub mod format;
mod generate;
pub mod load;
pub mod memory;
pub mod naming;
pub mod outputs;
pub mod problem;
pub mod resolve;
pub mod schema;
pub mod stats;
mod unique;
pub mod write;

pub use generate::{Error, api, generate, generate_anew};

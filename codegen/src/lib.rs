//! Reads the spec and writes the generated crates.
//!
//! Four steps, each with a module of its own:
//!
//! 1. [`load`]: YAML files become a syntax model that keeps positions.
//! 2. [`resolve`]: includes are expanded, names bound, docs looked up, directions found.
//! 3. [`plan`]: what is resolved gets a Rust shape: modules, types, docs, names.
//! 4. [`emit`]: the plan becomes tokens, and the tokens files.
//!
//! [`generate()`] runs all four; [`mod@write`] compares the outcome with the files that are there, and
//! [`schema`] tells editors what a spec file may hold. [`drift`] compares the spec with the vendor's
//! OpenAPI file, and [`stats`] counts what it holds.

pub mod drift;
pub mod emit;
mod generate;
pub mod load;
pub mod naming;
pub mod plan;
pub mod problem;
pub mod resolve;
pub mod schema;
pub mod stats;
pub mod write;

pub use generate::{Error, api, generate};

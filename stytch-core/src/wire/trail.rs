//! The way to the value that could not be decoded.
//!
//! serde's errors don't say where they happened. Tracking the place while decoding costs time and a
//! second copy of every visitor, so the way is noted only when an error comes back up: each level
//! adds its step. Decoding is synchronous, so a thread-local holds the steps until the top collects
//! them.

use std::cell::RefCell;

enum Step {
    Field(Box<str>),
    Element(usize),
    Entry,
}

thread_local! {
    /// Innermost step first.
    static STEPS: RefCell<Vec<Step>> = const { RefCell::new(Vec::new()) };
}

/// More than any body can be nested. Errors of decoding that doesn't go through this crate are
/// never collected; this keeps them from piling up.
const MAX_STEPS: usize = 256;

fn note(step: Step) {
    STEPS.with_borrow_mut(|steps| {
        if steps.len() >= MAX_STEPS {
            steps.clear();
        }
        steps.push(step);
    });
}

/// The error came out of this field of an object.
#[cold]
pub(super) fn field(name: &str) {
    note(Step::Field(name.into()));
}

/// The error came out of this element of a list.
#[cold]
pub(super) fn element(index: usize) {
    note(Step::Element(index));
}

/// The error came out of an entry of a map.
#[cold]
pub(super) fn entry() {
    note(Step::Entry);
}

/// Forgets what an error that nobody asked about left behind.
pub(super) fn clear() {
    STEPS.with_borrow_mut(Vec::clear);
}

/// The way from the top, as a JSON path.
pub(super) fn take() -> String {
    use std::fmt::Write as _;

    let steps = STEPS.take();
    steps
        .iter()
        .rev()
        .fold(String::from("$"), |mut path, step| {
            // writing to a string does not fail
            let _ = match step {
                Step::Field(name) => write!(path, ".{name}"),
                Step::Element(index) => write!(path, "[{index}]"),
                Step::Entry => write!(path, ".*"),
            };
            path
        })
}

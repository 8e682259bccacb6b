//! What people do, step by step, as `flows.txt` has it.

use std::sync::LazyLock;

use serde_json::{Value, json};

/// One step.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Call(String, Value),
    /// A mail that is opened, a page that is followed and so on.
    Other(String, Value),
}

impl Step {
    fn read(line: &str) -> Self {
        let (name, given) = line.split_once(' ').unwrap_or((line, "{}"));
        let given = serde_json::from_str(given).unwrap_or_else(|error| panic!("{line}: {error}"));
        match name.starts_with('+') {
            true => Self::Other(name.to_owned(), given),
            false => Self::Call(name.to_owned(), given),
        }
    }

    /// A call with nothing but what is known or made up.
    pub(crate) fn call(name: &str) -> Self {
        Self::Call(name.to_owned(), json!({}))
    }
}

/// What somebody does one after the other.
#[derive(Debug)]
pub(crate) struct Flow {
    pub(crate) name: String,
    pub(crate) steps: Vec<Step>,
}

/// All flows.
pub(crate) fn flows() -> &'static [Flow] {
    static FLOWS: LazyLock<Vec<Flow>> = LazyLock::new(|| {
        let file = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/emulator/whole/flows.txt"
        );
        read(&std::fs::read_to_string(file).unwrap())
    });
    &FLOWS
}

fn read(text: &str) -> Vec<Flow> {
    let mut flows: Vec<Flow> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        match (line.strip_prefix("== "), flows.last_mut()) {
            _ if line.starts_with('#') => {}
            (Some(name), _) => flows.push(Flow {
                name: name.to_owned(),
                steps: Vec::new(),
            }),
            (None, Some(flow)) => flow.steps.push(Step::read(line)),
            (None, None) => panic!("{line}: a step of no flow"),
        }
    }
    flows
}

//! Whatever somebody types, the generator does not fall over: it says what is wrong and where, or it
//! makes code that parses.

use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use codegen::{Error, outputs};

use crate::disk::Disk;

const ROUNDS: u64 = 200;

/// What a slip of the keyboard or of the mind may put into a file.
const SNIPPETS: [&str; 44] = [
    " ",
    "  ",
    "\n",
    "\t",
    ":",
    ": ",
    "- ",
    "!",
    "?",
    "<",
    ">",
    "list<",
    "map<",
    "{",
    "}",
    "[",
    "]",
    "&a ",
    "*a",
    "<<: *a",
    "\"",
    "'",
    "`",
    "[`",
    "`]",
    "|-",
    ">-",
    "#",
    "%",
    "@",
    ",",
    ".",
    "..",
    "/",
    "\\",
    "~",
    "null",
    "12",
    "true",
    "\u{0}",
    "\u{85}",
    "\u{feff}",
    "ß",
    "include: ",
];

#[test]
fn no_spec_makes_the_generator_panic_and_every_problem_has_a_place() {
    let files = spec();
    let mut outcomes = [0_u32; 2];
    for seed in 1..=ROUNDS {
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let mut broken = files.clone();
        for _ in 0..=dice.below(3) {
            mutate(&mut broken, &mut dice);
        }
        let outcome = catch_unwind(AssertUnwindSafe(|| check(&broken)));
        let outcome = outcome.unwrap_or_else(|_| Err("a panic".to_owned()));
        match outcome {
            Ok(fine) => outcomes[usize::from(fine)] += 1,
            Err(why) => panic!("seed {seed}: {why}\n{}", show(&broken)),
        }
    }
    // Else the changes are too tame or too wild to say anything.
    assert!(
        outcomes.iter().all(|count| u64::from(*count) > ROUNDS / 20),
        "{outcomes:?}"
    );
}

/// Whether the spec is fine; why the generator is not, if that is so.
fn check(files: &BTreeMap<String, Vec<u8>>) -> Result<bool, String> {
    let disk = Disk::new();
    for (name, bytes) in files {
        disk.write(name, bytes);
    }
    let api = match codegen::api(disk.root()) {
        Ok(api) => api,
        Err(Error::Spec(problems)) => {
            for problem in problems.iter() {
                inside(files, problem).map_err(|why| format!("{why}\n{problem}"))?;
            }
            return Ok(false);
        }
        Err(error) => return Err(error.to_string()),
    };
    for client in api.clients() {
        for output in outputs::ALL {
            output.files(client)?;
        }
    }
    Ok(true)
}

fn inside(
    files: &BTreeMap<String, Vec<u8>>,
    problem: &codegen::problem::Problem,
) -> Result<(), String> {
    let at = &problem.at;
    let bytes = at
        .file
        .strip_prefix("spec/")
        .and_then(|name| files.get(name));
    let bytes = bytes.ok_or("a file that does not exist")?;
    let text = String::from_utf8_lossy(bytes);
    let lines: Vec<&str> = text.split('\n').collect();
    let line = usize::try_from(at.line - 1).unwrap();
    // An empty file has a first line, too; a line ends behind its last character.
    let length = lines
        .get(line)
        .ok_or("a line that does not exist")?
        .chars()
        .count() as u64;
    if at.column == 0 || at.column > length + 1 {
        return Err(format!(
            "a column that does not exist in a line of {length}"
        ));
    }
    if problem.found.trim().is_empty() || problem.expected.trim().is_empty() {
        return Err("a message that says nothing".to_owned());
    }
    Ok(())
}

fn mutate(files: &mut BTreeMap<String, Vec<u8>>, dice: &mut Dice) {
    let names: Vec<String> = files.keys().cloned().collect();
    let Some(name) = dice.pick(&names) else {
        return;
    };
    let all: Vec<u8> = files.values().flatten().copied().collect();
    let Some(bytes) = files.get_mut(name) else {
        return;
    };
    let text = String::from_utf8_lossy(bytes).into_owned();
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    let from = dice.below(lines.len().max(1));
    let to = dice.below(lines.len().max(1));
    match dice.below(10) {
        0 if !lines.is_empty() => drop(lines.remove(from)),
        1 if !lines.is_empty() => lines.insert(to, lines[from].clone()),
        2 if !lines.is_empty() => lines.swap(from, to),
        3 if !lines.is_empty() => lines[from].insert_str(0, dice.pick(&["  ", " ", "\t"]).unwrap()),
        4 if !lines.is_empty() => lines[from] = lines[from].trim_start().to_owned(),
        5 => lines.truncate(from),
        // Any byte anywhere.
        6 => {
            let place = dice.below(bytes.len() + 1);
            bytes.insert(place, u8::try_from(dice.below(256)).unwrap());
            return;
        }
        // A word in place of another, from anywhere in the spec.
        7 | 8 => {
            let all = String::from_utf8_lossy(&all).into_owned();
            let words: Vec<&str> = all.split_whitespace().collect();
            let own: Vec<&str> = text.split_whitespace().collect();
            if let (Some(old), Some(new)) = (dice.pick(&own), dice.pick(&words)) {
                *bytes = text.replacen(old, new, 1).into_bytes();
            }
            return;
        }
        _ => {
            let places: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
            if let (Some(place), Some(snippet)) = (dice.pick(&places), dice.pick(&SNIPPETS)) {
                let mut text = text;
                text.insert_str(*place, snippet);
                *bytes = text.into_bytes();
            }
            return;
        }
    }
    *bytes = lines.concat().into_bytes();
}

/// The spec of the golden test: it has one of everything.
fn spec() -> BTreeMap<String, Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/spec");
    let names = [
        "vocabulary.yaml",
        "b2b/vocabulary.yaml",
        "b2b/robots.yaml",
        "b2b/robots.arms.yaml",
    ];
    names
        .into_iter()
        .map(|name| (name.to_owned(), fs::read(root.join(name)).unwrap()))
        .collect()
}

fn show(files: &BTreeMap<String, Vec<u8>>) -> String {
    files
        .iter()
        .map(|(name, bytes)| format!("--- {name}\n{}\n", String::from_utf8_lossy(bytes)))
        .collect()
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }

    fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        if of.is_empty() {
            None
        } else {
            of.get(self.below(of.len()))
        }
    }
}

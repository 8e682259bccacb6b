//! A server in a process of its own, so that what it takes is its own, too.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

/// Ends with the value.
pub(crate) struct Process {
    child: Child,
    pub(crate) url: String,
}

impl Process {
    /// Starts it, and reads where it listens.
    pub(crate) fn start(command: &mut Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut first = String::new();
        let out = child.stdout.take().unwrap();
        BufReader::new(out).read_line(&mut first).unwrap();
        let url = first.trim().strip_prefix("listening on ").unwrap();
        Self {
            url: url.to_owned(),
            child,
        }
    }

    /// The emulator, at a port that is free.
    pub(crate) fn emulator() -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stytch-emulator"));
        command.args(["--port", "0"]);
        command
    }

    /// This program as a server that does nothing but answer a text.
    pub(crate) fn bare(text: &str) -> Command {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.env(super::BARE, text);
        command
    }

    /// What it holds, in MB; zero where that can't be told.
    pub(crate) fn memory(&self) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()));
        let status = status.unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with("VmRSS:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
        kilobytes.unwrap_or_default() / 1024.0
    }

    /// The processor time that it has used, in seconds; zero where that can't be told.
    pub(crate) fn cpu(&self) -> f64 {
        let mut nanoseconds = 0.0;
        let tasks = fs::read_dir(format!("/proc/{}/task", self.child.id()));
        for task in tasks.into_iter().flatten().flatten() {
            let text = fs::read_to_string(task.path().join("schedstat")).unwrap_or_default();
            let first = text.split_whitespace().next();
            nanoseconds += first.and_then(|text| text.parse().ok()).unwrap_or(0.0);
        }
        nanoseconds / 1e9
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // it may have ended by itself
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

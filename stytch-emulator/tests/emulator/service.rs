//! What the emulator is beside the API: a program with data, pages and commands, for people and tools.

mod besides;
mod command_line;
mod control;
mod durable;
mod kinds;
mod pages;
mod policies;
mod properties;
mod refusals;
mod scan;
mod seeds;
mod webhooks;

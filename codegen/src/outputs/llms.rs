//! `llms.txt`: what the crates offer, on one page of Markdown for programs that write programs
//! (<https://llmstxt.org>).

use std::fmt::Write as _;

use super::text::{first_sentence, plain};
use crate::naming;
use crate::resolve::{Api, Client, Method, Resource};

/// Where the page stands.
pub const PATH: &str = "llms.txt";

/// What stands in front of the lists, by hand.
const HEAD: &str = include_str!("llms/head.md");

/// The page.
#[must_use]
pub fn file(api: &Api) -> String {
    let mut page = HEAD.to_owned();
    for client in api.clients() {
        let _ = write!(page, "\n## The calls of stytch-{}\n", client.name);
        for resource in &client.resources {
            list(&mut page, client, resource);
        }
    }
    page
}

/// What a resource offers, and where its docs are.
fn list(page: &mut String, client: &Client, resource: &Resource) {
    let links = resource.links.iter().map(|link| (&link.method, true));
    let methods = resource.methods.iter().map(|method| (method, false));
    let offers: Vec<_> = methods.chain(links).collect();
    if offers.is_empty() {
        return;
    }
    let docs = module(client, resource);
    let about = plain(client, first_sentence(&resource.docs));
    let name = resource.name.replace('.', "::");
    let _ = write!(page, "\n### [{name}]({docs})\n\n{about}\n\n");
    let handle = naming::handle(&resource.name);
    let calls = resource.name.replace('.', "().");
    for (method, is_link) in offers {
        let name = naming::snake(&method.name);
        let anchor = name.trim_start_matches("r#");
        let about = plain(client, first_sentence(&method.docs));
        let takes = takes(method, is_link);
        let _ = writeln!(
            page,
            "- [`{calls}().{name}({takes})`]({docs}struct.{handle}.html#method.{anchor}): {about}"
        );
    }
}

/// The argument of a method: its request with what has to be given.
fn takes(method: &Method, is_link: bool) -> String {
    if method.request.is_empty() {
        return String::new();
    }
    let name = if is_link {
        naming::link(&method.name)
    } else {
        naming::request(&method.name)
    };
    let required = method.request.iter().filter(|field| field.required);
    let required: Vec<_> = required.map(|field| naming::snake(&field.wire)).collect();
    format!("{name}::new({})", required.join(", "))
}

/// The address of a resource's docs.
fn module(client: &Client, resource: &Resource) -> String {
    let package = format!("stytch-{}", client.name);
    let library = package.replace('-', "_");
    let path = resource.name.split('.').map(naming::snake);
    let path: Vec<_> = path.map(|name| name.replace("r#", "")).collect();
    format!(
        "https://docs.rs/{package}/latest/{library}/{}/",
        path.join("/")
    )
}

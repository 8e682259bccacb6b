//! The scripts of the pages, which work without them.

use maud::{Markup, PreEscaped, html};

use super::Shown;

const LIVE: &str = include_str!("live.js");
const COPY: &str = include_str!("copy.js");

/// All of them, for the policy that lets them run.
pub(super) const ALL: [&str; 2] = [LIVE, COPY];

/// Something that comes in while a page is open.
#[derive(Clone, Copy, Debug)]
pub(super) enum News {
    Messages,
    Requests,
    Webhooks,
}

impl News {
    const ALL: [Self; 3] = [Self::Messages, Self::Requests, Self::Webhooks];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Messages => "messages",
            Self::Requests => "requests",
            Self::Webhooks => "webhooks",
        }
    }

    /// What a page has asked for; messages if it does not say.
    pub(super) fn named(name: Option<&str>) -> Option<Self> {
        let name = name.unwrap_or("messages");
        Self::ALL.into_iter().find(|news| news.name() == name)
    }
}

/// Shows what has come in since the page was made, in the element `live`.
pub(super) fn live(shown: &Shown, news: News) -> Markup {
    let joint = if shown.query.is_empty() { '?' } else { '&' };
    let events = format!("{}{joint}of={}", shown.to("/_emulator/events"), news.name());
    html! { script data-events=(events) { (PreEscaped(LIVE)) } }
}

/// Lets [buttons](copy_button) copy.
pub(super) fn copying() -> Markup {
    html! { script { (PreEscaped(COPY)) } }
}

/// A button that copies a text. Without a script there is none: the text can be selected.
pub(super) fn copy_button(text: &str, what: &str) -> Markup {
    html! { button.copy type="button" data-copies=(text) aria-label=(format!("Copy {what}")) { "Copy" } }
}

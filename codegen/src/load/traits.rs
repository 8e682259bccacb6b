//! What is special about a call, beside what it takes and gives.

use super::node::{Node, Text};
use super::object::Object;
use super::permission::MemberSession;
use crate::format::PAGE;
use crate::problem::{At, Problems};

/// The traits of a method. They travel as one, from the file to what is generated; `Way` leads to a
/// field of the response: as it is written first, bound to the fields later.
#[derive(Clone, Debug, Hash)]
pub struct Traits<Way = Text, Proof = Text> {
    /// That it accepts the member-session headers, and what it needs then.
    pub member_session: Option<MemberSession>,
    /// Whether it goes to the fraud base URL.
    pub fraud: bool,
    /// Whether a POST can be repeated without harm.
    pub repeatable: bool,
    /// The session whose custom claims can be typed.
    pub claims: Option<Way>,
    /// What its answer must carry to be a success.
    pub proof: Option<Proof>,
    /// How its pages hang together.
    pub page: Option<Page<Way>>,
}

impl<Way, Proof> Default for Traits<Way, Proof> {
    fn default() -> Self {
        Self {
            member_session: None,
            fraud: false,
            repeatable: false,
            claims: None,
            proof: None,
            page: None,
        }
    }
}

/// How the pages of a search hang together.
#[derive(Clone, Debug, Hash)]
pub struct Page<Way = Text> {
    /// The next cursor.
    pub cursor: Way,
    /// The results.
    pub items: Way,
    /// Where the declaration stands.
    pub at: At,
}

impl<Way> Page<Way> {
    /// The request field that asks for a page by its cursor.
    pub const PARAMETER: &str = "cursor";
}

impl Traits {
    pub(super) fn read(method: &mut Object, problems: &mut Problems) -> Self {
        Self {
            member_session: MemberSession::read(method, problems),
            fraud: method.word("base", problems),
            repeatable: method.word("retry", problems),
            claims: method.text("claims", problems),
            proof: method.text("proof", problems),
            page: method
                .take("page", problems)
                .and_then(|node| page(node, problems)),
        }
    }
}

fn page(node: Node, problems: &mut Problems) -> Option<Page> {
    let mut object = Object::new(node, &PAGE, problems)?;
    let page = Page {
        cursor: object.required("cursor", problems),
        items: object.required("items", problems),
        at: object.at.clone(),
    };
    object.finish(problems);
    Some(page)
}

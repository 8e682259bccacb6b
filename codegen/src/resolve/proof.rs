//! What an answer has to carry that logs somebody in or hands out a token.

use super::draft::{Bound, MethodDraft, TypeDraft};
use super::scope::Home;
use super::traits::{End, inside};
use super::{CUSTOM_CLAIMS, Resolver, Type};
use crate::load::Text;

/// What an answer has to carry to be a success, by the names of its fields; ways into them have dots.
#[derive(Clone, Debug, Default, Hash)]
pub struct Proof {
    /// The session or token that is granted: one of these.
    pub grant: Vec<String>,
    /// Whose it is: one of these.
    pub owner: Vec<String>,
    /// The flag that says that a login is complete, and what it goes on with until then.
    pub pending: Option<(&'static str, &'static str)>,
    /// The request field without which nothing has to be granted.
    pub asked_by: Option<&'static str>,
}

/// A session, with what proves it and whose it is.
const LOGIN: &str = "login";

/// The same, if the request sets a duration.
const LOGIN_IF_ASKED: &str = "login_if_asked";

/// An intermediate session of somebody who has yet to choose an organization.
const DISCOVERY: &str = "discovery";

const TOKENS: [&str; 2] = ["session_token", "session_jwt"];
const OWNERS: [&str; 2] = ["member_id", "user_id"];
const SESSIONS: [&str; 2] = ["member_session_id", "session_id"];
const COMPLETE: &str = "member_authenticated";
const INTERMEDIATE: &str = "intermediate_session_token";
const ADDRESS: &str = "email_address";
const DURATION: &str = "session_duration_minutes";

impl<'a> Resolver<'a, '_> {
    /// What the answer of a method has to carry, by the value of `proof`.
    pub(super) fn proof(
        &mut self,
        method: &MethodDraft<'a>,
        types: &[TypeDraft<'a>],
        written: &Text,
    ) -> Option<Proof> {
        let proof = match &*written.value {
            LOGIN => login(method, types),
            LOGIN_IF_ASKED => Proof {
                asked_by: find(&method.request, [DURATION]).next(),
                ..login(method, types)
            },
            DISCOVERY => Proof {
                grant: found(&method.response, [INTERMEDIATE]),
                owner: found(&method.response, [ADDRESS]),
                ..Proof::default()
            },
            way => {
                let secret = End {
                    key: "proof",
                    is_deep: true,
                    fits: &|ty| match ty {
                        Type::List(inner) => **inner == Type::Secret,
                        ty => *ty == Type::Secret,
                    },
                    expected: "the way to a secret in the response, with dots, or `login`, \
                               `login_if_asked` or `discovery`",
                };
                self.way(method, types, written, &secret)?;
                return Some(Proof {
                    grant: vec![way.to_owned()],
                    ..Proof::default()
                });
            }
        };
        let asks = written.value != LOGIN_IF_ASKED || proof.asked_by.is_some();
        if proof.grant.is_empty() || proof.owner.is_empty() || !asks {
            let is_bound = |field: &Bound<'_>| !self.problems.is_reported(&field.written.at);
            let sees_all = self.scope.sees_all(Home::Resource(method.resource));
            if !sees_all || !method.response.iter().all(is_bound) {
                return None;
            }
            self.problems.push(
                &written.at,
                format!(
                    "`proof: {}` on `{}`, whose fields are not those of one",
                    written.value, method.written.name.value
                ),
                "the fields by which such an answer is told: the tokens and the id or address of \
                 the person, and for `login_if_asked` the duration in the request",
            );
            return None;
        }
        Some(proof)
    }
}

/// A login: its tokens or its session, and the person, there or in the session.
fn login(method: &MethodDraft<'_>, types: &[TypeDraft<'_>]) -> Proof {
    let mut proof = Proof {
        grant: found(&method.response, TOKENS),
        owner: found(&method.response, OWNERS),
        pending: find(&method.response, [COMPLETE])
            .zip(find(&method.response, [INTERMEDIATE]))
            .next(),
        asked_by: None,
    };
    for field in &method.response {
        let session = inside(types, &field.ty);
        if session.iter().any(|inner| inner.name() == CUSTOM_CLAIMS) {
            let within = |name: &str| format!("{}.{name}", field.name());
            // an object by itself proves nothing: it has to say which session it is, or whose
            proof.grant.extend(find(session, SESSIONS).map(within));
            proof.grant.extend(find(session, OWNERS).map(within));
            proof.owner.extend(find(session, OWNERS).map(within));
        }
    }
    proof
}

/// Those of the names that a field has.
fn find<'f, const N: usize>(
    fields: &'f [Bound<'_>],
    names: [&'static str; N],
) -> impl Iterator<Item = &'static str> + 'f {
    names
        .into_iter()
        .filter(|name| fields.iter().any(|field| field.name() == *name))
}

fn found<const N: usize>(fields: &[Bound<'_>], names: [&'static str; N]) -> Vec<String> {
    find(fields, names).map(str::to_owned).collect()
}

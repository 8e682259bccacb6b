//! The format of the spec's files, described once: which objects there are, and which keys each has.
//!
//! [`load`](crate::load) reads by this table: it knows the keys, tells what is missing, and lists what
//! would have been right. [`schema`](crate::schema) tells editors the same. What takes more than one key
//! to judge is the loader's matter, and what takes more than one file is that of
//! [`resolve`](crate::resolve).

mod declared;
mod files;
mod link;
mod method;
mod shape;
mod words;

pub use declared::*;
pub use files::*;
pub use link::*;
pub use method::*;
pub use shape::*;
pub use words::*;

/// All objects of the format.
pub static SHAPES: [&Shape; 17] = [
    &VOCABULARY,
    &RESOURCE,
    &DEVIATIONS,
    &DEVIATION,
    &ENTRY,
    &FIELD,
    &ENUM,
    &VALUE,
    &MODEL,
    &FILTER,
    &ID,
    &METHOD,
    &PAGE,
    &MEMBER_SESSION,
    &LINK,
    &ERROR,
    &EVENT,
];

/// How deep lists and maps can stand in each other in a type: `map<list<string>>` is two deep.
pub const NESTING: usize = 3;

/// What the names of all built-in resources of the RBAC policy begin with.
pub const BUILT_IN: &str = "stytch.";

/// The names of all keys of the format, some several times.
pub fn keys() -> impl Iterator<Item = &'static str> {
    let keys = SHAPES.into_iter().flat_map(Shape::keys);
    keys.map(|key| key.name).chain([INCLUDE.name])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_object_has_each_key_once_and_each_text_is_a_sentence() {
        for shape in SHAPES {
            assert!(shape.docs.ends_with('.'), "{}", shape.id);
            for (index, key) in shape.keys().enumerate() {
                assert!(key.docs.ends_with('.'), "{}.{}", shape.id, key.name);
                let first = shape.keys().position(|other| other.name == key.name);
                assert_eq!(first, Some(index), "{}.{}", shape.id, key.name);
            }
            for name in shape.either.concat() {
                assert!(shape.key(name).is_some(), "{}.{name}", shape.id);
            }
        }
    }

    #[test]
    fn every_object_that_a_key_leads_to_is_listed() {
        let ids: Vec<_> = SHAPES.iter().map(|shape| shape.id).collect();
        for key in SHAPES.into_iter().flat_map(Shape::keys) {
            if let Kind::Object(inner)
            | Kind::List(inner)
            | Kind::Map(_, inner)
            | Kind::SomeMap(_, inner) = key.kind
            {
                assert!(ids.contains(&inner.id), "{}", inner.id);
            }
        }
    }
}

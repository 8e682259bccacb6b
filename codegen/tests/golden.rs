//! A small spec with one of everything, and the code that is made of it.
//!
//! `golden/spec` is the spec, `golden/src/generated` what the generator writes for it. The folder is a
//! crate of the workspace, so that what is compared here is compiled and linted as well, and its tests
//! use it.
//!
//! # One field, from YAML to Rust
//!
//! `spec/b2b/robots.yaml` has, among the request fields of the method `create`, the line
//!
//! ```yaml
//! is_shy:
//!   type: bool
//!   docs: Whether it hides from visitors.
//!   deprecated: All robots are shy.
//! ```
//!
//! 1. **load** makes a [`FieldDecl`] of it: the name `is_shy` and the type `bool`, each with its
//!    line and column; [`Mark::None`], since there is no `!`; and the docs.
//! 2. **resolve** binds the type to [`Type::Bool`], finds that it travels in the body, because the
//!    verb is POST and the path does not name it, and keeps the docs that stand with it. The result is
//!    a [`Field`].
//! 3. **plan** names it `is_shy` in Rust, gives it the type `Option<bool>`, because it is optional in
//!    what is sent, wraps its docs into lines, and takes the first sentence for the setter.
//! 4. **emit** writes it in three places of `src/generated/robots.rs`: as a field of `CreateRequest`,
//!    as a setter, and as a line of `Body::fields`, which leaves it out of the JSON while it is `None`.
//!
//! [`one_field_can_be_followed`] checks each of these steps.
//!
//! `BLESS=1 cargo test -p codegen --test golden` writes the files as they are now.
//!
//! [`FieldDecl`]: codegen::load::FieldDecl
//! [`Mark::None`]: codegen::load::Mark::None
//! [`Type::Bool`]: codegen::resolve::Type::Bool
//! [`Field`]: codegen::resolve::Field

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use codegen::load::{Item, Mark};
use codegen::outputs::clients::OUTPUT;
use codegen::outputs::clients::plan::{self, Item as Planned, Ty};
use codegen::outputs::emulator;
use codegen::problem::Problems;
use codegen::resolve::{Place, Type};
use codegen::{load, resolve, write};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// The generated files of the B2B client, below `src/generated`.
fn generated() -> BTreeMap<String, String> {
    let api = codegen::api(&root()).unwrap_or_else(|error| panic!("{error}"));
    let files = OUTPUT.files(&api.b2b).unwrap();
    let inside = |path: &str| path.strip_prefix("stytch-b2b/").map(str::to_owned);
    files
        .into_iter()
        .filter_map(|(path, text)| Some((inside(&path)?, text)))
        .collect()
}

#[test]
fn the_generated_code_is_the_one_that_is_committed() {
    let files = generated();
    let changes = write::compare(&root(), &files, &["src/generated".to_owned()]).unwrap();
    let diff = write::diff(&root(), &changes).unwrap();
    if std::env::var_os("BLESS").is_some() {
        write::apply(&root(), &changes).unwrap();
    }
    assert!(
        changes.is_empty(),
        "{diff}\nIf this is meant: BLESS=1 cargo test -p codegen --test golden"
    );
}

#[test]
fn one_field_can_be_followed() {
    let mut problems = Problems::default();
    let spec = load::load(&root().join("spec"), &mut problems).unwrap();
    let robots = spec
        .resources
        .iter()
        .find(|resource| resource.name.value == "robots")
        .unwrap();
    let create = robots
        .methods
        .iter()
        .find(|method| method.name.value == "create")
        .unwrap();
    let written = create
        .request
        .iter()
        .find_map(|item| match item {
            Item::Field(field) if field.name.value == "is_shy" => Some(field),
            _ => None,
        })
        .unwrap();
    assert_eq!(
        (written.ty.value.as_str(), written.mark),
        ("bool", Mark::None)
    );
    assert_eq!(written.ty.at.file.as_ref(), "spec/b2b/robots.yaml");

    let api = resolve::resolve(&spec, &mut problems);
    assert!(problems.is_empty(), "{problems}");
    let robots = api
        .b2b
        .resources
        .iter()
        .find(|resource| resource.name == "robots")
        .unwrap();
    let create = robots
        .methods
        .iter()
        .find(|method| method.name == "create")
        .unwrap();
    let bound = create
        .request
        .iter()
        .find(|field| field.wire == "is_shy")
        .unwrap();
    assert_eq!(
        (&bound.ty, bound.required, bound.place),
        (&Type::Bool, false, Place::Body)
    );

    let planned = plan::plan(&api.b2b);
    let robots = planned
        .modules
        .iter()
        .find(|module| module.resource == "robots")
        .unwrap();
    let request = robots
        .items
        .iter()
        .find_map(|item| match item {
            Planned::Struct(plan) if plan.name == "CreateRequest" => Some(plan),
            _ => None,
        })
        .unwrap();
    let field = request
        .fields
        .iter()
        .find(|field| field.name == "is_shy")
        .unwrap();
    assert_eq!(field.ty, Ty::Option(Box::new(Ty::Plain("bool"))));
    assert_eq!(field.docs, ["Whether it hides from visitors."]);
    assert_eq!(field.deprecated.as_deref(), Some("All robots are shy."));

    let text = &generated()["src/generated/robots.rs"];
    for line in [
        "    #[deprecated(note = \"All robots are shy.\")]\n    pub is_shy: Option<bool>,\n",
        "    pub fn is_shy(mut self, is_shy: bool) -> Self {\n",
        "        fields.add(\"is_shy\", &self.is_shy);\n",
    ] {
        assert_eq!(text.matches(line).count(), 1, "{line}");
    }
}

#[test]
fn what_has_no_handler_yet_is_served_all_the_same_and_said_to_be_missing() {
    let api = codegen::api(&root()).unwrap();
    let one = BTreeSet::from(["b2b.robots.create".to_owned()]);
    let drafts = emulator::drafts(&api, &one).into_iter();
    let mut routes = drafts.filter(|draft| draft.path.ends_with("/b2b.rs"));
    let routes = routes.next().unwrap().text().unwrap();
    let all = routes.matches("operation: \"b2b.").count();
    assert!(all > 1);
    assert_eq!(routes.matches("Handler::Is(").count(), 1);
    assert_eq!(routes.matches("handler: Handler::Missing").count(), all - 1);

    let (_, table) = emulator::table(&api, &one);
    assert_eq!(table.matches("| yes |").count(), 1);
    assert!(
        table.contains("| `b2b.robots.get` | `GET /v1/robots/{robot_id}` | 501 |"),
        "{table}"
    );
    assert!(table.contains("`emulator_not_implemented`"));
}

//! From the YAML tree to the syntax model.

use super::node::{Node, Text, Value};
use super::object::{Object, text, texts};
use super::syntax::*;
use crate::problem::Problems;

/// Reads a `vocabulary.yaml`.
pub(super) fn vocabulary(
    folder: Folder,
    node: Node,
    problems: &mut Problems,
) -> Option<Vocabulary> {
    let mut object = Object::new(node, "a vocabulary", problems)?;
    object.required("vocabulary", "a vocabulary", problems);
    let mut declarations = declarations(&mut object, problems);
    declarations.ids = object
        .entries("ids", problems)
        .into_iter()
        .filter_map(|(name, node)| id(name, node, problems))
        .collect();
    declarations.errors = object
        .entries("errors", problems)
        .into_iter()
        .map(|(name, node)| ErrorDecl {
            docs: text(node, "the docs of an error type", problems),
            name,
        })
        .collect();
    object.finish("a vocabulary", problems);
    Some(Vocabulary {
        folder,
        declarations,
    })
}

/// Reads the file of a resource, which must be called `stem`.
pub(super) fn resource(
    folder: Folder,
    stem: &str,
    node: Node,
    problems: &mut Problems,
) -> Option<Resource> {
    let mut object = Object::new(node, "a resource", problems)?;
    let mut name = object.required("resource", "a resource", problems);
    if !name.is_empty() && name.value != stem {
        problems.push(
            &name.at,
            format!("the resource `{}` in the file `{stem}.yaml`", name.value),
            format!("`{stem}`, the name of the file"),
        );
    }
    // Others refer to the resource by the one or the other; most likely by the file's name.
    stem.clone_into(&mut name.value);
    let docs = object.required("docs", "a resource", problems);
    let path = object.text("path", problems);
    if let Some(path) = path
        .as_ref()
        .filter(|path| !path.starts_with('/') || path.ends_with('/'))
    {
        problems.push(
            &path.at,
            format!("the path `{}`", path.value),
            "a path that begins with `/` and does not end with it",
        );
    }
    let declarations = declarations(&mut object, problems);
    let methods = object
        .entries("methods", problems)
        .into_iter()
        .filter_map(|(name, node)| method(name, node, path.as_ref(), problems))
        .collect();
    object.finish("a resource", problems);
    Some(Resource {
        folder,
        name,
        docs,
        path,
        declarations,
        methods,
    })
}

fn declarations(object: &mut Object, problems: &mut Problems) -> Declarations {
    Declarations {
        fields: object
            .entries("fields", problems)
            .into_iter()
            .filter_map(|(name, node)| entry(name, node, problems))
            .collect(),
        groups: object
            .entries("groups", problems)
            .into_iter()
            .map(|(name, node)| Group {
                fields: items(node, "a group", problems),
                name,
            })
            .collect(),
        enums: object
            .entries("enums", problems)
            .into_iter()
            .filter_map(|(name, node)| enumeration(name, node, problems))
            .collect(),
        models: object
            .entries("models", problems)
            .into_iter()
            .filter_map(|(name, node)| model(name, node, problems))
            .collect(),
        filters: object
            .entries("filters", problems)
            .into_iter()
            .filter_map(|(name, node)| filter(name, node, problems))
            .collect(),
        ..Declarations::default()
    }
}

fn id(name: Text, node: Node, problems: &mut Problems) -> Option<IdDecl> {
    if matches!(node.value, Value::Map(_)) {
        let mut object = Object::new(node, "an id", problems)?;
        let docs = object.required("docs", "an id", problems);
        let from = object.texts("from", problems);
        object.finish("an id", problems);
        Some(IdDecl { name, docs, from })
    } else {
        Some(IdDecl {
            docs: text(node, "the docs of an id", problems),
            name,
            from: Vec::new(),
        })
    }
}

fn entry(name: Text, node: Node, problems: &mut Problems) -> Option<Entry> {
    if !matches!(node.value, Value::Map(_)) {
        let line = text(
            node,
            &format!("the type and docs of the field `{}`", name.value),
            problems,
        );
        let (ty, docs) = type_and_docs(line);
        let ty = unmarked(ty, problems);
        if docs.is_none() && !ty.is_empty() {
            problems.push(
                &ty.at,
                format!("only `{}` for an entry of `fields`", ty.value),
                "the type, then the docs",
            );
        }
        return Some(Entry {
            name,
            ty,
            sent: docs.clone(),
            received: docs,
        });
    }
    let mut object = Object::new(node, "an entry of `fields`", problems)?;
    let (ty, more) = alone(
        object.required("type", "an entry of `fields`", problems),
        problems,
    );
    let ty = unmarked(ty, problems);
    let docs = object.text("docs", problems).or(more);
    let sent = object.text("sent", problems);
    let received = object.text("received", problems);
    match (&docs, &sent, &received) {
        (Some(_), None, None) | (None, Some(_), _) | (None, None, Some(_)) => {}
        (Some(_), ..) => problems.push(
            &object.at,
            "`docs` together with `sent` or `received`",
            "either `docs` for both directions, or one text for each",
        ),
        (None, None, None) => problems.push(
            &object.at,
            "an entry of `fields` without docs",
            "`docs`, or `sent` and `received`",
        ),
    }
    object.finish("an entry of `fields`", problems);
    let (sent, received) = if docs.is_some() {
        (docs.clone(), docs)
    } else {
        (sent, received)
    };
    Some(Entry {
        name,
        ty,
        sent,
        received,
    })
}

fn enumeration(name: Text, node: Node, problems: &mut Problems) -> Option<EnumDecl> {
    let mut object = Object::new(node, "an enum", problems)?;
    let docs = object.required("docs", "an enum", problems);
    let values = object
        .required_entries("values", "an enum", problems)
        .into_iter()
        .filter_map(|(wire, node)| value(wire, node, problems))
        .collect();
    object.finish("an enum", problems);
    Some(EnumDecl { name, docs, values })
}

fn value(wire: Text, node: Node, problems: &mut Problems) -> Option<ValueDecl> {
    if matches!(node.value, Value::Map(_)) {
        let mut object = Object::new(node, "a value", problems)?;
        let docs = object.required("docs", "a value", problems);
        let name = object.text("name", problems);
        let deprecated = object.text("deprecated", problems);
        object.finish("a value", problems);
        Some(ValueDecl {
            wire,
            name,
            docs,
            deprecated,
        })
    } else {
        let docs = text(node, "the docs of a value", problems);
        Some(ValueDecl {
            wire,
            name: None,
            docs,
            deprecated: None,
        })
    }
}

fn model(name: Text, node: Node, problems: &mut Problems) -> Option<ModelDecl> {
    let mut object = Object::new(node, "a model", problems)?;
    let docs = object.required("docs", "a model", problems);
    let fields = match object.take("fields") {
        Some(node) => items(node, "a model", problems),
        None => {
            problems.push(
                &object.at,
                "a model without `fields`",
                "a map under `fields`",
            );
            Vec::new()
        }
    };
    object.finish("a model", problems);
    Some(ModelDecl { name, docs, fields })
}

fn filter(name: Text, node: Node, problems: &mut Problems) -> Option<FilterDecl> {
    let mut object = Object::new(node, "a filter", problems)?;
    let docs = object.required("docs", "a filter", problems);
    let values: Vec<_> = object
        .required_entries("values", "a filter", problems)
        .into_iter()
        .filter_map(|(name, node)| field(name, node, problems))
        .collect();
    for value in &values {
        if value.mark != Mark::None {
            problems.push(
                &value.ty.at,
                "a mark on the type of a condition",
                "the type without a mark",
            );
        }
    }
    object.finish("a filter", problems);
    Some(FilterDecl { name, docs, values })
}

/// A list of fields and includes, in the order of the file.
fn items(node: Node, what: &str, problems: &mut Problems) -> Vec<Item> {
    let what = format!("the fields of {what}");
    let Some(object) = Object::new(node, &what, problems) else {
        return Vec::new();
    };
    let mut items = Vec::new();
    for (name, node) in object.into_some_entries(&what, problems) {
        if name.value == "include" && !matches!(node.value, Value::Map(_)) {
            items.extend(
                texts(node, "`include`", problems)
                    .into_iter()
                    .map(Item::Include),
            );
        } else {
            items.extend(field(name, node, problems).map(|field| Item::Field(Box::new(field))));
        }
    }
    items
}

fn field(name: Text, node: Node, problems: &mut Problems) -> Option<FieldDecl> {
    let (marked, docs, deprecated) = if matches!(node.value, Value::Map(_)) {
        let mut object = Object::new(node, "a field", problems)?;
        let (ty, more) = alone(object.required("type", "a field", problems), problems);
        let docs = object.text("docs", problems).or(more);
        let deprecated = object.text("deprecated", problems);
        object.finish("a field", problems);
        (ty, docs, deprecated)
    } else {
        let line = text(
            node,
            &format!("the type of the field `{}`", name.value),
            problems,
        );
        let (ty, docs) = type_and_docs(line);
        (ty, docs, None)
    };
    let (bare, mark) = split_mark(&marked);
    let ty = Text {
        value: bare.to_owned(),
        at: marked.at.clone(),
    };
    Some(FieldDecl {
        name,
        ty,
        mark,
        docs,
        deprecated,
    })
}

fn split_mark(ty: &str) -> (&str, Mark) {
    match (ty.strip_suffix('!'), ty.strip_suffix('?')) {
        (Some(ty), _) => (ty, Mark::Required),
        (_, Some(ty)) => (ty, Mark::Optional),
        _ => (ty, Mark::None),
    }
}

/// An entry of `fields` speaks for fields with any mark.
fn unmarked(ty: Text, problems: &mut Problems) -> Text {
    let (bare, mark) = split_mark(&ty);
    if mark != Mark::None {
        problems.push(
            &ty.at,
            format!("the mark on `{}` in an entry of `fields`", ty.value),
            "the type without a mark: each field has its own",
        );
    }
    Text {
        value: bare.to_owned(),
        at: ty.at,
    }
}

/// In the long form, docs have a key of their own.
fn alone(ty: Text, problems: &mut Problems) -> (Text, Option<Text>) {
    if ty.contains(char::is_whitespace) {
        problems.push(
            &ty.at,
            format!("`{}` for `type`", ty.value),
            "the type alone; docs go under `docs`",
        );
    }
    type_and_docs(ty)
}

/// The short form of a field: its type, then, on the same line, its docs.
fn type_and_docs(line: Text) -> (Text, Option<Text>) {
    match line.split_once(char::is_whitespace) {
        Some((ty, docs)) => {
            let at = line.at.clone();
            (
                Text {
                    value: ty.to_owned(),
                    at: at.clone(),
                },
                Some(Text {
                    value: docs.trim().to_owned(),
                    at,
                }),
            )
        }
        None => (line, None),
    }
}

fn method(name: Text, node: Node, base: Option<&Text>, problems: &mut Problems) -> Option<Method> {
    const WHAT: &str = "a method";
    let mut object = Object::new(node, WHAT, problems)?;
    let http = object.required("http", WHAT, problems);
    let (verb, path) = http_line(&http, base, problems);
    let method = Method {
        name,
        verb,
        path,
        reference: address(&mut object, problems),
        docs: object.required("docs", WHAT, problems),
        member_session: object.word("member_session", &["optional"], problems),
        fraud: object.word("base", &["fraud"], problems),
        repeatable: object.word("retry", &["safe"], problems),
        claims: object.text("claims", problems),
        page: object.take("page").and_then(|node| page(node, problems)),
        errors: object.texts("errors", problems),
        request: object
            .take("request")
            .map(|node| items(node, "a request", problems))
            .unwrap_or_default(),
        response: object
            .take("response")
            .map(|node| items(node, "a response", problems))
            .unwrap_or_default(),
        example: object.text("example", problems),
        deprecated: object.text("deprecated", problems),
    };
    object.finish(WHAT, problems);
    Some(method)
}

/// The verb and the whole path; `base` is what `./` stands for.
fn http_line(http: &Text, base: Option<&Text>, problems: &mut Problems) -> (Verb, Text) {
    const VERBS: [(&str, Verb); 4] = [
        ("GET", Verb::Get),
        ("POST", Verb::Post),
        ("PUT", Verb::Put),
        ("DELETE", Verb::Delete),
    ];
    let (verb, path) = http.split_once(char::is_whitespace).unwrap_or((http, ""));
    let path = path.trim();
    let rest = path
        .strip_prefix('.')
        .filter(|rest| rest.is_empty() || rest.starts_with('/'));
    let path = Text {
        value: match (rest, base) {
            (Some(rest), Some(base)) => format!("{}{rest}", base.value),
            _ => path.to_owned(),
        },
        at: http.at.clone(),
    };
    if http.is_empty() {
        return (Verb::Get, path);
    }
    let known = VERBS
        .iter()
        .find(|(name, _)| *name == verb)
        .map(|(_, verb)| *verb);
    if known.is_none() {
        problems.push_name(
            &http.at,
            format!("the verb `{verb}`"),
            "GET, POST, PUT or DELETE, then the path",
            verb,
            VERBS.iter().map(|(name, _)| *name),
        );
    } else if path.is_empty() {
        problems.push(
            &http.at,
            format!("only `{verb}` for `http`"),
            "the verb, then the path",
        );
    } else if rest.is_some() && base.is_none() {
        problems.push(
            &http.at,
            format!("the path `{}` in a resource without `path`", path.value),
            "the whole path, or `path` in the resource for what `.` stands for",
        );
    } else if !path.starts_with('/') {
        problems.push(
            &http.at,
            format!("the path `{}`", path.value),
            "a path that begins with `/`",
        );
    }
    (known.unwrap_or(Verb::Get), path)
}

/// An address that a browser can open.
fn address(object: &mut Object, problems: &mut Problems) -> Option<Text> {
    let text = object.text("reference", problems)?;
    let is_address = text
        .strip_prefix("https://")
        .is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace));
    if !is_address && !text.is_empty() {
        problems.push(
            &text.at,
            format!("`{}` for `reference`", text.value),
            "an address that begins with `https://`",
        );
    }
    Some(text)
}

fn page(node: Node, problems: &mut Problems) -> Option<PageDecl> {
    let mut object = Object::new(node, "`page`", problems)?;
    let page = PageDecl {
        cursor: object.required("cursor", "`page`", problems),
        items: object.required("items", "`page`", problems),
        at: object.at.clone(),
    };
    object.finish("`page`", problems);
    Some(page)
}

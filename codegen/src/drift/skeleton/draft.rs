//! Parts of a spec file, and how they are written.

use crate::drift::describe;
use crate::resolve::Direction;

/// What has to be added to one file.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// The resource; `None` for a vocabulary.
    pub(super) resource: Option<String>,
    /// Enums: names and values.
    pub(super) enums: Vec<(String, Vec<String>)>,
    /// Models.
    pub(super) models: Vec<ModelDraft>,
    /// Methods.
    pub(super) methods: Vec<MethodDraft>,
}

/// A model, or the fields that one lacks.
#[derive(Debug, Default)]
pub(super) struct ModelDraft {
    pub(super) name: String,
    pub(super) direction: Direction,
    pub(super) fields: Vec<FieldDraft>,
}

/// A method, or the fields that one lacks.
#[derive(Debug, Default)]
pub(super) struct MethodDraft {
    pub(super) name: String,
    pub(super) http: String,
    pub(super) member_session: bool,
    pub(super) fraud: bool,
    pub(super) request: Vec<FieldDraft>,
    pub(super) response: Vec<FieldDraft>,
}

/// A field.
#[derive(Debug)]
pub(super) struct FieldDraft {
    pub(super) name: String,
    /// Its type, or what the spec has no type for.
    pub(super) ty: Result<String, String>,
    pub(super) required: bool,
    pub(super) nullable: bool,
}

impl Draft {
    /// Adds a value to an enum.
    pub(super) fn value(&mut self, name: &str, value: &str) {
        match self.enums.iter_mut().find(|(other, _)| other == name) {
            Some((_, values)) => values.push(value.to_owned()),
            None => self.enums.push((name.to_owned(), vec![value.to_owned()])),
        }
    }

    /// The model of that name.
    pub(super) fn model(&mut self, name: &str) -> &mut ModelDraft {
        let known = self.models.iter().position(|model| model.name == name);
        let index = known.unwrap_or_else(|| {
            self.models.push(ModelDraft {
                name: name.to_owned(),
                ..ModelDraft::default()
            });
            self.models.len() - 1
        });
        #[allow(
            clippy::indexing_slicing,
            reason = "the model was found or pushed there just now"
        )]
        &mut self.models[index]
    }

    /// The method of that name.
    pub(super) fn method(&mut self, name: &str, http: &str) -> &mut MethodDraft {
        let known = self.methods.iter().position(|method| method.name == name);
        let index = known.unwrap_or_else(|| {
            let method = MethodDraft {
                name: name.to_owned(),
                http: http.to_owned(),
                ..MethodDraft::default()
            };
            self.methods.push(method);
            self.methods.len() - 1
        });
        #[allow(
            clippy::indexing_slicing,
            reason = "the method was found or pushed there just now"
        )]
        &mut self.methods[index]
    }

    /// The YAML document.
    pub(super) fn text(&self, file: &str) -> String {
        let mut lines = vec![format!("# {file}")];
        if let Some(resource) = &self.resource {
            lines.push(format!("resource: {}", scalar(resource)));
        }
        for (index, (name, values)) in self.enums.iter().enumerate() {
            section(&mut lines, index, "enums", name);
            lines.push("    values:".to_owned());
            lines.extend(
                values
                    .iter()
                    .map(|value| format!("      {}:", scalar(value))),
            );
        }
        for (index, model) in self.models.iter().enumerate() {
            section(&mut lines, index, "models", &model.name);
            fields(&mut lines, "fields", &model.fields, model.direction);
        }
        for (index, method) in self.methods.iter().enumerate() {
            section(&mut lines, index, "methods", &method.name);
            lines.push(format!("    http: {}", scalar(&method.http)));
            if method.member_session {
                lines.push("    member_session: optional".to_owned());
            }
            if method.fraud {
                lines.push("    base: fraud".to_owned());
            }
            fields(
                &mut lines,
                "request",
                &method.request,
                Direction {
                    sent: true,
                    received: false,
                },
            );
            fields(
                &mut lines,
                "response",
                &method.response,
                Direction {
                    sent: false,
                    received: true,
                },
            );
        }
        lines.join("\n") + "\n"
    }
}

fn section(lines: &mut Vec<String>, index: usize, key: &str, name: &str) {
    lines.push(String::new());
    if index == 0 {
        lines.push(format!("{key}:"));
    }
    lines.push(format!("  {}:", scalar(name)));
}

fn fields(lines: &mut Vec<String>, key: &str, fields: &[FieldDraft], direction: Direction) {
    if fields.is_empty() {
        return;
    }
    lines.push(format!("    {key}:"));
    for field in fields {
        let mark = describe::wanted_mark(direction, field.required, field.nullable);
        let name = scalar(&field.name);
        lines.push(match &field.ty {
            Ok(ty) => format!("      {name}: {ty}{mark}"),
            Err(what) => format!("      # {name}: `{what}`, for which the spec has no type"),
        });
    }
}

/// A text as YAML, in quotes unless it is plainly a text.
fn scalar(text: &str) -> String {
    let word = |letter: char| {
        letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.' | '/' | '{' | '}' | ' ')
    };
    let plain = text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && text.chars().all(word)
        && !text.ends_with(' ')
        && ![
            "true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf",
        ]
        .contains(&text.to_lowercase().as_str());
    // JSON's quoting is YAML's, too.
    if plain {
        text.to_owned()
    } else {
        serde_json::Value::from(text).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::scalar;

    #[test]
    fn what_yaml_would_take_for_something_else_is_quoted() {
        for text in ["name", "pt-br", "POST /v1/users/{user_id}", "_x"] {
            assert_eq!(scalar(text), text);
        }
        for text in ["", "no", "True", "123", "-a", "a: b", "a #b", "@type", "a "] {
            assert_eq!(scalar(text), format!("\"{text}\""));
        }
    }
}

//! What a request says about the message that it sends: its language and its template.

use serde_json::{Map, Value};

use super::settings::Settings;
use crate::message::Message;
use crate::refusal::Refusal;

/// How a message is to be worded. Templates have no effect here, but one that the project lacks is refused.
#[derive(Debug, Default)]
pub(crate) struct Wording {
    locale: Option<String>,
    /// Ids of templates by the fields that name them.
    templates: Map<String, Value>,
}

impl Wording {
    pub(crate) fn of(params: &Map<String, Value>) -> Self {
        let locale = params.get("locale").and_then(Value::as_str);
        let fields = params.iter();
        let templates = fields.filter(|(name, _)| name.ends_with("_template_id"));
        Self {
            locale: locale.map(str::to_owned),
            templates: templates
                .map(|(name, id)| (name.clone(), id.clone()))
                .collect(),
        }
    }

    /// Makes sure that the templates are there.
    pub(crate) fn check(&self, settings: &Settings) -> Result<(), Refusal> {
        let mut ids = self.templates.values().filter_map(Value::as_str);
        match ids.all(|id| id.is_empty() || settings.email_templates.iter().any(|one| one == id)) {
            true => Ok(()),
            false => Err(Refusal::new("email_template_not_found")),
        }
    }

    /// Says of a message how it was to be worded.
    pub(crate) fn mark(&self, message: &mut Message) {
        let field = match message.kind.as_str() {
            kind @ ("signup" | "invite" | "reset_password") => format!("{kind}_template_id"),
            _ => "login_template_id".to_owned(),
        };
        let template = self.templates.get(&field).and_then(Value::as_str);
        message.template_id = template.filter(|id| !id.is_empty()).map(str::to_owned);
        message.locale.clone_from(&self.locale);
    }
}

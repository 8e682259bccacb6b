//! Organizations.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use stytch_b2b::organizations;

use super::table::Record;
use crate::operations::b2b::organizations::settings;
use crate::rules::spelling;
use crate::seed;

/// An organization.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Organization {
    #[serde(flatten)]
    pub(crate) model: organizations::Organization,
}

impl Organization {
    pub(crate) fn named_by_slug(slug: &str) -> String {
        format!("slug:{slug}")
    }

    pub(crate) fn named_by_external_id(id: &str) -> String {
        format!("external:{id}")
    }
}

impl Record for Organization {
    fn models(_given: &Map<String, Value>) -> &'static [(&'static str, &'static str)] {
        &[("", "b2b.organizations.Organization")]
    }

    fn id(&self) -> &str {
        self.model.organization_id.as_str()
    }

    fn complete(given: &mut Map<String, Value>) {
        let slug = spelling::slug_of(seed::text(given, "organization_name"));
        given.entry("organization_slug").or_insert(slug.into());
        let id = seed::id_of("organization", &[seed::text(given, "organization_slug")]);
        given.entry("organization_id").or_insert(id.into());
        seed::fill(given, &settings::fresh(false));
    }

    fn names(&self) -> Vec<String> {
        let external = self.model.organization_external_id.as_deref();
        let slug = Self::named_by_slug(&self.model.organization_slug);
        external
            .map(Self::named_by_external_id)
            .into_iter()
            .chain([slug])
            .collect()
    }
}

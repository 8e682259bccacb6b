//! Organizations.

use serde::{Deserialize, Serialize};
use stytch_b2b::organizations;

use super::table::Record;

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
    fn id(&self) -> &str {
        self.model.organization_id.as_str()
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

//! Which project it is.

/// Which project it is.
#[derive(Clone, Debug)]
pub(crate) struct Identity {
    pub(crate) project_id: String,
    /// Where the emulator is reached.
    pub(crate) base_url: String,
}

impl Identity {
    /// The token by which a browser names the project. It is no secret, and follows from the id.
    pub(crate) fn public_token(&self) -> String {
        let rest = self.project_id.strip_prefix("project-");
        format!("public-token-{}", rest.unwrap_or_default())
    }

    /// The id of the project that a public token names.
    pub(crate) fn of_public_token(token: &str) -> Option<String> {
        let rest = token.strip_prefix("public-token-")?;
        rest.starts_with("test-").then(|| format!("project-{rest}"))
    }
}

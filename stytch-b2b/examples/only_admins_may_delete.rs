//! How an app tests its own permissions: real signatures, its own policy, no network.
//!
//! `cargo test -p stytch-b2b --features testing --example only_admins_may_delete`

// The test below is the example.
fn main() {}

#[cfg(test)]
mod tests {
    use stytch_b2b::{Client, testing::Issuer, tokens::CompiledPolicy};

    /// The policy of the project, as the API gives it.
    const POLICY: &[u8] = br#"{"roles": [
        {"role_id": "admin", "permissions": [{"resource_id": "documents", "actions": ["*"]}]},
        {"role_id": "viewer", "permissions": [{"resource_id": "documents", "actions": ["read"]}]}
    ]}"#;

    #[tokio::test]
    async fn only_admins_may_delete() {
        let issuer = Issuer::new();
        let policy = CompiledPolicy::from_json(POLICY).unwrap();
        let stytch: Client = issuer.client().policy(policy).build().unwrap();
        for (role, allowed) in [("admin", true), ("viewer", false)] {
            let jwt = issuer.member_session("ada", "acme").role(role).mint();
            let check = stytch.sessions().authenticate_jwt_local(&jwt);
            let result = check.authorize("acme", "documents", "delete").await;
            assert_eq!(result.is_ok(), allowed, "{role}");
        }
    }
}

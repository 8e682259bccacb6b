//! Lets the identity provider of an organization manage its members, and gives a role to one of the
//! groups that it sends.
//!
//! ```text
//! cargo run -p stytch-b2b --example scim_connection -- ORGANIZATION_ID ROLE_ID
//! ```

#![allow(
    clippy::print_stdout,
    reason = "the program talks to the person who runs it"
)]

mod support;

use stytch_b2b::{Client, scim, scim::connection};
use support::{Outcome, arguments, ask};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let [organization_id, role_id] = arguments("scim_connection ORGANIZATION_ID ROLE_ID")?;
    let stytch = Client::from_env()?;

    let request = connection::CreateRequest::new(&organization_id)
        .display_name("Company directory")
        .identity_provider(scim::IdentityProvider::Generic);
    let connection_id = match stytch.scim().connection().create(request).await {
        Ok(created) => {
            let connection = created.connection.ok_or("the answer has no connection")?;
            // The token is shown this once: the API keeps a hash. A lost one can only be replaced, by
            // `rotate_start` and, when the provider uses the new one, `rotate_complete`.
            println!("Enter at the identity provider:");
            println!("  Base URL: {}", connection.base_url);
            println!("  Bearer token: {}", connection.bearer_token.expose());
            connection.connection_id
        }
        // An organization has one connection at most; go on with the one that is there.
        Err(error) if error.is_type("active_scim_connection_exists") => {
            let request = connection::GetRequest::new(&organization_id);
            let found = stytch.scim().connection().get(request).await?;
            found
                .connection
                .ok_or("the answer has no connection")?
                .connection_id
        }
        Err(error) => return Err(error.into()),
    };

    ask("Have the provider push its groups, then press Enter")?;
    let request = connection::GetGroupsRequest::new(&organization_id, &connection_id);
    let mut groups = stytch.scim().connection().get_groups(request).stream();
    let mut all = Vec::new();
    while let Some(group) = groups.next().await {
        let group = group?;
        println!("{}: {}", all.len(), group.group_name);
        all.push(group);
    }
    let choice: usize = ask(&format!("Whose members get the role {role_id}"))?.parse()?;
    let group = all
        .into_iter()
        .nth(choice)
        .ok_or("there is no such group")?;

    // This replaces the whole list: to keep assignments, read them from the connection and add to them.
    let assignment =
        scim::ScimGroupImplicitRoleAssignment::new(&role_id, group.group_id, &group.group_name);
    let request = connection::UpdateRequest::new(organization_id, connection_id)
        .scim_group_implicit_role_assignments([assignment]);
    stytch.scim().connection().update(request).await?;
    println!("Whoever is in {} has the role {role_id}.", group.group_name);
    Ok(())
}

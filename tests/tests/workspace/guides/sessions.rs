//! The guide on sessions.

use std::time::Duration;

use stytch_b2b::{discovery::organizations, magic_links::discovery as link};
use stytch_emulator::{Emulator, Fault};

use super::discovery::{found, send_link, token_to};

mod visitor {
    use stytch_b2b::{Client, Error, sessions::MemberSession, tokens::Authenticated};

    /// Whose session a cookie is. `None`: clear the cookies, and show the login page.
    pub(super) async fn visitor(
        stytch: &Client,
        jwt_cookie: &str,
    ) -> Result<Option<Authenticated<MemberSession>>, Error> {
        match stytch.sessions().authenticate_jwt(jwt_cookie).await {
            // if the API was asked, `session.session_jwt()` is what the cookie becomes
            Ok(session) => Ok(Some(session)),
            Err(error) if error.needs_login() => Ok(None),
            // an outage, or a mistake of ours: 503 or 500, and the cookies stay
            Err(error) => Err(error),
        }
    }
}

mod end {
    use stytch_b2b::{Client, Error, Secret, sessions};

    pub(super) async fn log_out(stytch: &Client, session_token: Secret) -> Result<(), Error> {
        let request = sessions::RevokeRequest::new().session_token(session_token);
        stytch.sessions().revoke(request).await?;
        Ok(())
    }
}

/// Somebody who has founded an organization.
async fn founder(emulator: &Emulator) -> organizations::CreateResponse {
    let stytch = emulator.b2b_client();
    send_link(&stytch, "ada@example.com").await.unwrap();
    let token = token_to(emulator, "ada@example.com").await;
    let request = link::AuthenticateRequest::new(token);
    let links = stytch.magic_links();
    let proof = links.discovery().authenticate(request).await.unwrap();
    let proof = proof.intermediate_session_token;
    found(&stytch, &proof, "Acme Co").await.unwrap()
}

/// The JWT of such a session.
pub(crate) async fn log_in(emulator: &Emulator) -> String {
    founder(emulator).await.session_jwt.expose().to_owned()
}

#[tokio::test]
async fn a_visitor_stays_until_the_session_ends_and_through_outages() {
    let emulator = Emulator::start().await.unwrap();
    let stytch = emulator.b2b_client();
    let login = founder(&emulator).await;
    let jwt = login.session_jwt.expose();

    let visitor = |jwt| visitor::visitor(&stytch, jwt);
    let young = visitor(jwt).await.unwrap().unwrap();
    assert!(young.is_local() && young.session_jwt().is_none());

    emulator.clock().advance(Duration::from_secs(5 * 60));
    let renewed = visitor(jwt).await.unwrap().unwrap();
    assert_eq!(renewed.member_id, login.member_id);
    let fresh = renewed.session_jwt().unwrap().clone();
    assert!(visitor(fresh.expose()).await.unwrap().unwrap().is_local());

    emulator.add_fault(Fault::new().refuse(503, "server_unavailable"));
    assert!(visitor(jwt).await.unwrap_err().is_retryable());
    emulator.clear_faults();
    let wrong = Fault::new().refuse(401, "unauthorized_credentials");
    emulator.add_fault(wrong);
    assert!(visitor(jwt).await.unwrap_err().is_bad_credentials());
    emulator.clear_faults();

    end::log_out(&stytch, login.session_token).await.unwrap();
    assert!(visitor(jwt).await.unwrap().is_none());
    // what the guide says about checks that don't ask
    assert!(visitor(fresh.expose()).await.unwrap().is_some());
}

//! The guide on discovery: its functions, and a way through them.

use std::time::Duration;

use stytch_b2b::organizations::{self, MfaPolicy};
use stytch_b2b::{ErrorType, Secret};
use stytch_emulator::Emulator;

pub(crate) use {enter::found, send::send_link};

mod send {
    use stytch_b2b::{Client, Error, magic_links::email};

    pub(crate) async fn send_link(stytch: &Client, address: &str) -> Result<(), Error> {
        let request = email::discovery::SendRequest::new(address);
        stytch
            .magic_links()
            .email()
            .discovery()
            .send(request)
            .await?;
        Ok(())
    }
}

mod follow {
    use stytch_b2b::{Client, Error, magic_links::discovery as link};

    pub(super) async fn follow_link(
        stytch: &Client,
        token: &str,
    ) -> Result<link::AuthenticateResponse, Error> {
        let request = link::AuthenticateRequest::new(token);
        stytch.magic_links().discovery().authenticate(request).await
    }
}

mod enter {
    use stytch_b2b::discovery::{intermediate_sessions as chosen, organizations as founded};
    use stytch_b2b::{Client, Error, OrganizationId, Secret};

    pub(super) async fn enter(
        stytch: &Client,
        proof: &Secret,
        organization: &OrganizationId,
    ) -> Result<chosen::ExchangeResponse, Error> {
        let request =
            chosen::ExchangeRequest::new(proof, organization).session_duration_minutes(60);
        stytch
            .discovery()
            .intermediate_sessions()
            .exchange(request)
            .await
    }

    pub(crate) async fn found(
        stytch: &Client,
        proof: &Secret,
        name: &str,
    ) -> Result<founded::CreateResponse, Error> {
        let request = founded::CreateRequest::new(proof)
            .organization_name(name)
            .session_duration_minutes(60);
        stytch.discovery().organizations().create(request).await
    }
}

mod outcome {
    use stytch_b2b::discovery::intermediate_sessions as chosen;
    use stytch_b2b::{Secret, mfa::MfaRequired};

    pub(super) enum Next {
        /// Set the session's cookies, and delete that of the intermediate session.
        Home {
            session_token: Secret,
            session_jwt: Secret,
        },
        /// Ask for a second factor; keep the proof in its cookie.
        SecondFactor {
            proof: Secret,
            due: Box<MfaRequired>,
        },
        /// The organization does not accept what was shown: send to its own login page.
        AnotherWayIn,
    }

    pub(super) fn next(login: chosen::ExchangeResponse) -> Next {
        if login.member_authenticated {
            let (session_token, session_jwt) = (login.session_token, login.session_jwt);
            return Next::Home {
                session_token,
                session_jwt,
            };
        }
        match login.mfa_required {
            Some(due) => Next::SecondFactor {
                proof: login.intermediate_session_token,
                due: Box::new(due),
            },
            None => Next::AnotherWayIn,
        }
    }
}

mod later {
    use stytch_b2b::{Client, Error, OrganizationId, Secret, sessions};

    pub(super) async fn switch(
        stytch: &Client,
        session_token: &Secret,
        organization: &OrganizationId,
    ) -> Result<sessions::ExchangeResponse, Error> {
        let request = sessions::ExchangeRequest::new(organization)
            .session_token(session_token)
            .session_duration_minutes(60);
        stytch.sessions().exchange(request).await
    }
}

/// The token of the mail that came last.
pub(crate) async fn token_to(emulator: &Emulator, address: &str) -> String {
    let inbox = emulator.messages().to(address);
    let mail = inbox.next_within(Duration::from_secs(5)).await.unwrap();
    mail.token.unwrap()
}

#[tokio::test]
async fn from_the_address_to_the_session_and_on_to_another_organization() {
    use {enter::enter, follow::follow_link, later::switch, outcome::Next};

    let emulator = Emulator::start().await.unwrap();
    let stytch = emulator.b2b_client();
    let address = "ada@example.com";
    send_link(&stytch, address).await.unwrap();
    let token = token_to(&emulator, address).await;
    let begun = follow_link(&stytch, &token).await.unwrap();
    assert!(begun.discovered_organizations.is_empty());
    let first = found(&stytch, &begun.intermediate_session_token, "Acme Co")
        .await
        .unwrap();
    assert!(first.member_authenticated && first.member.is_admin);
    // the token of the link is spent
    assert!(
        follow_link(&stytch, &token)
            .await
            .unwrap_err()
            .needs_login()
    );

    // another day, another organization
    let begin = async || {
        send_link(&stytch, address).await.unwrap();
        let token = token_to(&emulator, address).await;
        follow_link(&stytch, &token).await.unwrap()
    };
    let proof = begin().await.intermediate_session_token;
    let second = found(&stytch, &proof, "Bright Ltd").await.unwrap();
    let begun = begin().await;
    let open: Vec<_> = begun.discovered_organizations.iter().collect();
    assert_eq!(open.len(), 2);
    assert!(open.iter().all(|found| found.member_authenticated));
    let acme = first.organization.unwrap().organization_id;
    let bright = second.organization.unwrap().organization_id;
    let login = enter(&stytch, &begun.intermediate_session_token, &acme)
        .await
        .unwrap();
    let Next::Home {
        session_token,
        session_jwt,
    } = outcome::next(login)
    else {
        panic!("there is nothing left to show");
    };
    let session = stytch
        .sessions()
        .authenticate_jwt_local(session_jwt.expose())
        .await
        .unwrap();
    assert_eq!(session.organization_id, acme);
    let other = switch(&stytch, &session_token, &bright).await.unwrap();
    assert_eq!(other.organization.organization_id, bright);

    // one that wants a second factor of everybody
    let request = organizations::UpdateRequest::new(&acme).mfa_policy(MfaPolicy::RequiredForAll);
    stytch.organizations().update(request).await.unwrap();
    let begun = begin().await;
    let login = enter(&stytch, &begun.intermediate_session_token, &acme)
        .await
        .unwrap();
    let Next::SecondFactor { proof, due } = outcome::next(login) else {
        panic!("a second factor is due");
    };
    assert!(!proof.is_empty());
    let _ = due;

    // the proof of an address is good for ten minutes
    let begun = begin().await;
    emulator.clock().advance(Duration::from_secs(10 * 60));
    let late: &Secret = &begun.intermediate_session_token;
    let refused = enter(&stytch, late, &acme).await.unwrap_err();
    assert_eq!(
        refused.error_type(),
        Some(&ErrorType::IntermediateSessionNotFound)
    );
}

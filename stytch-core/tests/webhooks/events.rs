//! What genuine messages say.

use serde_json::{Value, json};
use stytch_b2b::webhooks::{Event, Verifier};
use stytch_core::webhooks::{Action, Source};

use super::{Error, signer, then};

fn b2b() -> Verifier {
    Verifier::new([super::SECRET]).unwrap().clock(then())
}

/// What the verifier makes of a body that was signed as it is.
fn read(body: &[u8]) -> Result<Event, Error> {
    b2b().verify(&signer().sign(body), body)
}

fn read_json(body: &Value) -> Result<Event, Error> {
    read(body.to_string().as_bytes())
}

#[test]
fn a_member_that_was_changed_is_one_of_the_client() {
    let event = read_json(&json!({
        // the object may stand before the name of its kind
        "member": {
            "member_id": "member-test-1",
            "organization_id": "organization-test-1",
            "email_address": "ada@example.com",
            "mfa_phone_number": "",
            "roles": [{ "role_id": "stytch_member", "sources": [{ "type": "direct_assignment", "details": {} }] }],
            "trusted_metadata": null,
            "unheard_of": { "of": ["course"] },
        },
        "project_id": "project-test-1",
        "event_id": "webhook-event-test-1",
        "action": "UPDATE",
        "object_type": "member",
        "source": "SCIM",
        "id": "member-test-1",
        "timestamp": "2024-01-02T03:04:05.678901Z",
        "vertical": "B2B",
    }));
    let event = event.unwrap();
    assert_eq!(event.id(), "member-test-1");
    let Event::Member(change) = event else {
        panic!("{event:?}")
    };
    assert_eq!(change.id, "member-test-1");
    let member = change.object.unwrap();
    assert_eq!(member.email_address, "ada@example.com");
    assert_eq!(member.roles[0].role_id, "stytch_member");
    let envelope = change.envelope;
    assert_eq!(
        (envelope.action.clone(), envelope.source.clone()),
        (Action::Update, Source::Scim)
    );
    assert_eq!(envelope.event_type(), "scim.member.update");
    assert_eq!(envelope.event_id, "webhook-event-test-1");
    assert_eq!(envelope.project_id, "project-test-1");
    assert_eq!(envelope.vertical, "B2B");
    let at = envelope.timestamp.unwrap().to_string();
    assert_eq!(at, "2024-01-02T03:04:05.678901Z");
}

#[test]
fn each_kind_has_its_variant_and_a_deletion_has_no_object() {
    let read = |event_type: &str| {
        let (headers, body) = signer().event(event_type, "id-1", None);
        b2b().verify(&headers, &body).unwrap()
    };
    assert!(
        matches!(read("direct.organization.delete"), Event::Organization(change) if change.object.is_none())
    );
    assert!(
        matches!(read("direct.member.delete"), Event::Member(change) if change.object.is_none())
    );
    assert!(
        matches!(read("dashboard.saml_connection.delete"), Event::SamlConnection(change) if change.id == "id-1")
    );
    assert!(
        matches!(read("dashboard.oidc_connection.delete"), Event::OidcConnection(change) if change.id == "id-1")
    );
    assert!(
        matches!(read("dashboard.scim_connection.delete"), Event::ScimConnection(change) if change.id == "id-1")
    );
}

#[test]
fn a_user_is_one_of_the_consumer_client() {
    use stytch_consumer::webhooks::{Event, Verifier};

    let user = json!({ "user_id": "user-test-1", "external_id": "", "password": null, "lock_created_at": null });
    let (headers, body) = signer().event("direct.user.create", "user-test-1", user);
    let verifier = Verifier::new([super::SECRET]).unwrap().clock(then());
    let event = verifier.verify(&headers, &body).unwrap();
    let Event::User(change) = event else {
        panic!("{event:?}")
    };
    assert_eq!(change.envelope.action, Action::Create);
    assert_eq!(change.object.unwrap().user_id, "user-test-1");
}

#[test]
fn kinds_that_nobody_knows_are_kept_as_they_came() {
    let (headers, body) = signer().event("direct.robot.reboot", "robot-1", json!({ "arms": 3 }));
    let Event::Unknown(unknown) = b2b().verify(&headers, &body).unwrap() else {
        panic!("a robot is known")
    };
    assert_eq!(unknown.envelope.object_type, "robot");
    assert_eq!(unknown.envelope.action, "REBOOT");
    assert_eq!(unknown.envelope.event_type(), "direct.robot.reboot");
    assert_eq!(unknown.body["robot"], json!({ "arms": 3 }));
    assert!(!format!("{unknown:?}").contains("arms"));
}

#[test]
fn values_that_nobody_knows_do_not_make_a_kind_unknown() {
    let (headers, body) = signer().event("carrier_pigeon.member.restore", "member-test-1", None);
    let Event::Member(change) = b2b().verify(&headers, &body).unwrap() else {
        panic!("a member is known")
    };
    assert_eq!(change.envelope.source, "CARRIER_PIGEON");
    assert_eq!(change.envelope.action, "RESTORE");
}

#[test]
fn an_event_without_the_id_of_its_object_is_of_no_kind() {
    for id in [json!(""), json!(null)] {
        let body = json!({ "object_type": "member", "id": id, "action": "DELETE" });
        let event = read_json(&body).unwrap();
        assert!(matches!(event, Event::Unknown(_)), "{event:?}");
    }
    assert!(matches!(read(b"{}").unwrap(), Event::Unknown(_)));
}

#[test]
fn an_event_without_an_id_goes_by_that_of_its_message() {
    let body = br#"{"object_type":"member","id":"member-test-1"}"#;
    let (first, second) = (read(body).unwrap(), read(body).unwrap());
    assert!(first.envelope().event_id.starts_with("msg_"));
    assert_ne!(first.envelope().event_id, second.envelope().event_id);
}

#[test]
fn a_body_that_is_no_event_is_refused_without_a_word_of_it() {
    for body in [
        &b"\xff\xfe"[..],
        b"",
        b"null",
        b"[]",
        b"{\"id\":\"hunter2\"",
        b"{\"id\":\"\xc3\x28hunter2\"}",
        br#"{"id":["hunter2"]}"#,
        br#"{"object_type":"member","id":"m","member":"hunter2"}"#,
        br#"{"object_type":"member","id":"m","member":{"roles":"hunter2"}}"#,
        br#"{"timestamp":"hunter2"}"#,
    ] {
        let refused = read(body).unwrap_err();
        assert!(matches!(refused, Error::InvalidBody(_)), "{refused:?}");
        assert!(!refused.to_string().contains("hunter2"), "{refused}");
        assert_eq!(refused.status(), 400);
    }
}

//! What the generator makes of the spec in `spec/`: see `codegen/tests/golden.rs`.

#[allow(deprecated, reason = "what is deprecated is still sent and read")]
mod generated;

pub use generated::*;

/// What webhooks tell of.
#[cfg(feature = "webhooks")]
pub mod webhooks {
    pub use crate::generated::events::Event;
}

/// The client that generated code hangs on.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) client: stytch_core::Handle,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::robots::*;

    #[test]
    fn what_is_not_set_is_not_sent() {
        let request = CreateRequest::new("Ada", Owner::new("Grace"), "0000")
            .language(Language::BrazilianPortuguese);
        let body = serde_json::to_value(&request).unwrap();
        let expected = serde_json::json!({
            "name": "Ada",
            "owner": { "name": "Grace" },
            "pin": "0000",
            "language": "pt-br",
        });
        assert_eq!(body, expected);
    }

    #[test]
    fn what_is_missing_or_null_falls_back_to_something_empty() {
        let created: CreateResponse = serde_json::from_str(
            r#"{ "robot": { "mood": "BORED", "arms": null, "built_at": "" }, "status_code": 200 }"#,
        )
        .unwrap();
        assert_eq!(created.robot.mood, Mood::Unknown("BORED".to_owned()));
        assert_eq!(created.robot.arms, []);
        assert_eq!(created.robot.built_at, None);
        assert_eq!(created.request_id, "");
    }

    #[test]
    fn operands_have_a_name_and_a_value() {
        let operand = RobotFilter::robot_ids(["robot-1"]);
        let expected =
            serde_json::json!({ "filter_name": "robot_ids", "filter_value": ["robot-1"] });
        assert_eq!(serde_json::to_value(&operand).unwrap(), expected);
    }

    #[test]
    fn events_are_told_apart_by_their_kind() {
        use crate::webhooks::Event;
        use stytch_core::webhooks::Verifier;

        let signer = stytch_core::testing::WebhookSigner::new();
        let verifier = Verifier::<Event>::new([signer.secret()]).unwrap();
        let read = |kind: &str, object| {
            let (headers, body) = signer.event(kind, "robot-1", object);
            verifier.verify(&headers, &body).unwrap()
        };
        let robot = serde_json::json!({ "name": "Ada", "mood": "BORED" });
        let built = read("direct.robot.create", Some(robot));
        let Event::Robot(change) = &built else {
            panic!("{built:?}")
        };
        assert_eq!(change.object.as_ref().unwrap().name, "Ada");
        assert_eq!(
            (built.id(), built.envelope().action.as_str()),
            ("robot-1", "CREATE")
        );
        let other = read("direct.toaster.create", None);
        assert!(matches!(other, Event::Unknown(_)), "{other:?}");
    }
}

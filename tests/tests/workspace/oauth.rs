//! The calls in the form of the OAuth RFCs: a form, with the client's own credentials in it and without
//! the project's.

use crate::support::{Answer, Server};
use serde_json::json;
use tests::Invocation;

const PATH: &str = "/v1/public/project-test-00000000-0000-0000-0000-000000000000/oauth2";

fn invocation(params: serde_json::Value) -> Invocation {
    Invocation {
        params: params.as_object().unwrap().clone(),
        ..Invocation::default()
    }
}

#[tokio::test]
async fn a_token_is_asked_for_with_a_form() {
    let server = Server::start().await;
    let runner = server.runner();
    server.answer(Answer::json(
        200,
        &json!({ "access_token": "a.b.c", "token_type": "bearer", "expires_in": 3600, "status_code": 200 }),
    ));
    for vertical in ["b2b", "consumer"] {
        let params = json!({ "client_id": "m2m-1", "client_secret": "s&=é +", "scopes": ["read:users", "write:users"] });
        let answer = runner
            .call(vertical, "m2m.token", &mut invocation(params))
            .await
            .unwrap();
        assert_eq!(answer["access_token"], "a.b.c");
        assert_eq!(answer["expires_in"], 3600);
        let recorded = &server.recorded()[0];
        assert_eq!(recorded.verb, "POST");
        assert_eq!(recorded.target, format!("{PATH}/token"));
        assert_eq!(recorded.header("authorization"), None);
        assert_eq!(
            recorded.header("content-type"),
            Some("application/x-www-form-urlencoded")
        );
        assert_eq!(
            recorded.form(),
            [
                ("grant_type", "client_credentials"),
                ("client_id", "m2m-1"),
                ("client_secret", "s&=é +"),
                ("scope", "read:users write:users"),
            ]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
        );
        let params = json!({ "client_id": "m2m-1", "client_secret": "s" });
        runner
            .call(vertical, "m2m.token", &mut invocation(params))
            .await
            .unwrap();
        assert_eq!(server.recorded()[0].form().len(), 3, "no scopes, no scope");
    }
}

#[tokio::test]
async fn a_token_is_introspected_with_a_form() {
    let server = Server::start().await;
    let runner = server.runner();
    server.answer(Answer::json(
        200,
        &json!({ "active": true, "sub": "user-1", "aud": ["p"], "exp": 5, "mine": [1] }),
    ));
    for vertical in ["b2b", "consumer"] {
        let params = json!({ "token": "t", "client_id": "c", "client_secret": "s", "token_type_hint": "access_token" });
        let answer = runner
            .call(
                vertical,
                "idp.introspect_token_network",
                &mut invocation(params),
            )
            .await
            .unwrap();
        assert_eq!(
            (&answer["active"], &answer["sub"], &answer["mine"]),
            (&json!(true), &json!("user-1"), &json!([1]))
        );
        let recorded = &server.recorded()[0];
        assert_eq!(recorded.target, format!("{PATH}/introspect"));
        assert_eq!(recorded.header("authorization"), None);
        let form = recorded.form();
        let names: Vec<_> = form.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            ["token", "client_id", "client_secret", "token_type_hint"]
        );
        let params = json!({ "token": "t", "client_id": "c" });
        runner
            .call(
                vertical,
                "idp.introspect_token_network",
                &mut invocation(params),
            )
            .await
            .unwrap();
        assert_eq!(server.recorded()[0].form().len(), 2);
        let params = json!({ "token": "t", "client_id": "c", "token_type_hint": "id_token" });
        runner
            .call(
                vertical,
                "idp.introspect_token_network",
                &mut invocation(params),
            )
            .await
            .unwrap();
        let hint = ("token_type_hint".to_owned(), "id_token".to_owned());
        assert!(server.recorded()[0].form().contains(&hint));
    }
}

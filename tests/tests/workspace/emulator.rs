//! The conformance runner against the emulator: what the one answers, the other reads.

use crate::support::samples::{self, Form};
use serde_json::{Value, json};
use stytch_emulator::Emulator;
use tests::{Invocation, Runner, Settings};

fn runner(emulator: &Emulator) -> Runner {
    let mut settings = Settings::new(emulator.url());
    settings.project_id = emulator.project_id().to_owned();
    settings.secret = emulator.secret().into();
    Runner::new(&settings).unwrap()
}

#[tokio::test]
async fn every_operation_gets_an_answer_that_the_client_reads() {
    let emulator = Emulator::start().await.unwrap();
    let runner = runner(&emulator);
    for (client, resource, method) in samples::operations() {
        let operation = format!("{}.{}", resource.name, method.name);
        for form in [Form::Required, Form::Full] {
            let mut params = samples::params(client, method, Form::Full);
            if form == Form::Required {
                // what is in the path can't be left out
                let required = samples::params(client, method, Form::Required);
                params.retain(|name, _| {
                    required.contains_key(name) || method.path.contains(&format!("{{{name}}}"))
                });
            }
            let mut invocation = Invocation {
                params,
                ..Invocation::default()
            };
            let outcome = runner.call(client.name, &operation, &mut invocation).await;
            if let Err(failure) = outcome {
                assert_eq!(
                    failure.kind, "api",
                    "{} {operation}: {failure:?}",
                    client.name
                );
            }
        }
    }
}

/// Has the runner make a call, and gives the response.
async fn call(runner: &Runner, vertical: &str, operation: &str, params: Value) -> Value {
    let (resource, method) = operation.rsplit_once('.').unwrap();
    let line = json!({
        "id": operation,
        "vertical": vertical,
        "resource": resource,
        "method": method,
        "params": params,
    });
    let answer = runner.line(&line.to_string()).await;
    assert_eq!(answer["id"], operation);
    assert_eq!(answer["error"], Value::Null, "{line}");
    answer["ok"].clone()
}

#[tokio::test]
async fn a_member_logs_in_line_by_line() {
    let emulator = Emulator::start().await.unwrap();
    let runner = runner(&emulator);
    let call = async |operation, params| call(&runner, "b2b", operation, params).await;
    let email = "ada@acme.com";
    let acme = call(
        "organizations.create",
        json!({ "organization_name": "Acme" }),
    )
    .await;
    let id = acme["organization"]["organization_id"].clone();
    let member = json!({ "organization_id": id, "email_address": email });
    let made = call("organizations.members.create", member.clone()).await;
    call("magic_links.email.login_or_signup", member).await;

    let mail = emulator.messages().to(email).all().pop().unwrap();
    let link = json!({ "magic_links_token": mail.token, "session_duration_minutes": 30 });
    let login = call("magic_links.authenticate", link).await;
    assert_eq!(login["member_id"], made["member_id"]);
    let session = json!({ "session_jwt": login["session_jwt"] });
    let session = call("sessions.authenticate", session).await;
    assert_eq!(session["session_token"], login["session_token"]);
}

#[tokio::test]
async fn a_user_logs_in_line_by_line() {
    let emulator = Emulator::start().await.unwrap();
    let runner = runner(&emulator);
    let call = async |operation, params| call(&runner, "consumer", operation, params).await;
    let number = "+12025550123";
    let asked = json!({ "phone_number": number });
    let sent = call("otps.sms.login_or_create", asked).await;
    let text = emulator.messages().to(number).all().pop().unwrap();
    let code = json!({
        "method_id": sent["phone_id"],
        "code": text.code,
        "session_duration_minutes": 30,
    });
    let login = call("otps.authenticate", code).await;
    assert_eq!(login["user"]["phone_numbers"][0]["verified"], true);
    let session = json!({ "session_token": login["session_token"] });
    let session = call("sessions.authenticate", session).await;
    assert_eq!(session["user"]["user_id"], login["user_id"]);
}

//! From bytes to a type.

use serde::de::DeserializeOwned;

use super::{Object, Problem, describe, read, trail};

type Deserializer<'a> = serde_json::Deserializer<serde_json::de::SliceRead<'a>>;

/// Decodes a JSON body.
pub(crate) fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, Problem> {
    decode_by(body, |json| T::deserialize(json))
}

/// Decodes a JSON body into an object. Not generic, so that all responses share it.
pub(crate) fn decode_into(object: &mut dyn Object, body: &[u8]) -> Result<(), Problem> {
    decode_by(body, |json| read(object, json))
}

fn decode_by<T>(
    body: &[u8],
    read: impl FnOnce(&mut Deserializer<'_>) -> serde_json::Result<T>,
) -> Result<T, Problem> {
    trail::clear();
    let mut json = Deserializer::from_slice(body);
    read(&mut json)
        .and_then(|value| json.end().map(|()| value))
        .map_err(|error| problem(&error))
}

#[cold]
fn problem(error: &serde_json::Error) -> Problem {
    Problem {
        path: trail::take(),
        what: describe(error),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize as _;

    use super::*;
    use crate::{
        JsonObject, Secret, Timestamp, Value,
        wire::{Object, Receive as _, Slot},
    };

    #[derive(Clone, Debug, Default, PartialEq)]
    struct Member {
        member_id: String,
        admin: bool,
        logins: Option<i32>,
        token: Secret,
        created_at: Option<Timestamp>,
        roles: Vec<String>,
        metadata: JsonObject,
        anything: Value,
        peers: BTreeMap<String, Member>,
        friends: Vec<Member>,
    }

    impl Object for Member {
        fn field(&mut self, name: &str) -> Option<Slot<'_>> {
            Some(match name {
                "member_id" => self.member_id.slot(),
                "admin" => self.admin.slot(),
                "logins" => self.logins.slot(),
                "token" => self.token.slot(),
                "created_at" => self.created_at.slot(),
                "roles" => self.roles.slot(),
                "metadata" => self.metadata.slot(),
                "anything" => self.anything.slot(),
                "peers" => self.peers.slot(),
                "friends" => self.friends.slot(),
                _ => return None,
            })
        }
    }

    crate::received!(Member);

    fn member(body: &str) -> Member {
        decode(body.as_bytes()).unwrap()
    }

    #[test]
    fn reads_every_kind_of_value() {
        let read = member(
            r#"{"member_id":"m\u0031","admin":true,"logins":3,"token":"t","created_at":"2024-03-01T12:00:00Z",
                "roles":["a","b"],"metadata":{"x":null,"y":[1]},"anything":{"z":1},
                "peers":{"p":{"member_id":"m2"}},"friends":[{"member_id":"m3"}]}"#,
        );
        assert_eq!(read.member_id, "m1");
        assert!(read.admin);
        assert_eq!(read.logins, Some(3));
        assert_eq!(read.token.expose(), "t");
        assert_eq!(
            read.created_at,
            Some("2024-03-01T12:00:00Z".parse().unwrap())
        );
        assert_eq!(read.roles, ["a", "b"]);
        assert_eq!(
            Value::from(read.metadata),
            serde_json::json!({"x": null, "y": [1]})
        );
        assert_eq!(read.anything, serde_json::json!({"z": 1}));
        assert_eq!(read.peers["p"].member_id, "m2");
        assert_eq!(read.friends[0].member_id, "m3");
    }

    #[test]
    fn missing_and_null_values_fall_back() {
        assert_eq!(member("{}"), Member::default());
        let nulls = r#"{"member_id":null,"admin":null,"logins":null,"token":null,"created_at":null,
            "roles":null,"metadata":null,"anything":null,"peers":null,"friends":null,"other":null}"#;
        assert_eq!(member(nulls), Member::default());
        assert_eq!(member(r#"{"created_at":""}"#).created_at, None);
    }

    #[test]
    fn null_elements_are_left_out_of_lists_and_typed_maps() {
        let read = member(r#"{"roles":["a",null,"b"],"peers":{"x":null,"y":{}},"friends":[null]}"#);
        assert_eq!(read.roles, ["a", "b"]);
        assert_eq!(read.peers.keys().collect::<Vec<_>>(), ["y"]);
        assert!(read.friends.is_empty());
    }

    #[test]
    fn unknown_fields_are_ignored_and_the_last_of_equal_ones_counts() {
        let read = member(
            r#"{"new":{"a":[1,{"b":2}]},"member_id":"x","member_id":"y","roles":["a"],"roles":["b"]}"#,
        );
        assert_eq!(read.member_id, "y");
        assert_eq!(read.roles, ["b"]);
    }

    #[test]
    fn decodes_from_a_value_too() {
        let value = serde_json::json!({"member_id": "m", "roles": ["a", null], "peers": {"p": {}}});
        assert_eq!(Member::deserialize(value).unwrap().roles, ["a"]);
    }

    #[test]
    fn errors_name_the_place_and_the_kinds() {
        for (body, path, what) in [
            (
                r#"{"admin":"yes, expected no"}"#,
                "$.admin",
                "expected a boolean, found a string",
            ),
            (
                r#"{"admin":1}"#,
                "$.admin",
                "expected a boolean, found a number",
            ),
            (
                r#"{"logins":1.5}"#,
                "$.logins",
                "expected a whole number, found a number",
            ),
            (
                r#"{"logins":3000000000}"#,
                "$.logins",
                "expected a number of 32 bits, found a number that does not fit",
            ),
            (
                r#"{"member_id":{"a":1}}"#,
                "$.member_id",
                "expected a string, found an object",
            ),
            (
                r#"{"member_id":[1]}"#,
                "$.member_id",
                "expected a string, found a list",
            ),
            (
                r#"{"member_id":false}"#,
                "$.member_id",
                "expected a string, found a boolean",
            ),
            (
                r#"{"roles":"a"}"#,
                "$.roles",
                "expected a list, found a string",
            ),
            (
                r#"{"roles":["a",2]}"#,
                "$.roles[1]",
                "expected a string, found a number",
            ),
            (
                r#"{"metadata":[]}"#,
                "$.metadata",
                "expected an object, found a list",
            ),
            (
                r#"{"peers":{"secret-key":{"logins":""}}}"#,
                "$.peers.*.logins",
                "expected a whole number, found a string",
            ),
            (
                r#"{"friends":[{},{"friends":[{"created_at":"s3cret"}]}]}"#,
                "$.friends[1].friends[0].created_at",
                "expected an RFC 3339 timestamp, found a string that does not fit",
            ),
            ("[]", "$", "expected an object, found a list"),
            ("null", "$", "expected an object, found null"),
            ("", "$", "the body breaks off"),
            (
                r#"{"friends":[{"roles":["a"#,
                "$.friends[0].roles[0]",
                "the body breaks off",
            ),
            ("<html>", "$", "not JSON: expected value"),
            ("{} x", "$", "not JSON: trailing characters"),
        ] {
            let problem = decode::<Member>(body.as_bytes()).unwrap_err();
            assert_eq!(
                (problem.path.as_str(), problem.what.as_str()),
                (path, what),
                "{body}"
            );
        }
        let problem = decode::<Member>(b"{\"member_id\":\"\xff\"}").unwrap_err();
        assert_eq!(problem.path, "$.member_id");
        assert!(
            problem.what.starts_with("not JSON: invalid unicode"),
            "{}",
            problem.what
        );
    }

    #[test]
    fn an_error_leaves_no_steps_for_the_next_one() {
        assert!(serde_json::from_str::<Member>(r#"{"friends":[{"admin":1}]}"#).is_err());
        assert_eq!(
            decode::<Member>(br#"{"admin":1}"#).unwrap_err().path,
            "$.admin"
        );
    }

    #[test]
    fn no_message_of_a_foreign_type_is_repeated() {
        #[derive(Debug, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        #[allow(dead_code)]
        struct Foreign {
            kind: Kind,
        }
        #[derive(Debug, serde::Deserialize)]
        #[serde(rename_all = "lowercase")]
        enum Kind {
            A,
        }
        for (body, what) in [
            (
                r#"{"kind":"s3cret"}"#,
                "a value that is none of the known ones",
            ),
            (r#"{"s3cret":1}"#, "a field that is not known"),
            ("{}", "missing field `kind`"),
        ] {
            assert_eq!(decode::<Foreign>(body.as_bytes()).unwrap_err().what, what);
        }
        assert_eq!(
            decode::<std::net::IpAddr>(br#""s3cret: x, expected y""#)
                .unwrap_err()
                .what,
            "a value that does not fit"
        );
    }
}

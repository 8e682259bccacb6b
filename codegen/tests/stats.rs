//! The spec holds as much as the API.
//!
//! The numbers come from a list of the API that was made without the spec, out of the vendor's
//! OpenAPI file and packages, with one entry for each of the 184 operations (97 of B2B, 87 of the
//! consumer API, 24 of which the B2B client offers, too), 175 models, 58 enums and 97 sets of values
//! that are named in prose only. What belongs to a crate was found by walking from its operations.
//! Where the spec has more or less on purpose, the sums below say so.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

use std::collections::BTreeSet;
use std::path::Path;

use codegen::resolve::{Api, Kind};
use codegen::stats::{Stats, Table};

fn api() -> Api {
    codegen::api(Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()).unwrap()
}

/// The fields `total` and `next_cursor`.
const RESULTS_METADATA: usize = 2;

/// The fields `operator` and `operands`.
const SEARCH_QUERY: usize = 2;

/// The fields `greater_than` and `less_than`.
const CREATED_BETWEEN: usize = 2;

#[test]
fn the_b2b_crate_holds_the_whole_b2b_api() {
    assert_eq!(
        Stats::of(&api().b2b),
        Stats {
            client: "b2b",
            // Its own, and those of M2M, connected apps, fraud, project and debug.
            operations: 97 + 24,
            // Three models of a page's position are one in the spec. The model of a search query is
            // two, one for organizations and one for members, since they know different conditions.
            models: 143 - 2 + 1,
            // 46 enums and 72 sets in prose, which come to 33 different sets of values. The
            // blockchains of a crypto wallet are an enum in the consumer API only, but the model of
            // the factor is the same for both.
            enums: 33 + 1,
            // The vendor has texts where we have ids, so there is nothing to compare with.
            ids: 28,
            // Of organizations, members and M2M clients.
            filters: 3,
            request_fields: 604,
            // The list leaves the request id out of two answers, but every answer has it.
            response_fields: 683 + 2,
            model_fields: 694 - 2 * RESULTS_METADATA + SEARCH_QUERY,
        }
    );
}

#[test]
fn the_consumer_crate_holds_the_whole_consumer_api() {
    assert_eq!(
        Stats::of(&api().consumer),
        Stats {
            client: "consumer",
            operations: 87,
            // Three models of a page's position are one in the spec. The operand of a condition on
            // the time of sign-up is a model of ours: conditions are no models in that list.
            models: 107 - 2 + 1,
            // 25 enums and 21 sets in prose, which come to 20 different sets of values.
            enums: 20,
            ids: 22,
            // Of users and M2M clients.
            filters: 2,
            request_fields: 388,
            response_fields: 461,
            model_fields: 469 - 2 * RESULTS_METADATA + CREATED_BETWEEN,
        }
    );
}

#[test]
fn the_spec_holds_all_175_models() {
    let api = api();
    let mut models = BTreeSet::new();
    for ty in api.clients().into_iter().flat_map(|client| &client.types) {
        if let Kind::Model(_) = ty.kind {
            models.insert((&ty.file, &ty.name));
        }
    }
    // Four models of a page's position are one; two models are ours, as above.
    assert_eq!(models.len(), 175 - 3 + 2);
}

#[test]
fn the_table_has_a_line_for_each_crate() {
    let stats = |client, operations| Stats {
        client,
        operations,
        models: 2,
        enums: 3,
        ids: 4,
        filters: 5,
        request_fields: 6,
        response_fields: 7,
        model_fields: 8,
    };
    assert_eq!(
        Table(vec![stats("b2b", 100), stats("consumer", 1)]).to_string(),
        "\
crate            operations  models  enums   ids  filters   fields:  request  response   model
stytch-b2b              100       2      3     4        5                  6         7       8
stytch-consumer           1       2      3     4        5                  6         7       8"
    );
}

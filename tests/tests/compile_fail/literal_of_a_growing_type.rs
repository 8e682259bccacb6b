use stytch_b2b::ResultsMetadata;

fn main() {
    let _metadata = ResultsMetadata { total: 1, next_cursor: None };
}

use stytch_b2b::organizations::members;

fn main() {
    let _request = members::DeleteRequest::new("organization-test-1");
}

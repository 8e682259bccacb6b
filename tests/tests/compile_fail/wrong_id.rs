use stytch_b2b::{MemberId, OrganizationId, organizations};

fn main() {
    let organization = OrganizationId::from("organization-test-1");
    let member = MemberId::from("member-test-1");
    let _right = organizations::GetRequest::new(&organization);
    let _wrong = organizations::GetRequest::new(&member);
}

use stytch_b2b::{Client, organizations};

async fn create(stytch: Client) {
    let request = organizations::CreateRequest::new("Acme");
    let _ = stytch.organizations().create(request).session_jwt("a.b.c").await;
}

fn main() {}

//! Whether a client is set up right.

use stytch_b2b::debug::WhoamiResponse;

use crate::call::Call;
use crate::refusal::Refusal;

pub(crate) fn whoami(call: &mut Call<'_>) -> Result<WhoamiResponse, Refusal> {
    let mut response = WhoamiResponse::default();
    response.project_id = call.identity.project_id.as_str().into();
    "Emulator".clone_into(&mut response.name);
    Ok(response)
}

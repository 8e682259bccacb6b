//! Reads any bytes as a token, as the claims of each kind of token, and as a key set.

#![no_main]

use libfuzzer_sys::fuzz_target;
use stytch_core::testing::fuzz;

fuzz_target!(|data: &[u8]| {
    if let Ok(text) = std::str::from_utf8(data) {
        fuzz::token(text);
    }
    fuzz::claims::<stytch_b2b::sessions::MemberSession>(data);
    fuzz::claims::<stytch_consumer::sessions::Session>(data);
    fuzz::keys(data);
});

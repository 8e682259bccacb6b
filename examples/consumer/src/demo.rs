//! The service in this process.

use std::error::Error;

use stytch_emulator::Emulator;

/// An emulator whose links lead to the app at `base`.
///
/// # Errors
/// If no port is free.
pub async fn emulator(base: &str) -> Result<Emulator, Box<dyn Error>> {
    let emulator = Emulator::start().await?;
    emulator.seed(&format!(
        "settings:\n  default_redirect_url: {base}/authenticate\n"
    ))?;
    Ok(emulator)
}

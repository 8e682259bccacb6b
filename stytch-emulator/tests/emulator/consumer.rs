//! Users of the app's own.

mod attested;
mod codes;
mod leaving;
mod links;
mod oauth;
mod passkeys;
mod passwords;
mod sandbox;
mod users;
mod wallets;

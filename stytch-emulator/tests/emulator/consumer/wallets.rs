//! Users who log in with crypto wallets, over HTTP, with real keys and signatures.

use std::time::Duration;

use crate::common::{for_users, refused};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;
use stytch_consumer::authentication_factors::{DeliveryMethod, FactorType};
use stytch_consumer::crypto_wallets::{
    AuthenticateRequest, AuthenticateResponse, AuthenticateStartRequest, AuthenticateStartResponse,
    SiweParams,
};
use stytch_consumer::{Client, CryptoWalletType, Error, users};
use stytch_emulator::Wallet;

const ETHEREUM: CryptoWalletType = CryptoWalletType::Ethereum;
const SOLANA: CryptoWalletType = CryptoWalletType::Solana;
const UNABLE: &str = "unable_to_authenticate_crypto_wallet";

async fn challenge(
    stytch: &Client,
    kind: CryptoWalletType,
    wallet: &Wallet,
) -> AuthenticateStartResponse {
    let request = AuthenticateStartRequest::new(kind, wallet.address());
    stytch
        .crypto_wallets()
        .authenticate_start(request)
        .await
        .unwrap()
}

async fn finish(
    stytch: &Client,
    kind: CryptoWalletType,
    address: String,
    signature: String,
) -> Result<AuthenticateResponse, Error> {
    let request = AuthenticateRequest::new(kind, address, signature).session_duration_minutes(60);
    stytch.crypto_wallets().authenticate(request).await
}

#[tokio::test]
async fn a_new_user_signs_up_with_a_wallet_and_comes_back() {
    let (_emulator, stytch) = for_users().await;
    for (kind, wallet) in [(ETHEREUM, Wallet::ethereum()), (SOLANA, Wallet::solana())] {
        let started = challenge(&stytch, kind.clone(), &wallet).await;
        assert!(started.user_created);
        let random = started
            .challenge
            .strip_prefix("Signing in with Project: ")
            .unwrap();
        assert_eq!(random.len(), 80);
        let signature = wallet.sign(&started.challenge);
        let login = finish(&stytch, kind.clone(), wallet.address(), signature)
            .await
            .unwrap();
        assert_eq!(login.user_id, started.user_id);
        let kept = &login.user.crypto_wallets[0];
        assert_eq!(
            (kept.crypto_wallet_address.as_str(), kept.verified),
            (wallet.address().as_str(), true)
        );
        let factor = &login.session.unwrap().authentication_factors[0];
        assert_eq!(factor.r#type, FactorType::Crypto);
        assert_eq!(factor.delivery_method, DeliveryMethod::CryptoWallet);
        let shown = factor.crypto_wallet_factor.as_ref().unwrap();
        assert_eq!(shown.crypto_wallet_id, kept.crypto_wallet_id);

        let again = challenge(&stytch, kind, &wallet).await;
        assert!(!again.user_created);
        assert_eq!(again.user_id, login.user_id);
    }
}

#[tokio::test]
async fn addresses_and_signatures_come_in_several_spellings() {
    let (_emulator, stytch) = for_users().await;
    let wallet = Wallet::ethereum();
    let text = challenge(&stytch, ETHEREUM, &wallet).await.challenge;
    let address = wallet.address().to_lowercase();
    let signature = wallet.sign(&text);
    // without the mark, in capitals, and with the parity as it is
    let digits = signature.strip_prefix("0x").unwrap().to_uppercase();
    let (numbers, parity) = digits.split_at(128);
    let signature = format!(
        "{numbers}{:02x}",
        u8::from_str_radix(parity, 16).unwrap() - 27
    );
    finish(&stytch, ETHEREUM, address, signature).await.unwrap();

    let wallet = Wallet::solana();
    let text = challenge(&stytch, SOLANA, &wallet).await.challenge;
    let signature = bs58::decode(wallet.sign(&text)).into_vec().unwrap();
    let signature = BASE64_STANDARD.encode(signature);
    finish(&stytch, SOLANA, wallet.address(), signature)
        .await
        .unwrap();
}

#[tokio::test]
async fn what_does_not_prove_a_wallet_is_refused() {
    let (emulator, stytch) = for_users().await;
    for (kind, wallet, other) in [
        (ETHEREUM, Wallet::ethereum(), Wallet::ethereum()),
        (SOLANA, Wallet::solana(), Wallet::solana()),
    ] {
        let address = wallet.address();
        let nobody = finish(&stytch, kind.clone(), address.clone(), wallet.sign("x")).await;
        refused(&nobody.unwrap_err(), 404, "crypto_wallet_not_found");
        let text = challenge(&stytch, kind.clone(), &wallet).await.challenge;
        let good = wallet.sign(&text);
        for (signature, status, error_type) in [
            (other.sign(&text), 401, UNABLE),
            (wallet.sign("Signing in with Project: another"), 401, UNABLE),
            (" ".to_owned(), 400, "signature_missing"),
            ("0x?".to_owned(), 400, "invalid_signature"),
            ("AAAA".to_owned(), 400, "signature_is_incorrect_size"),
        ] {
            let login = finish(&stytch, kind.clone(), address.clone(), signature).await;
            refused(&login.unwrap_err(), status, error_type);
        }
        finish(&stytch, kind.clone(), address.clone(), good.clone())
            .await
            .unwrap();
        let again = finish(&stytch, kind.clone(), address.clone(), good).await;
        refused(&again.unwrap_err(), 401, UNABLE);

        let earlier = challenge(&stytch, kind.clone(), &wallet).await.challenge;
        challenge(&stytch, kind.clone(), &wallet).await;
        let login = finish(
            &stytch,
            kind.clone(),
            address.clone(),
            wallet.sign(&earlier),
        )
        .await;
        refused(&login.unwrap_err(), 401, UNABLE);

        let text = challenge(&stytch, kind.clone(), &wallet).await.challenge;
        emulator.clock().advance(Duration::from_secs(5 * 60));
        let login = finish(&stytch, kind, address, wallet.sign(&text)).await;
        refused(&login.unwrap_err(), 401, UNABLE);
    }
}

#[tokio::test]
async fn what_is_no_wallet_is_refused() {
    let (_emulator, stytch) = for_users().await;
    let ethereum = Wallet::ethereum().address();
    let solana = Wallet::solana().address();
    for (kind, address, error_type) in [
        (ETHEREUM, "0x6df2", "invalid_ethereum_address"),
        (ETHEREUM, solana.as_str(), "invalid_ethereum_address"),
        (SOLANA, ethereum.as_str(), "invalid_solana_address"),
        (SOLANA, "1111", "invalid_solana_address"),
        ("bitcoin".into(), ethereum.as_str(), "invalid_wallet_type"),
    ] {
        let request = AuthenticateStartRequest::new(kind.clone(), address);
        let error = stytch
            .crypto_wallets()
            .authenticate_start(request)
            .await
            .unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), 400, "{error}");
        // a value that the API does not list may be told before the operation looks
        assert!(
            error.is_type(error_type) || kind.as_str() == "bitcoin",
            "{error}"
        );
    }
}

#[tokio::test]
async fn a_wallet_belongs_to_one_user() {
    let (_emulator, stytch) = for_users().await;
    let ada = users::CreateRequest::new().email("ada@example.com");
    let ada = stytch.users().create(ada).await.unwrap().user_id;
    let eve = users::CreateRequest::new().email("eve@example.com");
    let eve = stytch.users().create(eve).await.unwrap().user_id;
    let wallet = Wallet::ethereum();
    let request = AuthenticateStartRequest::new(ETHEREUM, wallet.address()).user_id(&ada);
    let started = stytch
        .crypto_wallets()
        .authenticate_start(request)
        .await
        .unwrap();
    assert!(!started.user_created);
    assert_eq!(started.user_id, ada);
    let request =
        AuthenticateStartRequest::new(ETHEREUM, wallet.address().to_lowercase()).user_id(&eve);
    let error = stytch
        .crypto_wallets()
        .authenticate_start(request)
        .await
        .unwrap_err();
    refused(&error, 400, "duplicate_wallet_address");
    let signature = wallet.sign(&started.challenge);
    let login = finish(&stytch, ETHEREUM, wallet.address(), signature)
        .await
        .unwrap();
    assert_eq!(login.user_id, ada);

    let id = &login.user.crypto_wallets[0].crypto_wallet_id;
    let request = users::DeleteCryptoWalletRequest::new(id);
    stytch.users().delete_crypto_wallet(request).await.unwrap();
    let text = wallet.sign(&started.challenge);
    let login = finish(&stytch, ETHEREUM, wallet.address(), text).await;
    refused(&login.unwrap_err(), 404, "crypto_wallet_not_found");
}

#[tokio::test]
async fn a_message_for_sign_in_with_ethereum_says_what_it_is_for() {
    let (emulator, stytch) = for_users().await;
    let wallet = Wallet::ethereum();
    let siwe = || {
        let resources = ["https://example.com/terms", "ipfs://bafy"];
        SiweParams::new("example.com", "https://example.com/login", resources)
            .statement("Sign in to Example.")
            .chain_id("137")
            .issued_at(
                "2026-01-02T03:04:05Z"
                    .parse::<stytch_consumer::Timestamp>()
                    .unwrap(),
            )
            .message_request_id("req-1")
    };
    let begin = async |siwe: SiweParams| {
        let request = AuthenticateStartRequest::new(ETHEREUM, wallet.address()).siwe_params(siwe);
        stytch.crypto_wallets().authenticate_start(request).await
    };
    let text = begin(siwe()).await.unwrap().challenge;
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(
        lines[0],
        "example.com wants you to sign in with your Ethereum account:"
    );
    assert_eq!(
        lines[1..8],
        [
            wallet.address().as_str(),
            "",
            "Sign in to Example.",
            "",
            "URI: https://example.com/login",
            "Version: 1",
            "Chain ID: 137",
        ]
    );
    assert_eq!(lines[8].strip_prefix("Nonce: ").unwrap().len(), 32);
    assert_eq!(lines[9], "Issued At: 2026-01-02T03:04:05Z");
    assert!(lines[10].starts_with("Expiration Time: ") && lines[11].starts_with("Not Before: "));
    assert_eq!(
        lines[12..],
        [
            "Request ID: req-1",
            "Resources:",
            "- https://example.com/terms",
            "- ipfs://bafy",
        ]
    );
    let login = finish(&stytch, ETHEREUM, wallet.address(), wallet.sign(&text))
        .await
        .unwrap();
    let shown = login.siwe_params.unwrap();
    assert_eq!(
        (shown.domain.as_str(), shown.chain_id.as_str()),
        ("example.com", "137")
    );
    assert_eq!(shown.message_request_id.as_deref(), Some("req-1"));

    let text = begin(siwe()).await.unwrap().challenge;
    emulator.clock().advance(Duration::from_secs(5 * 60));
    let login = finish(&stytch, ETHEREUM, wallet.address(), wallet.sign(&text)).await;
    refused(&login.unwrap_err(), 400, "siwe_message_expired");
    let later = "2999-01-01T00:00:00Z"
        .parse::<stytch_consumer::Timestamp>()
        .unwrap();
    let text = begin(siwe().not_before(later)).await.unwrap().challenge;
    let login = finish(&stytch, ETHEREUM, wallet.address(), wallet.sign(&text)).await;
    refused(&login.unwrap_err(), 400, "siwe_message_not_valid_yet");

    // a line break would let it say something else
    let none: [&str; 0] = [];
    for odd in [
        siwe().statement("Fine.\nURI: https://evil.test"),
        siwe().chain_id("0"),
        siwe().chain_id("01"),
        siwe().chain_id("1\nNonce: 1"),
        siwe().message_request_id("a\nb"),
        SiweParams::new("example.com\nevil.test", "https://example.com", none),
        SiweParams::new("", "https://example.com", none),
        SiweParams::new("example.com", "login", none),
        SiweParams::new(
            "example.com",
            "https://example.com",
            ["https://a.test\n- https://b.test"],
        ),
    ] {
        refused(&begin(odd).await.unwrap_err(), 400, "bad_request");
    }
    let siwe = siwe();
    let request =
        AuthenticateStartRequest::new(SOLANA, Wallet::solana().address()).siwe_params(siwe);
    let error = stytch
        .crypto_wallets()
        .authenticate_start(request)
        .await
        .unwrap_err();
    refused(&error, 400, "crypto_wallet_type_incompatible_with_siwe");
}

#[tokio::test]
async fn the_wallet_of_the_sandbox_needs_no_key() {
    let (_emulator, stytch) = for_users().await;
    let address = "0x6df2dB4Fb3DA35d241901Bd53367770BF03123f1";
    let signature = "0x0c4f82edc3c818b6beff4b89e0682994e5878074609903cecdfb";
    for _ in 0..2 {
        let login = finish(&stytch, ETHEREUM, address.to_owned(), signature.to_owned()).await;
        assert_eq!(
            login.unwrap().user_id,
            "user-test-e3795c81-f849-4167-bfda-e4a6e9c280fd"
        );
    }
    let other = Wallet::ethereum();
    challenge(&stytch, ETHEREUM, &other).await;
    let login = finish(&stytch, ETHEREUM, other.address(), signature.to_owned()).await;
    refused(&login.unwrap_err(), 400, "signature_is_incorrect_size");
}

#[tokio::test]
async fn addresses_and_signatures_are_those_of_other_software() {
    let (emulator, stytch) = for_users().await;
    let begin = async |address: &str| {
        let request = AuthenticateStartRequest::new(ETHEREUM, address);
        stytch.crypto_wallets().authenticate_start(request).await
    };
    // EIP-55, test cases
    for address in [
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
        "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
        "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
    ] {
        let user_id = begin(&address.to_lowercase()).await.unwrap().user_id;
        let request = users::GetRequest::new(&user_id);
        let user = stytch.users().get(request).await.unwrap();
        assert_eq!(user.crypto_wallets[0].crypto_wallet_address, address);
        let again = begin(address).await.unwrap();
        assert_eq!((again.user_id, again.user_created), (user_id, false));
    }
    for odd in [
        "0x",
        "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "0x5a",
        "0xzz",
    ] {
        refused(
            &begin(odd).await.unwrap_err(),
            400,
            "invalid_ethereum_address",
        );
    }
    assert!(begin("").await.is_err());

    // as other software signs, in answer to a challenge of its own
    let signer = "0x2c7536E3605D9C16a7a3D7b1898e529396a65c23";
    let signature = "0xb91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd\
                     6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a0291c";
    let http = reqwest::Client::new();
    for (text, has_signed) in [("Some datum", false), ("Some data", true)] {
        let challenge = begin(signer).await.unwrap().challenge;
        let export = format!("{}/_emulator/export", emulator.url());
        let mut held: Value = http.get(export).send().await.unwrap().json().await.unwrap();
        let mut pending = held["wallet_challenges"].as_array_mut().unwrap().iter_mut();
        let asked = pending.find(|one| one["challenge"] == *challenge).unwrap();
        assert_eq!(
            asked["wallet"],
            format!("ethereum:{}", signer.to_lowercase())
        );
        asked["challenge"] = text.into();
        let import = format!("{}/_emulator/import", emulator.url());
        let taken = http.post(import).json(&held).send().await.unwrap();
        assert_eq!(taken.status(), 200);
        match finish(&stytch, ETHEREUM, signer.to_owned(), signature.to_owned()).await {
            Ok(_) => assert!(has_signed, "{text}"),
            Err(error) => {
                assert!(!has_signed, "{text}: {error}");
                refused(&error, 401, UNABLE);
            }
        }
    }
}

//! Passwords that are brought along from another system, over HTTP.

use crate::common::{Office, refused};
use stytch_b2b::password_hashes::{
    Argon2Config, HashType, Md5Config, Pbkdf2Algorithm, Pbkdf2Config, ScryptConfig, Sha512Config,
};
use stytch_b2b::passwords;

#[tokio::test]
async fn a_team_moves_over_with_the_hashes_that_it_has() {
    let office = Office::open().await;
    let stytch = &office.stytch;
    let request = |email: &str, hash: &str, hash_type: HashType| {
        passwords::MigrateRequest::new(email, hash, hash_type, &office.id)
    };
    // Made by other programs.
    let argon =
        "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA";
    let argon_hex = "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7";
    let phpass = "$P$984478476IagS59wHZvyQMArzfx58u.";
    let hashes = [
        request(
            "bcrypt@example.com",
            "$2b$12$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lW",
            HashType::Bcrypt,
        ),
        request(
            "md5@example.com",
            "5f4dcc3b5aa765d61d8327deb882cf99",
            HashType::Md5,
        ),
        request(
            "sha1@example.com",
            "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8",
            HashType::Sha1,
        ),
        request("phpass@example.com", phpass, HashType::Phpass),
        request("argon@example.com", argon, HashType::Argon2i),
        request("hex@example.com", argon_hex, HashType::Argon2id)
            .argon_2_config(Argon2Config::new("somesalt", 2, 65536, 1, 32)),
    ];
    for migration in hashes {
        let moved = stytch.passwords().migrate(migration).await.unwrap();
        assert!(moved.member_created);
        assert!(moved.member.email_address_verified);
    }
    office
        .set(|settings| {
            settings["passwords"]["check_breach_on_authentication"] = false.into();
        })
        .await;
    for (email, password) in [
        ("bcrypt@example.com", "secret"),
        ("argon@example.com", "password"),
        ("hex@example.com", "password"),
        ("md5@example.com", "password"),
        ("sha1@example.com", "password"),
        ("phpass@example.com", "hashcat"),
    ] {
        let login = office.log_in(email, password).await;
        assert!(login.is_ok(), "{email}: {login:?}");
        let error = office.log_in(email, "something else").await.unwrap_err();
        refused(&error, 401, "unauthorized_credentials");
    }

    // RFC 7914, section 12.
    let scrypt =
        "/bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0s3MWIurzDZLiKjiG/xCSedmDDaxyevuUqD7m2DYMvfoswGQA==";
    let migration = request("scrypt@example.com", scrypt, HashType::Scrypt)
        .scrypt_config(ScryptConfig::new("TmFDbA==", 1024, 8, 16, 64));
    stytch.passwords().migrate(migration).await.unwrap();
    office
        .log_in("scrypt@example.com", "password")
        .await
        .unwrap();
    let pbkdf = "YywoEuRtRgQQK6dhjp1tfS+BKPYma0oDJk0qBGC33LM=";
    let config = |length| Pbkdf2Config::new("c2FsdA==", 1000, length, Pbkdf2Algorithm::Sha256);
    let migration = || request("pbkdf@example.com", pbkdf, HashType::Pbkdf2);
    stytch
        .passwords()
        .migrate(migration().pbkdf_2_config(config(32)))
        .await
        .unwrap();
    office
        .log_in("pbkdf@example.com", "password")
        .await
        .unwrap();
    let migration = migration().pbkdf_2_config(config(20));
    let error = stytch.passwords().migrate(migration).await.unwrap_err();
    refused(&error, 400, "pbkdf_2_key_length_mismatch");
    let peppered = "7542291488234e03d5c2cc832aaf77449b65fd92d6021ded11bdfaa51b565f47acf7dd28a6138ad7d6ed4a2ed57ffc4719db0423cc43a9311f7c08ef2ee95e54";
    let migration = request("pepper@example.com", peppered, HashType::Sha512)
        .sha_512_config(Sha512Config::new("", "pepper"));
    stytch.passwords().migrate(migration).await.unwrap();
    office
        .log_in("pepper@example.com", "password")
        .await
        .unwrap();
    let salted = request(
        "salted@example.com",
        "67a1e09bb1f83f5007dc119c14d663aa",
        HashType::Md5,
    )
    .md_5_config(Md5Config::new("salt", ""));
    stytch.passwords().migrate(salted).await.unwrap();
    office
        .log_in("salted@example.com", "password")
        .await
        .unwrap();

    // Nobody gets a second password this way, and what is no hash is refused.
    for (migration, error_type) in [
        (
            request(
                "md5@example.com",
                "5f4dcc3b5aa765d61d8327deb882cf99",
                HashType::Md5,
            ),
            "password_already_exists",
        ),
        (
            request("a@example.com", "5f4dcc", HashType::Md5),
            "invalid_md_5_hash",
        ),
        (
            request("b@example.com", "$2b$nothing", HashType::Bcrypt),
            "invalid_bcrypt_hash",
        ),
        (
            request("c@example.com", "text", HashType::Phpass),
            "invalid_phpass_hash_prefix",
        ),
        (
            request("d@example.com", "text", HashType::Scrypt),
            "invalid_scrypt_parameters",
        ),
        (
            request("e@example.com", "text", HashType::from("rot13")),
            "invalid_hash_type",
        ),
    ] {
        let error = stytch.passwords().migrate(migration).await.unwrap_err();
        refused(&error, 400, error_type);
    }
}

//! How addresses, slugs and external ids have to be written.

use crate::refusal::Refusal;

/// Makes sure that a text can be an email address. As forgiving as mail servers are.
pub(crate) fn email(address: &str) -> Result<(), Refusal> {
    let is_good = address.len() <= 320
        && !address.contains(|c: char| c.is_whitespace() || c.is_control())
        && address.rsplit_once('@').is_some_and(|(local, domain)| {
            !local.is_empty()
                && domain.contains('.')
                && domain.split('.').all(|label| !label.is_empty())
        });
    match is_good {
        true => Ok(()),
        false => Err(Refusal::new("invalid_email")),
    }
}

/// Makes sure that a text can be a phone number (E.164).
pub(crate) fn phone_number(number: &str) -> Result<(), Refusal> {
    let digits = number.strip_prefix('+').unwrap_or_default();
    let is_good = (8..=15).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && !digits.starts_with('0');
    // the vendor's sandbox number begins as no country does
    match is_good || number == "+10000000000" {
        true => Ok(()),
        false => Err(Refusal::new("invalid_phone_number")),
    }
}

/// The part of an address behind the `@`, in lower case.
pub(crate) fn domain(address: &str) -> String {
    address
        .rsplit_once('@')
        .map(|(_, domain)| domain.to_lowercase())
        .unwrap_or_default()
}

/// Makes sure that a text can be a slug.
pub(crate) fn slug(slug: &str) -> Result<(), Refusal> {
    let is_good = (2..=128).contains(&slug.len())
        && slug.chars().any(|c| c.is_ascii_alphanumeric())
        && slug
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-._~".contains(c));
    match is_good {
        true => Ok(()),
        false => Err(Refusal::new("invalid_organization_slug")),
    }
}

/// A slug made of any text.
pub(crate) fn slug_of(text: &str) -> String {
    let text = text.to_lowercase();
    let words = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("-");
    let slug: String = slug.chars().take(100).collect();
    if slug.len() < 2 {
        format!("organization-{slug}")
            .trim_end_matches('-')
            .to_owned()
    } else {
        slug
    }
}

/// Makes sure that a text can be an external id.
pub(crate) fn external_id(id: &str, error_type: &str) -> Result<(), Refusal> {
    let is_good = (1..=128).contains(&id.len())
        && id
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "._-|".contains(c));
    match is_good {
        true => Ok(()),
        false => Err(Refusal::new(error_type)),
    }
}

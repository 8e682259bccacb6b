//! Which passwords are good enough.

use serde::{Deserialize, Serialize};
use stytch_core::Secret;

use super::breached;
use crate::refusal::Refusal;

/// A password that zxcvbn gives this score passes.
const LEAST_SCORE: i32 = 3;

/// What passwords have to be like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct PasswordPolicy {
    pub(crate) policy: Judge,
    /// Fewest characters, under LUDS.
    pub(crate) luds_minimum_length: u32,
    /// Fewest kinds of characters, under LUDS.
    pub(crate) luds_minimum_complexity: u32,
    /// Whether a password that leaked can't be set.
    pub(crate) check_breach_on_creation: bool,
    /// Whether a password that leaked can't be used.
    pub(crate) check_breach_on_authentication: bool,
    /// Whether a password that is not good enough any more can't be used.
    pub(crate) validate_on_authentication: bool,
    /// Whether a password belongs to an address instead of a member.
    pub(crate) cross_organization: bool,
}

/// Who says how good a password is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Judge {
    #[default]
    Zxcvbn,
    Luds,
}

impl Judge {
    /// Its name in the API.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Zxcvbn => "zxcvbn",
            Self::Luds => "luds",
        }
    }
}

impl Default for PasswordPolicy {
    fn default() -> Self {
        Self {
            policy: Judge::Zxcvbn,
            luds_minimum_length: 8,
            luds_minimum_complexity: 3,
            check_breach_on_creation: true,
            check_breach_on_authentication: true,
            validate_on_authentication: false,
            cross_organization: false,
        }
    }
}

/// How good a password is.
#[derive(Debug)]
pub(crate) struct Strength {
    pub(crate) is_valid: bool,
    /// From 0 to 4; always 0 under LUDS.
    pub(crate) score: i32,
    pub(crate) is_breached: bool,
    pub(crate) feedback: Feedback,
}

/// What could be better.
#[derive(Debug)]
pub(crate) enum Feedback {
    Zxcvbn {
        warning: String,
        suggestions: Vec<String>,
    },
    Luds(Luds),
}

/// Lower case, upper case, digits, symbols.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Luds {
    pub(crate) has_lower_case: bool,
    pub(crate) has_upper_case: bool,
    pub(crate) has_digit: bool,
    pub(crate) has_symbol: bool,
    pub(crate) missing_complexity: i32,
    pub(crate) missing_characters: i32,
}

/// Whether a password is known from a data breach.
pub(crate) fn is_breached(password: &Secret) -> bool {
    breached::PASSWORDS.contains(&password.expose().to_lowercase().as_str())
}

/// Judges a password. Breaches count only if the address is known.
pub(crate) fn check(policy: &PasswordPolicy, password: &Secret, email: Option<&str>) -> Strength {
    let is_breached = email.is_some() && is_breached(password);
    let (score, is_good, feedback) = match policy.policy {
        Judge::Zxcvbn => zxcvbn(password.expose(), email),
        Judge::Luds => {
            let luds = luds(policy, password.expose());
            let is_good = luds.missing_characters == 0 && luds.missing_complexity == 0;
            (0, is_good, Feedback::Luds(luds))
        }
    };
    Strength {
        is_valid: is_good && !(is_breached && policy.check_breach_on_creation),
        score,
        is_breached,
        feedback,
    }
}

/// Makes sure that a password can be set.
pub(crate) fn accept(
    policy: &PasswordPolicy,
    password: &Secret,
    email: &str,
) -> Result<(), Refusal> {
    let strength = check(policy, password, Some(email));
    if strength.is_breached && policy.check_breach_on_creation {
        return Err(Refusal::new("breached_password"));
    }
    match strength.is_valid {
        true => Ok(()),
        false => Err(Refusal::new("weak_password")),
    }
}

fn zxcvbn(password: &str, email: Option<&str>) -> (i32, bool, Feedback) {
    let inputs: Vec<&str> = email
        .into_iter()
        .flat_map(|email| [email].into_iter().chain(email.split(['@', '.'])))
        .collect();
    let entropy = zxcvbn::zxcvbn(password, &inputs);
    let feedback = entropy.feedback();
    let warning = feedback
        .and_then(zxcvbn::feedback::Feedback::warning)
        .map(|warning| warning.to_string())
        .unwrap_or_default();
    let suggestions = feedback.map(|feedback| {
        let suggestions = feedback.suggestions().iter();
        suggestions.map(ToString::to_string).collect()
    });
    let score = i32::from(u8::from(entropy.score()));
    let feedback = Feedback::Zxcvbn {
        warning,
        suggestions: suggestions.unwrap_or_default(),
    };
    (score, score >= LEAST_SCORE, feedback)
}

fn luds(policy: &PasswordPolicy, password: &str) -> Luds {
    let mut luds = Luds::default();
    for c in password.chars() {
        match c {
            'a'..='z' => luds.has_lower_case = true,
            'A'..='Z' => luds.has_upper_case = true,
            '0'..='9' => luds.has_digit = true,
            _ => luds.has_symbol = true,
        }
    }
    let kinds = [
        luds.has_lower_case,
        luds.has_upper_case,
        luds.has_digit,
        luds.has_symbol,
    ];
    let missing = |least: u32, there: usize| {
        let there = u32::try_from(there).unwrap_or(u32::MAX);
        i32::try_from(least.saturating_sub(there)).unwrap_or(i32::MAX)
    };
    let there = kinds.iter().filter(|has| **has).count();
    luds.missing_complexity = missing(policy.luds_minimum_complexity.min(4), there);
    luds.missing_characters = missing(policy.luds_minimum_length, password.chars().count());
    luds
}

//! OAuth providers and identity providers, for which the chooser stands in: what each is like, how a
//! login there begins and how it ends.

mod ending;
pub(crate) mod grants;
pub(crate) mod identity;
pub(crate) mod login;
pub(crate) mod params;
pub(crate) mod starts;

use serde::{Deserialize, Serialize};

use super::spelling;
use crate::operations::b2b::organizations::settings;
use crate::refusal::Refusal;
use identity::ProviderIdentity;

/// The providers: a line each, with its name in paths, its name in answers, and where factors name it.
macro_rules! providers {
    ($($variant:ident $slug:literal $name:literal $factor:ident $delivery:ident;)*) => {
        /// A provider of OAuth logins.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub(crate) enum Provider {
            $(#[serde(rename = $slug)] $variant,)*
        }

        impl Provider {
            /// The provider with this name in a path.
            pub(crate) fn find(slug: &str) -> Result<Self, Refusal> {
                match slug {
                    $($slug => Ok(Self::$variant),)*
                    _ => Err(Refusal::new("invalid_oauth_provider")),
                }
            }

            /// Its name in paths.
            pub(crate) fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug,)* }
            }

            /// Its name in answers: `provider_type`.
            pub(crate) fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }

        /// What the factors of members and users say of a provider: the same in two crates.
        macro_rules! factors {
            ($krate:ident, $module:ident) => {
                pub(crate) mod $module {
                    use $krate::authentication_factors::{
                        AuthenticationFactor, DeliveryMethod, OauthFactor,
                    };

                    use super::Provider;

                    /// How a login there is delivered.
                    pub(crate) fn delivery_method(provider: Provider) -> DeliveryMethod {
                        match provider { $(Provider::$variant => DeliveryMethod::$delivery,)* }
                    }

                    /// The place of the account there in a factor.
                    pub(crate) fn account(
                        provider: Provider,
                        factor: &mut AuthenticationFactor,
                    ) -> &mut Option<OauthFactor> {
                        match provider { $(Provider::$variant => &mut factor.$factor,)* }
                    }

                    /// The account in a factor, if it is one of a login at a provider.
                    #[must_use]
                    pub(crate) fn found(
                        factor: &AuthenticationFactor,
                    ) -> Option<(Provider, &OauthFactor)> {
                        match factor.delivery_method {
                            $(DeliveryMethod::$delivery => {
                                let account = factor.$factor.as_ref()?;
                                Some((Provider::$variant, account))
                            })*
                            _ => None,
                        }
                    }
                }
            };
        }
    };
}

providers! {
    Amazon "amazon" "Amazon" amazon_oauth_factor OauthAmazon;
    Apple "apple" "Apple" apple_oauth_factor OauthApple;
    Bitbucket "bitbucket" "Bitbucket" bitbucket_oauth_factor OauthBitbucket;
    Coinbase "coinbase" "Coinbase" coinbase_oauth_factor OauthCoinbase;
    Discord "discord" "Discord" discord_oauth_factor OauthDiscord;
    Facebook "facebook" "Facebook" facebook_oauth_factor OauthFacebook;
    Figma "figma" "Figma" figma_oauth_factor OauthFigma;
    Github "github" "Github" github_oauth_factor OauthGithub;
    Gitlab "gitlab" "GitLab" git_lab_oauth_factor OauthGitlab;
    Google "google" "Google" google_oauth_factor OauthGoogle;
    Hubspot "hubspot" "Hubspot" hubspot_oauth_factor OauthHubspot;
    Linkedin "linkedin" "LinkedIn" linked_in_oauth_factor OauthLinkedin;
    Microsoft "microsoft" "Microsoft" microsoft_oauth_factor OauthMicrosoft;
    Salesforce "salesforce" "Salesforce" salesforce_oauth_factor OauthSalesforce;
    Slack "slack" "Slack" slack_oauth_factor OauthSlack;
    Snapchat "snapchat" "Snapchat" snapchat_oauth_factor OauthSnapchat;
    Tiktok "tiktok" "TikTok" tik_tok_oauth_factor OauthTiktok;
    Twitch "twitch" "Twitch" twitch_oauth_factor OauthTwitch;
    Twitter "twitter" "Twitter" twitter_oauth_factor OauthTwitter;
    Yahoo "yahoo" "Yahoo" yahoo_oauth_factor OauthYahoo;
}

factors!(stytch_b2b, of_member);
factors!(stytch_consumer, of_user);

impl Provider {
    /// Whether members of organizations can log in there.
    pub(crate) fn is_for_members(self) -> bool {
        use Provider::{Github, Google, Hubspot, Microsoft, Slack};
        matches!(self, Github | Google | Hubspot | Microsoft | Slack)
    }

    /// Whether users of the consumer API can log in there.
    pub(crate) fn is_for_users(self) -> bool {
        self != Self::Hubspot
    }

    /// Whether it speaks OpenID Connect, and so hands out id tokens.
    pub(crate) fn has_id_tokens(self) -> bool {
        use Provider::{Apple, Gitlab, Google, Linkedin, Microsoft, Salesforce, Twitch, Yahoo};
        let all = [
            Apple, Gitlab, Google, Linkedin, Microsoft, Salesforce, Twitch, Yahoo,
        ];
        all.contains(&self)
    }

    /// Whether it hands out tokens to renew the access token with.
    pub(crate) fn has_refresh_tokens(self) -> bool {
        use Provider::{Facebook, Github, Slack, Snapchat};
        !matches!(self, Facebook | Github | Slack | Snapchat)
    }

    /// What the app may do there unless it asks for more.
    pub(crate) fn usual_scopes(self) -> &'static [&'static str] {
        match self {
            Self::Github => &["user:email"],
            Self::Hubspot => &["oauth"],
            _ if self.has_id_tokens() || self == Self::Slack => &["openid", "email", "profile"],
            _ => &["email"],
        }
    }

    /// Whether it vouches for an address to organizations. Google does where the address is one of the
    /// domain that the account belongs to.
    pub(crate) fn vouches_to_organizations(self, identity: &ProviderIdentity) -> bool {
        let domain = spelling::domain(&identity.email_address);
        identity.email_verified
            && match self {
                Self::Microsoft => true,
                Self::Google => !settings::is_common(&domain),
                _ => false,
            }
    }

    /// Whether it vouches for an address to the consumer API.
    pub(crate) fn vouches_to_users(self, identity: &ProviderIdentity) -> bool {
        self != Self::Amazon && identity.email_verified
    }
}

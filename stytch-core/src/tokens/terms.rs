//! What a check demands of a token, and the options by which a caller says so.

use crate::{
    AuthorizationError, Error, Handle,
    jwt::Limits,
    rbac::{Question, Subject, Verdict},
};

/// What one check demands beside a good token.
#[derive(Clone, Debug, Default)]
pub(crate) struct Terms<'a> {
    pub(crate) limits: Limits,
    /// All of them must hold.
    pub(crate) demands: Vec<Demand<'a>>,
}

#[derive(Clone, Debug)]
pub(crate) enum Demand<'a> {
    /// To belong to this organization.
    Organization(&'a str),
    /// To be allowed something, in the subject's own organization unless another one is named.
    Permission(Question<'a>),
}

/// Marks checks of sessions that belong to an organization: those of members.
#[derive(Clone, Copy, Debug)]
pub struct OfOrganization(());

/// Marks checks of sessions that belong to no organization: those of users.
#[derive(Clone, Copy, Debug)]
pub struct OfProject(());

impl<'a> Terms<'a> {
    pub(crate) fn permission(
        &mut self,
        organization_id: Option<&'a str>,
        resource_id: &'a str,
        action: &'a str,
    ) {
        self.demands.push(Demand::Permission(Question {
            organization_id,
            resource_id,
            action,
        }));
    }

    /// What permissions are asked for, in order.
    pub(crate) fn questions(&self) -> impl Iterator<Item = &Question<'a>> {
        self.demands.iter().filter_map(|demand| match demand {
            Demand::Permission(question) => Some(question),
            Demand::Organization(_) => None,
        })
    }

    /// Makes sure that all demands are met, and says by what right, in their order.
    pub(crate) async fn meet(
        &self,
        client: &Handle,
        subject: Subject<'_>,
    ) -> Result<Vec<Verdict>, Error> {
        self.check_tenancy(client, subject)
            .map_err(Error::authorization)?;
        let mut verdicts = Vec::new();
        for question in self.questions() {
            let question = in_own_organization(question, subject);
            let policies = &client.inner().tokens.policies;
            verdicts.push(policies.check(client, subject, &question).await?);
        }
        Ok(verdicts)
    }

    /// Compares organizations. Comes first, so that a stranger can't make the client fetch a policy.
    pub(crate) fn check_tenancy(
        &self,
        client: &Handle,
        subject: Subject<'_>,
    ) -> Result<(), AuthorizationError> {
        // a subject without an organization is in none, not even in the empty one
        let own = subject.organization_id.filter(|id| !id.is_empty());
        let has_organizations = client.inner().tokens.has_organizations;
        let is_at_home = |demand: &Demand<'_>| match demand {
            Demand::Organization(id) => own == Some(*id),
            Demand::Permission(question) => match question.organization_id {
                Some(id) => own == Some(id),
                None => own.is_some() || !has_organizations,
            },
        };
        if self.demands.iter().all(is_at_home) {
            Ok(())
        } else {
            Err(AuthorizationError::TenancyMismatch)
        }
    }
}

/// A question that names no organization is about the subject's own.
pub(crate) fn in_own_organization<'q>(
    question: &Question<'q>,
    subject: Subject<'q>,
) -> Question<'q> {
    Question {
        organization_id: question.organization_id.or(subject.organization_id),
        ..*question
    }
}

/// The options that concern the times of a token.
macro_rules! limits {
    ($check:ident $(, $parameter:ident)*) => {
        impl<'a, $($parameter),*> $check<'a, $($parameter),*> {
            /// Refuses tokens that were made so long ago, or longer. Zero refuses every token.
            ///
            /// Default: any token that has not expired passes.
            pub fn max_token_age(mut self, age: std::time::Duration) -> Self {
                self.terms.limits.max_age = Some(age);
                self
            }

            /// How far the clock of this machine may be off, for the beginning and the end of the
            /// token. It does not count for the age of the token.
            ///
            /// Default: zero.
            pub fn leeway(mut self, leeway: std::time::Duration) -> Self {
                self.terms.limits.leeway = leeway;
                self
            }
        }
    };
}

/// The options that concern permissions.
macro_rules! permissions {
    ($check:ident $(, $parameter:ident)*) => {
        impl<'a, $($parameter,)* T> $check<'a, $($parameter,)* T> {
            /// Also checks that the action on the resource is permitted: by one of the roles of a
            /// session, or one of the scopes of a connected app's token. For a member this is about
            /// the organization that the session or token belongs to. Otherwise the check fails with
            /// [`Authorization`](crate::ErrorKind::Authorization).
            ///
            /// Calls add up: everything that was asked for must be permitted.
            pub fn require_permission(mut self, resource_id: &'a str, action: &'a str) -> Self {
                self.terms.permission(None, resource_id, action);
                self
            }
        }

        impl<'a, $($parameter),*> $check<'a, $($parameter,)* $crate::tokens::OfOrganization> {
            /// Also checks that the session or token belongs to this organization, whatever it may do
            /// there. Otherwise the check fails with
            /// [`TenancyMismatch`](crate::AuthorizationError::TenancyMismatch).
            pub fn organization<O: AsRef<str> + ?Sized>(mut self, organization_id: &'a O) -> Self {
                let organization = $crate::tokens::Demand::Organization(organization_id.as_ref());
                self.terms.demands.push(organization);
                self
            }

            /// Also checks that the session or token belongs to this organization, and that one of its
            /// roles (of a connected app's token, one of its scopes) permits the action on the
            /// resource. Otherwise the check fails with
            /// [`Authorization`](crate::ErrorKind::Authorization).
            ///
            /// Calls add up: everything that was asked for must be permitted.
            pub fn authorize<O: AsRef<str> + ?Sized>(
                mut self,
                organization_id: &'a O,
                resource_id: &'a str,
                action: &'a str,
            ) -> Self {
                let organization_id = Some(organization_id.as_ref());
                self.terms.permission(organization_id, resource_id, action);
                self
            }
        }

        impl<'a, $($parameter),*> $check<'a, $($parameter,)* $crate::tokens::OfProject> {
            /// Also checks that one of the session's roles (of a connected app's token, one of its
            /// scopes) permits the action on the resource. Otherwise the check fails with
            /// [`Authorization`](crate::ErrorKind::Authorization).
            ///
            /// Calls add up: everything that was asked for must be permitted.
            pub fn authorize(self, resource_id: &'a str, action: &'a str) -> Self {
                self.require_permission(resource_id, action)
            }
        }
    };
}

pub(crate) use limits;
pub(crate) use permissions;

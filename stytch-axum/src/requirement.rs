//! What a handler demands of a session or a token, as a type.

use std::future::Future;

use axum::{
    extract::{FromRequestParts as _, RawPathParams},
    http::request::Parts,
};
use stytch_core::session::SessionModel as _;

use crate::{
    session::Session,
    vertical::Vertical,
    web::{Reason, Refusal},
};

/// What a handler demands of a session beside that it is good.
///
/// A [`Permission`] is one, [`InOrganization`] is, and so are tuples of them, of which all must be met;
/// `()` demands nothing. An app implements it for rules of its own:
///
/// ```
/// use axum::http::request::Parts;
/// use stytch_axum::{Requirement, Session, b2b::MemberSession, web::Refusal};
///
/// /// For members of organizations that pay.
/// struct Paying;
///
/// impl Requirement<stytch_b2b::Client> for Paying {
///     async fn check(session: &Session<stytch_b2b::Client>, _: &mut Parts) -> Result<(), Refusal> {
///         match session.custom_claims.get("plan") {
///             Some(plan) if plan == "enterprise" => Ok(()),
///             _ => Err(Refusal::forbidden()),
///         }
///     }
/// }
///
/// async fn export(session: MemberSession<Paying>) {}
/// ```
pub trait Requirement<V: Vertical>: 'static {
    /// Whether the session meets it.
    ///
    /// # Errors
    /// The refusal of the request.
    fn check(
        session: &Session<V>,
        request: &mut Parts,
    ) -> impl Future<Output = Result<(), Refusal>> + Send;
}

impl<V: Vertical> Requirement<V> for () {
    async fn check(_: &Session<V>, _: &mut Parts) -> Result<(), Refusal> {
        Ok(())
    }
}

/// An action on a resource of the project's RBAC policy. [`permission!`](crate::permission) declares
/// one.
///
/// Roles are those of the session, as it was checked for the request: nothing is verified twice.
pub trait Permission: 'static {
    /// The resource.
    const RESOURCE: &'static str;

    /// The action.
    const ACTION: &'static str;
}

impl<V: Vertical, P: Permission> Requirement<V> for P {
    async fn check(session: &Session<V>, _: &mut Parts) -> Result<(), Refusal> {
        session.require_permission(P::RESOURCE, P::ACTION).await?;
        Ok(())
    }
}

/// Demands that the session belongs to the organization that the path names, by a parameter
/// `organization_id` or `organization_slug`; 403 otherwise.
///
/// Work with the organization of the session from there on, not with the one of the path: a slug can
/// be given to another organization while a JWT still has it.
///
/// ```
/// use axum::{Router, routing::get};
/// use stytch_axum::{InOrganization, b2b::{Auth, MemberSession}};
///
/// async fn members(session: MemberSession<InOrganization>) -> String {
///     format!("the members of {}", session.organization_id)
/// }
///
/// let router: Router<Auth> = Router::new().route("/{organization_slug}/members", get(members));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct InOrganization(());

impl<V: Vertical> Requirement<V> for InOrganization {
    async fn check(session: &Session<V>, request: &mut Parts) -> Result<(), Refusal> {
        let Ok(path) = RawPathParams::from_request_parts(request, &()).await else {
            return Err(Refusal::forbidden());
        };
        let mut is_named = false;
        for (name, value) in &path {
            let own = match name {
                "organization_id" => session.organization_id(),
                "organization_slug" => V::organization_slug(session),
                _ => continue,
            };
            is_named = true;
            if own.is_none_or(|own| own.is_empty() || own != value) {
                return Err(Refusal::forbidden());
            }
        }
        if is_named {
            return Ok(());
        }
        tracing::error!(target: "stytch", "the path names no `organization_id` or `organization_slug`");
        Err(Refusal::new(Reason::Misconfigured))
    }
}

/// A scope that the token of a machine or of a connected app must have. [`scope!`](crate::scope)
/// declares one.
pub trait Scope: 'static {
    /// The scope, such as `read:users`.
    const SCOPE: &'static str;
}

/// What a handler demands of the token of a machine or of a connected app: a [`Scope`], or a tuple of
/// them, of which all must be met; `()` demands none.
pub trait Scopes: 'static {
    /// The scopes.
    fn scopes() -> Vec<&'static str>;
}

impl Scopes for () {
    fn scopes() -> Vec<&'static str> {
        Vec::new()
    }
}

impl<S: Scope> Scopes for S {
    fn scopes() -> Vec<&'static str> {
        vec![S::SCOPE]
    }
}

macro_rules! all_of {
    ($($one:ident)+) => {
        impl<V: Vertical, $($one: Requirement<V>),+> Requirement<V> for ($($one,)+) {
            async fn check(session: &Session<V>, request: &mut Parts) -> Result<(), Refusal> {
                $($one::check(session, request).await?;)+
                Ok(())
            }
        }

        impl<$($one: Scopes),+> Scopes for ($($one,)+) {
            fn scopes() -> Vec<&'static str> {
                [$($one::scopes()),+].concat()
            }
        }
    };
}

all_of!(A);
all_of!(A B);
all_of!(A B C);
all_of!(A B C D);

/// Declares a [`Permission`](crate::Permission) as a type.
///
/// ```
/// use stytch_axum::{b2b::MemberSession, permission};
///
/// permission!(pub ReadDocuments = "documents", "read");
///
/// async fn list(session: MemberSession<ReadDocuments>) {}
/// ```
#[macro_export]
macro_rules! permission {
    ($(#[$meta:meta])* $visibility:vis $name:ident = $resource:literal, $action:literal) => {
        $(#[$meta])*
        #[doc = concat!("Permission to `", $action, "` on `", $resource, "`.")]
        #[derive(Clone, Copy, Debug)]
        $visibility struct $name;

        impl $crate::Permission for $name {
            const RESOURCE: &'static str = $resource;
            const ACTION: &'static str = $action;
        }
    };
}

/// Declares a [`Scope`](crate::Scope) as a type.
///
/// ```
/// use stytch_axum::{b2b::Machine, scope};
///
/// scope!(pub ReadUsers = "read:users");
///
/// async fn export(machine: Machine<ReadUsers>) {}
/// ```
#[macro_export]
macro_rules! scope {
    ($(#[$meta:meta])* $visibility:vis $name:ident = $scope:literal) => {
        $(#[$meta])*
        #[doc = concat!("The scope `", $scope, "`.")]
        #[derive(Clone, Copy, Debug)]
        $visibility struct $name;

        impl $crate::Scope for $name {
            const SCOPE: &'static str = $scope;
        }
    };
}

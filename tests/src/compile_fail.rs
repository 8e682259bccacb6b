//! Mistakes that the compiler must find.
//!
//! Each stands beside the same code without the mistake, so that a case can't pass because of
//! something else that doesn't compile.
//!
//! # A missing required argument
//!
//! ```
//! use stytch_b2b::organizations::members;
//! let request = members::DeleteRequest::new("organization-test-1", "member-test-1");
//! ```
//! ```compile_fail,E0061
//! use stytch_b2b::organizations::members;
//! let request = members::DeleteRequest::new("organization-test-1");
//! ```
//!
//! # An id of another kind
//!
//! ```
//! use stytch_b2b::{OrganizationId, organizations};
//! let id = OrganizationId::from("organization-test-1");
//! let request = organizations::GetRequest::new(&id);
//! ```
//! ```compile_fail,E0277
//! use stytch_b2b::{MemberId, organizations};
//! let id = MemberId::from("member-test-1");
//! let request = organizations::GetRequest::new(&id);
//! ```
//!
//! # A member session where none is accepted
//!
//! ```
//! # use stytch_b2b::{Client, organizations};
//! # async fn case(stytch: Client) {
//! let request = organizations::UpdateRequest::new("organization-test-1");
//! let _ = stytch.organizations().update(request).session_jwt("a.b.c").await;
//! # }
//! ```
//! ```compile_fail,E0599
//! # use stytch_b2b::{Client, organizations};
//! # async fn case(stytch: Client) {
//! let request = organizations::GetRequest::new("organization-test-1");
//! let _ = stytch.organizations().get(request).session_jwt("a.b.c").await;
//! # }
//! ```
//!
//! # The stream of a method without pages
//!
//! ```
//! # use stytch_b2b::{Client, organizations};
//! # fn case(stytch: Client) {
//! let _ = stytch.organizations().search(organizations::SearchRequest::new()).stream();
//! # }
//! ```
//! ```compile_fail,E0599
//! # use stytch_b2b::{Client, organizations};
//! # fn case(stytch: Client) {
//! let _ = stytch.organizations().get(organizations::GetRequest::new("organization-test-1")).stream();
//! # }
//! ```
//!
//! # A literal of a type that may get more fields
//!
//! ```
//! use stytch_b2b::ResultsMetadata;
//! let mut metadata = ResultsMetadata::default();
//! metadata.total = 1;
//! ```
//! ```compile_fail,E0639
//! use stytch_b2b::ResultsMetadata;
//! let metadata = ResultsMetadata { total: 1, next_cursor: None };
//! ```
//!
//! # A secret in print
//!
//! ```
//! let secret = stytch_b2b::Secret::from("hush");
//! let line = format!("{secret:?}");
//! ```
//! ```compile_fail,E0277
//! let secret = stytch_b2b::Secret::from("hush");
//! let line = format!("{secret}");
//! ```

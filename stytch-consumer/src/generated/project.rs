// Generated from spec/shared/project.yaml by `cargo xtask generate`. Do not edit.

//! Look at the project that the client's credentials belong to.

use stytch_core::wire::{Object, Receive, Slot};

use crate::ProjectId;

#[cfg(feature = "client")]
use stytch_core::{Call, Handle, Operation, Verb};

#[cfg(feature = "serialize")]
use serde::Serialize;

/// `stytch.project()`, on which the calls of [this module](self) are made.
///
/// Cheap to clone, and of use for any number of calls.
#[cfg(feature = "client")]
#[derive(Clone, Debug)]
pub struct Project {
    pub(crate) client: Handle,
}

#[cfg(feature = "client")]
impl Project {
    pub(crate) fn new(client: Handle) -> Self {
        Self { client }
    }

    /// Counts what is in the project, such as users, organizations and members.
    ///
    /// # Example
    ///
    /// ```no_run
    /// # #![allow(unused)]
    /// # async fn example(stytch: stytch_consumer::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// for metric in stytch.project().metrics().await?.metrics {
    ///     println!("{}: {}", metric.metric_type, metric.count);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// `GET /v1/projects/metrics`
    pub fn metrics(&self) -> Call<MetricsResponse> {
        const OPERATION: Operation =
            Operation::new("project.metrics", Verb::Get, "/v1/projects/metrics");
        self.client.prepare(&OPERATION).into_call()
    }
}

/// What [`Project::metrics`] gives back.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct MetricsResponse {
    /// Identifies this API call; log it, since the vendor's support finds the call by it.
    pub request_id: String,
    /// HTTP status of the answer, repeated in its body.
    pub status_code: i32,
    /// The project that the client's credentials belong to.
    pub project_id: ProjectId,
    /// One entry for each kind of thing.
    pub metrics: Vec<ProjectMetric>,
}

#[doc(hidden)]
impl Object for MetricsResponse {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "request_id" => self.request_id.slot(),
            "status_code" => self.status_code.slot(),
            "project_id" => self.project_id.slot(),
            "metrics" => self.metrics.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(MetricsResponse);

/// What a metric counts.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum MetricType {
    /// `UNKNOWN`: Something that has no name here.
    Unspecified,
    /// `USER_COUNT`: Users, in a consumer project.
    UserCount,
    /// `ORGANIZATION_COUNT`: Organizations, in a B2B project.
    OrganizationCount,
    /// `MEMBER_COUNT`: Members of organizations, in a B2B project.
    MemberCount,
    /// `M2M_CLIENT_COUNT`: Machine-to-machine clients.
    M2mClientCount,
    /// A value that is newer than this crate; it is sent and printed as it came.
    Unknown(String),
}

impl MetricType {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Unspecified => "UNKNOWN",
            Self::UserCount => "USER_COUNT",
            Self::OrganizationCount => "ORGANIZATION_COUNT",
            Self::MemberCount => "MEMBER_COUNT",
            Self::M2mClientCount => "M2M_CLIENT_COUNT",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for MetricType {
    fn from(value: &str) -> Self {
        match value {
            "UNKNOWN" => Self::Unspecified,
            "USER_COUNT" => Self::UserCount,
            "ORGANIZATION_COUNT" => Self::OrganizationCount,
            "MEMBER_COUNT" => Self::MemberCount,
            "M2M_CLIENT_COUNT" => Self::M2mClientCount,
            unknown => Self::Unknown(unknown.to_owned()),
        }
    }
}

stytch_core::open_enum!(MetricType);

/// How many things of one kind a project has.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serialize", derive(Serialize))]
#[non_exhaustive]
pub struct ProjectMetric {
    /// What is counted.
    pub metric_type: MetricType,
    /// How many there are.
    pub count: u32,
}

#[doc(hidden)]
impl Object for ProjectMetric {
    fn field(&mut self, name: &str) -> Option<Slot<'_>> {
        Some(match name {
            "metric_type" => self.metric_type.slot(),
            "count" => self.count.slot(),
            _ => return None,
        })
    }
}

stytch_core::received!(ProjectMetric);

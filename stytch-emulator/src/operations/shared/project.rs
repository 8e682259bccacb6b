//! What is in a project.

use stytch_b2b::project::{MetricType, MetricsResponse, ProjectMetric};

use crate::call::Call;
use crate::refusal::Refusal;

pub(crate) fn metrics(call: &mut Call<'_>) -> Result<MetricsResponse, Refusal> {
    let state = &*call.state;
    let members = state.members.iter().filter(|member| !member.is_deleted());
    let counts = [
        (MetricType::UserCount, state.users.len()),
        (MetricType::OrganizationCount, state.organizations.len()),
        (MetricType::MemberCount, members.count()),
        (MetricType::M2mClientCount, state.m2m_clients.len()),
    ];
    let mut response = MetricsResponse::default();
    response.project_id = call.identity.project_id.as_str().into();
    response.metrics = counts
        .into_iter()
        .map(|(metric_type, count)| {
            let mut metric = ProjectMetric::default();
            metric.metric_type = metric_type;
            metric.count = u32::try_from(count).unwrap_or(u32::MAX);
            metric
        })
        .collect();
    Ok(response)
}

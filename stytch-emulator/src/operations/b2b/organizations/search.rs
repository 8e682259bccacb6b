//! The search for organizations.

use stytch_b2b::organizations::{OrganizationFilter, SearchRequest, SearchResponse};

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::pages;
use crate::rules::search::{Query, contains, fuzzy};
use crate::state::{Member, Organization, Record as _, State};

pub(crate) fn search(
    call: &mut Call<'_>,
    request: SearchRequest,
) -> Result<SearchResponse, Refusal> {
    let query = match request.query {
        None => Query::all(),
        Some(query) => Query::new(query.operator.as_str(), query.operands, make_ready)?,
    };
    let state = &*call.state;
    let found = state
        .organizations
        .iter()
        .filter(|organization| query.finds(|filter| holds(state, organization, filter)));
    let (page, metadata) = pages::page(
        found,
        |organization| organization.id(),
        request.cursor.as_deref(),
        request.limit,
    )?;
    let mut response = SearchResponse::default();
    response.organizations = page
        .into_iter()
        .map(|organization| organization.model.clone())
        .collect();
    response.results_metadata = metadata;
    Ok(response)
}

fn make_ready(filter: &mut OrganizationFilter) -> Result<(), Refusal> {
    let (text, too_short) = match filter {
        OrganizationFilter::OrganizationNameFuzzy(text) => (
            text,
            "organization_search_organization_name_fuzzy_too_short",
        ),
        OrganizationFilter::OrganizationSlugFuzzy(text) => (
            text,
            "organization_search_organization_slug_fuzzy_too_short",
        ),
        OrganizationFilter::MemberEmailFuzzy(text) => {
            (text, "organization_search_member_email_fuzzy_too_short")
        }
        OrganizationFilter::AllowedDomainFuzzy(text) => {
            (text, "organization_search_allowed_domain_fuzzy_too_short")
        }
        OrganizationFilter::Other { filter_name, .. } => {
            let refusal = Refusal::new("organization_search_filter_name_not_recognized");
            return Err(refusal.because(format!("No such filter: {filter_name}")));
        }
        _ => return Ok(()),
    };
    fuzzy(text, too_short)
}

fn holds(state: &State, organization: &Organization, filter: &OrganizationFilter) -> bool {
    let model = &organization.model;
    let id = model.organization_id.as_str();
    match filter {
        OrganizationFilter::OrganizationIds(ids) => ids.iter().any(|wanted| wanted.as_str() == id),
        OrganizationFilter::OrganizationSlugs(slugs) => slugs.contains(&model.organization_slug),
        OrganizationFilter::OrganizationNameFuzzy(part) => contains(&model.organization_name, part),
        OrganizationFilter::OrganizationSlugFuzzy(part) => contains(&model.organization_slug, part),
        OrganizationFilter::MemberEmails(emails) => emails.iter().any(|email| {
            let name = Member::named_by_email(id, email);
            state.members.named(&name).is_some()
        }),
        OrganizationFilter::MemberEmailFuzzy(part) => {
            let mut members = state.members.group(&Member::listed_by_organization(id));
            // the address first, which most lack: one place in memory less to look at for each of them
            members
                .any(|member| contains(&member.model.email_address, part) && !member.is_deleted())
        }
        OrganizationFilter::AllowedDomains(domains) => {
            any_in(domains, &model.email_allowed_domains)
        }
        OrganizationFilter::AllowedDomainFuzzy(part) => {
            let mut domains = model.email_allowed_domains.iter();
            domains.any(|domain| contains(domain, part))
        }
        OrganizationFilter::ClaimedEmailDomains(domains) => {
            any_in(domains, &model.claimed_email_domains)
        }
        OrganizationFilter::HasActiveSsoConnection(has) => {
            model.sso_active_connections.is_empty() != *has
        }
        OrganizationFilter::SsoConnectionId(id) => model
            .sso_active_connections
            .iter()
            .any(|connection| connection.connection_id == *id),
        // refused before
        _ => false,
    }
}

fn any_in(wanted: &[String], all: &[String]) -> bool {
    wanted
        .iter()
        .any(|wanted| all.iter().any(|one| one.eq_ignore_ascii_case(wanted)))
}

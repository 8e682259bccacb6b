//! The search for organizations.

use std::sync::Arc;

use stytch_b2b::SearchOperator;
use stytch_b2b::organizations::{OrganizationFilter, SearchRequest, SearchResponse};

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::pages;
use crate::state::{Member, Organization, State};

/// What a text has to have to be searched for inside others.
const FUZZY_LETTERS: usize = 3;

pub(crate) fn search(
    call: &mut Call<'_>,
    request: SearchRequest,
) -> Result<SearchResponse, Refusal> {
    let mut found: Vec<Arc<Organization>> = Vec::new();
    for organization in call.state.organizations.iter() {
        let is_match = match &request.query {
            None => true,
            Some(query) => {
                let any = query.operator == SearchOperator::Or && !query.operands.is_empty();
                let mut is_match = !any;
                for operand in &query.operands {
                    let holds = holds(call.state, organization, operand)?;
                    is_match = if any {
                        is_match || holds
                    } else {
                        is_match && holds
                    };
                }
                is_match
            }
        };
        if is_match {
            found.push(Arc::clone(organization));
        }
    }
    let (page, metadata) = pages::page(
        found,
        |organization| organization.model.organization_id.as_str(),
        request.cursor.as_deref(),
        request.limit,
    )?;
    let mut response = SearchResponse::default();
    response.organizations = page
        .iter()
        .map(|organization| organization.model.clone())
        .collect();
    response.results_metadata = metadata;
    Ok(response)
}

fn holds(
    state: &State,
    organization: &Organization,
    filter: &OrganizationFilter,
) -> Result<bool, Refusal> {
    let model = &organization.model;
    let id = model.organization_id.as_str();
    let members = || {
        let group = Member::listed_by_organization(id);
        let members: Vec<_> = state.members.group(&group).cloned().collect();
        members.into_iter().filter(|member| !member.is_deleted())
    };
    Ok(match filter {
        OrganizationFilter::OrganizationIds(ids) => ids.iter().any(|wanted| wanted.as_str() == id),
        OrganizationFilter::OrganizationSlugs(slugs) => slugs.contains(&model.organization_slug),
        OrganizationFilter::OrganizationNameFuzzy(part) => {
            contains(&model.organization_name, part, "organization_name")?
        }
        OrganizationFilter::OrganizationSlugFuzzy(part) => {
            contains(&model.organization_slug, part, "organization_slug")?
        }
        OrganizationFilter::MemberEmails(emails) => emails.iter().any(|email| {
            let name = Member::named_by_email(id, email);
            state.members.named(&name).is_some()
        }),
        OrganizationFilter::MemberEmailFuzzy(part) => {
            let mut is_match = contains("", part, "member_email")?;
            for member in members() {
                is_match |= contains(&member.model.email_address, part, "member_email")?;
            }
            is_match
        }
        OrganizationFilter::AllowedDomains(domains) => {
            any_in(domains, &model.email_allowed_domains)
        }
        OrganizationFilter::AllowedDomainFuzzy(part) => {
            let mut is_match = contains("", part, "allowed_domain")?;
            for domain in &model.email_allowed_domains {
                is_match |= contains(domain, part, "allowed_domain")?;
            }
            is_match
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
        other => {
            let message = format!("No such filter: {other:?}");
            return Err(
                Refusal::new("organization_search_filter_name_not_recognized").because(message),
            );
        }
    })
}

fn any_in(wanted: &[String], all: &[String]) -> bool {
    wanted
        .iter()
        .any(|wanted| all.iter().any(|one| one.eq_ignore_ascii_case(wanted)))
}

/// Whether a text contains another, in whatever case.
pub(super) fn contains(text: &str, part: &str, filter: &str) -> Result<bool, Refusal> {
    if part.chars().count() < FUZZY_LETTERS {
        return Err(Refusal::new(format!("{filter}_fuzzy_too_short").as_str()));
    }
    Ok(text.to_lowercase().contains(&part.to_lowercase()))
}

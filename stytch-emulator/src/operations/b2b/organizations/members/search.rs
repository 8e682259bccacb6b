//! The search for members.

use std::sync::Arc;

use stytch_b2b::MemberId;
use stytch_b2b::organizations::members::{MemberFilter, SearchRequest, SearchResponse};

use crate::call::Call;
use crate::refusal::Refusal;
use crate::rules::search::{Query, are_of_one_kind, contains, fuzzy};
use crate::rules::{find, pages, roles};
use crate::state::{Member, Record as _};

pub(crate) fn search(
    call: &mut Call<'_>,
    request: SearchRequest,
) -> Result<SearchResponse, Refusal> {
    if request.organization_ids.is_empty() {
        return Err(Refusal::new("member_search_missing_organization_id"));
    }
    let query = match request.query {
        None => Query::all(),
        Some(query) => Query::new(query.operator.as_str(), query.operands, make_ready)?,
    };
    let state = &*call.state;
    let mut response = SearchResponse::default();
    for id in &request.organization_ids {
        let organization = find::organization(state, id.as_str())?;
        let id = organization.id().to_owned();
        let model = organization.model.clone();
        response.organizations.insert(id, model);
    }
    let mut found: Vec<&Arc<Member>> = response
        .organizations
        .keys()
        .flat_map(|id| state.members.group(&Member::listed_by_organization(id)))
        .filter(|member| is_match(member, &query))
        .collect();
    if response.organizations.len() > 1 {
        found.sort_unstable_by(|a, b| a.id().cmp(b.id()));
    }
    let (page, metadata) = pages::page(
        found,
        |member| member.id(),
        request.cursor.as_deref(),
        request.limit,
    )?;
    response.members = page
        .into_iter()
        .map(|member| roles::shown(state, member))
        .collect();
    response.results_metadata = metadata;
    Ok(response)
}

fn make_ready(filter: &mut MemberFilter) -> Result<(), Refusal> {
    match filter {
        MemberFilter::MemberIds(ids) => {
            let ids = ids.iter().map(MemberId::as_str);
            let refusal = "member_search_cannot_mix_internal_and_external_member_ids";
            match are_of_one_kind(ids, "member-") {
                true => Ok(()),
                false => Err(Refusal::new(refusal)),
            }
        }
        MemberFilter::MemberEmailFuzzy(text) => {
            fuzzy(text, "member_search_member_email_fuzzy_too_short")
        }
        MemberFilter::MemberPhoneNumberFuzzy(text) => fuzzy(
            text,
            "member_search_member_mfa_phone_number_fuzzy_too_short",
        ),
        MemberFilter::Other { filter_name, .. } => {
            let refusal = Refusal::new("member_search_filter_name_not_recognized");
            Err(refusal.because(format!("No such filter: {filter_name}")))
        }
        _ => Ok(()),
    }
}

/// Members who are deleted are found if the search is about the status.
fn is_match(member: &Member, query: &Query<MemberFilter>) -> bool {
    let is_about_status = |filter: &MemberFilter| matches!(filter, MemberFilter::Statuses(_));
    (!member.is_deleted() || query.filters().iter().any(is_about_status))
        && query.finds(|filter| holds(member, filter))
}

fn holds(member: &Member, filter: &MemberFilter) -> bool {
    let model = &member.model;
    match filter {
        MemberFilter::MemberIds(ids) => ids
            .iter()
            .any(|id| *id == model.member_id || model.external_id.as_deref() == Some(id.as_str())),
        MemberFilter::MemberEmails(emails) => emails
            .iter()
            .any(|email| email.eq_ignore_ascii_case(&model.email_address)),
        MemberFilter::MemberEmailFuzzy(part) => contains(&model.email_address, part),
        MemberFilter::MemberIsBreakglass(is) => model.is_breakglass == *is,
        MemberFilter::Statuses(statuses) => statuses.contains(&model.status),
        MemberFilter::MemberPhoneNumbers(numbers) => numbers.contains(&model.mfa_phone_number),
        MemberFilter::MemberPhoneNumberFuzzy(part) => contains(&model.mfa_phone_number, part),
        // refused before
        _ => false,
    }
}

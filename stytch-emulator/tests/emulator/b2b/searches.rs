//! Searches for organizations and members.

use crate::common::refused;
use stytch_b2b::organizations::members::{self, MemberFilter};
use stytch_b2b::organizations::{self, OrganizationFilter};
use stytch_b2b::{Client, Error, SearchOperator};
use stytch_emulator::Emulator;

async fn peopled() -> Emulator {
    let emulator = Emulator::start().await.unwrap();
    let seed = "
organizations:
  - organization_name: Acme
  - organization_name: Émile & Co
members:
  - { organization_id: acme, email_address: Ada@acme.com, status: active }
  - { organization_id: acme, email_address: grace@acme.com, status: invited }
  - { organization_id: acme, email_address: gone@acme.com, status: deleted }
  - { organization_id: emile-co, email_address: ada@emile.example, external_id: ada-1 }
";
    let seed = seed.replace(
        "Émile & Co\n",
        "Émile & Co\n    organization_slug: emile-co\n",
    );
    emulator.seed(&seed).unwrap();
    emulator
}

/// The addresses that a search finds, in order.
async fn found(
    stytch: &Client,
    operator: SearchOperator,
    filters: Vec<MemberFilter>,
) -> Result<Vec<String>, Error> {
    let request = members::SearchRequest::new(["acme", "emile-co", "acme"])
        .query(members::SearchQuery::new(operator, filters));
    let found = stytch.organizations().members().search(request).await?;
    let members = found.members.into_iter();
    let mut addresses: Vec<String> = members.map(|member| member.email_address).collect();
    assert_eq!(
        found.results_metadata.total,
        i32::try_from(addresses.len()).unwrap()
    );
    addresses.sort();
    Ok(addresses)
}

#[tokio::test]
async fn members_are_found_by_all_or_by_any_of_several_conditions() {
    let emulator = peopled().await;
    let stytch = emulator.b2b_client();
    let ada = || MemberFilter::member_email_fuzzy("ADA@");
    let active = || MemberFilter::statuses(["active"]);
    let invited = || MemberFilter::statuses(["invited"]);
    let search = async |operator, filters| found(&stytch, operator, filters).await.unwrap();

    let everybody = ["Ada@acme.com", "ada@emile.example", "grace@acme.com"];
    assert_eq!(search(SearchOperator::And, vec![]).await, everybody);
    assert_eq!(search(SearchOperator::Or, vec![]).await, everybody);
    let both = ["Ada@acme.com", "ada@emile.example"];
    assert_eq!(
        search(SearchOperator::And, vec![ada(), active()]).await,
        both
    );
    let none: [&str; 0] = [];
    assert_eq!(
        search(SearchOperator::And, vec![ada(), invited()]).await,
        none
    );
    assert_eq!(
        search(SearchOperator::Or, vec![ada(), invited()]).await,
        everybody
    );
    let deleted = vec![MemberFilter::statuses(["deleted"])];
    assert_eq!(
        search(SearchOperator::And, deleted).await,
        ["gone@acme.com"]
    );
    let ids = vec![MemberFilter::member_ids(["ada-1"])];
    assert_eq!(
        search(SearchOperator::And, ids).await,
        ["ada@emile.example"]
    );
}

#[tokio::test]
async fn a_condition_that_makes_no_sense_is_refused_even_where_there_is_nobody() {
    let emulator = peopled().await;
    let stytch = emulator.b2b_client();
    for (filter, refusal) in [
        (
            MemberFilter::member_email_fuzzy("ad"),
            "member_search_member_email_fuzzy_too_short",
        ),
        (
            MemberFilter::member_phone_number_fuzzy("12"),
            "member_search_member_mfa_phone_number_fuzzy_too_short",
        ),
        (
            MemberFilter::member_ids(["member-test-1", "ada-1"]),
            "member_search_cannot_mix_internal_and_external_member_ids",
        ),
        (
            MemberFilter::Other {
                filter_name: "colour".to_owned(),
                filter_value: "red".into(),
            },
            "member_search_filter_name_not_recognized",
        ),
    ] {
        let error = found(&stytch, SearchOperator::And, vec![filter])
            .await
            .unwrap_err();
        refused(&error, 400, refusal);
    }
    let error = found(&stytch, "XOR".into(), vec![]).await.unwrap_err();
    refused(&error, 400, "invalid_request_value");

    let stytch = Emulator::start().await.unwrap();
    let stytch = (stytch.b2b_client(), stytch);
    let query = organizations::SearchQuery::new(
        SearchOperator::And,
        [OrganizationFilter::organization_name_fuzzy("ac")],
    );
    let request = organizations::SearchRequest::new().query(query);
    let error = stytch.0.organizations().search(request).await.unwrap_err();
    refused(
        &error,
        400,
        "organization_search_organization_name_fuzzy_too_short",
    );
}

#[tokio::test]
async fn organizations_are_found_by_their_names_and_by_their_members() {
    let emulator = peopled().await;
    let stytch = emulator.b2b_client();
    for (filter, slugs) in [
        (
            OrganizationFilter::organization_name_fuzzy("éMILE"),
            vec!["emile-co"],
        ),
        (
            OrganizationFilter::organization_name_fuzzy("CME"),
            vec!["acme"],
        ),
        (
            OrganizationFilter::member_email_fuzzy("grace@"),
            vec!["acme"],
        ),
        (OrganizationFilter::member_email_fuzzy("gone@"), vec![]),
        (
            OrganizationFilter::member_emails(["ADA@acme.com"]),
            vec!["acme"],
        ),
    ] {
        let query = organizations::SearchQuery::new(SearchOperator::And, [filter]);
        let request = organizations::SearchRequest::new().query(query);
        let found = stytch.organizations().search(request).await.unwrap();
        let found = found.organizations.into_iter();
        let found: Vec<_> = found.map(|found| found.organization_slug).collect();
        assert_eq!(found, slugs);
    }
}

#[tokio::test]
async fn texts_are_found_inside_others_in_whatever_case() {
    for (text, part, is_inside) in [
        ("Ada@Acme.com", "ACME", true),
        ("Ada@Acme.com", "ada@", true),
        ("Ada", "Ada@", false),
        ("ÉMILE", "émi", true),
        ("Emile", "émi", false),
    ] {
        let emulator = Emulator::start().await.unwrap();
        let stytch = emulator.b2b_client();
        let request = organizations::CreateRequest::new(text).organization_slug("one");
        stytch.organizations().create(request).await.unwrap();
        let filter = OrganizationFilter::organization_name_fuzzy(part);
        let query = organizations::SearchQuery::new(SearchOperator::And, [filter]);
        let request = organizations::SearchRequest::new().query(query);
        let found = stytch.organizations().search(request).await.unwrap();
        let is_found = !found.organizations.is_empty();
        assert_eq!(is_found, is_inside, "{text} {part}");
    }
}

#[tokio::test]
async fn pages_go_through_the_members_of_several_organizations_once_each() {
    let emulator = peopled().await;
    let stytch = emulator.b2b_client();
    let mut request = members::SearchRequest::new(["emile-co", "acme"]).limit(2);
    let first = stytch
        .organizations()
        .members()
        .search(request.clone())
        .await
        .unwrap();
    assert_eq!((first.members.len(), first.results_metadata.total), (2, 3));
    request.cursor = first.results_metadata.next_cursor.clone();
    let last = stytch
        .organizations()
        .members()
        .search(request)
        .await
        .unwrap();
    assert_eq!((last.members.len(), last.results_metadata.total), (1, 3));
    assert_eq!(last.results_metadata.next_cursor, None);
    let ids = first.members.iter().chain(&last.members);
    let ids: Vec<_> = ids.map(|member| member.member_id.as_str()).collect();
    assert!(ids.is_sorted());
}

#[tokio::test]
async fn organizations_of_one_name_get_slugs_with_numbers() {
    let emulator = Emulator::start().await.unwrap();
    let stytch = emulator.b2b_client();
    let mut slugs = Vec::new();
    for _ in 0..9 {
        let request = organizations::CreateRequest::new("Acme");
        let made = stytch.organizations().create(request).await.unwrap();
        slugs.push(made.organization.organization_slug);
    }
    let numbered = (2..=9).map(|number| format!("acme-{number}"));
    let expected: Vec<_> = ["acme".to_owned()].into_iter().chain(numbered).collect();
    assert_eq!(slugs, expected);
}

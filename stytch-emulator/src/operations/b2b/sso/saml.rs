//! SAML connections. No XML is ever exchanged: the chooser stands for the identity provider. So what an
//! identity provider would need is kept and checked for its form, and used for nothing.

use std::sync::Arc;
use std::time::Duration;

use aws_lc_rs::signature::RsaKeyPair;
use stytch_b2b::sso::saml::{
    CreateConnectionRequest, CreateConnectionResponse, DeleteEncryptionPrivateKeyRequest,
    DeleteEncryptionPrivateKeyResponse, DeleteVerificationCertificateRequest,
    DeleteVerificationCertificateResponse, UpdateByUrlRequest, UpdateByUrlResponse,
    UpdateConnectionRequest, UpdateConnectionResponse,
};
use stytch_b2b::sso::{
    ConnectionStatus, EncryptionPrivateKey, IdentityProvider, SamlConnection, X509Certificate,
};
use stytch_core::{ErrorType, Secret};

use super::take;
use crate::call::Call;
use crate::clock;
use crate::operations::b2b::organizations::members;
use crate::refusal::Refusal;
use crate::rules::sso::connections;
use crate::rules::{find, pem};
use crate::state::{Organization, Record as _, SsoConnection};

/// The certificate of a key that comes with the program.
const CERTIFICATE: &str = include_str!("../../../keys/1.crt");
/// How long certificates of ours are good for.
const LIFE: Duration = Duration::from_secs(10 * 365 * 24 * 60 * 60);
/// So many certificates a connection may have.
const MAX_CERTIFICATES: usize = 5;

pub(crate) fn create_connection(
    call: &mut Call<'_>,
    request: CreateConnectionRequest,
) -> Result<CreateConnectionResponse, Refusal> {
    let organization = find::organization(call.state, request.organization_id.as_str())?;
    let mut model = SamlConnection::default();
    let id = call.random.id("saml-connection");
    model.organization_id = organization.model.organization_id.clone();
    model.acs_url = super::callback(&id);
    model.audience_uri = super::callback(&id);
    model.connection_id = id.into();
    model.status = ConnectionStatus::Pending;
    model.display_name = request.display_name.unwrap_or_default();
    "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress".clone_into(&mut model.nameid_format);
    let provider = request.identity_provider;
    model.identity_provider = provider.unwrap_or(IdentityProvider::Generic);
    model.signing_certificates = vec![own_certificate(call)];
    connections::put(call.state, SsoConnection::Saml(model.clone()));
    let mut response = CreateConnectionResponse::default();
    response.connection = Some(model);
    Ok(response)
}

pub(crate) fn update_connection(
    call: &mut Call<'_>,
    mut request: UpdateConnectionRequest,
) -> Result<UpdateConnectionResponse, Refusal> {
    let (organization, mut model) = find(
        call,
        request.organization_id.as_str(),
        request.connection_id.as_str(),
    )?;
    take!(
        request,
        model,
        display_name,
        identity_provider,
        idp_entity_id,
        idp_sso_url,
        alternative_audience_uri,
        alternative_acs_url,
        nameid_format,
        idp_initiated_auth_disabled,
        allow_gateway_callback,
        saml_connection_implicit_role_assignments,
        saml_group_implicit_role_assignments,
    );
    if let Some(mapping) = request.attribute_mapping.take() {
        model.attribute_mapping = super::mapping(mapping)?;
    }
    if let Some(certificate) = request.x509_certificate.take() {
        certify(call, &mut model, certificate)?;
    }
    if let Some(key) = request.signing_private_key.take() {
        rsa_key(&key)?;
        let certificate = own_certificate(call);
        model.signing_certificates.push(certificate);
    }
    if let Some(key) = request.saml_encryption_private_key.take() {
        rsa_key(&key)?;
        let mut kept = EncryptionPrivateKey::default();
        kept.private_key_id = call.random.id("saml-encryption-key").into();
        kept.private_key = key;
        kept.created_at = Some(call.now);
        model.encryption_private_keys.push(kept);
    }
    let mut response = UpdateConnectionResponse::default();
    response.connection = Some(put(call, &organization, model)?);
    Ok(response)
}

/// Takes over what the metadata of an identity provider would say. Nothing is fetched: what stands in
/// the connection afterwards is made up after the address.
pub(crate) fn update_by_url(
    call: &mut Call<'_>,
    request: UpdateByUrlRequest,
) -> Result<UpdateByUrlResponse, Refusal> {
    let (organization, mut model) = find(
        call,
        request.organization_id.as_str(),
        request.connection_id.as_str(),
    )?;
    if !super::is_url(&request.metadata_url) {
        return Err(ErrorType::InvalidSamlMetadataUrl.into());
    }
    let url = request.metadata_url;
    model.idp_sso_url = format!("{}/sso/saml", url.trim_end_matches('/'));
    model.idp_entity_id = url;
    certify(call, &mut model, CERTIFICATE.to_owned())?;
    let mut response = UpdateByUrlResponse::default();
    response.connection = Some(put(call, &organization, model)?);
    Ok(response)
}

pub(crate) fn delete_verification_certificate(
    call: &mut Call<'_>,
    request: DeleteVerificationCertificateRequest,
) -> Result<DeleteVerificationCertificateResponse, Refusal> {
    let (organization, mut model) = find(
        call,
        request.organization_id.as_str(),
        request.connection_id.as_str(),
    )?;
    let id = request.certificate_id;
    let certificates = &mut model.verification_certificates;
    let place = certificates.iter().position(|one| one.certificate_id == id);
    let place = place.ok_or_else(|| Refusal::from(ErrorType::SsoVerificationKeyNotFound))?;
    if certificates.len() == 1 && model.status == ConnectionStatus::Active {
        return Err(ErrorType::CannotDeleteLastSsoVerificationKey.into());
    }
    certificates.remove(place);
    put(call, &organization, model)?;
    let mut response = DeleteVerificationCertificateResponse::default();
    response.certificate_id = id;
    Ok(response)
}

pub(crate) fn delete_encryption_private_key(
    call: &mut Call<'_>,
    request: DeleteEncryptionPrivateKeyRequest,
) -> Result<DeleteEncryptionPrivateKeyResponse, Refusal> {
    let (organization, mut model) = find(
        call,
        request.organization_id.as_str(),
        request.connection_id.as_str(),
    )?;
    let id = request.private_key_id;
    let keys = &mut model.encryption_private_keys;
    let place = keys.iter().position(|one| one.private_key_id == id);
    let place = place.ok_or_else(|| Refusal::from(ErrorType::SsoEncryptionPrivateKeyNotFound))?;
    keys.remove(place);
    put(call, &organization, model)?;
    let mut response = DeleteEncryptionPrivateKeyResponse::default();
    response.private_key_id = id;
    Ok(response)
}

/// The SAML connection that a request means.
fn find(
    call: &Call<'_>,
    organization_id: &str,
    connection_id: &str,
) -> Result<(Arc<Organization>, SamlConnection), Refusal> {
    let missing = || Refusal::from(ErrorType::SamlConnectionNotFound);
    let found = connections::of_organization(call.state, organization_id, connection_id);
    let (organization, found) = found.map_err(|refusal| match refusal.error_type {
        ErrorType::SsoConnectionNotFound => missing(),
        _ => refusal,
    })?;
    match &*found {
        SsoConnection::Saml(saml) => Ok((organization, saml.clone())),
        _ => Err(missing()),
    }
}

/// Makes sure that a connection can be as it would be, and puts it into the state. It becomes active once
/// nothing is missing, and stays complete from then on.
fn put(
    call: &mut Call<'_>,
    organization: &Organization,
    mut model: SamlConnection,
) -> Result<SamlConnection, Refusal> {
    if !model.idp_sso_url.is_empty() && !super::is_url(&model.idp_sso_url) {
        return Err(Refusal::new("saml_connection_idp_sso_url_invalid_format"));
    }
    let has = |name: &str| model.attribute_mapping.contains_key(name);
    if !model.attribute_mapping.is_empty() {
        if !has("email") {
            return Err(Refusal::new("saml_connection_email_mapping_required"));
        }
        let has_name = has("full_name") || has("first_name") && has("last_name");
        if !has_name {
            return Err(Refusal::new("saml_connection_name_mapping_required"));
        }
    }
    let to_groups = &model.saml_group_implicit_role_assignments;
    if !to_groups.is_empty() && !has("groups") {
        return Err(ErrorType::SamlConnectionAttributeMappingMissingGroupsKey.into());
    }
    let to_all = model.saml_connection_implicit_role_assignments.iter();
    let role_ids = to_all
        .map(|one| one.role_id.clone())
        .chain(to_groups.iter().map(|one| one.role_id.clone()));
    members::assignable(call, organization, role_ids.collect())?;
    let missing = [
        (
            "saml_connection_idp_sso_url_required",
            model.idp_sso_url.is_empty(),
        ),
        (
            "saml_connection_attribute_mapping_required",
            model.attribute_mapping.is_empty(),
        ),
        ("invalid_idp_entity_id", model.idp_entity_id.is_empty()),
        (
            "invalid_x509_certificate",
            model.verification_certificates.is_empty(),
        ),
    ];
    match missing.iter().find(|(_, is_missing)| *is_missing) {
        None => model.status = ConnectionStatus::Active,
        Some((name, _)) if model.status == ConnectionStatus::Active => {
            return Err(Refusal::new(*name));
        }
        Some(_) => {}
    }
    let group = SsoConnection::listed_by_organization(organization.id());
    let is_twin = |other: &SsoConnection| match other {
        SsoConnection::Saml(other) => {
            other.connection_id != model.connection_id
                && !model.idp_entity_id.is_empty()
                && other.idp_entity_id == model.idp_entity_id
        }
        _ => false,
    };
    if call
        .state
        .sso_connections
        .group(&group)
        .any(|other| is_twin(other))
    {
        return Err(ErrorType::DuplicateSamlConnection.into());
    }
    connections::put(call.state, SsoConnection::Saml(model.clone()));
    Ok(model)
}

/// Adds a certificate of the identity provider.
fn certify(
    call: &mut Call<'_>,
    model: &mut SamlConnection,
    certificate: String,
) -> Result<(), Refusal> {
    let body = pem::read(&certificate, "CERTIFICATE");
    // a certificate is a sequence (RFC 5280, section 4.1)
    if body.is_none_or(|der| der.first() != Some(&0x30)) {
        return Err(ErrorType::InvalidX509Certificate.into());
    }
    let certificates = &mut model.verification_certificates;
    if certificates
        .iter()
        .any(|one| one.certificate == certificate)
    {
        return Ok(());
    }
    if certificates.len() == MAX_CERTIFICATES {
        return Err(ErrorType::TooManySsoVerificationCertificates.into());
    }
    let mut added = X509Certificate::default();
    added.certificate_id = call.random.id("saml-verification-key").into();
    added.certificate = certificate;
    added.created_at = Some(call.now);
    added.updated_at = Some(call.now);
    certificates.push(added);
    Ok(())
}

/// A certificate that login requests would be signed with.
fn own_certificate(call: &mut Call<'_>) -> X509Certificate {
    let mut own = X509Certificate::default();
    own.certificate_id = call.random.id("cert").into();
    CERTIFICATE.clone_into(&mut own.certificate);
    "Stytch".clone_into(&mut own.issuer);
    own.created_at = Some(call.now);
    own.updated_at = Some(call.now);
    own.expires_at = Some(clock::after(call.now, LIFE));
    own
}

/// Makes sure that a text is an RSA key in PKCS #1 (RFC 8017, appendix A.1.2).
fn rsa_key(text: &Secret) -> Result<(), Refusal> {
    let der = pem::read(text.expose(), "RSA PRIVATE KEY")
        .ok_or_else(|| Refusal::from(ErrorType::SamlSigningPrivateKeyFormatNotSupported))?;
    match RsaKeyPair::from_der(&der) {
        Ok(_) => Ok(()),
        Err(_) => Err(Refusal::new("saml_signing_private_key_invalid")),
    }
}

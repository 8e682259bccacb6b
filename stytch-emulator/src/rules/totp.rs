//! Authenticator apps (RFC 6238) and the recovery codes that come with them.

use std::sync::Arc;

use aws_lc_rs::{constant_time, hmac};
use data_encoding::{BASE32_NOPAD, BASE64};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use qrcode::{Color, QrCode};
use stytch_core::{Secret, Timestamp};

use crate::call::Call;
use crate::random::Random;
use crate::refusal::Refusal;
use crate::rules::sandbox;
use crate::state::{Record as _, RecoveryCode, State, Totp};

const STEP_SECONDS: i64 = 30;
const RECOVERY_CODES: usize = 10;
/// The width of a module of a QR code, and of the quiet border (ISO/IEC 18004), in pixels and modules.
const SCALE: usize = 4;
const BORDER: usize = 4;

/// A key to share with an app: 20 bytes in base32.
pub(crate) fn secret(random: &mut Random) -> String {
    BASE32_NOPAD.encode(&random.bytes::<20>())
}

/// A registration of a member or user, which the first right code confirms, with ten recovery codes.
pub(crate) fn registration(call: &mut Call<'_>, owner: &str, id: String, minutes: u32) -> Totp {
    Totp {
        id,
        owner: owner.to_owned(),
        secret: secret(&mut call.random),
        is_verified: false,
        expires_at: Some(call.in_minutes(minutes)),
        last_step: None,
        fixed_code: None,
        recovery_codes: recovery_codes(&mut call.random),
    }
}

/// New recovery codes.
pub(crate) fn recovery_codes(random: &mut Random) -> Vec<RecoveryCode> {
    (0..RECOVERY_CODES)
        .map(|_| {
            let id = random.id("totp-recovery-code");
            let code = [random.letters(4), random.letters(4), random.letters(4)].join("-");
            RecoveryCode { id, code }
        })
        .collect()
}

/// The registration of a member or user, if there is one that has not run out unconfirmed.
pub(crate) fn of(call: &Call<'_>, owner: &str) -> Option<Arc<Totp>> {
    let registrations = &call.state.totps;
    let found = registrations.named(&Totp::named_by_owner(owner))?;
    let is_alive = found.is_verified || found.expires_at.is_none_or(|end| end > call.now);
    is_alive.then(|| Arc::clone(found))
}

/// Takes a code of an app: of now, or of a step before or after, and each once. The first one confirms
/// the registration.
pub(crate) fn authenticate(
    call: &mut Call<'_>,
    owner: &str,
    code: &Secret,
) -> Result<Arc<Totp>, Refusal> {
    let found = call.state.totps.named(&Totp::named_by_owner(owner));
    let found = found
        .cloned()
        .ok_or_else(|| Refusal::new("unable_to_authenticate_totp"))?;
    if !found.is_verified && found.expires_at.is_some_and(|end| end <= call.now) {
        return Err(Refusal::new("expired_totp"));
    }
    let code = code.expose().trim();
    if found
        .recovery_codes
        .iter()
        .any(|one| equal(&one.code, code))
    {
        return Err(Refusal::new("recovery_code_used_as_totp_code"));
    }
    if code.len() != 6 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Refusal::new("invalid_totp_code"));
    }
    if found
        .fixed_code
        .as_deref()
        .is_some_and(|fixed| equal(fixed, code))
    {
        return Ok(found);
    }
    let now = call.now.unix_seconds().div_euclid(STEP_SECONDS);
    let step = [now, now - 1, now + 1]
        .into_iter()
        .find(|step| computed(&found.secret, *step).is_some_and(|right| equal(&right, code)))
        .ok_or_else(|| Refusal::new("unable_to_authenticate_totp"))?;
    if found.last_step.is_some_and(|last| step <= last) {
        return Err(Refusal::new("totp_code_already_authenticated"));
    }
    let mut totp = (*found).clone();
    totp.is_verified = true;
    totp.expires_at = None;
    totp.last_step = Some(step);
    Ok(call.state.totps.put(totp))
}

/// Uses a recovery code up. The registration without it, and the code.
pub(crate) fn recover(
    call: &mut Call<'_>,
    owner: &str,
    code: &Secret,
) -> Result<(Arc<Totp>, RecoveryCode), Refusal> {
    let wrong = || Refusal::new("unable_to_authenticate_recovery_code");
    let found = of(call, owner).filter(|found| found.is_verified);
    let found = found.ok_or_else(wrong)?;
    let code = code.expose().trim().to_ascii_lowercase();
    if code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Refusal::new("totp_code_used_as_recovery_code"));
    }
    let mut totp = (*found).clone();
    let place = totp
        .recovery_codes
        .iter()
        .position(|one| equal(&one.code, &code));
    let spent = totp.recovery_codes.remove(place.ok_or_else(wrong)?);
    Ok((call.state.totps.put(totp), spent))
}

/// Shows members the authenticator apps that a document gives them.
pub(crate) fn settle(state: &mut State) {
    let members: Vec<_> = state.members.iter().cloned().collect();
    for member in members {
        let found = state.totps.named(&Totp::named_by_owner(member.id()));
        let id = found.filter(|totp| totp.is_verified);
        let id = id.map(|totp| totp.id.as_str()).unwrap_or_default();
        if member.model.totp_registration_id.as_str() != id {
            let mut shown = (*member).clone();
            shown.model.totp_registration_id = id.into();
            state.members.put(shown);
        }
    }
}

/// Puts a registration into the state for which the codes of the sandbox are right.
pub(crate) fn put_sandbox(call: &mut Call<'_>, owner: &str, id: &str) {
    let name = Totp::named_by_owner(owner);
    let old = call.state.totps.named(&name).map(|old| (**old).clone());
    if let Some(old) = &old {
        call.state.totps.remove(&old.id);
    }
    let id = old.map_or_else(|| id.to_owned(), |old| old.id);
    let mut totp = registration(call, owner, id, 0);
    totp.is_verified = true;
    totp.expires_at = None;
    totp.fixed_code = Some(sandbox::CODE.to_owned());
    totp.recovery_codes.truncate(RECOVERY_CODES - 1);
    totp.recovery_codes.push(RecoveryCode {
        id: call.random.id("totp-recovery-code"),
        code: sandbox::RECOVERY_CODE.to_owned(),
    });
    call.state.totps.put(totp);
}

/// The code of a step (RFC 6238, section 4, and RFC 4226, section 5.3).
fn computed(secret: &str, step: i64) -> Option<String> {
    let secret = decoded(secret)?;
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &secret);
    let tag = hmac::sign(&key, &step.to_be_bytes());
    let tag = tag.as_ref();
    let offset = usize::from(tag.last()? & 0xf);
    let part: [u8; 4] = tag.get(offset..offset + 4)?.try_into().ok()?;
    let number = u32::from_be_bytes(part) & 0x7fff_ffff;
    Some(format!("{:06}", number % 1_000_000))
}

/// The bytes of a key as apps show it: in base32, whatever the case, spaces and padding.
pub(crate) fn decoded(secret: &str) -> Option<Vec<u8>> {
    let letters: String = secret
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '=' && *c != '-')
        .collect();
    let bytes = BASE32_NOPAD.decode(letters.to_ascii_uppercase().as_bytes());
    bytes.ok().filter(|bytes| !bytes.is_empty())
}

/// The code that an app shows at a time.
pub(crate) fn code(secret: &str, at: Timestamp) -> Option<String> {
    computed(secret, at.unix_seconds().div_euclid(STEP_SECONDS))
}

/// What an app reads off a QR code.
pub(crate) fn url(secret: &str, issuer: &str, account: &str) -> String {
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let (issuer, account) = (encoded(issuer), encoded(account));
    format!("otpauth://totp/{issuer}:{account}?secret={secret}&issuer={issuer}")
}

/// A text as a QR code: a PNG in a data URL.
pub(crate) fn qr_code(text: &str) -> Result<String, Refusal> {
    let failed = || Refusal::new("internal_server_error").because("The QR code can't be drawn.");
    let code = QrCode::new(text).map_err(|_| failed())?;
    let colors = code.to_colors();
    let side = (code.width() + 2 * BORDER) * SCALE;
    let is_dark = |x: usize, y: usize| {
        let place = |pixel: usize| {
            (pixel / SCALE)
                .checked_sub(BORDER)
                .filter(|it| *it < code.width())
        };
        let (Some(x), Some(y)) = (place(x), place(y)) else {
            return false;
        };
        colors.get(y * code.width() + x) == Some(&Color::Dark)
    };
    let pixels: Vec<u8> = (0..side * side)
        .map(|pixel| {
            if is_dark(pixel % side, pixel / side) {
                0
            } else {
                255
            }
        })
        .collect();
    let mut image = Vec::new();
    let length = u32::try_from(side).map_err(|_| failed())?;
    let mut encoder = png::Encoder::new(&mut image, length, length);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().map_err(|_| failed())?;
    writer.write_image_data(&pixels).map_err(|_| failed())?;
    writer.finish().map_err(|_| failed())?;
    Ok(format!("data:image/png;base64,{}", BASE64.encode(&image)))
}

fn equal(a: &str, b: &str) -> bool {
    constant_time::verify_slices_are_equal(a.as_bytes(), b.as_bytes()).is_ok()
}

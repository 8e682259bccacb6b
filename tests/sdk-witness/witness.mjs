// People who log in, through the vendor's Node SDK, against the emulator. Prints a line for each thing
// that was seen, and fails at the first that was not.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import stytch from "stytch";

const base = process.env.STYTCH_BASE_URL;
const settings = {
  project_id: process.env.STYTCH_PROJECT_ID,
  secret: process.env.STYTCH_SECRET,
  env: base,
};
const b2b = new stytch.B2BClient(settings);
const consumer = new stytch.Client(settings);

const auth = "Basic " + Buffer.from(`${settings.project_id}:${settings.secret}`).toString("base64");
const control = async (verb, path, body) => {
  const response = await fetch(`${base}/_emulator/${path}`, {
    method: verb,
    headers: { authorization: auth },
    body: body && JSON.stringify(body),
  });
  assert.equal(response.status, 200);
  return response.json();
};
const mailTo = async (address) => {
  const { messages } = await control("GET", `messages?to=${encodeURIComponent(address)}&wait=5`);
  return messages.at(-1);
};
const refused = async (call, type, status) => {
  await assert.rejects(call, (error) => {
    assert.equal(error.error_type, type);
    assert.equal(error.status_code, status);
    return true;
  });
};
// What an authenticator app shows (RFC 6238).
const appCode = async (secret) => {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret].map((c) => alphabet.indexOf(c).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const { now } = await control("GET", "clock");
  const step = Buffer.alloc(8);
  step.writeBigInt64BE(BigInt(Math.floor(Date.parse(now) / 30000)));
  const tag = createHmac("sha1", key).update(step).digest();
  const number = tag.readUInt32BE(tag.at(-1) & 15) & 0x7fffffff;
  return String(number % 1000000).padStart(6, "0");
};
const seen = (what) => console.log(`node: ${what}`);

// B2B: a founder signs up by mail.
await b2b.magicLinks.email.discovery.send({ email_address: "ada@example.com" });
const begun = await b2b.magicLinks.discovery.authenticate({
  discovery_magic_links_token: (await mailTo("ada@example.com")).token,
});
const login = await b2b.discovery.organizations.create({
  intermediate_session_token: begun.intermediate_session_token,
  organization_name: "Acme Co",
  session_custom_claims: { plan: "enterprise" },
});
assert.equal(login.member_authenticated, true);
seen("a founder signs up by mail");

const local = await b2b.sessions.authenticateJwtLocal({ session_jwt: login.session_jwt });
assert.equal(local.member_id, login.member_id);
assert.deepEqual(local.custom_claims, { plan: "enterprise" });
seen("the JWT passes the local check");

const organization_id = login.organization.organization_id;
const check = (resource_id) =>
  b2b.sessions.authenticateJwtLocal({
    session_jwt: login.session_jwt,
    authorization_check: { organization_id, resource_id, action: "create" },
  });
await check("stytch.member");
await assert.rejects(check("documents"));
seen("RBAC is checked locally");

// An invited colleague accepts.
const options = { authorization: { session_jwt: login.session_jwt } };
await b2b.magicLinks.email.invite({ organization_id, email_address: "grace@example.com" }, options);
const grace = await b2b.magicLinks.authenticate({
  magic_links_token: (await mailTo("grace@example.com")).token,
});
assert.equal(grace.member.status, "active");
await refused(
  b2b.magicLinks.email.invite(
    { organization_id, email_address: "eve@example.com" },
    { authorization: { session_token: grace.session_token } },
  ),
  "session_authorization_error",
  403,
);
seen("an invited colleague accepts, and may not invite others");

await control("POST", "clock", { advance_seconds: 360 });
const renewed = await b2b.sessions.authenticate({ session_jwt: login.session_jwt });
await b2b.sessions.revoke({ session_token: renewed.session_token });
await refused(b2b.sessions.authenticate({ session_token: renewed.session_token }), "session_not_found", 404);
await control("POST", "clock", { real: true });
seen("a session is renewed, and ends");

// A password, forgotten and set anew; an authenticator app; another organization.
const email_address = "grace@example.com";
const forgotten = { organization_id, email_address };
const secrets = ["an analytical engine of brass", "the engine weaves algebraic patterns"];
for (const password of secrets) {
  await b2b.passwords.email.resetStart(forgotten);
  const { kind, token, login_token } = await mailTo(email_address);
  assert.equal(kind, "reset_password");
  assert.notEqual(token, login_token);
  await b2b.passwords.email.reset({ password_reset_token: token, password });
}
await refused(
  b2b.passwords.authenticate({ ...forgotten, password: secrets[0] }),
  "unauthorized_credentials",
  401,
);
const back = await b2b.passwords.authenticate({ ...forgotten, password: secrets[1] });
assert.equal(back.member_authenticated, true);
seen("a member resets a forgotten password");

const of_grace = { organization_id, member_id: back.member_id };
const app = await b2b.totps.create(of_grace);
assert.ok(app.qr_code.startsWith("data:image/png;base64,"));
await b2b.totps.authenticate({
  ...of_grace,
  code: await appCode(app.secret),
  session_token: back.session_token,
  set_mfa_enrollment: "enroll",
});
const half = await b2b.passwords.authenticate({ ...forgotten, password: secrets[1] });
assert.equal(half.member_authenticated, false);
await control("POST", "clock", { advance_seconds: 30 });
const whole = await b2b.totps.authenticate({
  ...of_grace,
  code: await appCode(app.secret),
  intermediate_session_token: half.intermediate_session_token,
});
await b2b.sessions.authenticate({ session_jwt: whole.session_jwt });
await control("POST", "clock", { real: true });
seen("a member owes the code of an authenticator app from then on");

const { organization: other } = await b2b.organizations.create({ organization_name: "Second Co" });
await b2b.organizations.members.create({
  organization_id: other.organization_id,
  email_address: "ada@example.com",
});
await b2b.magicLinks.email.loginOrSignup({ organization_id, email_address: "ada@example.com" });
const here = await b2b.magicLinks.authenticate({
  magic_links_token: (await mailTo("ada@example.com")).token,
});
const there = await b2b.sessions.exchange({
  organization_id: other.organization_id,
  session_token: here.session_token,
});
assert.equal(there.member_session.organization_id, other.organization_id);
seen("a member goes over to another organization");

// Machines.
const { m2m_client } = await b2b.m2m.clients.create({ scopes: ["read:documents"] });
const token = await b2b.m2m.token({
  client_id: m2m_client.client_id,
  client_secret: m2m_client.client_secret,
});
const machine = await b2b.m2m.authenticateToken({
  access_token: token.access_token,
  required_scopes: ["read:documents"],
});
assert.equal(machine.client_id, m2m_client.client_id);
seen("a machine gets a token that passes the local check");

// Consumer: by link, by code, by password.
await consumer.magicLinks.email.loginOrCreate({ email: "joan@example.com" });
const joan = await consumer.magicLinks.authenticate({
  token: (await mailTo("joan@example.com")).token,
  session_duration_minutes: 60,
});
const session = await consumer.sessions.authenticateJwtLocal({ session_jwt: joan.session_jwt });
assert.equal(session.user_id, joan.user_id);
seen("a user logs in by link, and the JWT passes the local check");

const sent = await consumer.otps.email.loginOrCreate({ email: "mary@example.com" });
await refused(
  consumer.otps.authenticate({ method_id: sent.email_id, code: "1234567".slice(0, 6) }),
  "otp_code_not_found",
  404,
);
const mary = await consumer.otps.authenticate({
  method_id: sent.email_id,
  code: (await mailTo("mary@example.com")).code,
});
assert.equal(mary.user_id, sent.user_id);
seen("a user logs in by code");

const password = "correct horse battery staple 1947";
await consumer.passwords.create({ email: "rosa@example.com", password });
await consumer.passwords.authenticate({ email: "rosa@example.com", password });
await refused(
  consumer.passwords.authenticate({ email: "rosa@example.com", password: "wrong" }),
  "unauthorized_credentials",
  401,
);
seen("a user logs in by password");

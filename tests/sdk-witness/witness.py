"""People who log in, through the vendor's Python SDK, against the emulator.

Prints a line for each thing that was seen, and fails at the first that was not.
"""

import base64
import datetime
import hashlib
import hmac
import json
import os
import struct
import urllib.parse
import urllib.request

import stytch
from stytch.core.response_base import StytchError

BASE = os.environ["STYTCH_BASE_URL"]
PROJECT_ID = os.environ["STYTCH_PROJECT_ID"]
SECRET = os.environ["STYTCH_SECRET"]

settings = {
    "project_id": PROJECT_ID,
    "secret": SECRET,
    "environment": BASE + "/",
    "suppress_warnings": True,
}
b2b = stytch.B2BClient(**settings)
consumer = stytch.Client(**settings)


def control(verb, path, body=None):
    pair = base64.b64encode(f"{PROJECT_ID}:{SECRET}".encode()).decode()
    request = urllib.request.Request(
        f"{BASE}/_emulator/{path}",
        method=verb,
        headers={"Authorization": f"Basic {pair}"},
        data=None if body is None else json.dumps(body).encode(),
    )
    with urllib.request.urlopen(request) as response:
        return json.load(response)


def message_to(address):
    found = control("GET", f"messages?to={urllib.parse.quote(address)}&wait=5")
    return found["messages"][-1]


def refused(call, error_type, status):
    try:
        call()
    except StytchError as error:
        assert error.details.error_type == error_type, error.details
        assert error.details.status_code == status, error.details
    else:
        raise AssertionError(f"not refused: {error_type}")


def app_code(secret):
    """What an authenticator app shows (RFC 6238)."""
    now = datetime.datetime.fromisoformat(
        control("GET", "clock")["now"].replace("Z", "+00:00")
    )
    step = struct.pack(">q", int(now.timestamp()) // 30)
    tag = hmac.new(base64.b32decode(secret), step, hashlib.sha1).digest()
    (number,) = struct.unpack_from(">I", tag, tag[-1] & 15)
    return f"{(number & 0x7FFFFFFF) % 1_000_000:06}"


def seen(what):
    print(f"python: {what}")


# B2B: a founder signs up by mail.
b2b.magic_links.email.discovery.send(email_address="ada@example.org")
begun = b2b.magic_links.discovery.authenticate(
    discovery_magic_links_token=message_to("ada@example.org")["token"]
)
login = b2b.discovery.organizations.create(
    intermediate_session_token=begun.intermediate_session_token,
    organization_name="Other Co",
    session_custom_claims={"plan": "enterprise"},
)
assert login.member_authenticated
seen("a founder signs up by mail")

session = b2b.sessions.authenticate_jwt_local(login.session_jwt)
assert session.member_id == login.member_id
assert session.custom_claims == {"plan": "enterprise"}
seen("the JWT passes the local check")

organization_id = login.organization.organization_id
members = b2b.organizations.members.search(organization_ids=[organization_id])
assert [member.member_id for member in members.members] == [login.member_id]
created = b2b.organizations.members.create(
    organization_id=organization_id, email_address="grace@example.org"
)
refused(
    lambda: b2b.organizations.members.create(
        organization_id=organization_id, email_address="grace@example.org"
    ),
    "duplicate_member_email",
    400,
)
b2b.organizations.members.delete(
    organization_id=organization_id, member_id=created.member_id
)
seen("members come and go")

# A password, forgotten and set anew; an authenticator app; another organization.
ada = {"organization_id": organization_id, "email_address": "ada@example.org"}
secrets = ["an analytical engine of brass", "the engine weaves algebraic patterns"]
for password in secrets:
    b2b.passwords.email.reset_start(**ada)
    mail = message_to("ada@example.org")
    assert mail["kind"] == "reset_password" and mail["token"] != mail["login_token"]
    login = b2b.passwords.email.reset(
        password_reset_token=mail["token"], password=password
    )
refused(
    lambda: b2b.passwords.authenticate(**ada, password=secrets[0]),
    "unauthorized_credentials",
    401,
)
seen("a member resets a forgotten password")

other = b2b.organizations.create(organization_name="Third Co").organization
b2b.organizations.members.create(
    organization_id=other.organization_id, email_address="ada@example.org"
)
b2b.magic_links.email.login_or_signup(**ada)
login = b2b.magic_links.authenticate(
    magic_links_token=message_to("ada@example.org")["token"]
)
there = b2b.sessions.exchange(
    organization_id=other.organization_id, session_token=login.session_token
)
assert there.member_session.organization_id == other.organization_id
seen("a member goes over to another organization")

this = {"organization_id": organization_id, "member_id": login.member_id}
app = b2b.totps.create(**this)
b2b.totps.authenticate(
    **this, code=app_code(app.secret), session_token=login.session_token
)
refused(
    lambda: b2b.totps.authenticate(
        **this, code=app_code(app.secret), session_token=login.session_token
    ),
    "totp_code_already_authenticated",
    401,
)
seen("a member sets up an authenticator app")

b2b.sessions.revoke(session_token=login.session_token)
refused(
    lambda: b2b.sessions.authenticate(session_token=login.session_token),
    "session_not_found",
    404,
)
seen("a session ends")

# Machines.
client = b2b.m2m.clients.create(scopes=["read:documents"]).m2m_client
token = b2b.m2m.token(client_id=client.client_id, client_secret=client.client_secret)
machine = b2b.m2m.authenticate_token(
    token.access_token, required_scopes=["read:documents"]
)
assert machine.client_id == client.client_id
seen("a machine gets a token that passes the local check")

# Consumer: by link, by code, by password.
consumer.magic_links.email.login_or_create(email="joan@example.org")
joan = consumer.magic_links.authenticate(
    token=message_to("joan@example.org")["token"], session_duration_minutes=60
)
session = consumer.sessions.authenticate_jwt_local(joan.session_jwt)
assert session.user_id == joan.user_id
seen("a user logs in by link, and the JWT passes the local check")

sent = consumer.otps.email.login_or_create(email="mary@example.org")
mary = consumer.otps.authenticate(
    method_id=sent.email_id, code=message_to("mary@example.org")["code"]
)
assert mary.user_id == sent.user_id
seen("a user logs in by code")

password = "correct horse battery staple 1947"
consumer.passwords.create(email="rosa@example.org", password=password)
consumer.passwords.authenticate(email="rosa@example.org", password=password)
refused(
    lambda: consumer.passwords.authenticate(email="rosa@example.org", password="wrong"),
    "unauthorized_credentials",
    401,
)
seen("a user logs in by password")

"""Runs the flow examples of both crates against the emulator, as the person at the keyboard would."""

import base64
import hashlib
import hmac
import json
import os
import struct
import subprocess
import sys
import time
import urllib.parse
import urllib.request

BASE = os.environ["STYTCH_BASE_URL"]
EXAMPLES = sys.argv[1]


def control(verb, path, body=None):
    request = urllib.request.Request(
        f"{BASE}/_emulator/{path}",
        method=verb,
        data=None if body is None else json.dumps(body).encode(),
    )
    with urllib.request.urlopen(request) as response:
        return json.load(response)


def api(path, body):
    pair = f"{os.environ['STYTCH_PROJECT_ID']}:{os.environ['STYTCH_SECRET']}"
    encoded = base64.b64encode(pair.encode()).decode()
    request = urllib.request.Request(
        BASE + path,
        method="POST",
        headers={"Authorization": f"Basic {encoded}"},
        data=json.dumps(body).encode(),
    )
    with urllib.request.urlopen(request) as response:
        return json.load(response)


def newest(recipient, field):
    found = control("GET", f"messages?to={urllib.parse.quote(recipient)}&wait=5")
    return found["messages"][-1][field]


def totp(key):
    moment = struct.pack(">Q", int(time.time()) // 30)
    digest = hmac.new(base64.b32decode(key), moment, hashlib.sha1).digest()
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1000000:06}"


def run(name, arguments, *answers):
    """Starts an example and answers its questions: how each begins, and the answer or what makes it
    of all that was printed so far."""
    program = subprocess.Popen(
        [f"{EXAMPLES}/{name}", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    told = ""
    for question, answer in answers:
        asked = len(told)
        while not (question in told[asked:] and told.endswith(": ")):
            letter = program.stdout.read(1)
            if not letter:
                raise SystemExit(f"{name} ended early:\n{told}")
            told += letter
        line = answer(told) if callable(answer) else answer
        told += line + "\n"
        program.stdin.write(line + "\n")
        program.stdin.flush()
    rest, _ = program.communicate(timeout=30)
    told += rest
    if program.returncode != 0:
        raise SystemExit(f"{name} failed:\n{told}")
    print(f"example: {name}")
    return told


control("POST", "reset")
control(
    "POST",
    "seed",
    {
        "organizations": [{"organization_name": "Acme"}],
        "members": [
            {"organization_id": "acme", "email_address": "ada@acme.com"},
            {"organization_id": "acme", "email_address": "grace@acme.com"},
            {
                "organization_id": "acme",
                "email_address": "joan@acme.com",
                "mfa_enrolled": True,
            },
        ],
    },
)

run(
    "discovery_sign_up",
    ["founder@example.com", "Founders"],
    ("`token` in the address", lambda _: newest("founder@example.com", "token")),
    ("Which one", "0"),
)
run(
    "magic_link_login",
    ["acme", "ada@acme.com"],
    ("`token` in the address", lambda _: newest("ada@acme.com", "token")),
)
run(
    "mfa_totp",
    ["acme", "grace@acme.com"],
    ("Code from the email", lambda _: newest("grace@acme.com", "code")),
    (
        "Code of the app",
        lambda told: totp(told.split("authenticator app: ")[1].split()[0]),
    ),
)
password = "correct horse battery staple 1947"
api(
    "/v1/b2b/passwords/email/reset/start",
    {"organization_id": "acme", "email_address": "joan@acme.com"},
)
api(
    "/v1/b2b/passwords/email/reset",
    {"password_reset_token": newest("joan@acme.com", "token"), "password": password},
)
run(
    "mfa_sms",
    ["acme", "joan@acme.com"],
    ("Password", password),
    ("Phone number", "+14155550123"),
    ("Code from the message", lambda _: newest("+14155550123", "code")),
)
run("m2m_client", ["reports", "read:documents"], ("Does the service", "y"))
run(
    "magic_link_sign_up",
    ["mary@example.com"],
    ("`token` in the address", lambda _: newest("mary@example.com", "token")),
)
run(
    "password_reset",
    ["mary@example.com"],
    ("`token` in the address", lambda _: newest("mary@example.com", "token")),
    ("New password", password),
)

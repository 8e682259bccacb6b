"""What the SDKs and we put on the wire for the same calls."""

from collections.abc import Iterator

from callers import Caller
from findings import Finding, name
from recorder import Recorder, Request

# Text that has to be encoded in a path and in a query.
AWKWARD = " /?#%2F+&=é"

SESSION = {"session_token": "token of a session", "session_jwt": "the.session.jwt"}
HEADERS = ("authorization", "x-stytch-member-session", "x-stytch-member-sessionjwt")


def cases(operation: dict) -> Iterator[tuple[str, dict, dict]]:
    """Name, parameters and member session of the calls made to one operation."""
    full = dict(operation["full"])
    for name, place in operation["parameters"].items():
        if place != "body" and operation["request"][name]["kind"] == "string":
            full[name] += AWKWARD
    required = operation["required"]
    yield "full", full, SESSION
    yield "required", required, {}
    yield "empty", empty(operation), {}
    if operation["member_session"]:
        yield "session token", required, {"session_token": SESSION["session_token"]}
        yield "session JWT", required, {"session_jwt": SESSION["session_jwt"]}


def empty(operation: dict) -> dict:
    """Everything is given, but nothing in it: a client must not take that for left out."""
    shape = operation["request"]
    nothing = {"bool": False, "number": 0, "list": [], "map": {}}

    def hollow(way: str, value: object) -> object:
        kind = shape[way]["kind"]
        if kind == "model":
            return {name: hollow(f"{way}.{name}", inner) for name, inner in value.items()}
        return nothing.get(kind, value)

    return {name: hollow(name, value) for name, value in operation["full"].items()}


class Comparison:
    """Makes each call three times and compares the requests."""

    def __init__(self, recorder: Recorder, ours: Caller, sdks: list[Caller]) -> None:
        self.recorder = recorder
        self.ours = ours
        self.sdks = sdks
        self.calls = 0

    def findings(self, operation: dict) -> Iterator[Finding]:
        def finding(caller: Caller, at: str, what: str) -> Finding:
            return Finding(caller.name, name(operation), at, what, operation["verb"], case)

        self.recorder.answer = operation["answer"]
        for case, params, session in cases(operation):
            call = {key: operation[key] for key in ("vertical", "resource", "method")}
            accepted = session if operation["member_session"] else {}
            # Ours refuses a member session where none is accepted; an SDK shows whether it is sent.
            our_request, error = self._made(self.ours, call | {"params": params} | accepted)
            if our_request is None:
                yield finding(self.ours, "call", error)
                continue
            if error:
                yield finding(self.ours, "answer", error)
            for sdk in self.sdks:
                self.calls += 1
                their_request, error = self._made(sdk, call | {"params": params} | session)
                if their_request is None:
                    yield finding(sdk, "call", error)
                    continue
                if error and case == "full":
                    yield finding(sdk, "answer", error)
                for at, what in differences(operation, our_request, their_request):
                    yield finding(sdk, at, what)

    def _made(self, caller: Caller, call: dict) -> tuple[Request | None, str]:
        answer = caller.call(call)
        requests = self.recorder.take()
        error = answer.get("error", "")
        error = error if isinstance(error, str) else error["message"]
        if len(requests) != 1:
            return None, f"{len(requests)} requests; {error}"
        return requests[0], error


def differences(operation: dict, ours: Request, theirs: Request) -> Iterator[tuple[str, str]]:
    in_path = {name for name, place in operation["parameters"].items() if place == "path"}

    def way(part: str, name: str) -> str:
        return f"{part}.{{{name}}}" if name in in_path else f"{part}.{name}"

    for at in ("host", "verb"):
        yield from compare(at, getattr(ours, at), getattr(theirs, at))
    yield from compare("path", ours.segments(), theirs.segments())
    for name in HEADERS:
        yield from compare(f"header.{name}", ours.headers.get(name), theirs.headers.get(name))
    our_query, their_query = ours.query(), theirs.query()
    for name in our_query.keys() | their_query.keys():
        yield from compare(way("query", name), our_query.get(name), their_query.get(name))
    our_body, their_body = ours.json(), theirs.json()
    if not (isinstance(our_body, dict) and isinstance(their_body, dict)):
        yield from compare("body", our_body, their_body)
        return
    for name in our_body.keys() | their_body.keys():
        missing = object()
        yield from nested(way("body", name), our_body.get(name, missing), their_body.get(name, missing), missing)


def nested(at: str, ours: object, theirs: object, missing: object) -> Iterator[tuple[str, str]]:
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for name in ours.keys() | theirs.keys():
            yield from nested(f"{at}.{name}", ours.get(name, missing), theirs.get(name, missing), missing)
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for our_element, their_element in zip(ours, theirs):
            yield from nested(f"{at}[]", our_element, their_element, missing)
    elif ours is missing:
        yield at, f"only the SDK sends it: {theirs!r}"
    elif theirs is missing:
        yield at, f"only we send it: {ours!r}"
    # In Python `False == 0`; on the wire they differ.
    elif ours != theirs or type(ours) is not type(theirs):
        yield at, f"we send {ours!r}, the SDK {theirs!r}"


def compare(at: str, ours: object, theirs: object) -> Iterator[tuple[str, str]]:
    if ours == theirs:
        return
    if ours is None:
        yield at, f"only the SDK sends it: {theirs!r}"
    elif theirs is None:
        yield at, f"only we send it: {ours!r}"
    else:
        yield at, f"we send {ours!r}, the SDK {theirs!r}"

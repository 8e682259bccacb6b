"""Makes calls with the SDK for Python: lines of JSON in, lines of JSON out.

python call.py API_URL FRAUD_URL PROJECT_ID SECRET
"""

import enum
import inspect
import json
import sys
import typing
from datetime import datetime

import pydantic
import stytch
from find import method
from stytch.shared.method_options import Authorization


def typed(annotation: object, value: object) -> object:
    """The value in the type that the SDK offers for it, where it has one."""
    options = typing.get_args(annotation) if typing.get_origin(annotation) is typing.Union else (annotation,)
    for option in options:
        if typing.get_origin(option) is list and isinstance(value, list):
            return [typed(typing.get_args(option)[0], element) for element in value]
        if not isinstance(option, type):
            continue
        if issubclass(option, enum.Enum) and value in {member.value for member in option}:
            return option(value)
        if issubclass(option, pydantic.BaseModel):
            model = option.model_validate(value)
            return model if can_be_sent(model) else value
        if issubclass(option, datetime):
            return datetime.fromisoformat(str(value))
    return value


def can_be_sent(model: pydantic.BaseModel) -> bool:
    """The SDK leaves models with timestamps to an encoder that knows none."""
    try:
        json.dumps(model.model_dump())
        return True
    except TypeError:
        return False


def arguments(function: typing.Callable, call: dict) -> dict:
    hints = typing.get_type_hints(function)
    # What the SDK doesn't know stays away, and is then missed on the wire.
    arguments = {name: typed(hints[name], value) for name, value in call["params"].items() if name in hints}
    session = {name: call[name] for name in ("session_token", "session_jwt") if name in call}
    if session and "method_options" in inspect.signature(function).parameters:
        # `Optional[Options]`, with a class of its own for each method.
        options = typing.get_args(hints["method_options"])[0]
        arguments["method_options"] = options(authorization=Authorization(**session))
    return arguments


def main() -> None:
    api, fraud, project_id, secret = sys.argv[1:]
    # `custom_base_url` wants https; `environment` takes any address.
    settings = {"project_id": project_id, "secret": secret, "environment": api, "fraud_environment": fraud}
    clients = {"b2b": stytch.B2BClient(**settings), "consumer": stytch.Client(**settings)}
    for line in sys.stdin:
        call = json.loads(line)
        try:
            function = method(clients[call["vertical"]], call["resource"], call["method"])
            function(**arguments(function, call))
            answer = {"ok": True}
        except Exception as error:  # whatever the SDK raises is its answer
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


main()

"""Prints all methods of the SDK for Python, and what those asked for take and give.

Reads `[[vertical, resource, method], …]`, prints `{"methods": […], "shapes": {…}}` as JSON.
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

KINDS = {str: "string", bool: "bool", int: "number", float: "number", datetime: "timestamp"}


def add(shape: dict, way: str, annotation: object, required: bool) -> None:
    """Adds a field, and those inside, under the ways that lead to them."""

    def leaf(kind: str, values: list[str] | None = None) -> None:
        shape[way] = {"kind": kind, "required": required, "values": values}

    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Union:
        options = [option for option in inner if option is not type(None)]
        # Of `Union[Model, Dict]` and `Union[Enum, str]` the first says more.
        add(shape, way, options[0], required and len(options) == len(inner))
    elif origin is list:
        leaf("list")
        add(shape, f"{way}[]", inner[0], True)
    elif origin is dict:
        leaf("map")
        add(shape, f"{way}{{}}", inner[1], True)
    elif annotation is typing.Any:
        leaf("json")
    elif issubclass(annotation, enum.Enum):
        leaf("string", [member.value for member in annotation])
    elif issubclass(annotation, pydantic.BaseModel):
        leaf("model")
        add_fields(shape, f"{way}.", annotation)
    else:
        leaf(KINDS[annotation])


def add_fields(shape: dict, prefix: str, model: type[pydantic.BaseModel]) -> None:
    for name, field in model.model_fields.items():
        wire = field.validation_alias or field.alias or name
        add(shape, f"{prefix}{wire}", field.annotation, field.is_required())


def describe(function: typing.Callable) -> dict[str, dict]:
    hints = typing.get_type_hints(function)
    response = hints.pop("return")
    hints.pop("method_options", None)
    defaults = inspect.signature(function).parameters
    request, answer = {}, {}
    for name, hint in hints.items():
        add(request, name, hint, defaults[name].default is inspect.Parameter.empty)
    add_fields(answer, "", response)
    return {"request": request, "response": answer}


def methods(prefix: str, owner: object) -> typing.Iterator[str]:
    """The names of all methods below a client or a resource."""
    for name, member in inspect.getmembers(owner):
        if name.startswith("_") or name.endswith("_async"):
            continue
        if inspect.ismethod(member):
            yield f"{prefix}{name}"
        elif ".api." in type(member).__module__:
            yield from methods(f"{prefix}{name}.", member)


def main() -> None:
    settings = {"project_id": "project-test-1", "secret": "secret", "suppress_warnings": True}
    clients = {"b2b": stytch.B2BClient(**settings), "consumer": stytch.Client(**settings)}
    shapes = {
        f"{vertical} {resource}.{name}": describe(method(clients[vertical], resource, name))
        for vertical, resource, name in json.load(sys.stdin)
    }
    names = [name for vertical, client in clients.items() for name in methods(f"{vertical} ", client)]
    json.dump({"methods": names, "shapes": shapes}, sys.stdout)


main()

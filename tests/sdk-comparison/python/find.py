"""Finds what our spec names in the SDK for Python."""


def plain(name: str) -> str:
    """The spelling of names differs between languages, the names themselves don't."""
    return name.replace("_", "").lower()


def find(owner: object, wanted: str) -> object:
    for name in dir(owner):
        if not name.startswith("_") and plain(name) == plain(wanted):
            return getattr(owner, name)
    raise LookupError(f"the SDK has no `{wanted}` in {owner!r}")


def method(client: object, resource: str, name: str):
    for part in resource.split("."):
        client = find(client, part)
    return find(client, name)

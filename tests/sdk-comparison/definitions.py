"""What the type definitions of the SDKs and our spec say about the same fields."""

from collections.abc import Iterator

from findings import Finding, name

# What one side says less exactly than the other is no difference.
SAME = {
    # Node writes timestamps as text.
    frozenset({"timestamp", "string"}),
}


def strangers(sdk: str, operations: list[dict], methods: list[str]) -> Iterator[Finding]:
    """Methods of the SDK that our spec has no operation for."""
    ours = {plain(name(operation)) for operation in operations}
    for method in methods:
        if plain(method) not in ours:
            own_name = method.rpartition(".")[2]
            yield Finding(sdk, method, f"method.{own_name}", "unknown to our spec")


def plain(method: str) -> str:
    return method.replace("_", "").lower()


def findings(sdk: str, operation: dict, theirs: dict[str, dict]) -> Iterator[Finding]:
    for side in ("request", "response"):
        for way, what in differences(operation[side], theirs[side]):
            yield Finding(sdk, name(operation), f"{side}.{way}", what, operation["verb"])


def differences(ours: dict, theirs: dict) -> Iterator[tuple[str, str]]:
    for way in ours.keys() | theirs.keys():
        our_field, their_field = ours.get(way), theirs.get(way)
        if our_field is None or their_field is None:
            # What is inside of a field that one side doesn't know is not worth a line each.
            if parent_known(way, ours) and parent_known(way, theirs):
                yield way, "unknown to our spec" if our_field is None else "unknown to the SDK"
            continue
        our_kind, their_kind = our_field["kind"], their_field["kind"]
        if our_kind != their_kind and frozenset({our_kind, their_kind}) not in SAME:
            yield way, f"{our_kind} in our spec, {their_kind} in the SDK"
        if our_field["required"] != their_field["required"]:
            yield way, "required by the SDK only" if their_field["required"] else "required by our spec only"
        yield from values(way, our_field["values"], their_field["values"])


def parent_known(way: str, shape: dict) -> bool:
    """Whether what a way starts from is a field that can have fields."""
    ends = [end for end, sign in enumerate(way) if sign == "." or way.startswith(("[]", "{}"), end)]
    return not ends or way[: ends[-1]] in shape


def values(way: str, ours: list[str] | None, theirs: list[str] | None) -> Iterator[tuple[str, str]]:
    # Sets of values that an SDK has in prose only can't be compared.
    if theirs is None:
        return
    if ours is None:
        yield way, f"any text in our spec, in the SDK one of {', '.join(sorted(theirs))}"
        return
    if more := sorted(set(theirs) - set(ours)):
        yield way, f"values unknown to our spec: {', '.join(more)}"
    if more := sorted(set(ours) - set(theirs)):
        yield way, f"values unknown to the SDK: {', '.join(more)}"

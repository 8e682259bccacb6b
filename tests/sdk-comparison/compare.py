"""Compares what the official SDKs and we put on the wire, and their type definitions with our spec.

Exit codes: 0 if every difference is known and explained, 1 if not, 2 if there is nothing to compare.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import callers
import definitions
import wire
from findings import Finding, name, read_known, report, unexplained
from recorder import Recorder

SDKS = ("node", "python")


def main() -> int:
    options = arguments()
    sdks = callers.Sdks(options.sdks.resolve())
    sdks.install(options.update)
    operations = callers.operations()
    print(f"SDKs: {sdks.versions()}. Operations: {len(operations)} in two clients.", flush=True)

    findings = [*on_the_wire(sdks, operations), *in_the_definitions(sdks, operations)]
    known = read_known(callers.HERE / "known.toml")
    rest = unexplained(findings, known)
    print(f"Differences: {len(findings) - len(rest)} explained in known.toml, {len(rest)} not.")
    report(rest)
    stale = [(entry, pattern) for entry in known for pattern in entry.unused(findings)]
    for entry, pattern in stale:
        print(f"known.toml: `{pattern}` covers nothing any more: {' '.join(entry.reason.split())}")
    return 1 if rest or stale else 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--sdks",
        type=Path,
        default=Path(tempfile.gettempdir()) / "stytch-sdk-comparison",
        help="folder for the SDKs, which are installed there if they are missing (default: %(default)s)",
    )
    parser.add_argument("--update", action="store_true", help="install the newest SDKs first")
    return parser.parse_args()


def on_the_wire(sdks: callers.Sdks, operations: list[dict]) -> list[Finding]:
    recorder = Recorder()
    urls = recorder.url("api"), recorder.url("fraud")
    ours = callers.ours(*urls)
    theirs = [sdks.caller(sdk, *urls) for sdk in SDKS]
    comparison = wire.Comparison(recorder, ours, theirs)
    findings = [finding for operation in operations for finding in comparison.findings(operation)]
    for caller in (ours, *theirs):
        caller.close()
    print(f"On the wire: {comparison.calls} calls of the SDKs compared with ours.", flush=True)
    return findings


def in_the_definitions(sdks: callers.Sdks, operations: list[dict]) -> list[Finding]:
    findings = []
    fields = 0
    for sdk in SDKS:
        described = sdks.describe(sdk, operations)
        findings.extend(definitions.strangers(sdk, operations, described["methods"]))
        for operation in operations:
            shape = described["shapes"][name(operation)]
            fields += len(shape["request"]) + len(shape["response"])
            findings.extend(definitions.findings(sdk, operation, shape))
    print(f"In the definitions: {fields} fields of the SDKs compared with our spec.", flush=True)
    return findings


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        sys.exit(2)

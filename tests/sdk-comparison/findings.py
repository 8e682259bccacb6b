"""Differences, and those of them that are known and explained."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Finding:
    """One difference between an SDK and us."""

    sdk: str
    """`node` or `python`."""
    operation: str
    """Vertical, resource and method: `b2b organizations.members.get`."""
    at: str
    """The place, such as `body.locale` or `response.member.roles[]`."""
    what: str
    """The difference."""
    verb: str = ""
    """The HTTP verb of the operation."""
    case: str = ""
    """The form of the call, for differences on the wire."""


def name(operation: dict) -> str:
    return f"{operation['vertical']} {operation['resource']}.{operation['method']}"


PATTERNS = ("sdk", "verb", "operation", "at", "what")


@dataclass
class Known:
    """An explained difference: for each of `PATTERNS` the texts that it covers, where `*` stands for
    anything, and the reason."""

    patterns: dict[str, list[str]]
    reason: str

    def explains(self, finding: Finding) -> bool:
        return all(
            any(matches(pattern, getattr(finding, name)) for pattern in patterns)
            for name, patterns in self.patterns.items()
        )

    def unused(self, findings: list[Finding]) -> list[str]:
        """The patterns that cover nothing any more."""
        explained = [finding for finding in findings if self.explains(finding)]
        return [
            pattern
            for name, patterns in self.patterns.items()
            for pattern in patterns
            if not any(matches(pattern, getattr(finding, name)) for finding in explained)
        ]


def matches(pattern: str, text: str) -> bool:
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), text, re.DOTALL) is not None


def read_known(file: Path) -> list[Known]:
    known = []
    for entry in tomllib.loads(file.read_text(encoding="utf-8"))["difference"]:
        reason = entry.pop("reason")
        if unknown := entry.keys() - set(PATTERNS):
            raise ValueError(f"{file.name}: unknown keys {sorted(unknown)}")
        lists = {name: [value] if isinstance(value, str) else value for name, value in entry.items()}
        known.append(Known(lists, reason))
    return known


def unexplained(findings: Iterable[Finding], known: list[Known]) -> list[Finding]:
    return [finding for finding in findings if not any(entry.explains(finding) for entry in known)]


def report(findings: list[Finding]) -> None:
    """Prints one line for what is the same in many operations."""
    groups = defaultdict(list)
    for finding in findings:
        last = re.split(r"[.](?=[^.]+$)", finding.at)[-1]
        groups[finding.sdk, last, finding.what].append(finding)
    for (sdk, _, what), group in groups.items():
        first = min(group, key=lambda finding: (finding.operation, finding.at))
        places = len({(finding.operation, finding.at) for finding in group})
        more = f" (and {places - 1} places more)" if places > 1 else ""
        cases = ", ".join(sorted({finding.case for finding in group if finding.case}))
        print(f"{sdk}: {first.operation}: {first.at}: {what}{more}{f' [{cases}]' if cases else ''}")

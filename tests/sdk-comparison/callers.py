"""The three that make calls: our conformance runner and the two SDKs.

Each is a process that reads a call as a line of JSON and answers with a line of JSON: `{"ok": …}` or
`{"error": …}`. The form of the calls is that of `cargo run -p tests --bin conformance`.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent

PROJECT_ID = "project-test-00000000-0000-0000-0000-000000000000"
SECRET = "secret-test-11111111-1111-1111-1111-111111111111"


class Caller:
    """A process that makes calls."""

    def __init__(self, name: str, command: list[str | Path]) -> None:
        self.name = name
        self._process = subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def call(self, call: dict) -> dict:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps(call) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            sys.exit(f"{self.name} ended at {call}")
        return json.loads(line)

    def close(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait()


class Sdks:
    """The official SDKs in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.python = folder / "python/bin/python"

    def install(self, update: bool) -> None:
        """What is missing; the newest of everything for an update."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if update or not (self.folder / "node_modules/stytch").exists():
            # The compiler reads the SDK's type definitions; its last line written in JavaScript is 5.
            packages = ["stytch@latest", "typescript@5"]
            run("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", self.folder, *packages)
        if update or not self.python.exists():
            run(sys.executable, "-m", "venv", self.folder / "python")
            run(self.python, "-m", "pip", "install", "--quiet", "--upgrade", "stytch")

    def versions(self) -> str:
        package = json.loads((self.folder / "node_modules/stytch/package.json").read_text())
        show = "import importlib.metadata as m; print(m.version('stytch'))"
        return f"Node {package['version']}, Python {output(self.python, '-c', show).strip()}"

    def caller(self, name: str, api: str, fraud: str) -> Caller:
        return Caller(name, [*self._script(name, "call"), api, fraud, PROJECT_ID, SECRET])

    def describe(self, name: str, operations: list[dict]) -> dict:
        """All methods of an SDK, and what those of our operations take and give."""
        wanted = [[o["vertical"], o["resource"], o["method"]] for o in operations]
        return json.loads(output(*self._script(name, "describe"), stdin=json.dumps(wanted)))

    def _script(self, name: str, task: str) -> list[str | Path]:
        if name == "node":
            return ["node", HERE / f"node/{task}.js", self.folder]
        return [self.python, HERE / f"python/{task}.py"]


def ours(api: str, fraud: str) -> Caller:
    runner = build(ROOT / "Cargo.toml", "--package", "tests", "--bin", "conformance")
    arguments = ["--base-url", api, "--fraud-base-url", fraud, "--project-id", PROJECT_ID, "--secret", SECRET]
    return Caller("ours", [runner, *arguments])


def operations() -> list[dict]:
    """Every operation of our spec."""
    return json.loads(output(build(HERE / "Cargo.toml", "--bin", "operations")))


def build(manifest: Path, *arguments: str) -> Path:
    """Builds a program, and says where it is."""
    cargo = os.environ.get("CARGO", "cargo")
    os.environ.setdefault("CARGO_TARGET_DIR", str(ROOT / "target"))
    options = ["--quiet", "--message-format", "json", "--manifest-path", manifest]
    messages = map(json.loads, output(cargo, "build", *options, *arguments).splitlines())
    programs = [message["executable"] for message in messages if message.get("executable")]
    return Path(programs[-1])


def run(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], check=True)


def output(*command: str | Path, stdin: str = "") -> str:
    parts = [str(part) for part in command]
    return subprocess.run(parts, check=True, stdout=subprocess.PIPE, text=True, input=stdin).stdout

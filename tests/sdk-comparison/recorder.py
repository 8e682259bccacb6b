"""HTTP servers on loopback that record what they are asked."""

import json
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from urllib.parse import parse_qs, unquote


@dataclass(frozen=True)
class Request:
    """One request as it came over the wire."""

    host: str
    verb: str
    target: str
    headers: dict[str, str]
    body: bytes

    def segments(self) -> list[str]:
        """The path, split first and decoded then."""
        path = self.target.partition("?")[0]
        return [unquote(segment) for segment in path.split("/")]

    def query(self) -> dict[str, list[str]]:
        return parse_qs(self.target.partition("?")[2], keep_blank_values=True)

    def json(self) -> object:
        """The body; a request without one counts as one with `None`."""
        return json.loads(self.body) if self.body else None


class Recorder:
    """Two servers, since the fraud operations have a base URL of their own."""

    def __init__(self) -> None:
        self.answer: object = {}
        self._requests: list[Request] = []
        self._lock = Lock()
        self._servers = {host: self._serve(host) for host in ("api", "fraud")}

    def url(self, host: str) -> str:
        return f"http://127.0.0.1:{self._servers[host].server_port}"

    def take(self) -> list[Request]:
        """The requests since the last look."""
        with self._lock:
            requests, self._requests = self._requests, []
        return requests

    def _record(self, request: Request) -> None:
        with self._lock:
            self._requests.append(request)

    def _serve(self, host: str) -> ThreadingHTTPServer:
        recorder = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # The answer leaves in one piece; waiting for more would cost 40 ms a call.
            disable_nagle_algorithm = True
            wbufsize = -1

            def do_GET(self) -> None:
                length = int(self.headers.get("content-length", 0))
                headers = {name.lower(): value for name, value in self.headers.items()}
                body = self.rfile.read(length)
                recorder._record(Request(host, self.command, self.path, headers, body))
                answer = json.dumps(recorder.answer).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            do_POST = do_PUT = do_DELETE = do_PATCH = do_GET

            def log_message(self, format: str, *args: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        return server

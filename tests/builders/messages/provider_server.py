"""Another party's server on loopback: it keeps what it is sent and answers as a test says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa


@dataclass
class ProviderServer:
    """What was sent, with lower-case header names, and how the next call is answered."""

    url: str = ""
    status: int = 200
    body: bytes = b""
    answers_with: Mapping[str, str] = field(default_factory=dict)
    path: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    sent: bytes = b""
    calls: int = 0
    bodies: dict[str, bytes] = field(default_factory=dict)
    """The answers of paths that have one of their own, with status 200."""


@contextmanager
def running() -> Iterator[ProviderServer]:
    """Runs a server on a free port of loopback."""
    provider = ProviderServer()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            provider.calls += 1
            provider.path = self.path
            provider.headers = {name.lower(): value for name, value in self.headers.items()}
            provider.sent = self.rfile.read(int(self.headers.get("content-length", 0)))
            own = provider.bodies.get(self.path)
            body = provider.body if own is None else own
            self.send_response(provider.status if own is None else 200)
            for name, value in provider.answers_with.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self) -> None:
            self.do_POST()

        def log_message(self, format: str, *args: object) -> None:
            """Writes nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    provider.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def private_key() -> str:
    """Returns a new private key as PEM."""
    made = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    encoding, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    return made.private_bytes(encoding, form, serialization.NoEncryption()).decode()

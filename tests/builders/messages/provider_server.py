"""A provider of digital post on loopback: it keeps what it is sent and answers as it is told."""

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


@contextmanager
def running() -> Iterator[ProviderServer]:
    """Runs a server on a free port of loopback."""
    told = ProviderServer()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told.calls += 1
            told.path = self.path
            told.headers = {name.lower(): value for name, value in self.headers.items()}
            told.sent = self.rfile.read(int(self.headers["content-length"]))
            self.send_response(told.status)
            for name, value in told.answers_with.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(told.body)))
            self.end_headers()
            self.wfile.write(told.body)

        def log_message(self, format: str, *args: object) -> None:
            """Writes nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    told.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def private_key() -> str:
    """Returns a new private key as PEM."""
    made = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    encoding, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    return made.private_bytes(encoding, form, serialization.NoEncryption()).decode()

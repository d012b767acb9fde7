"""A server on loopback in place of the API or an issuer: notes every call, and answers from a table."""

from __future__ import annotations

import hashlib
import json
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit


@dataclass(frozen=True)
class Answered:
    """What the server answers to one call."""

    status: int
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Asked:
    """A call that the server got; the names of ``headers`` are in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass
class Loopback:
    """``answers`` maps ``GET /v1/me`` to one answer, or to several that come in turn."""

    url: str
    answers: dict[str, Answered | list[Answered]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    def answer(self, asked: Asked) -> Answered:
        self.asked.append(asked)
        found = self.answers.get(f"{asked.method} {asked.path}", Answered(404, {"code": "not-found"}))
        return found.pop(0) if isinstance(found, list) else found


class Handler(BaseHTTPRequestHandler):
    server_state: Loopback

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(int(headers.get("content-length", 0)))
        answer = self.server_state.answer(Asked(self.command, self.path, headers, body))
        is_text = isinstance(answer.body, bytes)
        raw = answer.body if is_text else json.dumps(answer.body).encode()
        self.send_response(answer.status)
        self.send_header("content-type", "text/plain" if is_text else "application/json")
        self.send_header("content-length", str(len(raw)))
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(raw)

    do_POST = do_PUT = do_DELETE = do_GET  # noqa: N815 - the library's name

    def log_message(self, format: str, *args: Any) -> None:
        """Logs nothing."""


@contextmanager
def serving(kind: type[Loopback] = Loopback) -> Iterator[Any]:
    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        state = kind(f"http://127.0.0.1:{server.server_port}")
        server.RequestHandlerClass = type("OwnHandler", (Handler,), {"server_state": state})
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield state
        finally:
            server.shutdown()
            thread.join()


@dataclass
class Issuer(Loopback):
    """An issuer that redeems a code only with the verifier of its challenge; ``claims`` by user."""

    claims: dict[str, dict[str, Any]] = field(default_factory=dict)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def answer(self, asked: Asked) -> Answered:
        self.asked.append(asked)
        path, form = urlsplit(asked.path), parse_qs(asked.body.decode())
        if path.path == "/.well-known/openid-configuration":
            places = {"authorization_endpoint": "oauth2/authorize", "token_endpoint": "oauth2/token"}
            return Answered(200, {name: f"{self.url}/{place}" for name, place in places.items()})
        if path.path == "/oauth2/authorize":
            query = {name: values[0] for name, values in parse_qs(path.query).items()}
            return self.authorized(form["sub"][0], query)
        return self.redeemed(form["code"][0], form["code_verifier"][0])

    def authorized(self, user: str, query: dict[str, str]) -> Answered:
        code = secrets.token_hex(8)
        self.codes[code] = {**query, "sub": user}
        back = urlencode({"code": code, "state": query["state"]})
        return Answered(302, headers={"location": f"{query['redirect_uri']}?{back}"})

    def redeemed(self, code: str, verifier: str) -> Answered:
        query = self.codes.pop(code)
        digest = urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        if query["code_challenge_method"] != "S256" or query["code_challenge"] != digest:
            return Answered(400, {"error": "invalid_grant"})
        claims = {"sub": query["sub"], "nonce": query["nonce"], "exp": 4_000_000_000}
        return Answered(200, {"id_token": token({**claims, **self.claims.get(query["sub"], {})})})


def token(claims: Mapping[str, Any]) -> str:
    """Returns an unsigned token with these claims."""
    payload = urlsafe_b64encode(json.dumps(claims).encode()).rstrip(b"=").decode()
    return f"e30.{payload}.signature"

"""A call of the API: what the user wrote, and how it is sent, with a token or signed by the clinic."""

from __future__ import annotations

import re
import secrets
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from local.cli.fault import CliFault, unknown
from local.cli.platform import Platform
from local.clinic.clinic_system import Reply
from local.clinic.url_path import encoded
from local.demo.http_client import client

METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"})
NAME, VALUE = re.compile(r"[\w!#$%&'*+.^`|~-]+", re.ASCII), re.compile(r"[ -~]*")


@dataclass(frozen=True)
class Request:
    """A call before its credential is added; ``key`` is its idempotency key, or empty."""

    method: str
    path: str
    body: bytes
    headers: Mapping[str, str]
    key: str


def written(method: str, path: str, data: str, headers: Sequence[str], if_match: str, key: str) -> Request:
    """Returns the call that these arguments name. Raises ``CliFault``."""
    if method.upper() not in METHODS:
        raise unknown("method", method.upper(), METHODS)
    if not path.startswith("/"):
        raise CliFault(f"The path is {path}.", "It begins with a slash: `helsebro call GET /v1/me`.")
    sent = {"accept-language": "en"}
    for header in headers:
        name, colon, value = header.partition(":")
        if not colon:
            raise CliFault(f"-H {header!r} is no header.", "Write `-H 'accept-language: da'`.")
        if not NAME.fullmatch(name.strip()) or not VALUE.fullmatch(value.strip()):
            raise CliFault(f"-H {header!r} has characters that no header may have.", "Write it in ASCII.")
        sent[name.strip().lower()] = value.strip()
    if if_match:
        sent["if-match"] = if_match if '"' in if_match else f'"{if_match}"'
    body = _body(data)
    if body and "content-type" not in sent:
        sent["content-type"] = "application/xml" if body.lstrip().startswith(b"<") else "application/json"
    if method.upper() == "POST":
        key = key or secrets.token_hex(16)
    return Request(method.upper(), encoded(path), body, sent, key)


def _body(data: str) -> bytes:
    if not data.startswith("@"):
        return data.encode()
    if data == "@-":
        return sys.stdin.buffer.read()
    return read_file(Path(data[1:]))


def read_file(file: Path) -> bytes:
    """Returns the content of a file that the user named. Raises ``CliFault``."""
    try:
        return file.read_bytes()
    except OSError as fault:
        raise CliFault(f"{file} cannot be read: {fault.strerror}.", "Look at the name of the file.") from None


def signed(platform: Platform, asked: Request) -> Reply:
    """Signs the call; its message id is what tells a repeated call, so it is the idempotency key."""
    return platform.clinic().send(
        asked.method, asked.path, asked.body, message_id=asked.key or None, extra=asked.headers
    )


def with_token(platform: Platform, asked: Request, user: str, *, public: bool) -> Reply:
    """Sends the call with the token of ``user`` or of the stored login, or with none."""
    headers = dict(asked.headers)
    if asked.key:
        headers["idempotency-key"] = asked.key
    if public:
        api_url = platform.api_url
    else:
        api_url, token = platform.access(user)
        headers["authorization"] = f"Bearer {token}"
    url = api_url + asked.path
    answer = client().request(asked.method, url, content=asked.body or None, headers=headers)
    return Reply.of(answer.status_code, answer.content, answer.headers)

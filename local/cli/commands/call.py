"""``helsebro call METHOD PATH``: one call of the API, as a user or signed by the clinic's system."""

from __future__ import annotations

import json
import secrets
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import httpx
import typer

from local.cli import problem, terminal
from local.cli.fault import CliFault, unknown
from local.cli.platform import Platform
from local.clinic.clinic_system import Reply

METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"})
SECONDS = 60.0


@dataclass(frozen=True)
class Request:
    """A call before its credential is added; ``key`` is its idempotency key, or empty."""

    method: str
    path: str
    body: bytes
    headers: Mapping[str, str]
    key: str


def call(
    ctx: typer.Context,
    method: Annotated[str, typer.Argument(help="GET, POST, PUT, DELETE …")],
    path: Annotated[str, typer.Argument(help="/v1/…, with its query.")],
    data: Annotated[
        str, typer.Option("-d", "--data", help="The body: text, @file, or @- for the input.")
    ] = "",
    header: Annotated[
        list[str] | None, typer.Option("-H", "--header", help="A further header, 'name: value'.")
    ] = None,
    as_user: Annotated[str, typer.Option("--as", help="A demo user, for this call only.")] = "",
    clinic: Annotated[bool, typer.Option("--clinic", help="Sign the call as the clinic's system.")] = False,
    public: Annotated[bool, typer.Option("--public", help="Send no credential.")] = False,
    if_match: Annotated[str, typer.Option(help="The version (ETag) that you have read.")] = "",
    idempotency_key: Annotated[str, typer.Option(help="A POST without one gets a new one.")] = "",
    include: Annotated[bool, typer.Option("-i", "--include", help="Show the answer's headers.")] = False,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Write the answer to a file, and follow a link to one."),
    ] = None,
) -> None:
    """Calls the API and shows the answer; the exit code is 1 for 400 and above.

    Example: `helsebro call GET /v1/tasks?queue=claims --as tryg-caseworker` ·
    `helsebro call POST /v1/claims -d @claim.json | jq -r .claimId` ·
    `helsebro call --clinic GET /v1/bookings`
    """
    platform: Platform = ctx.obj
    asked = _request(method, path, data, header or [], if_match, idempotency_key)
    if clinic:
        reply = _signed(platform, asked)
    else:
        reply = _with_token(platform, asked, as_user, public)
    _show(asked, reply, include, output)
    if reply.status == 401 and not (clinic or public):
        terminal.note("  Has the stack been started again? Then log in again: `helsebro login USER`.")
    if reply.status >= 400:
        raise typer.Exit(1)


def _request(method: str, path: str, data: str, headers: Sequence[str], if_match: str, key: str) -> Request:
    if method.upper() not in METHODS:
        raise unknown("method", method.upper(), METHODS)
    if not path.startswith("/"):
        raise CliFault(f"The path is {path}.", "It begins with a slash: `helsebro call GET /v1/me`.")
    sent = {"accept-language": "en"}
    for header in headers:
        name, colon, value = header.partition(":")
        if not colon:
            raise CliFault(f"-H {header!r} is no header.", "Write `-H 'accept-language: da'`.")
        sent[name.strip().lower()] = value.strip()
    if if_match:
        sent["if-match"] = if_match if '"' in if_match else f'"{if_match}"'
    body = _body(data)
    if body and "content-type" not in sent:
        sent["content-type"] = "application/xml" if body.lstrip().startswith(b"<") else "application/json"
    if method.upper() == "POST":
        key = key or secrets.token_hex(16)
    return Request(method.upper(), path, body, sent, key)


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


def _signed(platform: Platform, asked: Request) -> Reply:
    """Signs the call; its message id is what tells a repeated call, so it is the idempotency key."""
    return platform.clinic().send(
        asked.method, asked.path, asked.body, message_id=asked.key or None, extra=asked.headers
    )


def _with_token(platform: Platform, asked: Request, user: str, public: bool) -> Reply:
    headers = dict(asked.headers)
    if asked.key:
        headers["idempotency-key"] = asked.key
    if public:
        api_url = platform.api_url
    elif user:
        api_url = platform.stack["apiUrl"]
        headers["authorization"] = f"Bearer {platform.demo_token(user)}"
    else:
        stored = platform.stored_login()
        api_url = stored.api_url
        headers["authorization"] = f"Bearer {stored.token}"
    url = api_url + asked.path
    answer = httpx.request(asked.method, url, content=asked.body or None, headers=headers, timeout=SECONDS)
    return Reply.of(answer.status_code, answer.content, answer.headers)


def _show(asked: Request, reply: Reply, include: bool, output: Path | None) -> None:
    if include:
        terminal.note(f"{reply.status}", "bold")
        for name, value in sorted(reply.headers.items()):
            terminal.note(f"{name}: {value}", "dim")
    if reply.status >= 400:
        problem.show(reply.status, reply.body, reply.headers)
        if reply.status >= 500 and asked.key:
            terminal.note(f"  Repeat it without a second effect: --idempotency-key {asked.key}")
        if not terminal.out.is_terminal:
            terminal.show_json(reply.body)
    elif output:
        _write(reply, output)
    elif "location" in reply.headers and reply.status in (301, 302, 303, 307, 308):
        terminal.note(f"{reply.status}: the file is behind a link; -o FILE fetches it.")
        print(reply.headers["location"])
    elif isinstance(reply.body, str):
        print(reply.body, end="" if reply.body.endswith("\n") or not reply.body else "\n")
    else:
        terminal.show_json(reply.body)
    if terminal.out.is_terminal and reply.status < 400:
        terminal.note(f"{reply.status}  {reply.headers.get('x-correlation-id', '')}", "dim")


def _write(reply: Reply, output: Path) -> None:
    """Writes the answer, or the file that it links to, which is fetched without a credential."""
    if link := reply.headers.get("location", ""):
        content = httpx.get(link, timeout=SECONDS).raise_for_status().content
    else:
        text = reply.body if isinstance(reply.body, str) else json.dumps(reply.body, ensure_ascii=False)
        content = text.encode()
    output.write_bytes(content)
    terminal.note(f"✓ {output}: {len(content)} bytes")

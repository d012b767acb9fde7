"""``helsebro call METHOD PATH``: one call of the API, as a user or signed by the clinic's system."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import httpx
import typer

from local.cli import answer, completion, request, terminal
from local.cli.fault import CliFault
from local.cli.platform import Platform
from local.cli.request import Request


def call(
    ctx: typer.Context,
    method: Annotated[
        str,
        typer.Argument(metavar="METHOD", help="GET, POST, PUT, DELETE …", autocompletion=completion.methods),
    ],
    path: Annotated[str, typer.Argument(metavar="PATH", help="/v1/…, with its query.")],
    body: Annotated[
        str, typer.Argument(metavar="[BODY]", help="JSON, @file, or @- for the input; or -d.")
    ] = "",
    data: Annotated[str, typer.Option("-d", "--data", help="The body, instead of BODY.")] = "",
    header: Annotated[
        list[str] | None, typer.Option("-H", "--header", help="A further header, 'name: value'.")
    ] = None,
    as_user: Annotated[
        str, typer.Option("--as", help="A demo user, for this call only.", autocompletion=completion.users)
    ] = "",
    clinic: Annotated[bool, typer.Option("--clinic", help="Sign the call as the clinic's system.")] = False,
    public: Annotated[bool, typer.Option("--public", help="Send no credential.")] = False,
    if_match: Annotated[str, typer.Option(help="The version (ETag) that you have read.")] = "",
    idempotency_key: Annotated[str, typer.Option(help="A POST without one gets a new one.")] = "",
    include: Annotated[bool, typer.Option("-i", "--include", help="Show the answer's headers.")] = False,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Write the answer to a file; follows a link."),
    ] = None,
) -> None:
    """Calls the API and shows the answer; the exit code is 1 for 400 and above."""
    platform: Platform = ctx.obj
    _must_be_one(as_user, clinic, public, body, data)
    asked = request.written(method, path, body or data, header or [], if_match, idempotency_key)
    try:
        if clinic:
            reply = request.signed(platform, asked)
        else:
            reply = request.with_token(platform, asked, as_user, public=public)
    except (httpx.ReadTimeout, httpx.RemoteProtocolError, TimeoutError):
        _name_key(asked)
        raise
    if include:
        answer.show_headers(reply)
    if output and reply.status < 400:
        answer.write(reply, output)
    else:
        answer.show(reply)
    if reply.status >= 500:
        _name_key(asked)
    if reply.status == 401 and not (clinic or public):
        terminal.note("  Has the stack been started again? Then log in again: `helsebro login USER`.")
    if reply.status >= 400:
        raise typer.Exit(1)


def _name_key(asked: Request) -> None:
    """Names the key of a call that may have had its effect without an answer."""
    if asked.key:
        terminal.note(f"  Repeat it without a second effect: --idempotency-key {asked.key}")


def _must_be_one(as_user: str, clinic: bool, public: bool, body: str, data: str) -> None:
    """Raises ``CliFault`` for more than one caller or body."""
    if sum(map(bool, (as_user, clinic, public))) > 1:
        raise CliFault("The call has more than one caller.", "Write one of --as, --clinic and --public.")
    if body and data:
        raise CliFault("The call has two bodies.", "Write it after the path or with -d.")

"""``helsebro login``, ``logout`` and ``whoami``."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

import typer

from helsebro_aws.platform.clock import real_now
from local.cli import browser, completion, terminal
from local.cli.fault import CliFault
from local.cli.platform import Platform
from local.cli.stored_login import StoredLogin
from local.demo import login as demo_login
from local.stack.ports import HOST

WAIT_SECONDS = 300
SHOWN = {"name": "name", "email": "e-mail", "payer": "payer", "roles": "roles", "acr": "assurance"}
"""The claims that are shown: none of them is a number of a person."""


def login(
    ctx: typer.Context,
    user: Annotated[
        str,
        typer.Argument(
            metavar="USER",
            autocompletion=completion.users,
            help="A demo user: anna, tryg-caseworker, network …",
        ),
    ] = "",
    in_browser: Annotated[
        bool, typer.Option("--browser", help="Log in on the issuer's page, with a loopback redirect.")
    ] = False,
    staff: Annotated[bool, typer.Option(help="With --browser: the local issuer of staff.")] = False,
    issuer: Annotated[str, typer.Option(help="A real issuer; needs --client-id and --api.")] = "",
    client_id: Annotated[str, typer.Option(help="Who we are at the real issuer.")] = "",
    api: Annotated[str, typer.Option(help="The API that the real issuer's tokens are for.")] = "",
    show_token: Annotated[bool, typer.Option("--print", help="Print the token, and store nothing.")] = False,
) -> None:
    """Logs in and stores the token, which only you can read; with --print it prints the token instead."""
    platform: Platform = ctx.obj
    if issuer:
        _must_be_real(issuer, client_id, api)
        found = _by_browser(issuer, client_id, api)
    elif in_browser:
        kind = "staff" if staff else "member"
        stack = platform.stack
        found = _by_browser(stack[f"{kind}Issuer"], stack[f"{kind}ClientId"], stack["apiUrl"])
    elif user:
        kind = demo_login.kind_of(user)
        stack = platform.stack
        found = StoredLogin(user, stack[f"{kind}Issuer"], stack["apiUrl"], platform.demo_token(user))
    else:
        raise CliFault("Who logs in?", "`helsebro login anna`, or `helsebro login --browser`.")
    ends = f"{found.expires_at.astimezone():%H:%M, %d %B}"
    if show_token:
        print(found.token)
        terminal.note(f"The token of {found.user} ends at {ends}. It is not stored.", "dim")
        return
    found.store(platform.login_file)
    terminal.note(f"✓ {found.user} is logged in until {ends}.")


def logout(ctx: typer.Context) -> None:
    """Forgets the stored login."""
    platform: Platform = ctx.obj
    was_there = platform.login_file.exists()
    platform.login_file.unlink(missing_ok=True)
    terminal.note("✓ You are logged out." if was_there else "You were not logged in.")


def whoami(ctx: typer.Context) -> None:
    """Shows who is logged in, at which platform, and for how long."""
    platform: Platform = ctx.obj
    found = StoredLogin.read(platform.login_file)
    claims = found.claims
    shown = {"user": found.user}
    for claim, name in SHOWN.items():
        if claim in claims:
            shown[name] = ", ".join(claims[claim]) if claim == "roles" else str(claims[claim])
    state = "" if found.expires_at > real_now() else " (expired)"
    shown |= {"issuer": found.issuer, "api": found.api_url, "until": f"{found.expires_at:%FT%TZ}{state}"}
    terminal.show_table(shown, "", ("", ""), shown.items())


def _must_be_real(issuer: str, client_id: str, api: str) -> None:
    missing = [name for name, value in (("--client-id", client_id), ("--api", api)) if not value]
    if missing:
        raise CliFault(f"--issuer needs {' and '.join(missing)}.", "See `helsebro login --help`.")
    for address in (issuer, api):
        parts = urlsplit(address)
        if parts.scheme != "https" and parts.hostname != HOST:
            raise CliFault(f"{address} is not https.", "A token is sent over https only.")


def _by_browser(issuer: str, client_id: str, api_url: str) -> StoredLogin:
    token = browser.token(issuer, client_id, WAIT_SECONDS)
    found = StoredLogin("", issuer, api_url.rstrip("/"), token)
    return StoredLogin(str(found.claims["sub"]), issuer, found.api_url, token)

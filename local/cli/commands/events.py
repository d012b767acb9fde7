"""``helsebro events tail`` and ``send``: the clinic's feed as it grows, and what its system reports."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Annotated, Any
from urllib.parse import quote, urlencode

import typer
from rich.text import Text

from helsebro import events
from local.cli import answer, completion, terminal
from local.cli.fault import CliFault, unknown
from local.cli.platform import Platform
from local.clinic.clinic_system import ClinicSystem

PAUSE_SECONDS = 2.0
PAGE = 100


def tail(
    ctx: typer.Context,
    after: Annotated[str, typer.Option(help="The number or id of the last event that was read.")] = "",
    lines: Annotated[int, typer.Option("-n", min=0, help="How many to show of those before.")] = 10,
    type_: Annotated[
        str, typer.Option("--type", help="Only events of this type.", autocompletion=completion.event_types)
    ] = "",
    follow: Annotated[bool, typer.Option(help="Go on until Ctrl-C.")] = True,
    pause: Annotated[float, typer.Option(min=0, help="Seconds between two looks.")] = PAUSE_SECONDS,
) -> None:
    """Shows the last events of the clinic's feed and follows it; with --after all events since."""
    if type_ and type_ not in events.TO_CLINICS:
        raise unknown("event", type_, events.TO_CLINICS)
    platform: Platform = ctx.obj
    clinic = platform.clinic()
    read = list(_read(clinic, after))
    last = str(read[-1]["sequence"]) if read else after
    wanted = [event for event in read if type_ in ("", event["type"])]
    for event in wanted if after else wanted[len(wanted) - min(lines, len(wanted)) :]:
        _show(event)
    while follow:
        time.sleep(pause)
        for event in _read(clinic, last):
            last = str(event["sequence"])
            if type_ in ("", event["type"]):
                _show(event)


def send(
    ctx: typer.Context,
    type_: Annotated[str, typer.Argument(metavar="TYPE", help="session.held, course.ended …")],
    data: Annotated[list[str] | None, typer.Argument(metavar="NAME=VALUE", help="What it says.")] = None,
) -> None:
    """Sends an event of the clinic's system to the platform, signed and with the present time."""
    platform: Platform = ctx.obj
    reply = platform.clinic().event(type_, dict(_pair(text) for text in data or []))
    answer.show(reply)
    if reply.status >= 400:
        raise typer.Exit(1)


def _pair(text: str) -> tuple[str, Any]:
    """Returns a field; a value that is JSON, such as a number or a list, is sent as that."""
    name, is_pair, value = text.partition("=")
    if not is_pair:
        raise CliFault(f"{text} is no NAME=VALUE.", "Write `bookingId=bkg_…`.")
    try:
        return name, json.loads(value)
    except json.JSONDecodeError:
        return name, value


def _read(clinic: ClinicSystem, after: str) -> Iterator[dict[str, Any]]:
    """Yields the events after one, page by page. Exits when the platform refuses."""
    query = {"limit": str(PAGE), **({"after": after} if after else {})}
    cursor = ""
    while True:
        page = urlencode({**query, **({"cursor": cursor} if cursor else {})}, quote_via=quote)
        reply = clinic.get(f"/v1/events?{page}")
        if reply.status != 200:
            answer.show(reply)
            raise typer.Exit(1)
        yield from reply.body["items"]
        cursor = reply.body["nextCursor"] or ""
        if not cursor:
            return


def _show(event: dict[str, Any]) -> None:
    ids = " ".join(str(value) for value in event["data"].values())
    line = Text.assemble(
        (f"{event['sequence']:>5}  {event['timestamp'][:19]}  ", "dim"),
        (f"{event['type']:<20}", "bold"),
        (f"  {event['eventId']}  {ids}", "dim"),
    )
    terminal.show_row(event, line)

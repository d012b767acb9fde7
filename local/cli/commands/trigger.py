"""``helsebro trigger TYPE``: plays what is needed so that the demo clinic gets a webhook."""

from __future__ import annotations

from typing import Annotated

import typer

from helsebro import events
from local.cli import completion, terminal
from local.cli.fault import CliFault, unknown
from local.cli.platform import Platform
from local.journey import played_events
from local.journey.people import StackAddresses
from local.journey.played_events import BY_TIME, NOT_YET, PLAYS, PlayedCase
from local.journey.steps import Journey


def trigger(
    ctx: typer.Context,
    type_: Annotated[
        str,
        typer.Argument(
            metavar="TYPE", autocompletion=completion.played_types, help="booking.created, invoice.accepted …"
        ),
    ] = "",
    listed: Annotated[bool, typer.Option("--list", help="List the types.")] = False,
) -> None:
    """Plays what an event needs (claim, consent, referral, decision, booking …); shows the event."""
    if listed or not type_:
        _list()
        if not listed:
            raise CliFault("Which event?", "`helsebro trigger booking.created`, or another of the list.")
        return
    if type_ in NOT_YET:
        raise CliFault(f"The platform does not send {type_} yet.", "See `helsebro trigger --list`.")
    if type_ in BY_TIME:
        advice = "`helsebro trigger guarantee.issued`, then `make clock AT=+1d` on the embedded stack."
        raise CliFault(f"{type_} comes when {BY_TIME[type_]}.", advice)
    if type_ not in PLAYS:
        raise unknown("event", type_, events.TO_CLINICS)
    platform: Platform = ctx.obj
    journey = Journey(lambda line: terminal.note(line, "dim"))
    message = played_events.play(type_, PlayedCase(StackAddresses.of(platform.stack), journey))
    terminal.note(f"✓ The clinic's system has received {type_}.", "green")
    terminal.show_json({name: message[name] for name in SHOWN if name in message})
    if booking_id := message["data"].get("bookingId"):
        terminal.note(f"Report the session: helsebro events send session.held bookingId={booking_id}", "dim")
        terminal.note(f"Then bill it: helsebro invoice new {booking_id} > invoice.xml", "dim")


SHOWN = ("messageId", "type", "timestamp", "sequence", "data")


def _list() -> None:
    # It loads pydantic, a third of what the other commands need to start.
    from helsebro_aws.webhooks.sent_shape import SENT

    known = sorted(events.TO_CLINICS)
    rows = [{"type": name, "played": name in PLAYS, "meaning": SENT[name][0]} for name in known]
    cells = [(str(row["type"]), "yes" if row["played"] else "no", str(row["meaning"])) for row in rows]
    terminal.show_table(rows, "Webhooks to clinics", ("type", "played", "meaning"), cells)

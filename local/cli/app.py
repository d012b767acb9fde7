"""The command line: its commands in groups, each with examples."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from local.cli.commands import call, clock, events, invoice, listen, login, trigger, upload
from local.cli.group import ForgivingGroup
from local.cli.platform import Platform
from local.home import STACK_FILE

CALLS, WEBHOOKS, INVOICES = "Log in and call", "Events and webhooks", "Invoices"
TIME = "Time"


def examples(*lines: str) -> str:
    """Returns examples as help shows them, one a line."""
    return "\n\n".join(["Examples:", *(escape(f"$ helsebro {line}") for line in lines)])


FIRST_STEPS = examples(
    "login anna",
    "call GET /v1/me",
    "listen --forward http://127.0.0.1:3000/webhooks",
    "trigger booking.created",
)
app = typer.Typer(
    name="helsebro",
    cls=ForgivingGroup,
    invoke_without_command=True,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(epilog=FIRST_STEPS)
def begin(
    ctx: typer.Context,
    stack: Annotated[
        Path,
        typer.Option(envvar="HELSEBRO_STACK", help="The stack.json of another stack.", show_default=False),
    ] = STACK_FILE,
) -> None:
    """Calls Helsebro as a member, as staff and as a clinic's system.

    It calls the stack of make run, unless a login or the environment names another platform.
    """
    ctx.obj = Platform(stack)
    if ctx.invoked_subcommand is None:
        print(ctx.get_help())


app.command(
    rich_help_panel=CALLS,
    epilog=examples(
        "login anna",
        "login anna --print",
        "login --browser",
        "login --issuer https://login.example --client-id portal --api https://api.example",
    ),
)(login.login)
app.command(rich_help_panel=CALLS, epilog=examples("logout"))(login.logout)
app.command(rich_help_panel=CALLS, epilog=examples("whoami"))(login.whoami)
app.command(
    rich_help_panel=CALLS,
    epilog=examples(
        "call GET '/v1/tasks?queue=claims' --as tryg-caseworker",
        "call PUT /v1/claims/clm_…/consent '{\"given\":true}'",
        "call POST /v1/claims @claim.json | jq -r .claimId",
        "call --clinic GET '/v1/events?after=0'",
        "call GET /v1/guarantees/gar_…/pdf -o guarantee.pdf",
    ),
)(call.call)
app.command(
    rich_help_panel=CALLS,
    epilog=examples("upload clm_… referral.pdf", "upload clm_… bill.jpg --type invoice --as anna"),
)(upload.upload)
app.command(
    rich_help_panel=WEBHOOKS,
    epilog=examples(
        "listen", "listen --forward http://127.0.0.1:3000/webhooks --events booking.created,booking.cancelled"
    ),
)(listen.listen)
app.command(
    rich_help_panel=WEBHOOKS,
    epilog=examples("trigger --list", "trigger booking.created | jq -r .data.bookingId"),
)(trigger.trigger)

of_events = typer.Typer(no_args_is_help=True, help="Follows and sends events of the clinic.")
of_events.command(epilog=examples("events tail", "events tail --after 41 --no-follow | jq -r .type"))(
    events.tail
)
of_events.command(epilog=examples("events send session.held bookingId=bkg_…"))(events.send)
app.add_typer(of_events, name="events", rich_help_panel=WEBHOOKS)

of_invoices = typer.Typer(no_args_is_help=True, help="Writes, checks and sends a clinic's invoice.")
of_invoices.command(epilog=examples("invoice new bkg_… > invoice.xml"))(invoice.new)
of_invoices.command(epilog=examples("invoice preflight invoice.xml"))(invoice.preflight)
of_invoices.command(epilog=examples("invoice send invoice.xml"))(invoice.send)
app.add_typer(of_invoices, name="invoice", rich_help_panel=INVOICES)

app.command(
    rich_help_panel=TIME,
    epilog=examples("clock", "clock +2d", "clock 2027-01-01T08:00:00+01:00"),
    # `-1d` is a time in the past and no option: the command says that the clock never moves back.
    context_settings={"ignore_unknown_options": True},
)(clock.clock)

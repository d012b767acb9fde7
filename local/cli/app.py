"""The command line: its groups, what all commands share, and what a fault looks like."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any
from urllib.error import URLError

import httpx
import typer
from rich.text import Text
from typer.core import TyperGroup

from local.cli import terminal
from local.cli.fault import CliFault
from local.cli.platform import Platform
from local.demo.code_flow import LoginRefused
from local.home import STACK_FILE
from local.journey.steps import StepFailed
from local.stack.running_stack import NoRunningStack

HELP = """Calls Helsebro as a member, as staff and as a clinic's system.

    helsebro login anna
    helsebro call GET /v1/me | jq .policies
    helsebro listen --forward http://127.0.0.1:3000/webhooks
    helsebro trigger booking.created

It calls the stack of `make run`. `helsebro COMMAND --help` shows an example of each command.
"""
CALLS, WEBHOOKS, INVOICES = "Log in and call", "Events and webhooks", "Invoices"


class ForgivingGroup(TyperGroup):
    """A group whose faults are a line or two on the standard error and exit code 1, never a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Runs the command."""
        try:
            return super().invoke(ctx)
        except (CliFault, NoRunningStack, LoginRefused, StepFailed) as fault:
            _show(str(fault), getattr(fault, "advice", ""))
        except httpx.ConnectError as fault:
            _show(f"Nothing answers at {fault.request.url.copy_with(path='/', query=None)}", UNREACHABLE)
        except (httpx.TransportError, URLError, TimeoutError) as fault:
            _show(f"The call failed: {fault}", UNREACHABLE)
        raise typer.Exit(1)


UNREACHABLE = "Is the stack running? Start it with `make run`, and log in again after a new start."


def _show(text: str, advice: str) -> None:
    terminal.err.print(Text.assemble(("✗ ", "bold red"), text), soft_wrap=True)
    if advice:
        terminal.err.print(Text(f"  {advice}"), soft_wrap=True)


app = typer.Typer(
    name="helsebro",
    cls=ForgivingGroup,
    help=HELP,
    no_args_is_help=True,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def begin(
    ctx: typer.Context,
    stack: Annotated[
        Path, typer.Option(envvar="HELSEBRO_STACK", help="The stack.json of another stack.")
    ] = STACK_FILE,
) -> None:
    """Remembers which platform the commands call."""
    ctx.obj = Platform(stack)

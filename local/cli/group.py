"""A group of commands whose faults are a line or two, never a traceback."""

from __future__ import annotations

from typing import Any
from urllib.error import URLError

import httpx
import typer
from rich.text import Text
from typer.core import TyperGroup

from infra.account.command import CommandFault
from local.cli import terminal
from local.demo.code_flow import LoginRefused
from local.journey.steps import StepFailed, unexpected

UNREACHABLE = "Is the stack running? Start it with `make run`, and log in again after a new start."


class ForgivingGroup(TyperGroup):
    """The commands; a fault is shown on the standard error, and the exit code is 1."""

    def invoke(self, ctx: Any) -> Any:
        """Runs the command."""
        try:
            return super().invoke(ctx)
        except (CommandFault, LoginRefused, StepFailed) as fault:
            _show(str(fault), getattr(fault, "advice", ""))
        except AssertionError as fault:
            _show(str(unexpected(fault)), "")
        except httpx.ConnectError as fault:
            _show(f"Nothing answers at {fault.request.url.host}:{fault.request.url.port}.", UNREACHABLE)
        except (httpx.HTTPError, URLError, TimeoutError) as fault:
            _show(f"The call failed: {fault}.", UNREACHABLE)
        raise typer.Exit(1)


def _show(text: str, advice: str) -> None:
    terminal.err.print(Text.assemble(("✗ ", "bold red"), text), soft_wrap=True)
    if advice:
        terminal.err.print(Text(f"  {advice}"), soft_wrap=True)

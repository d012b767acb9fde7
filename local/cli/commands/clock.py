"""``helsebro clock``: the business time of the running stack, shown or moved forward."""

from __future__ import annotations

from typing import Annotated

import typer

from local.cli.platform import Platform
from local.commands.clock import show_or_move


def clock(
    ctx: typer.Context,
    at: Annotated[
        str, typer.Argument(metavar="[AT]", help="+2d (m, h, d, w), or an instant with its zone.")
    ] = "",
) -> None:
    """Shows the business time of the running stack, or moves it forward and runs what falls due."""
    platform: Platform = ctx.obj
    raise typer.Exit(show_or_move(platform.stack, at))

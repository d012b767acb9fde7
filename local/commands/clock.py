"""``make clock`` shows the business time of the running stack; with ``AT=…`` it moves it forward.

python -m local.commands.clock [--at +3d] [--stage local]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from functools import partial
from typing import Any

from helsebro_aws.platform.clock import real_now
from infra.stage import LOCAL
from local.clock.asked_time import FORMS, TimeRefused, asked_time, at_minute
from local.clock.forward import move
from local.clock.stack_clock import StackClock
from local.commands.faults import command
from local.stack.running_stack import addresses


@command
def main(arguments: list[str]) -> int:
    """Prints the time, and moves it when asked to; returns 1 when a run failed."""
    parser = argparse.ArgumentParser(description="The business time of the running stack.")
    parser.add_argument("--at", default="", help=FORMS)
    parser.add_argument("--stage", default=LOCAL)
    wanted = parser.parse_args(arguments)
    if wanted.stage != LOCAL:
        raise TimeRefused(
            f"The clock of {wanted.stage!r} cannot be moved: only the embedded stack has one that can."
        )
    if not wanted.at:
        status = show_or_move(addresses(), "")
        print(f"Move it forward: make clock {FORMS}")
        return status
    return show_or_move(addresses(), wanted.at)


def show_or_move(stack: Mapping[str, Any], at: str) -> int:
    """Moves the clock of a stack when ``at`` is not empty, and prints both times.

    Returns 1 when a run failed. Raises ``TimeRefused`` or ``ClockMoving``.
    """
    clock = StackClock.of(stack)
    failed = move(dict(stack), asked_time(at, clock.now()), partial(print, flush=True)) if at else 0
    print(f"Business time {at_minute(clock.now())}, real time {at_minute(real_now())}.")
    if failed:
        print(
            f"{failed} runs failed: `make logs ID=…` shows why, and the next run does their work.",
            file=sys.stderr,
        )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

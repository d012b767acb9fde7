"""``make clock`` shows the business time of the running stack; with ``AT=…`` it moves it forward.

python -m local.commands.clock [--at +3d] [--stage local]
"""

from __future__ import annotations

import argparse
import json
import sys

from helsebro_aws.platform.clock import real_now
from infra.stage import LOCAL
from local.clock.asked_time import FORMS, TimeRefused, asked_time, at_minute
from local.clock.forward import move
from local.clock.stack_clock import ClockMoving, StackClock
from local.home import STACK_FILE
from local.stack.running_stack import NoRunningStack


def main(arguments: list[str]) -> int:
    """Prints the time, and moves it when asked to; returns 1 when that was refused or a run failed."""
    parser = argparse.ArgumentParser(description="The business time of the running stack.")
    parser.add_argument("--at", default="", help=FORMS)
    parser.add_argument("--stage", default=LOCAL)
    wanted = parser.parse_args(arguments)
    try:
        return _shown_or_moved(wanted.at, wanted.stage)
    except (TimeRefused, ClockMoving, NoRunningStack) as fault:
        print(fault, file=sys.stderr)
        return 1


def _shown_or_moved(at: str, stage: str) -> int:
    if stage != LOCAL:
        raise TimeRefused(
            f"The clock of {stage!r} cannot be moved: only the embedded stack has one that can."
        )
    if not STACK_FILE.exists():
        raise NoRunningStack
    stack = json.loads(STACK_FILE.read_text("utf-8"))
    clock = StackClock.of(stack)
    failed = move(stack, asked_time(at, clock.now()), print) if at else 0
    print(f"Business time {at_minute(clock.now())}, real time {at_minute(real_now())}.")
    if not at:
        print(f"Move it forward: make clock {FORMS}")
    if failed:
        print(
            f"{failed} runs failed: `make logs ID=…` shows why, and the next run does their work.",
            file=sys.stderr,
        )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

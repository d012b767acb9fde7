"""``make logs`` follows all logs of the running stack; ``make logs ID=…`` finds the lines of an id.

With ``ID`` and ``FOLLOW=1`` it goes on with the lines of that id that come.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import timedelta
from typing import Any

from helsebro_aws.platform.clock import real_now
from infra.account.command import command
from infra.account.logs.log_groups import SearchedTime, by_filter, groups_of
from infra.account.logs.search import hours_of
from infra.account.logs.wanted_id import wanted_id
from local.home import HOME
from local.logs.functions import FunctionLogs
from local.logs.parts import PartLogs
from local.stack.live_code import STAGE
from local.stack.running_stack import client

LOGS = HOME / "logs"
SECONDS_BETWEEN_READS = 1.0


@command
def main() -> int:
    """Prints the lines; returns 1 when an id is in none, and does not return while it follows."""
    wanted = wanted_id(os.environ["ID"]) if os.environ.get("ID") else ""
    logs = client("logs")
    if wanted:
        count = _find(wanted, hours_of(os.environ), logs)
        if not os.environ.get("FOLLOW"):
            return 0 if count else 1
    _follow(wanted, logs)
    return 0


def _find(wanted: str, hours: int, logs: Any) -> int:
    """Prints the lines that hold the id, and returns how many there are."""
    until = real_now()
    period = SearchedTime(until - timedelta(hours=hours), until)
    lines = [line.text for line in by_filter(groups_of(STAGE, logs), wanted, period, logs)]
    lines += [line for line in PartLogs(LOGS).new() if wanted in line]
    for line in lines:
        print(line)
    if not lines:
        print(f"No line of the last {hours} hours holds this id; HOURS=… goes further back.", file=sys.stderr)
    return len(lines)


def _follow(wanted: str, logs: Any) -> None:
    """Prints the lines that come, until Ctrl-C; those that hold the id when one is given."""
    print("Following the functions, the workflows and .local/logs; end with Ctrl-C.", file=sys.stderr)
    functions = FunctionLogs(groups_of(STAGE, logs), logs, int(real_now().timestamp() * 1000))
    functions.new()
    parts = PartLogs.from_now(LOGS)
    while True:
        time.sleep(SECONDS_BETWEEN_READS)
        for line in functions.new(wanted):
            print(line.text, flush=True)
        for text in parts.new():
            if wanted in text:
                print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())

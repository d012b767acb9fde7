"""``make logs ID=clm_… STAGE=dev``: finds the log lines that hold an id, in all functions and workflows.

The id is one of ours (of a claim, task, event, delivery …) or the correlation id of a call, which every
answer of the API carries. ``HOURS=24`` says how far back. It prints when, where, the level and the message of
the first 500 lines.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from infra.account.account import client, stage_of
from infra.account.command import CommandFault, command
from infra.account.logs.log_groups import MOST_LINES, SearchedTime, by_filter, by_insights, groups_of
from infra.account.logs.wanted_id import wanted_id
from infra.stage import Stage

HOURS, MOST_HOURS = 24, 24 * 31


@command
def main() -> int:
    """Prints the lines. Returns 1 when there is none, 2 when it cannot search."""
    to, wanted, hours = stage_of(os.environ), wanted_id(os.environ.get("ID", "")), hours_of(os.environ)
    until = datetime.now(UTC)
    lines = found(to, wanted, SearchedTime(until - timedelta(hours=hours), until), client(to, "logs"))
    for line in lines:
        print(line)
    if not lines:
        print(f"No line of the last {hours} hours holds this id; HOURS=… goes further back.", file=sys.stderr)
    return 0 if lines else 1


def found(to: Stage, wanted: str, period: SearchedTime, logs: Any) -> list[str]:
    """Returns the lines of a stage that hold the id, in the order of time. Raises ``CommandFault``."""
    groups = groups_of(to, logs)
    if not groups:
        raise CommandFault(f"{to.name} has no logs in this account and region: is it deployed?")
    search = by_filter if to.local else by_insights
    lines = [line.text for line in search(groups, wanted, period, logs)]
    return [*lines, *([f"These are the first {MOST_LINES} lines."] if len(lines) == MOST_LINES else [])]


def hours_of(environment: Mapping[str, str]) -> int:
    """Returns how many hours to search. Raises ``CommandFault``."""
    text = environment.get("HOURS") or str(HOURS)
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= MOST_HOURS:
        raise CommandFault(f"HOURS is {text!r}: write a whole number from 1 to {MOST_HOURS}.")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())

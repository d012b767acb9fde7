"""``make republish``: publishes events again that a consumer or the bus has lost (see DECISIONS).

``EVENTS="evt_… evt_…"`` names them, or ``FROM=2026-11-21T10:00:00Z UNTIL=…`` when they were made.
``DRY=1`` only counts. ``STAGE=dev`` asks the account of your AWS credentials instead of `make run`. One line
for each page; ``CURSOR=…`` continues a span after an error.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from infra.account.account import stage_of
from infra.account.command import CommandFault, command
from infra.account.invoking import FunctionFailed, Invoke, function_of
from infra.account.switch import is_on
from infra.stage import LOCAL

IDS_PER_CALL = 100
FUNCTION_SECONDS = 60


def questions(given: argparse.Namespace) -> list[dict[str, Any]]:
    """Returns the first event of each part of the work: one for a span, one for each hundred ids."""
    dry = {"dryRun": True} if is_on("DRY", given.dry) else {}
    event_ids = given.events.replace(",", " ").split()
    if event_ids:
        parts = [event_ids[start : start + IDS_PER_CALL] for start in range(0, len(event_ids), IDS_PER_CALL)]
        return [{"eventIds": part, **dry} for part in parts]
    cursor = {"cursor": given.cursor} if given.cursor else {}
    return [{"from": given.since, "until": given.until, **cursor, **dry}]


def pages(invoke: Invoke, question: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], str | None]]:
    """Yields each page's answer and the cursor that continues after it.

    Raises ``CommandFault`` for a question that the function cannot answer, however often it is repeated.
    """
    cursor = question.get("cursor")
    while True:
        answer = invoke({**question, **({"cursor": cursor} if cursor else {})})
        if "error" in answer:
            raise CommandFault(f"Nothing more is published: {answer['error']}.")
        cursor = answer["nextCursor"]
        yield answer, cursor
        if cursor is None:
            return


@command
def main(arguments: Sequence[str], invoke: Invoke | None = None) -> int:
    """Prints a line for each page and what was not published; the exit code is 1 when a page failed."""
    given = _parser().parse_args(arguments)
    if bool(given.events) == bool(given.since or given.until):
        raise CommandFault("Say which: EVENTS='evt_… evt_…', or FROM=2026-11-21T10:00:00Z UNTIL=…")
    asked = questions(given)
    to = stage_of({**os.environ, "STAGE": given.stage})
    return _republish(asked, invoke or function_of(to, "republish", seconds=FUNCTION_SECONDS))


def _republish(asked: Sequence[Mapping[str, Any]], invoke: Invoke) -> int:
    found = published = 0
    cursor: str | None = None
    left_out: list[str] = []
    try:
        for question in asked:
            cursor = question.get("cursor")
            for answer, cursor in pages(invoke, question):
                found, published = found + answer["found"], published + answer["published"]
                left_out += [f"{event_id} is missing" for event_id in answer["missing"]]
                left_out += [f"{event_id} was refused" for event_id in answer["refused"]]
                print(f"{found} events found, {published} published{f', CURSOR={cursor}' if cursor else ''}")
    except FunctionFailed as fault:
        print(f"{fault}: run it again{f' with CURSOR={cursor}' if cursor else ''}.", file=sys.stderr)
        return 1
    for line in left_out:
        print(line)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make republish")
    parser.add_argument("--events", default="", help="event ids")
    parser.add_argument("--from", dest="since", default="", help="the first instant of a span")
    parser.add_argument("--until", default="", help="the first instant after the span")
    parser.add_argument("--cursor", default="", help="continues a span")
    parser.add_argument("--stage", default=LOCAL, help="the stage")
    parser.add_argument("--dry", default="", help="1: only counts")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""``make republish``: publishes events again that a consumer or the bus has lost (see DECISIONS).

``EVENTS="evt_… evt_…"`` names them, or ``FROM=2026-11-21T10:00:00Z UNTIL=…`` when they were made.
``DRY=1`` only counts. ``STAGE=dev`` asks the account of your AWS credentials instead of `make run`. One line
for each page; ``CURSOR=…`` continues a span after an error.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from infra.small_function import LIVE
from infra.stage import IN_AN_ACCOUNT, LOCAL, Stage
from local.stack.running_stack import NoRunningStack, client

Invoke = Callable[[Mapping[str, Any]], Mapping[str, Any]]
"""Invokes the function ``republish`` with an event and returns its answer."""
IDS_PER_CALL = 100
FUNCTION_SECONDS = 60


class FailedPage(Exception):
    """The function raised an error; its type says which."""


def questions(given: argparse.Namespace) -> list[dict[str, Any]]:
    """Returns the first event of each part of the work: one for a span, one for each hundred ids."""
    dry = {"dryRun": True} if given.dry else {}
    event_ids = given.events.replace(",", " ").split()
    if event_ids:
        parts = [event_ids[start : start + IDS_PER_CALL] for start in range(0, len(event_ids), IDS_PER_CALL)]
        return [{"eventIds": part, **dry} for part in parts]
    cursor = {"cursor": given.cursor} if given.cursor else {}
    return [{"from": given.since, "until": given.until, **cursor, **dry}]


def pages(invoke: Invoke, question: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], str | None]]:
    """Yields each page's answer and the cursor that continues after it."""
    cursor = question.get("cursor")
    while True:
        answer = invoke({**question, **({"cursor": cursor} if cursor else {})})
        cursor = answer["nextCursor"]
        yield answer, cursor
        if cursor is None:
            return


def main(arguments: Sequence[str], invoke: Invoke | None = None) -> int:
    """Prints a line for each page and what was not published; the exit code is 1 when a page failed."""
    given = _parser().parse_args(arguments)
    if bool(given.events) == bool(given.since or given.until):
        print("Say which: EVENTS='evt_… evt_…', or FROM=2026-11-21T10:00:00Z UNTIL=…", file=sys.stderr)
        return 2
    try:
        return _republish(questions(given), invoke or _function_of(given.stage))
    except NoRunningStack as fault:
        print(fault, file=sys.stderr)
        return 2


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
    except FailedPage as fault:
        print(f"{fault}: run it again{f' with CURSOR={cursor}' if cursor else ''}.", file=sys.stderr)
        return 1
    for line in left_out:
        print(line)
    return 0


def _function_of(stage: str) -> Invoke:
    """Returns the function of a stage. Raises ``NoRunningStack``."""
    awslambda = client("lambda") if stage == LOCAL else _in_account()
    name = Stage(stage).named("republish")

    def invoke(event: Mapping[str, Any]) -> Mapping[str, Any]:
        answer = awslambda.invoke(FunctionName=name, Qualifier=LIVE, Payload=json.dumps(event).encode())
        body = json.load(answer["Payload"])
        if answer.get("FunctionError"):
            raise FailedPage(f"{body.get('errorType', 'Error')}: {body.get('errorMessage', '')}")
        return dict(body)

    return invoke


def _in_account() -> Any:
    import boto3
    from botocore.config import Config

    # A second call of the same page while the first still runs would only publish its events twice.
    config = Config(read_timeout=FUNCTION_SECONDS + 10, retries={"total_max_attempts": 1})
    return boto3.client("lambda", config=config)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make republish")
    parser.add_argument("--events", default="", help="event ids")
    parser.add_argument("--from", dest="since", default="", help="the first instant of a span")
    parser.add_argument("--until", default="", help="the first instant after the span")
    parser.add_argument("--cursor", default="", help="continues a span")
    parser.add_argument("--stage", default=LOCAL, choices=(LOCAL, *IN_AN_ACCOUNT))
    parser.add_argument("--dry", default="", help="anything: only counts")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

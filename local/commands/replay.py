"""``make replay TERMS=… [PARAMETERS='{…}'] [PAYER=…]``: replays decisions of the running stack.

``TERMS`` is a file of terms (whole, or ``basedOn`` a product with only what differs) or the name of a product
version; without it the terms stay as they are. Prints a line for each decision that changes, with the rules
that make the difference.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import httpx

from infra.account.command import CommandFault
from local.commands.faults import command
from local.demo import login
from local.demo.people import DANISH_PAYER
from local.stack.running_stack import addresses

Send = Callable[[Mapping[str, Any]], Mapping[str, Any]]
"""Sends a body to the API and returns the answer."""
TIMEOUT_SECONDS = 60
WIDTHS = (30, 12, 22, 28, 0)


class Refusal(CommandFault):
    """The replay is not possible; the message says why."""


def pages(send: Send, body: Mapping[str, Any], report: Callable[[int], None]) -> Iterator[Mapping[str, Any]]:
    """Yields the changed decisions, page by page; calls ``report`` with the number replayed so far."""
    cursor, replayed = None, 0
    while True:
        answer = send({**body, **({"cursor": cursor} if cursor else {})})
        replayed += answer["decisions"]
        report(replayed)
        yield from answer["changed"]
        cursor = answer["nextCursor"]
        if cursor is None:
            return


def line_of(changed: Mapping[str, Any]) -> str:
    """Returns the line of a changed decision."""
    outcomes = " → ".join(_outcome(changed[end]) for end in ("from", "to"))
    cells = (
        changed["claimId"],
        changed["decidedAt"][:10],
        changed["treatment"],
        outcomes,
        ", ".join(changed["rules"]),
    )
    return "  ".join(str(cell).ljust(width) for cell, width in zip(cells, WIDTHS, strict=True)).rstrip()


def question(terms: str, parameters: str) -> dict[str, Any]:
    """Returns the body to send. Raises ``Refusal`` when the file or the parameters are not JSON."""
    body: dict[str, Any] = {}
    try:
        if terms:
            path = Path(terms)
            if not path.is_file() and (path.suffix or len(path.parts) > 1):
                raise Refusal(f"There is no file {terms}.")
            body |= {"terms": json.loads(path.read_text("utf-8"))} if path.is_file() else {"product": terms}
        if parameters:
            body["parameters"] = json.loads(parameters)
    except ValueError as fault:
        raise Refusal(f"This is not JSON: {fault}") from None
    return body


@command
def main(arguments: Sequence[str]) -> int:
    """Prints the table; the exit code is 2 when the API refuses or no stack is running."""
    parser = argparse.ArgumentParser(prog="make replay")
    parser.add_argument("--terms", default="", help="a file of terms, or the name of a product version")
    parser.add_argument(
        "--parameters", default="", help='policy parameters as JSON: {"firstGrantPhysical": 5}'
    )
    parser.add_argument("--payer", default="", help="whose decisions; its quality department logs in")
    given = parser.parse_args(arguments)
    return _replay(addresses(), given.payer or DANISH_PAYER, question(given.terms, given.parameters))


def _replay(stack: Mapping[str, Any], payer: str, body: Mapping[str, Any]) -> int:
    token = login.of_demo_user(stack, f"{payer}-quality")
    replayed = 0

    def report(so_far: int) -> None:
        nonlocal replayed
        replayed = so_far
        print(f"\r{replayed} decisions replayed …", end="", file=sys.stderr, flush=True)

    def send(body: Mapping[str, Any]) -> Mapping[str, Any]:
        return _post(f"{stack['apiUrl']}/v1/coverage/replay", token, body)

    changed = list(pages(send, body, report))
    print(file=sys.stderr)
    for decision in changed:
        print(line_of(decision))
    print(f"{replayed} decisions of {payer}, {len(changed)} change.")
    return 0


def _post(url: str, token: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    headers = {
        "Authorization": f"Bearer {token}",
        "Content-Type": "application/json",
        "Accept-Language": "en",
    }
    answer = httpx.post(url, content=text, headers=headers, timeout=TIMEOUT_SECONDS)
    if not answer.is_success:
        faults = answer.json().get("errors", [])
        lines = [f"{fault['pointer']}: {fault['detail']}" for fault in faults]
        raise Refusal("\n".join([f"{answer.status_code} {answer.json().get('title')}", *lines]))
    return dict(answer.json())


def _outcome(end: Mapping[str, Any]) -> str:
    payable, sessions = end["payable"], end["sessions"]
    words = [str(end["outcome"])]
    words += [f"{sessions} sessions"] if sessions else []
    words += [payable["amount"]] if payable else []
    return ", ".join(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

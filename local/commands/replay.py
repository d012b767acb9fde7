"""``make replay TERMS=… [PARAMETERS='{…}'] [PAYER=…]``: past decisions made again on the running stack.

``TERMS`` is a file of terms (whole, or ``basedOn`` a product with only what differs) or the name of a product
version; without it the terms stay as they are. Prints a line for each decision that comes out otherwise, with
the rules that make the difference.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import httpx

from local.demo import login
from local.demo.people import DANISH_PAYER
from local.home import STACK_FILE

Send = Callable[[Mapping[str, Any]], Mapping[str, Any]]
"""Puts the question to the API and gives the answer."""
PATIENCE = 60
WIDTHS = (30, 12, 22, 28, 0)


class Refusal(Exception):
    """The API's answer was no; the text says why."""


def pages(send: Send, asked: Mapping[str, Any], tell: Callable[[int], None]) -> Iterator[Mapping[str, Any]]:
    """The decisions that change, page by page; ``tell`` hears how many have been made again so far."""
    cursor, made = None, 0
    while True:
        answer = send({**asked, **({"cursor": cursor} if cursor else {})})
        made += answer["decisions"]
        tell(made)
        yield from answer["changed"]
        cursor = answer["nextCursor"]
        if cursor is None:
            return


def line_of(changed: Mapping[str, Any]) -> str:
    """One line of the table."""
    outcomes = " → ".join(_verdict(changed[end]) for end in ("from", "to"))
    cells = (
        changed["claimId"],
        changed["decidedAt"][:10],
        changed["treatment"],
        outcomes,
        ", ".join(changed["rules"]),
    )
    return "  ".join(str(cell).ljust(width) for cell, width in zip(cells, WIDTHS, strict=True)).rstrip()


def question(terms: str, parameters: str) -> dict[str, Any]:
    """The body to send. Raises ``Refusal`` for a file or parameters that are no JSON."""
    asked: dict[str, Any] = {}
    try:
        if terms:
            path = Path(terms)
            asked |= {"terms": json.loads(path.read_text("utf-8"))} if path.is_file() else {"product": terms}
        if parameters:
            asked["parameters"] = json.loads(parameters)
    except ValueError as fault:
        raise Refusal(f"This is no JSON: {fault}") from None
    return asked


def main(arguments: Sequence[str]) -> int:
    """Prints the table; the exit code is 1 when the API refuses, 2 when nothing runs."""
    parser = argparse.ArgumentParser(prog="make replay")
    parser.add_argument("--terms", default="", help="a file of terms, or the name of a product version")
    parser.add_argument(
        "--parameters", default="", help='policy parameters as JSON: {"firstGrantPhysical": 5}'
    )
    parser.add_argument("--payer", default="", help="whose decisions; its quality department logs in")
    given = parser.parse_args(arguments)
    if not STACK_FILE.exists():
        print("No stack is running: start it with `make run` in another window.", file=sys.stderr)
        return 2
    stack = json.loads(STACK_FILE.read_text("utf-8"))
    try:
        return _replay(stack, given.payer or DANISH_PAYER, question(given.terms, given.parameters))
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 1


def _replay(stack: Mapping[str, Any], payer: str, asked: Mapping[str, Any]) -> int:
    token = login.of_demo_user(stack, f"{payer}-quality")
    made = 0

    def tell(so_far: int) -> None:
        nonlocal made
        made = so_far
        print(f"\r{made} decisions made again …", end="", file=sys.stderr, flush=True)

    def send(body: Mapping[str, Any]) -> Mapping[str, Any]:
        return _sent(f"{stack['apiUrl']}/v1/coverage/replay", token, body)

    changed = list(pages(send, asked, tell))
    print(file=sys.stderr)
    for one in changed:
        print(line_of(one))
    print(f"{made} decisions of {payer}, {len(changed)} come out otherwise.")
    return 0


def _sent(url: str, token: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    headers = {
        "Authorization": f"Bearer {token}",
        "Content-Type": "application/json",
        "Accept-Language": "en",
    }
    answer = httpx.post(url, content=text, headers=headers, timeout=PATIENCE)
    if not answer.is_success:
        faults = answer.json().get("errors", [])
        told = [f"{fault['pointer']}: {fault['detail']}" for fault in faults]
        raise Refusal("\n".join([f"{answer.status_code} {answer.json().get('title')}", *told]))
    return dict(answer.json())


def _verdict(end: Mapping[str, Any]) -> str:
    payable, sessions = end["payable"], end["sessions"]
    told = [str(end["outcome"])]
    told += [f"{sessions} sessions"] if sessions else []
    told += [payable["amount"]] if payable else []
    return ", ".join(told)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The bodies in the guide for payers, sent in their order to the routes before them."""

from __future__ import annotations

import json
import re
import secrets

from local.journey.people import StackAddresses, new_cpr
from local.stack.stack import Stack
from tests.builders.guides import DOCS
from tests.journeys.asking import staff


def bodies() -> list[tuple[str, str, str]]:
    """Returns method, path and body of each block, with the last route that the text names before it."""
    text = (DOCS / "payers.md").read_text("utf-8")
    found = []
    for before, body in re.findall(r"(.*?)```json\n(.*?)```", text, re.DOTALL):
        method, path = re.findall(r"`(PUT|POST) (/v1/[^`]+)`", before)[-1]
        found.append((method, path, body))
    return found


def test_the_bodies_of_the_guide_are_accepted(running_stack: Stack) -> None:
    stack = StackAddresses.of(running_stack.addresses)
    known = {"payer": f"guide-{secrets.token_hex(3)}"}
    platform, underwriting = staff(stack, None, "platform"), staff(stack, known["payer"], "underwriting")
    answers = []
    for method, path, body in bodies():
        for name, value in known.items():
            path, body = path.replace(f"{{{name}}}", value), body.replace(f"{{{name}}}", value)
        by = platform if path.startswith("/v1/payers/") else underwriting
        answer = by.ask(method, path, json.loads(body.replace("0101901234", new_cpr())))
        answers.append((path.split("/")[2], answer.status_code))
        known |= {name: answer.json()[name] for name in ("policyId", "personId") if name in answer.json()}
    assert answers == [
        ("payers", 201),
        ("policies", 201),
        ("policies", 201),
        ("coverage", 200),
        ("coverage", 200),
    ]

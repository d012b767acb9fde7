"""The bodies in the guide for payers, sent in their order to the routes before them."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping

from local.journey.insurance import consent_and_upload
from local.journey.payer_numbers import gln_of
from local.journey.people import StackAddresses, User, Users, new_cpr
from local.journey.steps import Journey
from local.stack.stack import Stack
from tests.builders.guides import DOCS, bodies_in, section
from tests.journeys.asking import Asker, staff

OF_THE_DESK = ("Answer members", "Record what was decided by phone")
ASSAULT = {
    "cause": "leisure",
    "description": "Assaulted on the way home",
    "condition": {"category": "mental"},
    "treatment": {"type": "crisis-help", "inNetwork": True, "sessions": 5},
    "event": {"kind": "assault"},
}
"""A case in which a police report is a fact, as in the body of the guide."""


def bodies() -> list[tuple[str, str, str]]:
    """Returns the bodies of the guide, but for those of the desk, which have a test of their own."""
    text = (DOCS / "payers.md").read_text("utf-8")
    for heading in OF_THE_DESK:
        text = text.replace(section("payers.md", heading), "")
    return bodies_in(text)


def test_the_bodies_of_the_guide_are_accepted(running_stack: Stack) -> None:
    stack = StackAddresses.of(running_stack.addresses)
    users, cpr = Users(stack, f"guide-{secrets.token_hex(3)}"), new_cpr()
    known = {"{payer}": users.payer, "0101901234": cpr, "5790000123452": gln_of(users.payer)}
    callers = {
        "payers": staff(stack, None, "platform"),
        "claims": staff(stack, users.payer, "caseworker"),
    }
    underwriting = staff(stack, users.payer, "underwriting")
    answers = []
    for method, path, body in bodies():
        route, headers = path.split("/")[2], dict[str, str]()
        if route == "claims":
            known |= reported_with_its_paper(users.member(cpr))
            headers = tag_of(callers[route], known)
        by = callers.get(route, underwriting)
        answer = by.ask(method, filled(path, known), json.loads(filled(body, known)), **headers)
        answers.append((route, answer.status_code))
        made = answer.json()
        known |= {f"{{{name}}}": made[name] for name in ("policyId", "personId") if name in made}
    assert answers == [
        ("payers", 201),
        ("policies", 201),
        ("policies", 201),
        ("coverage", 200),
        ("claims", 200),
        ("coverage", 200),
        ("tariffs", 201),
    ]


def filled(text: str, known: Mapping[str, str]) -> str:
    """Returns the text with what is known in the place of the guide's examples."""
    for example, value in known.items():
        text = text.replace(example, value)
    return text


def reported_with_its_paper(member: User) -> dict[str, str]:
    """The member reports a case and uploads its police report; returns both ids by the guide's examples."""
    journey = Journey(lambda _: None)
    reported = journey.step("the member reports a claim", member.post("/v1/claims", ASSAULT), 201)
    claim_id = str(reported.json()["claimId"])
    document_id = consent_and_upload(journey, member, claim_id, "police-report")
    return {"{claimId}": claim_id, "doc_…": document_id}


def tag_of(by: Asker, known: Mapping[str, str]) -> dict[str, str]:
    """Returns the header with the present ETag of the claim."""
    return {"if-match": by.get(f"/v1/claims/{known['{claimId}']}").headers["etag"]}

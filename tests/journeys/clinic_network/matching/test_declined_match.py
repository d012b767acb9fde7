"""A caseworker matches a client to a clinic, the clinic declines, and the client is matched anew (F1-18)."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from local.clinic.clinic_system import Reply
from local.journey import treatment
from local.journey.benefits import decide, task_of
from local.journey.insurance import FEE
from local.journey.people import StackAddresses, User
from local.journey.played_events import PlayedCase
from local.journey.steps import Journey, until
from local.stack.stack import Stack


def granted(case: PlayedCase, caseworker: User) -> str:
    """Returns the id of a guarantee that is for no clinic yet."""
    last_day = case.stack.clock.today() + timedelta(days=90)
    grant = {"sessions": 3, "validUntil": str(last_day), "perSession": FEE}
    decision = {"decision": "approve", "reason": "8.1", "grant": grant}
    decided = decide(caseworker, task_of(caseworker, "claims", claimId=case.claim_id), decision)
    assert decided.status_code == 200, decided.text
    path = f"/v1/claims/{case.claim_id}/guarantees"
    [issued] = until("the guarantee", lambda: case.member.get(path).json()["items"])
    return str(issued["guaranteeId"])


def match(caseworker: User, guarantee: str, to: dict[str, str]) -> dict[str, Any]:
    """Matches the guarantee with the version that the caseworker reads; returns the match."""
    etag = caseworker.get(guarantee).headers["ETag"]
    answer = caseworker.post(f"{guarantee}/match", to, **{"If-Match": etag})
    assert answer.status_code == 200, answer.text
    return dict(answer.json()["match"])


def declined(case: PlayedCase, guarantee: str, body: dict[str, str]) -> Reply:
    """Returns the answer to the clinic's decline."""
    return case.clinic.send("POST", f"{guarantee}/match/decline", json.dumps(body).encode())


def test_a_client_whom_the_matched_clinic_declines_is_matched_anew(running_stack: Stack) -> None:
    stack = StackAddresses.of(running_stack.addresses)
    case = PlayedCase(stack, Journey(lambda _: None))
    caseworker = case.users.staff("caseworker")
    guarantee_id = granted(case, caseworker)
    guarantee = f"/v1/guarantees/{guarantee_id}"
    assert case.clinic.get(guarantee).status == 404

    match(caseworker, guarantee, {"clinicId": stack.clinic_id, "practitionerId": stack.practitioner_id})
    until(
        "guarantee.issued",
        lambda: treatment.received(stack, "guarantee.issued", guaranteeId=guarantee_id),
    )
    seen = case.clinic.get(guarantee).body
    assert seen["client"]["name"]
    assert seen["client"]["problem"]["description"]
    assert seen["insurer"]["payer"] == case.users.payer

    assert declined(case, guarantee, {"reason": "too-far"}).status == 422
    answer = declined(case, guarantee, {"reason": "no-capacity", "text": "Six weeks of waiting list."})
    assert (answer.status, answer.body["match"]["status"]) == (200, "declined")
    assert case.clinic.get(guarantee).status == 404
    until("match.ended", lambda: treatment.received(stack, "match.ended", guaranteeId=guarantee_id))

    [task] = [
        item
        for item in caseworker.get("/v1/tasks?queue=claims&limit=100").json()["items"]
        if item.get("declined", {}).get("guaranteeId") == guarantee_id
    ]
    assert task["declined"]["text"] == "Six weeks of waiting list."
    [best, *_] = task["declined"]["suggestions"]
    assert best["practitionerId"] != stack.practitioner_id
    assert best["why"]["text"]
    again = match(caseworker, guarantee, {name: best[name] for name in ("clinicId", "practitionerId")})
    assert (again["status"], again["practitionerId"]) == ("matched", best["practitionerId"])
    done = decide(caseworker, task, {"decision": "approve", "reason": "Matched anew."})
    assert done.status_code == 200, done.text

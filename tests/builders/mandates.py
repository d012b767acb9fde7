"""Mandates for tests, given and ended through the handler."""

from __future__ import annotations

from typing import Any

from helsebro.ids import MandateId
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.claims import evidence
from tests.builders.policies import ANNA, BO


def mandate_body(cpr: str | None = BO, *powers: str, **changes: Any) -> dict[str, Any]:
    """Returns the body of a mandate to Bo, with the power to contact by default."""
    number = {"cpr": cpr} if cpr else {}
    holder = {**number, "name": "Bo Holm", "email": "bo@example.org"}
    return {"holder": holder, "powers": list(powers or ("contact",)), **changes}


def give(
    claim_id: str, *powers: str, to: str | None = BO, by: dict[str, Any] | None = None, key: str = ""
) -> Answered:
    """Returns the answer to a mandate that Anna gives by default."""
    return send(claim_id, mandate_body(to, *powers), by, key)


def send(claim_id: str, body: Any, by: dict[str, Any] | None = None, key: str = "") -> Answered:
    """Returns the answer to a mandate with this body."""
    from functions.claims.mandates.handler import handler

    path = f"/v1/claims/{claim_id}/mandates"
    return ask(handler, event("POST", path, by=by or member(ANNA), body=body, key=key))


def given(claim_id: str, *powers: str, to: str | None = BO, by: dict[str, Any] | None = None) -> MandateId:
    """Gives a mandate and returns its id."""
    answer = give(claim_id, *powers, to=to, by=by)
    assert answer.status == 201, answer.body
    return MandateId(answer.body["mandateId"])


def recorded(how: str = "phone", **changes: Any) -> dict[str, Any]:
    """Returns the evidence of a mandate that staff record after a call just now."""
    return evidence("mandate", how=how, **changes)


def revoked_by(how: str = "phone", **changes: Any) -> dict[str, Any]:
    """Returns the evidence of a revocation that staff record."""
    return evidence("mandate-revocation", how=how, **changes)


def own(query: str = "", by: dict[str, Any] | None = None) -> Answered:
    """Returns the mandates of a person over all cases."""
    from functions.claims.mandate_records.handler import handler

    return ask(handler, event("GET", f"/v1/me/mandates{query}", by=by or member(ANNA)))


def acts(claim_id: str, mandate_id: str, by: dict[str, Any] | None = None, query: str = "") -> Answered:
    """Returns what was done under a mandate, as a caller sees it."""
    from functions.claims.mandate_records.handler import handler

    path = f"/v1/claims/{claim_id}/mandates/{mandate_id}/acts{query}"
    return ask(handler, event("GET", path, by=by or member(ANNA)))


def record_revocation(claim_id: str, mandate_id: str, body: Any, key: str = "") -> Answered:
    """Returns the answer to a revocation that a caseworker records."""
    from functions.claims.mandates.handler import handler

    path = f"/v1/claims/{claim_id}/mandates/{mandate_id}/revoke"
    return ask(handler, event("POST", path, by=staff("caseworker"), body=body, key=key))


def listed(claim_id: str, by: dict[str, Any] | None = None) -> Answered:
    """Returns the mandates of a case as a caller sees them."""
    from functions.claims.mandates.handler import handler

    return ask(handler, event("GET", f"/v1/claims/{claim_id}/mandates", by=by or member(ANNA)))


def revoke(
    claim_id: str, mandate_id: str, by: dict[str, Any] | None = None, language: str = "da"
) -> Answered:
    """Returns the answer to the revocation of a mandate."""
    from functions.claims.mandates.handler import handler

    path = f"/v1/claims/{claim_id}/mandates/{mandate_id}"
    headers = {"accept-language": language}
    return ask(handler, event("DELETE", path, by=by or member(ANNA), headers=headers))

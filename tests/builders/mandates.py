"""Mandates for tests, given and ended through the handler."""

from __future__ import annotations

from typing import Any

from tests.builders.calls import Answered, ask, event, member
from tests.builders.policies import ANNA, BO


def mandate_body(cpr: str | None = BO, *powers: str, **changes: Any) -> dict[str, Any]:
    """The body of a mandate to Bo, to be in contact unless told."""
    number = {"cpr": cpr} if cpr else {}
    holder = {**number, "name": "Bo Holm", "email": "bo@example.org"}
    return {"holder": holder, "powers": list(powers or ("contact",)), **changes}


def give(
    claim_id: str, *powers: str, to: str | None = BO, by: dict[str, Any] | None = None, key: str = ""
) -> Answered:
    """The answer to a mandate that Anna gives, unless told."""
    return send(claim_id, mandate_body(to, *powers), by, key)


def send(claim_id: str, body: Any, by: dict[str, Any] | None = None, key: str = "") -> Answered:
    """The answer to this body of a mandate."""
    from functions.claims.mandates.handler import handler

    path = f"/v1/claims/{claim_id}/mandates"
    return ask(handler, event("POST", path, by=by or member(ANNA), body=body, key=key))


def given(claim_id: str, *powers: str, to: str | None = BO, by: dict[str, Any] | None = None) -> str:
    """The id of a new mandate."""
    answer = give(claim_id, *powers, to=to, by=by)
    assert answer.status == 201, answer.body
    return str(answer.body["mandateId"])


def listed(claim_id: str, by: dict[str, Any] | None = None) -> Answered:
    """The mandates of a case as a caller sees them."""
    from functions.claims.mandates.handler import handler

    return ask(handler, event("GET", f"/v1/claims/{claim_id}/mandates", by=by or member(ANNA)))


def revoke(claim_id: str, mandate_id: str, by: dict[str, Any] | None = None) -> Answered:
    """The answer to the end of a mandate."""
    from functions.claims.mandates.handler import handler

    path = f"/v1/claims/{claim_id}/mandates/{mandate_id}"
    return ask(handler, event("DELETE", path, by=by or member(ANNA)))

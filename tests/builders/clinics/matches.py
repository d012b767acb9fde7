"""Matches for tests: a caseworker matches a guarantee, and the clinic declines."""

from __future__ import annotations

from typing import Any

from boto3.dynamodb.types import TypeDeserializer

from helsebro.guarantees.guarantee import Guarantee
from tests.builders.calls import Answered, ask, event, signed, staff
from tests.builders.claims import outbox_rows
from tests.builders.clinics.users import SignedIn
from tests.builders.network import ANNA, SECRET, Stage, change_claim, guarantee_of
from tests.builders.policies import insured_of, payer_of, policy_of


def matches() -> Any:
    """Returns the function's handler."""
    from functions.guarantees.matches.handler import handler

    return handler


def guarantees() -> Any:
    """Returns the function's handler."""
    from functions.guarantees.guarantees.handler import handler

    return handler


def insured_guarantee(**changes: Any) -> Guarantee:
    """Returns a guarantee of Anna, who is insured with a phone number."""
    payer_of("tryg")
    policy_id = policy_of("tryg")
    insured_of(policy_id, cpr=ANNA, name="Anna Holm", phone="+4520112233")
    guarantee = guarantee_of(ANNA, **changes)
    change_claim(guarantee, policyId=policy_id)
    return guarantee


def match(
    guarantee: Guarantee,
    to: Stage | None,
    *,
    version: int | None = 1,
    by: dict[str, Any] | None = None,
    key: str = "",
    headers: dict[str, str] | None = None,
    **body: Any,
) -> Answered:
    """Returns the answer to a match with the practitioner of a stage; ``body`` replaces its fields."""
    named = {"clinicId": to.clinic_id, "practitionerId": to.practitioner_id} if to else {}
    sent = {name: part for name, part in {**named, **body}.items() if part is not None}
    seen = {} if version is None else {"if-match": f'"{version}"'}
    path = f"/v1/guarantees/{guarantee.guarantee_id}/match"
    call = event(
        "POST", path, by=by or staff("caseworker"), body=sent, headers={**seen, **(headers or {})}, key=key
    )
    return ask(matches(), call)


def decline(guarantee: Guarantee, by: Stage, reason: str = "no-capacity", **body: Any) -> Answered:
    """Returns the answer to a decline by the system of a stage's clinic."""
    path = f"/v1/guarantees/{guarantee.guarantee_id}/match/decline"
    sent = {"reason": reason, **body}
    return ask(matches(), signed("POST", path, clinic_id=by.clinic_id, secret=SECRET, body=sent))


def decline_as(guarantee: Guarantee, who: SignedIn, reason: str = "no-capacity") -> Answered:
    """Returns the answer to a decline by a person of a clinic."""
    path = f"/v1/guarantees/{guarantee.guarantee_id}/match/decline"
    return ask(matches(), who.call("POST", path, {"reason": reason}))


def read_by_clinic(guarantee: Guarantee, stage: Stage) -> Answered:
    """Returns the guarantee as the system of a stage's clinic reads it."""
    path = f"/v1/guarantees/{guarantee.guarantee_id}"
    return ask(guarantees(), signed("GET", path, clinic_id=stage.clinic_id, secret=SECRET))


def read_by(guarantee: Guarantee, by: dict[str, Any]) -> Answered:
    """Returns the guarantee as a person or staff reads it."""
    return ask(guarantees(), event("GET", f"/v1/guarantees/{guarantee.guarantee_id}", by=by))


def events_of(aws: dict[str, Any], type_: str) -> list[dict[str, Any]]:
    """Returns the stored events of a type, each with its ``data`` and the clinic it is for, if any."""
    read = TypeDeserializer().deserialize
    return [read({"M": row}) for row in outbox_rows(aws, type_)]

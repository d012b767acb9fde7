"""Extensions for tests: a guarantee that was issued, what is asked for, and what staff make of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import ExtensionId, TaskId
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.guarantees.extend import GuaranteeExtension
from helsebro_aws.guarantees.issue import GuaranteeIssue
from helsebro_aws.guarantees.pdf.document import Paper
from tests.builders.calls import Answered, ask, event, member
from tests.builders.decisions import (
    CHIROPRACTIC,
    IN_HALF_A_YEAR,
    approval,
    claim_in_review,
    decide,
    task_of,
)
from tests.builders.policies import ANNA


def a_paper(paper: Paper) -> bytes:
    """Stands for the sealed PDF: tells which frame was printed."""
    guarantee = paper.guarantee
    return f"%PDF-1.7 {guarantee.number} {guarantee.sessions_granted} {guarantee.valid_until}".encode()


QUICKLY = GuaranteeIssue(print_sealed=a_paper)


ALL_TOLD: dict[str, Any] = {
    "condition": {
        "category": "injury",
        "arisenOn": "2024-09-01",
        "symptomsFrom": "2024-09-01",
        "diagnosedOn": "2024-09-05",
        "chronic": False,
        "arisenAbroad": False,
        "circumstances": [],
    },
    "treatment": {**CHIROPRACTIC, "practitioner": {"relation": "none", "approvals": []}},
}
"""A claim of which all is told that any rule asks for."""


def guaranteed(claim: Mapping[str, Any] | None = None, **grant: Any) -> Guarantee:
    """An issued guarantee of Anna's: three sessions for half a year unless told."""
    claim_id = claim_in_review(**(claim or {}))
    task_id = task_of(claim_id)
    assert decide(task_id, approval(**grant)).status == 200
    return QUICKLY.run(claim_id, task_id)


def wish(**changes: Any) -> dict[str, Any]:
    """The body that asks for three sessions more."""
    return {"reason": "Knæet er bedre, men ikke godt", "sessions": 3, **changes}


def ask_extension(
    claim_id: str, body: dict[str, Any] | None = None, by: dict[str, Any] | None = None, key: str = ""
) -> Answered:
    """The answer to asking for an extension."""
    from functions.guarantees.extensions.handler import handler

    path = f"/v1/claims/{claim_id}/extensions"
    return ask(handler, event("POST", path, by=by or member(ANNA), body=body or wish(), key=key))


def extension_of(guarantee: Guarantee, **changes: Any) -> ExtensionId:
    """The id of a new extension that the member asked for."""
    answer = ask_extension(guarantee.claim_id, wish(**changes))
    assert answer.status == 202, answer.body
    return ExtensionId(answer.body["extensionId"])


def read_extensions(claim_id: str, by: dict[str, Any] | None = None, language: str = "da") -> Answered:
    """A claim's extensions as a caller reads them."""
    from functions.guarantees.extensions.handler import handler

    path = f"/v1/claims/{claim_id}/extensions"
    headers = {"accept-language": language}
    return ask(handler, event("GET", path, by=by or member(ANNA), headers=headers))


def requested(extension_id: str) -> dict[str, Any]:
    """The event that starts the workflow, as the bus hands it on."""
    data = {"extensionId": extension_id, "claimId": "clm_x", "guaranteeId": "gar_x"}
    return {"eventId": "evt_3", "type": "extension.requested", "payer": "tryg", "data": data}


def extension_task_of(extension_id: str, token: str = "token-e") -> TaskId:
    """The id of the task that the workflow's step leaves."""
    from functions.decisions.ask_staff.handler import handler

    return TaskId(handler({**requested(extension_id), "taskToken": token}, None)["taskId"])


def more(sessions: int = 3, until: date | None = IN_HALF_A_YEAR, **grant: Any) -> dict[str, Any]:
    """The body that approves so many sessions more."""
    day = {"validUntil": until.isoformat()} if until else {}
    return {"decision": "approve", "reason": "God effekt", "grant": {"sessions": sessions, **day, **grant}}


def told_of(extension_id: ExtensionId) -> Guarantee:
    """The guarantee that the workflow's last step leaves, with a paper that tells its frame."""
    return GuaranteeExtension(issue=QUICKLY).run(extension_id)


def now(guarantee: Guarantee) -> Guarantee:
    """The guarantee as it now stands."""
    return DynamoGuarantees().find(guarantee.guarantee_id)


def paper_of(guarantee: Guarantee, aws: dict[str, Any]) -> bytes:
    """The paper that lies under the guarantee's id."""
    kept = aws["s3"].get_object(Bucket="guarantees", Key=f"tryg/{guarantee.guarantee_id}.pdf")
    with kept["Body"] as body:
        return bytes(body.read())

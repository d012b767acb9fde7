"""Builders of issued guarantees, of extensions of them, and of the decisions of staff."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import ExtensionId, TaskId
from helsebro_aws.guarantees.dynamo_extensions import DynamoExtensions
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.guarantees.extend import GuaranteeExtension
from helsebro_aws.guarantees.issue import GuaranteeIssue
from helsebro_aws.guarantees.pdf.paper import Paper
from tests.builders.calls import Answered, ask, event, member
from tests.builders.decisions import (
    CHIROPRACTIC,
    IN_HALF_A_YEAR,
    approval,
    claim_in_review,
    decide,
    task_of,
)
from tests.builders.events.messages import event_of
from tests.builders.policies import ANNA


def paper_stub(paper: Paper) -> bytes:
    """Returns a stand-in for the sealed PDF that names the printed frame."""
    guarantee = paper.guarantee
    return f"%PDF-1.7 {guarantee.number} {guarantee.sessions_granted} {guarantee.valid_until}".encode()


WITHOUT_SEAL = GuaranteeIssue(print_sealed=paper_stub)


EVERY_FACT: dict[str, Any] = {
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
"""A claim with every fact that a rule asks for."""


def guaranteed(claim: Mapping[str, Any] | None = None, **grant: Any) -> Guarantee:
    """Issues a guarantee of Anna's and returns it: by default three sessions for half a year."""
    claim_id = claim_in_review(**(claim or {}))
    task_id = task_of(claim_id)
    decided = decide(task_id, approval(**grant))
    assert decided.status == 200, decided.body
    return WITHOUT_SEAL.run(claim_id, task_id)


def extension_body(**changes: Any) -> dict[str, Any]:
    """Returns the body that asks for three more sessions."""
    return {"reason": "Knæet er bedre, men ikke godt", "sessions": 3, **changes}


def ask_extension(
    claim_id: str, body: dict[str, Any] | None = None, by: dict[str, Any] | None = None, key: str = ""
) -> Answered:
    """Returns the answer to asking for an extension."""
    from functions.guarantees.extensions.handler import handler

    path = f"/v1/claims/{claim_id}/extensions"
    return ask(handler, event("POST", path, by=by or member(ANNA), body=body or extension_body(), key=key))


def extension_of(guarantee: Guarantee, **changes: Any) -> ExtensionId:
    """Asks for an extension as the member and returns its id."""
    answer = ask_extension(guarantee.claim_id, extension_body(**changes))
    assert answer.status == 202, answer.body
    return ExtensionId(answer.body["extensionId"])


def read_extensions(claim_id: str, by: dict[str, Any] | None = None, language: str = "da") -> Answered:
    """Returns a claim's extensions as a caller reads them."""
    from functions.guarantees.extensions.handler import handler

    path = f"/v1/claims/{claim_id}/extensions"
    headers = {"accept-language": language}
    return ask(handler, event("GET", path, by=by or member(ANNA), headers=headers))


def requested(extension_id: str) -> dict[str, Any]:
    """Returns the event that starts the workflow, as the bus sends it."""
    named = DynamoExtensions().find(ExtensionId(extension_id)).named()
    return event_of("extension.requested", **named)


def extension_task_of(extension_id: str, token: str = "token-e") -> TaskId:
    """Runs the workflow's step that creates the task and returns the task's id."""
    from functions.decisions.ask_staff.handler import handler

    return TaskId(handler({**requested(extension_id), "taskToken": token}, None)["taskId"])


def more(sessions: int = 3, until: date | None = IN_HALF_A_YEAR, **grant: Any) -> dict[str, Any]:
    """Returns the body that approves more sessions."""
    day = {"validUntil": until.isoformat()} if until else {}
    return {"decision": "approve", "reason": "God effekt", "grant": {"sessions": sessions, **day, **grant}}


def printed(extension_id: ExtensionId) -> Guarantee:
    """Runs the workflow's last step and returns the guarantee; its paper names its frame."""
    return GuaranteeExtension(issue=WITHOUT_SEAL).run(extension_id)


def now(guarantee: Guarantee) -> Guarantee:
    """Returns the guarantee as it is stored now."""
    return DynamoGuarantees().find(guarantee.guarantee_id)


def paper_of(guarantee: Guarantee, aws: dict[str, Any]) -> bytes:
    """Returns the paper that is stored under the guarantee's id."""
    stored = aws["s3"].get_object(Bucket="guarantees", Key=f"tryg/{guarantee.guarantee_id}.da.pdf")
    with stored["Body"] as body:
        return bytes(body.read())

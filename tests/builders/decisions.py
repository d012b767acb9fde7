"""Decisions for tests: claims in review, their tasks, what was decided, and what came of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

from helsebro.decisions.record import DecisionRecord
from helsebro.ids import ClaimId, DocumentId, GuaranteeId, PersonId, RefundId, TaskId
from helsebro.ids import claim_of as claim_of_id
from helsebro.ids import payer_of as payer_named_in
from helsebro.local_day import local_day
from helsebro.tasks.task import Task
from helsebro_aws.decisions.dynamo_decisions import DynamoDecisions
from helsebro_aws.decisions.staff_question import StaffQuestion
from helsebro_aws.platform import clock
from helsebro_aws.tasks.reviews import Review
from helsebro_aws.tasks.stored_task import StoredTask
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.claims import PDF, claim_of, consent, document_of
from tests.builders.documents.checked_papers import check as check_document
from tests.builders.events.messages import event_of
from tests.builders.policies import ANNA, insured_of, payer_of, policy_of


def today() -> date:
    """The day in Denmark, read at each use: a file may be imported before midnight and run after it."""
    return local_day(datetime.now(UTC), "DK")


IN_HALF_A_YEAR = today() + timedelta(days=180)
"""A last day far enough ahead that a day more or less changes nothing."""
CHIROPRACTIC = {"type": "chiropractic", "country": "DK", "inNetwork": True, "sessions": 3}
"""A treatment that needs no referral: consent alone completes the claim."""


class Waiting:
    """Stands for the workflows that wait with a token; keeps what each token was told."""

    def __init__(self) -> None:
        self.told: dict[str, str] = {}
        self.started: list[dict[str, Any]] = []

    def go_on(self, token: str, task: Task) -> bool:
        """The decision of the task; the workflow waited for it."""
        assert task.decision
        self.told[token] = task.decision.decision
        return True

    def start_again(self, stored: StoredTask) -> None:
        """The event that starts a workflow again."""
        self.started.append(stored.starts_again_on)

    def end_unanswered(self, token: str, task_id: str) -> None:
        """That the workflow does not wait for its task."""
        assert task_id
        self.told[token] = "registered"

    def stop(self, token: str, task_id: str) -> None:
        """That another execution waits."""
        assert task_id
        self.told[token] = "superseded"


def asked(question: StaffQuestion, review: Review, given: dict[str, Any], token: str) -> Task:
    """The task that the step of a workflow opens or finds."""
    task = question.ask(review, given, token)
    assert task
    return task


@cache
def seal_key(kms: Any) -> str:
    """The ARN of a key that seals, one for all tests."""
    made = kms.create_key(KeySpec="RSA_2048", KeyUsage="SIGN_VERIFY")
    return str(made["KeyMetadata"]["Arn"])


def insured_anna(**changes: Any) -> PersonId:
    """Anna, insured at Tryg under a leisure policy."""
    payer_of("tryg")
    return insured_of(policy_of("tryg"), **changes)


def claim_in_review(**changes: Any) -> ClaimId:
    """The id of a claim of Anna's that waits for the staff."""
    claim_id = claim_of(**{"treatment": CHIROPRACTIC, **changes})
    assert consent(claim_id).body["claimStatus"] == "in-review"
    return claim_id


def completed(claim_id: str, review: int = 1) -> dict[str, Any]:
    """The event that starts a review, as the bus hands it on."""
    return event_of("claim.completed", claimId=claim_id, personId="per_x", round=review)


def task_of(claim_id: str, token: str = "token-1", review: int = 1) -> TaskId:
    """The id of the task that the workflow's first step leaves."""
    from functions.decisions.ask_staff.handler import handler

    return TaskId(handler({**completed(claim_id, review), "taskToken": token}, None)["taskId"])


def tasks_in(queue: str = "claims", by: dict[str, Any] | None = None) -> Answered:
    """The tasks of a queue as a caller sees them."""
    from functions.decisions.tasks.handler import handler

    return ask(handler, event("GET", f"/v1/tasks?queue={queue}", by=by or staff("caseworker")))


def approval(sessions: int = 3, until: date = IN_HALF_A_YEAR, **grant: Any) -> dict[str, Any]:
    """The body that approves a claim."""
    given = {"sessions": sessions, "validUntil": until.isoformat(), **grant}
    return {"decision": "approve", "reason": "Dækket efter 8.1", "grant": given}


def decide(
    task_id: str,
    body: dict[str, Any] | None = None,
    *,
    version: int | None = 1,
    by: dict[str, Any] | None = None,
    key: str = "",
) -> Answered:
    """The answer to a decision, by a caseworker unless told."""
    from functions.decisions.tasks.handler import handler

    headers = {} if version is None else {"if-match": f'"{version}"'}
    path = f"/v1/tasks/{task_id}/decision"
    call = event(
        "POST",
        path,
        by=by or staff("caseworker"),
        body=body or approval(),
        headers=headers,
        key=key,
    )
    return ask(handler, call)


def approved(**grant: Any) -> tuple[ClaimId, TaskId]:
    """A claim and its task, approved."""
    claim_id = claim_in_review()
    task_id = task_of(claim_id)
    assert decide(task_id, approval(**grant)).status == 200
    return claim_id, task_id


def issue(claim_id: str, task_id: str) -> GuaranteeId:
    """The id of the guarantee that the workflow's last step leaves."""
    from functions.guarantees.issue_guarantee.handler import handler

    given = {**completed(claim_id), "decision": "approve", "taskId": task_id}
    return GuaranteeId(handler(given, None)["guaranteeId"])


def bill_of(claim_id: ClaimId, content: bytes = b"") -> DocumentId:
    """The id of an accepted bill on a claim, a file of its own unless its ``content`` is given."""
    own = PDF + b"%% %s\n" % clock.randomness().hex().encode()
    document_id = document_of(claim_id, content or own, fileType="invoice", fileName="regning.pdf")
    assert check_document(claim_id, document_id) == "accepted"
    return document_id


def cost(amount: str, currency: str = "DKK") -> dict[str, str]:
    """Money as JSON."""
    return {"amount": amount, "currency": currency}


def refund_body(document_id: str, **changes: Any) -> dict[str, Any]:
    """The body that asks for treatments of two days to be paid back, in one policy year if it can."""
    new_year = today().replace(month=1, day=1)
    later = min(max(today() - timedelta(days=2), new_year + timedelta(days=1)), today())
    days = [min(max(today() - timedelta(days=9), new_year), later - timedelta(days=1)), later]
    treatments = [{"on": day.isoformat(), "type": "chiropractic", "cost": cost("450.00")} for day in days]
    pay_to = {"registrationNumber": "1234", "accountNumber": "9876543210"}
    return {"documentIds": [document_id], "treatments": treatments, "payTo": pay_to, **changes}


def ask_refund(
    claim_id: str, body: dict[str, Any], by: dict[str, Any] | None = None, key: str = ""
) -> Answered:
    """The answer to asking for a refund."""
    from functions.refunds.refunds.handler import handler

    call = event("POST", f"/v1/claims/{claim_id}/refunds", by=by or member(ANNA), body=body, key=key)
    return ask(handler, call)


def refund_of(claim_id: ClaimId, **changes: Any) -> RefundId:
    """The id of a new refund."""
    answer = ask_refund(claim_id, refund_body(bill_of(claim_id), **changes))
    assert answer.status == 202, answer.body
    return RefundId(answer.body["refundId"])


def read_refund(refund_id: str, by: dict[str, Any] | None = None, language: str = "da") -> Answered:
    """The refund as a caller reads it."""
    from functions.refunds.refunds.handler import handler

    path, headers = f"/v1/refunds/{refund_id}", {"accept-language": language}
    return ask(handler, event("GET", path, by=by or member(ANNA), headers=headers))


def refund_task_of(refund_id: str, token: str = "token-r") -> TaskId:
    """The id of the task that the workflow's step leaves."""
    from functions.decisions.ask_staff.handler import handler

    started = event_of("refund.received", refundId=refund_id, claimId=claim_of_id(refund_id))
    return TaskId(handler({**started, "taskToken": token}, None)["taskId"])


def end_refund(refund_id: str, task_id: str) -> str:
    """The status that the workflow's last step leaves."""
    from functions.refunds.approve_refund.handler import handler

    return handler({"data": {"refundId": refund_id}, "taskId": task_id}, None)["status"]


def records_of(claim_id: str) -> list[DecisionRecord]:
    """Everything the engine has decided on a claim and what belongs to it, oldest first."""
    found, _ = DynamoDecisions().page(payer_named_in(claim_id), 100, None)
    return [record for record in found if record.claim_id == claim_id]

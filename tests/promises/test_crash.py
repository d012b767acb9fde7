"""Promise 4: a step that is killed between two effects and run again has exactly one effect.

Each case kills the step at a named point and then runs it again to the end. The control does not derive the
id: then the retry makes a second effect.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from helsebro import ids
from helsebro.documents.document import Document
from helsebro.guarantees.extension import Extension
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import ClaimId, ExtensionId, GuaranteeId, TaskId
from helsebro.receipt import Receipt
from helsebro.tasks.staff_decision import GrantedSessions, StaffDecision
from helsebro.tasks.task import AlreadyDecided, Task
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.deadlines.sweep import Sweep
from helsebro_aws.decisions.proposal_refresh import ProposalRefresh
from helsebro_aws.decisions.resumption import WorkflowResumption
from helsebro_aws.decisions.staff_question import StaffQuestion
from helsebro_aws.decisions.workflow_failures import WorkflowFailures
from helsebro_aws.documents.check import UploadCheck
from helsebro_aws.documents.rewriting.clean_copy import CleanCopy
from helsebro_aws.documents.uploads import Uploads
from helsebro_aws.dynamodb.tables import AlreadyAnswered, Put, Tables, Update
from helsebro_aws.guarantees.dynamo_extensions import DynamoExtensions
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.guarantees.extend import GuaranteeExtension
from helsebro_aws.guarantees.extending.extension_decisions import ExtensionDecisions
from helsebro_aws.guarantees.issue import GuaranteeIssue
from helsebro_aws.guarantees.papers import GuaranteePapers
from helsebro_aws.outbox.outbox_row import BusEvent
from helsebro_aws.outbox.outbox_stream import EVENTS_PER_CALL, Refusals
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from helsebro_aws.platform import clock
from helsebro_aws.refunds.approval import RefundApproval
from helsebro_aws.refunds.dynamo_refunds import DynamoRefunds
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from helsebro_aws.tasks.reviews import REVIEWS
from tests.builders.calls import staff
from tests.builders.claims import claim_of, consent, document_of, outbox_rows
from tests.builders.decisions import (
    IN_HALF_A_YEAR,
    Waiting,
    approved,
    asked,
    claim_in_review,
    completed,
    decide,
    insured_anna,
    records_of,
    refund_of,
    refund_task_of,
    task_of,
    tasks_in,
)
from tests.builders.events.waiting import waiting as waiting_item
from tests.builders.extensions import (
    WITHOUT_SEAL,
    extension_of,
    extension_task_of,
    guaranteed,
    more,
    paper_of,
    paper_stub,
)

LONG_AGO = datetime.now(UTC) - timedelta(days=1)
pytestmark = pytest.mark.usefixtures("aws")


class Killed(BaseException):
    """The process is killed: no ``except Exception`` catches it."""


class KilledOnce:
    """Does the same as a part, but is killed once, before or after the named method."""

    def __init__(self, part: Any, method: str, moment: str) -> None:
        self.part, self.method, self.moment, self.alive = part, method, moment, True

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.part, name)
        return self._kill(found) if name == self.method and self.alive else found

    def _kill(self, act: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **named: Any) -> Any:
            if self.moment == "after":
                act(*arguments, **named)
            self.alive = False
            raise Killed

        return run


def killed_once(part: Any, method: str, moment: str) -> Any:
    """Returns a double of a part, of any type."""
    return KilledOnce(part, method, moment)


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    return insured_anna()


def issue_twice(killed: GuaranteeIssue, retry: GuaranteeIssue) -> str:
    claim_id, task_id = approved()
    with pytest.raises(Killed):
        killed.run(claim_id, task_id)
    retry.run(claim_id, task_id)
    retry.run(claim_id, task_id)
    return claim_id


def effects(claim_id: ClaimId, aws: dict[str, Any]) -> tuple[int, int]:
    """Returns the number of guarantees and of their events."""
    return len(DynamoGuarantees().of_claim(claim_id)), len(outbox_rows(aws, "guarantee.issued"))


STEPS_OF_ISSUING = [
    ("papers", "store"),
    ("guarantees", "issue"),
    ("guarantees", "known"),
    ("people", "insured"),
]


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("part, method", STEPS_OF_ISSUING)
def test_a_guarantee_is_issued_once_wherever_the_step_is_killed(
    part: str, method: str, moment: str, aws: dict[str, Any]
) -> None:
    whole = GuaranteeIssue(print_sealed=paper_stub)
    killed = replace(whole, **{part: killed_once(getattr(whole, part), method, moment)})
    claim_id = issue_twice(killed, whole)
    assert effects(ClaimId(claim_id), aws) == (1, 1)
    [guarantee] = DynamoGuarantees().of_claim(ClaimId(claim_id))
    kept = aws["s3"].get_object(Bucket="guarantees", Key=f"tryg/{guarantee.guarantee_id}.en.pdf")
    with kept["Body"] as body:
        assert guarantee.number.encode() in body.read()


def test_a_guarantee_is_never_stored_without_its_pdf(aws: dict[str, Any]) -> None:
    whole = GuaranteeIssue(print_sealed=paper_stub)
    claim_id, task_id = approved()
    killed = replace(whole, papers=killed_once(GuaranteePapers(), "store", "before"))
    with pytest.raises(Killed):
        killed.run(claim_id, task_id)
    assert effects(claim_id, aws) == (0, 0)


def test_control_without_the_derived_id_two_guarantees_are_issued(aws: dict[str, Any]) -> None:
    def any_id(task_id: TaskId) -> GuaranteeId:
        return GuaranteeId(ids.within("gar", task_id, clock.randomness()))

    unguarded = GuaranteeIssue(print_sealed=paper_stub, id_for=any_id)
    killed = replace(unguarded, guarantees=killed_once(DynamoGuarantees(), "issue", "after"))
    claim_id = issue_twice(killed, unguarded)
    guarantees, events = effects(ClaimId(claim_id), aws)
    assert guarantees > 1
    assert events > 1


def ask(question: StaffQuestion, claim_id: str, token: str) -> Task:
    """The task that the workflow's step opens or finds."""
    return asked(question, REVIEWS["claims"], {"claimId": claim_id, "round": 1}, token)


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_review_opens_one_task_wherever_the_step_is_killed(moment: str, aws: dict[str, Any]) -> None:
    claim_id = claim_in_review()
    waiting: Any = Waiting()
    tasks = killed_once(DynamoTasks(), "open", moment)
    with pytest.raises(Killed):
        ask(StaffQuestion(tasks=tasks, workflows=waiting), claim_id, "token-1")
    task = ask(StaffQuestion(workflows=waiting), claim_id, "token-2")
    assert DynamoTasks().stored(task.task_id).token == "token-2"
    assert len(outbox_rows(aws, "task.opened")) == 1
    assert decide(task.task_id).status == 200


@pytest.mark.parametrize("method", ["stored", "renew_token"])
@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_token_is_never_lost_wherever_the_renewal_is_killed(method: str, moment: str) -> None:
    claim_id = claim_in_review()
    waiting: Any = Waiting()
    whole = StaffQuestion(workflows=waiting)
    task = ask(whole, claim_id, "token-1")
    tasks = killed_once(DynamoTasks(), method, moment)
    with pytest.raises(Killed):
        ask(replace(whole, tasks=tasks), claim_id, "token-2")
    ask(whole, claim_id, "token-3")
    assert DynamoTasks().stored(task.task_id).token == "token-3"
    assert decide(task.task_id).status == 200


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("part, method", [("claims", "find"), ("on", "commit")])
@pytest.mark.parametrize("step", ["ask", "wait", "issue"])
def test_a_failure_leaves_one_task_and_one_delay_wherever_its_report_is_killed(
    step: str, part: str, method: str, moment: str, aws: dict[str, Any]
) -> None:
    claim_id = claim_in_review()
    given = {**completed(claim_id), "error": "States.Timeout"}
    if step != "ask":
        given["taskId"] = task_of(claim_id)
    if step == "issue":
        assert decide(given["taskId"]).status == 200
        DynamoTasks().resume(given["taskId"])
    whole = WorkflowFailures()
    with pytest.raises(Killed):
        replace(whole, **{part: killed_once(getattr(whole, part), method, moment)}).report(given)
    assert len({whole.report(given).task_id for _ in range(2)}) == 1
    [task] = tasks_in().body["items"]
    assert task["reason"] == "workflow-failed"
    claim = DynamoClaims().find(claim_id)
    assert [delay.task_id for delay in claim.delays or ()] == [task["taskId"]]
    assert len(outbox_rows(aws, "workflow.failed")) == 1


def test_control_without_the_derived_id_a_failure_leaves_two_tasks() -> None:
    class AnyId(DynamoTasks):
        """Stores each task under a new id."""

        def creation(self, task: Task, started_by: Mapping[str, Any], token: str | None = None) -> Put:
            other = TaskId(ids.within("tsk", task.task_id, clock.randomness()))
            return super().creation(replace(task, task_id=other), started_by, token)

    claim_id = claim_in_review()
    for _ in range(2):
        WorkflowFailures(tasks=AnyId()).report({**completed(claim_id), "error": "States.Timeout"})
    assert len(tasks_in().body["items"]) == 2


STEPS_OF_REFRESHING = [
    ("tasks", "open_of_claim"),
    ("claims", "find"),
    ("proposals", "of_subject"),
    ("on", "commit"),
]


def changed_fact() -> tuple[ClaimId, TaskId]:
    """Returns a claim with a fact that changed after its task was opened, and the task."""
    claim_id = claim_in_review()
    task_id, before = task_of(claim_id), DynamoClaims().find(claim_id)
    question = replace(before.question, cause="work")
    after = replace(before, question=question, version=before.version + 1, round=before.round + 1)
    Tables().commit(DynamoClaims().replacement(before, after))
    return claim_id, task_id


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("part, method", STEPS_OF_REFRESHING)
def test_a_task_is_proposed_again_once_wherever_the_step_is_killed(
    part: str, method: str, moment: str
) -> None:
    claim_id, task_id = changed_fact()
    whole = ProposalRefresh()
    with pytest.raises(Killed):
        replace(whole, **{part: killed_once(getattr(whole, part), method, moment)}).run(claim_id)
    for _ in range(2):
        whole.run(claim_id)
    task = DynamoTasks().find(task_id)
    assert (task.version, task.round) == (2, 2)
    assert len(records_of(claim_id)) == 2
    assert decide(task_id, version=2).status == 200


def test_control_without_the_claims_version_a_task_is_proposed_again_each_time() -> None:
    class Forgetful(DynamoTasks):
        """Stores a proposal without the version of the claim that it was made from."""

        def new_proposal(self, before: Task, after: Task) -> Update:
            return super().new_proposal(before, replace(after, claim_version=before.claim_version))

    claim_id, task_id = changed_fact()
    for _ in range(2):
        ProposalRefresh(tasks=Forgetful()).run(claim_id)
    assert DynamoTasks().find(task_id).version == 3
    assert len(records_of(claim_id)) == 3


STEPS_OF_RESUMING = [("tasks", "stored"), ("workflows", "go_on"), ("tasks", "resume")]


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("part, method", STEPS_OF_RESUMING)
def test_a_decision_reaches_its_workflow_wherever_the_resumption_is_killed(
    part: str, method: str, moment: str
) -> None:
    _, task_id = approved()
    waiting: Any = Waiting()
    whole = WorkflowResumption(workflows=waiting)
    with pytest.raises(Killed):
        replace(whole, **{part: killed_once(getattr(whole, part), method, moment)}).run(task_id)
    whole.run(task_id)
    assert waiting.told == {"token-1": "approve"}
    assert whole.run(task_id) == "workflow.resumed-before"


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("part, method", [("bus", "put"), ("tables", "commit"), ("tables", "query")])
def test_the_sweep_sends_every_late_event_wherever_it_is_killed(part: str, method: str, moment: str) -> None:
    sent = [waiting_item("document.saved", LONG_AGO, number) for number in range(EVENTS_PER_CALL + 1)]
    seen = Seen()
    killed = Sweep(seen)
    setattr(killed, part, killed_once(getattr(killed, part), method, moment))
    with pytest.raises(Killed):
        killed.run(lambda: True)
    Sweep(seen).run(lambda: True)
    assert set(seen.event_ids) == set(sent)
    assert len(seen.event_ids) <= len(sent) + EVENTS_PER_CALL
    assert Sweep(seen).run(lambda: True)["document.saved"] == 0


class Seen:
    """A bus that keeps the ids of the events that it took."""

    def __init__(self) -> None:
        self.event_ids: list[str] = []

    def put(self, events: Sequence[BusEvent]) -> Refusals:
        self.event_ids += [event.event_id for event in events]
        return Refusals()


STEPS_OF_EXTENDING = [
    ("extensions", "find"),
    ("guarantees", "find"),
    ("claims", "find"),
    ("issue", "print_papers"),
    ("on", "commit"),
]


def approved_extension() -> tuple[Guarantee, str]:
    """Returns a guarantee of three sessions and the id of an approved extension by two."""
    guarantee = guaranteed()
    extension_id = extension_of(guarantee)
    assert decide(extension_task_of(extension_id), more(2)).status == 200
    return guarantee, extension_id


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("part, method", STEPS_OF_EXTENDING)
def test_an_extended_guarantee_is_printed_and_notified_once_wherever_the_step_is_killed(
    part: str, method: str, moment: str, aws: dict[str, Any]
) -> None:
    guarantee, extension_id = approved_extension()
    whole = GuaranteeExtension(issue=WITHOUT_SEAL)
    with pytest.raises(Killed):
        replace(whole, **{part: killed_once(getattr(whole, part), method, moment)}).run(
            ExtensionId(extension_id)
        )
    for _ in range(2):
        assert whole.run(ExtensionId(extension_id)).sessions_granted == 5
    assert len(outbox_rows(aws, "guarantee.extended")) == 1
    assert b" 5 " in paper_of(guarantee, aws)


def test_control_without_the_mark_the_clinic_is_notified_twice(aws: dict[str, Any]) -> None:
    class Forgetful(DynamoExtensions):
        """Stores the extension without the mark."""

        def replacement(self, before: Extension, after: Extension) -> Update:
            assert after.told_at
            return super().replacement(before, before)

    _, extension_id = approved_extension()
    unguarded = GuaranteeExtension(issue=WITHOUT_SEAL, extensions=Forgetful())
    for _ in range(2):
        unguarded.run(ExtensionId(extension_id))
    assert len(outbox_rows(aws, "guarantee.extended")) == 2


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize(
    "part, method", [("extensions", "find"), ("guarantees", "find"), ("tables", "commit")]
)
def test_a_decision_extends_the_guarantee_once_wherever_it_is_killed(
    part: str, method: str, moment: str, aws: dict[str, Any]
) -> None:
    guarantee = guaranteed()
    task = DynamoTasks().find(extension_task_of(extension_of(guarantee)))
    decision = StaffDecision("approve", "caseworker", clock.now(), "Ja", GrantedSessions(2, IN_HALF_A_YEAR))
    decisions = ExtensionDecisions()
    setattr(decisions, part, killed_once(getattr(decisions, part), method, moment))
    with pytest.raises(Killed):
        decisions.decide(task, decision, lambda _: Receipt("one", "f", 200, {}))
    with suppress(AlreadyDecided, AlreadyAnswered):
        ExtensionDecisions().decide(task, decision, lambda _: Receipt("one", "f", 200, {}))
    assert DynamoGuarantees().find(guarantee.guarantee_id).sessions_granted == 5
    assert DynamoBenefits().ledger("tryg", guarantee.person_id).left(guarantee.guarantee_id) == 5
    assert len(outbox_rows(aws, "extension.decided")) == 1


STEPS_OF_CHECKING = [
    ("documents", "find"),
    ("uploads", "content"),
    ("uploads", "keep"),
    ("documents", "accept"),
    ("uploads", "forget"),
]


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("part, method", STEPS_OF_CHECKING)
def test_a_paper_is_accepted_once_and_its_original_deleted_wherever_the_check_is_killed(
    part: str, method: str, moment: str, aws: dict[str, Any]
) -> None:
    claim_id = claim_of()
    consent(claim_id)
    document_id, whole = document_of(claim_id), UploadCheck(write=lambda *_: CleanCopy(b"clean", "x", False))
    with pytest.raises(Killed):
        replace(whole, **{part: killed_once(getattr(whole, part), method, moment)}).run(document_id)
    for _ in range(2):
        assert whole.run(document_id).status == "accepted"
    assert len(outbox_rows(aws, "document.accepted")) == 1
    assert "Contents" not in aws["s3"].list_objects_v2(Bucket="uploads")
    [copy] = aws["s3"].list_objects_v2(Bucket="documents")["Contents"]
    assert copy["Size"] == len(b"clean")


def test_control_an_original_that_is_deleted_first_is_lost_when_the_check_is_killed() -> None:
    class Hasty(Uploads):
        """Deletes the file before its copy stands."""

        def content(self, document: Document, version: str | None = None) -> bytes | None:
            found = super().content(document, version)
            self.forget(document.reject("file-harmful", clock.now()))
            return found

    claim_id = claim_of()
    consent(claim_id)
    document_id = document_of(claim_id)
    hasty = UploadCheck(uploads=Hasty(), write=lambda *_: CleanCopy(b"clean", "x", False))
    with pytest.raises(Killed):
        replace(hasty, documents=killed_once(hasty.documents, "accept", "before")).run(document_id)
    assert hasty.run(document_id).reason == "file-missing"


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("part, method", [("refunds", "find"), ("tasks", "find"), ("on", "commit")])
def test_a_refund_has_one_payable_wherever_the_step_is_killed(
    part: str, method: str, moment: str, aws: dict[str, Any]
) -> None:
    refund_id = refund_of(claim_in_review())
    task_id = refund_task_of(refund_id)
    paid = [{"index": place, "amount": {"amount": "450.00", "currency": "DKK"}} for place in (0, 1)]
    assert decide(task_id, {"decision": "approve", "approved": paid}, by=staff("finance")).status == 200
    parts = {"refunds": DynamoRefunds(), "tasks": DynamoTasks(), "on": Tables()}
    killed = {part: killed_once(parts[part], method, moment)}
    with pytest.raises(Killed):
        RefundApproval(**killed).run(refund_id, task_id)
    for _ in range(2):
        assert RefundApproval().run(refund_id, task_id).status in {"approved", "partly-approved"}
    found, _ = DynamoPayables().with_status("tryg", "approved", 10, None)
    assert [payable.refund_id for payable in found] == [refund_id]
    assert len(outbox_rows(aws, "refund.decided")) == 1

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from helsebro import ids
from helsebro.errors import NotFound
from helsebro.ids import ClaimId, ClinicId, ExtensionId, GuaranteeId, RefundId
from helsebro.tasks import task
from helsebro.tasks.staff_decision import GrantedSessions, StaffDecision, Verdict
from helsebro.tasks.subject import ClaimReview, ClinicReview, ExtensionReview, RefundReview, Subject
from helsebro.tasks.task import AlreadyDecided, Queue, Task
from helsebro_aws.dynamodb.record import from_item, to_item
from tests.builders.domain.answers import proposal

TODAY = date(2026, 11, 21)
AT = datetime(2026, 11, 21, 10, 15, tzinfo=UTC)
CLAIM = ClaimId(ids.mint("clm", "tryg", b"0123456789"))
REFUND = RefundId(ids.within("ref", CLAIM, b"abcdef"))
EXTENSION = ExtensionId(ids.within("ext", CLAIM, b"abcdef"))
GUARANTEE = GuaranteeId(ids.within("gar", CLAIM, b"abcdef"))
CLINIC = ClinicId("cli_nord-1")
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    "sessions, until, codes",
    [
        (1, TODAY + timedelta(days=1), []),
        (24, TODAY + timedelta(days=731), []),
        (0, TODAY + timedelta(days=1), ["grant-sessions-out-of-range"]),
        (25, TODAY, ["grant-sessions-out-of-range", "grant-ends-too-early"]),
        (3, TODAY - timedelta(days=1), ["grant-ends-too-early"]),
        (3, TODAY + timedelta(days=732), ["grant-ends-too-late"]),
    ],
)
def test_a_grant_is_of_some_sessions_and_ends_in_a_sensible_future(
    sessions: int, until: date, codes: list[str]
) -> None:
    assert [fault.code for fault in GrantedSessions(sessions, until).faults(TODAY)] == codes


@pytest.mark.parametrize(
    "queue, subject, subject_id",
    [
        ("claims", ClaimReview(CLAIM), CLAIM),
        ("refunds", RefundReview(CLAIM, REFUND), REFUND),
        (
            "extensions",
            ExtensionReview(CLAIM, EXTENSION, GUARANTEE),
            EXTENSION,
        ),
    ],
)
def test_a_task_is_due_in_its_reviews_time_and_belongs_to_its_payer_and_claim(
    queue: task.Queue, subject: Subject, subject_id: str
) -> None:
    opened = task.opened(queue, subject, AT, DAY)
    assert (opened.due_at - AT, opened.payer) == (DAY, "tryg")
    assert opened.task_id == task.id_for(subject_id, 1)
    assert (opened.status, opened.version, opened.claim_id) == ("open", 1, CLAIM)
    assert ids.claim_of(opened.task_id) == CLAIM


def test_a_task_about_a_clinic_is_the_platforms_and_belongs_to_no_claim() -> None:
    opened = task.opened("onboarding", ClinicReview(CLINIC), AT, DAY)
    assert (opened.payer, ids.clinic_of(opened.task_id)) == ("", CLINIC)
    again = task.retry(opened, opened.task_id, AT, DAY)
    assert ids.clinic_of(again.task_id) == CLINIC
    assert again.task_id != opened.task_id
    with pytest.raises(NotFound):
        _ = opened.claim_id
    assert from_item(Task, to_item(opened)) == opened


def test_a_review_has_one_task_id_and_another_review_another() -> None:
    names = [task.id_for(CLAIM, 1), task.id_for(CLAIM, 1), task.id_for(CLAIM, 2), task.id_for(REFUND, 1)]
    assert names[0] == names[1]
    assert len(set(names)) == 3


def test_a_task_is_decided_once() -> None:
    decision = StaffDecision("deny", "caseworker", AT, "Nej")
    decided = task.opened("claims", ClaimReview(CLAIM), AT, DAY).decide(decision)
    assert (decided.status, decided.version, decided.decision) == ("decided", 2, decision)
    with pytest.raises(AlreadyDecided):
        decided.decide(decision)


def test_a_stored_task_reads_as_it_was() -> None:
    grant = GrantedSessions(3, TODAY, ClinicId("cli_x"))
    one = task.opened("claims", ClaimReview(CLAIM), AT, DAY, proposal=proposal("covered"))
    decided = one.decide(StaffDecision("approve", "caseworker", AT, "Ja", grant))
    assert from_item(Task, to_item(decided)) == decided


def test_each_failed_workflow_has_one_retry_that_leads_back_to_what_was_decided() -> None:
    decided = task.opened("refunds", RefundReview(CLAIM, REFUND), AT, DAY)
    first = task.retry(decided, decided.task_id, AT, DAY)
    second = task.retry(decided, first.task_id, AT, DAY)
    assert len({decided.task_id, first.task_id, second.task_id}) == 3
    assert first == task.retry(decided, decided.task_id, AT, DAY)
    assert {each.retry_of for each in (first, second)} == {decided.task_id}
    assert (first.queue, first.subject, first.due_at) == ("refunds", decided.subject, AT + DAY)
    assert (first.status, first.reason) == ("open", "workflow-failed")


def test_a_task_whose_workflow_failed_stays_open_as_a_new_version() -> None:
    marked = task.opened("claims", ClaimReview(CLAIM), AT, DAY).with_failed_workflow()
    assert (marked.status, marked.reason, marked.version) == ("open", "workflow-failed", 2)


@pytest.mark.parametrize(
    "queue, decision, pays",
    [
        ("refunds", "approve", True),
        ("invoices", "approve", True),
        ("invoices", "deny", False),
        ("claims", "approve", False),
    ],
)
def test_an_approval_of_a_refund_or_an_invoice_pays(queue: Queue, decision: Verdict, pays: bool) -> None:
    opened = task.opened(queue, ClaimReview(CLAIM), AT, DAY)
    assert opened.pays(StaffDecision(decision, "finance", AT)) is pays

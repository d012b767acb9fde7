from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from helsebro.claims.claim import Claim
from helsebro.complaints.complain import ANSWERED_WITHIN, last_day
from helsebro.ids import ClaimId
from helsebro.work_calendar import WorkCalendar
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.complaints.dynamo_complaints import DynamoComplaints
from helsebro_aws.dynamodb.record import to_item
from tests.builders.calls import member, staff
from tests.builders.claims import outbox_rows, read
from tests.builders.decisions import approved, bill_of, claim_in_review, insured_anna
from tests.builders.mandates import given
from tests.builders.objections.complaints import (
    complain,
    complaint_of,
    complaints_of,
    denied_claim,
    denied_claim_of_child,
)
from tests.builders.people.families import MOTHER, STRANGER
from tests.builders.policies import BO

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def denied(aws: dict[str, Any]) -> ClaimId:
    assert aws
    insured_anna()
    return denied_claim()


def stored(claim_id: ClaimId) -> Claim:
    return DynamoClaims().find(claim_id)


def test_a_member_complains_to_the_department_and_reads_it_again(denied: ClaimId, aws: Any) -> None:
    complaint_id = complaint_of(denied, text="Skaden skete derhjemme")
    [shown] = complaints_of(denied).body["items"]
    assert (shown["complaintId"], shown["step"], shown["status"]) == (complaint_id, "department", "received")
    assert (shown["text"], shown["sentBy"], shown["answer"]) == ("Skaden skete derhjemme", "member", None)
    denial = read(denied).body["decision"]
    assert shown["about"] == {"decidedAt": denial["decidedAt"], "round": 1}
    [row] = outbox_rows(aws, "complaint.made")
    assert row["data"]["M"].keys() == {"complaintId", "claimId", "step"}
    assert "derhjemme" not in str(row)


def test_a_complaint_that_is_sent_again_has_the_same_answer(denied: ClaimId) -> None:
    first, again = (complain(denied, key="sent-twice", text="Jeg vil ikke leve mere") for _ in range(2))
    assert (first.status, again.status, again.body) == (202, 202, first.body)
    assert again.body["safety"]["need"] == "crisis"
    assert len(complaints_of(denied).body["items"]) == 1


def test_a_guardian_complains_for_a_child(aws: dict[str, Any]) -> None:
    assert aws
    claim_id, mother = denied_claim_of_child(), member(MOTHER)
    assert complain(claim_id, by=mother).status == 202
    [shown] = complaints_of(claim_id, by=mother).body["items"]
    assert shown["sentBy"] == "guardian"
    assert complain(claim_id, "quality", by=member(STRANGER)).status == 404


def test_a_complaint_is_answered_within_twenty_working_days(denied: ClaimId) -> None:
    complaint_of(denied)
    [made] = DynamoComplaints().of_claim(denied)
    calendar = WorkCalendar("DK")
    day = calendar.working_days_after(calendar.day_of(made.made_at), ANSWERED_WITHIN)
    assert made.due_at == calendar.end_of(day)


def test_the_denial_carries_the_next_step_and_its_last_day(denied: ClaimId) -> None:
    def steps() -> list[tuple[str, str | None]]:
        found = [step for step in read(denied).body["nextSteps"] if step["kind"] == "complaint"]
        return [(step["step"], step.get("lastDay")) for step in found]

    claim = stored(denied)
    assert claim.decision
    day = last_day(claim, claim.decision).isoformat()
    assert steps() == [("department", day), ("quality", None), ("board", None)]
    [first, *_] = [step for step in read(denied).body["nextSteps"] if step["kind"] == "complaint"]
    assert "Klag senest den" in first["text"]
    complaint_of(denied)
    assert steps() == [("quality", day), ("board", None)]


def test_the_steps_are_taken_in_order_and_each_once(denied: ClaimId, aws: Any) -> None:
    for step in ("quality", "board"):
        refused = complain(denied, step)
        assert (refused.status, refused.body["code"]) == (409, "complaint-step-order")
        assert refused.body["nextStep"] == "department"
    complaint_of(denied)
    for step, following in (("department", "quality"), ("quality", "quality"), ("board", "quality")):
        refused = complain(denied, step)
        assert (refused.status, refused.body["nextStep"]) == (409, following), step
    assert len(outbox_rows(aws, "complaint.made")) == 1


def test_the_same_key_complains_once(denied: ClaimId, aws: Any) -> None:
    first, again = (complain(denied, key="once") for _ in range(2))
    assert (again.status, again.body) == (202, first.body)
    assert len(outbox_rows(aws, "complaint.made")) == 1


def test_a_complaint_that_is_not_answered_in_time_opens_the_next_step(
    denied: ClaimId, monkeypatch: pytest.MonkeyPatch
) -> None:
    complaint_of(denied)
    [made] = DynamoComplaints().of_claim(denied)
    assert made.due_at
    monkeypatch.setattr("helsebro_aws.platform.clock.now", lambda: made.due_at)
    assert complain(denied, "quality").status == 202


@pytest.mark.parametrize("days, status", [(0, 202), (1, 422)])
def test_the_last_day_is_in_time(
    denied: ClaimId, monkeypatch: pytest.MonkeyPatch, days: int, status: int
) -> None:
    claim = stored(denied)
    assert claim.decision
    last = last_day(claim, claim.decision)
    noon = datetime.combine(last + timedelta(days=days), time(11), UTC)
    monkeypatch.setattr("helsebro_aws.platform.clock.now", lambda: noon)
    answer = complain(denied)
    assert answer.status == status
    if status == 422:
        assert (answer.body["code"], answer.body["lastDay"]) == ("complaint-too-late", last.isoformat())
        assert [step["kind"] for step in read(denied).body["nextSteps"]].count("complaint") == 0


def test_nothing_refused_is_nothing_to_complain_about(aws: Any) -> None:
    assert aws
    insured_anna()
    claim_id, _ = approved()
    for about in (claim_id, claim_in_review()):
        refused = complain(about)
        assert (refused.status, refused.body["code"]) == (409, "nothing-to-complain-about")


def test_only_who_may_act_on_the_case_complains(denied: ClaimId, aws: Any) -> None:
    assert complain(denied, by=member(BO)).status == 404
    assert complain(denied, by=staff("caseworker", payer="gjensidige")).status == 404
    assert complaints_of(denied, by=member(BO)).status == 404
    given(denied, "contact")
    refused = complain(denied, by=member(BO))
    assert (refused.status, refused.body["code"]) == (403, "mandate-to-contact-only")
    assert outbox_rows(aws, "complaint.made") == []


def test_who_acts_by_mandate_complains_and_it_is_noted(denied: ClaimId) -> None:
    given(denied, "contact", "act")
    complaint_of(denied, by=member(BO))
    [shown] = complaints_of(denied).body["items"]
    assert shown["sentBy"] == "holder"


def test_staff_send_what_a_member_writes_in_a_letter(denied: ClaimId) -> None:
    complaint_of(denied, by=staff("caseworker"))
    for reader in ("quality", "caseworker"):
        [shown] = complaints_of(denied, by=staff(reader)).body["items"]
        assert shown["sentBy"] == "caseworker"


@pytest.mark.parametrize(
    "changes, code, pointer",
    [
        ({"text": " … "}, "no-letter-or-digit", "/text"),
        ({"text": ""}, "too-short", "/text"),
        ({"step": "court"}, "unknown-value", "/step"),
        ({"document_ids": ["doc_a2zt5pxlrqsc3dmkow7vyb4g"]}, "unknown-field", "/document_ids"),
        ({"documentIds": ["doc_a2zt5pxlrqsc3dmkow7vyb4g"]}, "no-accepted-paper", "/documentIds/0"),
    ],
)
def test_a_complaint_says_something_to_someone(
    denied: ClaimId, aws: Any, changes: dict[str, Any], code: str, pointer: str
) -> None:
    refused = complain(denied, **changes)
    assert refused.status == 422
    assert [(fault["pointer"], fault["code"]) for fault in refused.body["errors"]] == [(pointer, code)]
    assert outbox_rows(aws, "complaint.made") == []


def test_papers_of_the_case_support_a_complaint(denied: ClaimId) -> None:
    document_id = bill_of(denied)
    complaint_of(denied, documentIds=[document_id, document_id])
    [shown] = complaints_of(denied).body["items"]
    assert shown["documentIds"] == [document_id]


def test_acute_words_in_a_complaint_call_the_staff_and_answer_with_numbers(denied: ClaimId, aws: Any) -> None:
    answer = complain(denied, text="Jeg vil ikke leve mere")
    assert answer.body["safety"]["need"] == "crisis"
    assert [row["data"]["M"]["queue"]["S"] for row in outbox_rows(aws, "task.opened")] == ["claims", "claims"]


@pytest.mark.parametrize(
    "language, words", [("da", "hvert trin"), ("nb", "hvert trinn"), ("en", "each step")]
)
def test_the_refusal_of_a_skipped_step_is_in_the_callers_language(
    denied: ClaimId, language: str, words: str
) -> None:
    assert words in complain(denied, "board", language=language).body["detail"]
    assert to_item(stored(denied).complaints) == []

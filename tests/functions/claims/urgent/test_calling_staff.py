"""Acute words outside the messages call the staff at once: a task to do now, and a mail (F3-22)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from helsebro_aws.platform import clock
from tests.builders.calls import member, staff
from tests.builders.claims import claim_of, outbox_rows, report, state_facts
from tests.builders.decisions import claim_in_review, decide, insured_anna, task_of, tasks_in
from tests.builders.extensions import extension_of, guaranteed
from tests.builders.mandates import given
from tests.builders.policies import BO

pytestmark = pytest.mark.usefixtures("aws")
CRISIS, PLAIN = "Jeg har tænkt på at gøre en ende på det hele.", "Jeg faldt på trappen."
CASEWORKER = staff("caseworker", payer="tryg")
REASONS = ("words-acute", "words-crisis")


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    return insured_anna()


def calls() -> list[dict[str, Any]]:
    """The tasks of the claims queue that call the staff."""
    return [item for item in tasks_in().body["items"] if item.get("reason") in REASONS]


def mails(aws: Any) -> list[dict[str, Any]]:
    return [row["data"]["M"] for row in outbox_rows(aws, "staff.called")]


@pytest.mark.parametrize(
    "words, reason", [(CRISIS, "words-crisis"), ("Jeg kan ikke få vejret.", "words-acute")]
)
def test_a_description_with_acute_words_is_a_task_to_do_now_and_a_mail(
    words: str, reason: str, aws: Any
) -> None:
    reported = report(description=words)
    [task] = calls()
    assert (task["reason"], task["subject"]["claimId"]) == (reason, reported.body["claimId"])
    assert _at(task["dueAt"]) <= clock.now() + timedelta(hours=1)
    [mail] = mails(aws)
    assert mail == {"claimId": {"S": reported.body["claimId"]}, "queue": {"S": "claims"}}


def test_a_description_that_can_wait_calls_no_one(aws: Any) -> None:
    assert report(description=PLAIN).status == 201
    assert (calls(), mails(aws)) == ([], [])


def test_words_that_the_staff_wrote_down_on_the_phone_call_no_one(anna: str, aws: Any) -> None:
    reported = report(by=CASEWORKER, description=CRISIS, personId=anna)
    assert reported.status == 201, reported.body
    assert (calls(), mails(aws)) == ([], [])


def test_a_report_that_is_sent_again_calls_once(aws: Any) -> None:
    for _ in range(2):
        report(key="again", description=CRISIS)
    assert (len(calls()), len(mails(aws))) == (1, 1)


@pytest.mark.parametrize("words, count", [(CRISIS, 1), (PLAIN, 0)], ids=["acute", "plain"])
def test_acute_words_that_answer_a_question_call_the_staff(words: str, count: int, aws: Any) -> None:
    claim_id = claim_in_review()
    decide(task_of(claim_id), {"decision": "clarify", "question": "Hvordan går det?"})
    assert state_facts(claim_id, answer={"text": words}).status == 200
    assert [task["subject"]["claimId"] for task in calls()] == [claim_id] * count
    assert len(mails(aws)) == count


def test_acute_words_that_ask_for_more_sessions_call_the_staff(aws: Any) -> None:
    guarantee = guaranteed()
    extension_of(guarantee, reason=CRISIS)
    assert [task["subject"]["claimId"] for task in calls()] == [guarantee.claim_id]
    assert len(mails(aws)) == 1


def test_who_reads_the_words_closes_the_task() -> None:
    report(description=CRISIS)
    [task] = calls()
    assert decide(task["taskId"], {"decision": "approve"}).status == 200
    assert calls() == []


def test_the_words_of_who_holds_a_mandate_call_the_staff_too() -> None:
    claim_id = claim_in_review()
    given(claim_id, "act")
    decide(task_of(claim_id), {"decision": "clarify", "question": "Hvordan går det?"})
    assert state_facts(claim_id, by=member(BO), answer={"text": CRISIS}).status == 200
    assert len(calls()) == 1


def test_no_event_says_why_the_staff_are_called(aws: Any) -> None:
    claim_of(description=CRISIS)
    rows = str(aws["dynamodb"].scan(TableName="outbox")["Items"])
    assert "staff.called" in rows
    assert "crisis" not in rows
    assert "gøre en ende" not in rows


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))

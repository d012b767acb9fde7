"""A question about a refund or an extension: its clock pauses, and the answer resumes it."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.deadlines.clocks import CLOCKS
from helsebro.ids import ClaimId
from helsebro_aws.deadlines.dynamo_deadlines import DynamoDeadlines
from helsebro_aws.deadlines.keeping import DeadlineKeeping
from helsebro_aws.deadlines.keys import deadline_key
from helsebro_aws.platform import clock
from tests.builders.calls import staff
from tests.builders.claims import document_of, outbox_rows, pointers, state_facts
from tests.builders.decisions import (
    bill_of,
    claim_in_review,
    decide,
    insured_anna,
    read_refund,
    refund_of,
    refund_task_of,
)
from tests.builders.documents.checked_papers import check_by_the_function
from tests.builders.extensions import extension_of, extension_task_of, guaranteed, read_extensions
from tests.builders.messages.notifications import notifications_in, notify
from tests.builders.messages.threads import of_case, write

pytestmark = pytest.mark.usefixtures("aws")
ASKED = {"decision": "clarify", "question": "Hvilken dag var det?"}


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    return insured_anna()


@pytest.fixture(params=["refund", "extension"])
def asked(request: pytest.FixtureRequest) -> tuple[str, ClaimId, str]:
    """What the staff have asked about: its clock, its case and its id."""
    if request.param == "refund":
        claim_id = claim_in_review()
        about = str(refund_of(claim_id, documentIds=[bill_of(claim_id)]))
        task_id, by = refund_task_of(about), staff("finance")
    else:
        guarantee = guaranteed()
        claim_id = guarantee.claim_id
        about = str(extension_of(guarantee))
        task_id, by = extension_task_of(about), staff("caseworker")
    assert decide(task_id, ASKED, by=by).status == 200
    return request.param, claim_id, about


def question_of(kind: str, claim_id: ClaimId, about: str) -> str | None:
    """The open question as the member reads it."""
    if kind == "refund":
        found: str | None = read_refund(about).body.get("question")
        return found
    return next((row.get("question") for row in read_extensions(claim_id).body["items"]), None)


def kept(aws: Any) -> None:
    """Lets the clocks hear everything that has happened, in its order."""
    rows = aws["dynamodb"].scan(TableName="outbox")["Items"]
    for row in sorted(rows, key=lambda row: row["pk"]["S"]):
        data = {name: value["S"] for name, value in row["data"]["M"].items() if "S" in value}
        named = {name: row[name]["S"] for name in ("type", "at", "payer")}
        DeadlineKeeping().keep({"eventId": row["pk"]["S"], **named, "data": data})


def state(kind: str, claim_id: ClaimId, about: str) -> str | None:
    found = DynamoDeadlines().find(deadline_key("tryg", claim_id, kind, about))
    return found.deadline.state(CLOCKS[kind], clock.now()) if found else None


def test_the_clock_pauses_on_the_question_and_runs_on_with_the_answer_in_a_message(
    asked: tuple[str, ClaimId, str], aws: Any
) -> None:
    kind, claim_id, about = asked
    kept(aws)
    assert state(kind, claim_id, about) == "paused"
    sent = write(of_case(claim_id), "Den 3.")
    assert (sent.status, sent.body["answers"]) == (201, kind)
    assert question_of(kind, claim_id, about) is None
    kept(aws)
    assert state(kind, claim_id, about) == "running"


def test_the_answer_with_the_facts_and_a_paper_resume_it_too(
    asked: tuple[str, ClaimId, str], aws: Any
) -> None:
    kind, claim_id, about = asked
    assert state_facts(claim_id, answer={"text": "Den 3."}).status == 200
    kept(aws)
    assert state(kind, claim_id, about) == "running"


def test_an_accepted_paper_resumes_it(asked: tuple[str, ClaimId, str], aws: Any) -> None:
    kind, claim_id, about = asked
    document_id = document_of(claim_id, fileType="other")
    assert check_by_the_function(claim_id, document_id) == "accepted"
    kept(aws)
    assert state(kind, claim_id, about) == "running"


def test_the_member_gets_a_mail_about_the_question(asked: tuple[str, ClaimId, str], aws: Any) -> None:
    _, claim_id, _ = asked
    event = outbox_rows(aws, "question.asked")[0]["data"]["M"]
    assert notify("question.asked", claimId=event["claimId"]["S"], queue=event["queue"]["S"]) == []
    assert {known.kind for known in notifications_in(aws) if known.case_id == claim_id} >= {"question-asked"}


def test_a_message_that_must_answer_is_refused_where_nothing_is_asked(aws: Any) -> None:
    claim_id = claim_in_review()
    refused = write(of_case(claim_id), "Hver dag.", answersQuestion=True)
    assert pointers(refused) == {("/answersQuestion", "question-not-open")}
    assert outbox_rows(aws, "message.received") == []
    assert write(of_case(claim_id), "Hver dag.", answersQuestion=None).status == 201


def test_a_message_that_must_answer_does(asked: tuple[str, ClaimId, str]) -> None:
    kind, claim_id, _ = asked
    assert write(of_case(claim_id), "Den 3.", answersQuestion=True).body["answers"] == kind

"""A paper that comes after the question of the staff was answered is a task of who works on the case."""

from __future__ import annotations

from typing import Any

import pytest
from boto3.dynamodb.types import TypeDeserializer
from functions.deadlines.keep_deadlines.handler import handler as keep_deadlines
from functions.documents.documents.handler import handler as documents

from helsebro.ids import ClaimId
from tests.builders.calls import ask, event, member, staff
from tests.builders.claims import consent, document_of, outbox_rows, read, state_facts
from tests.builders.decisions import approved as approved_case
from tests.builders.decisions import (
    claim_in_review,
    decide,
    insured_anna,
    refund_of,
    refund_task_of,
    task_of,
    tasks_in,
)
from tests.builders.documents.checked_papers import check_by_the_function
from tests.builders.events.messages import comes_again
from tests.builders.extensions import guaranteed
from tests.builders.messages.threads import of_case, written
from tests.builders.policies import ANNA


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    return insured_anna()


def arrives(claim_id: ClaimId, file_type: str = "other") -> None:
    paper = document_of(claim_id, fileType=file_type)
    assert check_by_the_function(claim_id, paper) == "accepted"


def to_read() -> list[str]:
    """The cases of the tasks about a paper that has arrived."""
    found = tasks_in().body["items"]
    return [task["subject"]["claimId"] for task in found if task.get("reason") == "paper-arrived"]


def answered_case() -> ClaimId:
    claim_id = claim_in_review()
    decide(task_of(claim_id), {"decision": "clarify", "question": "Hvilket knæ?"})
    written(of_case(claim_id), "Det venstre")
    return claim_id


def answered_refund() -> ClaimId:
    claim_id = guaranteed().claim_id
    question = {"decision": "clarify", "question": "Hvem behandlede?"}
    assert decide(refund_task_of(refund_of(claim_id)), question, by=staff("finance")).status == 200
    assert state_facts(claim_id, answer={"text": "Kiropraktor Bo"}).status == 200
    return claim_id


@pytest.mark.parametrize("begun", [answered_case, answered_refund])
def test_a_paper_after_the_answer_is_a_task_once(begun: Any) -> None:
    claim_id = begun()
    assert to_read() == []
    arrives(claim_id)
    assert to_read() == [claim_id]


def test_the_paper_that_answers_is_no_task_of_its_own() -> None:
    claim_id = claim_in_review()
    decide(task_of(claim_id), {"decision": "clarify", "question": "Hvilket knæ?"})
    arrives(claim_id)
    assert to_read() == []


def approved() -> ClaimId:
    return approved_case()[0]


def kept(aws: dict[str, Any]) -> None:
    """Sends what happened to papers and tasks to the clocks, in any order."""
    for row in [*outbox_rows(aws, "task.closed"), *outbox_rows(aws, "document.accepted")]:
        told = {"eventId": row["pk"]["S"], **{name: row[name]["S"] for name in ("type", "at", "payer")}}
        assert (
            comes_again(keep_deadlines, {**told, "data": TypeDeserializer().deserialize(row["data"])}) == []
        )


def reply_clock(claim_id: ClaimId) -> dict[str, Any]:
    clocks: list[dict[str, Any]] = read(claim_id).body["deadlines"]
    return next(each for each in clocks if each["kind"] == "document-reply")


def denied_without_consent() -> ClaimId:
    """A denied case whose new evidence waits for the consent."""
    claim_id = claim_in_review()
    assert decide(task_of(claim_id), {"decision": "deny", "reason": "Ikke dækket"}).status == 200
    assert consent(claim_id, given=False).status == 200
    return claim_id


def with_open_refund() -> ClaimId:
    claim_id = guaranteed().claim_id
    refund_task_of(refund_of(claim_id))
    return claim_id


@pytest.mark.parametrize(
    "begun",
    [approved, denied_without_consent, with_open_refund, lambda: guaranteed().claim_id],
    ids=["approved", "denied", "refund", "guarantee"],
)
def test_a_paper_of_a_case_that_is_decided_is_a_task_and_starts_the_clock_of_the_reply(
    aws: dict[str, Any], begun: Any
) -> None:
    claim_id = begun()
    arrives(claim_id)
    assert to_read() == [claim_id]
    kept(aws)
    [task] = [each for each in tasks_in().body["items"] if each.get("reason") == "paper-arrived"]
    clock = reply_clock(claim_id)
    assert (clock["state"], task["dueAt"][:16]) == ("running", clock["dueAt"][:16])
    assert decide(task["taskId"], {"decision": "approve"}).status == 200
    kept(aws)
    assert reply_clock(claim_id)["state"] == "met"


@pytest.mark.parametrize(
    "language, words",
    [("da", "Papiret kom frem den "), ("nb", "Papiret kom fram "), ("en", "The paper arrived on ")],
)
def test_the_member_reads_that_it_arrived(language: str, words: str) -> None:
    claim_id = approved()
    arrives(claim_id)
    path = f"/v1/claims/{claim_id}/documents"
    call = event("GET", path, by=member(ANNA), headers={"accept-language": language})
    lines = [each.get("arrived") for each in ask(documents, call).body["items"]]
    assert [bool(line) for line in sorted(lines, key=bool)] == [*[False] * (len(lines) - 1), True]
    assert any(line and line.startswith(words) for line in lines)


def test_papers_that_come_together_are_one_task_of_another_version() -> None:
    claim_id = approved()
    arrives(claim_id)
    [first] = [each for each in tasks_in().body["items"] if each.get("reason") == "paper-arrived"]
    arrives(claim_id, "journal")
    arrives(claim_id, "imaging-description")
    [task] = [each for each in tasks_in().body["items"] if each.get("reason") == "paper-arrived"]
    assert (task["taskId"], task["version"]) == (first["taskId"], first["version"] + 2)
    # Who has not seen the later papers cannot close it by mistake.
    stale = decide(task["taskId"], {"decision": "approve"}, version=first["version"])
    assert (stale.status, to_read()) == (412, [claim_id])
    assert decide(task["taskId"], {"decision": "approve"}, version=task["version"]).status == 200
    arrives(claim_id)
    assert to_read() == [claim_id]


def test_a_bill_and_a_paper_in_the_first_review_are_no_task() -> None:
    arrives(answered_case(), "invoice")
    arrives(approved(), "invoice")
    arrives(claim_in_review())
    assert to_read() == []


def test_who_has_read_it_closes_the_task() -> None:
    arrives(answered_case())
    [task] = [each for each in tasks_in().body["items"] if each.get("reason") == "paper-arrived"]
    assert decide(task["taskId"], {"decision": "approve"}).status == 200
    assert to_read() == []

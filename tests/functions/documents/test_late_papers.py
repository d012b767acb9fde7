"""A paper that comes after the question of the staff was answered is a task of who works on the case."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.ids import ClaimId
from tests.builders.calls import staff
from tests.builders.claims import document_of, state_facts
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
from tests.builders.extensions import guaranteed
from tests.builders.messages.threads import of_case, written


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


def test_a_bill_and_a_paper_without_a_question_are_no_task() -> None:
    arrives(answered_case(), "invoice")
    arrives(guaranteed().claim_id)
    assert to_read() == []


def test_who_has_read_it_closes_the_task() -> None:
    arrives(answered_case())
    [task] = [each for each in tasks_in().body["items"] if each.get("reason") == "paper-arrived"]
    assert decide(task["taskId"], {"decision": "approve"}).status == 200
    assert to_read() == []

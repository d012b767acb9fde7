"""Words that suggest an acute need say whom to call, and are read first; every message says its deadline."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from helsebro.country_profile import profile
from helsebro.ids import ThreadId
from helsebro.local_day import local_day
from helsebro.work_calendar import is_working_day
from helsebro_aws.messages.dynamo_threads import DynamoThreads
from tests.builders.calls import ask, event, member
from tests.builders.claims import claim_of, outbox_rows, read
from tests.builders.decisions import claim_in_review, decide, insured_anna, task_of
from tests.builders.mandates import given
from tests.builders.messages.threads import (
    BEFORE_A_CASE,
    caseworker,
    in_inbox,
    inbox,
    listed,
    of_case,
    of_enquiry,
    waiting,
    write,
    written,
)
from tests.builders.policies import ANNA, BO, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
CRISIS, ACUTE, PLAIN = "Jeg vil ikke leve mere.", "Jeg kan ikke få vejret.", "Hvad sker der?"


def living_in(country: str) -> str:
    payer_of("tryg")
    return insured_of(policy_of("tryg"), country=country)


@pytest.mark.parametrize("country", ["DK", "NO"])
def test_acute_words_in_a_case_and_before_one_say_whom_to_call(country: str) -> None:
    living_in(country)
    here = profile(country)
    for path in (of_case(claim_of()), BEFORE_A_CASE):
        sent = write(path, CRISIS)
        assert sent.status == 201
        assert sent.body["safety"]["need"] == "crisis"
        assert sent.body["safety"]["numbers"][0]["number"] == here.crisis.numbers[0].number
        assert here.safety["da"] in sent.body["safety"]["text"]
        assert listed(path).body["items"][0]["safety"] == sent.body["safety"]
        assert "safety" not in write(path, PLAIN).body
        assert "safety" not in listed(path).body["items"][0]


@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_whom_to_call_is_said_in_the_readers_language(language: str) -> None:
    from functions.messages.enquiries.handler import handler

    insured_anna()
    headers = {"accept-language": language}
    call = event("POST", BEFORE_A_CASE, by=member(ANNA), body={"text": "I want to die"}, headers=headers)
    assert profile("DK").crisis.text[language] in ask(handler, call).body["safety"]["text"]


def test_a_message_that_is_sent_again_says_whom_to_call_again() -> None:
    insured_anna()
    first = write(BEFORE_A_CASE, ACUTE, key="again")
    assert write(BEFORE_A_CASE, ACUTE, key="again").body == first.body


def test_who_writes_on_behalf_of_the_member_reads_whom_to_call_too() -> None:
    insured_anna()
    claim_id = claim_of()
    given(claim_id, "contact")
    assert write(of_case(claim_id), CRISIS, member(BO)).body["safety"]["need"] == "crisis"
    assert listed(of_case(claim_id), member(BO)).body["items"][0]["safety"]["need"] == "crisis"


def test_the_staff_see_a_mark_and_read_acute_words_first() -> None:
    insured_anna()
    first, second = claim_of(), claim_of()
    written(of_case(first), PLAIN)
    written(of_case(second), CRISIS)
    written(BEFORE_A_CASE, PLAIN)
    assert waiting()[0] == second
    assert [entry["need"] for entry in inbox().body["items"]] == ["crisis", None, None]
    in_inbox(f"{second}/assignee", {"assignee": "me"})
    assert inbox("?assignee=me").body["items"][0]["need"] == "crisis"
    row = listed(of_case(second), caseworker()).body["items"][0]
    assert (row["need"], "safety" in row) == ("crisis", False)
    assert "need" not in listed(of_case(second)).body["items"][0]


def test_the_mark_stays_until_the_staff_answer_and_takes_the_stronger_need() -> None:
    insured_anna()
    path = of_case(claim_of())
    for text, need in ((PLAIN, None), (CRISIS, "crisis"), (ACUTE, "acute"), (PLAIN, "acute")):
        written(path, text)
        assert inbox().body["items"][0]["need"] == need
    written(path, "Vi ringer til dig nu. Selvmord er ikke svaret.", caseworker())
    assert inbox().body["items"][0]["need"] is None
    assert "need" not in listed(path, caseworker()).body["items"][0], "it is of what the member wrote"


def test_acute_words_that_answer_a_question_wait_for_someone_to_read_them(aws: Any) -> None:
    insured_anna()
    claim_id = claim_in_review()
    decide(task_of(claim_id), {"decision": "clarify", "question": "Hvordan går det?"})
    sent = write(of_case(claim_id), CRISIS)
    assert (sent.body["answers"], sent.body["safety"]["need"]) == ("claim", "crisis")
    assert sent.body["dueAt"]
    assert inbox().body["items"][0]["waitsSince"] == sent.body["at"]
    assert outbox_rows(aws, "message.received")[0]["data"]["M"]["first"]["S"] == "yes"
    assert read(claim_id).body["safety"]["need"] == "crisis"


def test_no_event_says_that_a_message_is_acute(aws: Any) -> None:
    insured_anna()
    written(BEFORE_A_CASE, CRISIS)
    assert "crisis" not in str(aws["dynamodb"].scan(TableName="outbox")["Items"])


def test_acute_words_call_the_staff_at_once_also_when_the_thread_waits_already(aws: Any) -> None:
    insured_anna()
    claim_id = claim_of()
    written(of_case(claim_id), PLAIN)
    assert outbox_rows(aws, "staff.called") == []
    written(of_case(claim_id), CRISIS)
    written(BEFORE_A_CASE, ACUTE)
    written(of_case(claim_id), CRISIS, caseworker())
    called = [row["data"]["M"] for row in outbox_rows(aws, "staff.called")]
    [enquiry_id] = [row["enquiryId"] for row in inbox().body["items"] if "enquiryId" in row]
    about = {row.get("claimId", row.get("enquiryId"))["S"] for row in called}
    assert (about, len(called)) == ({claim_id, enquiry_id}, 2)


def test_a_message_says_by_when_the_staff_answer_until_they_do() -> None:
    insured_anna()
    for path in (of_case(claim_of()), BEFORE_A_CASE):
        sent = write(path)
        due_at = sent.body["dueAt"]
        assert timedelta(hours=24) <= _at(due_at) - _at(sent.body["at"]) < timedelta(days=7)
        assert is_working_day(local_day(_at(due_at), "DK"), "DK")
        later = write(path, "Er der nyt?")
        assert later.body["dueAt"] == due_at, "the answer to the first answers the later ones too"
        assert [row["dueAt"] for row in listed(path).body["items"]] == [due_at, due_at]
        reply = write(_of_staff(path), "Ja.", caseworker())
        assert reply.body["dueAt"] is None
        assert {row["dueAt"] for row in listed(path).body["items"]} == {None}


def test_the_deadline_of_a_message_is_that_of_its_clock() -> None:
    from helsebro.deadlines.rows.of_messages import OF_A_CASE
    from helsebro.work_calendar import WorkCalendar

    insured_anna()
    claim_id = claim_of()
    sent = write(of_case(claim_id))
    thread = DynamoThreads().find(ThreadId(claim_id))
    assert thread.waits_since
    assert _at(sent.body["dueAt"]) == OF_A_CASE.length.due(thread.waits_since, WorkCalendar("DK"))


def test_a_message_that_answers_a_question_has_no_deadline_of_its_own() -> None:
    insured_anna()
    claim_id = claim_in_review()
    decide(task_of(claim_id), {"decision": "clarify", "question": "Hvilket knæ?"})
    assert write(of_case(claim_id), "Det venstre.").body["dueAt"] is None


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def _of_staff(path: str) -> str:
    if path != BEFORE_A_CASE:
        return path
    return of_enquiry(next(row["enquiryId"] for row in inbox().body["items"] if "enquiryId" in row))

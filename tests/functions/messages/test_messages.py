from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from helsebro.ids import ClaimId
from helsebro.local_day import local_day
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from tests.builders.calls import member, staff
from tests.builders.claims import claim_of, consent, document_of, outbox_rows, pointers, read
from tests.builders.decisions import bill_of, claim_in_review, decide, insured_anna, task_of
from tests.builders.documents.checked_papers import check_by_the_function
from tests.builders.mandates import given, revoke
from tests.builders.messages.threads import (
    caseworker,
    inbox,
    listed,
    of_case,
    read_up_to,
    set_canned,
    texts,
    write,
    written,
)
from tests.builders.policies import ANNA, BO, CARL, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
AUNT = "0303751234"
QUESTION = {"decision": "clarify", "question": "Hvilket knæ?"}


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    return insured_anna()


@pytest.fixture
def claim_id() -> ClaimId:
    return claim_of(treatment={"type": "chiropractic"})


@pytest.fixture
def path(claim_id: ClaimId) -> str:
    return of_case(claim_id)


def clarifying(**question: Any) -> ClaimId:
    """A claim in which the staff wait for the member's answer."""
    claim_id = claim_in_review()
    assert decide(task_of(claim_id), {**QUESTION, **question}).status == 200
    return claim_id


def data_of(aws: Any, kind: str) -> list[dict[str, str]]:
    """The data of the stored events of a type."""
    rows = (row["data"]["M"] for row in outbox_rows(aws, kind))
    return [{name: value["S"] for name, value in row.items()} for row in rows]


def test_a_member_and_the_staff_write_to_each_other_in_a_case(path: str) -> None:
    written(path, "Hvornår hører jeg fra jer?")
    written(path, "I morgen.", caseworker())
    items = listed(path).body["items"]
    assert [(item["by"], item["text"]) for item in items] == [
        ("staff", "I morgen."),
        ("member", "Hvornår hører jeg fra jer?"),
    ]
    assert "writtenBy" not in items[0]
    assert listed(path, caseworker()).body["items"][0]["writtenBy"] == "s-1"


def test_a_text_is_stored_encrypted_and_no_event_or_receipt_holds_it(path: str, aws: Any) -> None:
    written(path, "Kanariediagnose")
    written(path, "Kanariesvar", caseworker())
    for table in ("cases", "outbox", "idempotency"):
        assert "Kanarie" not in str(aws["dynamodb"].scan(TableName=table)["Items"])


def test_a_holder_of_contact_reads_and_writes_until_the_mandate_is_revoked(
    claim_id: ClaimId, path: str
) -> None:
    mandate_id = given(claim_id, "contact")
    written(path, "På Annas vegne", member(BO))
    assert listed(path, member(BO)).body["items"][0]["by"] == "holder"
    key = "holder-1"
    assert write(path, by=member(BO), key=key).status == 201
    revoke(claim_id, mandate_id)
    assert listed(path, member(BO)).status == write(path, by=member(BO)).status == 404
    assert write(path, by=member(BO), key=key).status == 404


def test_a_guardian_writes_until_the_fifteenth_birthday(anna: str) -> None:
    policy_id = policy_of("tryg", number="P-family")
    child = insured_of(
        policy_id, cpr=CARL, relation="child", mainInsuredPersonId=anna, enrolledOn="2024-01-01"
    )
    claim_id = claim_of(member(ANNA), personId=child)
    path = of_case(claim_id)
    written(path)
    assert listed(path).body["items"][0]["by"] == "guardian"
    before = DynamoClaims().find(claim_id)
    today = local_day(datetime.now(UTC))
    DynamoClaims().change(before, replace(before, guardian_until=today, version=before.version + 1))
    assert listed(path).status == write(path).status == 404
    assert listed(path, member(CARL)).body["items"][0]["by"] == "guardian"


@pytest.mark.parametrize("by", [member(AUNT), staff("caseworker", payer="gjensidige")])
def test_a_case_of_others_is_not_found(path: str, by: dict[str, Any]) -> None:
    payer_of("gjensidige")
    message_id = written(path)
    assert listed(path, by).status == write(path, by=by).status == 404
    assert read_up_to(path, message_id, by).status == 404


@pytest.mark.parametrize("role", ["finance", "quality"])
def test_staff_of_other_queues_do_not_read_the_messages_of_a_claim(path: str, role: str) -> None:
    written(path)
    assert listed(path, staff(role)).status == write(path, by=staff(role)).status == 403


def test_each_side_sees_how_far_the_other_has_read(path: str) -> None:
    first, second = written(path, "Et"), written(path, "To")
    assert [item["readBy"] for item in listed(path).body["items"]] == [["member"], ["member"]]
    assert read_up_to(path, first, caseworker()).body == {"readUpTo": first}
    assert [item["readBy"] for item in listed(path).body["items"]] == [["member"], ["member", "staff"]]
    assert read_up_to(path, second, caseworker()).body == {"readUpTo": second}
    assert read_up_to(path, first, caseworker()).body == {"readUpTo": second}, "it never goes back"


def test_a_message_of_another_case_cannot_be_read_up_to(path: str) -> None:
    written(path)
    other = written(of_case(claim_of(treatment={"type": "chiropractic"})))
    assert read_up_to(path, other).status == 404
    assert pointers(read_up_to(path, "msg_")) == {("/messageId", "id-malformed")}


def test_the_first_message_that_waits_starts_the_clock_and_the_answer_ends_it(path: str, aws: Any) -> None:
    first = written(path)
    written(path)
    assert [event["first"] for event in data_of(aws, "message.received")].count("yes") == 1
    written(path, "Svar", caseworker())
    assert [event["messageId"] for event in data_of(aws, "message.answered")] == [first]
    written(path, "Mere", caseworker())
    assert len(data_of(aws, "message.answered")) == 1
    assert len(data_of(aws, "message.sent")) == 2


def test_an_accepted_paper_of_the_case_goes_with_a_message_and_no_other(claim_id: ClaimId, path: str) -> None:
    consent(claim_id)
    document_id = document_of(claim_id)
    assert pointers(write(path, documentIds=[document_id])) == {("/documentIds/0", "no-accepted-paper")}
    assert check_by_the_function(claim_id, document_id) == "accepted"
    written(path, documentIds=[document_id])
    assert listed(path).body["items"][0]["documentIds"] == [document_id]
    other = of_case(claim_of(treatment={"type": "chiropractic"}))
    assert pointers(write(other, documentIds=[document_id])) == {("/documentIds/0", "no-accepted-paper")}


@pytest.mark.parametrize(
    "body, faults",
    [
        ({"text": None}, {("/text", "missing")}),
        ({"text": ""}, {("/text", "too-short")}),
        ({"text": "…"}, {("/text", "no-letter-or-digit")}),
        ({"text": "x" * 4001}, {("/text", "too-long")}),
        (
            {"cannedAnswer": "papers"},
            {("/cannedAnswer", "text-or-canned"), ("/cannedAnswer", "canned-answer-of-staff")},
        ),
        (
            {"note": True, "documentIds": [1]},
            {("/note", "unknown-field"), ("/documentIds/0", "not-a-string")},
        ),
    ],
)
def test_every_fault_of_a_message_is_named_at_once(path: str, body: dict[str, Any], faults: set[Any]) -> None:
    answer = write(path, **{"text": "Hej", **body})
    assert answer.status == 422
    assert pointers(answer) == faults
    assert listed(path).body["items"] == []


def test_the_same_key_writes_once_and_another_body_under_it_is_refused(path: str) -> None:
    first, again = write(path, key="k-1"), write(path, key="k-1")
    assert first.body == again.body
    assert again.headers["idempotency-replayed"] == "true"
    assert write(path, "Andet", key="k-1").status == 422
    assert len(texts(path)) == 1


def test_words_answer_a_clarifying_question_and_the_review_goes_on(aws: Any) -> None:
    claim_id = clarifying()
    sent = write(of_case(claim_id), "Det venstre.")
    assert (sent.status, sent.body["answers"]) == (201, "claim")
    claim = read(claim_id).body
    assert claim["status"] == "in-review"
    assert [reply["text"] for reply in claim["replies"]] == ["Det venstre."]
    assert len(outbox_rows(aws, "claim.completed")) == 2
    assert inbox().body["items"][0]["waitsSince"] is None, "the review has a clock of its own"


def test_words_about_something_else_leave_the_question_open_and_wait_for_the_staff() -> None:
    claim_id = clarifying()
    sent = write(of_case(claim_id), "Jeg er på ferie.", answersQuestion=False)
    assert sent.body["answers"] is None
    assert read(claim_id).body["status"] == "clarifying"
    assert inbox().body["items"][0]["waitsSince"]


def test_a_holder_of_contact_does_not_answer_for_the_member() -> None:
    claim_id = clarifying()
    given(claim_id, "contact")
    assert write(of_case(claim_id), by=member(BO)).body["answers"] is None
    assert read(claim_id).body["status"] == "clarifying"


def test_a_question_by_facts_needs_the_facts() -> None:
    claim_id = clarifying(facts=["condition.symptomsFrom"])
    assert write(of_case(claim_id), "I september.").body["answers"] is None
    assert read(claim_id).body["status"] == "clarifying"
    assert inbox().body["items"][0]["waitsSince"], "someone must read the words"


def test_what_the_staff_write_answers_no_question_of_their_own() -> None:
    claim_id = clarifying()
    assert write(of_case(claim_id), "Husk at svare.", caseworker()).body["answers"] is None
    assert read(claim_id).body["status"] == "clarifying"


def test_staff_send_a_canned_answer_in_the_language_of_the_member(claim_id: ClaimId, path: str) -> None:
    told = {language: f"{language}: {{{{ payer }}}}, {{{{ reportedOn }}}}" for language in ("da", "nb", "en")}
    set_canned("papers", texts=told)
    day = local_day(DynamoClaims().find(claim_id).reported_at)
    written(path, None, caseworker(), cannedAnswer="papers")
    assert texts(path) == [f"da: Tryg, {day.day}.{day.month}.{day.year}"]
    assert pointers(write(path, None, caseworker(), cannedAnswer="none")) == {
        ("/cannedAnswer", "unknown-canned-answer")
    }
    unknown = write(path, None, caseworker(), cannedAnswer="none", documentIds=["doc_x"])
    assert {pointer for pointer, _ in pointers(unknown)} == {"/cannedAnswer", "/documentIds/0"}


def test_finance_sends_bills_only_once_the_case_is_handed_over(claim_id: ClaimId, path: str) -> None:
    from tests.builders.messages.threads import in_inbox

    consent(claim_id)
    referral = document_of(claim_id)
    assert check_by_the_function(claim_id, referral) == "accepted"
    bill = bill_of(claim_id)
    handed = in_inbox(f"{claim_id}/hand-over", {"queue": "refunds", "note": "Om regningen"})
    assert handed.status == 200, handed.body
    by = staff("finance")
    assert pointers(write(path, by=by, documentIds=[bill, referral])) == {
        ("/documentIds/1", "no-accepted-bill")
    }
    assert write(path, by=by, documentIds=[bill]).status == 201

from __future__ import annotations

from typing import Any

import pytest

from tests.builders.calls import member, staff
from tests.builders.claims import outbox_rows, pointers
from tests.builders.decisions import insured_anna
from tests.builders.messages.threads import (
    BEFORE_A_CASE,
    caseworker,
    inbox,
    listed,
    of_enquiry,
    read_up_to,
    set_canned,
    texts,
    write,
    written,
)
from tests.builders.policies import ANNA, BO, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    return insured_anna()


def enquiry() -> str:
    """The id of Anna's enquiry, as the staff find it."""
    return str(inbox().body["items"][0]["enquiryId"])


def test_a_member_writes_before_a_case_and_the_staff_answer(aws: Any) -> None:
    written(BEFORE_A_CASE, "Er jeg dækket?")
    path = of_enquiry(enquiry())
    assert texts(path, caseworker()) == ["Er jeg dækket?"]
    written(path, "Ja, ring til os.", caseworker())
    assert texts(BEFORE_A_CASE) == ["Ja, ring til os.", "Er jeg dækket?"]
    received, answered = (
        outbox_rows(aws, f"enquiry.{what}")[0]["data"]["M"] for what in ("received", "answered")
    )
    assert received["messageId"] == answered["messageId"]
    assert received["enquiryId"] == answered["enquiryId"]
    assert outbox_rows(aws, "enquiry.sent")[0]["data"]["M"]["personId"]["S"].startswith("per_")


def test_both_sides_say_how_far_they_have_read() -> None:
    message_id = written(BEFORE_A_CASE)
    path = of_enquiry(enquiry())
    assert read_up_to(path, message_id, caseworker()).body == {"readUpTo": message_id}
    reply = written(path, "Svar", caseworker())
    assert listed(path, caseworker()).body["items"][0]["readBy"] == ["staff"]
    assert read_up_to(BEFORE_A_CASE, reply).body == {"readUpTo": reply}
    assert listed(path, caseworker()).body["items"][0]["readBy"] == ["member", "staff"]


def test_another_member_has_a_thread_of_its_own_and_no_way_to_this_one() -> None:
    message_id = written(BEFORE_A_CASE)
    insured_of(policy_of("tryg", number="P-2"), cpr=BO)
    assert texts(BEFORE_A_CASE, member(BO)) == []
    assert read_up_to(BEFORE_A_CASE, message_id, member(BO)).status == 404


def test_no_other_staff_read_an_enquiry() -> None:
    payer_of("gjensidige")
    written(BEFORE_A_CASE)
    path = of_enquiry(enquiry())
    for by in (caseworker(payer="gjensidige"), staff("finance")):
        assert listed(path, by).status == write(path, by=by).status == 404
    assert listed(of_enquiry("enq_x"), caseworker()).status == 404
    assert listed(path).status == 403, "a member has the own path"


def test_who_is_not_insured_has_no_one_to_write_to_and_has_written_nothing() -> None:
    refused = write(BEFORE_A_CASE, by=member(BO))
    assert (refused.status, refused.body["code"]) == (422, "not-insured")
    assert texts(BEFORE_A_CASE, member(BO)) == []


def test_a_member_of_two_payers_names_one() -> None:
    payer_of("gjensidige")
    insured_of(policy_of("gjensidige", number="P-3"), cpr=ANNA, by=staff("underwriting", payer="gjensidige"))
    assert pointers(write(BEFORE_A_CASE)) == {("/payer", "missing")}
    assert pointers(write(BEFORE_A_CASE, payer="topdanmark")) == {("/payer", "payer-not-yours")}
    written(BEFORE_A_CASE, "Til Gjensidige", payer="gjensidige")
    assert listed(BEFORE_A_CASE).status == 400
    assert texts(f"{BEFORE_A_CASE}?payer=gjensidige") == ["Til Gjensidige"]
    assert texts(f"{BEFORE_A_CASE}?payer=tryg") == []


def test_every_fault_of_a_message_before_a_case_is_said_at_once() -> None:
    for named in ("topdanmark", 7):
        code = "payer-not-yours" if isinstance(named, str) else "not-a-string"
        answer = write(BEFORE_A_CASE, "", payer=named)
        assert pointers(answer) == {("/text", "too-short"), ("/payer", code)}, named
    payer_of("gjensidige")
    insured_of(policy_of("gjensidige", number="P-3"), cpr=ANNA, by=staff("underwriting", payer="gjensidige"))
    assert pointers(write(BEFORE_A_CASE, " ")) == {("/text", "no-letter-or-digit"), ("/payer", "missing")}


def test_papers_belong_to_a_case() -> None:
    assert pointers(write(BEFORE_A_CASE, documentIds=[])) == {("/documentIds", "unknown-field")}


def test_a_canned_answer_that_names_a_case_is_refused_before_one() -> None:
    written(BEFORE_A_CASE)
    path = of_enquiry(enquiry())
    set_canned("late", texts=dict.fromkeys(("da", "nb", "en"), "Anmeldt {{ reportedOn }}."))
    refused = write(path, None, caseworker(), cannedAnswer="late")
    assert (refused.status, refused.body["code"]) == (422, "canned-answer-needs-case")
    set_canned("hello")
    written(path, None, caseworker(), cannedAnswer="hello")
    assert texts(BEFORE_A_CASE)[0] == "da: Tryg"


def test_the_same_key_writes_once() -> None:
    first, again = (write(BEFORE_A_CASE, key="e-1") for _ in range(2))
    assert first.body == again.body
    assert len(texts(BEFORE_A_CASE)) == 1

"""What the staff asked in a case, and its answers, in the thread of its messages (F4-08), and who wrote."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.ids import ClaimId
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.tables import Update, tables
from tests.builders.calls import member, staff
from tests.builders.claims import claim_of, document_of, read, state_facts
from tests.builders.decisions import (
    bill_of,
    claim_in_review,
    decide,
    insured_anna,
    refund_of,
    refund_task_of,
    task_of,
)
from tests.builders.documents.checked_papers import check_by_the_function
from tests.builders.mandates import given, revoke
from tests.builders.messages.threads import (
    BEFORE_A_CASE,
    caseworker,
    inbox,
    listed,
    of_case,
    of_enquiry,
    write,
    written,
)
from tests.builders.policies import ANNA, BO, CARL, insured_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
AUNT = "0303751234"


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    return insured_anna()


def asked(**body: Any) -> ClaimId:
    """A case in which a caseworker has asked the member."""
    claim_id = claim_in_review()
    answer = decide(task_of(claim_id), {"decision": "clarify", **body})
    assert answer.status == 200, answer.body
    return ClaimId(claim_id)


def shown(claim_id: str, by: Any = None) -> list[tuple[str, str, str]]:
    """The thread, oldest first: kind, writer and words."""
    items = listed(of_case(claim_id), by).body["items"]
    return [(item["kind"], item["by"], item["text"]) for item in reversed(items)]


def test_a_question_and_the_message_that_answers_it_stand_in_order_once() -> None:
    claim_id = asked(question="Hvilket knæ?")
    path = of_case(claim_id)
    assert shown(claim_id) == [("question", "staff", "Hvilket knæ?")]
    written(path, "Det venstre.")
    written(path, "Tak.", caseworker())
    for by in (None, caseworker()):
        assert shown(claim_id, by) == [
            ("question", "staff", "Hvilket knæ?"),
            ("answer", "member", "Det venstre."),
            ("message", "staff", "Tak."),
        ]
    question = listed(path).body["items"][-1]
    assert (question["messageId"], question["asks"], question["answers"]) == (None, "claim", None)


def test_a_question_by_facts_is_shown_with_its_words_and_what_was_answered() -> None:
    claim_id = asked(question="Vi mangler to ting.", facts=["condition.symptomsFrom", "condition.chronic"])
    [question] = listed(of_case(claim_id)).body["items"]
    assert question["facts"] == ["condition.symptomsFrom", "condition.chronic"]
    assert question["text"].startswith("Vi mangler to ting.\n")
    state_facts(claim_id, {"condition.symptomsFrom": "2024-09-02", "condition.chronic": True})
    assert read(claim_id).body["status"] == "in-review"
    answer, again = listed(of_case(claim_id)).body["items"]
    assert (answer["kind"], answer["by"], answer["answers"]) == ("answer", "member", "claim")
    assert "2. september 2024" in answer["text"]
    assert answer["text"].splitlines()[-1].endswith("Ja")
    assert again["text"] == question["text"]


def test_a_paper_that_answers_is_shown_as_the_answer() -> None:
    claim_id = asked(question="Har du en journal?")
    document_id = document_of(claim_id, fileType="journal")
    check_by_the_function(claim_id, document_id)
    answer, question = listed(of_case(claim_id)).body["items"]
    assert (answer["kind"], answer["documentIds"], answer["text"]) == ("answer", [document_id], "")
    assert question["kind"] == "question"


def test_words_that_do_not_answer_all_facts_are_one_entry() -> None:
    claim_id = asked(facts=["condition.symptomsFrom"])
    written(of_case(claim_id), "I september.")
    assert [each[0] for each in shown(claim_id)] == ["question", "answer"]


def test_a_question_about_a_refund_and_its_answer_stand_in_the_thread() -> None:
    claim_id = ClaimId(claim_in_review())
    refund_id = refund_of(claim_id, documentIds=[bill_of(claim_id)])
    decide(
        refund_task_of(refund_id),
        {"decision": "clarify", "question": "Hvilken dag var det?"},
        by=staff("finance"),
    )
    written(of_case(claim_id), "I mandags.")
    assert shown(claim_id) == [
        ("question", "staff", "Hvilken dag var det?"),
        ("answer", "member", "I mandags."),
    ]


def test_the_thread_has_pages_with_questions_among_messages() -> None:
    claim_id = asked(question="Hvilket knæ?")
    path = of_case(claim_id)
    for text in ("Et", "To"):
        written(path, text, answersQuestion=False)
    written(path, "Det venstre.")
    found, cursor = list[str](), ""
    for _ in range(4):
        page = listed(f"{path}?limit=1{cursor}").body
        found += [item["text"] for item in page["items"]]
        cursor = f"&cursor={page['nextCursor']}"
    assert found == ["Det venstre.", "To", "Et", "Hvilket knæ?"]
    assert page["nextCursor"] is None


def names(path: str, by: Any = None) -> list[str | None]:
    return [item["writerName"] for item in reversed(listed(path, by).body["items"])]


def test_the_member_reads_who_wrote_also_after_a_mandate_was_revoked() -> None:
    claim_id = claim_of(treatment={"type": "chiropractic"})
    path = of_case(claim_id)
    mandate_id = given(claim_id, "contact")
    written(path)
    written(path, "På Annas vegne", member(BO))
    written(path, "Vi ringer.", caseworker())
    revoke(claim_id, mandate_id)
    for by in (None, caseworker()):
        assert names(path, by) == ["Anna Holm", "Bo Holm", "Sundhedsteamet"]


def test_a_holder_reads_no_name_of_another_holder() -> None:
    claim_id = claim_of(treatment={"type": "chiropractic"})
    path = of_case(claim_id)
    given(claim_id, "contact")
    given(claim_id, "contact", to=AUNT)
    written(path)
    written(path, "Fra Bo", member(BO))
    assert names(path, member(BO)) == ["Anna Holm", "Bo Holm"]
    assert names(path, member(AUNT)) == ["Anna Holm", None]


def test_a_guardian_who_writes_is_named(anna: str) -> None:
    policy_id = policy_of("tryg", number="P-family")
    insured_of(policy_id, name="Anna Holm")
    family = {"relation": "child", "mainInsuredPersonId": anna, "enrolledOn": "2024-01-01"}
    child = insured_of(policy_id, cpr=CARL, name="Carl Holm", **family)
    claim_id = claim_of(member(ANNA), personId=child)
    written(of_case(claim_id))
    assert names(of_case(claim_id), caseworker()) == ["Anna Holm"]


def test_an_enquiry_names_the_member_and_the_health_team() -> None:
    written(BEFORE_A_CASE)
    path = of_enquiry(inbox().body["items"][0]["enquiryId"])
    written(path, "Ja.", caseworker())
    assert names(BEFORE_A_CASE) == names(path, caseworker()) == ["Anna Holm", "Sundhedsteamet"]


def test_a_message_from_before_writers_were_kept_has_the_name_of_its_role() -> None:
    claim_id = claim_of(treatment={"type": "chiropractic"})
    written(of_case(claim_id))
    key = (f"tryg#{claim_id}", f"MESSAGE#{1:012}")
    tables.commit([Update("cases", *key, remove=("writerId",))])
    assert names(of_case(claim_id), caseworker()) == ["Anna Holm"]


def test_a_cursor_of_another_list_is_400() -> None:
    claim_id = claim_of(treatment={"type": "chiropractic"})
    assert listed(f"{of_case(claim_id)}?cursor=abc").status == 400
    assert write(of_case(claim_id)).status == 201
    assert DynamoClaims().find(claim_id).replies == ()

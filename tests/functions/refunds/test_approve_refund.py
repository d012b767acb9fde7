from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

import pytest
from functions.decisions.tasks.handler import handler as list_tasks
from functions.refunds.refunds.handler import handler as read_refunds

from helsebro.ids import claim_of as claim_of_id
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from tests.builders.calls import ask, event, member, staff
from tests.builders.claims import consent, document_of, explained, fact_of, outbox_rows, state_facts
from tests.builders.decisions import (
    approval,
    approved,
    ask_refund,
    bill_of,
    claim_in_review,
    cost,
    decide,
    end_refund,
    insured_anna,
    read_refund,
    refund_body,
    refund_of,
    refund_task_of,
    task_of,
    tasks_in,
    today,
)
from tests.builders.documents.checked_papers import check_by_the_function
from tests.builders.policies import ANNA

pytestmark = pytest.mark.usefixtures("aws")
FINANCE = staff("finance")
Amounts = list[dict[str, Any]]


@pytest.fixture
def refund_id(aws: dict[str, Any]) -> str:
    assert aws
    insured_anna()
    return refund_of(claim_in_review())


def payables() -> list[tuple[str, str | None]]:
    found, _ = DynamoPayables().with_status("tryg", "approved", 10, None)
    return [(f"{payable.amount.amount:.2f}", payable.refund_id) for payable in found]


def approve(*amounts: tuple[int, str]) -> dict[str, Any]:
    approved = [{"index": index, "amount": cost(amount)} for index, amount in amounts]
    return {"decision": "approve", "reason": "Efter 8.3.2", "approved": approved}


def test_a_refund_in_review_waits_for_finance_with_a_proposal_for_each_treatment(refund_id: str) -> None:
    task_id = refund_task_of(refund_id)
    [task] = tasks_in("refunds", FINANCE).body["items"]
    assert (task["taskId"], task["subject"]["refundId"]) == (task_id, refund_id)
    assert [treatment["type"] for treatment in task["proposal"]["treatments"]] == ["chiropractic"] * 2
    whole = {row["rule"] for row in task["proposal"]["trail"]}
    for treatment in task["proposal"]["treatments"]:
        own = {row["rule"] for row in treatment["trail"]}
        assert own | {*treatment["sharedRules"]} == whole
        assert own.isdisjoint(treatment["sharedRules"])
    assert read_refund(refund_id).body["status"] == "in-review"


def test_a_refund_is_not_approved_without_a_consent_in_force_and_the_task_says_so(refund_id: str) -> None:
    task_id, claim_id = refund_task_of(refund_id), claim_of_id(refund_id)
    assert consent(claim_id, None).status == 200
    [task] = tasks_in("refunds", FINANCE).body["items"]
    assert task["consentMissing"] is True
    refused = decide(task_id, approve((0, "450.00")), by=FINANCE)
    assert (refused.status, refused.body["code"]) == (409, "consent-missing")
    assert consent(claim_id).status == 200
    assert decide(task_id, approve((0, "450.00")), by=FINANCE).status == 200


def test_a_refund_is_approved_with_a_fresh_login_only_and_denied_with_any(refund_id: str) -> None:
    task_id, stale = refund_task_of(refund_id), staff("finance", auth_time=time.time() - 301)
    for body in (approve((0, "450.00")), {"decision": "approve", "reason": "Efter 8.3.2"}):
        refused = decide(task_id, body, by=stale, version=None)
        assert (refused.status, refused.body["code"]) == (401, "insufficient_user_authentication")
        assert "max_age=300" in refused.headers["www-authenticate"]
    assert (payables(), read_refund(refund_id).body["status"]) == ([], "in-review")
    assert decide(task_id, approve((0, "450.00")), by=FINANCE, key="once").status == 200
    assert decide(task_id, approve((0, "450.00")), by=stale, key="once").status == 401
    assert decide(task_id, approve((0, "450.00")), by=FINANCE, key="once").status == 200


def test_a_denial_pays_nothing_and_needs_no_fresh_login(refund_id: str) -> None:
    denial = {"decision": "deny", "reason": "Efter 8.3.2"}
    assert decide(refund_task_of(refund_id), denial, by=staff("finance", auth_time=0)).status == 200


@pytest.mark.parametrize("grant, status", [({"perSession": cost("450.00")}, 401), ({}, 200)])
def test_a_grant_that_names_an_amount_needs_a_fresh_login(grant: dict[str, Any], status: int) -> None:
    insured_anna()
    by = staff("caseworker", auth_time=0)
    assert decide(task_of(claim_in_review()), approval(**grant), by=by).status == status


@pytest.mark.parametrize("language, word", [("da", "fritiden"), ("en", "leisure"), ("nb", "fritiden")])
def test_the_trail_of_every_treatment_is_in_the_readers_language(
    refund_id: str, language: str, word: str
) -> None:
    task_id = refund_task_of(refund_id)
    assert decide(task_id, approve((0, "450.00")), by=FINANCE).status == 200
    end_refund(refund_id, task_id)
    call = event("GET", f"/v1/refunds/{refund_id}", by=member(ANNA), headers={"accept-language": language})
    shown = ask(read_refunds, call).body
    assert any(word in step["clauseText"] for step in shown["trail"])
    for treatment in shown["treatments"]:
        assert treatment["trail"] or treatment["sharedRules"]


@pytest.mark.parametrize(
    "language, sentence, twice",
    [
        (
            "da",
            "Der er bevilget en anden behandling i sagen.",
            "Den samme behandling på den samme dag står allerede som nr. 1 i denne refusion.",
        ),
        (
            "nb",
            "Det er innvilget en annen behandling i saken.",
            "Den samme behandlingen på den samme dagen står allerede som nr. 1 i denne refusjonen.",
        ),
        (
            "en",
            "Another treatment has been granted in the case.",
            "The same treatment on the same day is already number 1 in this refund.",
        ),
    ],
)
def test_a_bill_of_another_treatment_and_its_double_are_referred_and_say_so(
    language: str, sentence: str, twice: str, aws: Any
) -> None:
    assert aws
    insured_anna()
    claim_id, _ = approved()
    treatment = {"on": today().isoformat(), "type": "psychologist", "cost": cost("900.00")}
    refund_id = refund_of(claim_id, treatments=[treatment, treatment])
    task_id = refund_task_of(refund_id)
    in_language = {"accept-language": language}
    listing = event("GET", "/v1/tasks?queue=refunds", by=FINANCE, headers=in_language)
    [task] = ask(list_tasks, listing).body["items"]
    shown, double = task["proposal"]["treatments"]
    reason = {"code": "another-treatment", "detail": sentence}
    repeated = {"index": 0, "detail": twice}
    assert (double["outcome"], double["doubleOf"], "doubleOf" in shown) == ("refer", repeated, False)
    assert (shown["outcome"], shown["outsideGrant"]) == ("refer", reason)
    unnamed = decide(task_id, {"decision": "approve"}, by=FINANCE)
    assert [fault["code"] for fault in unnamed.body["errors"]] == ["amounts-not-named"]
    assert decide(task_id, {"decision": "deny", "reason": "Ikke bevilget"}, by=FINANCE).status == 200
    end_refund(refund_id, task_id)
    call = event("GET", f"/v1/refunds/{refund_id}", by=member(ANNA), headers=in_language)
    shown, double = ask(read_refunds, call).body["treatments"]
    assert (shown["outsideGrant"], double["doubleOf"]) == (reason, repeated)
    assert [row["detail"] for row in shown["because"]] == [sentence]
    assert [row["detail"] for row in double["because"]] == [repeated["detail"]]
    assert [step["kind"] for step in shown["nextSteps"]] == ["report"]
    assert double["nextSteps"] == []


def test_a_treatment_that_is_not_paid_in_full_shows_its_next_steps(refund_id: str) -> None:
    task_id = refund_task_of(refund_id)
    assert decide(task_id, approve((0, "450.00")), by=FINANCE).status == 200
    end_refund(refund_id, task_id)
    refund = read_refund(refund_id).body
    paid, denied = (treatment["nextSteps"] for treatment in refund["treatments"])
    assert paid == []
    assert {step["kind"] for step in denied} == {"evidence"}


def test_what_holds_for_the_whole_refund_is_said_once(refund_id: str) -> None:
    task_id = refund_task_of(refund_id)
    assert decide(task_id, approve((0, "10.00"), (1, "20.00")), by=FINANCE).status == 200
    end_refund(refund_id, task_id)
    steps = read_refund(refund_id).body["nextSteps"]
    assert [step["kind"] for step in steps] == [
        "payment",
        "public-help",
        "medical-advice",
        *["complaint"] * 3,
        "court",
    ]
    assert steps[3]["contact"]["email"] == "sundhed@example.org"


@pytest.mark.parametrize(
    "language, text",
    [
        ("da", "Vi betaler 900 kr. til den konto, du har oplyst. Vi bestræber os på, at du har pengene"),
        ("nb", "Vi betaler 900 danske kr til kontoen du har oppgitt. Vi tar sikte på at du har pengene"),
        ("en", "We pay DKK 900 to the account you gave us. We aim for you to have the money by"),
    ],
)
def test_a_refund_in_full_says_when_the_money_comes_and_nothing_of_complaints(
    refund_id: str, language: str, text: str
) -> None:
    task_id = refund_task_of(refund_id)
    assert decide(task_id, approve((0, "450.00"), (1, "450.00")), by=FINANCE).status == 200
    end_refund(refund_id, task_id)
    call = event("GET", f"/v1/refunds/{refund_id}", by=member(ANNA), headers={"accept-language": language})
    [step] = ask(read_refunds, call).body["nextSteps"]
    assert step["kind"] == "payment"
    assert step["text"].replace("\N{NO-BREAK SPACE}", " ").startswith(text)
    assert step["amount"] == {"amount": "900.00", "currency": "DKK"}
    assert step["expectedBy"] == (today() + timedelta(weeks=2)).isoformat()
    assert step["contact"]["email"] == "sundhed@example.org"


def test_a_refused_refund_says_nothing_of_money_and_how_to_complain(refund_id: str) -> None:
    task_id = refund_task_of(refund_id)
    assert decide(task_id, {"decision": "deny", "reason": "8.1"}, by=FINANCE).status == 200
    end_refund(refund_id, task_id)
    kinds = [step["kind"] for step in read_refund(refund_id).body["nextSteps"]]
    assert kinds == ["public-help", "medical-advice", *["complaint"] * 3, "court"]


def capped_bill() -> str:
    """Returns a refund of osteopathy for 600 kr., of which the terms pay 300 (R-843)."""
    insured_anna()
    billed = {"on": today().isoformat(), "type": "osteopathy", "cost": cost("600.00")}
    return refund_of(claim_in_review(), treatments=[billed])


@pytest.mark.parametrize(
    "language, headline, cap",
    [
        ("da", "Vi betaler 300 kr. af de 600 kr., som osteopati den ", "300"),
        ("nb", "Vi betaler 300 danske kr av de 600 danske kr som osteopati ", "300"),
        ("en", "We pay DKK 300 of the DKK 600 that osteopathy on ", "300"),
    ],
)
def test_a_bill_paid_to_its_cap_says_why_and_asks_for_nothing(
    language: str, headline: str, cap: str, aws: Any
) -> None:
    assert aws
    refund_id = capped_bill()
    task_id = refund_task_of(refund_id)
    assert decide(task_id, approve((0, "300.00")), by=FINANCE).status == 200
    end_refund(refund_id, task_id)
    call = event("GET", f"/v1/refunds/{refund_id}", by=member(ANNA), headers={"accept-language": language})
    [shown] = ask(read_refunds, call).body["treatments"]
    [row] = shown["because"]
    assert shown["headline"].replace("\N{NO-BREAK SPACE}", " ").startswith(headline)
    assert (row["rule"], cap in row["detail"], shown["nextSteps"]) == ("R-843", True, [])


@pytest.mark.parametrize(
    "body, status, paid, outcomes",
    [
        (approve((0, "450.00"), (1, "450.00")), "approved", "900.00", ["approved", "approved"]),
        (approve((0, "450.00")), "partly-approved", "450.00", ["approved", "denied"]),
        (approve((0, "300.00"), (1, "300.00")), "partly-approved", "600.00", ["partly-approved"] * 2),
        ({"decision": "deny", "reason": "Ikke godkendt på forhånd"}, "denied", None, ["denied"] * 2),
    ],
)  # fmt: skip
def test_finance_decides_each_treatment_and_the_sum_is_payable(
    refund_id: str, body: dict[str, Any], status: str, paid: str | None, outcomes: list[str]
) -> None:
    task_id = refund_task_of(refund_id)
    answer = decide(task_id, body, by=FINANCE)
    assert answer.status == 200, answer.body
    assert end_refund(refund_id, task_id) == status
    refund = read_refund(refund_id).body
    assert (refund["status"], [treatment["outcome"] for treatment in refund["treatments"]]) == (
        status,
        outcomes,
    )
    assert refund["trail"]
    assert all(treatment["trail"] or treatment["sharedRules"] for treatment in refund["treatments"])
    assert payables() == ([(paid, refund_id)] if paid else [])


@pytest.mark.parametrize(
    "body, fault",
    [
        ({"decision": "approve", "reason": "Efter 8.3.2"}, ("/approved", "amounts-not-named")),
        ({"decision": "approve", "grant": {"sessions": 1}}, ("/grant/sessions", "nothing-approved")),
        ({"decision": "approve", "grant": {"sessions": 2, "validUntil": "2030-01-01"}},
         ("/grant/sessions", "nothing-approved")),
    ],
)  # fmt: skip
@pytest.mark.parametrize("decided", ["undecided", "denied"])
def test_a_case_that_was_granted_nothing_is_paid_only_with_amounts(
    decided: str, body: dict[str, Any], fault: tuple[str, str], aws: Any
) -> None:
    assert aws
    insured_anna()
    claim_id = claim_in_review()
    if decided == "denied":
        assert decide(task_of(claim_id), {"decision": "deny", "reason": "8.4.2"}).status == 200
    task_id = refund_task_of(refund_of(claim_id))
    [task] = tasks_in("refunds", FINANCE).body["items"]
    shown = task["proposal"]["treatments"]
    assert [treatment["outsideGrant"]["code"] for treatment in shown] == ["nothing-granted"] * 2
    assert task["proposal"]["grant"]["payable"] == cost("0.00")
    answer = decide(task_id, body, by=FINANCE)
    assert [(found["pointer"], found["code"]) for found in answer.body["errors"]] == [fault]
    assert decide(task_id, approve((0, "450.00")), by=FINANCE).status == 200


def test_run_again_there_is_one_payable_and_one_event(refund_id: str, aws: Any) -> None:
    task_id = refund_task_of(refund_id)
    assert decide(task_id, approve((0, "450.00")), by=FINANCE).status == 200
    assert [end_refund(refund_id, task_id) for _ in range(3)] == ["partly-approved"] * 3
    assert payables() == [("450.00", refund_id)]
    assert len(outbox_rows(aws, "refund.decided")) == 1


def test_a_refund_does_not_end_before_its_decision(refund_id: str) -> None:
    assert end_refund(refund_id, refund_task_of(refund_id)) == "in-review"
    assert payables() == []


@pytest.mark.parametrize(
    "amounts, fault",
    [
        ([{"index": 0, "amount": cost("450.01")}], "/approved/0/amount/amount"),
        ([{"index": 2, "amount": cost("1.00")}], "/approved/0"),
        ([{"on": "2020-01-01", "amount": cost("1.00")}], "/approved/0"),
        ([{"amount": cost("1.00")}], "/approved/0"),
        ([{"index": 0, "amount": cost("1.00", "NOK")}], "/approved/0/amount/currency"),
        ([{"index": 0, "amount": cost("1.00")}, {"index": 0, "amount": cost("1.00")}], "/approved"),
        ([{"index": 0, "amount": cost("0.00")}], "/approved"),
    ],
)
def test_finance_cannot_approve_more_than_the_cost_or_nothing(
    refund_id: str, amounts: Amounts, fault: str
) -> None:
    task_id = refund_task_of(refund_id)
    answer = decide(task_id, {"decision": "approve", "approved": amounts}, by=FINANCE)
    assert (answer.status, [fault["pointer"] for fault in answer.body["errors"]]) == (422, [fault])


def test_a_treatment_may_be_named_by_its_date(refund_id: str) -> None:
    task_id, day = refund_task_of(refund_id), read_refund(refund_id).body["treatments"][1]["on"]
    body = {"decision": "approve", "approved": [{"on": day, "amount": cost("100.00")}]}
    assert decide(task_id, body, by=FINANCE).status == 200
    assert end_refund(refund_id, task_id) == "partly-approved"
    outcomes = [treatment["outcome"] for treatment in read_refund(refund_id).body["treatments"]]
    assert outcomes == ["denied", "partly-approved"]


def test_a_question_leaves_the_task_open_and_is_shown_to_the_member(refund_id: str) -> None:
    task_id = refund_task_of(refund_id)
    assert decide(task_id, {"decision": "clarify", "question": "Hvem behandlede?"}, by=FINANCE).status == 200
    refund = read_refund(refund_id).body
    assert (refund["status"], refund["question"]) == ("in-review", "Hvem behandlede?")
    assert [step["kind"] for step in refund["nextSteps"]] == ["answer", "review"]
    [asked, *_] = explained(refund["claimId"], language="da").body["nextSteps"]
    assert (asked["kind"], asked["refundId"]) == ("answer", refund_id)
    assert asked["text"] == (
        "Svar på vores spørgsmål om din refusion: Hvem behandlede? "
        "Skriv dit svar her i sagen, eller send os det papir, vi spørger om."
    )
    assert decide(task_id, approve((0, "450.00")), by=FINANCE).status == 412
    assert decide(task_id, approve((0, "450.00")), by=FINANCE, version=2).status == 200
    assert end_refund(refund_id, task_id) == "partly-approved"


def test_the_member_answers_what_finance_asks_with_the_facts_of_the_claim(refund_id: str) -> None:
    task_id, claim_id = refund_task_of(refund_id), claim_of_id(refund_id)
    assert decide(task_id, {"decision": "clarify", "question": "Hvem behandlede?"}, by=FINANCE).status == 200
    answered = state_facts(claim_id, {"condition.chronic": False}, answer={"text": "Kiropraktor Bo"})
    assert (answered.status, answered.body["replies"]) == (200, [])
    assert fact_of(answered.body, "condition.chronic")["value"] is False
    for reader in (member(ANNA), FINANCE):
        refund = read_refund(refund_id, by=reader).body
        [reply] = refund["replies"]
        said = (reply["question"], reply["text"], reply["by"])
        assert (said, "question" in refund) == (("Hvem behandlede?", "Kiropraktor Bo", "member"), False)
    assert decide(task_id, approve((0, "450.00")), by=FINANCE, version=2).status == 200
    assert end_refund(refund_id, task_id) == "partly-approved"
    assert read_refund(refund_id).body["replies"] == [reply]


@pytest.mark.parametrize("file_type", ["invoice", "other"])
def test_a_paper_answers_what_finance_asks(refund_id: str, file_type: str) -> None:
    task_id, claim_id = refund_task_of(refund_id), claim_of_id(refund_id)
    assert decide(task_id, {"decision": "clarify", "question": "En ny regning?"}, by=FINANCE).status == 200
    document_id = document_of(claim_id, fileType=file_type)
    assert read_refund(refund_id).body["question"] == "En ny regning?", "it is not checked yet"
    assert check_by_the_function(claim_id, document_id) == "accepted"
    refund = read_refund(refund_id).body
    [reply] = refund["replies"]
    said = (reply["question"], reply["text"], reply["by"], reply["documentId"])
    assert (said, "question" in refund) == (("En ny regning?", "", "member", document_id), False)
    assert not any("refundId" in step for step in explained(claim_id).body["nextSteps"])
    assert check_by_the_function(claim_id, document_id) == "accepted", "a second delivery"
    later = document_of(claim_id, fileType=file_type)
    assert check_by_the_function(claim_id, later) == "accepted"
    assert read_refund(refund_id).body["replies"] == [reply]


@pytest.mark.parametrize("asked", [False, True])
def test_an_answer_is_refused_while_nothing_is_asked_and_of_staff(refund_id: str, asked: bool) -> None:
    task_id, claim_id = refund_task_of(refund_id), claim_of_id(refund_id)
    if asked:
        question = {"decision": "clarify", "question": "Hvem behandlede?"}
        assert decide(task_id, question, by=FINANCE).status == 200
    answer = state_facts(claim_id, by=staff("caseworker") if asked else None, answer={"text": "Bo"})
    assert [fault["code"] for fault in answer.body["errors"]] == ["no-question-open"]
    assert read_refund(refund_id).body["replies"] == []


def test_a_bill_may_be_sent_again_after_a_denial_and_not_after_an_approval(aws: Any) -> None:
    assert aws
    insured_anna()
    claim_id = claim_in_review()
    bill = bill_of(claim_id)
    for body, expected in (({"decision": "deny", "reason": "Nej"}, 202), (approve((0, "9.00")), 409)):
        refund_id = str(ask_refund(claim_id, refund_body(bill)).body["refundId"])
        task_id = refund_task_of(refund_id)
        assert decide(task_id, body, by=FINANCE).status == 200
        end_refund(refund_id, task_id)
        if expected == 409:
            assert ask_refund(claim_id, refund_body(bill)).status == 409


def test_a_caseworker_cannot_decide_a_refund(refund_id: str) -> None:
    assert decide(refund_task_of(refund_id), approve((0, "450.00"))).status == 403

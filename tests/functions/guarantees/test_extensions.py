from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from functions.guarantees.extensions.handler import handler

from helsebro.guarantees.guarantee import Guarantee, part_of
from helsebro.money import Money
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.guarantees.keys import guarantee_key
from tests.builders.calls import ask, event, member, staff
from tests.builders.claims import claim_of, consent, document_of, explained, outbox_rows, read, state_facts
from tests.builders.decisions import (
    IN_HALF_A_YEAR,
    bill_of,
    claim_in_review,
    decide,
    insured_anna,
    tasks_in,
    today,
)
from tests.builders.documents.checked_papers import check_by_the_function
from tests.builders.extensions import (
    EVERY_FACT,
    ask_extension,
    extension_body,
    extension_of,
    extension_task_of,
    guaranteed,
    more,
    now,
    read_extensions,
)
from tests.builders.mandates import given
from tests.builders.network import change_claim, guarantee_of, staged
from tests.builders.policies import ANNA, BO, insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
LATER = IN_HALF_A_YEAR + timedelta(days=90)


@pytest.fixture
def guarantee(aws: dict[str, Any]) -> Guarantee:
    assert aws
    insured_anna()
    return guaranteed()


def priced_in_all(guarantee: Guarantee, fee: Money) -> None:
    """Stores one price for all sessions of a guarantee, and reserves an equal part for each."""
    table = tables.settings.cases_table
    whole = to_item(replace(guarantee, fee=fee, fees=(), fee_for="whole"))
    stored = tables.get(table, *guarantee_key(guarantee.guarantee_id)) or {}
    benefits = DynamoBenefits()
    ledger = benefits.ledger(guarantee.payer, guarantee.person_id)
    [kept] = ledger.reservations
    part = part_of(fee, guarantee.sessions_granted)
    portions = tuple(replace(portion, per_session=part) for portion in kept.portions)
    priced = replace(ledger, reservations=(replace(kept, portions=portions),))
    stored_whole = Put(table, {**stored, **whole}, when=None)
    tables.commit([stored_whole, *benefits.replacement(ledger, priced)])


def only(claim_id: str, **read: Any) -> dict[str, Any]:
    [extension] = read_extensions(claim_id, **read).body["items"]
    return dict(extension)


def test_a_member_asks_for_more_and_the_reason_stays_on_the_case(guarantee: Guarantee, aws: Any) -> None:
    extension_id = extension_of(guarantee)
    shown = only(guarantee.claim_id)
    assert (shown["extensionId"], shown["guaranteeId"]) == (extension_id, guarantee.guarantee_id)
    assert (shown["status"], shown["sessions"], shown["askedBy"]) == ("received", 3, "member")
    assert (shown["decision"], shown["nextSteps"]) == (None, [])
    [row] = outbox_rows(aws, "extension.requested")
    assert row["data"]["M"].keys() == {"extensionId", "guaranteeId", "claimId"}
    assert "Knæet" not in str(row)
    assert "clinicId" not in row


@pytest.mark.parametrize("state", ["refused", "withdrawn", "expired"])
def test_more_is_asked_for_only_while_the_consent_is_in_force(
    guarantee: Guarantee, aws: Any, state: str
) -> None:
    change_claim(guarantee, consent=state)
    for by in (member(ANNA), staff("caseworker")):
        refused = ask_extension(guarantee.claim_id, by=by)
        assert (refused.status, refused.body["code"]) == (409, "consent-missing")
    assert (read_extensions(guarantee.claim_id).body["items"], outbox_rows(aws, "extension.requested")) == (
        [],
        [],
    )
    assert consent(guarantee.claim_id).status == 200
    assert ask_extension(guarantee.claim_id).status == 202


def test_a_repeat_under_the_key_of_a_request_is_answered_also_after_a_withdrawal(
    guarantee: Guarantee,
) -> None:
    first = ask_extension(guarantee.claim_id, key="once")
    assert consent(guarantee.claim_id, None).status == 200
    assert ask_extension(guarantee.claim_id, key="once").body == first.body


@pytest.mark.parametrize(
    "language, words",
    [
        ("da", "når det er givet eller fornyet"),
        ("nb", "når det er gitt eller fornyet"),
        ("en", "until it is given"),
    ],
)
def test_who_asks_for_more_without_a_consent_reads_what_to_do(
    guarantee: Guarantee, language: str, words: str
) -> None:
    assert consent(guarantee.claim_id, None).status == 200
    path, headers = f"/v1/claims/{guarantee.claim_id}/extensions", {"accept-language": language}
    call = event("POST", path, by=member(ANNA), body=extension_body(), headers=headers)
    assert words in ask(handler, call).body["detail"]


def test_the_same_key_asks_once(guarantee: Guarantee, aws: Any) -> None:
    first, again = (ask_extension(guarantee.claim_id, key="once") for _ in range(2))
    assert (again.status, again.body) == (202, first.body)
    assert len(outbox_rows(aws, "extension.requested")) == 1


def test_crisis_help_is_refused_to_member_and_clinic_and_without_a_guarantee(aws: Any) -> None:
    insured_anna()
    crisis = {"kind": "fire", "occurredOn": "2026-11-01"}
    treatment = {"type": "crisis-help", "country": "DK", "startsOn": "2026-11-10"}
    before = claim_of(treatment=treatment, event=crisis)
    issued = guarantee_of(treatment="crisis-help")
    change_claim(issued, treatmentType="crisis-help")
    answers = [ask_extension(claim_id) for claim_id in (before, issued.claim_id)]
    assert {(answer.status, answer.body["code"]) for answer in answers} == {(422, "not-extendable")}
    assert outbox_rows(aws, "extension.requested") == []


def test_a_case_without_a_guarantee_in_force_has_nothing_to_extend(aws: Any) -> None:
    assert aws
    insured_anna()
    revoked = guarantee_of(status="revoked")
    answers = [ask_extension(claim_id) for claim_id in (claim_in_review(), revoked.claim_id)]
    assert {(answer.status, answer.body["code"]) for answer in answers} == {(422, "nothing-to-extend")}


def test_more_is_asked_for_twenty_times_at_most(guarantee: Guarantee, aws: Any) -> None:
    answers = [ask_extension(guarantee.claim_id) for _ in range(21)]
    assert {answer.status for answer in answers[:20]} == {202}
    assert (answers[20].status, answers[20].body["code"]) == (422, "too-many-extensions")
    assert len(outbox_rows(aws, "extension.requested")) == 20


def test_after_the_guarantee_has_expired_only_the_member_may_ask(aws: Any) -> None:
    assert aws
    insured_anna()
    stage = staged(treatments=["chiropractic"])
    expired = guarantee_of(clinic_id=stage.clinic_id, valid_until=today() - timedelta(days=1))
    data = {"guaranteeId": expired.guarantee_id, "sessions": 2, "justification": "Fortsat smerte"}
    by_clinic = stage.event("extension.requested", data)
    assert (by_clinic.status, by_clinic.body["code"]) == (422, "extension-is-the-members-to-ask")
    assert ask_extension(expired.claim_id).status == 202


def test_a_clinic_may_ask_on_the_last_day_and_is_notified_of_the_decision(aws: Any) -> None:
    insured_anna()
    stage = staged(treatments=["chiropractic"])
    guarantee = guaranteed(clinicId=stage.clinic_id)
    data = {"guaranteeId": guarantee.guarantee_id, "sessions": 2, "justification": "Fortsat smerte"}
    bends = "Bøjer knæet 110 grader, 80 før"
    extension_id = stage.event("extension.requested", {**data, "achieved": bends}).body["extensionId"]
    shown = only(guarantee.claim_id)
    assert shown["achieved"] == bends
    assert (shown["extensionId"], shown["askedBy"], shown["reason"]) == (
        extension_id,
        "clinic",
        "Fortsat smerte",
    )
    assert decide(extension_task_of(extension_id), {"decision": "deny", "reason": "Nej"}).status == 200
    for kind in ("extension.requested", "extension.decided"):
        [row] = outbox_rows(aws, kind)
        assert row["clinicId"]["S"] == stage.clinic_id


@pytest.mark.parametrize(
    "body, faults",
    [
        ({}, {"/reason"}),
        (extension_body(reason=""), {"/reason"}),
        (extension_body(sessions=0), {"/sessions"}),
        (extension_body(sessions=51), {"/sessions"}),
        (extension_body(sessions="3"), {"/sessions"}),
        (extension_body(documentIds=["clm_x"], status="approved"), {"/documentIds/0", "/status"}),
    ],
)
def test_all_faults_are_returned_at_once(
    guarantee: Guarantee, body: dict[str, Any], faults: set[str]
) -> None:
    path = f"/v1/claims/{guarantee.claim_id}/extensions"
    answer = ask(handler, event("POST", path, by=member(ANNA), body=body))
    assert (answer.status, {fault["pointer"] for fault in answer.body["errors"]}) == (422, faults)


def test_a_document_must_be_an_accepted_one_of_the_case(guarantee: Guarantee) -> None:
    accepted, unchecked = bill_of(guarantee.claim_id), document_of(guarantee.claim_id)
    of_another = bill_of(claim_in_review())
    for document in (unchecked, of_another):
        body = extension_body(documentIds=[accepted, document], sessions=0)
        refused = ask_extension(guarantee.claim_id, body)
        assert refused.status == 422
        assert {fault["pointer"]: fault["code"] for fault in refused.body["errors"]} == {
            "/documentIds/1": "no-accepted-paper",
            "/sessions": "too-small",
        }
    extension_of(guarantee, documentIds=[accepted, accepted])
    assert only(guarantee.claim_id)["documentIds"] == [accepted]


@pytest.mark.parametrize(
    "by, status",
    [
        (member(BO), 404),
        (staff("caseworker", payer="gjensidige"), 404),
        (staff("caseworker"), 200),
        (staff("underwriting"), 403),
        (staff("finance"), 403),
    ],
)
def test_the_member_and_caseworkers_read_the_extensions_of_a_claim(
    guarantee: Guarantee, by: dict[str, Any], status: int
) -> None:
    assert read_extensions(guarantee.claim_id, by).status == status


def test_only_members_and_caseworkers_may_ask_and_members_only_on_their_own_claims(
    guarantee: Guarantee,
) -> None:
    insured_of(policy_of(payer_of("tryg"), number="P-2"), cpr=BO)
    others = (member(BO), staff("caseworker", payer="gjensidige"), staff("finance"), staff("underwriting"))
    answers = [ask_extension(guarantee.claim_id, by=by) for by in others]
    assert [answer.status for answer in answers] == [404, 404, 403, 403]
    assert ask_extension(guarantee.claim_id, by=staff("caseworker")).status == 202
    assert only(guarantee.claim_id)["sentBy"] == "caseworker"
    assert ask_extension("clm_nonsense").status == 404


def test_the_task_of_an_extension_proposes_the_next_portion(aws: Any) -> None:
    assert aws
    insured_anna()
    guarantee = guaranteed(EVERY_FACT)
    task_id = extension_task_of(extension_of(guarantee))
    [task] = tasks_in("extensions").body["items"]
    portion = next(step for step in task["proposal"]["trail"] if step["rule"] == "R-824")
    assert (task["taskId"], task["proposal"]["grant"]["sessions"]) == (task_id, 3)
    assert (portion["effect"], portion["facts"]["granted"]) == ("refer", 3)
    assert task["proposal"]["outcome"] == "refer"
    assert only(guarantee.claim_id)["status"] == "in-review"


def test_an_approval_extends_the_guarantee_and_reserves_in_the_same_commit(guarantee: Guarantee) -> None:
    task_id = extension_task_of(extension_of(guarantee))
    assert decide(task_id, more(2, LATER)).status == 200
    after = now(guarantee)
    assert (after.sessions_granted, after.valid_until, after.number) == (5, LATER, guarantee.number)
    ledger = DynamoBenefits().ledger("tryg", guarantee.person_id)
    assert ledger.left(guarantee.guarantee_id) == 5
    decision = only(guarantee.claim_id)["decision"]
    assert (decision["outcome"], decision["reason"], decision["by"]) == (
        "approved",
        "God effekt",
        "caseworker",
    )
    assert decision["grant"] == {"sessions": 2, "validUntil": LATER.isoformat()}
    assert decision["trail"]


def test_a_price_for_all_grows_by_the_price_of_the_new_sessions(guarantee: Guarantee) -> None:
    priced_in_all(guarantee, Money.of(20000))
    task_id = extension_task_of(extension_of(guarantee))
    refused = decide(task_id, more(4))
    assert [fault["code"] for fault in refused.body["errors"]] == ["extension-price-missing"]
    assert decide(task_id, more(4, perSession={"amount": "500.00", "currency": "DKK"})).status == 200
    assert (now(guarantee).fee, now(guarantee).sessions_granted) == (Money.of(22000), 7)
    reservation = DynamoBenefits().ledger("tryg", guarantee.person_id).reservation(guarantee.guarantee_id)
    assert reservation
    assert reservation.portions[-1].per_session == Money.of(500)


def test_an_extension_of_time_alone_reserves_no_session(guarantee: Guarantee) -> None:
    task_id = extension_task_of(extension_of(guarantee, sessions=None))
    assert decide(task_id, more(0, LATER)).status == 200
    after = now(guarantee)
    assert (after.sessions_granted, after.valid_until) == (3, LATER)
    reservation = DynamoBenefits().ledger("tryg", guarantee.person_id).reservation(guarantee.guarantee_id)
    assert reservation
    assert (reservation.sessions, reservation.last_day) == (3, LATER)


def test_without_a_last_day_the_guarantee_keeps_its_own(guarantee: Guarantee) -> None:
    assert decide(extension_task_of(extension_of(guarantee)), more(3, None)).status == 200
    assert (now(guarantee).sessions_granted, now(guarantee).valid_until) == (6, IN_HALF_A_YEAR)


@pytest.mark.parametrize(
    "body, faults",
    [
        ({"decision": "approve"}, {"/grant"}),
        (more(-1), {"/grant/sessions"}),
        (more(25), {"/grant/sessions"}),
        (more(0), {"/grant/sessions"}),
        (more(0, None), {"/grant/sessions"}),
        (more(3, IN_HALF_A_YEAR - timedelta(days=1)), {"/grant/validUntil"}),
        (more(30, IN_HALF_A_YEAR + timedelta(days=720)), {"/grant/sessions", "/grant/validUntil"}),
        (more(3, clinicId="cli_aaaaaaaaaaaaaaaa"), {"/grant/clinicId"}),
        (more(3, practitionerId="prc_aaaaaaaaaaaaaaaa"), {"/grant/practitionerId"}),
        ({**more(3), "approved": [{"index": 0, "amount": {"amount": "1.00", "currency": "DKK"}}]},
         {"/approved"}),
        ({"decision": "deny"}, {"/reason"}),
    ],
)  # fmt: skip
def test_a_faulty_decision_is_refused_with_every_fault(
    guarantee: Guarantee, body: dict[str, Any], faults: set[str]
) -> None:
    task_id = extension_task_of(extension_of(guarantee))
    answer = decide(task_id, body)
    assert (answer.status, {fault["pointer"] for fault in answer.body["errors"]}) == (422, faults)
    assert now(guarantee) == guarantee
    assert decide(task_id, more()).status == 200


def test_no_extension_exceeds_a_cap(aws: Any) -> None:
    assert aws
    insured_anna()
    outside = {"type": "chiropractic", "country": "DK", "inNetwork": False, "sessions": 12}
    guarantee = guaranteed({"treatment": outside}, sessions=10, until=today() + timedelta(days=5))
    task_id = extension_task_of(extension_of(guarantee))
    refused = decide(task_id, more(3, today() + timedelta(days=5)))
    assert (refused.status, refused.body["code"]) == (422, "benefit-exceeded")
    assert "R-832" in json.dumps(refused.body)
    assert decide(task_id, more(2, today() + timedelta(days=5))).status == 200
    assert now(guarantee).sessions_granted == 12


@pytest.mark.parametrize("language, word", [("da", "uenig"), ("en", "disagree")])
def test_a_denial_shows_its_trail_and_the_next_steps(
    guarantee: Guarantee, language: str, word: str, aws: Any
) -> None:
    extension_id = extension_of(guarantee)
    task_id = extension_task_of(extension_id)
    assert decide(task_id, {"decision": "deny", "reason": "Ingen effekt"}).status == 200
    shown = only(guarantee.claim_id, language=language)
    assert (shown["status"], shown["decision"]["outcome"]) == ("denied", "denied")
    assert "grant" not in shown["decision"]
    steps = {step["kind"]: step for step in shown["nextSteps"]}
    assert {"public-help", "medical-advice", "complaint"} <= steps.keys()
    assert word in steps["complaint"]["text"].lower()
    assert now(guarantee) == guarantee
    [row] = outbox_rows(aws, "extension.decided")
    assert (row["data"]["M"]["outcome"]["S"], row["data"]["M"]["extensionId"]["S"]) == (
        "denied",
        extension_id,
    )


def test_the_trail_of_a_decided_extension_is_in_the_readers_language(guarantee: Guarantee) -> None:
    task_id = extension_task_of(extension_of(guarantee))
    assert decide(task_id, {"decision": "deny", "reason": "Ingen effekt"}).status == 200
    details = {
        tuple(step["detail"] for step in only(guarantee.claim_id, language=language)["decision"]["trail"])
        for language in ("da", "nb", "en")
    }
    assert () not in details
    assert len(details) == 3


def test_the_holder_of_a_mandate_reads_no_sum_over_all_treatments(guarantee: Guarantee) -> None:
    """What the page of benefits hides stands in no trail either: of the case, nor of its extension."""
    task_id = extension_task_of(extension_of(guarantee))
    assert decide(task_id, {"decision": "deny", "reason": "Ingen effekt"}).status == 200
    given(guarantee.claim_id, "contact")
    sums = {}
    for by in (ANNA, BO):
        trails = [
            read(guarantee.claim_id, member(by)).body["decision"]["trail"],
            only(guarantee.claim_id, by=member(by))["decision"]["trail"],
        ]
        sums[by] = [
            step["facts"].get("left") for steps in trails for step in steps if step["rule"] == "R-1301"
        ]
    assert len(sums[ANNA]) == 2
    assert all(sums[ANNA])
    assert sums[BO] == [None, None]


def test_a_question_leaves_the_task_open_and_is_shown_to_the_member(guarantee: Guarantee) -> None:
    task_id = extension_task_of(extension_of(guarantee))
    assert decide(task_id, {"decision": "clarify", "question": "Hvordan går det?"}).status == 200
    shown = only(guarantee.claim_id)
    assert (shown["status"], shown["question"]) == ("in-review", "Hvordan går det?")
    assert decide(task_id, more()).status == 412
    assert decide(task_id, more(), version=2).status == 200


def test_a_second_decision_on_an_extension_is_rejected(guarantee: Guarantee) -> None:
    task_id = extension_task_of(extension_of(guarantee))
    assert decide(task_id, more(1)).status == 200
    again = decide(task_id, more(2))
    assert (again.status, again.body["code"]) == (409, "already-decided")
    assert now(guarantee).sessions_granted == 4


def test_two_extensions_of_a_guarantee_add_up(guarantee: Guarantee) -> None:
    tasks = [extension_task_of(extension_of(guarantee)) for _ in range(2)]
    assert [decide(task_id, more(2)).status for task_id in tasks] == [200, 200]
    assert now(guarantee).sessions_granted == 7
    assert DynamoBenefits().ledger("tryg", guarantee.person_id).left(guarantee.guarantee_id) == 7


def test_finance_cannot_decide_an_extension(guarantee: Guarantee) -> None:
    task_id = extension_task_of(extension_of(guarantee))
    assert decide(task_id, more(), by=staff("finance")).status == 403


def asked_by_staff(guarantee: Guarantee, question: str = "Hvordan går det?") -> None:
    """Asks for an extension, and the caseworker asks about it."""
    task_id = extension_task_of(extension_of(guarantee))
    assert decide(task_id, {"decision": "clarify", "question": question}).status == 200


def test_a_question_about_an_extension_is_a_next_step_and_is_answered_in_words(guarantee: Guarantee) -> None:
    asked_by_staff(guarantee)
    shown = only(guarantee.claim_id)
    [step] = shown["nextSteps"]
    assert (step["kind"], step["extensionId"]) == ("answer", shown["extensionId"])
    first = explained(guarantee.claim_id, language="da").body["nextSteps"][0]
    assert first["text"] == (
        "Svar på vores spørgsmål om forlængelsen: Hvordan går det? "
        "Skriv dit svar her i sagen, eller send os det papir, vi spørger om."
    )
    answered = state_facts(guarantee.claim_id, answer={"text": "Bedre"})
    assert answered.status == 200, answered.body
    after = only(guarantee.claim_id)
    [reply] = after["replies"]
    said = (reply["question"], reply["text"], reply["by"])
    assert (said, "question" in after, after["nextSteps"]) == (
        ("Hvordan går det?", "Bedre", "member"),
        False,
        [],
    )
    again = state_facts(guarantee.claim_id, answer={"text": "Bedre"})
    assert [fault["code"] for fault in again.body["errors"]] == ["no-question-open"]


@pytest.mark.parametrize("file_type, answers", [("journal", True), ("invoice", False)])
def test_a_paper_but_no_bill_answers_a_question_about_an_extension(
    guarantee: Guarantee, file_type: str, answers: bool
) -> None:
    asked_by_staff(guarantee)
    document_id = document_of(guarantee.claim_id, fileType=file_type)
    assert check_by_the_function(guarantee.claim_id, document_id) == "accepted"
    after = only(guarantee.claim_id)
    assert [reply["documentId"] for reply in after["replies"]] == ([document_id] if answers else [])
    assert ("question" in after) is not answers


def test_staff_do_not_answer_a_question_about_an_extension(guarantee: Guarantee) -> None:
    asked_by_staff(guarantee)
    answer = state_facts(guarantee.claim_id, by=staff("caseworker"), answer={"text": "Bedre"})
    assert [fault["code"] for fault in answer.body["errors"]] == ["no-question-open"]


def test_an_answered_extension_is_decided_as_before(guarantee: Guarantee) -> None:
    task_id = extension_task_of(extension_of(guarantee))
    assert decide(task_id, {"decision": "clarify", "question": "Hvordan går det?"}).status == 200
    assert state_facts(guarantee.claim_id, answer={"text": "Bedre"}).status == 200
    assert decide(task_id, more(2, LATER), version=2).status == 200
    decided = only(guarantee.claim_id)
    assert (decided["status"], len(decided["replies"])) == ("approved", 1)

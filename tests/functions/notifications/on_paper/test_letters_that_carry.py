"""A person without a login reads on paper what others read behind it, from the event to the print queue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from helsebro import ids
from helsebro.coverage.trail import Step, Trail
from helsebro.ids import ClaimId, PersonId
from helsebro.messages.thread import Thread
from helsebro.notifications.channel import Choice
from helsebro.notifications.contact_record import PostalAddress
from helsebro.notifications.notification import Notification
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.deadlines.on_paper.case_on_paper import CaseOnPaper
from helsebro_aws.deadlines.on_paper.paper_phrases import as_on_paper
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.notifications.dynamo_notifications import DynamoNotifications
from helsebro_aws.papers.printable import printable
from helsebro_aws.platform import clock
from tests.builders.calls import member, staff
from tests.builders.claims import claim_of, consent, evidence, explained, read, rehabilitation
from tests.builders.decisions import (
    approved,
    claim_in_review,
    decide,
    end_refund,
    read_refund,
    refund_of,
    refund_task_of,
    task_of,
)
from tests.builders.domain.answers import determination
from tests.builders.extensions import extension_of, extension_task_of, guaranteed, read_extensions
from tests.builders.messages.notifications import notifications_in, notify, send
from tests.builders.messages.threads import BEFORE_A_CASE, caseworker, in_inbox, of_case, of_enquiry, written
from tests.builders.network import staged
from tests.builders.policies import CARL, cpr_of_age, insured_of, payer_of, policy_of
from tests.suite.log_lines import log_lines

pytestmark = pytest.mark.usefixtures("aws")
HOME = PostalAddress("Anna Holm", "Nørregade 1", "1165", "København")
PHONE = "70 11 20 20"
OF_A_GUARANTEE = {"claimId": "claim_id", "guaranteeId": "guarantee_id"}
"""The field of an event → that of a guarantee."""


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> PersonId:
    assert aws
    payer_of("tryg")
    person_id = insured_of(policy_of("tryg"))
    entered(person_id, address=HOME, has_login=False)
    return person_id


def entered(person_id: PersonId, **changes: Any) -> None:
    contacts = DynamoContacts()
    before = contacts.current(person_id)
    after = before.changed(replace(before, **changes), clock.now())
    contacts.change(before, after, "tryg")


def planned_on(aws: dict[str, Any], event_type: str, **data: Any) -> Notification:
    before = {each.notification_id for each in notifications_in(aws)}
    event_id = f"evt_{len(before)}"
    assert notify(event_type, event_id=event_id, at=clock.now().isoformat(), **data) == []
    [planned] = [each for each in notifications_in(aws) if each.notification_id not in before]
    return planned


def posted(aws: dict[str, Any], event_type: str, **data: Any) -> str:
    """Returns the text of the letter that an event brings, as it is printed."""
    planned = planned_on(aws, event_type, **data)
    assert (planned.channel, planned.letters_only) == ("letter", True)
    return printed_at_once(aws, planned)


def printed_at_once(aws: dict[str, Any], planned: Notification) -> str:
    """Returns the text of a letter that does not wait any longer, as it is printed."""
    if planned.not_before:
        DynamoNotifications().change(planned, planned.held_until(clock.now()))
    assert send(planned) == []
    return printed(aws, planned)


def printed(aws: dict[str, Any], sent: Notification) -> str:
    key = f"tryg/ltr_{sent.notification_id.removeprefix('ntf_')}.pdf"
    pdf = aws["s3"].get_object(Bucket="letters", Key=key)["Body"].read()
    return plain(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))


def plain(text: str) -> str:
    return " ".join(printable(text).split())


def unsaid(letter: str, told: Iterable[str]) -> list[str]:
    return [text for text in told if plain(text) not in letter]


def denied() -> ClaimId:
    claim_id = claim_in_review()
    denial = {"decision": "deny", "reason": "Der er ingen #henvisning *fra en læge*."}
    assert decide(task_of(claim_id), denial).status == 200
    return claim_id


@pytest.mark.parametrize("decision", ["approve", "deny"])
def test_the_letter_of_a_decision_says_what_the_explanation_says(aws: dict[str, Any], decision: str) -> None:
    claim_id = denied() if decision == "deny" else approved()[0]
    letter = posted(aws, "task.decided", claimId=claim_id, queue="claims", decision=decision)
    shown = explained(claim_id, language="da").body
    rows = [row[name] for row in shown["because"] for name in ("detail", "clause", "clauseText")]
    steps = [as_on_paper(step["text"], "da") for step in shown["nextSteps"]]
    assert shown["because"]
    assert steps
    assert unsaid(letter, [shown["headline"], *rows, *steps]) == []
    assert unsaid(letter, [entry["sentence"] for entry in shown["wouldChange"]]) == []


def test_the_letter_of_an_approval_names_the_clinic_once_it_is_known(aws: dict[str, Any]) -> None:
    stage = staged(treatments=["chiropractic"])
    name = DynamoClinics().find(stage.clinic_id).name
    (named, _), (open_to_all, _) = approved(clinicId=stage.clinic_id), approved()
    for claim_id, is_named in ((named, True), (open_to_all, False)):
        letter = posted(aws, "task.decided", claimId=claim_id, queue="claims", decision="approve")
        assert (plain(f"Klinik: {name}") in letter) is is_named


def test_the_letter_of_a_second_denial_names_the_guarantee_that_the_person_has(aws: dict[str, Any]) -> None:
    first, second, claims = guaranteed(), claim_in_review(), DynamoClaims()
    reserved = {"unit": "sessions", "limit": 5, "used": 0, "reserved": 5, "left": 0}
    trail = Trail((Step("R-7141", "7.14", "deny", reserved),), {"treatment.type": "chiropractic"}, "SF1706")
    before = claims.find(second)
    claims.change(before, before.deny(determination("denied", before.reported_at, trail=trail)))
    letter = posted(aws, "task.decided", claimId=second, queue="claims", decision="deny")
    assert unsaid(letter, [first.number, explained(second, language="da").body["headline"]]) == []


def test_the_letter_of_a_question_asks_it_and_says_how_to_answer_without_a_login(aws: dict[str, Any]) -> None:
    claim_id = claim_in_review()
    asked = {"decision": "clarify", "reason": "Mangler", "question": "Hvornår begyndte smerterne?"}
    answer = decide(task_of(claim_id), asked)
    assert answer.status == 200, answer.body
    letter = posted(aws, "task.decided", claimId=claim_id, queue="claims", decision="clarify")
    assert (
        unsaid(letter, ["Hvornår begyndte smerterne?", f"Ring til os på {PHONE} (8-16) med dit svar"]) == []
    )


def test_the_letter_of_a_question_about_a_refund_asks_it(aws: dict[str, Any]) -> None:
    claim_id, _ = approved()
    refund_id = refund_of(claim_id)
    asked = {"decision": "clarify", "reason": "Mangler", "question": "Hvad er den sidste linje?"}
    answer = decide(refund_task_of(refund_id), asked, by=staff("finance"))
    assert answer.status == 200, answer.body
    letter = posted(aws, "question.asked", claimId=claim_id, refundId=refund_id, queue="refunds")
    assert unsaid(letter, ["Hvad er den sidste linje?", PHONE]) == []


def test_the_letter_of_a_question_about_an_extension_asks_it(aws: dict[str, Any]) -> None:
    guarantee = guaranteed()
    entered(guarantee.person_id, address=HOME, has_login=False)
    extension_id = extension_of(guarantee)
    asked = {"decision": "clarify", "reason": "Mangler", "question": "Hvor mange gange om ugen?"}
    answer = decide(extension_task_of(extension_id), asked)
    assert answer.status == 200, answer.body
    of_it = {"claimId": guarantee.claim_id, "extensionId": extension_id}
    assert "Hvor mange gange om ugen?" in posted(aws, "question.asked", **of_it, queue="extensions")


def test_the_letter_of_a_denied_extension_says_why_and_what_to_do(aws: dict[str, Any]) -> None:
    guarantee = guaranteed()
    entered(guarantee.person_id, address=HOME, has_login=False)
    extension_id = extension_of(guarantee)
    denial = {"decision": "deny", "reason": "Der er ingen #ny henvisning."}
    answer = decide(extension_task_of(extension_id), denial)
    assert answer.status == 200, answer.body
    of_it = {name: str(getattr(guarantee, key)) for name, key in OF_A_GUARANTEE.items()}
    letter = posted(
        aws, "task.decided", **of_it, extensionId=extension_id, queue="extensions", decision="deny"
    )
    [extension] = read_extensions(guarantee.claim_id).body["items"]
    steps = [step["text"] for step in extension["nextSteps"]]
    assert steps
    told = ["Vi sagde nej til at forlænge garantien", "Der er ingen #ny henvisning.", *steps]
    assert unsaid(letter, told) == []


def test_a_letter_of_an_extension_that_was_not_denied_carries_nothing(aws: dict[str, Any]) -> None:
    guarantee = guaranteed()
    entered(guarantee.person_id, address=HOME, has_login=False)
    of_it = {name: str(getattr(guarantee, key)) for name, key in OF_A_GUARANTEE.items()}
    planned = planned_on(
        aws,
        "task.decided",
        **of_it,
        extensionId=extension_of(guarantee),
        queue="extensions",
        decision="deny",
    )
    assert CaseOnPaper().of(planned) == ()


def test_the_letter_of_a_message_holds_its_text_and_never_a_note_of_the_staff(aws: dict[str, Any]) -> None:
    claim_id = claim_in_review()
    handed_over = {"queue": "refunds", "note": "Kun til kolleger"}
    assert in_inbox(f"{claim_id}/hand-over", handed_over).status == 200
    noted = ids.numbered("msg", claim_id, 1)
    told = written(of_case(claim_id), "Kære Anna.\n\nVi har talt med din læge: #1 *ring*.", caseworker())
    letter = posted(aws, "message.sent", claimId=claim_id, messageId=told, queue="claims")
    assert unsaid(letter, ["Kære Anna.", "Vi har talt med din læge: #1 *ring*."]) == []
    of_note = posted(aws, "message.sent", claimId=claim_id, messageId=noted, queue="claims")
    assert "kolleger" not in of_note


def test_the_letter_of_an_answer_before_a_case_holds_its_text(aws: dict[str, Any], anna: PersonId) -> None:
    written(BEFORE_A_CASE, "Dækker I briller?")
    enquiry_id = Thread.of_enquiry("tryg", anna, "DK", clock.now()).thread_id
    told = written(of_enquiry(enquiry_id), "Nej, det gør vi ikke.", caseworker())
    named = {"personId": anna, "enquiryId": enquiry_id, "messageId": told}
    assert "Nej, det gør vi ikke." in posted(aws, "enquiry.sent", **named)


def test_the_letter_of_a_report_says_what_is_missing_and_how_to_get_it_on_paper(aws: dict[str, Any]) -> None:
    claim_id = rehabilitation()
    asked = [fact for fact in read(claim_id).body["facts"] if fact.get("required")]
    questions = [fact["question"] for fact in asked if fact["answerKind"] != "paper"]
    letter = posted(aws, "claim.reported", claimId=claim_id)
    asked_for = ["sige ja eller nej til samtykket i telefonen", "papiret skrevet ud", "sundhed.dk"]
    assert questions
    assert unsaid(letter, [*asked_for, *questions]) == []


def test_a_first_letter_waits_out_the_call_and_does_not_ask_for_what_was_said_in_it(
    aws: dict[str, Any],
) -> None:
    claim_id = claim_of()
    planned = planned_on(aws, "claim.reported", claimId=claim_id, reportedBy="caseworker")
    assert planned.not_before == planned.planned_at + timedelta(hours=1)
    assert consent(claim_id, True, staff("caseworker"), evidence=evidence()).status == 200
    letter = printed_at_once(aws, planned)
    assert "Vi mangler dit samtykke" not in letter
    assert "samtykket i telefonen" not in letter


def test_a_reminder_after_a_no_says_that_the_case_waits_for_a_consent_too(aws: dict[str, Any]) -> None:
    claim_id = claim_of()
    said = evidence("consent-refusal")
    assert consent(claim_id, False, staff("caseworker"), evidence=said).status == 200
    reached = {"claimId": claim_id, "kind": "missing-after-3-days", "queue": "claims"}
    letter = posted(aws, "deadline.reached", **reached)
    assert unsaid(letter, ["Vi mangler dine papirer.", "Sagen venter også på et samtykke"]) == []


def test_a_reminder_says_what_is_missing_still(aws: dict[str, Any]) -> None:
    claim_id = claim_of()
    reached = {"claimId": claim_id, "kind": "missing-after-3-days", "queue": "claims"}
    assert "sige ja eller nej til samtykket i telefonen" in posted(aws, "deadline.reached", **reached)


def test_the_letter_of_a_refund_says_what_is_paid_of_each_treatment(aws: dict[str, Any]) -> None:
    claim_id, _ = approved()
    refund_id = refund_of(claim_id)
    task_id = refund_task_of(refund_id)
    answer = decide(
        task_id, {"decision": "deny", "reason": "Regningen er ikke læselig."}, by=staff("finance")
    )
    assert answer.status == 200, answer.body
    end_refund(refund_id, task_id)
    letter = posted(aws, "refund.decided", claimId=claim_id, refundId=refund_id)
    shown = read_refund(refund_id).body
    told = [treatment["headline"] for treatment in shown["treatments"]]
    rows = [row["detail"] for treatment in shown["treatments"] for row in treatment["because"]]
    steps = [step["text"] for step in shown["nextSteps"]]
    assert steps
    assert unsaid(letter, [*told, *rows, *steps, "Regningen er ikke læselig."]) == []


def test_a_letter_says_whom_to_call_now_where_the_claim_does(aws: dict[str, Any]) -> None:
    claim_id = claim_of(treatment={"type": "crisis-help", "country": "DK"})
    safety = read(claim_id).body["safety"]
    letter = posted(aws, "claim.reported", claimId=claim_id)
    assert unsaid(letter, [safety["text"], *(line["number"] for line in safety["numbers"])]) == []


def test_a_letter_of_a_withdrawn_guarantee_says_why_and_how_to_complain(aws: dict[str, Any]) -> None:
    guarantee = guaranteed()
    entered(guarantee.person_id, address=HOME, has_login=False)
    from functions.guarantees.guarantees.handler import handler

    from tests.builders.calls import ask, event

    path = f"/v1/guarantees/{guarantee.guarantee_id}"
    body, headers = {"reason": "Du er flyttet."}, {"if-match": f'"{guarantee.version}"'}
    call = event("POST", f"{path}/revoke", by=staff("caseworker"), body=body, headers=headers)
    assert ask(handler, call).status == 200
    of_it = {"claimId": guarantee.claim_id, "guaranteeId": guarantee.guarantee_id}
    letter = posted(aws, "guarantee.revoked", **of_it)
    shown = explained(guarantee.claim_id, language="da").body
    steps = [step["text"] for step in shown["nextSteps"]]
    assert unsaid(letter, [shown["headline"], "Du er flyttet.", *steps]) == []


def test_a_letter_to_who_can_log_in_holds_nothing_of_the_case(aws: dict[str, Any], anna: PersonId) -> None:
    entered(anna, address=HOME, has_login=True)
    contacts = DynamoContacts()
    before = contacts.current(anna)
    by_letter = Choice(email=False, letter=True)
    contacts.choose(before, before.choosing({"decision-made": by_letter}), "tryg")
    claim_id = denied()
    planned = planned_on(aws, "task.decided", claimId=claim_id, queue="claims", decision="deny")
    assert (planned.channel, planned.letters_only) == ("letter", False)
    assert send(planned) == []
    letter = printed(aws, planned)
    assert "kiroprak" not in letter.lower()
    assert "Log ind" in letter


def test_a_guardian_reads_the_case_of_a_child_until_the_15th_birthday(
    aws: dict[str, Any], anna: PersonId
) -> None:
    family = policy_of("tryg", number="P-FAMILY")
    carl = insured_of(family, cpr=CARL, relation="child", mainInsuredPersonId=anna)
    claim_id = claim_of(personId=carl)
    planned = planned_on(aws, "claim.reported", claimId=claim_id)
    assert (planned.recipient, planned.of_child) == (anna, True)
    assert CaseOnPaper().of(planned)
    grown = insured_of(family, cpr=cpr_of_age(15), relation="child", mainInsuredPersonId=anna)
    own = claim_of(personId=grown, by=member(cpr_of_age(15)))
    assert CaseOnPaper().of(replace(planned, case_id=own)) == ()


def test_no_one_but_who_may_read_the_case_gets_its_words(aws: dict[str, Any], anna: PersonId) -> None:
    claim_id = denied()
    planned = planned_on(aws, "task.decided", claimId=claim_id, queue="claims", decision="deny")
    on_paper = CaseOnPaper()
    assert on_paper.of(planned)
    for other in (
        {"recipient": "per_stranger"},
        {"payer": "gjensidige"},
        {"channel": "email"},
        {"channel": "sms"},
        {"channel": "digital-post"},
        {"letters_only": False},
        {"kind": "guarantee-expiring"},
    ):
        assert on_paper.of(replace(planned, **other)) == (), other
    assert anna == planned.recipient


def test_the_words_of_a_letter_reach_no_log_no_key_and_no_stored_notification(aws: dict[str, Any]) -> None:
    claim_id = claim_in_review()
    told = written(of_case(claim_id), "Kanariediagnose", caseworker())
    with log_lines() as logged:
        letter = posted(aws, "message.sent", claimId=claim_id, messageId=told, queue="claims")
    assert "Kanariediagnose" in letter
    items = aws["dynamodb"].scan(TableName="cases")["Items"]
    kept = [item for item in items if item["sk"]["S"].startswith(("NOTIFICATION#", "LETTER", "NOTIFIED#"))]
    keys = aws["s3"].list_objects_v2(Bucket="letters")["Contents"]
    events = aws["dynamodb"].scan(TableName="outbox")["Items"]
    assert "Kanariediagnose" not in f"{logged.getvalue()}{kept}{keys}{events}"


def test_words_that_are_gone_leave_a_letter_that_says_whom_to_call(aws: dict[str, Any]) -> None:
    claim_id = claim_in_review()
    letter = posted(aws, "question.asked", claimId=claim_id, refundId="ref_gone", queue="refunds")
    assert f"Ring til os på {PHONE}, så gennemgår vi det med dig." in letter
    assert "næste sider" not in letter

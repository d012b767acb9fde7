"""The table of clocks reads only what the events have: real functions make them, and each clock is moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from functions.guarantees.guarantees.handler import handler as guarantees
from functions.notices.notices.handler import handler as notices
from functions.policies.policies.handler import handler as policies

from helsebro import ids
from helsebro.deadlines.clock_row import ClockRow, On
from helsebro.deadlines.clocks import CLOCKS, EVENTS_TO_COME
from helsebro.events import has_values
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import SlotId
from helsebro.local_day import local_day
from helsebro_aws.onboarding.contract_follow_up import ContractFollowUp
from tests.builders.calls import ask, event, member, staff
from tests.builders.claims import claim_of, consent, document_of, state_facts
from tests.builders.clinics.consents import consent_to, personal_consent
from tests.builders.clinics.contracts import Resumed, contract_sent, contracts, sign, signer
from tests.builders.clinics.matches import decline, match
from tests.builders.clinics.registers import HOLM, NUMBER, GivenRegister, look_into
from tests.builders.clinics.waitlist import choose, keep_up, waiting
from tests.builders.clinics.waitlist import leave as stop_waiting
from tests.builders.decisions import (
    CHIROPRACTIC,
    claim_in_review,
    decide,
    insured_anna,
    refund_of,
    refund_task_of,
    seal_key,
    task_of,
    tasks_in,
)
from tests.builders.documents.checked_papers import check
from tests.builders.domain.clocks import clock
from tests.builders.extensions import WITHOUT_SEAL, extension_of, extension_task_of, guaranteed, more, printed
from tests.builders.invoice_stage import change
from tests.builders.messages.threads import (
    BEFORE_A_CASE,
    caseworker,
    in_inbox,
    inbox,
    of_case,
    of_enquiry,
    written,
)
from tests.builders.network import (
    Stage,
    act,
    begun,
    book,
    guarantee_of,
    set_practitioner,
    slot_body,
    soon,
    staged,
)
from tests.builders.objections.complaints import denied_claim, upheld
from tests.builders.payments.bank_stage import pay_a_session
from tests.builders.payments.session_stage import practice, reported
from tests.builders.policies import EMPLOYER_CVR, enrol, insured_of, leave, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
NOW = datetime.now(UTC)
EMPLOYER = member(**{"dk.cvr": EMPLOYER_CVR})
UNDERWRITER = staff("underwriting")
Data = dict[str, list[dict[str, Any]]]


def post(handler: Any, path: str, by: Any, body: Mapping[str, Any], **headers: str) -> Any:
    answer = ask(handler, event("POST", path, by=by, body=dict(body), headers=headers))
    assert answer.status < 300, answer.body
    return answer.body


def play_claims(stage: Stage) -> None:
    """Plays claims through a question, an extension, a refund, a revocation and the end of a consent."""
    claim_id = claim_in_review()
    assert check(claim_id, document_of(claim_id)) == "accepted"
    question = {"decision": "clarify", "question": "Hvornår skete det?"}
    assert decide(task_of(claim_id), question).status == 200
    guarantee = guaranteed(clinicId=stage.clinic_id)
    extension_id = extension_of(guarantee)
    extension_task = extension_task_of(extension_id)
    assert check(guarantee.claim_id, document_of(guarantee.claim_id, fileType="other")) == "accepted"
    [late] = [task for task in tasks_in().body["items"] if task.get("reason") == "paper-arrived"]
    assert decide(late["taskId"], {"decision": "approve"}).status == 200
    assert decide(extension_task, question).status == 200
    assert state_facts(guarantee.claim_id, answer={"text": "I går"}).status == 200
    assert decide(extension_task, more(), version=2).status == 200
    printed(extension_id)
    claim_id = claim_in_review()
    refund_id = refund_of(claim_id)
    assert decide(refund_task_of(refund_id), question, by=staff("finance")).status == 200
    assert state_facts(claim_id, answer={"text": "I går"}).status == 200
    paid = [{"index": place, "amount": {"amount": "450.00", "currency": "DKK"}} for place in (0, 1)]
    both = {"decision": "approve", "approved": paid}
    assert decide(refund_task_of(refund_id), both, by=staff("finance"), version=2).status == 200
    for given in (False, True, None):
        assert consent_to(stage.clinic_id, guarantee.claim_id, given).status == 200
        for kind in ("general", "network-contact"):
            assert personal_consent(kind, bool(given)).status == 200
    assert consent(guarantee.claim_id, given=None).status == 200
    assert consent(claim_of(treatment=CHIROPRACTIC), given=False).status == 200
    claim_id = claim_in_review()
    task_id = task_of(claim_id)
    assert decide(task_id).status == 200
    revoked = WITHOUT_SEAL.run(claim_id, task_id)
    path = f"/v1/guarantees/{revoked.guarantee_id}/revoke"
    post(guarantees, path, staff("caseworker"), {"reason": "Fejl"}, **{"if-match": '"1"'})


def play_complaints() -> None:
    """Plays a complaint that is answered."""
    upheld(denied_claim())


def play_messages() -> None:
    """Plays words in a case and before one, and what the staff answer."""
    case = of_case(claim_of())
    written(case)
    written(BEFORE_A_CASE)
    for entry in inbox().body["items"]:
        over = in_inbox(f"{entry['threadId']}/hand-over", {"queue": "refunds", "note": "Se her"})
        assert over.status == 200
    written(case, by=caseworker())
    handed_over = inbox("?queue=refunds").body["items"]
    for enquiry_id in filter(None, (entry.get("enquiryId") for entry in handed_over)):
        written(of_enquiry(enquiry_id), by=caseworker())


def play_payouts() -> None:
    """Plays a session that is paid without an invoice, and was missed after all."""
    clinic = practice()
    assert reported(clinic.booking_id()) == []
    change(clinic.booking_id(), "BOOKING", status="missed", corrections=1)
    assert reported(clinic.booking_id()) == []


def play_sessions(stage: Stage) -> None:
    """Plays what happens to the sessions of a guarantee."""

    hours = count(72)

    def free_slot() -> SlotId:
        return stage.free_slot(**slot_body(soon(next(hours))))

    def booked(guarantee: Guarantee) -> str:
        answer = book(guarantee, free_slot())
        assert answer.status == 201, answer.body
        return str(answer.body["bookingId"])

    guarantee = guarantee_of()
    moved = booked(guarantee)
    assert act(moved, "reschedule", body={"slotId": free_slot()}).status == 200
    assert act(moved, "cancel").status == 200
    for kind, extra in (("held", {}), ("missed", {}), ("cancelled", {"by": "clinic"})):
        booking_id = booked(guarantee_of())
        if kind != "cancelled":
            begun(booking_id)
        assert stage.event(f"session.{kind}", {"bookingId": booking_id, **extra}).status == 202
    booked(guarantee)
    named = {"guaranteeId": guarantee.guarantee_id}
    for kind, extra in (("client.contacted", {"by": "phone"}), ("client.referred-on", {"to": "psychiatry"})):
        assert stage.event(kind, {**named, **extra}).status == 202
    assert stage.event("course.ended", named).status == 202


def play_matches(stage: Stage) -> None:
    """Plays a match that the clinic declines."""
    guarantee = guarantee_of()
    assert match(guarantee, stage).status == 200
    assert decline(guarantee, stage).status == 200


def play_waitlist(stage: Stage) -> None:
    """Plays an offer that is declined, and an entry that the member ends."""
    entry = waiting(stage, guarantee_of())
    stage.free_slot(starts_at=soon(60))
    keep_up()
    assert choose(entry, "decline").status == 200
    assert stop_waiting(entry).status == 204


def play_policies() -> None:
    """Plays a policy through a reminder, a payment, a notice that is refused, and a person who leaves."""
    due = local_day(NOW) + timedelta(days=60)
    due += timedelta(days=(due.month, due.day) == (2, 29))
    policy_id = policy_of("tryg", number="P-2", policyYearStart=due.strftime("%m-%d"))
    path, today = f"/v1/policies/{policy_id}", local_day(NOW).isoformat()
    post(policies, f"{path}/reminders", UNDERWRITER, {"sentOn": today})
    post(policies, f"{path}/payments", UNDERWRITER, {"paidOn": today})
    person_id = insured_of(policy_id)
    assert enrol(policy_id, name="Anna Lund").status == 201
    leave(policy_id, person_id, today)
    change = {"annualSum": {"amount": "100.00", "currency": "DKK"}}
    conditions = {"kind": "conditions", "effectiveOn": due.isoformat(), "change": change, "sentOn": today}
    notice = post(notices, f"{path}/notices", UNDERWRITER, conditions)
    refusal = {"kind": "not-accepted", "noticeId": notice["noticeId"], "sentOn": today}
    post(notices, f"{path}/notices", EMPLOYER, refusal)


def play_contracts() -> None:
    """Plays contracts that are signed, declined and not signed in time."""
    following = ContractFollowUp(workflows=Resumed())
    assert sign(contract_sent()).status == 200
    path = f"/v1/clinics/{contract_sent()}/contract/decline"
    post(contracts(), path, signer(), {"reason": "Too late"})
    assert following.expire(contract_sent()) == "contract.expired"


def play_registers(stage: Stage) -> None:
    """Plays what the authorisation register says about a practitioner."""
    register = GivenRegister()
    look = look_into(register)
    assert set_practitioner(stage.clinic_id, stage.key, authorisationId=NUMBER).status == 200
    for found in ([], [HOLM], [replace(HOLM, is_valid=False)]):
        register.found = found
        assert look.run(stage.practitioner_id, again=True) == "looked"


@pytest.fixture
def made(aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Data:
    """The data of every event that the functions made, by type."""
    from boto3.dynamodb.types import TypeDeserializer

    payer_of("tryg")
    stage = staged(treatments=["physiotherapy", "chiropractic"])
    insured_anna()
    play_claims(stage)
    play_complaints()
    play_messages()
    play_sessions(stage)
    play_matches(stage)
    play_waitlist(stage)
    play_policies()
    monkeypatch.setenv("HELSEBRO_SEAL_KEY", seal_key(aws["kms"]))
    play_contracts()
    play_registers(stage)
    pay_a_session()
    play_payouts()
    found: Data = {}
    pages = aws["dynamodb"].get_paginator("scan").paginate(TableName="outbox")
    for row in (row for page in pages for row in page["Items"]):
        data = TypeDeserializer().deserialize(row["data"])
        found.setdefault(row["type"]["S"], []).append(data)
    return found


def can_move(row: ClockRow, on: On, data: Mapping[str, Any]) -> bool:
    """Whether an event with these data has every field that the table reads."""
    read = {name for name in (on.subject or row.subject, on.key, on.at) if name}
    if not has_values(data, on.only) or not all(data.get(name) for name in read):
        return False
    # Raises NotFound where the field is not the id of a slot.
    return not on.at or bool(ids.slot_parts(SlotId(str(data[on.at]))))


def unmoved(row: ClockRow, made: Data) -> set[str]:
    """Returns the events of a row with which none of the events that were made agrees."""
    return {
        on.event
        for every in row.moves().values()
        for on in every
        if not any(can_move(row, on, data) for data in made.get(on.event, []))
    }


def test_every_event_of_every_clock_has_the_fields_that_the_clock_reads(made: Data) -> None:
    faulty = {row.kind: unmoved(row, made) - EVENTS_TO_COME for row in CLOCKS.values()}
    assert {kind: events for kind, events in faulty.items() if events} == {}


def test_control_a_field_that_an_event_does_not_have_is_found(made: Data) -> None:
    starts = (On("session.held"),)
    assert unmoved(clock(subject="bookingNumber", starts=starts), made) >= {"session.held"}
    assert unmoved(clock(starts=(On("session.held", at="slot"),)), made) >= {"session.held"}
    assert unmoved(clock(starts=(On("session.held", {"round": frozenset("1")}),)), made) >= {"session.held"}
    assert "session.held" not in unmoved(clock(subject="bookingId", starts=starts), made)

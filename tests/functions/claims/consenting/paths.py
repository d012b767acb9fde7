"""The paths on which something of a case reaches someone, each with the consents that it needs.

A path is played with a consent in force and without; ``PATHS`` is the table of the house: what passes a case
on to a clinic, or lets staff read papers, or writes about cover in the network, has a row here.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from helsebro.claims.consenting.passing_on import is_told
from helsebro.deadlines.clocks import CLOCKS
from helsebro.guarantees.guarantee import Guarantee
from helsebro.network.clinic import WITHOUT_SYSTEM
from helsebro.webhooks.delivery import Delivery
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.deadlines.breaches.contact_reminder import ContactReminder
from helsebro_aws.dynamodb.tables import Put, tables
from helsebro_aws.guarantees.consent.passing_on import PASSES_ON, is_consented
from tests.builders.calls import ask, event, member, staff
from tests.builders.claims import document_of
from tests.builders.clinics import waitlist
from tests.builders.clinics.consents import personal_consent
from tests.builders.clinics.matches import insured_guarantee, match, read_by_clinic
from tests.builders.documents.checked_papers import check
from tests.builders.domain.deadlines import running
from tests.builders.messages.notifications import notify
from tests.builders.network import (
    ANNA,
    Stage,
    act,
    book,
    book_series,
    change_claim,
    hold,
    slot_body,
    soon,
    staged,
)


@dataclass
class Case:
    """Anna's case with a guarantee, and a clinic that may treat her."""

    stage: Stage = field(default_factory=staged)
    guarantee: Guarantee = field(default_factory=insured_guarantee)

    def set_case_consent(self, state: str) -> None:
        """Puts the consent of the case into a state."""
        change_claim(self.guarantee, consent=state)

    def set_clinic_consent(self, state: str) -> None:
        """Puts the consent to the clinic into a state; a given one expired long ago."""
        ended = {"expiresOn": "2020-01-01"} if state == "given" else {}
        about = {"clinicId": self.stage.clinic_id, "status": state, **ended}
        change_claim(self.guarantee, clinicConsents=[about])

    def bind(self) -> Guarantee:
        """Binds the guarantee to the clinic, as a match does, whatever the consents are."""
        key = f"tryg#{self.guarantee.claim_id}", f"GUARANTEE#{self.guarantee.guarantee_id}"
        table = tables.settings.cases_table
        item = tables.get(table, *key) or {}
        at = "2026-11-20T09:00:00Z"
        found = {"clinicId": self.stage.clinic_id, "matchedAt": at, "status": "matched"}
        tables.commit([Put(table, {**item, "clinicId": self.stage.clinic_id, "match": found}, when=None)])
        return self.guarantee


Play = Callable[[Case], Callable[[], bool]]
"""Prepares a path and returns what plays it: whether something was passed on."""


def a_matched_client(case: Case) -> Callable[[], bool]:
    guarantee = case.bind()
    return lambda: "client" in read_by_clinic(guarantee, case.stage).body


def a_booked_client(case: Case) -> Callable[[], bool]:
    booking_id = book(case.guarantee, case.stage.free_slot()).body["bookingId"]
    return lambda: "client" in case.stage.get(f"/v1/bookings/{booking_id}").body


def a_booking(case: Case) -> Callable[[], bool]:
    slot_id = case.stage.free_slot()
    return lambda: book(case.guarantee, slot_id).status == 201


def a_move(case: Case) -> Callable[[], bool]:
    booking_id = book(case.guarantee, case.stage.free_slot()).body["bookingId"]
    to = {"slotId": case.stage.free_slot(starts_at=soon(60))}
    return lambda: act(booking_id, "reschedule", body=to).status == 200


def a_hold(case: Case) -> Callable[[], bool]:
    slot_id = case.stage.free_slot()
    return lambda: hold(case.guarantee, slot_id).status == 201


def a_series(case: Case) -> Callable[[], bool]:
    slots = [case.stage.free_slot(**slot_body(soon(hours), service="follow-up")) for hours in (72, 96)]
    return lambda: book_series(case.guarantee, slots).status == 201


def a_match(case: Case) -> Callable[[], bool]:
    return lambda: match(case.guarantee, case.stage).status == 200


def a_place_on_the_waitlist(case: Case) -> Callable[[], bool]:
    place = case.stage.practitioner_id
    return lambda: waitlist.join(case.guarantee, practitionerId=place).status == 201


def an_offer_of_the_waitlist(case: Case) -> Callable[[], bool]:
    waitlist.waiting(case.stage, case.guarantee)

    def play() -> bool:
        case.stage.free_slot(starts_at=soon(60))
        waitlist.keep_up()
        return bool(waitlist.events("waitlist.offered"))

    return play


def an_accepted_offer(case: Case) -> Callable[[], bool]:
    entry = waitlist.waiting(case.stage, case.guarantee)
    case.stage.free_slot(starts_at=soon(60))
    waitlist.keep_up()
    return lambda: waitlist.choose(entry, "accept").status == 201


def a_webhook(case: Case) -> Callable[[], bool]:
    data = {"claimId": case.guarantee.claim_id}
    body = json.dumps({"data": data})
    sent = [
        Delivery("dlv_1", case.stage.clinic_id, "whe_1", "evt_1", kind, body, datetime.now(UTC))
        for kind in sorted(PASSES_ON)
    ]
    return lambda: any(is_consented(each) for each in sent)


def the_event_of_a_guarantee(case: Case) -> Callable[[], bool]:
    claims, claim_id = DynamoClaims(), case.guarantee.claim_id
    return lambda: is_told(claims.find(claim_id), case.stage.clinic_id) is not None


def a_reminder_of_contact(case: Case) -> Callable[[], bool]:
    guarantee = case.bind()
    deadline = running("contact", subject_id=guarantee.guarantee_id, case_id=guarantee.claim_id)

    def play() -> bool:
        made = ContactReminder().remind(deadline, CLOCKS["contact"], "warned", datetime.now(UTC))
        return bool(made[1])

    return play


def a_mail_to_a_clinic(case: Case) -> Callable[[], bool]:
    case.stage = staged("bo", {"clinic_system": WITHOUT_SYSTEM})
    guarantee = case.bind()
    ids = {"claimId": guarantee.claim_id, "guaranteeId": guarantee.guarantee_id}
    told = {**ids, "matchedAt": "2026-11-20T09:00:00Z", "clinic_id": case.stage.clinic_id}
    return lambda: _planned("guarantee.issued", "client-matched", told)


def the_paper_of_a_guarantee(case: Case) -> Callable[[], bool]:
    from functions.guarantees.guarantees.handler import handler

    path = f"/v1/guarantees/{case.guarantee.guarantee_id}/pdf"
    return lambda: ask(handler, event("GET", path, by=member(ANNA))).status == 303


def the_approval_of_a_guarantee(case: Case) -> Callable[[], bool]:
    from helsebro.claims.consent import ConsentMissing, must_be_in_force

    def play() -> bool:
        try:
            must_be_in_force(DynamoClaims().find(case.guarantee.claim_id))
        except ConsentMissing:
            return False
        return True

    return play


def papers_read_by_staff(case: Case) -> Callable[[], bool]:
    from functions.documents.documents.handler import handler

    document_id = document_of(case.guarantee.claim_id)
    assert check(case.guarantee.claim_id, document_id) == "accepted"
    path = f"/v1/claims/{case.guarantee.claim_id}/documents/{document_id}/content"
    return lambda: ask(handler, event("GET", path, by=staff("caseworker"))).status == 303


def a_message_about_a_found_clinic(case: Case) -> Callable[[], bool]:
    guarantee = case.bind()
    ids = {"claimId": guarantee.claim_id, "guaranteeId": guarantee.guarantee_id}
    return lambda: _planned("client.matched", "clinic-found", {**ids, "clinicId": case.stage.clinic_id})


def _planned(event_type: str, kind: str, data: dict[str, Any]) -> bool:
    """Plans what an event asks for; returns whether a notification of the kind was planned."""
    event_id = f"evt_{secrets.token_hex(4)}"
    assert notify(event_type, event_id=event_id, **data) == []
    rows, _, *_ = tables.client.sync_scan_page(tables.settings.cases_table)
    return any(row.get("kind") == kind and row.get("eventId") == event_id for row in rows)


BOTH = ("case", "clinic")
PATHS: dict[Play, tuple[str, ...]] = {
    a_matched_client: BOTH,
    a_booked_client: BOTH,
    a_booking: BOTH,
    a_move: BOTH,
    a_hold: BOTH,
    a_series: BOTH,
    a_match: BOTH,
    a_place_on_the_waitlist: BOTH,
    an_offer_of_the_waitlist: BOTH,
    an_accepted_offer: BOTH,
    a_webhook: BOTH,
    the_event_of_a_guarantee: BOTH,
    a_reminder_of_contact: BOTH,
    a_mail_to_a_clinic: BOTH,
    the_paper_of_a_guarantee: ("case",),
    the_approval_of_a_guarantee: ("case",),
    papers_read_by_staff: ("case or general",),
    a_message_about_a_found_clinic: ("network-contact",),
}
"""Path → the consents that it needs. No clinic reads a document: no route of documents lets one in."""


def without(case: Case, need: str, state: str) -> None:
    """Takes one consent away."""
    if need == "case" or need == "case or general":
        case.set_case_consent(state)
    elif need == "clinic":
        case.set_clinic_consent(state)
    else:
        refused = [state == "withdrawn", False] if state == "withdrawn" else [False]
        assert all(personal_consent("network-contact", given).status == 200 for given in refused)

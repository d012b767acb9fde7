"""The things of a household, made over the routes that a portal uses, by the names of the document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import ClaimId, ClinicId, DocumentId, InvoiceId, PersonId, PolicyId
from helsebro.notifications.outcome.letter import Letter
from helsebro_aws.notifications.letters.dynamo_letters import DynamoLetters
from helsebro_aws.platform import clock
from tests.builders.calls import Answered, ask, event, member, signed, staff
from tests.builders.claims import claim_of, consent, offer, put_in_quarantine, save
from tests.builders.clinics.matches import match
from tests.builders.decisions import CHIROPRACTIC, approval, ask_refund, decide, refund_body, task_of
from tests.builders.documents.checked_papers import check
from tests.builders.documents.kept_files import with_a_kept_file
from tests.builders.domain.sent_messages import sent
from tests.builders.extensions import WITHOUT_SEAL
from tests.builders.mandates import give
from tests.builders.messages.notifications import stored
from tests.builders.messages.threads import BEFORE_A_CASE, of_case, set_canned, written
from tests.builders.network import SECRET, book, hold, soon
from tests.builders.payments.begun_files import begun_file
from tests.builders.payments.payment_stage import Owing, set_paying_account
from tests.builders.payments.received_reports import received_report
from tests.builders.reports.drafts import draft_of
from tests.promises.access.clinics import StagedClinic
from tests.promises.access.households import Household

HOLDER = "0707701234"
NOT_PEPPOL = '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>'


@dataclass
class Things:
    """Makes the things of one household; ``made`` holds the ids by the names that the document gives them."""

    of: Household
    clinic: StagedClinic
    policy_id: PolicyId
    person_id: PersonId
    main_id: PersonId
    guardian_id: PersonId
    made: dict[str, str] = field(default_factory=dict)

    @property
    def by(self) -> dict[str, Any]:
        """The claims of who acts for the person."""
        return member(self.of.acting)

    def make(self) -> Mapping[str, str]:
        """Makes everything, in an order in which one thing needs those before it."""
        self.made |= {"policyId": self.policy_id, "personId": self.person_id, "payer": self.of.payer}
        self.made |= {"mainId": self.main_id, "guardianId": self.guardian_id, **self.clinic.things}
        guarantee = self._case()
        self._words(guarantee.claim_id)
        self._letters(guarantee)
        self._sessions(guarantee)
        self._papers(guarantee.claim_id)
        self._of_the_clinic()
        return self.made

    def _claim(self) -> ClaimId:
        claim_id = claim_of(self.by, personId=self.person_id, treatment=CHIROPRACTIC)
        decided = consent(claim_id, by=self.by)
        assert decided.body["claimStatus"] == "in-review", decided.body
        return claim_id

    def _case(self) -> Guarantee:
        """A case with a guarantee, and another that waits for the staff."""
        claim_id, waits = self._claim(), self._claim()
        caseworker = staff("caseworker", payer=self.of.payer)
        task_id = task_of(claim_id)
        answer = decide(task_id, approval(sessions=8), by=caseworker)
        assert answer.status == 200, answer.body
        guarantee = WITHOUT_SEAL.run(claim_id, task_id)
        matched = match(guarantee, self.clinic.stage, by=caseworker)
        assert matched.status == 200, matched.body
        self.made |= {
            "claimId": claim_id,
            "threadId": claim_id,
            "taskId": task_of(waits),
            "guaranteeId": guarantee.guarantee_id,
            "caseReference": guarantee.case_reference,
            "draftId": draft_of(self.by, personId=self.person_id),
            "mandateId": _of(give(claim_id, "contact", to=HOLDER, by=self.by), "mandateId"),
        }
        return guarantee

    def _words(self, claim_id: ClaimId) -> None:
        by_staff = staff("caseworker", payer=self.of.payer)
        message_id = written(of_case(claim_id), by=self.by)
        before = written(BEFORE_A_CASE, by=self.by, payer=self.of.payer)
        answer_key = f"answer-of-{self.of.name}"
        set_canned(answer_key, by=by_staff, payer=self.of.payer)
        enquiries = [entry["threadId"] for entry in _inbox(by_staff) if "enquiryId" in entry]
        self.made |= {"messageId": message_id, "answerKey": answer_key}
        self.made |= {"enquiryId": enquiries[-1], "messageOfEnquiry": before}

    def _letters(self, guarantee: Guarantee) -> None:
        of_case = {"payer": self.of.payer, "case_id": guarantee.claim_id, "recipient": self.person_id}
        notification = stored(sent(**of_case))
        letter = Letter.of(
            stored(sent(channel="letter", event_id="evt_letter", **of_case)), clock.now(), None
        )
        DynamoLetters().queue(letter)
        self.made |= {"notificationId": notification.notification_id, "letterId": letter.letter_id}

    def _sessions(self, guarantee: Guarantee) -> None:
        stage, place = self.clinic.stage, HOURS[self.of.name]
        follow_up = {"service": "follow-up"}
        slots = [
            stage.free_slot(starts_at=soon(place + 24 * day), **(follow_up if 0 < day < 4 else {}))
            for day in range(5)
        ]
        booked = book(guarantee, slots[0], self.by)
        self.made |= {
            "bookingId": _of(booked, "bookingId"),
            "holdId": _of(hold(guarantee, slots[1], self.by), "holdId"),
            "heldSlotId": slots[1],
            "slotId": slots[2],
            "laterSlotId": slots[3],
            "firstSlotId": slots[4],
            "waitlistId": self._waits(guarantee),
        }

    def _waits(self, guarantee: Guarantee) -> str:
        from tests.builders.clinics.waitlist import join

        return _of(join(guarantee, self.by, practitionerId=self.clinic.stage.practitioner_id), "waitlistId")

    def _papers(self, claim_id: ClaimId) -> None:
        bill = self._document(claim_id)
        announced = _of(offer(claim_id, self.by), "documentId")
        refund = ask_refund(claim_id, refund_body(bill), by=self.by)
        self.made |= {"documentId": bill, "announcedId": announced, "refundId": _of(refund, "refundId")}

    def _document(self, claim_id: ClaimId) -> DocumentId:
        made = offer(claim_id, self.by, fileType="invoice", fileName="regning.pdf")
        document_id = DocumentId(_of(made, "documentId"))
        put_in_quarantine(claim_id, document_id)
        assert save(claim_id, document_id, self.by).status == 202
        assert check(claim_id, document_id) == "accepted"
        return document_id

    def _of_the_clinic(self) -> None:
        self.made["fileId"] = begun_file(self.of.payer).file_id
        owed = Owing(ClinicId(self.made["clinicId"]), payer=self.of.payer).owes()
        self.made["payableIds"] = owed.payable_id
        self.made["reportId"] = received_report(self.of.payer).report_id
        set_paying_account(self.of.payer)
        from functions.bookings.calendar_feeds.handler import handler as feeds
        from functions.invoices.invoices.handler import handler as invoices

        call = signed("POST", "/v1/invoices", clinic_id=self.made["clinicId"], secret=SECRET, body=NOT_PEPPOL)
        call["headers"]["content-type"] = "application/xml"
        self.made["invoiceId"] = _of(ask(invoices, call), "invoiceId")
        with_a_kept_file(InvoiceId(self.made["invoiceId"]))
        feed = ask(feeds, event("POST", "/v1/me/calendar-feed", by=self.by, body={}))
        self.made["feed"] = _of(feed, "address").rpartition("/")[2]


HOURS = {"anna": 72, "carl": 74, "bo": 76, "elias": 78}
"""How many hours ahead the first session of each household begins."""


def _of(answer: Answered, name: str) -> str:
    assert answer.status < 300, answer.body
    return str(answer.body[name])


def _inbox(by: dict[str, Any]) -> list[dict[str, Any]]:
    from functions.messages.inbox.handler import handler

    return list(ask(handler, event("GET", "/v1/inbox?limit=100", by=by)).body["items"])

"""The case that the samples in ``events/`` speak of: played once on a stack, so that it accepts each sample.

The samples have fixed ids, such as ``clm_ar2he6lhaaaaaaaaaaaaaaaa``; ``play`` returns what replaces them.
"""

from __future__ import annotations

import json
import re
import secrets
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from local.bank.small_bank import status_report
from local.clinic.clinic_system import ClinicSystem
from local.demo import login
from local.demo.http_client import client
from local.demo.people import DANISH_PAYER
from local.demo.policies import AT_WORK
from local.journey import insurance, treatment
from local.journey.benefits import decide, deny, task_of
from local.journey.payment import PlayedPayment
from local.journey.people import StackAddresses, User, Users
from local.journey.played_events import PlayedCase
from local.journey.steps import Journey, until
from local.journey.todays_slot import todays_slot

CLINIC = "cli_aaaaaaaaaaaaaaaa"
PRACTITIONER = "prc_aaaaaaaaaaaaaaaa"
PRICE = {"amount": "325.00", "currency": "DKK"}
"""The fee of one session, which is also that of the sample invoice."""
OF_CHILDREN = "ar2he6lhaaaaaaaaaaaaaaaaaaaaaaaaaa"
BOOKED, NOTIFIED, UNSUBSCRIBED = "session-booked", "ntf_0123456789abcdef0123456789abcdef", "c2FtcGxl"
CHILD = "per_a2zt5pxlrqsc3dmkow7vyb4g"
TOKEN = re.compile(r"/v1/unsubscribe\?token=([\w-]+)")
PAYER_OF_FILE = "journey-aaaaaa"
FILE, REPORT = "pfl_aaaaaaaaaaaaaaaaaaaaaaaaaa", "rpt_aaaaaaaaaaaaaaaaaaaaaaaaaa"
CLAIM, REFUND_TASK = "clm_ar2he6lhaaaaaaaaaaaaaaaa", "tsk_ar2he6lhbbbbbbbbbbbbbbbbbbbbbbbbbb"
DENIED = "clm_ar2he6lhdddddddddddddddd"
PLACEHOLDERS = (
    CLAIM,
    DENIED,
    OF_CHILDREN,
    REFUND_TASK,
    NOTIFIED,
    UNSUBSCRIBED,
    "inv_aaaa",
    "slt_aaaa",
    "slt_bbbb",
    "slt_cccc",
    "pol_ar2h",
    "evt_agra",
    "dlv_agra",
    "HB-ABCD",
    "G26-7K3Q9",
    CHILD,
    PAYER_OF_FILE,
    FILE,
    REPORT,
)
"""A sample with one of these speaks of the case."""

ROLES = ("caseworker", "finance", "underwriting")


class SampleCase:
    """Plays the case of a claim of Anna at the demo clinic, step by step."""

    def __init__(self, stack: StackAddresses, addresses: dict[str, Any]) -> None:
        self.mailbox_url = str(addresses["mailboxUrl"])
        self.stack, self.journey = stack, Journey(lambda _: None)
        self.users = Users(stack, payer=DANISH_PAYER)
        self.member, self.caseworker, self.finance, self.underwriting = (
            User.logged_in(stack, partial(login.of_demo_user, addresses, name))
            for name in ("anna", *(f"{DANISH_PAYER}-{role}" for role in ROLES))
        )
        self.clinic, self.today = stack.clinic_system(), stack.clock.today()

    def play(self) -> dict[str, str]:
        """Returns what stands in place of each fixed text of the samples."""
        claim_id = insurance.report(self.journey, self.member, PRICE)
        document_id = insurance.consent_and_upload(self.journey, self.member, claim_id)
        task_id, guarantee = self._guarantee(claim_id)
        guarantee_id = str(guarantee["guaranteeId"])
        extension_id = self._extension(claim_id)
        treatment.publish_slots(self.journey, self.clinic, self.stack.practitioner_key)
        first = self._booked(guarantee_id, "first")
        self._to_come(guarantee_id, "follow-up")
        # The case has its first consultation: what the samples book are follow-ups.
        to_book = self._free_slots("follow-up")
        # A person's treatment of one day is paid once, and the sample invoices the member's of today.
        invoiced = PlayedCase(self.stack, self.journey)
        invoice_id = invoiced.invoice("invoice.accepted", None)
        # A bill is refunded once, and the sample asks for another refund.
        refunded_id, bill_id = (
            insurance.consent_and_upload(self.journey, self.member, claim_id, "invoice") for _ in range(2)
        )
        refund_id, refund_task_id = self._refund(claim_id, refunded_id)
        return {
            CLAIM: claim_id,
            DENIED: self._denied(),
            CHILD: self._child(),
            PRACTITIONER: self.stack.practitioner_id,
            f"doc_{OF_CHILDREN}": document_id,
            f"tsk_{OF_CHILDREN}": task_id,
            f"gar_{OF_CHILDREN}": guarantee_id,
            f"ext_{OF_CHILDREN}": extension_id,
            f"ref_{OF_CHILDREN}": refund_id,
            f"bkg_{OF_CHILDREN}": first["bookingId"],
            REFUND_TASK: refund_task_id,
            "doc_ar2he6lhbbbbbbbbbbbbbbbbbbbbbbbbbb": bill_id,
            "slt_aaaaaaaaaaaaaaaaaaaaaaa": to_book[0],
            "slt_bbbbbbbbbbbbbbbbbbbbbbb": to_book[1],
            "slt_ccccccccccccccccccccccc": to_book[2],
            "inv_aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbb": invoice_id,
            "pol_ar2hezza4lxhmc6nmgjjqa2q": self._policy(),
            "2027-01-01": str(self._due_date()),
            **self._events(first["bookingId"]),
            **self._notified(claim_id),
            **_of_the_invoice(first, self.clinic),
            **_paid(invoiced.users, invoice_id),
        }

    def _guarantee(self, claim_id: str) -> tuple[str, dict[str, Any]]:
        task = task_of(self.caseworker, "claims", claimId=claim_id)
        until_day = str(self.today + timedelta(days=180))
        grant = {
            "sessions": 6,
            "validUntil": until_day,
            "clinicId": self.stack.clinic_id,
            "perSession": PRICE,
        }
        answer = decide(self.caseworker, task, {"decision": "approve", "reason": "8.1", "grant": grant})
        self.journey.step("a caseworker approves the claim", answer, 200)

        def look() -> dict[str, Any] | None:
            items = self.member.get(f"/v1/claims/{claim_id}/guarantees").json()["items"]
            return items[0] if items else None

        return str(task["taskId"]), until("the guarantee", look)

    def _extension(self, claim_id: str) -> str:
        body = {"reason": "The knee is not well yet", "sessions": 2}
        asked = self.member.post(f"/v1/claims/{claim_id}/extensions", body)
        extension_id = str(self.journey.step("an extension", asked, 202).json()["extensionId"])
        task = task_of(self.caseworker, "extensions", extensionId=extension_id)
        approved = {"decision": "approve", "reason": "By need", "grant": {"sessions": 2}}
        self.journey.step("is approved", decide(self.caseworker, task, approved), 200)
        return extension_id

    def _booked(self, guarantee_id: str, service: str) -> dict[str, Any]:
        """Books a session, which is held, and returns it as the clinic reads it."""
        slot = todays_slot(self.journey, self.stack, self.member, service)
        booking = treatment.book_slot(self.journey, self.stack, self.member, guarantee_id, slot)
        treatment.hold(self.journey, self.stack, self.clinic, booking)
        return dict(self.clinic.get(f"/v1/bookings/{booking['bookingId']}").body)

    def _to_come(self, guarantee_id: str, service: str) -> str:
        """Books a session; the member gets a mail about it while it is still to come."""
        body = {"guaranteeId": guarantee_id, "slotId": self._free_slot(service), "service": service}
        answer = self.member.post("/v1/bookings", body)
        return str(self.journey.step("a booking", answer, 201).json()["bookingId"])

    def _free_slot(self, service: str) -> str:
        return self._free_slots(service)[0]

    def _free_slots(self, service: str) -> list[str]:
        path = f"/v1/practitioners/{self.stack.practitioner_id}/slots?service={service}&from={self._later()}"
        return [str(slot["slotId"]) for slot in self.member.get(path).json()["items"]]

    def _later(self) -> str:
        """Returns the day after tomorrow: its slots are free for as long as the samples are used."""
        return str(self.today + timedelta(days=2))

    def _refund(self, claim_id: str, document_id: str) -> tuple[str, str]:
        day = str(self.today - timedelta(days=2))
        body = {
            "documentIds": [document_id],
            "treatments": [{"on": day, "type": "physiotherapy", "cost": PRICE}],
            "payTo": {"registrationNumber": "1234", "accountNumber": "1234567890"},
        }
        asked = self.member.post(f"/v1/claims/{claim_id}/refunds", body)
        refund_id = str(self.journey.step("a refund", asked, 202).json()["refundId"])
        task = task_of(self.finance, "refunds", refundId=refund_id)
        approved = {"decision": "approve", "reason": "Covered", "approved": [{"index": 0, "amount": PRICE}]}
        self.journey.step("is approved", decide(self.finance, task, approved), 200)
        return refund_id, str(task["taskId"])

    def _denied(self) -> str:
        """Returns a denied claim whose complaints the payer has answered: the board is next."""
        claim_id = deny(self.journey, self.users, self.member)
        second, quality = self.users.staff("caseworker", person="second"), self.users.staff("quality")
        stands = {"decision": "deny", "clause": "6.1", "reason": "The papers say the same"}
        for step, by in (("department", second), ("quality", quality)):
            body = {"step": step, "text": "My back is worse than the papers say"}
            made = self.member.post(f"/v1/claims/{claim_id}/complaints", body)
            complaint_id = self.journey.step("a complaint", made, 202).json()["complaintId"]
            task = task_of(by, "complaints", complaintId=complaint_id)
            self.journey.step("is answered", decide(by, task, stands), 200)
        return claim_id

    def _child(self) -> str:
        """Returns a child whose guardian the member is."""
        family = self.member.get("/v1/me").json()["family"]
        return next(str(each["personId"]) for each in family if each["access"] == "full")

    def _policy(self) -> str:
        """Creates a policy for the notices, so that those of the demo people stay in force."""
        number = f"SAMPLE-{secrets.token_hex(4)}"
        body = {**AT_WORK.body(), "number": number, "policyYearStart": f"{self._due_date():%m-%d}"}
        made = self.underwriting.post("/v1/policies", body)
        return str(self.journey.step("a policy", made, 201).json()["policyId"])

    def _due_date(self) -> date:
        """Returns the next main due date of the policy: far enough away for every notice."""
        return (self.today.replace(day=1) + timedelta(days=100)).replace(day=1)

    def _notified(self, claim_id: str) -> dict[str, str]:
        """Returns a notification of the case, and the token to unsubscribe in a mail of another kind."""

        def sent() -> dict[str, str] | None:
            items = self.caseworker.get(f"/v1/claims/{claim_id}/notifications?limit=100").json()["items"]
            found = {each["kind"]: str(each["notificationId"]) for each in items if each["state"] == "sent"}
            return found if BOOKED in found else None

        kinds = until("the mails of the case", sent)
        in_mailbox = f"{self.mailbox_url}/messages.json?caseId={claim_id}&kind={BOOKED}&limit=100"
        items = client().get(in_mailbox, timeout=60).json()["items"]
        # A session that was reported before its mail was sent has none.
        [token, *_] = (token for each in items for token in TOKEN.findall(each.get("text", "")))
        return {NOTIFIED: kinds["claim-received"], UNSUBSCRIBED: token}

    def _events(self, booking_id: str) -> dict[str, str]:
        """Returns an event of the clinic's feed and the delivery of it."""

        def published() -> str | None:
            path = "/v1/events?limit=100"
            while items := self.clinic.get(path).body["items"]:
                for each in items:
                    if each["data"].get("bookingId") == booking_id:
                        return str(each["eventId"])
                path = f"/v1/events?limit=100&after={items[-1]['eventId']}"
            return None

        def delivered() -> str | None:
            path = f"/v1/clinics/{self.stack.clinic_id}/webhook-endpoints/deliveries"
            items = self.clinic.get(path).body["items"]
            return next((each["deliveryId"] for each in items if each["attempts"]), None)

        return {
            "evt_agrabds4neaaaaaaaaaaaaaaaa": until("the event of the booking", published),
            "dlv_agrabds4neaaaaaaaaaaaaaaaa": until("its delivery", delivered),
        }


def _paid(users: Users, invoice_id: str) -> dict[str, str]:
    """Returns a payment file that the bank has and its answer to it, with the payer of both."""
    payment = PlayedPayment.of(users, {"invoiceId": invoice_id})
    report = payment.says(status_report(payment.file))
    return {PAYER_OF_FILE: users.payer, FILE: payment.shown()["fileId"], REPORT: report["reportId"]}


def of_stack(addresses: dict[str, Any], kept: Path) -> dict[str, str]:
    """Returns what stands in place of the samples' fixed texts; plays the case when ``kept`` has none."""
    clinic_id = addresses["demoClinic"]["clinicId"]
    known = json.loads(kept.read_text("utf-8")) if kept.exists() else {}
    if known.get(CLINIC) != clinic_id:
        known = {**SampleCase(StackAddresses.of(addresses), addresses).play(), CLINIC: clinic_id}
        kept.write_text(json.dumps(known, indent=1))
    return dict(known)


def _of_the_invoice(session: dict[str, Any], clinic: ClinicSystem) -> dict[str, str]:
    """Returns what stands in place of the references of the sample invoice, and of its sender."""
    references = session["invoice"]
    return {
        "G26-7K3Q9-M2X4T": references["orderReference"],
        "kq7f3m2xw5tz": references["buyerReference"],
        "HB-ABCD-EFGH-2345-MNOP": references["buyerReference"],
        "5790000123452": references["endpoint"]["id"],
        "31415918": str(clinic.get(f"/v1/clinics/{clinic.clinic_id}").body["cvr"]),
        "bkg_first": session["bookingId"],
        "2026-1001": f"S-{session['bookingId'][-8:]}",
    }

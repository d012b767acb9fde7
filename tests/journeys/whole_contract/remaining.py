"""Calls with success of the operations that the journey does not call, with what the journey made."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from local.clinic.clinic_system import ClinicSystem
from local.journey.judged_clinic import JudgedClinic
from local.journey.people import StackAddresses, User, Users, new_cpr
from local.journey.steps import until
from tests.journeys.heard import Heard, Sample
from tests.journeys.whole_contract.of_notifications import OfNotifications

CLOSED = "https://clinic.example/webhooks"


@dataclass(frozen=True)
class Remaining:
    """The callers of the journey, and its things."""

    stack: StackAddresses
    heard: Heard
    mailbox_url: str

    def play(self) -> Iterator[httpx.Response]:
        """Yields each answer but those to the clinic's system, which are judged as they come."""
        yield from self._of_anyone()
        yield from self._of_members()
        yield from self._of_staff()
        yield from self._of_bookings()
        yield from self._of_notifications()
        self._of_the_clinic()

    def _sample(self, named: str) -> tuple[User, Sample]:
        assert self.heard.samples[named], f"the journey does not call {named}"
        sample = self.heard.samples[named][0]
        return User(self.stack, sample.authorization.removeprefix("Bearer ")), sample

    def _of_anyone(self) -> Iterator[httpx.Response]:
        for path in ("/v1/help", "/v1/openapi.json", "/v1/docs", "/problems/slot-taken"):
            yield httpx.get(self.stack.api_url + path, timeout=60)

    def _of_members(self) -> Iterator[httpx.Response]:
        member, given = self._sample("PUT /v1/claims/{claimId}/consent")
        claim = f"/v1/claims/{given.path_parameters['claimId']}"
        for part in ("consent", "documents", "extensions", "guarantees", "mandates", "refunds"):
            yield member.get(f"{claim}/{part}")
        yield member.get("/v1/claims")
        member, asked = self._sample("POST /v1/claims/{claimId}/refunds")
        refunds = member.get(f"/v1/claims/{asked.path_parameters['claimId']}/refunds").json()["items"]
        yield member.get(f"/v1/refunds/{refunds[0]['refundId']}")
        member, saved = self._sample("POST /v1/claims/{claimId}/documents/{documentId}/save")
        base = f"/v1/claims/{saved.path_parameters['claimId']}/documents"
        yield member.get(f"{base}/{saved.path_parameters['documentId']}/content")
        member, read = self._sample("GET /v1/guarantees/{guaranteeId}/pdf")
        guarantee = member.get(f"/v1/guarantees/{read.path_parameters['guaranteeId']}").json()
        yield httpx.get(f"{self.stack.api_url}/v1/verify/{guarantee['caseReference']}", timeout=60)

    def _of_staff(self) -> Iterator[httpx.Response]:
        platform, registered = self._sample("PUT /v1/payers/{payer}")
        payer = registered.path_parameters["payer"]
        users = Users(self.stack, payer)
        yield platform.get(f"/v1/payers/{payer}")
        yield users.staff("caseworker").get("/v1/tasks?queue=claims")
        yield users.staff("finance").get("/v1/payments")
        yield users.staff("caseworker").get("/v1/letters?state=queued")
        yield users.staff("caseworker").get("/v1/insights/service-levels")
        yield users.staff("caseworker").get("/v1/deadlines?queue=claims")
        underwriting, index = self._sample("PUT /v1/indexes/{year}")
        yield underwriting.get("/v1/indexes")
        yield underwriting.get(f"/v1/indexes/{index.path_parameters['year']}")
        _, insured = self._sample("POST /v1/policies/{policyId}/insured")
        policy = f"/v1/policies/{insured.path_parameters['policyId']}"
        yield underwriting.get(policy)
        yield underwriting.get(f"{policy}/notices")
        yield underwriting.get(f"{policy}/notifications")
        people = f"{policy}/insured"
        enrolled = underwriting.post(people, {"cpr": new_cpr(), **PERSON})
        yield enrolled
        path = self.stack.api_url + f"{people}/{enrolled.json()['personId']}"
        headers = {"Authorization": f"Bearer {underwriting.token}"}
        yield httpx.request("DELETE", path, json={"leftOn": "2026-12-31"}, headers=headers, timeout=60)

    def _of_bookings(self) -> Iterator[httpx.Response]:
        member, read = self._sample("POST /v1/bookings")
        guarantee_id = read.sent["guaranteeId"]
        yield member.get("/v1/bookings")
        slots = member.get(f"/v1/practitioners/{self.stack.practitioner_id}/slots?service=follow-up").json()
        first, second = (slot["slotId"] for slot in slots["items"][:2])
        yield member.post("/v1/holds", {"guaranteeId": guarantee_id, "slotId": first})
        wanted = {"guaranteeId": guarantee_id, "slotId": first, "service": "follow-up"}
        booked = member.post("/v1/bookings", wanted)
        yield booked
        booking = f"/v1/bookings/{booked.json()['bookingId']}"
        yield member.post(f"{booking}/reschedule", {"slotId": second})
        yield member.post(f"{booking}/cancel", {})

    def _of_notifications(self) -> Iterator[httpx.Response]:
        _, registered = self._sample("PUT /v1/payers/{payer}")
        users = Users(self.stack, registered.path_parameters["payer"])
        member, given = self._sample("PUT /v1/claims/{claimId}/consent")
        claim_id = given.path_parameters["claimId"]
        _, insured = self._sample("POST /v1/policies/{policyId}/insured")
        policy_id = insured.path_parameters["policyId"]
        yield from OfNotifications(users, member, claim_id, policy_id, self.mailbox_url).play()

    def _of_the_clinic(self) -> None:
        clinic = JudgedClinic.of(self.stack.clinic_system(), self.heard)
        clinic.get("/v1/events?limit=1")
        clinic.get(f"/v1/clinics/{clinic.clinic_id}")
        key = f"contract-{secrets.token_hex(3)}"
        clinic.put(f"/v1/clinics/{clinic.clinic_id}/practitioners/{key}", PRACTITIONER)
        clinic.publish_slots(key, [_slot()])
        clinic.send_invoice(NOT_PEPPOL, preflight=True)
        sent = clinic.send_invoice(NOT_PEPPOL)
        clinic.get(f"/v1/invoices/{sent.body['invoiceId']}")
        self._of_endpoints(clinic)

    def _of_endpoints(self, clinic: ClinicSystem) -> None:
        of_all = f"/v1/clinics/{clinic.clinic_id}/webhook-endpoints"
        made = clinic.register_endpoint(CLOSED, ["contract.ended"])
        of_one = f"{of_all}/{made.body['endpointId']}"
        clinic.get(of_all)
        clinic.send("POST", f"{of_one}/rotate", b"{}")
        clinic.send("POST", f"{of_one}/test", b"{}")
        tried = until("the test message", lambda: clinic.get(f"{of_one}/deliveries").body["items"])
        for base in (of_all, of_one):
            clinic.get(f"{base}/deliveries")
            clinic.send("POST", f"{base}/deliveries/{tried[0]['deliveryId']}/replay", b"{}")
        clinic.send("DELETE", of_one, b"")


def _slot() -> dict[str, str]:
    begins = datetime.now(UTC).replace(microsecond=0) + timedelta(days=30)
    ends = begins + timedelta(minutes=45)
    times = {"startsAt": f"{begins:%Y-%m-%dT%H:%M:%SZ}", "endsAt": f"{ends:%Y-%m-%dT%H:%M:%SZ}"}
    return {"key": secrets.token_hex(6), "service": "first", **times}


PERSON: dict[str, Any] = {
    "name": "Åse Ærø",
    "enrolledOn": "2026-01-01",
    "country": "DK",
    "publicHealthInsurance": True,
    "relation": "employee",
    "scheme": "company",
}
PRACTITIONER: dict[str, Any] = {
    "name": "Kim Kontrakt",
    "profession": "physiotherapist",
    "authorised": True,
    "providerNumber": True,
    "approvals": [],
    "address": {"street": "Nørregade 1", "postcode": "1165", "city": "København", "country": "DK"},
    "treatments": ["physiotherapy"],
    "problems": [],
    "insuranceClients": False,
    "crisisHelp": False,
}
NOT_PEPPOL = '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>'

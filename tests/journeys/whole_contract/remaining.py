"""Calls with success of the operations that the journey does not call, with what the journey made."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from local.clinic.clinic_system import ClinicSystem
from local.demo.http_client import client
from local.journey.judged_clinic import JudgedClinic
from local.journey.people import StackAddresses, User, Users, new_cpr
from local.journey.steps import until
from local.journey.todays_slot import in_a_while
from tests.builders.clinics import calendars
from tests.builders.clinics.form import form
from tests.journeys.clinic_network.joining import Joining, accept
from tests.journeys.heard import Heard, Sample
from tests.journeys.whole_contract.of_complaints import of_complaints
from tests.journeys.whole_contract.of_consents import of_consents
from tests.journeys.whole_contract.of_drafts import of_drafts
from tests.journeys.whole_contract.of_families import of_families
from tests.journeys.whole_contract.of_invoices import of_invoices
from tests.journeys.whole_contract.of_mandates import OfMandates
from tests.journeys.whole_contract.of_messages import of_messages
from tests.journeys.whole_contract.of_notifications import OfNotifications
from tests.journeys.whole_contract.of_payees import of_payees
from tests.journeys.whole_contract.of_payment_files import of_payment_files

CLOSED = "https://clinic.example/webhooks"
APPLICATIONS = "/v1/clinics/applications"
PER_SESSION = {"amount": "430.00", "currency": "DKK"}


@dataclass(frozen=True)
class Remaining:
    """The callers of the journey, and its things."""

    stack: StackAddresses
    heard: Heard
    mailbox_url: str

    def play(self) -> Iterator[httpx.Response]:
        """Yields each answer but those to the clinic's system, which are judged as they come."""
        yield from self._of_anyone()
        yield from self._of_signatories()
        yield from self._of_members()
        yield from self._of_staff()
        yield from self._of_bookings()
        yield from self._of_matches()
        yield from self._of_the_waitlist()
        yield from self._of_notifications()
        yield from of_families(self.stack)
        self._of_the_clinic()

    def _sample(self, named: str) -> tuple[User, Sample]:
        assert self.heard.samples[named], f"the journey does not call {named}"
        sample = self.heard.samples[named][0]
        return User(self.stack, sample.authorization.removeprefix("Bearer ")), sample

    def _of_anyone(self) -> Iterator[httpx.Response]:
        for path in ("/v1/help", "/v1/guidance", "/v1/openapi.json", "/v1/docs", "/problems/slot-taken"):
            yield client().get(self.stack.api_url + path, timeout=60)
        yield client().get(f"{self.stack.api_url}{APPLICATIONS}/declaration", timeout=60)
        key = {"Idempotency-Key": secrets.token_hex(8)}
        yield client().post(self.stack.api_url + APPLICATIONS, json=form(), headers=key, timeout=60)

    def _of_signatories(self) -> Iterator[httpx.Response]:
        signing, declining = Joining.begun(self.stack), Joining.begun(self.stack)
        yield signing.status(self.mailbox_url)
        yield signing.read_contract()
        yield signing.sign()
        yield signing.signatory.get(f"{signing.clinic}/contract/evidence")
        yield signing.signatory.get(f"{signing.clinic}/system-consent")
        yield signing.consent()
        yield signing.fill_in()
        yield from of_payees(signing)
        yield from self._of_practitioners(signing)
        yield signing.signatory.post(f"{signing.clinic}/signing-secret/rotate", {})
        declining.read_contract()
        yield declining.signatory.post(
            f"{declining.clinic}/contract/decline", {"reason": "The clinic closes."}
        )

    def _of_practitioners(self, joined: Joining) -> Iterator[httpx.Response]:
        """The signatory invites a practitioner, who accepts; then ends the login, and the practitioner."""
        login = f"{joined.clinic}/practitioners/sofie/user"
        practitioner_id = joined.set_practitioner("sofie").json()["practitionerId"]
        yield joined.invite("sofie")
        _, accepted = accept(self.stack, practitioner_id, self.mailbox_url)
        yield accepted
        yield joined.signatory.get(login)
        yield joined.signatory.delete(login)
        calendar = f"{joined.clinic}/practitioners/sofie/calendar"
        yield joined.signatory.put(calendar, calendars.body())
        yield joined.signatory.get(calendar)
        yield joined.signatory.delete(calendar)
        feed = f"{joined.clinic}/practitioners/sofie/calendar-feed"
        yield joined.signatory.post(feed, {})
        yield joined.signatory.delete(feed)
        yield joined.signatory.get(f"{joined.clinic}/practitioners")
        yield joined.signatory.delete(f"{joined.clinic}/practitioners/sofie")
        yield joined.signatory.get(f"{joined.clinic}/changes")

    def _of_members(self) -> Iterator[httpx.Response]:
        member, given = self._sample("PUT /v1/claims/{claimId}/consent")
        claim = f"/v1/claims/{given.path_parameters['claimId']}"
        for part in ("consent", "documents", "extensions", "guarantees", "mandates", "refunds"):
            yield member.get(f"{claim}/{part}")
        yield member.get(f"{claim}/explanation")
        yield member.get(f"{claim}/guidance")
        yield from of_drafts(member)
        yield from OfMandates(self.stack, member, claim).play()
        yield from of_consents(self.stack, member, claim)
        yield member.get("/v1/claims")
        yield member.get("/v1/coverage/facts")
        etag = member.get(claim).headers["ETag"]
        none = {"facts": [{"path": "evidence.disabledForTransport", "value": False}]}
        yield member.put(f"{claim}/facts", none, **{"If-Match": etag})
        _, registered = self._sample("PUT /v1/payers/{payer}")
        yield from of_messages(Users(self.stack, registered.path_parameters["payer"]), member, claim)
        yield from of_complaints(Users(self.stack, registered.path_parameters["payer"]), member)
        member, asked = self._sample("POST /v1/claims/{claimId}/refunds")
        refunds = member.get(f"/v1/claims/{asked.path_parameters['claimId']}/refunds").json()["items"]
        yield member.get(f"/v1/refunds/{refunds[0]['refundId']}")
        account = f"/v1/me/accounts/{registered.path_parameters['payer']}"
        yield member.put(account, {"payTo": {"iban": "DK5000400440116243"}})
        yield member.get(account)
        member, saved = self._sample("POST /v1/claims/{claimId}/documents/{documentId}/save")
        base = f"/v1/claims/{saved.path_parameters['claimId']}/documents"
        yield member.get(f"{base}/{saved.path_parameters['documentId']}/content")
        member, read = self._sample("GET /v1/guarantees/{guaranteeId}/pdf")
        guarantee = member.get(f"/v1/guarantees/{read.path_parameters['guaranteeId']}").json()
        check = f"{self.stack.api_url}/v1/verify/{guarantee['caseReference']}"
        yield client().get(check, timeout=60)
        page = client().get(check, headers={"Accept": "text/html"}, timeout=60)
        assert "<h1>" in page.text, page.text

    def _of_staff(self) -> Iterator[httpx.Response]:
        platform, registered = self._sample("PUT /v1/payers/{payer}")
        payer = registered.path_parameters["payer"]
        users = Users(self.stack, payer)
        yield platform.get(f"/v1/payers/{payer}")
        yield users.staff("caseworker").get("/v1/tasks?queue=claims")
        yield users.staff("finance").get("/v1/payments")
        yield users.staff("finance").get("/v1/ledger?day=2026-11-21")
        yield users.staff("finance").get("/v1/reconciliations")
        _, of_case = self._sample("GET /v1/guarantees/{guaranteeId}/pdf")
        guarantee_id = of_case.path_parameters["guaranteeId"]
        yield users.staff("finance").get(f"/v1/guarantees/{guarantee_id}/balance")
        yield from of_invoices(users.staff("finance"))
        yield from of_payment_files(users)
        yield users.staff("caseworker").get("/v1/letters?state=queued")
        yield users.staff("caseworker").get("/v1/insights/service-levels")
        yield users.staff("quality").get("/v1/insights/decisions")
        looks = users.staff("quality").get(f"/v1/payers/{payer}/second-looks")
        yield looks
        none = {"percent": 0, "ofRules": []}
        tag = {"If-Match": looks.headers["ETag"]}
        yield users.staff("quality").put(f"/v1/payers/{payer}/second-looks", none, **tag)
        yield users.staff("caseworker").get("/v1/deadlines?queue=claims")
        underwriting, index = self._sample("PUT /v1/indexes/{year}")
        yield underwriting.get("/v1/indexes")
        yield underwriting.get(f"/v1/indexes/{index.path_parameters['year']}")
        rates = {"rates": [{"from": "2026-01-01", "authorised": True, "perSession": PER_SESSION}]}
        # A fresh login, which the one of the played journey may no longer be.
        yield users.staff("underwriting").put("/v1/tariffs/reflexology/follow-up", rates)
        yield underwriting.get("/v1/tariffs/reflexology/follow-up")
        yield underwriting.get("/v1/tariffs")
        _, insured = self._sample("POST /v1/policies/{policyId}/insured")
        policy = f"/v1/policies/{insured.path_parameters['policyId']}"
        yield underwriting.get(policy)
        yield underwriting.get(f"{policy}/notices")
        yield underwriting.get(f"{policy}/notifications")
        people = f"{policy}/insured"
        yield underwriting.get(people)
        enrolled = underwriting.post(people, {"cpr": new_cpr(), **PERSON})
        yield enrolled
        path = self.stack.api_url + f"{people}/{enrolled.json()['personId']}"
        headers = {"Authorization": f"Bearer {underwriting.token}"}
        yield client().request("DELETE", path, json={"leftOn": "2026-12-31"}, headers=headers, timeout=60)

    def _of_bookings(self) -> Iterator[httpx.Response]:
        member, read = self._sample("POST /v1/bookings")
        guarantee_id = read.sent["guaranteeId"]
        yield member.get("/v1/bookings")
        path = f"/v1/practitioners/{self.stack.practitioner_id}/slots"
        slots = member.get(f"{path}?service=follow-up&from={in_a_while(self.stack)}").json()
        first, second = (slot["slotId"] for slot in slots["items"][:2])
        yield member.post("/v1/holds", {"guaranteeId": guarantee_id, "slotId": first})
        wanted = {"guaranteeId": guarantee_id, "slotId": first, "service": "follow-up"}
        booked = member.post("/v1/bookings", wanted)
        yield booked
        booking = f"/v1/bookings/{booked.json()['bookingId']}"
        yield member.post(f"{booking}/reschedule", {"slotId": second})
        yield member.post(f"{booking}/cancel", {})
        both = member.post("/v1/bookings/series", {"guaranteeId": guarantee_id, "slotIds": [first, second]})
        yield both
        yield member.get(f"{booking}/calendar")
        feed = member.post("/v1/me/calendar-feed", {})
        yield feed
        yield client().get(feed.json()["address"], timeout=60)
        yield member.delete("/v1/me/calendar-feed")
        for each in both.json()["bookings"]:
            member.post(f"/v1/bookings/{each['bookingId']}/cancel", {})

    def _of_matches(self) -> Iterator[httpx.Response]:
        """A caseworker matches the guarantee to the clinic, which declines and then takes the client.

        No session is to come before. After its no, no member could wait for the clinic.
        """
        _, booked = self._sample("POST /v1/bookings")
        guarantee = f"/v1/guarantees/{booked.sent['guaranteeId']}"
        _, registered = self._sample("PUT /v1/payers/{payer}")
        caseworker = Users(self.stack, registered.path_parameters["payer"]).staff("caseworker")
        chosen = {"clinicId": self.stack.clinic_id, "practitionerId": self.stack.practitioner_id}

        def match(**again: bool) -> httpx.Response:
            etag = caseworker.get(guarantee).headers["ETag"]
            return caseworker.post(f"{guarantee}/match", {**chosen, **again}, **{"If-Match": etag})

        yield match()
        clinic = JudgedClinic.of(self.stack.clinic_system(), self.heard)
        clinic.send("POST", f"{guarantee}/match/decline", b'{"reason": "no-capacity"}')
        yield match(again=True)

    def _of_the_waitlist(self) -> Iterator[httpx.Response]:
        """A member declines one slot that became free, and accepts the next."""
        member, booked = self._sample("POST /v1/bookings")
        midnight = self.stack.clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
        day = f"{midnight + timedelta(days=40):%Y-%m-%d}"
        named = {"guaranteeId": booked.sent["guaranteeId"], "practitionerId": self.stack.practitioner_id}
        paths = []
        for _ in range(2):
            joined = member.post("/v1/waitlist", {**named, "earliest": day, "latest": day})
            yield joined
            paths.append(f"/v1/waitlist/{joined.json()['waitlistId']}")
        yield member.delete(paths[1])

        def offered() -> bool:
            return bool(member.get("/v1/waitlist").json()["items"][1]["status"] == "offered")

        for verb, hour in (("decline", 20), ("accept", 21)):
            times = {"startsAt": f"{day}T{hour}:00:00Z", "endsAt": f"{day}T{hour}:45:00Z"}
            slot = {"key": f"{verb}-{secrets.token_hex(3)}", "service": "follow-up", **times}
            self.stack.clinic_system().publish_slots(self.stack.practitioner_key, [slot])
            until("a slot that became free", offered)
            yield member.get("/v1/waitlist")
            yield member.post(f"{paths[0]}/{verb}", None)

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
        clinic.get(f"/v1/clinics/{clinic.clinic_id}/guarantees?status=active")
        key = f"contract-{secrets.token_hex(3)}"
        clinic.put(f"/v1/clinics/{clinic.clinic_id}/practitioners/{key}", PRACTITIONER)
        clinic.publish_slots(key, [_slot()])
        clinic.send_invoice(NOT_PEPPOL, preflight=True)
        sent = clinic.send_invoice(NOT_PEPPOL)
        clinic.get(f"/v1/invoices/{sent.body['invoiceId']}")
        clinic.get("/v1/invoices?status=rejected")
        clinic.get(f"/v1/clinics/{clinic.clinic_id}/invoice-findings")
        clinic.get(f"/v1/clinics/{clinic.clinic_id}/statement")
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

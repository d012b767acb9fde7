"""A valid body and query of every operation that takes one, made from the things of a household."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from helsebro.local_day import local_day
from tests.builders.claims import claim_body, evidence, offer_body
from tests.builders.clinics import calendars
from tests.builders.clinics.form import form
from tests.builders.decisions import CHIROPRACTIC, approval, refund_body, today
from tests.builders.mandates import mandate_body, recorded, revoked_by
from tests.builders.network import practitioner_body, soon
from tests.builders.policies import DANISH_GLN, enrolment_body, policy_body
from tests.builders.reports.drafts import BEGUN

Things = Mapping[str, str]
Body = Callable[[Things, bool], Any]
"""Returns the body; the flag says whether staff send it."""
ADDRESS = {"street": "Søndergade 1", "postcode": "2100", "city": "København Ø", "country": "DK"}
CONTACT = {"email": "post@klinik.example", "phone": "+45 33 11 22 33"}
MONDAY = {"weekday": "monday", "opens": "08:00", "closes": "12:00"}
MONEY = {"amount": "430.00", "currency": "DKK"}
NOT_PEPPOL = '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>'
NEW = "0909701234"
"""The CPR number of a person who is not insured yet."""


def _plain(body: Any) -> Body:
    return lambda *_: body


def _event(kind: str, **data: str) -> Body:
    def body(things: Things, _: bool) -> Any:
        named = {name: things.get(value, value) for name, value in data.items()}
        return {"type": kind, "timestamp": soon(0).isoformat(), "data": named}

    return body


def _days() -> dict[str, str]:
    return {"earliest": str(local_day(soon(24))), "latest": str(local_day(soon(480)))}


def _match(things: Things, _: bool) -> Any:
    return {"clinicId": things["clinicId"], "practitionerId": things["practitionerId"]}


def _payment_choice(things: Things, _: bool) -> Any:
    return {"paidBy": "session", "payeeId": things["payeeId"]}


def _consent(_: Things, by_staff: bool) -> Any:
    return {"given": True, **({"evidence": evidence()} if by_staff else {})}


def _consent_to_clinic(_: Things, by_staff: bool) -> Any:
    return {"given": True, **({"evidence": evidence("clinic-consent")} if by_staff else {})}


def _mandate(_: Things, by_staff: bool) -> Any:
    return mandate_body("0404801234", **({"evidence": recorded()} if by_staff else {}))


def _facts(things: Things, by_staff: bool) -> Any:
    rows = {"facts": [{"path": "evidence.disabledForTransport", "value": False}]}
    return {**rows, "confirmed": True, "documentId": things["documentId"]} if by_staff else rows


def _grant(things: Things, _: bool) -> Any:
    return approval(clinicId=things["clinicId"], practitionerId=things["practitionerId"])


def _child(things: Things, _: bool) -> Any:
    child = {"relation": "child", "mainInsuredPersonId": things["mainId"], "name": "Ny Berg"}
    return enrolment_body("010120" + "4321", **child)


def _notice(things: Things, by_staff: bool) -> Any:
    named = {"claimId": things["claimId"]} if by_staff else {}
    return {"kind": "claim-denied-notice", "sentOn": str(today()), **named}


TEXT = _plain({"text": "Hvad sker der?"})
OF_CLINIC = "/v1/clinics/{clinicId}"
PRACTITIONER = f"{OF_CLINIC}/practitioners/{{key}}"
ENDPOINT = f"{OF_CLINIC}/webhook-endpoints/{{endpointId}}"
REPORT = claim_body(treatment=CHIROPRACTIC)

BODIES: Mapping[str, Body | tuple[Body, ...]] = {
    "POST /v1/bookings": lambda t, _: {
        "guaranteeId": t["guaranteeId"],
        "slotId": t["heldSlotId"],
        "holdId": t["holdId"],
        "service": "follow-up",
    },
    "POST /v1/bookings/series": lambda t, _: {
        "guaranteeId": t["guaranteeId"],
        "slotIds": [t["slotId"], t["laterSlotId"]],
    },
    "POST /v1/bookings/{bookingId}/cancel": _plain({}),
    "POST /v1/bookings/{bookingId}/reschedule": lambda t, _: {"slotId": t["firstSlotId"]},
    "POST /v1/holds": lambda t, _: {"guaranteeId": t["guaranteeId"], "slotId": t["slotId"]},
    "POST /v1/waitlist": lambda t, _: {
        "guaranteeId": t["guaranteeId"],
        "practitionerId": t["practitionerId"],
        **_days(),
    },
    "POST /v1/claims": lambda t, _: {**REPORT, "personId": t["personId"], "draftId": t["draftId"]},
    "POST /v1/claims/{claimId}/documents": _plain(offer_body()),
    "POST /v1/claims/{claimId}/complaints": lambda t, _: {
        "step": "department",
        "text": "Skaden skete i min fritid",
        "documentIds": [t["documentId"]],
    },
    "POST /v1/claims/{claimId}/extensions": lambda t, _: {
        "reason": "Ryggen er bedre",
        "sessions": 3,
        "documentIds": [t["documentId"]],
    },
    "POST /v1/claims/{claimId}/mandates": _mandate,
    "POST /v1/claims/{claimId}/mandates/{mandateId}/revoke": lambda *_: {"evidence": revoked_by()},
    "POST /v1/claims/{claimId}/messages": lambda t, _: {"text": "Se her", "documentIds": [t["documentId"]]},
    "POST /v1/claims/{claimId}/notifications/{notificationId}/resend": _plain({"channel": "email"}),
    "POST /v1/claims/{claimId}/refunds": lambda t, _: refund_body(t["documentId"]),
    "PUT /v1/claims/{claimId}/consent": _consent,
    "PUT /v1/claims/{claimId}/consent/clinics/{clinicId}": _consent_to_clinic,
    "PUT /v1/claims/{claimId}/consent/personal/{kind}": lambda *_: {
        "given": True,
        "evidence": evidence("general-consent"),
    },
    "PUT /v1/claims/{claimId}/facts": _facts,
    "PUT /v1/claims/{claimId}/messages/read": lambda t, _: {"messageId": t["messageId"]},
    "POST /v1/clinic-events": (
        _event("client.contacted", guaranteeId="guaranteeId", by="phone"),
        _event("session.held", bookingId="bookingId"),
    ),
    "POST /v1/clinics/applications": lambda *_: form(),
    f"POST {OF_CLINIC}/contract/decline": _plain({"reason": "Klinikken lukker."}),
    f"POST {OF_CLINIC}/contract/sign": _plain({}),
    f"POST {OF_CLINIC}/payees": _plain({"kind": "account-no", "accountNumber": "15032080003"}),
    f"POST {OF_CLINIC}/payees/{{payeeId}}/approve": _plain({}),
    f"POST {OF_CLINIC}/payees/{{payeeId}}/reject": _plain({}),
    f"POST {OF_CLINIC}/signing-secret/rotate": _plain({}),
    f"POST {OF_CLINIC}/system-consent": _plain({"given": True}),
    f"POST {OF_CLINIC}/webhook-endpoints": _plain({"url": "https://clinic.example/more", "events": ["*"]}),
    f"POST {ENDPOINT}/rotate": _plain({}),
    f"POST {ENDPOINT}/test": _plain({}),
    f"PUT {OF_CLINIC}/payment-choice": _payment_choice,
    f"PUT {OF_CLINIC}/details": _plain({"contact": CONTACT, "address": ADDRESS, "openingHours": [MONDAY]}),
    f"PUT {PRACTITIONER}": _plain(practitioner_body(profession="chiropractor", treatments=["chiropractic"])),
    f"PUT {PRACTITIONER}/calendar": _plain(calendars.body()),
    f"PUT {PRACTITIONER}/user": _plain({"cpr": "1010701234"}),
    f"POST {PRACTITIONER}/calendar-feed": _plain({}),
    "POST /v1/coverage/replay": _plain({"product": "SF1706", "parameters": {}}),
    "POST /v1/coverage/simulate": lambda t, _: {
        "personId": t["personId"],
        "cause": "leisure",
        "treatment": {"type": "physiotherapy"},
    },
    "POST /v1/enquiries/{enquiryId}/messages": TEXT,
    "PUT /v1/enquiries/{enquiryId}/messages/read": lambda t, _: {"messageId": t["messageOfEnquiry"]},
    "PUT /v1/families/{personId}/guardians/{guardianId}": _plain({"confirmed": True}),
    "POST /v1/guarantees/{guaranteeId}/match": _match,
    "POST /v1/guarantees/{guaranteeId}/match/decline": _plain({"reason": "no-capacity"}),
    "POST /v1/guarantees/{guaranteeId}/revoke": _plain({"reason": "Udstedt ved en fejl"}),
    "POST /v1/inbox/answers": lambda t, _: {"subjects": [t["threadId"]], "text": "Vi har fundet fejlen."},
    "POST /v1/inbox/{threadId}/hand-over": _plain({"note": "Ring mandag."}),
    "POST /v1/inbox/{threadId}/settle": _plain({}),
    "PUT /v1/inbox/{threadId}/assignee": _plain({"assignee": "me"}),
    "PUT /v1/indexes/{year}": _plain({"percent": 2.3}),
    "POST /v1/invoices": _plain(NOT_PEPPOL),
    "POST /v1/invoices/preflight": _plain(NOT_PEPPOL),
    "POST /v1/letters/{letterId}/state": _plain({"state": "printed"}),
    "POST /v1/me/calendar-feed": _plain({}),
    "POST /v1/me/drafts": lambda t, _: {**BEGUN, "personId": t["personId"]},
    "PUT /v1/me/drafts/{draftId}": lambda t, _: {**BEGUN, "personId": t["personId"]},
    "POST /v1/me/messages": TEXT,
    "PUT /v1/me/messages/read": lambda t, _: {"messageId": t["messageOfEnquiry"]},
    "PUT /v1/me/consent": _plain({"kind": "network-contact", "given": True}),
    "PUT /v1/me/accounts/{payer}": _plain({"payTo": {"iban": "DK5000400440116243"}}),
    "PUT /v1/me/contact": _plain({"email": "mig@example.org"}),
    "PUT /v1/me/notifications": _plain({"kinds": {}}),
    "PUT /v1/payers/{payer}": lambda t, _: {
        "name": t["payer"].title(),
        "kind": "insurer",
        "gln": DANISH_GLN,
        "country": "DK",
        "currency": "DKK",
        "contact": {"email": "sundhed@example.org", "phone": "70 11 20 20", "hours": "8-16"},
    },
    "POST /v1/bank-reports": _plain(NOT_PEPPOL),
    "POST /v1/payment-files": lambda t, _: {"payableIds": [t["payableIds"]]},
    "PUT /v1/payers/{payer}/account": _plain(
        {"name": "A/S", "kind": "iban", "iban": "DK5000400440116243", "bic": "NDEADKKKXXX"}
    ),
    "PUT /v1/payers/{payer}/canned-answers/{answerKey}": _plain(
        {"title": "Hej", "texts": {language: "Hej {{ payer }}" for language in ("da", "nb", "en")}}
    ),
    "PUT /v1/payers/{payer}/second-looks": _plain({"percent": 5}),
    "PUT /v1/people/{personId}/contact": _plain({"email": "mig@example.org", "hasLogin": True}),
    "POST /v1/people/search": lambda t, _: {"caseNumber": t["claimId"]},
    "POST /v1/policies": _plain(policy_body(number="P-new")),
    "PUT /v1/policies/{policyId}/contact": _plain({"email": "hr@example.org"}),
    "POST /v1/policies/{policyId}/insured": _child,
    "DELETE /v1/policies/{policyId}/insured/{personId}": lambda *_: {"leftOn": str(today())},
    "POST /v1/policies/{policyId}/notices": _notice,
    "POST /v1/policies/{policyId}/payments": lambda *_: {"paidOn": str(today())},
    "POST /v1/policies/{policyId}/reminders": lambda *_: {"sentOn": str(today())},
    "POST /v1/practitioners/{practitionerId}/user/accept": lambda t, _: {"invitation": t["invitation"]},
    "PUT /v1/tariffs/{profession}/{service}": _plain(
        {"rates": [{"from": "2026-01-01", "authorised": True, "perSession": MONEY}]}
    ),
    "POST /v1/tasks/{taskId}/decision": _grant,
}
"""Operation → its body, or several bodies where it takes things of several kinds."""

QUERIES: Mapping[str, str] = {
    "GET /v1/tasks": "queue=claims",
    "GET /v1/deadlines": "queue=claims",
    "GET /v1/unsubscribe": "token=none",
    "POST /v1/unsubscribe": "token=none",
}
"""Operation → the parameters that it needs beside the ids."""

"""A world with one thing of each kind that staff read, and the calls that read it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.builders.calls import staff
from tests.builders.decisions import claim_in_review, insured_anna, refund_of, task_of
from tests.builders.messages.threads import BEFORE_A_CASE, caseworker, inbox, of_case, set_canned, written
from tests.builders.network import book, guarantee_of, staged
from tests.builders.payments.begun_files import begun_file
from tests.builders.payments.received_reports import received_report
from tests.builders.policies import BO, insured_of, policy_of

PLATFORM = frozenset({"network", "auditor", "platform"})
QUEUES = {
    "caseworker": "claims",
    "finance": "refunds",
    "quality": "complaints",
    "underwriting": "underwriting",
}
"""A queue that each role of a payer works."""


def token(role: str) -> dict[str, Any]:
    """Returns the claims of staff of the payer, or of the platform, in one role."""
    return staff(role, payer=None if role in PLATFORM else "tryg")


def reads() -> Mapping[str, str]:
    """Makes the world; returns the address of each operation that staff read it with."""
    person_id = insured_anna()
    policy_id, stage, guarantee = policy_of(number="TRYG-2"), staged(), guarantee_of()
    insured_of(policy_id, cpr=BO)
    booking_id = book(guarantee, stage.free_slot()).body["bookingId"]
    reported = claim_in_review()
    refund_id = refund_of(reported)
    task_of(reported)
    written(of_case(reported))
    written(of_case(reported), "Svar", caseworker())
    written(BEFORE_A_CASE)
    [enquiry] = [entry["enquiryId"] for entry in inbox().body["items"] if "enquiryId" in entry]
    assert set_canned().status < 300
    claim, payer = f"/v1/claims/{reported}", "/v1/payers/tryg"
    search = "treatment=physiotherapy&postcode=2100&country=DK"
    return {
        "GET /v1/bookings": f"/v1/bookings?personId={guarantee.person_id}",
        "GET /v1/bookings/<booking_id>": f"/v1/bookings/{booking_id}",
        "GET /v1/claims": f"/v1/claims?personId={person_id}",
        "GET /v1/claims/<claim_id>": claim,
        "GET /v1/claims/<claim_id>/guidance": f"{claim}/guidance",
        "GET /v1/claims/<claim_id>/consent": f"{claim}/consent",
        "GET /v1/claims/<claim_id>/consent/personal": f"{claim}/consent/personal",
        "GET /v1/claims/<claim_id>/explanation": f"{claim}/explanation",
        "GET /v1/claims/<claim_id>/mandates": f"{claim}/mandates",
        "GET /v1/claims/<claim_id>/documents": f"{claim}/documents",
        "GET /v1/claims/<claim_id>/complaints": f"{claim}/complaints",
        "GET /v1/claims/<claim_id>/extensions": f"/v1/claims/{guarantee.claim_id}/extensions",
        "GET /v1/claims/<claim_id>/guarantees": f"/v1/claims/{guarantee.claim_id}/guarantees",
        "GET /v1/claims/<claim_id>/refunds": f"{claim}/refunds",
        "GET /v1/claims/<claim_id>/messages": f"{claim}/messages",
        "GET /v1/claims/<claim_id>/notifications": f"{claim}/notifications",
        "GET /v1/enquiries/<enquiry_id>/messages": f"/v1/enquiries/{enquiry}/messages",
        "GET /v1/guarantees/<guarantee_id>": f"/v1/guarantees/{guarantee.guarantee_id}",
        "GET /v1/refunds/<refund_id>": f"/v1/refunds/{refund_id}",
        "GET /v1/deadlines": "/v1/deadlines?queue={queue}",
        "GET /v1/tasks": "/v1/tasks?queue={queue}",
        "GET /v1/inbox": "/v1/inbox?queue={queue}",
        "GET /v1/insights/service-levels": "/v1/insights/service-levels",
        "GET /v1/insights/decisions": "/v1/insights/decisions",
        "GET /v1/payers/<payer>": payer,
        "GET /v1/payers/<payer>/second-looks": f"{payer}/second-looks",
        "GET /v1/payers/<payer>/account": f"{payer}/account",
        "GET /v1/payers/<payer>/canned-answers": f"{payer}/canned-answers",
        "GET /v1/payers/<payer>/canned-answers/<answer_key>": f"{payer}/canned-answers/papers",
        "GET /v1/people/<person_id>/contact": f"/v1/people/{person_id}/contact",
        "GET /v1/policies/<policy_id>": f"/v1/policies/{policy_id}",
        "GET /v1/policies/<policy_id>/contact": f"/v1/policies/{policy_id}/contact",
        "GET /v1/policies/<policy_id>/insured": f"/v1/policies/{policy_id}/insured",
        "GET /v1/policies/<policy_id>/notices": f"/v1/policies/{policy_id}/notices",
        "GET /v1/policies/<policy_id>/notifications": f"/v1/policies/{policy_id}/notifications",
        "GET /v1/practitioners": f"/v1/practitioners?{search}",
        "GET /v1/practitioners/<practitioner_id>/slots": f"/v1/practitioners/{stage.practitioner_id}/slots",
        "GET /v1/clinics/<clinic_id>": f"/v1/clinics/{stage.clinic_id}",
        "GET /v1/clinics/<clinic_id>/changes": f"/v1/clinics/{stage.clinic_id}/changes",
        "GET /v1/clinics/<clinic_id>/payees": f"/v1/clinics/{stage.clinic_id}/payees",
        "GET /v1/clinics/<clinic_id>/practitioners": f"/v1/clinics/{stage.clinic_id}/practitioners",
        "GET /v1/tariffs": "/v1/tariffs",
        "GET /v1/tariffs/<profession>/<service>": "/v1/tariffs/psychologist/first",
        "GET /v1/indexes": "/v1/indexes",
        "GET /v1/letters": "/v1/letters",
        "GET /v1/invoices": "/v1/invoices",
        "GET /v1/clinics/<clinic_id>/invoice-findings": f"/v1/clinics/{stage.clinic_id}/invoice-findings",
        "GET /v1/clinics/<clinic_id>/statement": f"/v1/clinics/{stage.clinic_id}/statement",
        "GET /v1/payments": "/v1/payments",
        "GET /v1/ledger": "/v1/ledger?day=2026-11-21",
        "GET /v1/reconciliations": "/v1/reconciliations",
        "GET /v1/payment-files": "/v1/payment-files?state=drafting",
        "GET /v1/payment-files/<file_id>": f"/v1/payment-files/{begun_file().file_id}",
        "GET /v1/bank-reports": "/v1/bank-reports",
        "GET /v1/bank-reports/<report_id>": f"/v1/bank-reports/{received_report().report_id}",
        "GET /v1/coverage/facts": "/v1/coverage/facts",
        "GET /v1/wordings": "/v1/wordings",
        "GET /v1/consent-texts": "/v1/consent-texts",
    }

"""Routes: which function answers what, and by which door the gateway lets a caller in.

The handlers declare the same routes; ``tests/infra/test_layout.py`` keeps the two equal.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum


class Door(Enum):
    """How the gateway knows a caller before a function runs."""

    MEMBER = "the member issuer's token"
    STAFF = "the staff issuer's token"
    EITHER = "either issuer's token, or a clinic system's signature that the function verifies"
    OPEN = "nothing at the gateway: public, or a signature over the raw body that the function verifies"


MEMBER, STAFF, EITHER, OPEN = Door
# The gateway's own 401 is neither problem+json nor in the caller's language, and another issuer's token gets
# it where the contract says 403: its two JWT authorizers guard only what no third party's client calls.

ROUTES: Mapping[str, Mapping[str, Door]] = {
    "help": {"GET /v1/help": OPEN, "GET /v1/openapi.json": OPEN},
    "verify": {"GET /v1/verify/{caseReference}": OPEN},
    "payers": {"PUT /v1/payers/{payer}": STAFF, "GET /v1/payers/{payer}": EITHER},
    "policies": {
        "POST /v1/policies": EITHER,
        "GET /v1/policies/{policyId}": EITHER,
        "POST /v1/policies/{policyId}/insured": EITHER,
        "DELETE /v1/policies/{policyId}/insured/{personId}": EITHER,
        "POST /v1/policies/{policyId}/reminders": EITHER,
        "POST /v1/policies/{policyId}/payments": EITHER,
    },
    "notices": {
        "POST /v1/policies/{policyId}/notices": EITHER,
        "GET /v1/policies/{policyId}/notices": EITHER,
    },
    "indexes": {
        "GET /v1/indexes": EITHER,
        "GET /v1/indexes/{year}": EITHER,
        "PUT /v1/indexes/{year}": EITHER,
    },
    "members": {"GET /v1/me": EITHER},
    "benefits": {"GET /v1/me/benefits": EITHER},
    "claims": {
        "POST /v1/claims": EITHER,
        "GET /v1/claims": EITHER,
        "GET /v1/claims/{claimId}": EITHER,
    },
    "consents": {
        "GET /v1/claims/{claimId}/consent": EITHER,
        "PUT /v1/claims/{claimId}/consent": EITHER,
        "DELETE /v1/claims/{claimId}/consent": MEMBER,
    },
    "mandates": {
        "POST /v1/claims/{claimId}/mandates": EITHER,
        "GET /v1/claims/{claimId}/mandates": EITHER,
        "DELETE /v1/claims/{claimId}/mandates/{mandateId}": EITHER,
    },
    "documents": {
        "POST /v1/claims/{claimId}/documents": EITHER,
        "GET /v1/claims/{claimId}/documents": EITHER,
        "POST /v1/claims/{claimId}/documents/{documentId}/save": EITHER,
        "GET /v1/claims/{claimId}/documents/{documentId}/content": EITHER,
    },
    "guarantees": {
        "GET /v1/claims/{claimId}/guarantees": EITHER,
        "GET /v1/guarantees/{guaranteeId}": EITHER,
        "GET /v1/guarantees/{guaranteeId}/pdf": EITHER,
        "POST /v1/guarantees/{guaranteeId}/revoke": EITHER,
    },
    "coverage": {"POST /v1/coverage/simulate": EITHER},
    "replays": {"POST /v1/coverage/replay": EITHER},
    "tasks": {"GET /v1/tasks": EITHER, "POST /v1/tasks/{taskId}/decision": EITHER},
    "refunds": {
        "POST /v1/claims/{claimId}/refunds": EITHER,
        "GET /v1/claims/{claimId}/refunds": EITHER,
        "GET /v1/refunds/{refundId}": EITHER,
    },
    "extensions": {
        "POST /v1/claims/{claimId}/extensions": EITHER,
        "GET /v1/claims/{claimId}/extensions": EITHER,
    },
    "payments": {"GET /v1/payments": EITHER},
    "clinics": {"GET /v1/clinics/{clinicId}": EITHER},
    "practitioners": {
        "PUT /v1/clinics/{clinicId}/practitioners/{key}": EITHER,
        "GET /v1/practitioners": EITHER,
        "GET /v1/practitioners/{practitionerId}/slots": EITHER,
    },
    "bookings": {
        "POST /v1/holds": EITHER,
        "POST /v1/bookings": EITHER,
        "GET /v1/bookings": EITHER,
        "GET /v1/bookings/{bookingId}": EITHER,
        "POST /v1/bookings/{bookingId}/reschedule": EITHER,
        "POST /v1/bookings/{bookingId}/cancel": EITHER,
    },
    "clinic_events": {"POST /v1/clinic-events": OPEN},
    "clinic_feed": {"GET /v1/events": OPEN},
    "webhook_endpoints": {
        "POST /v1/clinics/{clinicId}/webhook-endpoints": EITHER,
        "GET /v1/clinics/{clinicId}/webhook-endpoints": EITHER,
        "DELETE /v1/clinics/{clinicId}/webhook-endpoints/{endpointId}": EITHER,
        "POST /v1/clinics/{clinicId}/webhook-endpoints/{endpointId}/rotate": EITHER,
        "POST /v1/clinics/{clinicId}/webhook-endpoints/{endpointId}/test": EITHER,
        "GET /v1/clinics/{clinicId}/webhook-endpoints/deliveries": EITHER,
        "GET /v1/clinics/{clinicId}/webhook-endpoints/{endpointId}/deliveries": EITHER,
        "POST /v1/clinics/{clinicId}/webhook-endpoints/deliveries/{deliveryId}/replay": EITHER,
        "POST /v1/clinics/{clinicId}/webhook-endpoints/{endpointId}/deliveries/{deliveryId}/replay": EITHER,
    },
    "invoices": {
        "POST /v1/invoices": OPEN,
        "GET /v1/invoices/{invoiceId}": EITHER,
    },
    "preflight_invoice": {"POST /v1/invoices/preflight": OPEN},
}
"""Function → route → door, for every function that answers HTTP."""

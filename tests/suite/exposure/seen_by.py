"""Who may see which key of an answer: the keys that only some callers of its routes get (promise 15).

A key that is not here is for everyone who may call the route. The names of the answers are those of the
OpenAPI document. By api.md: a clinic gets what it needs to treat and to be paid, a member no word that staff
write for staff, an employer nothing of a claim.
"""

from __future__ import annotations

from collections.abc import Mapping

Roles = frozenset[str]
CLINICS: Roles = frozenset({"clinic-system", "clinic-user"})
CASE_STAFF: Roles = frozenset({"caseworker", "finance", "quality"})
MEMBERS: Roles = frozenset({"member"})
NOT_CLINICS: Roles = MEMBERS | CASE_STAFF

SEEN_BY: Mapping[str, Mapping[str, Roles]] = {
    "Guarantee": {
        "client": CLINICS,
        "insurer": CLINICS,
        "askedExtensions": CLINICS,
        "warnings": CLINICS | CASE_STAFF,
        "declines": CASE_STAFF,
        "revocationReason": NOT_CLINICS,
    },
    "ClinicClient": {"client": CLINICS, "insurer": CLINICS},
    "PastMatch": {"text": CASE_STAFF},
    "Booking": {"clinicName": NOT_CLINICS, "clinicPhone": NOT_CLINICS, "practitionerName": NOT_CLINICS},
    "BookingDetails": {
        "clinicName": NOT_CLINICS,
        "clinicPhone": NOT_CLINICS,
        "practitionerName": NOT_CLINICS,
        "personId": NOT_CLINICS,
        "personName": CASE_STAFF,
        "memberPays": NOT_CLINICS,
        "consent": CLINICS,
        "purposeEnded": CLINICS,
        "insurer": CLINICS,
        "guarantee": CLINICS,
        "invoice": CLINICS,
        "client": CLINICS,
        "problem": CLINICS,
    },
    "Message": {"note": CASE_STAFF, "writtenBy": CASE_STAFF, "need": CASE_STAFF, "safety": MEMBERS},
    "SentMessage": {"safety": MEMBERS},
    "Claim": {"personName": CASE_STAFF},
    "Document": {"sentBefore": CASE_STAFF},
    "Notice": {"claimId": frozenset({"underwriting"}), "settledOn": frozenset({"underwriting"})},
    "ReplayedDecision": {"personId": frozenset({"quality"}), "treatment": frozenset({"quality"})},
    "PaidTo": {"holder": CASE_STAFF, "confirmedBy": CASE_STAFF},
    "Refund": {"sameBills": CASE_STAFF},
    "RefundTreatment": {"clashes": CASE_STAFF, "resembles": CASE_STAFF},
    "Payer": {"staffContact": CASE_STAFF | {"underwriting", "platform"}},
    "Mandate": {"evidence": MEMBERS | {"caseworker"}, "revocationEvidence": MEMBERS | {"caseworker"}},
    "Task": {"application": frozenset({"network"}), "signer": frozenset({"network"})},
    "RotatedSecret": {"signingSecret": MEMBERS | CLINICS},
    "EndpointWithSecret": {"secret": MEMBERS | CLINICS},
}

"""Pairs of an operation and a role that no test of the functions answers, and why that is no gap."""

from __future__ import annotations

from collections.abc import Mapping

ONE_VIEW = "the answer is the caseworker's: the route makes one view for all staff of a payer"
ONLY_A_RESULT = "the answer says what became of the call and shows nothing that is stored"
A_LINK = "the answer is a redirect to a file, with no body"
PUBLIC_WORDS = "the answer is a text that is the same for everyone"

FINANCE, QUALITY, CASEWORKER = ("finance",), ("quality",), ("caseworker",)
BOTH = (*FINANCE, *QUALITY)
NEVER_SEEN: Mapping[str, Mapping[str, str]] = {
    "GET /v1/claims/{claimId}/consent/clinics/{clinicId}/receipt": dict.fromkeys(CASEWORKER, A_LINK),
    "GET /v1/claims/{claimId}/complaints/board-form": dict.fromkeys((*CASEWORKER, *QUALITY), A_LINK),
    "GET /v1/claims/{claimId}/documents/{documentId}/content": dict.fromkeys(QUALITY, A_LINK),
    "GET /v1/clinics/{clinicId}/contract/evidence": dict.fromkeys(("clinic-system", "network"), A_LINK),
    "GET /v1/guarantees/{guaranteeId}/pdf": dict.fromkeys(BOTH, A_LINK),
    "GET /v1/enquiries/{enquiryId}/messages": dict.fromkeys(BOTH, ONE_VIEW),
    "GET /v1/families/{personId}": dict.fromkeys(CASEWORKER, "the answer is that of underwriting"),
    "GET /v1/indexes/{year}": dict.fromkeys((*CASEWORKER, *BOTH), "the answer is that of underwriting"),
    "GET /v1/wordings": {"member": PUBLIC_WORDS},
    "POST /v1/bookings/{bookingId}/cancel": dict.fromkeys(CASEWORKER, "the answer is the member's"),
    "POST /v1/bookings/{bookingId}/reschedule": dict.fromkeys(CASEWORKER, "the answer is the member's"),
    "POST /v1/claims/{claimId}/messages": dict.fromkeys(QUALITY, ONLY_A_RESULT),
    "POST /v1/enquiries/{enquiryId}/messages": dict.fromkeys(BOTH, ONLY_A_RESULT),
    "POST /v1/inbox/answers": dict.fromkeys(BOTH, ONLY_A_RESULT),
    "POST /v1/inbox/{threadId}/hand-over": dict.fromkeys(BOTH, ONE_VIEW),
    "POST /v1/inbox/{threadId}/settle": dict.fromkeys(BOTH, ONLY_A_RESULT),
    "PUT /v1/claims/{claimId}/messages/read": dict.fromkeys(BOTH, ONLY_A_RESULT),
    "PUT /v1/enquiries/{enquiryId}/messages/read": dict.fromkeys(BOTH, ONLY_A_RESULT),
    "PUT /v1/inbox/{threadId}/assignee": dict.fromkeys(BOTH, ONE_VIEW),
    "PUT /v1/payers/{payer}/canned-answers/{answerKey}": dict.fromkeys(QUALITY, ONE_VIEW),
}
"""The reason by operation and role."""

"""Where the answers differ from the plain rule, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OTHER_QUEUE = "the work belongs to the queue of another role"
OPEN: Mapping[str, str] = {
    "GET /v1/practitioners/{practitionerId}/slots": "the network is open to every member and all staff",
    "POST /v1/practitioners/{practitionerId}/user/accept": "the token of a mail decides",
}
"""Operation → why everyone whom it allows may use it with anyone's things."""

OPEN_IDS: Mapping[str, str] = {
    "clinicId": "the network is open to every member and all staff",
    "practitionerId": "the network is open to every member and all staff",
    "key": "a clinic names its practitioners as it likes",
    "slotId": "free slots are shown to every member",
    "laterSlotId": "free slots are shown to every member",
    "firstSlotId": "free slots are shown to every member",
    "heldSlotId": "it was shown before it was held, and the answer says at most that it is taken",
}
"""What anyone may name beside an own thing, and why."""

EVERYONE = (
    "anyone member guardian employer signatory system caseworker finance quality underwriting "
    "network auditor platform"
)
"""Every kind of caller: the first word of its name."""
ROWS: Sequence[tuple[str, str, str]] = (
    *(
        (call, "finance quality", OTHER_QUEUE)
        for call in (
            "GET /v1/claims/{claimId}/messages",
            "POST /v1/claims/{claimId}/messages",
            "PUT /v1/claims/{claimId}/messages/read",
            "GET /v1/enquiries/{enquiryId}/messages",
            "POST /v1/enquiries/{enquiryId}/messages",
            "PUT /v1/enquiries/{enquiryId}/messages/read",
            "PUT /v1/inbox/{threadId}/assignee",
            "POST /v1/inbox/{threadId}/hand-over",
            "POST /v1/inbox/{threadId}/settle",
        )
    ),
    ("POST /v1/tasks/{taskId}/decision", "finance quality underwriting", OTHER_QUEUE),
    ("GET /v1/practitioners", "underwriting", "underwriting reads no guarantees"),
    ("GET /v1/invoices/{invoiceId}", "finance", "an invoice has no payer before it is checked"),
    (
        "GET /v1/invoices/{invoiceId}/attachments/{number}",
        "finance",
        "an invoice has no payer before it is checked",
    ),
    ("GET /v1/invoices/{invoiceId}/response", "finance", "an invoice has no payer before it is checked"),
    ("GET /v1/invoices/{invoiceId}/document", "finance", "an invoice has no payer before it is checked"),
    ("GET /v1/me/drafts/{draftId}", "guardian", "a draft is its author's"),
    ("PUT /v1/me/drafts/{draftId}", "guardian", "a draft is its author's"),
    ("PUT /v1/me/messages/read", "guardian", "an enquiry is its author's"),
    (
        "GET /v1/families/{personId}",
        "member caseworker underwriting",
        "an adult has no family; that of a child is seen",
    ),
    (
        "PUT /v1/families/{personId}/guardians/{guardianId}",
        "member underwriting",
        "an adult has no guardian",
    ),
    (
        "GET /v1/claims/{claimId}/consent/clinics/{clinicId}/receipt",
        "member guardian caseworker",
        "nothing was decided yet",
    ),
    (
        "GET /v1/claims/{claimId}/complaints/board-form",
        "member guardian caseworker quality",
        "nothing was denied",
    ),
    (
        "POST /v1/claims/{claimId}/complaints",
        "member guardian caseworker",
        "nothing was denied",
    ),
    (
        "GET /v1/clinics/{clinicId}/practitioners/{key}/calendar",
        "signatory system network",
        "the clinic's system publishes slots",
    ),
    (
        "GET /v1/clinics/{clinicId}/application",
        EVERYONE,
        "it asks for the token of a mail, which nobody here has",
    ),
    ("GET /v1/calendar-feeds/{feed}", EVERYONE, "the newest feed of a person ends the one before"),
    (
        "PUT /v1/claims/{claimId}/consent/personal/{kind}",
        "caseworker",
        "for a child under 15 staff record nothing",
    ),
    ("POST /v1/stripe-events/{payer}", EVERYONE, "Stripe signs its events, which nobody here can"),
    ("POST /v1/payers/{payer}/account/confirm", "finance platform", "another person set no account"),
    ("GET /v1/letters/{letterId}/enclosure", "caseworker", "the letter has no enclosure"),
)
UNSEEN: Mapping[tuple[str, str], str] = {
    (call, kind): why for call, kinds, why in ROWS for kind in kinds.split()
}
"""Operation and kind of caller → why an owner gets 403, or what an unknown thing gets.

The whole matrix fails for a row that no caller of the kind met.
"""

LEFT_OUT: Mapping[tuple[str, str], str] = {
    ("POST /v1/claims/{claimId}/refunds", "authorisationId"): "the number of a public register",
    ("POST /v1/claims/{claimId}/refunds", "documentId"): "it names one of the bills of the same refund",
    ("PUT /v1/clinics/{clinicId}/practitioners/{key}", "authorisationId"): "the number of a public register",
    ("POST /v1/policies/{policyId}/notices", "noticeId"): "it names an earlier notice of the same policy",
}
"""Operation and field of its body → why no thing is named there."""

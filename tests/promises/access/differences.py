"""Where the answers differ from the plain rule, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping

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
}
"""What anyone may name beside an own thing, and why."""

UNSEEN: Mapping[tuple[str, str], str] = {
    **{
        (f"{call}", role): OTHER_QUEUE
        for role in ("finance", "quality")
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
            "POST /v1/inbox/answers",
        )
    },
    **{
        ("POST /v1/tasks/{taskId}/decision", role): OTHER_QUEUE
        for role in ("finance", "quality", "underwriting")
    },
    ("GET /v1/practitioners", "underwriting"): "underwriting reads no guarantees",
    ("GET /v1/invoices/{invoiceId}", "finance"): "an invoice has no payer before it is checked",
    ("GET /v1/me/drafts/{draftId}", "guardian"): "a draft is its author's",
    ("PUT /v1/me/drafts/{draftId}", "guardian"): "a draft is its author's",
    ("PUT /v1/me/messages/read", "guardian"): "an enquiry is its author's",
    ("GET /v1/families/{personId}", ""): "an adult has no family; that of a child is seen",
    ("PUT /v1/families/{personId}/guardians/{guardianId}", ""): "an adult has no guardian",
    ("GET /v1/claims/{claimId}/consent/clinics/{clinicId}/receipt", ""): "nothing was decided yet",
    ("GET /v1/clinics/{clinicId}/practitioners/{key}/calendar", ""): "the clinic's system publishes slots",
    ("GET /v1/clinics/{clinicId}/application", ""): "it asks for the token of a mail, which nobody here has",
    ("GET /v1/calendar-feeds/{feed}", ""): "the newest feed of a person ends the one before",
    ("GET /v1/letters/{letterId}/enclosure", ""): "the letter has no enclosure",
}
"""Operation and kind of caller (empty: every one) → why an owner gets 403, or what an unknown thing gets."""

LEFT_OUT: Mapping[tuple[str, str], str] = {
    ("PUT /v1/clinics/{clinicId}/practitioners/{key}", "authorisationId"): "the number of a public register",
    ("POST /v1/policies/{policyId}/notices", "noticeId"): "it names an earlier notice of the same policy",
}
"""Operation and field of its body → why no thing is named there."""

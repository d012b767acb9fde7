"""Every POST that a holder of a mandate may send: in which case, with what body, and what is logged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from helsebro.claims.mandated.mandate_act import ActKind
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import ClaimId, DocumentId
from helsebro.local_day import local_day
from tests.builders.calls import Answered, ask, event, member
from tests.builders.claims import claim_body, claim_of, consent, offer, offer_body, put_in_quarantine
from tests.builders.clinics.waitlist import keep_up, waiting
from tests.builders.decisions import bill_of, claim_in_review, insured_anna, refund_body
from tests.builders.network import BO, Stage, act, book, guarantee_of, soon, staged
from tests.builders.objections.complaints import complaint_body, denied_claim
from tests.promises.idempotent_routes import POSTS

THIRD = "0303751234"


@dataclass(frozen=True)
class HolderCall:
    """The case, the path and the body of a call; ``logged`` is the kind of act that it leaves, if any."""

    claim_id: ClaimId
    path: str
    body: Any = field(default_factory=dict)
    logged: ActKind | None = None


def send(route: str, call: HolderCall, key: str) -> Answered:
    """Returns the answer to Bo, who sends the call under a key."""
    return ask(POSTS[route][1], event("POST", call.path, by=member(BO), body=call.body, key=key))


def _under(guarantee: Guarantee, path: str, logged: ActKind | None, **body: Any) -> HolderCall:
    return HolderCall(guarantee.claim_id, path, {"guaranteeId": guarantee.guarantee_id, **body}, logged)


def _hold() -> HolderCall:
    return _under(guarantee_of(), "/v1/holds", "hold", slotId=staged().free_slot())


def _book() -> HolderCall:
    slot_id = staged().free_slot()
    return _under(guarantee_of(), "/v1/bookings", "booking", slotId=slot_id, service="first")


def _series() -> HolderCall:
    stage = staged()
    slots = [stage.free_slot(), stage.free_slot(starts_at=soon(96), service="follow-up")]
    return _under(guarantee_of(), "/v1/bookings/series", "booking", slotIds=slots)


def _booked(stage: Stage) -> tuple[Guarantee, str]:
    guarantee = guarantee_of()
    return guarantee, str(book(guarantee, stage.free_slot()).body["bookingId"])


def _move() -> HolderCall:
    stage = staged()
    guarantee, booking_id = _booked(stage)
    body = {"slotId": stage.free_slot(starts_at=soon(96))}
    return HolderCall(guarantee.claim_id, f"/v1/bookings/{booking_id}/reschedule", body, "booking")


def _cancel() -> HolderCall:
    guarantee, booking_id = _booked(staged())
    return HolderCall(guarantee.claim_id, f"/v1/bookings/{booking_id}/cancel", {}, "booking")


def _join() -> HolderCall:
    days = {"earliest": local_day(soon(0)).isoformat(), "latest": local_day(soon(240)).isoformat()}
    practitioner_id = staged().practitioner_id
    return _under(guarantee_of(), "/v1/waitlist", "waitlist", practitionerId=practitioner_id, **days)


def _offered(verb: str, logged: ActKind) -> Callable[[], HolderCall]:
    def made() -> HolderCall:
        stage, guarantee = staged(), guarantee_of()
        taken = book(guarantee_of(THIRD), stage.free_slot(), by=member(THIRD)).body["bookingId"]
        waitlist_id = waiting(stage, guarantee)
        act(taken, "cancel", by=member(THIRD))
        keep_up()
        return HolderCall(guarantee.claim_id, f"/v1/waitlist/{waitlist_id}/{verb}", {}, logged)

    return made


def _report() -> HolderCall:
    anna = insured_anna()
    return HolderCall(claim_of(), "/v1/claims", claim_body(personId=anna), "report")


def _announce() -> HolderCall:
    guarantee = guarantee_of()
    return HolderCall(guarantee.claim_id, f"/v1/claims/{guarantee.claim_id}/documents", offer_body())


def _save() -> HolderCall:
    insured_anna()
    claim_id = claim_of()
    consent(claim_id)
    document_id = DocumentId(offer(claim_id).body["documentId"])
    put_in_quarantine(claim_id, document_id)
    return HolderCall(claim_id, f"/v1/claims/{claim_id}/documents/{document_id}/save", {}, "upload")


def _extend() -> HolderCall:
    guarantee = guarantee_of()
    body = {"reason": "Knæet gør stadig ondt.", "sessions": 3}
    return HolderCall(guarantee.claim_id, f"/v1/claims/{guarantee.claim_id}/extensions", body, "extension")


def _complain() -> HolderCall:
    insured_anna()
    claim_id = denied_claim()
    return HolderCall(claim_id, f"/v1/claims/{claim_id}/complaints", complaint_body(), "complaint")


def _refund() -> HolderCall:
    insured_anna()
    claim_id = claim_in_review()
    return HolderCall(claim_id, f"/v1/claims/{claim_id}/refunds", refund_body(bill_of(claim_id)), "refund")


def _draft() -> HolderCall:
    anna = insured_anna()
    return HolderCall(claim_of(), "/v1/me/drafts", {"personId": anna})


def _write() -> HolderCall:
    insured_anna()
    claim_id = claim_of()
    return HolderCall(claim_id, f"/v1/claims/{claim_id}/messages", {"text": "Hvornår ringer I?"}, "message")


CALLS: Mapping[str, Callable[[], HolderCall]] = {
    "POST /v1/holds": _hold,
    "POST /v1/bookings": _book,
    "POST /v1/bookings/series": _series,
    "POST /v1/bookings/<booking_id>/reschedule": _move,
    "POST /v1/bookings/<booking_id>/cancel": _cancel,
    "POST /v1/waitlist": _join,
    "POST /v1/waitlist/<waitlist_id>/accept": _offered("accept", "booking"),
    "POST /v1/waitlist/<waitlist_id>/decline": _offered("decline", "waitlist"),
    "POST /v1/claims": _report,
    "POST /v1/me/drafts": _draft,
    "POST /v1/claims/<claim_id>/documents": _announce,
    "POST /v1/claims/<claim_id>/documents/<document_id>/save": _save,
    "POST /v1/claims/<claim_id>/complaints": _complain,
    "POST /v1/claims/<claim_id>/extensions": _extend,
    "POST /v1/claims/<claim_id>/refunds": _refund,
}
BY_CONTACT: Mapping[str, Callable[[], HolderCall]] = {"POST /v1/claims/<claim_id>/messages": _write}
"""The calls that a mandate to contact opens too."""
NOT_BY_MANDATE: Mapping[str, str] = {
    "POST /v1/me/calendar-feed": "it is about the caller's own appointments",
    "POST /v1/me/messages": "it is about the caller, and about no case",
    "POST /v1/claims/<claim_id>/mandates": "only the person or the guardian gives one",
    "POST /v1/coverage/simulate": "it changes nothing and takes no key",
    "POST /v1/practitioners/<practitioner_id>/user/accept": "it is about a login of a clinic",
}
"""The other POST routes of members, and why no mandate opens them; those under a clinic are its users'."""

"""Guarantees: members, staff and clinics read what a payer promised to pay; caseworkers revoke it.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helsebro.caller import CASEWORKER, CLINIC_SYSTEM, MEMBER
from helsebro.claims.claim import SEEN_BY
from helsebro.claims.explained.time_in_sight import seconds_in_sight
from helsebro.guarantees.client_here import ClientHere
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import ClaimId, GuaranteeId
from helsebro.local_day import local_day
from helsebro_aws.bookings.booked_clinics import client_here, is_booked_with
from helsebro_aws.bookings.standing import standing
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.guarantees.matching.match_view import matches_shown, shown_here
from helsebro_aws.guarantees.papers import GuaranteePapers
from helsebro_aws.guarantees.revoke import GuaranteeRevocation
from helsebro_aws.http.answer import HttpAnswer, see_other, versioned
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock
from helsebro_aws.platform.stored_file import LINK_SECONDS

if TYPE_CHECKING:
    from functions.guarantees.guarantees.answers import RevokedGuaranteeAnswer

    from helsebro_aws.guarantees.matching.matched_client import MatchedClients
    from helsebro_aws.guarantees.shapes import guarantee_body
    from helsebro_aws.guarantees.shapes.guarantee_answer import GuaranteeAnswer

app = APIGatewayHttpResolver()
route = Routes(app)
guarantees, claims, papers = DynamoGuarantees(), DynamoClaims(), GuaranteePapers()
revocation = GuaranteeRevocation(standing)
INTERNAL = (
    *("claimId", "personId", "taskId", "country", "payerEndpoint", "paperLanguages"),
    *("match", "declines", "firstBookingId"),
)
SHOWN = "guarantees.shapes.guarantee_answer.GuaranteeAnswer"


@route.get("/v1/claims/<claim_id>/guarantees", allows={MEMBER, *SEEN_BY}, returns=f"Page[{SHOWN}]")
def list_guarantees(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Lists a claim's guarantees, oldest first, all on one page (F4-29)."""
    claim = claims.visible(claim_id, call.caller)
    of_claim = guarantees.of_claim(claim.claim_id)
    found = [{**_shown(each), **matches_shown(each, call.caller)} for each in of_claim]
    return HttpAnswer(200, {"items": found, "nextCursor": None})


@route.get("/v1/guarantees/<guarantee_id>", allows={MEMBER, CLINIC_SYSTEM, *SEEN_BY}, returns=SHOWN)
def read_guarantee(call: Call, guarantee_id: GuaranteeId) -> HttpAnswer:
    """Returns a guarantee.

    A clinic reads the guarantees that are for the clinic or have a booking there (F0-14). A practitioner of
    it reads those of the own clients. When staff matched the client to the clinic, `client` and `insurer` say
    who is to be contacted and who pays, until the clinic declines, the guarantee ends or is revoked, or the
    consent ends. After the practitioner left they do so while a session is booked there or was held, until
    the client is treated elsewhere. Then `status` is `ended` for the clinic, which reads only its own part.
    A clinic sees in `askedExtensions` what became of the sessions that it asked for.
    Staff and clinic see in `warnings` when the client of a match cannot be reached.
    """
    guarantee, claim = guarantees.visible(guarantee_id, call.caller, is_booked_with)
    if call.caller.clinic_id:
        # Here, so that the reads of members and staff load no code of extensions.
        from helsebro_aws.guarantees.extending.asked_view import asked_shown

        here = client_here(guarantee, call.caller)
        seen = {
            **_shown_here(here),
            "askedExtensions": asked_shown(here),
            **_clients().of(here, claim, call.language),
        }
        return versioned(200, seen, guarantee.version)
    shown: dict[str, Any] = {**_shown(guarantee), **matches_shown(guarantee, call.caller)}
    if call.caller.is_staff and guarantee.is_matched:
        shown["warnings"] = _clients().warnings(claim, call.language)
    return versioned(200, shown, guarantee.version)


@route.post(
    "/v1/guarantees/<guarantee_id>/revoke",
    allows={CASEWORKER},
    creates=False,
    answers=200,
    if_match=True,
    body="guarantees.shapes.guarantee_body.Revocation",
    returns="answers.RevokedGuaranteeAnswer",
    refuses={409: "guarantee-already-revoked"},
)
def revoke_guarantee(call: Call, body: guarantee_body.Revocation, guarantee_id: GuaranteeId) -> HttpAnswer:
    """Revokes a guarantee from today, with a reason.

    The clinic is notified at once. Sessions held so far can be invoiced; no later session is covered, and the
    rest of the reserved benefit is released. Sessions that are booked after today are cancelled by the payer:
    the clinic gets `booking.cancelled`, and the member is notified and pays nothing.
    """
    guarantees.visible(guarantee_id, call.caller, is_booked_with)
    version = call.expected_version()
    after = revocation.revoke(guarantee_id, version, body.reason, lambda made: call.receipt(_revoked(made)))
    return _revoked(after)


@route.get(
    "/v1/guarantees/<guarantee_id>/pdf",
    allows={MEMBER, *SEEN_BY},
    answers=303,
    refuses={403: "consent-required"},
)
def read_guarantee_pdf(call: Call, guarantee_id: GuaranteeId) -> HttpAnswer:
    """Redirects to the sealed PDF of a guarantee, in the caller's language.

    The link is valid for 60 seconds, but never past the local midnight at which a child turns 15. It needs a
    consent in force (F4-16, F4-29).
    """
    guarantee, claim = guarantees.visible(guarantee_id, call.caller, is_booked_with)
    claim.must_have_consent()
    seconds = seconds_in_sight(claim, call.caller, clock.now(), LINK_SECONDS)
    return see_other(papers.link_to(guarantee, call.language, seconds))


def _revoked(guarantee: Guarantee) -> HttpAnswer:
    shown: RevokedGuaranteeAnswer = {
        "guaranteeId": guarantee.guarantee_id,
        "status": guarantee.status,
        "revokedOn": guarantee.last_day.isoformat(),
        "version": guarantee.version,
    }
    return versioned(200, shown, guarantee.version)


def _clients() -> MatchedClients:
    # Here, so that the reads of members and staff load no code of persons and contacts.
    from helsebro_aws.guarantees.matching.matched_client import MatchedClients
    from helsebro_aws.notifications.contact.client_reaches import ClientReaches

    return MatchedClients(ClientReaches().of)


def _shown_here(here: ClientHere) -> dict[str, Any]:
    """Returns a guarantee as a clinic reads it: one that treated the person before reads of no other."""
    shown = {name: part for name, part in _shown(here.guarantee).items() if name != "revocationReason"}
    if here.is_past:
        shown.pop("courseEndedAt", None)
    shown["clinicId"], shown["practitionerId"] = here.place or (None, None)
    return {**shown, **shown_here(here, clock.now())}


def _shown(guarantee: Guarantee) -> GuaranteeAnswer:
    kept: Any = {name: part for name, part in to_item(guarantee).items() if name not in INTERNAL}
    shown: GuaranteeAnswer = kept
    shown["clinicId"], shown["practitionerId"] = guarantee.clinic_id, guarantee.practitioner_id
    shown["status"] = guarantee.status_on(local_day(clock.now(), guarantee.country))
    scheme, number = guarantee.payer_endpoint
    shown["invoiceTo"] = {"scheme": scheme, "number": number}
    return shown


handler = route.handler

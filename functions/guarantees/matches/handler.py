"""Matches: caseworkers choose the clinic that treats, and the clinic declines (F1-18, F1-22).

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.caller import CASEWORKER, CLINIC_SYSTEM
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import GuaranteeId
from helsebro_aws.bookings.booked_clinics import is_booked_with, standing_sessions
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.guarantees.matching.decline import MatchDecline
from helsebro_aws.guarantees.matching.match import ClientMatching
from helsebro_aws.guarantees.matching.match_view import match_shown
from helsebro_aws.guarantees.matching.matched_client import MatchedClients
from helsebro_aws.http.answer import HttpAnswer, versioned
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.notifications.contact.client_reaches import ClientReaches

if TYPE_CHECKING:
    from functions.guarantees.matches.answers import GuaranteeMatchAnswer

    from helsebro_aws.guarantees.matching import match_body
    from helsebro_aws.guarantees.matching.match_answer import MatchWarningAnswer

app = APIGatewayHttpResolver()
route = Routes(app)
guarantees = DynamoGuarantees()
matching, decline = ClientMatching(standing_sessions), MatchDecline(standing_sessions, is_booked_with)
clients = MatchedClients(ClientReaches().of)


@route.post(
    "/v1/guarantees/<guarantee_id>/match",
    allows={CASEWORKER},
    creates=False,
    answers=200,
    if_match=True,
    body="guarantees.matching.match_body.ClientMatchShape",
    returns="answers.GuaranteeMatchAnswer",
    refuses={
        409: "booked-elsewhere clinic-consent-missing consent-missing match-declined-before",
        422: "clinic-takes-no-clients guarantee-is-refunded guarantee-not-active problem-not-taken "
        "treatment-not-offered authorisation-missing",
    },
)
def match_client(call: Call, body: match_body.ClientMatchShape, guarantee_id: GuaranteeId) -> HttpAnswer:
    """Matches the client of a guarantee to a clinic, and to one of its practitioners if named.

    The guarantee is for that clinic from now on. The clinic gets `guarantee.issued`, and reads the client and
    the insurer with `GET /v1/guarantees/{guaranteeId}`. The client is contacted by the clinic within 24 hours
    or on the next weekday. `warnings` says when it cannot, and the match holds all the same: no phone number
    is known, of a child under 15 also none of a guardian. A match replaces an earlier one, whose clinic gets
    `match.ended`, unless sessions are booked there. Who declined the client before is matched only with
    `again`.
    """
    found = guarantees.visible(guarantee_id, call.caller, is_booked_with)
    version = call.expected_version()
    choice = matching.choice(body.clinic_id, body.practitioner_id, body.problem, again=body.again)
    warnings = clients.warnings(found[1], call.language)
    after = matching.match(found, version, choice, lambda made: call.receipt(_answer(made, warnings)))
    return _answer(after, warnings)


@route.post(
    "/v1/guarantees/<guarantee_id>/match/decline",
    allows={CLINIC_SYSTEM},
    creates=False,
    answers=200,
    body="guarantees.matching.match_body.MatchDeclineShape",
    returns="answers.GuaranteeMatchAnswer",
    refuses={403: "client-not-matched-here", 409: "sessions-are-booked"},
)
def decline_match(call: Call, body: match_body.MatchDeclineShape, guarantee_id: GuaranteeId) -> HttpAnswer:
    """Declines a client whom staff matched to the clinic, with a reason.

    The clinic no longer reads the client, and staff match the client anew. Sessions that are booked are
    cancelled first. A decline by the clinic's system or its signatory holds for the whole clinic, whoever was
    named in the match. A practitioner declines own matches only, and for the own person only: colleagues may
    still treat the client (`declinedFor`). Where it holds, nothing is offered, held or booked under this
    guarantee, unless staff match the client there again; a hold is released, and those who wait there wait no
    more.
    """
    why = (body.reason, body.text)
    after = decline.decline(guarantee_id, call.caller, why, lambda made: call.receipt(_answer(made)))
    return _answer(after)


def _answer(guarantee: Guarantee, warnings: list[MatchWarningAnswer] | None = None) -> HttpAnswer:
    assert guarantee.match
    shown: GuaranteeMatchAnswer = {
        "guaranteeId": guarantee.guarantee_id,
        "match": match_shown(guarantee.match),
        "version": guarantee.version,
    }
    if warnings is not None:
        shown["warnings"] = warnings
    return versioned(200, shown, guarantee.version)


handler = route.handler

"""Consent receipts: what was decided on a consent and on which text, as PDF.

Trigger: HTTP API.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from helsebro.caller import CASEWORKER, MEMBER
from helsebro.claims.consent import Consent
from helsebro.claims.consenting.personal_consent import PersonalConsent, kind_named
from helsebro.claims.explained.time_in_sight import seconds_in_sight
from helsebro.errors import NotFound
from helsebro.ids import ClaimId, ClinicId
from helsebro_aws.claims.consenting.decisions import decisions
from helsebro_aws.claims.consenting.dynamo_personal_consents import DynamoPersonalConsents
from helsebro_aws.claims.consenting.receipt.consent_papers import ConsentPapers
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.http.answer import HttpAnswer, see_other
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock
from helsebro_aws.platform.stored_file import LINK_SECONDS

app = APIGatewayHttpResolver()
route = Routes(app)
claims, consents, papers = DynamoClaims(), DynamoPersonalConsents(), ConsentPapers()
Receipted = TypeVar("Receipted", Consent, PersonalConsent)


@route.get(
    "/v1/claims/<claim_id>/consent/receipt",
    allows={MEMBER, CASEWORKER},
    queries=("decidedAt",),
    answers=303,
)
def read_case_receipt(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Redirects to the receipt of the last decision on the consent of a case, in the caller's language.

    With `decidedAt` it is that of an earlier decision. The link is valid for 60 seconds.
    """
    return _of_case(call, claim_id, None)


@route.get(
    "/v1/claims/<claim_id>/consent/clinics/<clinic_id>/receipt",
    allows={MEMBER, CASEWORKER},
    queries=("decidedAt",),
    answers=303,
)
def read_clinic_receipt(call: Call, claim_id: ClaimId, clinic_id: ClinicId) -> HttpAnswer:
    """Redirects to the receipt of the last decision about a clinic, in the caller's language.

    With `decidedAt` it is that of an earlier decision. The link is valid for 60 seconds.
    """
    return _of_case(call, claim_id, clinic_id)


@route.get("/v1/me/consents/<kind>/receipt", allows={MEMBER}, queries=("decidedAt",), answers=303)
def read_my_receipt(call: Call, kind: str) -> HttpAnswer:
    """Redirects to the receipt of the last decision on a consent that belongs to no case.

    `kind` is `general` or `network-contact`. With `decidedAt` it is that of an earlier decision. The link is
    valid for 60 seconds.
    """
    made = _asked(call, consents.history(call.caller.person_id, kind_named(kind)))
    return see_other(papers.of_person(made, call.language))


def _of_case(call: Call, claim_id: ClaimId, clinic_id: ClinicId | None) -> HttpAnswer:
    claim = claims.visible(claim_id, call.caller)
    about = [made for made in decisions(claim_id, tables) if made.clinic_id == clinic_id]
    seconds = seconds_in_sight(claim, call.caller, clock.now(), LINK_SECONDS)
    return see_other(papers.of_case(_asked(call, about), claim, call.caller, call.language, seconds))


def _asked(call: Call, made: Iterable[Receipted]) -> Receipted:
    """Returns the last decision, or the one that ``decidedAt`` names. Raises ``NotFound``."""
    named = call.query("decidedAt")
    found = next((each for each in made if named in (None, to_item(each.decided_at))), None)
    if found is None:
        raise NotFound()
    return found


handler = route.handler

"""People: finds an insured person who phones or writes, for the payer's caseworkers.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.caller import CASEWORKER
from helsebro.ids import case_number
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.claims.sought.dynamo_lookups import DynamoLookups
from helsebro_aws.claims.sought.people_finding import FoundPeople, PeopleFinding
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.callers import must_be_fresh
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes

if TYPE_CHECKING:
    from helsebro.claims.claim import Claim
    from helsebro.policies.insured import Insured
    from helsebro_aws.claims.sought.sought_answer import (
        FoundClaimAnswer,
        FoundPeopleAnswer,
        FoundPersonAnswer,
    )
    from helsebro_aws.claims.sought.sought_body import SoughtPersonShape

app = APIGatewayHttpResolver()
route = Routes(app)
finding, claims, lookups = PeopleFinding(), DynamoClaims(), DynamoLookups()
MOST_CLAIMS = 10


@route.post(
    "/v1/people/search",
    allows={CASEWORKER},
    keyed=False,
    answers=200,
    fresh_for_money=True,
    body="claims.sought.sought_body.SoughtPersonShape",
    returns="claims.sought.sought_answer.FoundPeopleAnswer",
)
def search_people(call: Call, body: SoughtPersonShape) -> HttpAnswer:
    """Finds persons whom the caseworker's payer insures, or insured, by what a caller can say.

    A search by a whole CPR number or fødselsnummer needs a login of at most 5 minutes. At most 20 persons are
    shown, without their numbers. Who searched, by which field, and whom the answer showed is kept; what was
    searched for is not. It changes nothing.
    """
    if body.number:
        must_be_fresh(call.event)
    found = _found(call.caller.payer, body)
    lookups.note(call.caller, body.by, [each.person_id for each in found.people])
    shown: FoundPeopleAnswer = {
        "items": [_person(each) for each in found.people],
        "isComplete": found.is_complete,
    }
    return HttpAnswer(200, shown)


def _found(payer: str, body: SoughtPersonShape) -> FoundPeople:
    if body.number:
        return finding.by_number(payer, *body.number, body.born_on)
    if body.phone:
        return finding.by_phone(payer, body.phone, body.born_on)
    if body.name:
        return finding.by_name(payer, body.name, body.born_on)
    return finding.by_case(payer, body.case_number or "", body.born_on)


def _person(insured: Insured) -> FoundPersonAnswer:
    known, _ = claims.page(insured.payer, insured.person_id, MOST_CLAIMS, None)
    return {
        "personId": insured.person_id,
        "name": insured.name,
        "bornInYear": insured.born_on.year,
        "claims": [_claim(each) for each in known],
    }


def _claim(claim: Claim) -> FoundClaimAnswer:
    return {
        "claimId": claim.claim_id,
        "caseNumber": case_number(claim.claim_id),
        "status": claim.status,
        "reportedAt": to_item(claim.reported_at),
    }


handler = route.handler

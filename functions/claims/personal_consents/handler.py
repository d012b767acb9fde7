"""Personal consents: those that belong to no case, the list of all, and the texts to read before.

Trigger: HTTP API.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from helsebro.caller import CASEWORKER, MEMBER
from helsebro.claims.claim import Claim
from helsebro.claims.consenting.consent_text import CONSENT_KINDS, consent_texts, current_text
from helsebro.claims.consenting.personal_consent import (
    KINDS,
    PersonalConsent,
    PersonalKind,
    kind_named,
    must_be_recorded_alone,
)
from helsebro.claims.recorded.evidence_time import faults_of_person
from helsebro.claims.shown_claims import ShownClaims
from helsebro.errors import BadInput, Fault
from helsebro.ids import ClaimId
from helsebro.local_day import local_day
from helsebro_aws.claims.claimants import Claimants
from helsebro_aws.claims.consenting.consent_list import of_case, of_person, of_person_to_staff
from helsebro_aws.claims.consenting.consent_view import shown
from helsebro_aws.claims.consenting.dynamo_personal_consents import DynamoPersonalConsents
from helsebro_aws.claims.custody.deciding_guardians import DecidingGuardians
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.payer_pages import PayerPage, page_across
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro_aws.claims.consenting import consent_choice
    from helsebro_aws.claims.consenting.consent_answer import AnyConsentAnswer, ConsentVersionAnswer
    from helsebro_aws.claims.recorded.wordings import SpokenDecision

app = APIGatewayHttpResolver()
route = Routes(app)
consents, claims, claimants = DynamoPersonalConsents(), DynamoClaims(), Claimants()
guardians = DecidingGuardians()
NamedKind = TypeVar("NamedKind", bound=str)
MOST_CASES = 25
"""The decisions of each case of a page are read in a query of their own."""
CONSENT = "claims.consenting.consent_answer.AnyConsentAnswer"
OF_PERSON = "/v1/claims/<claim_id>/consent/personal"
SPOKEN: Mapping[PersonalKind, SpokenDecision] = {
    "general": "general-consent",
    "network-contact": "network-contact-consent",
}


@route.get(
    "/v1/consent-texts",
    allows={MEMBER, CASEWORKER},
    queries=("kind",),
    returns="Page[claims.consenting.consent_answer.ConsentVersionAnswer]",
)
def list_consent_texts(call: Call) -> HttpAnswer:
    """Lists the texts of the consents with their versions, all on one page; of one kind with `kind`.

    Read the one that is `current` before a decision: with `decidesFor` `child` for a child under 15, for whom
    a guardian decides, else with `self`. What was decided on an earlier version stays in force.
    """
    kind, today = _kind(call, CONSENT_KINDS), local_day(clock.now(), call.caller.country)
    items: list[ConsentVersionAnswer] = [
        {
            "kind": text.kind,
            "decidesFor": text.decides_for,
            "version": text.version,
            "validFrom": text.valid_from.isoformat(),
            "validUntil": text.valid_until.isoformat() if text.valid_until else None,
            "current": text == current_text(text.kind, today, text.decides_for),
            "title": text.title[call.language],
            "text": text.text[call.language],
        }
        for text in consent_texts()
        if kind in (None, text.kind)
    ]
    return HttpAnswer(200, {"items": items, "nextCursor": None})


@route.get(
    "/v1/me/consents",
    allows={MEMBER},
    queries=("limit", "cursor"),
    returns=f"Page[{CONSENT}]",
)
def list_my_consents(call: Call) -> HttpAnswer:
    """Lists the person's consents: first the two that belong to no case, then those of each case.

    Each has every decision, with the version of its text. After the person's own come the cases of each child
    under 15 for whom the person decides, with `personId`; the child reads who decided. `limit` counts the
    cases of a page; the consents to clinics come with their case.
    """
    by, at, cursor = call.caller, clock.now(), call.cursor()
    _, payers = claimants.listed(by, None)
    own = [] if cursor else of_person(consents, by.person_id, call.language)
    listed = {payer: (payer, by.person_id) for payer in payers}
    for child, theirs in claimants.children(by).items():
        listed.update({f"{child}/{payer}": (payer, child) for payer in theirs})
    asked = ShownClaims(by, at)

    def page_at(part: str, most: int, within: str | None) -> PayerPage[Claim]:
        payer, person_id = listed[part]
        return claims.page(payer, person_id, most, within, asked)

    found, following = page_across([*listed], page_at, min(call.limit(), MOST_CASES), cursor)
    of_cases = (_of_case(call, claim, at) for claim in found)
    items = [*own, *(consent for consents_of_case in of_cases for consent in consents_of_case)]
    return HttpAnswer(200, {"items": items, "nextCursor": following})


def _of_case(call: Call, claim: Claim, at: datetime) -> Iterator[AnyConsentAnswer]:
    for consent in of_case(claim, call.language, guardians.seen_by(call.caller, claim, at)):
        if claim.person_id != call.caller.person_id:
            consent["personId"] = claim.person_id
        yield consent


@route.put(
    "/v1/me/consent",
    allows={MEMBER},
    body="claims.consenting.consent_choice.NewPersonalConsentShape",
    returns=CONSENT,
    refuses={403: "not-yours-to-decide"},
)
def decide_my_consent(call: Call, body: consent_choice.NewPersonalConsentShape) -> HttpAnswer:
    """Gives, refuses or withdraws the general consent, or the one to contact about cover in the network.

    A yes is in force for a year; the same yes on a later day renews the year. The consents that were given in
    cases stay as they are: `GET /v1/me/consents` shows them.
    """
    made = consents.decide(body.kind, body.given, body.text_version, call.caller)
    return _answer(call, made)


@route.delete(
    "/v1/me/consent",
    allows={MEMBER},
    queries=("kind",),
    returns=CONSENT,
    refuses={403: "not-yours-to-decide"},
)
def withdraw_my_consent(call: Call) -> HttpAnswer:
    """Withdraws the general consent, or with `kind=network-contact` the one to contact about cover in the
    network, at any time (F4-14).

    Without a consent in force this changes nothing. The consents that were given in cases stay as they are.
    """
    return _answer(call, consents.withdraw(_kind(call, KINDS) or "general", call.caller))


def _answer(call: Call, made: PersonalConsent) -> HttpAnswer:
    history = consents.history(made.person_id, made.kind)
    return HttpAnswer(200, shown(made.kind, made.status, history, call.language))


def _kind(call: Call, known: Sequence[NamedKind]) -> NamedKind | None:
    """Returns ``?kind=``, None when it is absent. Raises ``BadInput`` for one that is not known here."""
    given = call.given("kind")
    kind = next((each for each in known if each == given), None)
    if given is not None and kind is None:
        raise BadInput([Fault("/kind", "unknown-consent-kind", ", ".join(known))], malformed=True)
    return kind


@route.get(OF_PERSON, allows={CASEWORKER}, returns=f"Page[{CONSENT}]")
def list_consents_of_person(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Lists the two consents of the person of a case that belong to no case, all on one page (F4-02).

    Each has every decision. They hold at all of the person's insurers; `evidence` is of your own staff.
    """
    claim = claims.visible(claim_id, call.caller)
    items = [_to_staff(call, known) for known in consents.every(claim.person_id)]
    return HttpAnswer(200, {"items": items, "nextCursor": None})


@route.put(
    f"{OF_PERSON}/<kind>",
    allows={CASEWORKER},
    body_shape="claims.consenting.consent_choice.RecordedConsentShape",
    returns=CONSENT,
    refuses={403: "not-yours-to-decide", 409: "consent-decided-since"},
)
def record_personal_consent(call: Call, claim_id: ClaimId, kind: str) -> HttpAnswer:
    """Records what the person of a case, who cannot log in, decided by phone or letter (F4-02).

    `kind` is `general` or `network-contact`. It is the decision of the person: the year of a yes begins when
    the person said or signed it, what was decided after that stays, and a child under 15 has none. The person
    is told at once what was recorded.
    """
    # Here, because the other routes do not record.
    from helsebro_aws.claims.consenting.consent_choice import RecordedConsentShape
    from helsebro_aws.claims.recorded.evidence_body import evidence_faults

    claim, named, at = claims.visible(claim_id, call.caller), kind_named(kind), clock.now()
    must_be_recorded_alone(claim, at)
    in_time = partial(faults_of_person, claim, at)
    body = call.read(RecordedConsentShape, evidence_faults(call.caller, SPOKEN[named], in_time))
    made = consents.record(named, body.given, claim, body.evidence.recorded_by(call.caller))
    return HttpAnswer(200, _to_staff(call, made))


def _to_staff(call: Call, known: PersonalConsent) -> AnyConsentAnswer:
    return of_person_to_staff(consents, known, call.caller.payer, call.language)


handler = route.handler

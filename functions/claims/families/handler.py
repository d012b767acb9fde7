"""Families: who are the confirmed guardians of a child, who is proposed, and the yes or no to it.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.caller import CASEWORKER, MEMBER, UNDERWRITING
from helsebro.identity.custody import Custody
from helsebro.ids import PersonId
from helsebro_aws.claims.custody.family_reading import FamilyReading
from helsebro_aws.claims.custody.family_view import family_shown
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro_aws.claims.custody import family_body

app = APIGatewayHttpResolver()
route = Routes(app)
reading = FamilyReading()


@route.get(
    "/v1/families/<person_id>",
    allows={MEMBER, CASEWORKER, UNDERWRITING},
    returns="claims.custody.family_answer.FamilyAnswer",
    refuses={404: "not-found"},
)
def read_family(call: Call, person_id: PersonId) -> HttpAnswer:
    """Returns the confirmed family of a child, and what happened to it (F4-20, F4-23).

    The child and the guardians see all of it, also after the 15th birthday. A guardian with ``onlyAt`` sees
    those of that payer, a proposed guardian the own proposal only, and one whom underwriting rejected sees
    why. Staff see who counts, or counted, in the cases of their payer, for a child whom it insures.
    """
    return _shown(call, reading.visible(person_id, call.caller))


@route.put(
    "/v1/families/<person_id>/guardians/<guardian_id>",
    allows={MEMBER, UNDERWRITING},
    body="claims.custody.family_body.GuardianAnswerBody",
    returns="claims.custody.family_answer.FamilyAnswer",
    refuses={
        403: "not-yours-to-decide",
        404: "not-found",
        409: "guardian-confirmed guardians-complete child-of-age",
    },
)
def answer_guardian(
    call: Call, body: family_body.GuardianAnswerBody, person_id: PersonId, guardian_id: PersonId
) -> HttpAnswer:
    """Says yes or no to a guardian of a child under 15.

    A guardian, and the person whom an enrolment proposes, each answer for themselves. The yes of all confirms
    the proposed one, in the cases of every payer. A guardian's no is shown to underwriting; that of the
    proposed person ends the proposal. When a payer's underwriting confirms the person, the guardian sees the
    cases of that payer only, and the other guardians are told. When it says no, it ends a guardian whom its
    own enrolment named, and any other guardian in the payer's own cases.
    """
    # Here, because a read has no body.
    from helsebro_aws.claims.custody.guardian_answers import GuardianAnswers

    by, at = call.caller, clock.now()
    reading.visible(person_id, by)

    def change(family: Custody) -> Custody:
        if by.payer:
            decide = family.confirm if body.confirmed else family.reject
            return decide(guardian_id, by.payer, at)
        answer = family.agree if body.confirmed else family.decline
        return answer(guardian_id, by.person_id, at)

    return _shown(call, GuardianAnswers().answer(person_id, guardian_id, change, at, by.payer))


def _shown(call: Call, family: Custody) -> HttpAnswer:
    by = call.caller
    names = reading.names(family, by)
    seen = family.seen_at(by.payer) if by.payer else family
    only = None if by.payer else family.in_sight_of(by.person_id)
    is_rejected = family.was_rejected(by.person_id) and only == frozenset({by.person_id})
    return HttpAnswer(200, family_shown(seen, names, clock.now(), only, is_rejected=is_rejected))


handler = route.handler

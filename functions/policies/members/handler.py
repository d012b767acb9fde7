"""Members: a person's own data, policies, family and mandates.

Trigger: HTTP API.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from helsebro.caller import MEMBER, Caller
from helsebro.identity.custody import Custody
from helsebro.identity.national_number import age
from helsebro.ids import PersonId
from helsebro.local_day import local_day
from helsebro.notifications.contact_record import ContactRecord
from helsebro.policies.family import access, has_guardian
from helsebro.policies.insured import Insured
from helsebro.policies.place import Place
from helsebro.policies.policy import Policy
from helsebro_aws.claims.dynamo_mandates import DynamoMandates, Held
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.identity.dynamo_custody import DynamoCustody
from helsebro_aws.notifications.contact.confirmed_places import ConfirmedPlaces
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.policies.dynamo_policies import DynamoPolicies

if TYPE_CHECKING:
    from functions.policies.members.answers import (
        FamilyMemberAnswer,
        HeldMandateAnswer,
        MeAnswer,
        OwnDataAnswer,
        OwnPolicyAnswer,
        PlaceInFamily,
    )

app = APIGatewayHttpResolver()
route = Routes(app)
people, policies, mandates = DynamoPeople(), DynamoPolicies(), DynamoMandates()
contacts, custodies = DynamoContacts(counted=ConfirmedPlaces().among), DynamoCustody()


@route.get("/v1/me", allows={MEMBER}, returns="answers.MeAnswer")
def read_me(call: Call) -> HttpAnswer:
    """Returns the logged-in person, with policies, family and mandates (F4-18 to F4-23).

    The family has the confirmed guardian's children, whoever is their main insured person. Of each
    member it says what the person may see. What an enrolment alone says of a child opens nothing
    (``GET /v1/families/{personId}``). To a child under 15 it has the confirmed guardians, who decide.
    """
    household = people.household(call.caller.person_id)
    known = policies.behind(household.own)
    today = local_day(clock.now(), call.caller.country)
    held = mandates.held_by(call.caller.person_id)
    givers = {mandate.person_id for mandate in held}
    relatives = [*household.family, *_children_elsewhere(call.caller.person_id, household.family)]
    families = _families(relatives)
    reached = contacts.current(call.caller.person_id, call.caller.country, household.own)
    shown: MeAnswer = {
        "person": _person(call.caller, household.own, reached, today),
        "policies": [_policy(place, known[place.policy_id], today) for place in household.own],
        "family": [
            _member(member, place, member.person_id in givers)
            for member in _latest(relatives)
            if (place := _place(call.caller, families.get(member.person_id), _payers(relatives, member)))
            or member.person_id in givers
        ]
        + _guardians(call.caller, household.own, today),
        "mandates": [_mandate(mandate) for mandate in held],
    }
    return HttpAnswer(200, shown)


def _person(caller: Caller, own: Sequence[Insured], reached: ContactRecord, today: date) -> OwnDataAnswer:
    reported = _latest(own)[-1] if own else None
    return {
        "personId": caller.person_id,
        "bornOn": to_item(caller.born_on),
        "age": age(caller.born_on, today) if caller.born_on else None,
        "name": reported.name if reported else None,
        "email": reached.email,
        "phone": reached.phone,
    }


def _policy(place: Insured, policy: Policy, today: date) -> OwnPolicyAnswer:
    """Returns the policy as it is today; a person leaves it when it ends (R-1403)."""
    current = Place(place, policy, today)
    agreed = current.policy
    return {
        "policyId": agreed.policy_id,
        "payer": agreed.payer,
        "number": agreed.number,
        "product": agreed.product,
        "policyholder": to_item(agreed.policyholder),
        "modules": to_item(agreed.modules),
        "annualSum": to_item(agreed.annual_sum),
        "enrolledOn": to_item(place.enrolled_on),
        "leftOn": to_item(current.last_day),
        "relation": place.relation,
        "scheme": place.scheme,
    }


def _children_elsewhere(guardian_id: PersonId, family: Sequence[Insured]) -> list[Insured]:
    """Returns the places of children whom another main insured person's policy insures (F4-23)."""
    known = {member.person_id for member in family}
    places = [
        place for child in custodies.children_of(guardian_id) - known for place in people.each_place(child)
    ]
    return [place for place in places if place.relation == "child"]


def _guardians(caller: Caller, own: Sequence[Insured], today: date) -> list[FamilyMemberAnswer]:
    """Returns the confirmed guardians of a child under 15, who may know them all."""
    if not any(has_guardian(place, today) for place in own):
        return []
    family = custodies.find(caller.person_id)
    if family is None or family.is_over(clock.now()):
        return []
    # Here, because few who call are children.
    from helsebro_aws.claims.custody.guardian_names import GuardianNames

    names = GuardianNames().in_family(family)
    confirmed = dict.fromkeys(each.person_id for each in family.guardians)
    return [_guardian(guardian_id, names.get(guardian_id)) for guardian_id in confirmed]


def _guardian(guardian_id: PersonId, name: str | None) -> FamilyMemberAnswer:
    return {
        "personId": guardian_id,
        "name": name,
        "age": None,
        "access": "none",
        "place": None,
        "decidesForYou": True,
    }


def _payers(places: Sequence[Insured], member: Insured) -> frozenset[str]:
    """Returns the payers that insure a member of the family as such."""
    return frozenset(place.payer for place in places if place.person_id == member.person_id)


def _families(members: Sequence[Insured]) -> Mapping[PersonId, Custody]:
    """Returns the stored families of the children, in one read."""
    children = {member.person_id for member in members if member.relation == "child"}
    return custodies.of_all(children) if children else {}


def _place(caller: Caller, family: Custody | None, payers: frozenset[str]) -> PlaceInFamily | None:
    """Returns what the caller is to a child at one of these payers; None after a no to the enrolment.

    Where no family is stored, the enrolment was made before, and it counts.
    """
    if family is None or any(family.is_guardian(caller.person_id, payer) for payer in payers):
        return "guardian"
    if family.proposal(caller.person_id):
        return "proposed"
    return "rejected" if family.was_rejected(caller.person_id) else None


def _member(member: Insured, place: PlaceInFamily | None, has_mandate: bool) -> FamilyMemberAnswer:
    today = local_day(clock.now(), member.country)
    is_under_age = has_guardian(member, today)
    # A stranger's enrolment of a child opens nothing, so it tells nothing of the child either (F4-20).
    is_shown = place != "rejected" or has_mandate
    return {
        "personId": member.person_id,
        "name": member.name if is_shown else None,
        "age": age(member.born_on, today) if is_shown else None,
        "access": access(member, today, is_guardian=place == "guardian", has_mandate=has_mandate),
        "place": place if is_under_age else None,
    }


def _mandate(held: Held) -> HeldMandateAnswer:
    return {
        "mandateId": held.mandate_id,
        "claimId": held.claim_id,
        "personId": held.person_id,
        "powers": list(held.powers),
    }


def _latest(places: Sequence[Insured]) -> list[Insured]:
    """Returns one place for each person: the latest enrolment when there are several."""
    by_enrolment = sorted(places, key=lambda place: place.enrolled_on)
    return list({place.person_id: place for place in by_enrolment}.values())


handler = route.handler

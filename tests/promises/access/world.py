"""The world of the proof: four households, two clinics, and everything that belongs to them, made once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from helsebro.ids import PersonId, PolicyId
from tests.builders.calls import staff
from tests.builders.people.families import answer as answer_about_guardian
from tests.builders.policies import insured_of, payer_of, policy_of
from tests.promises.access.clinics import StagedClinic, onboarded
from tests.promises.access.households import COMPANIES, GRETE, HOUSEHOLDS, OWNERS, Household
from tests.promises.access.things import Things
from tests.suite.moto import moto_state

People = dict[str, tuple[PolicyId, PersonId]]
"""By CPR number: the policy and the id of each insured person."""


@dataclass(frozen=True)
class World:
    """The things of each household, by its name, the clinics, and what the tables hold of them."""

    things: Mapping[str, Mapping[str, str]]
    clinics: Mapping[str, StagedClinic]
    stored: bytes = field(repr=False)


def world() -> World:
    """Makes the world."""
    for payer in ("tryg", "gjensidige"):
        payer_of(payer)
    clinics = {name: onboarded(name) for name in OWNERS}
    people = _insured()
    things = {one.name: _things(one, clinics[one.clinic], people).make() for one in HOUSEHOLDS}
    return World(things, clinics, moto_state.tables_now("cases", "people", "network"))


def _things(one: Household, clinic: StagedClinic, people: People) -> Things:
    policy_id, person_id = people[one.person]
    guardian = GRETE if GRETE in one.guardians else one.acting
    return Things(one, clinic, policy_id, person_id, people[one.acting][1], people[guardian][1])


def _insured() -> People:
    policies = {pair: _policy(*pair) for pair in sorted({(one.payer, one.employer) for one in HOUSEHOLDS})}
    people: People = {}
    for one in sorted(HOUSEHOLDS, key=lambda each: bool(each.guardians)):
        policy_id, by = policies[one.payer, one.employer], staff("underwriting", payer=one.payer)
        if one.guardians and one.acting not in people:
            people[one.acting] = policy_id, insured_of(policy_id, cpr=one.acting, name="Dora Dahl", by=by)
        child = {"relation": "child", "mainInsuredPersonId": people[one.acting][1]} if one.guardians else {}
        name = f"{one.name.title()} Berg"
        people[one.person] = policy_id, insured_of(policy_id, cpr=one.person, name=name, by=by, **child)
    _second_guardian(policies["tryg", "vest"], people)
    return people


def _policy(payer: str, employer: str) -> PolicyId:
    holder = {"name": employer.title(), "cvr": COMPANIES[employer]}
    return policy_of(payer, number=f"P-{employer}", policyholder=holder)


def _second_guardian(policy_id: PolicyId, people: People) -> None:
    """Grete enrols Carl as her child too, and underwriting confirms it."""
    carl = next(one for one in HOUSEHOLDS if one.name == "carl")
    grete = insured_of(policy_id, cpr=GRETE, name="Grete Holm")
    insured_of(policy_id, cpr=carl.person, name="Carl Berg", relation="child", mainInsuredPersonId=grete)
    by = staff("underwriting", payer=carl.payer)
    people[GRETE] = policy_id, grete
    assert answer_about_guardian(people[carl.person][1], grete, by).status == 200

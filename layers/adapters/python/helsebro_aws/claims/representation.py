"""Representation: for whom a caller may ask: oneself, a child under 15, by mandate, or a payer's insured."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from helsebro.benefits.case import Case
from helsebro.caller import Caller
from helsebro.claims.claim import SEEN_BY, Claim
from helsebro.claims.mandate import Power
from helsebro.errors import BadInput, Fault, NotFound
from helsebro.local_day import local_day
from helsebro.policies.family import access
from helsebro.policies.insured import Insured
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.platform import clock
from helsebro_aws.policies.covers import Covered
from helsebro_aws.policies.dynamo_insured import DynamoPeople


@dataclass(frozen=True)
class Sight:
    """What somebody may see of a person: its places in policies, each with its cover.

    By mandate they are the policies of the ``cases`` it is given in, and only what these are about; None is
    without such bounds. Of the staff those see no case's treatments who may read no case.
    """

    covered: list[Covered]
    cases: tuple[Case, ...] | None = None

    def shows(self, treatment: str) -> bool:
        """Whether the person's earlier treatments of this type are the caller's to know."""
        return self.cases is None or any(case.treatment == treatment for case in self.cases)


class Representation:
    """Worked out at every call: it ends with a child's 15th birthday and with a mandate (F4-18 to F4-23)."""

    def __init__(self, on: Tables = tables) -> None:
        self.people = DynamoPeople(on)
        self.tables = on

    def covered(
        self, by: Caller, person_id: str | None, power: Power, on: date | None = None
    ) -> list[Covered]:
        """The places of ``sight``, with their covers."""
        return self.sight(by, person_id, power, on).covered

    def sight(self, by: Caller, person_id: str | None, power: Power, on: date | None = None) -> Sight:
        """What the caller may see of the person's covers.

        None for somebody insured nowhere, where that is oneself, or whom a payer's staff ask for. ``on`` is
        the day whose policies are asked for, today unless told. Raises ``NotFound`` when the person is none
        of the caller's, ``BadInput`` when staff name nobody.
        """
        if by.payer:
            cases = None if by.rights & SEEN_BY else ()
            return Sight(self.people.covered_at(by.payer, named(person_id), on), cases)
        if person_id in (None, by.person_id):
            return Sight(self.people.covered(by.person_id, on))
        children = self._of_child(by, str(person_id), on)
        found = Sight(children) if children else self._by_mandate(by, str(person_id), power, on)
        if not found.covered:
            raise NotFound()
        return found

    def payers(self, by: Caller, person_id: str | None) -> tuple[str, list[str]]:
        """The person a caller asks about, and the payers to ask. Raises ``NotFound``, ``BadInput``."""
        if by.payer:
            return named(person_id), [by.payer]
        if person_id in (None, by.person_id):
            return by.person_id, self.people.payers_of(by.person_id)
        family = self.people.family_of(by.person_id)
        payers = {member.payer for member in family if _is_open(member, str(person_id))}
        if not payers:
            payers = {claim.payer for claim in self._mandated(str(person_id), by, "contact")}
        if not payers:
            raise NotFound()
        return str(person_id), sorted(payers)

    def _of_child(self, by: Caller, person_id: str, on: date | None) -> list[Covered]:
        family = self.people.covered_family(by.person_id, on)
        return [(place, cover) for place, cover in family if _is_open(place, person_id)]

    def _mandated(self, person_id: str, by: Caller, power: Power) -> list[Claim]:
        """The person's claims by whose mandate the caller may; its code is loaded for who asks by one."""
        from helsebro_aws.claims.dynamo_mandates import DynamoMandates

        return DynamoMandates(self.tables).claims_of(person_id, by, power)

    def _by_mandate(self, by: Caller, person_id: str, power: Power, on: date | None) -> Sight:
        claims = self._mandated(person_id, by, power)
        policies = {claim.policy_id for claim in claims}
        covered = [
            (place, cover)
            for payer in sorted({claim.payer for claim in claims})
            for place, cover in self.people.covered_at(payer, person_id, on)
            if place.policy_id in policies
        ]
        return Sight(covered, tuple(Case(claim.claim_id, claim.treatment_type) for claim in claims))


def is_guardian(by: Caller, of: Insured) -> bool:
    """Whether the caller still decides for this child (F4-20)."""
    return of.main_insured_person_id == by.person_id and _is_open(of, of.person_id)


def named(person_id: str | None) -> str:
    """The person that staff ask for. Raises ``BadInput`` when they name nobody."""
    if not person_id:
        raise BadInput([Fault("/personId", "person-missing", "")])
    return person_id


def _is_open(member: Insured, person_id: str) -> bool:
    """Whether this is the one asked for, and a child whose guardian decides on this local day."""
    today = local_day(clock.now(), member.country)
    return member.person_id == person_id and access(member, today) == "full"

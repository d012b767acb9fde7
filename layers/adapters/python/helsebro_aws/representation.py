"""Representation: for whom a caller may ask: oneself, a child under 15, by mandate, or a payer's insured."""

from __future__ import annotations

from datetime import date

from helsebro.caller import Caller
from helsebro.errors import BadInput, Fault, NotFound
from helsebro.family import access
from helsebro.insured import Insured
from helsebro.local_day import local_day
from helsebro.mandate import Power
from helsebro_aws import clock
from helsebro_aws.covers import Covered
from helsebro_aws.dynamo_mandates import DynamoMandates
from helsebro_aws.dynamo_people import DynamoPeople
from helsebro_aws.table import Tables, tables


class Representation:
    """Worked out at every call: it ends with a child's 15th birthday and with a mandate (F4-18 to F4-23)."""

    def __init__(self, on: Tables = tables) -> None:
        self.people = DynamoPeople(on)
        self.mandates = DynamoMandates(on)

    def covered(
        self, by: Caller, person_id: str | None, power: Power, on: date | None = None
    ) -> list[Covered]:
        """The person's places in policies with their covers, as far as the caller may ask about them.

        None for somebody insured nowhere, where that is oneself, or whom a payer's staff ask for. By mandate
        they are the policies of the cases it is given in. ``on`` is the day whose policies are asked for,
        today unless told. Raises ``NotFound`` when the person is none of the caller's, ``BadInput`` when
        staff name nobody.
        """
        if by.payer:
            return self.people.covered_at(by.payer, named(person_id), on)
        if person_id in (None, by.person_id):
            return self.people.covered(by.person_id, on)
        found = self._of_child(by, str(person_id), on) or self._by_mandate(by, str(person_id), power, on)
        if not found:
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
            payers = {claim.payer for claim in self.mandates.claims_of(str(person_id), by, "contact")}
        if not payers:
            raise NotFound()
        return str(person_id), sorted(payers)

    def _of_child(self, by: Caller, person_id: str, on: date | None) -> list[Covered]:
        family = self.people.covered_family(by.person_id, on)
        return [(place, cover) for place, cover in family if _is_open(place, person_id)]

    def _by_mandate(self, by: Caller, person_id: str, power: Power, on: date | None) -> list[Covered]:
        claims = self.mandates.claims_of(person_id, by, power)
        policies = {claim.policy_id for claim in claims}
        return [
            (place, cover)
            for payer in sorted({claim.payer for claim in claims})
            for place, cover in self.people.covered_at(payer, person_id, on)
            if place.policy_id in policies
        ]


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

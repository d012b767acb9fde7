"""Claimants: whose claims a caller may report and list, and under which policy a new one falls."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from helsebro.caller import Caller
from helsebro.claim_report import Reporter
from helsebro.errors import BadInput, Fault, NotFound, Refused
from helsebro.family import access
from helsebro.insured import Insured
from helsebro.local_day import local_day
from helsebro_aws import clock
from helsebro_aws.dynamo_people import DynamoPeople
from helsebro_aws.table import Tables, tables

if TYPE_CHECKING:
    from helsebro.coverage import Cover

FIRST_CHOICE = "SF1706"
"""Of a person with two policies and a cause nobody knows yet, the one for leisure."""


class Claimants:
    """Members for themselves and their children under 15 (F4-23), caseworkers for their payer's insured."""

    def __init__(self, on: Tables = tables) -> None:
        self.people = DynamoPeople(on)

    def places(self, by: Caller, person_id: str | None) -> list[Insured]:
        """The person's places in policies, as far as the caller may report under them.

        Raises ``NotFound`` for a person who is none of the caller's, ``Refused`` for one insured nowhere.
        """
        if by.payer:
            found = self.people.insured(by.payer, _named(person_id))
        elif person_id in (None, by.person_id):
            payers = self.people.payers_of(by.person_id)
            found = [place for payer in payers for place in self.people.insured(payer, by.person_id)]
        else:
            found = self._child(by.person_id, str(person_id), clock.now())
        if not found:
            raise Refused("not-insured")
        return found

    def payers(self, by: Caller, person_id: str | None) -> tuple[str, list[str]]:
        """Whose claims a caller lists, and at which payers. Raises ``NotFound``."""
        if by.payer:
            return _named(person_id), [by.payer]
        if person_id in (None, by.person_id):
            return by.person_id, self.people.payers_of(by.person_id)
        places = self._child(by.person_id, str(person_id), clock.now())
        return str(person_id), sorted({place.payer for place in places})

    def covered_by(self, places: list[Insured], cause: str) -> tuple[Insured, Cover]:
        """The place and the cover that a claim of this cause falls under (R-301), enrolled before left."""
        from helsebro.coverage import fitting_cover

        today = clock.now()
        pairs = [
            pair for payer in sorted({place.payer for place in places}) for pair in self._at(payer, places)
        ]
        pairs.sort(key=lambda pair: _rank(pair[0], local_day(today, pair[0].country)))
        fitting = fitting_cover(cause, [cover for _, cover in pairs])
        assert fitting is not None
        is_it = (replace(cover, other_product=fitting.other_product) == fitting for _, cover in pairs)
        return next(place for (place, _), it in zip(pairs, is_it, strict=True) if it), fitting

    def _at(self, payer: str, places: list[Insured]) -> list[tuple[Insured, Cover]]:
        there = [place for place in places if place.payer == payer]
        covers = {cover.policy_number: cover for cover in self.people.cover(payer, there[0].person_id)}
        return [(place, covers[place.policy_number]) for place in there]

    def _child(self, guardian_id: str, person_id: str, at: datetime) -> list[Insured]:
        places = [
            child
            for child in self.people.children_of(guardian_id)
            if child.person_id == person_id and access(child, local_day(at, child.country)) == "full"
        ]
        if not places:
            raise NotFound()
        return places


def reporter(by: Caller, insured: Insured) -> Reporter:
    """As what the caller reports for the person."""
    if by.payer:
        return "caseworker"
    return "member" if by.person_id == insured.person_id else "guardian"


def _rank(place: Insured, today: date) -> tuple[bool, bool, str]:
    return not place.is_enrolled(today), place.product != FIRST_CHOICE, place.policy_number


def _named(person_id: str | None) -> str:
    if not person_id:
        raise BadInput([Fault("/personId", "person-missing", "")])
    return person_id

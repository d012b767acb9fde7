"""Claimants: whose claims a caller may report and list, and under which policy a new one falls."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from helsebro.caller import Caller
from helsebro.claim_report import Reporter
from helsebro.errors import BadInput, Fault, NotFound, Refused
from helsebro.family import access
from helsebro.insured import Insured
from helsebro.local_day import local_day
from helsebro_aws import clock
from helsebro_aws.dynamo_people import Covered, DynamoPeople
from helsebro_aws.table import Tables, tables

FIRST_CHOICE = "leisure"
"""Of a person with two policies and a cause nobody knows yet, the one for this cause."""


class Claimants:
    """Members for themselves and their children under 15 (F4-23), caseworkers for their payer's insured."""

    def __init__(self, on: Tables = tables) -> None:
        self.people = DynamoPeople(on)

    def covered(self, by: Caller, person_id: str | None) -> list[Covered]:
        """The person's places in policies with their covers, as far as the caller may report under them.

        Raises ``NotFound`` for a person who is none of the caller's, ``Refused`` when the caller is one
        insured nowhere.
        """
        if person_id in (None, by.person_id) and not by.payer:
            found = self.people.covered(by.person_id)
            if not found:
                raise Refused("not-insured")
            return found
        if by.payer:
            found = self.people.covered_at(by.payer, _named(person_id))
        else:
            family = self.people.covered_family(by.person_id)
            found = [(place, cover) for place, cover in family if _is_open_child(place, str(person_id))]
        if not found:
            raise NotFound()
        return found

    def listed(self, by: Caller, person_id: str | None) -> tuple[str | None, list[str]]:
        """Whose claims a caller lists, and at which payers; staff who name nobody list their payer's.

        Raises ``NotFound``.
        """
        return (None, [by.payer]) if by.payer and not person_id else self.payers(by, person_id)

    def payers(self, by: Caller, person_id: str | None) -> tuple[str, list[str]]:
        """The person a caller asks about, and the payers to ask. Raises ``NotFound``, ``BadInput``."""
        if by.payer:
            return _named(person_id), [by.payer]
        if person_id in (None, by.person_id):
            return by.person_id, self.people.payers_of(by.person_id)
        children = self.people.children_of(by.person_id)
        payers = {child.payer for child in children if _is_open_child(child, str(person_id))}
        if not payers:
            raise NotFound()
        return str(person_id), sorted(payers)


def fitting(covered: list[Covered], cause: str) -> Covered:
    """The place and the cover that a claim of this cause falls under (R-301), enrolled before left."""
    from helsebro.coverage import fitting_cover

    at = clock.now()
    ranked = sorted(covered, key=lambda pair: _rank(pair[0], local_day(at, pair[0].country)))
    chosen = fitting_cover(cause, [cover for _, cover in ranked])
    assert chosen is not None
    is_it = (replace(cover, other_product=chosen.other_product) == chosen for _, cover in ranked)
    return next(place for (place, _), it in zip(ranked, is_it, strict=True) if it), chosen


def reporter(by: Caller, insured: Insured) -> Reporter:
    """As what the caller reports for the person."""
    if by.payer:
        return "caseworker"
    return "member" if by.person_id == insured.person_id else "guardian"


def _is_open_child(place: Insured, person_id: str) -> bool:
    """Whether this is the child asked for, and still one whose guardian decides (F4-20)."""
    today = local_day(clock.now(), place.country)
    return place.person_id == person_id and place.relation == "child" and access(place, today) == "full"


def _rank(place: Insured, today: date) -> tuple[bool, bool, str]:
    from helsebro.coverage import cause_of

    return not place.is_enrolled(today), cause_of(place.product) != FIRST_CHOICE, place.policy_number


def _named(person_id: str | None) -> str:
    if not person_id:
        raise BadInput([Fault("/personId", "person-missing", "")])
    return person_id

"""Claimants: whose claims a caller may report and list, and under which policy a new one falls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.caller import Caller
from helsebro.claims.report import Reporter
from helsebro.errors import NotFound, Refused
from helsebro.ids import PersonId
from helsebro.local_day import local_day
from helsebro.policies.insured import Insured
from helsebro_aws.claims.representation import Representation, is_guardian
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro.coverage.question.question import Question
    from helsebro.policies.covers import Covered


class Claimants:
    """Members for themselves, children under 15 (F4-23) and by mandate; caseworkers for their payer's."""

    def __init__(self, on: Tables = tables) -> None:
        self.representation = Representation(on)

    def covered(self, by: Caller, person_id: PersonId | None) -> list[Covered]:
        """The person's places in policies with their covers, as far as the caller may report under them.

        Raises ``NotFound`` for a person who is none of the caller's, ``Refused`` when the caller is one
        insured nowhere.
        """
        found = self.representation.covered(by, person_id, "act")
        if not found:
            raise NotFound() if by.payer else Refused("not-insured")
        return found

    def listed(self, by: Caller, person_id: PersonId | None) -> tuple[PersonId | None, list[str]]:
        """Whose claims a caller lists, and at which payers; staff who name nobody list their payer's.

        Raises ``NotFound``.
        """
        if by.payer and not person_id:
            return None, [by.payer]
        return self.representation.payers(by, person_id)


def fitting(covered: list[Covered], asked: Question) -> Covered:
    """The place and the cover that a claim falls under: the one that answers a simulation of it (R-301)."""
    from helsebro.coverage.choice import best_cover
    from helsebro_aws.benefits.known_history import history_of

    today = local_day(clock.now(), covered[0][0].country)
    history = history_of(asked, covered, today)
    chosen = best_cover(asked, [cover for _, cover in covered], today, history)
    assert chosen is not None
    return next(place for place, cover in covered if cover.policy_id == chosen.policy_id), chosen


def reporter(by: Caller, insured: Insured) -> Reporter:
    """As what the caller reports for the person."""
    if by.payer:
        return "caseworker"
    if by.person_id == insured.person_id:
        return "member"
    return "guardian" if is_guardian(by, insured) else "holder"

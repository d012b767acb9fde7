"""Claimants: whose claims a caller may report and list, and the policy of a new claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.caller import Caller
from helsebro.claims.facts.case_fact import FactRole
from helsebro.errors import NotFound, Refused
from helsebro.ids import PersonId
from helsebro.local_day import local_day
from helsebro.policies.insured import Insured
from helsebro_aws.claims.representation import Representation, is_guardian
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.identity.dynamo_custody import DynamoCustody
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro.coverage.question.question import Earlier, Question
    from helsebro.policies.covers import Covered


class Claimants:
    """Members report for themselves, their children under 15 (F4-23) and by mandate; caseworkers for the
    insured of their payer.
    """

    def __init__(self, on: Tables = tables) -> None:
        self.representation, self.custodies = Representation(on), DynamoCustody(on)

    def covered(self, by: Caller, person_id: PersonId | None) -> list[Covered]:
        """Returns the person's enrolments, with covers, that the caller may report a claim under.

        Raises ``NotFound`` when the caller may not report for the person, ``Refused`` when the caller has no
        policy.
        """
        found = self.representation.covered(by, person_id, "act")
        if not found:
            raise NotFound() if by.payer else Refused("not-insured")
        return found

    def guardian(self, by: Caller, insured: Insured) -> PersonId | None:
        """Returns the guardian of a child's new claim: the caller, or the first one at the claim's payer.

        None when underwriting has ended every guardian. Where no family is stored, the enrolment was made
        before, and its main insured person counts.
        """
        if insured.relation != "child":
            return None
        if is_guardian(by, insured):
            return by.person_id
        family = self.custodies.find(insured.person_id)
        if family is None:
            return insured.main_insured_person_id
        return next(iter(family.guardians_at(insured.payer)), None)

    def listed(self, by: Caller, person_id: PersonId | None) -> tuple[PersonId | None, list[str]]:
        """Returns whose claims a caller lists, and at which payers; None is every person of the payer.

        Raises ``NotFound`` when the caller may not list the person's claims.
        """
        if by.payer and not person_id:
            return None, [by.payer]
        return self.representation.payers(by, person_id)

    def children(self, by: Caller) -> dict[PersonId, list[str]]:
        """Returns the payers of each child under 15 whose confirmed guardian a member is."""
        children = sorted(self.custodies.children_of(by.person_id))
        payers = {child: sorted(self.representation.payers_of_child(by, child)) for child in children}
        return {child: theirs for child, theirs in payers.items() if theirs}


def fitting(covered: list[Covered], asked: Question) -> Covered:
    """Returns the enrolment and cover of a new claim: those that a simulation of it would choose (R-301)."""
    from helsebro.coverage.choice import best_cover
    from helsebro_aws.benefits.known_history import history_of

    today = local_day(clock.now(), covered[0][0].country)
    history = history_of(asked, covered, today)
    chosen = best_cover(asked, [cover for _, cover in covered], today, history)
    assert chosen is not None
    return next(insured for insured, cover in covered if cover.policy_id == chosen.policy_id), chosen


def earlier_treatments(asked: Question, under: Covered) -> tuple[Earlier, ...]:
    """Returns the person's earlier treatments as they count for a new claim under a policy."""
    from helsebro_aws.benefits.known_history import history_of

    insured, cover = under
    return history_of(asked, [under], local_day(clock.now(), insured.country))(cover)


def reporter(by: Caller, insured: Insured) -> FactRole:
    """Returns the caller's role towards the person."""
    if by.payer:
        return "caseworker"
    if by.person_id == insured.person_id:
        return "member"
    return "guardian" if is_guardian(by, insured) else "holder"

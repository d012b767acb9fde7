"""Carrying: whether claims of a child may fall under the policy that an enrolment names (F4-20, R-301)."""

from __future__ import annotations

from datetime import datetime

from helsebro.identity.custody import Custody
from helsebro.ids import PersonId


def carries(family: Custody, main_insured: PersonId, payer: str, at: datetime) -> bool:
    """Whether claims of the child may fall under this person's policy at a payer.

    An enrolment that nothing confirms carries none until the child is 15 and decides alone, and one that
    underwriting rejected, or the person withdrew, never does.
    """
    if family.is_guardian(main_insured, payer):
        return True
    is_refused = any((each.person_id, each.payer) == (main_insured, payer) for each in family.refused)
    return family.is_over(at) and not is_refused

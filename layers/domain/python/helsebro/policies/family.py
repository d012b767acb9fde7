"""Family: what the main insured person may see about the others (F4-20, F4-21, F4-23, Q32).

Access is not stored: every read computes it from the age, so that it ends at the local midnight at which a
child turns 15.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from helsebro.identity.coming_of_age import fifteenth_birthday
from helsebro.policies.insured import Insured

Access = Literal["full", "mandate", "none"]


def access(member: Insured, on: date, *, is_guardian: bool = True, has_mandate: bool = False) -> Access:
    """Returns what the main insured person may see about a member of the family on a (local) day.

    ``full`` for a child under 15 whose confirmed guardian the person is; for other children and a spouse only
    the cases with a mandate.
    """
    if is_guardian and member.relation == "child" and on < fifteenth_birthday(member.born_on):
        return "full"
    return "mandate" if has_mandate else "none"


def has_guardian(member: Insured, on: date) -> bool:
    """Whether a guardian decides for the member on a (local) day: a child under 15 (F4-20).

    Who the guardian is, the confirmed family says (``identity.custody``), and no enrolment.
    """
    return access(member, on) == "full"

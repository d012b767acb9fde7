"""Family: what the main insured person may see about the others (F4-20, F4-21, F4-23, Q32).

Access is not stored: every read computes it from the age, so that it ends at the local midnight at which a
child turns 15.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from helsebro.policies.insured import Insured

Access = Literal["full", "mandate", "none"]
OWN_LOGIN_AGE = 15


def fifteenth_birthday(born_on: date) -> date:
    """Returns the first day on which a child decides alone; 1 March for a birthday on 29 February."""
    try:
        return born_on.replace(year=born_on.year + OWN_LOGIN_AGE)
    except ValueError:
        return date(born_on.year + OWN_LOGIN_AGE, 3, 1)


def access(member: Insured, on: date, *, has_mandate: bool = False) -> Access:
    """Returns what the main insured person may see about a member of the family on a (local) day.

    ``full`` for a child under 15; for older children and a spouse only the cases with a mandate.
    """
    if member.relation == "child" and on < fifteenth_birthday(member.born_on):
        return "full"
    return "mandate" if has_mandate else "none"


def has_guardian(member: Insured, on: date) -> bool:
    """Whether the main insured person decides for the member on a (local) day: a child under 15 (F4-20)."""
    return access(member, on) == "full"

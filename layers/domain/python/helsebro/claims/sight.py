"""Sight: what a caller may see of a person's covers (F4-18 to F4-23).

It is worked out anew at every call: it ends with a child's 15th birthday and with a mandate.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from helsebro.benefits.case import Case
from helsebro.caller import Caller
from helsebro.claims.claim import SEEN_BY, Claim

if TYPE_CHECKING:
    from helsebro.policies.covers import Covered


@dataclass(frozen=True)
class Sight:
    """The person's enrolments that the caller sees, each with its cover.

    ``cases`` bounds what the caller may know of the person's treatments to what these cases are about; None
    sets no bounds.
    """

    covered: list[Covered]
    cases: tuple[Case, ...] | None = None

    def shows(self, treatment: str) -> bool:
        """Whether the caller may know of the person's earlier treatments of this type."""
        return self.cases is None or any(case.treatment == treatment for case in self.cases)


def by_own_right(covered: list[Covered]) -> Sight:
    """Returns the sight of the person, or of the guardian of a child under 15 (F4-20, F4-23)."""
    return Sight(covered)


def by_staff(caller: Caller, covered: list[Covered]) -> Sight:
    """Returns the sight of a payer's staff: no treatments for a role that may read no case."""
    return Sight(covered, None if caller.rights & SEEN_BY else ())


def by_mandate(claims: Iterable[Claim], covered: Iterable[Covered]) -> Sight:
    """Returns the sight of who holds a mandate in these claims: their policies and what they are about."""
    given_in = tuple(claims)
    policies = {claim.policy_id for claim in given_in}
    seen = [(insured, cover) for insured, cover in covered if insured.policy_id in policies]
    return Sight(seen, tuple(Case(claim.claim_id, claim.treatment_type) for claim in given_in))

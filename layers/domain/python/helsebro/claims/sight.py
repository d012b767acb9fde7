"""Sight: what a caller may see of a person's covers (F4-18 to F4-23).

It is computed on every call, because it ends with a child's 15th birthday and with a mandate.
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
    """The person's enrolments that the caller may see, each with its cover.

    When ``cases`` is set, the caller may know only of treatments of the types of these cases; None sets no
    limit.
    """

    covered: list[Covered]
    cases: tuple[Case, ...] | None = None

    def shows(self, treatment: str) -> bool:
        """Returns whether the caller may know of the person's earlier treatments of this type."""
        return self.cases is None or any(case.treatment == treatment for case in self.cases)


def by_own_right(covered: list[Covered]) -> Sight:
    """Returns what the person, or the guardian of a child under 15, may see (F4-20, F4-23)."""
    return Sight(covered)


def by_staff(caller: Caller, covered: list[Covered]) -> Sight:
    """Returns what a payer's staff may see: no treatments for a role that may not read cases."""
    return Sight(covered, None if caller.rights & SEEN_BY else ())


def by_mandate(claims: Iterable[Claim], covered: Iterable[Covered]) -> Sight:
    """Returns what the holder of a mandate in these claims may see: the claims' policies and treatments."""
    mandated = tuple(claims)
    policies = {claim.policy_id for claim in mandated}
    seen = [(insured, cover) for insured, cover in covered if insured.policy_id in policies]
    return Sight(seen, tuple(Case(claim.claim_id, claim.treatment_type) for claim in mandated))

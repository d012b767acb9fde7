"""A person's cover: the current policy and the person's place in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from helsebro.coverage.question.windows import end_of_seventieth
from helsebro.money import Money

if TYPE_CHECKING:
    from helsebro.coverage.question.cover_rates import CoverRate
    from helsebro.coverage.question.former import Former


HOMES: Mapping[str, str] = {"DKK": "DK", "NOK": "NO"}
"""The country whose payers pay in a currency; the profiles of countries hold texts, which no rule reads."""


@dataclass(frozen=True)
class Cover:
    """One insured person under one policy.

    ``policy_year_start`` is ``MM-DD``; ``modules`` are those of ``POST /v1/policies``; ``left_on`` is the
    last day of the enrolment. ``other_product`` is the product of a second policy of the same person, if any
    (work besides leisure, or the reverse), ``other_sum`` its annual sum when the same policyholder holds both
    (R-1303). ``parameters`` override the defaults of the terms. ``sum_index`` are the index's steps: the
    1 January and the percent (R-1318). ``suspended`` are the periods without cover for an unpaid premium:
    the first day, and the day of payment, None while it is unpaid (R-1402). ``rates`` are those of the
    tariffs that a rule pays by, on the day of the cover (R-834, R-1108).
    """

    policy_number: str
    product: str
    effective_from: date
    policy_year_start: str
    modules: frozenset[str]
    annual_sum: Money
    enrolled_on: date
    country: str = "DK"
    public_health_insurance: bool = True
    seniority_from: date | None = None
    relation: str = "employee"
    scheme: str = "company"
    born_on: date | None = None
    left_on: date | None = None
    other_product: str | None = None
    parameters: Mapping[str, object] = field(default_factory=dict)
    policy_id: str = ""
    policyholder: str = ""
    other_sum: Money | None = None
    sum_index: tuple[tuple[date, Decimal], ...] = ()
    former: Former | None = None
    suspended: tuple[tuple[date, date | None], ...] = ()
    rates: tuple[CoverRate, ...] = ()

    @property
    def home(self) -> str:
        """The payer's country, where the terms speak of Denmark; known by the currency it pays in."""
        return HOMES[self.annual_sum.currency]

    @property
    def starts_on(self) -> date:
        """The first day of cover for this person: the later of the policy's and the enrolment's (R-501)."""
        return max(self.effective_from, self.enrolled_on)

    def ended_on(self, day: date) -> date | None:
        """Returns the last day of cover as of a day: the person left or, in a voluntary scheme, turned 70
        (R-1312, R-1313). None while it has not ended.
        """
        turned = end_of_seventieth(self.born_on) if self.scheme == "voluntary" and self.born_on else None
        ends = (self.left_on, turned if turned and day > turned else None)
        return min((end for end in ends if end), default=None)

    @property
    def seniority(self) -> date:
        """The day from which waiting counts: the start of an unbroken earlier insurance or ours (R-1308)."""
        since = min(self.seniority_from or self.starts_on, self.starts_on)
        return min(since, self.former.seniority(self.starts_on)) if self.former else since

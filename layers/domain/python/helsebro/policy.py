"""Policy: what a policyholder has bought for its people (R-002, R-1301)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Protocol

from helsebro.caller import EMPLOYER, UNDERWRITING, Caller
from helsebro.errors import BadInput, Fault
from helsebro.money import Currency, Money
from helsebro.receipt import Receipt

Product = Literal["SA1706", "SF1706"]
Module = Literal["health", "physical", "psychology", "misuse", "extended"]
ONLY_LEISURE = frozenset({"extended"})
"""Modules that SA1706 (work) has no section for: 11 Udvidet hjælp stands in SF1706 alone."""

KNOWN_PARAMETERS: Mapping[str, type[int] | type[bool]] = {
    "preExistingWaitMonths": int,
    "firstGrantPhysical": int,
    "firstGrantPsychology": int,
    "crisisSessions": int,
    "subsidyDeducted": bool,
}
"""Parameters that the terms know by name, and what they are (api.md, coverage)."""

PARAMETER_NAME = re.compile(r"[a-z][A-Za-z0-9]{0,63}")
MOST, LONGEST = 1_000_000_000, 200


@dataclass(frozen=True)
class Policyholder:
    """The employer or association that holds the policy, by its company number."""

    name: str
    cvr: str


@dataclass(frozen=True)
class Policy:
    """``policy_year_start`` is ``MM-DD``; ``annual_sum`` is per person and policy year (R-1301).

    ``parameters`` stand over the defaults of the terms. Raises ``BadInput`` with every fault.
    """

    policy_id: str
    payer: str
    number: str
    product: Product
    policyholder: Policyholder
    effective_from: date
    policy_year_start: str
    modules: frozenset[Module]
    annual_sum: Money
    parameters: Mapping[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        faults = [
            *month_day_faults(self.policy_year_start),
            *module_faults(self.product, sorted(self.modules)),
            *parameter_faults(self.parameters),
        ]
        if faults:
            raise BadInput(faults)

    def must_be_in(self, currency: Currency) -> None:
        """Sums are in the payer's currency. Raises ``BadInput``."""
        if self.annual_sum.currency != currency:
            raise BadInput([Fault("/annualSum/currency", "currency-not-the-payers", "")])

    def is_visible_to(self, caller: Caller) -> bool:
        """Underwriting of its payer and the policyholder itself see it; nobody else knows that it exists."""
        if caller.payer:
            return UNDERWRITING in caller.rights and caller.payer == self.payer
        return EMPLOYER in caller.rights and caller.cvr == self.policyholder.cvr


def month_day_faults(text: object) -> list[Fault]:
    """The fault of a start of the policy year that is no day of any year."""
    return [] if _is_month_day(text) else [Fault("/policyYearStart", "not-a-month-day", "")]


def module_faults(product: object, modules: Sequence[object]) -> list[Fault]:
    """The faults of modules that repeat or that the product does not have."""
    faults = []
    for index, module in enumerate(modules):
        if module in modules[:index]:
            faults.append(Fault(f"/modules/{index}", "module-repeated", ""))
        elif product == "SA1706" and module in ONLY_LEISURE:
            faults.append(Fault(f"/modules/{index}", "module-not-in-product", ""))
    return faults


def parameter_faults(parameters: Mapping[str, object]) -> list[Fault]:
    """The faults of parameters: a flag, a whole number or a short text each, a known one of its own kind."""
    faults = []
    for name, value in parameters.items():
        if not PARAMETER_NAME.fullmatch(name):
            faults.append(Fault("/parameters", "parameter-name", ""))
        elif not _is(KNOWN_PARAMETERS.get(name), value):
            faults.append(Fault(f"/parameters/{name}", "parameter-value", ""))
    return faults


def _is_month_day(text: object) -> bool:
    if not isinstance(text, str) or len(text) != len("MM-DD"):
        return False
    try:
        # 2000 was a leap year: 29 February is a real day, and 28 February in other years.
        date.fromisoformat(f"2000-{text}")
    except ValueError:
        return False
    return True


def _is(kind: type[int] | type[bool] | None, value: object) -> bool:
    if isinstance(value, bool):
        return kind is not int
    if isinstance(value, int):
        return kind is not bool and 0 <= value <= MOST
    return kind is None and isinstance(value, str) and len(value) <= LONGEST


class Policies(Protocol):
    """All policies."""

    def add(self, policy: Policy, receipt: Receipt) -> None:
        """Stores a new policy. Raises ``Conflict`` when the payer has one of that number."""

    def visible(self, policy_id: str, caller: Caller) -> Policy:
        """The policy. Raises ``NotFound`` also when the caller may not see it."""

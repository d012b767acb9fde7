"""Policy: what a policyholder has bought for its people, as it stood on a day (R-002, R-1301, R-1403)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal, TypeAlias, get_args

from helsebro.caller import EMPLOYER, UNDERWRITING, Caller
from helsebro.errors import BadInput, Fault
from helsebro.money import Currency, Money
from helsebro.policies.parameters import parameter_faults as parameter_faults
from helsebro.policies.premium import (
    Reminder,
    Suspended,
    due_date,
    last_due,
    next_due,
    paid,
    reminded,
    suspensions,
)

Product: TypeAlias = str
"""A product version by name: each is a file of terms (``coverage.product_head``)."""

Module = Literal["health", "physical", "psychology", "misuse", "extended"]
MODULES: tuple[str, ...] = get_args(Module)


@dataclass(frozen=True)
class Policyholder:
    """The employer or association that holds the policy, by its company number."""

    name: str
    cvr: str


@dataclass(frozen=True)
class PolicyChange:
    """What a notice makes of a policy from a day on; what is None stays as it was.

    ``ends``: the day is the first one without a policy.
    """

    notice_id: str
    effective_on: date
    product: Product | None = None
    modules: frozenset[Module] | None = None
    annual_sum: Money | None = None
    parameters: Mapping[str, object] | None = None
    ends: bool = False

    @property
    def new_values(self) -> Mapping[str, object]:
        """The fields of the policy that it sets."""
        told = {name: getattr(self, name) for name in ("product", "modules", "annual_sum", "parameters")}
        return {name: value for name, value in told.items() if value is not None}


@dataclass(frozen=True)
class Policy:
    """A policy as agreed, with every later change: ``on`` tells how it stood on a day.

    ``policy_year_start`` is ``MM-DD``, also the main due date (hovedforfald) on which the term renews;
    ``premium_due`` are further due dates. ``annual_sum`` is per person and policy year (R-1301).
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
    premium_due: tuple[str, ...] = ()
    changes: tuple[PolicyChange, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    version: int = 1

    def __post_init__(self) -> None:
        faults = [
            *product_faults(self.product),
            *month_day_faults(self.policy_year_start),
            *due_faults(self.premium_due),
            *module_faults(self.product, sorted(self.modules)),
            *parameter_faults(self.parameters),
        ]
        if faults:
            raise BadInput(faults)

    def must_be_in(self, currency: Currency) -> None:
        """Sums are in the payer's currency. Raises ``BadInput``."""
        if self.annual_sum.currency != currency:
            raise BadInput([Fault("/annualSum/currency", "currency-not-the-payers", "")])

    # How it stood on a day

    def on(self, day: date) -> Policy:
        """The policy with the changes that had taken effect by a day."""
        in_effect = [change for change in self.changes if change.effective_on <= day]
        values: dict[str, object] = {}
        for change in sorted(in_effect, key=lambda change: (change.effective_on, change.notice_id)):
            values |= change.new_values
        return replace(self, **values) if values else self  # type: ignore[arg-type]

    def sum_since(self, day: date) -> date:
        """Since when the annual sum of a day stands, from which the index moves it (R-1318)."""
        agreed = [one.effective_on for one in self.changes if one.annual_sum and one.effective_on <= day]
        return max(agreed, default=self.effective_from)

    @property
    def ends_on(self) -> date | None:
        """The last day of a policy that was cancelled; None while it renews from term to term (R-1403)."""
        first_without = min((one.effective_on for one in self.changes if one.ends), default=None)
        return first_without - timedelta(days=1) if first_without else None

    def main_due(self, on: date) -> date:
        """The main due date on a day or next after it, on which the term renews (R-1403)."""
        return next_due([self.policy_year_start], max(on, self.effective_from + timedelta(days=1)))

    def next_due(self, on: date) -> date:
        """The due date on a day or next after it (R-1401)."""
        return next_due([self.policy_year_start, *self.premium_due], max(on, self.effective_from))

    def first_due_of(self, year: int) -> date:
        """The first due date of a calendar year (R-1319)."""
        return min(due_date(one, year) for one in (self.policy_year_start, *self.premium_due))

    def term(self, on: date) -> tuple[date, date]:
        """The first and the last day of the term that holds a day; the next one is as long (R-1403)."""
        first = max(last_due([self.policy_year_start], on), self.effective_from)
        last = self.main_due(max(on, first) + timedelta(days=1)) - timedelta(days=1)
        return first, min(last, self.ends_on or last)

    def suspensions(self, days: int) -> tuple[Suspended, ...]:
        """The stretches without cover for an unpaid premium, so many days after a reminder (R-1402)."""
        return suspensions(self.reminders, days)

    # What happens to it; each is the next version

    def changed(self, change: PolicyChange, instead_of: str = "") -> Policy:
        """The policy with a change to come, in place of that of a notice ``instead_of``.

        Raises ``BadInput`` when it could not stand so.
        """
        left = [one for one in self.changes if one.notice_id != instead_of]
        after = replace(self, changes=(*left, change), version=self.version + 1)
        for one in after.changes:
            after.on(one.effective_on)
        return after

    def without(self, notice_id: str) -> Policy:
        """The policy without the change of a notice, if it has one."""
        left = tuple(change for change in self.changes if change.notice_id != notice_id)
        return replace(self, changes=left, version=self.version + 1)

    def reminded(self, reminder: Reminder, today: date) -> Policy:
        """The policy with a reminder. Raises ``BadInput``, ``Conflict``."""
        known = reminded(self.reminders, reminder, self.effective_from, today)
        return replace(self, reminders=known, version=self.version + 1)

    def paid(self, paid_on: date, today: date) -> Policy:
        """The policy with its premium paid. Raises ``BadInput``, ``Conflict``."""
        return replace(self, reminders=paid(self.reminders, paid_on, today), version=self.version + 1)

    def must_take(self, enrolled_on: date) -> None:
        """Nobody is enrolled in a policy that has ended by then. Raises ``BadInput``."""
        if self.ends_on and enrolled_on > self.ends_on:
            raise BadInput([Fault("/enrolledOn", "policy-has-ended", self.ends_on.isoformat())])

    def is_visible_to(self, caller: Caller) -> bool:
        """Underwriting of its payer and the policyholder itself see it; nobody else knows that it exists."""
        if caller.payer:
            return UNDERWRITING in caller.rights and caller.payer == self.payer
        return EMPLOYER in caller.rights and caller.cvr == self.policyholder.cvr


def product_faults(product: object) -> list[Fault]:
    """The fault of a product version that there are no terms of."""
    # Here and below: a route that makes no policy loads no heads.
    from helsebro.coverage.product_head import known_products

    known = known_products()
    return [] if product in known else [Fault("/product", "product-unknown", ", ".join(known))]


def due_faults(premium_due: Sequence[object]) -> list[Fault]:
    """The faults of due dates that are no days of any year."""
    at = [index for index, text in enumerate(premium_due) if not _is_month_day(text)]
    return [Fault(f"/premiumDue/{index}", "not-a-month-day", "") for index in at]


def month_day_faults(text: object) -> list[Fault]:
    """The fault of a start of the policy year that is no day of any year."""
    return [] if _is_month_day(text) else [Fault("/policyYearStart", "not-a-month-day", "")]


def module_faults(product: object, modules: Sequence[object]) -> list[Fault]:
    """The faults of modules that repeat or that the product does not have (R-002)."""
    from helsebro.coverage.product_head import head, known_products

    own = head(str(product)).modules if product in known_products() else MODULES
    faults = []
    for index, module in enumerate(modules):
        if module in modules[:index]:
            faults.append(Fault(f"/modules/{index}", "module-repeated", ""))
        elif module in MODULES and module not in own:
            faults.append(Fault(f"/modules/{index}", "module-not-in-product", ", ".join(own)))
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

"""Policy: what a policyholder has bought for its people, and how it is on any day (R-002, R-1301, R-1403)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal, TypeAlias, get_args

from helsebro.caller import EMPLOYER, UNDERWRITING, Caller
from helsebro.errors import BadInput, Fault
from helsebro.ids import PolicyId
from helsebro.money import Money
from helsebro.policies.parameters import new_parameter_faults as new_parameter_faults
from helsebro.policies.parameters import parameter_faults as parameter_faults
from helsebro.policies.premium import (
    Reminder,
    Suspended,
    due_date,
    last_due,
    next_due,
    paid,
    reminded,
    stops_on,
    suspensions,
)

ProductVersion: TypeAlias = str
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
    """A change of a policy by a notice from a day on; a field that is None stays unchanged.

    ``ends`` means that the day is the first one without a policy.
    """

    notice_id: str
    effective_on: date
    product: ProductVersion | None = None
    modules: frozenset[Module] | None = None
    annual_sum: Money | None = None
    parameters: Mapping[str, object] | None = None
    ends: bool = False

    @property
    def new_values(self) -> Mapping[str, object]:
        """The fields of the policy that it sets, with their values."""
        values = {name: getattr(self, name) for name in ("product", "modules", "annual_sum", "parameters")}
        return {name: value for name, value in values.items() if value is not None}


@dataclass(frozen=True)
class Policy:
    """A policy as agreed, with every later change; ``on`` returns how it is on a day.

    ``policy_year_start`` is ``MM-DD``, also the main due date (hovedforfald) on which the term renews;
    ``premium_due`` are further due dates. ``annual_sum`` is per person and policy year (R-1301).
    ``parameters`` replace the defaults of the terms. Raises ``BadInput`` with every fault.
    """

    policy_id: PolicyId
    payer: str
    number: str
    product: ProductVersion
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

    # How the policy is on a day

    def on(self, day: date) -> Policy:
        """Returns the policy with the changes that have taken effect by that day."""
        in_effect = [change for change in self.changes if change.effective_on <= day]
        values: dict[str, object] = {}
        for change in sorted(in_effect, key=lambda change: (change.effective_on, change.notice_id)):
            values |= change.new_values
        return replace(self, **values) if values else self  # type: ignore[arg-type]

    def sum_since(self, day: date) -> date:
        """Returns when the annual sum of a day was agreed; the index moves it from then on (R-1318)."""
        sums = [change.effective_on for change in self.changes if change.annual_sum]
        return max((agreed for agreed in sums if agreed <= day), default=self.effective_from)

    @property
    def ends_on(self) -> date | None:
        """The last day of a cancelled policy; None while it renews from term to term (R-1403)."""
        first_without = min((change.effective_on for change in self.changes if change.ends), default=None)
        return first_without - timedelta(days=1) if first_without else None

    def main_due(self, on: date) -> date:
        """Returns the first main due date on a day or after it, when the term renews (R-1403)."""
        return next_due([self.policy_year_start], max(on, self.effective_from + timedelta(days=1)))

    def next_due(self, on: date) -> date:
        """Returns the first due date on a day or after it (R-1401)."""
        return next_due([self.policy_year_start, *self.premium_due], max(on, self.effective_from))

    def first_due_of(self, year: int) -> date:
        """Returns the first due date of a calendar year (R-1319)."""
        return min(due_date(month_day, year) for month_day in (self.policy_year_start, *self.premium_due))

    def term(self, on: date) -> tuple[date, date]:
        """Returns the first and last day of the term that contains a day; the next is as long (R-1403)."""
        first = max(last_due([self.policy_year_start], on), self.effective_from)
        last = self.main_due(max(on, first) + timedelta(days=1)) - timedelta(days=1)
        return first, min(last, self.ends_on or last)

    def suspensions(self, days: int) -> tuple[Suspended, ...]:
        """Returns the periods without cover for unpaid premiums, from ``days`` after a reminder (R-1402)."""
        return suspensions(self.reminders, days)

    def stops_on(self, days: int) -> date | None:
        """Returns the first day without cover for what is unpaid now, None when all is paid (R-1402)."""
        return stops_on(self.reminders, days)

    # Changes of the policy; each returns the next version

    def changed(self, change: PolicyChange, instead_of: str = "") -> Policy:
        """Returns the policy with a further change, which replaces that of the notice ``instead_of``.

        Raises ``BadInput`` when the policy would not be valid on some day.
        """
        left = [known for known in self.changes if known.notice_id != instead_of]
        after = replace(self, changes=(*left, change), version=self.version + 1)
        for known in after.changes:
            after.on(known.effective_on)
        return after

    def without(self, notice_id: str) -> Policy:
        """Returns the policy without the change of a notice, if it has one."""
        left = tuple(change for change in self.changes if change.notice_id != notice_id)
        return replace(self, changes=left, version=self.version + 1)

    def reminded(self, reminder: Reminder, today: date) -> Policy:
        """Returns the policy with a reminder added. Raises ``BadInput``, ``Conflict``."""
        known = reminded(self.reminders, reminder, self.effective_from, today)
        return replace(self, reminders=known, version=self.version + 1)

    def paid(self, paid_on: date, today: date) -> Policy:
        """Returns the policy with its premium paid. Raises ``BadInput``, ``Conflict``."""
        return replace(self, reminders=paid(self.reminders, paid_on, today), version=self.version + 1)

    def must_take(self, enrolled_on: date) -> None:
        """Raises ``BadInput`` for an enrolment after the policy's last day."""
        if self.ends_on and enrolled_on > self.ends_on:
            raise BadInput([Fault("/enrolledOn", "policy-has-ended", self.ends_on.isoformat())])

    def is_visible_to(self, caller: Caller) -> bool:
        """Whether the caller is its payer's underwriting or its policyholder; others never learn of it."""
        if caller.payer:
            return UNDERWRITING in caller.rights and caller.payer == self.payer
        return EMPLOYER in caller.rights and caller.cvr == self.policyholder.cvr


def product_faults(product: object) -> list[Fault]:
    """Returns a fault for a product version without terms."""
    # Imported here and below, so that a route that makes no policy does not load the heads of the terms.
    from helsebro.coverage.product_head import known_products

    known = known_products()
    return [] if product in known else [Fault("/product", "product-unknown", ", ".join(known))]


def due_faults(premium_due: Sequence[object]) -> list[Fault]:
    """Returns the faults of due dates that are not days of a year."""
    at = [index for index, text in enumerate(premium_due) if not _is_month_day(text)]
    return [Fault(f"/premiumDue/{index}", "not-a-month-day", "") for index in at]


def month_day_faults(text: object) -> list[Fault]:
    """Returns a fault for a start of the policy year that is not a day of a year."""
    return [] if _is_month_day(text) else [Fault("/policyYearStart", "not-a-month-day", "")]


def module_faults(product: object, modules: Sequence[object]) -> list[Fault]:
    """Returns the faults of modules that repeat or that the product does not have (R-002)."""
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
        # 2000 was a leap year: 29 February is a valid day and means 28 February in other years.
        date.fromisoformat(f"2000-{text}")
    except ValueError:
        return False
    return True

"""Scope sum: what all cases of a clinic, or of a policy, come to: granted ≥ invoiced, and spent ≥ paid.

A case is added whole, as one read found it. Kroner of two countries are never added.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from helsebro.ids import ClaimId
from helsebro.money import Currency, Money
from helsebro.payments.ledger.balances import balance_in, of_clinic, of_guarantee
from helsebro.payments.ledger.ledger_entry import LedgerEntry
from helsebro.reconciliation.case_money import CaseMoney
from helsebro.reconciliation.checks.of_guarantees import allowed
from helsebro.reconciliation.difference import DifferenceKind, MoneyDifference

Scope = Literal["clinic", "policy"]
MOST_SUMS = 8_000
"""The most clinics and policies that a night's comparison adds up for a payer; they are one item."""
KINDS: Mapping[Scope, tuple[DifferenceKind, DifferenceKind]] = {
    "clinic": ("clinic-granted-below-invoiced", "clinic-spent-below-paid"),
    "policy": ("policy-granted-below-invoiced", "policy-spent-below-paid"),
}


@dataclass(frozen=True)
class ScopeSum:
    """Øre of one currency. ``about`` is the clinic or the policy, ``claim_id`` the case that exceeds most.

    ``granted`` is what guarantees promise, with what a risen tariff adds; ``invoiced`` what was taken of them
    by invoices and sessions. ``spent`` has refunds too, and ``paid`` is what the bank has paid of it.
    ``excess`` is by how much that case is too much.
    """

    scope: Scope
    about: str
    currency: Currency
    claim_id: ClaimId
    granted: int = 0
    invoiced: int = 0
    spent: int = 0
    paid: int = 0
    excess: int = 0

    @property
    def key(self) -> tuple[str, str, str]:
        """What is added up together."""
        return self.scope, self.about, self.currency

    def plus(self, other: ScopeSum) -> ScopeSum:
        """Returns both together."""
        worse = max(self, other, key=lambda each: each.excess)
        return replace(
            worse,
            granted=self.granted + other.granted,
            invoiced=self.invoiced + other.invoiced,
            spent=self.spent + other.spent,
            paid=self.paid + other.paid,
        )

    def differences(self) -> Iterator[MoneyDifference]:
        """Yields where less is granted than invoiced, and where less is spent than paid."""
        below_invoiced, below_paid = KINDS[self.scope]
        for kind, has, wants in (
            (below_invoiced, self.granted, self.invoiced),
            (below_paid, self.spent, self.paid),
        ):
            if has < wants:
                expected, found = (Money.of_ore(ore, self.currency) for ore in (wants, has))
                yield MoneyDifference(kind, self.claim_id, self.about, expected, found)


def sums_of_case(case: CaseMoney) -> tuple[ScopeSum, ...]:
    """Returns what a case adds to the sums of its clinics and its policy."""
    return tuple(sum_ for currency in case.currencies for sum_ in _in(case, currency) if _is_something(sum_))


def added(known: Iterable[ScopeSum], more: Iterable[ScopeSum]) -> tuple[ScopeSum, ...]:
    """Returns the sums with more of them; beyond ``MOST_SUMS`` no further clinic or policy is added."""
    sums = {each.key: each for each in known}
    for each in more:
        if each.key in sums:
            sums[each.key] = sums[each.key].plus(each)
        elif len(sums) < MOST_SUMS:
            sums[each.key] = each
    return tuple(sums.values())


def differences_of(sums: Iterable[ScopeSum]) -> tuple[MoneyDifference, ...]:
    """Returns every difference of the sums."""
    return tuple(difference for each in sums for difference in each.differences())


def _in(case: CaseMoney, currency: Currency) -> Iterator[ScopeSum]:
    clinics = {entry.clinic_id for entry in case.entries if entry.clinic_id}
    for clinic_id in sorted(clinics | {each.clinic_id for each in case.guarantees if each.clinic_id}):
        yield _sum(case, currency, "clinic", clinic_id, of_clinic(case.entries, clinic_id))
    if case.policy_id:
        yield _sum(case, currency, "policy", case.policy_id, case.entries)


def _sum(
    case: CaseMoney, currency: Currency, scope: Scope, about: str, entries: Iterable[LedgerEntry]
) -> ScopeSum:
    own = [*entries]
    now, granted, invoiced = balance_in(own, currency), 0, 0
    for guarantee in case.guarantees:
        of_it = of_guarantee(own, guarantee.guarantee_id)
        taken = balance_in(of_it, currency)
        if not of_it and guarantee.clinic_id != about:
            continue
        # One whose price is open promises no amount, and is never exceeded.
        limit = allowed(case, guarantee)
        is_open = limit is None or limit.currency != currency
        granted += taken.invoiced + taken.sessions if is_open or limit is None else limit.ore
        invoiced += taken.invoiced + taken.sessions
    excess = max(invoiced - granted, now.paid - now.spent, 0)
    return ScopeSum(scope, about, currency, case.claim_id, granted, invoiced, now.spent, now.paid, excess)


def _is_something(sum_: ScopeSum) -> bool:
    return any((sum_.granted, sum_.invoiced, sum_.spent, sum_.paid))

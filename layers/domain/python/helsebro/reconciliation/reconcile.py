"""Reconciles the money of a case: granted ≥ invoiced ≥ paid, and each payable stands by its status."""

from __future__ import annotations

from helsebro.reconciliation.case_money import CaseMoney
from helsebro.reconciliation.checks import of_benefits, of_entries, of_guarantees, of_payables
from helsebro.reconciliation.difference import MoneyDifference

CHECKS = (of_entries, of_guarantees, of_payables, of_benefits)


def differences_in(case: CaseMoney) -> tuple[MoneyDifference, ...]:
    """Returns every difference of a case, those of its entries first; none when all agrees."""
    return tuple(difference for check in CHECKS for difference in check.differences(case))

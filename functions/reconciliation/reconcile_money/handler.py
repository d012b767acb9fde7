"""Compares every night what the ledger of money has with what it books, case by case.

Trigger: a schedule, every quarter of an hour; a run goes on where the one before it stopped, and does nothing
once the day's is finished. Input: nothing. Result: ``{"finished","differences"}``, the payers that this run
finished and their differences. An operator (``make reconcile``) sends
``{"byHand": true,"payer"?,"place"?,"sums"?}`` and gets
``{"cases","differences": […],"payer"?,"place"?,"sums"}``, which stores nothing. With ``"open": true`` it
stores the entries of guarantees and payables that are older than the ledger (``opened``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro.reconciliation.scope_sum import ScopeSum
from helsebro_aws.dynamodb.record import read_as, to_item
from helsebro_aws.platform.metrics import count
from helsebro_aws.reconciliation.by_hand import compare
from helsebro_aws.reconciliation.comparison import Comparison
from helsebro_aws.reconciliation.nightly import NightlyReconciliation
from helsebro_aws.reconciliation.opening import LedgerOpening

nightly, comparison, opening = NightlyReconciliation(), Comparison(), LedgerOpening()
TIME_TO_STOP = 30_000
"""In the last 30,000 milliseconds of the function's time no further page of cases is begun."""


def handler(event: Mapping[str, Any], context: Any) -> dict[str, Any]:
    """Returns what this run finished, or what an operator asked for."""

    def has_time() -> bool:
        return context is None or context.get_remaining_time_in_millis() > TIME_TO_STOP

    if event.get("byHand") is True:
        opens = opening if event.get("open") is True else None
        begun = read_as(tuple[ScopeSum, ...], event.get("sums", ()))
        found = compare(comparison, event.get("payer"), event.get("place"), has_time, opens, begun)
        report: dict[str, Any] = to_item(found)
        return report
    finished = nightly.run(has_time)
    differences = sum(each.differences for each in finished)
    if finished:
        count("MoneyDifferences", differences)
    return {"finished": len(finished), "differences": differences}

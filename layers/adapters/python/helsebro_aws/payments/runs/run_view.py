"""A payment run as its payer's finance sees it: sums, states and what is odd, and no account in full."""

from __future__ import annotations

from typing import Any

from helsebro.payments.runs.payment_run import PaymentRun
from helsebro.payments.runs.run_line import RunLine
from helsebro_aws.dynamodb.record import to_item

SHOWN = (
    *("fileId", "way", "state", "version", "dueBefore", "odd", "digest"),
    *("begunAt", "draftedAt", "releasedAt", "writtenAt", "sentAt", "cancelledAt", "settledAt"),
)

HIDDEN_OF_LINES = ("fileId", "attempt", "debits", "credits")


def run_shown(run: PaymentRun) -> dict[str, Any]:
    """Returns a run without its lines; who drafted and released it is shown to no one."""
    item = to_item(run)
    return {
        **{name: item[name] for name in SHOWN if name in item},
        "payables": run.count,
        "paid": run.paid,
        "returned": run.returned,
        "total": run.total.as_json(),
        "paidFrom": run.debtor.account.masked,
    }


def line_shown(line: RunLine) -> dict[str, Any]:
    """Returns a line of a run."""
    item = to_item(line)
    shown = {name: value for name, value in item.items() if name not in HIDDEN_OF_LINES}
    # Nobody but the bank knows in whose name a member's account is.
    return {**shown, "holder": "unknown"} if line.refund_id and line.masked else shown

"""Member payment: how far the payment of a refund has come, as its member is told (F4-31)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from helsebro.payments.payable import Payable, PayableStatus

MemberPaymentStatus = Literal["waiting", "sent", "paid", "returned", "ended"]
TOLD: Mapping[PayableStatus, MemberPaymentStatus] = {
    "approved": "waiting",
    "drafted": "waiting",
    "released": "waiting",
    "sent": "sent",
    "paid": "paid",
    "returned": "returned",
    "credited": "ended",
}
"""A member needs not know of payment files: until the bank has the payment, it waits."""


def expected_on(payable: Payable, today: date) -> date | None:
    """Returns when the money should be there; None once that day has passed, or nothing is under way."""
    expected = payable.expected_on()
    return expected if expected and expected >= today else None

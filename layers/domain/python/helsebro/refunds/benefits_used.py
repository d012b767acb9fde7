"""What a refund uses of a person's benefits, and what it asks to use before it is decided."""

from __future__ import annotations

from datetime import date

from helsebro.benefits.reservation import Purpose
from helsebro.benefits.use import Spent, Use
from helsebro.refunds.refund import Refund


def used_by(refund: Refund, purpose: Purpose, on: date, *, settled: bool) -> Use:
    """Returns the use of a refund decided on a day: each treatment that is paid, outside the network."""
    sessions = (
        Spent(str(place), one.on, one.type, one.approved)
        for place, one in enumerate(refund.treatments)
        if one.approved and one.approved.amount
    )
    return Use(
        refund.refund_id, "refund", purpose, on, in_network=False, sessions=tuple(sessions), settled=settled
    )


def asked_by(refund: Refund) -> Use:
    """Returns the use that a refund asks for: every treatment at its full cost, on no day yet."""
    sessions = (Spent(str(place), one.on, one.type, one.cost) for place, one in enumerate(refund.treatments))
    purpose = Purpose(refund.claim_id)
    return Use(refund.refund_id, "refund", purpose, date.max, in_network=False, sessions=tuple(sessions))

"""The benefits that a refund uses, and those it asks for before it is decided."""

from __future__ import annotations

from datetime import date

from helsebro.benefits.reservation import Purpose
from helsebro.benefits.use import Spent, Use
from helsebro.refunds.refund import Refund


def used_by(refund: Refund, purpose: Purpose, on: date, *, settled: bool) -> Use:
    """Returns the use of a refund decided on a day: each treatment that is paid, outside the network."""
    sessions = (
        Spent(str(index), treatment.on, treatment.type, treatment.approved)
        for index, treatment in enumerate(refund.treatments)
        if treatment.approved and treatment.approved.amount
    )
    return Use(
        refund.refund_id, "refund", purpose, on, in_network=False, sessions=tuple(sessions), settled=settled
    )


def asked_by(refund: Refund) -> Use:
    """Returns the use that a refund asks for: every treatment at full cost; its day is ``date.max``."""
    sessions = (
        Spent(str(index), treatment.on, treatment.type, treatment.cost)
        for index, treatment in enumerate(refund.treatments)
    )
    purpose = Purpose(refund.claim_id)
    return Use(refund.refund_id, "refund", purpose, date.max, in_network=False, sessions=tuple(sessions))

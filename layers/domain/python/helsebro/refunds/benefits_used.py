"""The benefits that a refund uses, and those it asks for before it is decided."""

from __future__ import annotations

from datetime import date

from helsebro.benefits.reservation import Purpose
from helsebro.benefits.use import Spent, Use
from helsebro.refunds.case_grants import CaseGrants
from helsebro.refunds.refund import Refund

NOTHING_GRANTED = CaseGrants()


def used_by(refund: Refund, purpose: Purpose, on: date, *, settled: bool) -> Use:
    """Returns the use of a refund decided on a day: each treatment that is paid, outside the network."""
    sessions = (
        Spent(str(index), treatment.on, treatment.type, treatment.approved, by=treatment.by)
        for index, treatment in enumerate(refund.treatments)
        if treatment.approved and treatment.approved.amount
    )
    return Use(
        refund.refund_id, "refund", purpose, on, in_network=False, sessions=tuple(sessions), settled=settled
    )


def asked_by(refund: Refund, grants: CaseGrants = NOTHING_GRANTED) -> Use:
    """Returns the use that a refund asks for, at full cost: every treatment of a grant, once.

    In a case without grants it is every treatment. Its day is ``date.max``.
    """
    sessions = (
        Spent(str(index), treatment.on, treatment.type, treatment.cost)
        for index, treatment in enumerate(refund.treatments)
        if refund.double_of(index) is None
        and (not grants.grants or grants.grant_of(treatment.type, treatment.on))
    )
    purpose = Purpose(refund.claim_id)
    return Use(refund.refund_id, "refund", purpose, date.max, in_network=False, sessions=tuple(sessions))

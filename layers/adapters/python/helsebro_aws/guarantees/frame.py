"""A guarantee's frame (sessions, period, status) in the ``cases`` table: operations to widen and check it."""

from __future__ import annotations

from typing import Any

from helsebro.guarantees.guarantee import Guarantee
from helsebro_aws.benefits.dynamo_benefits import LedgerChanged
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Check, Update
from helsebro_aws.guarantees.keys import guarantee_key

WIDENED = ("sessionsGranted", "validUntil", "extendedAt", "version")
"""The attributes that an extension changes."""
AS_READ = "#status = :status AND #sessionsGranted = :granted AND #validUntil = :until"


class FrameChanged(LedgerChanged):
    """The frame has changed since it was read, and with it what is reserved; read both again."""


def widened(table: str, before: Guarantee, after: Guarantee) -> Update:
    """Returns the operation that widens the frame; it fails with ``FrameChanged``."""
    item = to_item(after)
    return Update(
        table,
        *guarantee_key(before.guarantee_id),
        set={name: item[name] for name in WIDENED},
        when=AS_READ,
        values=_values(before),
        otherwise=FrameChanged(),
    )


def as_read(table: str, guarantee: Guarantee) -> Check:
    """Returns the operation that checks that the frame is as it was read; it fails with ``FrameChanged``."""
    return Check(table, *guarantee_key(guarantee.guarantee_id), AS_READ, _values(guarantee), FrameChanged())


def _values(guarantee: Guarantee) -> dict[str, Any]:
    return {
        ":status": guarantee.status,
        ":granted": guarantee.sessions_granted,
        ":until": guarantee.valid_until.isoformat(),
    }

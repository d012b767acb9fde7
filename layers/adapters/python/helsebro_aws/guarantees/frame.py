"""A guarantee's frame (count, period, status) in the ``cases`` table: widened, or still as it was read."""

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
    """The frame is not as it was read, nor is what is reserved for it: read both again."""


def widened(table: str, before: Guarantee, after: Guarantee) -> Update:
    """The operation that gives it a wider frame; it fails with ``FrameChanged``."""
    shown = to_item(after)
    return Update(
        table,
        *guarantee_key(before.guarantee_id),
        set={name: shown[name] for name in WIDENED},
        when=AS_READ,
        values=_values(before),
        otherwise=FrameChanged(),
    )


def as_read(table: str, guarantee: Guarantee) -> Check:
    """That its frame is still the one that was read; it fails with ``FrameChanged``."""
    return Check(table, *guarantee_key(guarantee.guarantee_id), AS_READ, _values(guarantee), FrameChanged())


def _values(guarantee: Guarantee) -> dict[str, Any]:
    return {
        ":status": guarantee.status,
        ":granted": guarantee.sessions_granted,
        ":until": guarantee.valid_until.isoformat(),
    }

"""A guarantee's frame in the ``cases`` table: operations that widen and print it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from helsebro.guarantees.guarantee import Guarantee
from helsebro_aws.benefits.dynamo_benefits import LedgerChanged
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Update
from helsebro_aws.guarantees.keys import guarantee_key

WIDENED = ("sessionsGranted", "validUntil", "fee", "extendedAt", "extensions", "version")
"""The attributes that an extension changes."""
AS_READ = "#status = :status AND #sessionsGranted = :granted AND #validUntil = :until"


class FrameChanged(LedgerChanged):
    """The frame has changed since it was read, and with it what is reserved; read both again."""


def widened(table: str, before: Guarantee, after: Guarantee) -> Update:
    """Returns the operation that widens the frame, and goes on with the course; or ``FrameChanged``."""
    item = to_item(after)
    return Update(
        table,
        *guarantee_key(before.guarantee_id),
        set={name: item[name] for name in WIDENED if name in item},
        remove=("courseEndedAt",),
        when=AS_READ,
        values=_values(before),
        otherwise=FrameChanged(),
    )


def printed(table: str, guarantee: Guarantee, languages: Sequence[str]) -> Update:
    """Returns the operation that stores in which languages the paper shows this frame.

    It fails with ``FrameChanged`` when the frame is no longer as it was read.
    """
    return Update(
        table,
        *guarantee_key(guarantee.guarantee_id),
        set={"paperLanguages": list(languages)},
        when=AS_READ,
        values=_values(guarantee),
        otherwise=FrameChanged(),
    )


def _values(guarantee: Guarantee) -> dict[str, Any]:
    return {
        ":status": guarantee.status,
        ":granted": guarantee.sessions_granted,
        ":until": guarantee.valid_until.isoformat(),
    }

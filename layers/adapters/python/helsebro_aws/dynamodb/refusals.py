"""Why DynamoDB did not do what was asked; the errors of conditions belong to their operations."""

from __future__ import annotations

from collections.abc import Sequence

from helsebro.errors import NotAllowed, NotAllowedAnyMore, Unavailable

TRANSIENT = frozenset({"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
"""The reasons of failure after which the same transaction may be sent again."""


class AlreadyAnswered(Exception):
    """The idempotency key of this commit was used before: look up the first answer (promise 5)."""


class Busy(Unavailable):
    """Other writers keep changing the same items, or DynamoDB is throttled; trying again later is safe."""

    code = "busy"


class SameKeyBusy(Busy):
    """Another commit with the same idempotency key is under way: it decides what this one answers."""


class TransactionRefused(Exception):
    """DynamoDB refuses an operation of the transaction, and will again: the message has its reasons."""


class PartitionTooLarge(Exception):
    """A partition that is read whole has more than ``MOST_ITEMS`` items: change how it is read."""


def must_have_passed(reasons: Sequence[str], of_receipt: Sequence[str]) -> None:
    """Raises ``SameKeyBusy``, ``Busy`` or ``TransactionRefused`` where no condition of a transaction failed.

    ``reasons`` are those of its operations, ``of_receipt`` those among them of the idempotency key.
    """
    if "TransactionConflict" in of_receipt:
        raise SameKeyBusy()
    if not TRANSIENT.isdisjoint(reasons):
        raise Busy()
    if reasons:
        raise TransactionRefused(", ".join(sorted(set(reasons))))


def may_read(refusal: Exception) -> bool:
    """Returns whether a function may read once more after this error.

    After an ``Unavailable`` that is not ``Busy``, a part does not answer: the function has little time left,
    and has to answer before it is cut off. The caller gets the first answer under the key with the next call.
    """
    return isinstance(refusal, Busy) or not isinstance(refusal, Unavailable)


def may_repeat(refusal: Exception) -> bool:
    """Returns whether a call that was refused so may get the first answer under its key.

    A caller who has lost the right gets nothing again; one whose first call itself used it up does.
    """
    has_right = not isinstance(refusal, NotAllowed) or isinstance(refusal, NotAllowedAnyMore)
    return has_right and may_read(refusal)

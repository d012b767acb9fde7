"""Transfer answer: what Stripe's answer to the creation of a transfer, or to a search for one, means.

Sources, read on 30 November 2026: https://docs.stripe.com/api/transfers/create,
https://docs.stripe.com/api/transfers/list, https://docs.stripe.com/error-low-level and
https://docs.stripe.com/api/errors.
"""

from __future__ import annotations

import re

from helsebro.payments.bank.bank_id import as_bank_id
from helsebro.payments.stripe.stripe_transfer import FILE, PAYABLE, StripeTransfer
from helsebro.payments.stripe.transfer_outcome import (
    StripeKeyRefused,
    TransferDiffers,
    TransferMade,
    TransferOutcome,
    TransferPending,
    TransferRefused,
)
from helsebro_aws.payments.stripe.stripe_object import NotStripes, StripeObject, object_of

CREATED = 200
KEY_REFUSED = frozenset({401, 403})
REFUSED = frozenset({400, 402, 404})
"""Every other status says that the same request may have another answer later: 409, 424, 429 and 5xx."""
ANOTHER_REQUEST = "idempotency_error"
"""The type of an error that says that the key was used with other parameters."""
CODE = re.compile(r"[a-z][a-z0-9_]{0,63}")
NO_CODE = "stripe-refused"


def outcome_of(transfer: StripeTransfer, status: int, body: bytes, seconds: int | None) -> TransferOutcome:
    """Returns what became of a transfer that was asked for.

    ``seconds`` is how long Stripe asks to wait. Raises ``TransferPending``, ``StripeKeyRefused``,
    ``TransferDiffers``.
    """
    if status == CREATED:
        return _made(transfer, body)
    if status in KEY_REFUSED:
        raise StripeKeyRefused(str(status))
    if status not in REFUSED:
        raise TransferPending(str(status), seconds)
    return TransferRefused(_code(body))


def found_in(transfer: StripeTransfer, status: int, body: bytes, seconds: int | None) -> TransferMade | None:
    """Returns the transfer in the list of those with its ``transfer_group``, None without one.

    Raises ``TransferPending``, ``StripeKeyRefused``, and ``TransferDiffers`` for two, or for
    one of another amount or account.
    """
    if status in KEY_REFUSED:
        raise StripeKeyRefused(str(status))
    if status != CREATED:
        raise TransferPending(str(status), seconds)
    try:
        listed = object_of(body).listed("data")
    except NotStripes:
        raise TransferPending("answer-malformed") from None
    if len(listed) > 1:
        raise TransferDiffers("two")
    return _as_asked(transfer, listed[0]) if listed else None


def _made(transfer: StripeTransfer, body: bytes) -> TransferMade:
    try:
        return _as_asked(transfer, object_of(body))
    except NotStripes:
        # It may be cut off. Asked again, Stripe answers the same.
        raise TransferPending("answer-malformed") from None


def _as_asked(transfer: StripeTransfer, made: StripeObject) -> TransferMade:
    ours = made.inner("metadata")
    said = (made.number("amount"), made.text("currency"), made.text("destination"))
    named = (ours.text_or_empty(PAYABLE), ours.text_or_empty(FILE))
    asked = (transfer.amount.ore, transfer.amount.currency.lower(), transfer.destination)
    if said != asked or named != (transfer.named, as_bank_id(transfer.file_id)):
        raise TransferDiffers("another")
    return TransferMade(made.text("id"), made.time("created"))


def _code(body: bytes) -> str:
    """Returns Stripe's code of why it refuses, never its message. Raises ``TransferDiffers``."""
    try:
        error = object_of(body).inner("error")
    except NotStripes:
        return NO_CODE
    if error.text_or_empty("type") == ANOTHER_REQUEST:
        raise TransferDiffers(ANOTHER_REQUEST)
    code = error.text_or_empty("code") or error.text_or_empty("type")
    return code if CODE.fullmatch(code) else NO_CODE

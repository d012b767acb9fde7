"""Event body: an event of Stripe's about a transfer of ours, as its webhook is sent it.

Source, read on 30 November 2026: https://docs.stripe.com/api/events/object and
https://docs.stripe.com/api/transfers/object.
"""

from __future__ import annotations

import re

from helsebro.payments.stripe.stripe_event import StripeEvent
from helsebro.payments.stripe.stripe_transfer import FILE, PAYABLE
from helsebro_aws.payments.stripe.stripe_object import NotStripes, object_of

EVENT_ID = re.compile(r"evt_[A-Za-z0-9_]{1,250}")
OF_TRANSFERS = "transfer."


def event_of(body: bytes) -> StripeEvent | None:
    """Returns the event of a signed body; None when it is about no transfer of ours. Raises ``NotStripes``.

    Ours are the transfers whose metadata names a payable and a file. An account at Stripe may do more than
    pay for sessions.
    """
    event = object_of(body)
    event_id, happened, at = event.text("id"), event.text("type"), event.time("created")
    if event.text("object") != "event" or not EVENT_ID.fullmatch(event_id):
        raise NotStripes("event")
    if not happened.startswith(OF_TRANSFERS):
        return None
    transfer = event.inner("data").inner("object")
    ours = transfer.inner_or_empty("metadata")
    payable, file = ours.text_or_empty(PAYABLE), ours.text_or_empty(FILE)
    if transfer.text("object") != "transfer" or not payable or not file:
        return None
    return StripeEvent(
        event_id=event_id,
        happened=happened,
        at=at,
        made_at=transfer.time("created"),
        transfer_id=transfer.text("id"),
        ore=transfer.number("amount"),
        currency=transfer.text("currency").upper(),
        payable=payable,
        file=file,
        reversed_ore=transfer.number("amount_reversed"),
    )

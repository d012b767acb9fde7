"""Granted amount: the most that a guarantee's sessions can cost, as it is promised in the ledger of money."""

from __future__ import annotations

from helsebro.guarantees.guarantee import Guarantee
from helsebro.money import Money


def granted_amount(guarantee: Guarantee, sessions: int | None = None) -> Money | None:
    """Returns the most that its sessions cost, or so many of them; None when a price is open.

    Each may be of the service with the highest fee. A price for all sessions together is no more than that
    price, beside a service that has a fee of its own.
    """
    highest = _highest_fee(guarantee)
    if highest is None:
        return None
    count = guarantee.sessions_granted if sessions is None else min(sessions, guarantee.sessions_granted)
    if guarantee.fee is None or guarantee.fee_for == "session" or guarantee.fees:
        return highest * count
    # Equal parts of it are rounded down: all of them are the whole.
    return guarantee.fee if count == guarantee.sessions_granted else min(guarantee.fee, highest * count)


def _highest_fee(guarantee: Guarantee) -> Money | None:
    """Returns the highest price of one session; that of a guarantee's fee is needed to know it."""
    if guarantee.session_fee is None:
        return None
    more = (extension.per_session for extension in guarantee.extensions)
    known = (guarantee.session_fee, *(fee.amount for fee in guarantee.fees), *more)
    return max(price for price in known if price)

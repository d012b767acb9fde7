"""Promised money: what a guarantee books in the ledger of money when it begins, grows and ends."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from helsebro.guarantees.guarantee import Guarantee
from helsebro.guarantees.prices.granted_amount import granted_amount
from helsebro.money import Money
from helsebro.payments.ledger.balances import balance_in
from helsebro.payments.ledger.commitments import grant_ended, granted
from helsebro.payments.ledger.ledger_entry import EntryCause, LedgerEntry

End = Literal["revoked", "closed"]


def of_issue(guarantee: Guarantee, at: datetime) -> tuple[LedgerEntry, ...]:
    """Returns the entry of a new guarantee; none while its price is open."""
    return granted(_cause(guarantee, guarantee.guarantee_id, at), granted_amount(guarantee))


def of_extension(
    extended: Guarantee, entries: Sequence[LedgerEntry], extension_id: str, at: datetime
) -> tuple[LedgerEntry, ...]:
    """Returns the entry of what an extended guarantee promises beyond what the ``entries`` of its case do.

    What ended before is promised again. None for a guarantee that has no entry: it is older than the ledger.
    """
    missing = _missing(extended, entries, granted_amount(extended))
    return granted(_cause(extended, extension_id, at), missing) if missing and missing.amount > 0 else ()


def of_end(
    guarantee: Guarantee, how: End, sessions: int, entries: Sequence[LedgerEntry], at: datetime
) -> tuple[LedgerEntry, ...]:
    """Returns the entry that ends the rest of a guarantee, of which ``sessions`` were held or may still be.

    It is ``revoked`` once, and ``closed`` once when no session waits for its report any more; one that was
    extended ends again, so its cause counts the extensions.
    """
    missing = _missing(guarantee, entries, granted_amount(guarantee, sessions))
    if missing is None or missing.amount >= 0:
        return ()
    ended = f"{guarantee.guarantee_id}-{how}-{len(guarantee.extensions)}"
    return grant_ended(_cause(guarantee, ended, at), Money(-missing.amount, missing.currency))


def _missing(guarantee: Guarantee, entries: Sequence[LedgerEntry], target: Money | None) -> Money | None:
    """Returns how much more than now must be promised to reach the ``target``, below 0 for less."""
    own = [entry for entry in entries if entry.guarantee_id == guarantee.guarantee_id]
    if target is None or not any(entry.kind == "granted" for entry in own):
        return None
    now = balance_in(own, target.currency)
    return target - now.money(now.granted)


def _cause(guarantee: Guarantee, cause_id: str, at: datetime) -> EntryCause:
    return EntryCause(
        cause_id,
        guarantee.claim_id,
        at,
        guarantee.country,
        guarantee_id=guarantee.guarantee_id,
        clinic_id=guarantee.clinic_id,
    )

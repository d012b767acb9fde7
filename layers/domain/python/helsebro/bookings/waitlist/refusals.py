"""Refusals: why an entry of the waitlist is not made or changed."""

from __future__ import annotations

from helsebro.errors import Conflict, Refused


class EntryClosed(Conflict):
    """The entry has ended or was booked, so it can no longer change."""

    code = "waitlist-entry-closed"


class NothingOffered(Conflict):
    """No slot is offered to the entry."""

    code = "waitlist-nothing-offered"


class OfferExpired(Conflict):
    """The offer was not accepted within its 30 minutes; the slot is free for others again."""

    code = "waitlist-offer-expired"


class OfferWithdrawn(Conflict):
    """The clinic withdrew the offered slot; the entry waits again."""

    code = "waitlist-offer-withdrawn"


class TooManyEntries(Refused):
    """The guarantee has as many open entries as it may have."""

    code = "waitlist-too-many-entries"

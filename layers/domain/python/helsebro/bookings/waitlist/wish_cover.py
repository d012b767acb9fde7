"""Wish cover: whether a guarantee pays for a session on the days of a wish, and why not (F0-15)."""

from __future__ import annotations

from datetime import datetime

from helsebro.bookings.slot_cover import (
    GuaranteeUsedUp,
    against_another_first,
    against_decline,
    against_first_day,
    against_guarantee,
    bound_elsewhere,
    is_bound_to,
    not_offered,
    outside_period,
)
from helsebro.bookings.waitlist.wish import WaitlistWish
from helsebro.guarantees.guarantee import Guarantee
from helsebro.local_day import local_day


def must_cover_wish(guarantee: Guarantee, wish: WaitlistWish, at: datetime) -> None:
    """Raises unless a session on the days of the wish could be booked under the guarantee (F0-15)."""
    for refusal in (*against_guarantee(guarantee), *against_another_first(guarantee, wish.service)):
        raise refusal
    if wish.latest < guarantee.valid_from or guarantee.valid_until < wish.latest:
        raise outside_period(guarantee)
    first = max(wish.earliest, local_day(at, guarantee.country))
    for refusal in against_first_day(guarantee, first):
        raise refusal
    if wish.practitioner:
        days = [*wish.days_from(local_day(at, guarantee.country))]
        if not any(wish.practitioner.offers(guarantee.treatment, day) for day in days):
            raise not_offered(wish.practitioner, guarantee.treatment, days)
        for refusal in against_decline(guarantee, wish.practitioner):
            raise refusal
        if not is_bound_to(guarantee, wish.practitioner):
            raise bound_elsewhere(guarantee)
    if not guarantee.sessions_free:
        raise GuaranteeUsedUp(sessionsGranted=guarantee.sessions_granted)

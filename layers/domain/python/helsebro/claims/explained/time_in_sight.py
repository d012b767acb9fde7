"""Time in sight: how long a caller may still read a claim, so that no link outlives the right (Q32)."""

from __future__ import annotations

from datetime import date, datetime

from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.claims.mandated.held_mandates import held_mandates
from helsebro.work_calendar import WorkCalendar


def seconds_in_sight(claim: Claim, caller: Caller, at: datetime, most: int) -> int:
    """Returns ``most``, or the seconds until the caller's right to read ends by itself, if that is sooner.

    A guardian's right ends at the local midnight of the child's 15th birthday, that of the holder of a
    guardian's mandate with it. The store counts from the whole second before ``at``.
    """
    ends_on = _ends_on(claim, caller, at)
    if ends_on is None:
        return most
    ends_at = WorkCalendar(claim.country).start_of(ends_on)
    return max(1, min(most, int((ends_at - at.replace(microsecond=0)).total_seconds())))


def _ends_on(claim: Claim, caller: Caller, at: datetime) -> date | None:
    """Returns the first day on which the caller may not read it any more, None when no day is known."""
    if caller.payer or caller.clinic_id or caller.person_id == claim.person_id:
        return None
    ends = [each.lapses_on for each in held_mandates(claim, caller, at)]
    if claim.is_guarded_by(caller, at):
        ends.append(claim.guardian_until)
    known = [day for day in ends if day is not None]
    return max(known) if ends and len(known) == len(ends) else None

"""Fairness: who comes first among practitioners who suit equally well.

Distance counts in bands and time in days, so that many are equals. Of these, the one with the smaller load
for the own capacity comes first; with the same load, a lot that is drawn every day decides.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from datetime import date

from helsebro.ids import PractitionerId

BANDS_KM = (2, 5, 10, 25, 50, 100, 200)
"""Where the bands of distance end: 0–2 km, 2–5 km and so on."""
UNKNOWN_BAND = len(BANDS_KM) + 1
"""Sorts practitioners whose position is unknown last."""
USUAL_CAPACITY = 20
"""The clients a week of a practitioner who states no capacity (F1-27)."""
FEW = 5
"""A load of less than so many tenths of the capacity is small."""


def band_of(km: float | None) -> int:
    """Returns the band of a distance, the nearest first."""
    return UNKNOWN_BAND if km is None else bisect_right(BANDS_KM, km)


def load_in_tenths(sessions: int, weekly_capacity: int | None) -> int:
    """Returns the sessions and new clients for a weekly capacity, in whole tenths of it.

    Tenths keep the order calm: one more booking rarely changes it while someone turns the pages. Who has no
    capacity at all is full.
    """
    if weekly_capacity == 0:
        return 10 * max(sessions, 1)
    return 10 * sessions // (weekly_capacity or USUAL_CAPACITY)


def lot(practitioner_id: PractitionerId, on: date) -> str:
    """Returns the lot of a practitioner on a day; no two practitioners have the same."""
    drawn = hashlib.sha256(f"{practitioner_id}\n{on.isoformat()}".encode()).hexdigest()
    return f"{drawn[:16]}#{practitioner_id}"

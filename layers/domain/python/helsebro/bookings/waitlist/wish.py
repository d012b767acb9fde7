"""Wish: what a member on the waitlist would take: which days, at whom or near which place, which service."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from helsebro.errors import Fault
from helsebro.network import postal_area
from helsebro.network.consultation import Consultation
from helsebro.network.practitioner import Practitioner


@dataclass(frozen=True)
class WaitlistWish:
    """The days from ``earliest`` to ``latest``, both included. ``postcode`` places a wish for any
    practitioner; ``service`` is None for any.
    """

    earliest: date
    latest: date
    practitioner: Practitioner | None = None
    postcode: str | None = None
    service: Consultation | None = None

    def days_from(self, today: date) -> Iterator[date]:
        """Yields the days that are not over."""
        first = max(self.earliest, today)
        return (first + timedelta(days=number) for number in range((self.latest - first).days + 1))

    def faults(self, today: date, country: str) -> list[Fault]:
        """Returns the faults of days that are over, and of a postcode that the country does not have."""
        found = [Fault("/latest", "waitlist-window-over", "")] if self.latest < today else []
        if self.postcode and postal_area.area_of(country, self.postcode) is None:
            found.append(Fault("/postcode", "postcode-unknown", ""))
        return found


def order_faults(earliest: object, latest: object) -> list[Fault]:
    """Returns a fault when the last day, as sent, lies before the first."""
    both = isinstance(earliest, str) and isinstance(latest, str)
    return [Fault("/latest", "waitlist-window-reversed", "")] if both and str(latest) < str(earliest) else []

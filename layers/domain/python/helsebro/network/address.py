"""Address: where a clinic is, or where a practitioner treats."""

from __future__ import annotations

from dataclasses import dataclass

from helsebro.payer import Country


@dataclass(frozen=True)
class Address:
    """A street address; ``lat`` and ``lon`` in degrees (WGS 84), when the clinic knows them."""

    street: str
    postcode: str
    city: str
    country: Country
    lat: float | None = None
    lon: float | None = None

    def is_at(self, other: Address) -> bool:
        """Returns whether both name the same door, wherever their positions put it."""
        here, there = ((each.street, each.postcode, each.city, each.country) for each in (self, other))
        return here == there

    @property
    def position(self) -> tuple[float, float] | None:
        """Latitude and longitude, or None."""
        return (self.lat, self.lon) if self.lat is not None and self.lon is not None else None

"""Practitioner: who treats, where, what, and whom they wish to see (F0-11, F1-22, F2-04)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from helsebro.errors import BadInput, Fault
from helsebro.payer import Country

ONLY_WHEN_AUTHORISED = frozenset({"psychologist", "crisis-help"})
"""Treatments given by authorised psychologists only; a provider number is not asked for (F0-11, F1-11)."""


@dataclass(frozen=True)
class Address:
    """Where the practitioner treats; ``lat`` and ``lon`` in degrees (WGS 84) where the clinic knows them."""

    street: str
    postcode: str
    city: str
    country: Country
    lat: float | None = None
    lon: float | None = None

    @property
    def position(self) -> tuple[float, float] | None:
        """Latitude and longitude, or None."""
        return (self.lat, self.lon) if self.lat is not None and self.lon is not None else None


@dataclass(frozen=True)
class Practitioner:
    """A practitioner as the clinic's own system describes them, under its own ``key``.

    ``problems`` are those the practitioner wishes to treat, none meaning any (F1-22); ``insurance_clients``
    and ``crisis_help`` are the practitioner's own switches (F1-01, F1-11, F1-23). Raises ``BadInput`` with
    every fault.
    """

    practitioner_id: str
    clinic_id: str
    key: str
    name: str
    profession: str
    authorised: bool
    provider_number: bool
    address: Address
    treatments: tuple[str, ...]
    insurance_clients: bool
    crisis_help: bool
    problems: tuple[str, ...] = ()
    approvals: tuple[str, ...] = ()
    authorisation_id: str | None = None
    weekly_capacity: int | None = None

    def __post_init__(self) -> None:
        found = [
            *authorisation_faults(self.authorised, self.treatments, self.crisis_help),
            *position_faults(self.address.lat, self.address.lon),
        ]
        if found:
            raise BadInput(found)

    def offers(self, treatment: str) -> bool:
        """Whether members with a guarantee for the treatment may book here."""
        if not self.insurance_clients:
            return False
        return self.crisis_help if treatment == "crisis-help" else treatment in self.treatments

    def changed(
        self,
        *,
        insurance_clients: bool | None = None,
        crisis_help: bool | None = None,
        weekly_capacity: int | None = None,
    ) -> Practitioner:
        """The practitioner with what the clinic reports of them (F0-21); None leaves a field as it is."""
        return replace(
            self,
            insurance_clients=self.insurance_clients if insurance_clients is None else insurance_clients,
            crisis_help=self.crisis_help if crisis_help is None else crisis_help,
            weekly_capacity=self.weekly_capacity if weekly_capacity is None else weekly_capacity,
        )


def authorisation_faults(authorised: object, treatments: object, crisis_help: object) -> list[Fault]:
    """Psychologists, and whoever gives crisis help, must be authorised (F0-11, F1-11)."""
    if authorised is not False:
        return []
    faults = []
    named = treatments if isinstance(treatments, list | tuple) else ()
    if any(treatment in named for treatment in ONLY_WHEN_AUTHORISED):
        faults.append(Fault("/authorised", "psychologist-not-authorised", ""))
    if crisis_help is True:
        faults.append(Fault("/crisisHelp", "crisis-help-not-authorised", ""))
    return faults


def position_faults(lat: object, lon: object) -> list[Fault]:
    """Latitude and longitude are told together or not at all."""
    if (lat is None) == (lon is None):
        return []
    return [Fault("/address/lat" if lat is None else "/address/lon", "position-incomplete", "")]


@dataclass(frozen=True)
class FirstFree:
    """The first slot of a practitioner that is free, as a search tells it."""

    slot_id: str
    starts_at: datetime

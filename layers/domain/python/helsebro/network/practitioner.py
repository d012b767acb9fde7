"""Practitioner: a person who treats, with place, treatments and accepted clients (F0-11, F1-22, F2-04)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from helsebro.errors import BadInput, Fault
from helsebro.ids import ClinicId, PractitionerId, SlotId
from helsebro.payer import Country

ONLY_WHEN_AUTHORISED = frozenset({"psychologist", "crisis-help"})
"""The treatments that need an authorised psychologist; a provider number is not required (F0-11, F1-11)."""


@dataclass(frozen=True)
class Address:
    """Where the practitioner treats; ``lat`` and ``lon`` in degrees (WGS 84), when the clinic knows them."""

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

    ``problems`` are those the practitioner treats, empty for any (F1-22). The practitioner switches
    ``insurance_clients`` and ``crisis_help`` on and off (F1-01, F1-11, F1-23). Raises ``BadInput`` with every
    fault.
    """

    practitioner_id: PractitionerId
    clinic_id: ClinicId
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
        """Returns the practitioner with what the clinic reports (F0-21); None leaves a field unchanged."""
        return replace(
            self,
            insurance_clients=self.insurance_clients if insurance_clients is None else insurance_clients,
            crisis_help=self.crisis_help if crisis_help is None else crisis_help,
            weekly_capacity=self.weekly_capacity if weekly_capacity is None else weekly_capacity,
        )


def authorisation_faults(authorised: object, treatments: object, crisis_help: object) -> list[Fault]:
    """Returns the faults of an unauthorised practitioner who offers what needs it (F0-11, F1-11)."""
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
    """Returns a fault when only one of latitude and longitude is given."""
    if (lat is None) == (lon is None):
        return []
    return [Fault("/address/lat" if lat is None else "/address/lon", "position-incomplete", "")]


@dataclass(frozen=True)
class FirstFree:
    """A practitioner's first free slot, as a search shows it."""

    slot_id: SlotId
    starts_at: datetime

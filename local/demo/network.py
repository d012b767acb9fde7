"""Demo clinics: three of them, six practitioners, free slots for the rest of today and for two weeks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

from local.demo.people import SIGNATORIES, Person

PHYSIOTHERAPY, PSYCHOLOGY = ("physiotherapy",), ("psychologist",)
BOTH = (*PHYSIOTHERAPY, *PSYCHOLOGY)
WEEKS = 2
SATURDAY = 5
SESSION = timedelta(minutes=45)
SHORT_SESSION, HALF_HOUR = timedelta(minutes=25), timedelta(minutes=30)
HOURS: tuple[tuple[time, Literal["first", "follow-up"]], ...] = (
    (time(8), "first"),
    (time(9), "follow-up"),
    (time(13), "first"),
    (time(14), "follow-up"),
)
"""The slots of a demo practitioner; the rest of the day is free for experiments."""


@dataclass(frozen=True)
class DemoPractitioner:
    """A practitioner, with its key in the clinic's own system."""

    key: str
    name: str
    profession: str
    treatments: tuple[str, ...]
    authorised: bool = True
    approvals: tuple[str, ...] = ()
    crisis_help: bool = False
    authorisation_id: str = ""


@dataclass(frozen=True)
class DemoClinic:
    """A clinic with its address; ``signatory`` may sign for it."""

    name: str
    cvr: str
    signatory: Person
    address: dict[str, Any]
    practitioners: tuple[DemoPractitioner, ...]
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Europe/Copenhagen"))

    @property
    def country(self) -> Literal["DK", "NO"]:
        """The country of its address."""
        return "NO" if self.address["country"] == "NO" else "DK"


def clinics() -> tuple[DemoClinic, ...]:
    """Returns the demo clinics; ``stack.json`` names the first, which has physiotherapy and psychology.

    Its first practitioner gives both: only a psychologist may offer psychology, physiotherapy is open to all.
    """
    karen, lars, nina = SIGNATORIES
    return (
        DemoClinic(
            "Sundhedshuset Vesterport",
            "10150817",
            karen,
            _address("Vesterbrogade 12", "1620", "København V", "DK", 55.6735, 12.5630),
            (
                DemoPractitioner("demo-1", "Ida Friis", "psychologist", BOTH, authorisation_id="0DEM1"),
                DemoPractitioner(
                    "demo-2",
                    "Morten Dahl",
                    "psychologist",
                    PSYCHOLOGY,
                    crisis_help=True,
                    authorisation_id="0DEM2",
                ),
            ),
        ),
        DemoClinic(
            "Klinik Ågade",
            "10213231",
            lars,
            _address("Ågade 4", "8000", "Aarhus C", "DK", 56.1567, 10.2108),
            (
                DemoPractitioner(
                    "a-1", "Signe Toft", "physiotherapist", PHYSIOTHERAPY, authorisation_id="0DEM3"
                ),
                DemoPractitioner(
                    "a-2", "Bo Ravn", "reflexologist", ("reflexology", "acupuncture"), False, ("RAB",)
                ),
            ),
        ),
        DemoClinic(
            "Fjordklinikken",
            "974760673",
            nina,
            _address("Strandgaten 20", "5013", "Bergen", "NO", 60.3943, 5.3220),
            (
                DemoPractitioner(
                    "f-1", "Kari Moe", "physiotherapist", PHYSIOTHERAPY, authorisation_id="9108031"
                ),
                DemoPractitioner(
                    "f-2", "Odd Nes", "psychologist", PSYCHOLOGY, crisis_help=True, authorisation_id="9108033"
                ),
            ),
            ZoneInfo("Europe/Oslo"),
        ),
    )


def slots_of_today(key: str, zone: ZoneInfo, now: datetime) -> Iterator[dict[str, str]]:
    """Yields what is left of a practitioner's day: a first session at every full hour, others at half past.

    A session can be reported as held on its own day at the earliest: these are for such sessions.
    """
    starts_at = now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    while starts_at.astimezone(zone).date() <= now.astimezone(zone).date():
        if starts_at > now:
            yield {
                "key": f"{key}-{starts_at:%Y%m%dT%H%MZ}",
                "startsAt": _instant(starts_at),
                "endsAt": _instant(starts_at + SHORT_SESSION),
                "service": "first" if starts_at.minute == 0 else "follow-up",
            }
        starts_at += HALF_HOUR


def slots(key: str, zone: ZoneInfo, today: date) -> Iterator[dict[str, str]]:
    """Yields two weeks of a practitioner's slots from tomorrow, without weekends, as the API takes them."""
    for day in (today + timedelta(days=number) for number in range(1, 7 * WEEKS + 1)):
        if day.weekday() >= SATURDAY:
            continue
        for at, service in HOURS:
            starts_at = datetime.combine(day, at, zone)
            yield {
                "key": f"{key}-{day:%Y%m%d}-{at:%H%M}",
                "startsAt": _instant(starts_at),
                "endsAt": _instant(starts_at + SESSION),
                "service": service,
            }


def _address(street: str, postcode: str, city: str, country: str, lat: float, lon: float) -> dict[str, Any]:
    return {
        "street": street,
        "postcode": postcode,
        "city": city,
        "country": country,
        "lat": lat,
        "lon": lon,
    }


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

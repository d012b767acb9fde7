"""Health professional: a person as the registers of the embedded stack have them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock

from helsebro.onboarding.registers.professions import PROFESSIONS
from helsebro.payer import Country
from local.demo.network import DemoClinic


@dataclass(frozen=True)
class HealthProfessional:
    """``profession`` is a word of the network; ``is_valid`` says that the authorisation is in force."""

    number: str
    name: str
    profession: str
    is_valid: bool = True

    @property
    def given_names(self) -> str:
        """All names but the last."""
        return self.name.rpartition(" ")[0]

    @property
    def family_name(self) -> str:
        """The last name."""
        return self.name.rpartition(" ")[2]

    def called(self, country: Country) -> str:
        """Returns what the register of a country calls the profession: a Danish name, a Norwegian code."""
        known = next((one for one in PROFESSIONS if one.name == self.profession), None)
        if known is None:
            return ""
        return min(known.danish if country == "DK" else known.norwegian, default="")


class People:
    """The people of both registers, by their numbers."""

    def __init__(self, clinics: Iterable[DemoClinic]) -> None:
        self._lock = Lock()
        self._known = {
            (clinic.country, demo.authorisation_id): HealthProfessional(
                demo.authorisation_id, demo.name, demo.profession
            )
            for clinic in clinics
            for demo in clinic.practitioners
            if demo.authorisation_id
        }

    def find(self, country: Country, number: str) -> HealthProfessional | None:
        """Returns who has a number, None when no one has it."""
        with self._lock:
            return self._known.get((country, number))

    def set(self, country: Country, person: HealthProfessional) -> None:
        """Stores a person under the number."""
        with self._lock:
            self._known[country, person.number] = person

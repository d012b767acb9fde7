"""Payer: who pays for treatment; the tenant that policies, claims, tasks and money belong to (F1-31)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from helsebro.errors import BadInput, Fault
from helsebro.money import Currency

Country = Literal["DK", "NO"]
PayerKind = Literal["insurer", "municipality", "organisation"]
SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}")


@dataclass(frozen=True)
class Contact:
    """How members and clinics reach the payer (F0-25, F4-04); every guarantee shows it."""

    email: str
    phone: str
    hours: str


@dataclass(frozen=True)
class Payer:
    """A payer. Invoices are addressed to its ``gln`` (0088) or else to its ``organisation_number``
    (0184 in Denmark, 0192 in Norway).
    """

    slug: str
    name: str
    kind: PayerKind
    country: Country
    currency: Currency
    contact: Contact
    gln: str | None = None
    organisation_number: str | None = None

    def __post_init__(self) -> None:
        faults = []
        if not SLUG.fullmatch(self.slug):
            faults.append(Fault("/payer", "payer-slug-malformed", ""))
        if not self.gln and not self.organisation_number:
            faults.append(Fault("/gln", "payer-without-endpoint", ""))
        if self.currency != ("NOK" if self.country == "NO" else "DKK"):
            faults.append(Fault("/currency", "payer-currency-not-the-countrys", ""))
        if faults:
            raise BadInput(faults)

    @property
    def endpoint(self) -> tuple[str, str]:
        """The scheme and the number that invoices to this payer are addressed to."""
        if self.gln:
            return "0088", self.gln
        return ("0192" if self.country == "NO" else "0184"), self.organisation_number or ""

"""Payer: who pays for treatment; the tenant that policies, claims, tasks and money belong to (F1-31)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from helsebro.errors import BadInput, Fault
from helsebro.money import Currency
from helsebro.work_calendar import CalendarPeriod

Country = Literal["DK", "NO"]
PayerKind = Literal["insurer", "municipality", "organisation"]
Endpoint = tuple[str, str]
"""A scheme and a number of it: `0088` is a GLN, `0184` a Danish company number, `0192` a Norwegian one."""
SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}")


@dataclass(frozen=True)
class OfficeAddress:
    """Where the payer gets letters; in its own country."""

    street: str
    postcode: str
    city: str

    @property
    def line(self) -> str:
        """The address on one line."""
        return f"{self.street}, {self.postcode} {self.city}"


@dataclass(frozen=True)
class Contact:
    """How members and clinics reach the payer (F0-25, F4-04); every guarantee shows it.

    Without an ``address`` no text asks anyone to write a letter.
    """

    email: str
    phone: str
    hours: str
    address: OfficeAddress | None = None

    @property
    def post_to(self) -> str:
        """The address of letters on one line, empty when there is none."""
        return self.address.line if self.address else ""


@dataclass(frozen=True)
class StaffContact:
    """Where the payer's own staff read about deadlines: ``email``, or the address in ``queues`` by queue."""

    email: str
    queues: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Payer:
    """A payer. Invoices are addressed to its ``gln`` (0088) or else to its ``organisation_number``
    (0184 in Denmark, 0192 in Norway). Its ``calendars`` say whose public holidays count in its deadlines; on
    all other days those of the case's country do. Without a ``staff_contact``, ``contact`` is also that of
    its staff.
    """

    slug: str
    name: str
    kind: PayerKind
    country: Country
    currency: Currency
    contact: Contact
    gln: str | None = None
    organisation_number: str | None = None
    calendars: tuple[CalendarPeriod, ...] = ()
    staff_contact: StaffContact | None = None

    def __post_init__(self) -> None:
        faults = []
        if not SLUG.fullmatch(self.slug):
            faults.append(Fault("/payer", "payer-slug-malformed", ""))
        if not self.gln and not self.organisation_number:
            faults.append(Fault("/gln", "payer-without-endpoint", ""))
        if self.currency != ("NOK" if self.country == "NO" else "DKK"):
            faults.append(Fault("/currency", "payer-currency-not-the-countrys", ""))
        faults += _calendar_faults(self.calendars)
        if faults:
            raise BadInput(faults)

    @property
    def endpoint(self) -> Endpoint:
        """The scheme and the number that invoices to this payer are addressed to."""
        return self.numbers[0]

    @property
    def numbers(self) -> tuple[Endpoint, ...]:
        """Its GLN and its organisation number, each with its scheme; no other payer has one of them."""
        company = "0192" if self.country == "NO" else "0184"
        known = (("0088", self.gln), (company, self.organisation_number))
        return tuple((scheme, number) for scheme, number in known if number)

    def staff_email(self, queue: str) -> str:
        """Returns the e-mail address of the staff of a queue."""
        if self.staff_contact is None:
            return self.contact.email
        return self.staff_contact.queues.get(queue, self.staff_contact.email)


def _calendar_faults(calendars: Sequence[CalendarPeriod]) -> list[Fault]:
    """Returns a fault for each period that ends before it begins, or begins in an earlier one of the list."""
    faults = []
    for place, period in enumerate(calendars):
        if period.until and period.until < period.since:
            faults.append(Fault(f"/calendars/{place}/until", "calendar-ends-before-it-begins", ""))
        elif any(period.overlaps(earlier) for earlier in calendars[:place]):
            faults.append(Fault(f"/calendars/{place}/from", "calendars-overlap", ""))
    return faults

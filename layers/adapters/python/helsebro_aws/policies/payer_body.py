"""The shapes of payers (api.md, Payers, members, policies, coverage)."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from helsebro.errors import Fault
from helsebro.money import Currency
from helsebro.payer import Contact, Country, OfficeAddress, Payer, PayerKind, StaffContact
from helsebro.payments import check_digits
from helsebro.policies.payer_mark import LARGEST_BYTES, PayerMark, UnusableMark, payer_mark
from helsebro.work_calendar import CalendarPeriod, Holidays
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.day import Day
from helsebro_aws.http.fields.visible_text import MailboxText, PhoneText, VisibleOrEmptyText, VisibleText

DIGITS = re.compile("[0-9]{8,9}")
ORGANISATION_CHECKS = {"DK": (8, check_digits.cvr), "NO": (9, check_digits.norwegian_organisation)}
"""Country → the length and the check of a company number."""
MOST_CALENDARS = 20
ONE_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mMQMvACAADkAI3AphQLAAAAAElFTkSuQmCC"
"""The smallest mark, as an example."""


def _right_gln(value: str) -> str:
    if not check_digits.gln(value):
        raise PydanticCustomError("gln-wrong", "")
    return value


def _usable_mark(value: str) -> str:
    try:
        payer_mark(b64decode(value, validate=True))
    except NotBase64:
        raise PydanticCustomError("mark-unreadable", "") from None
    except UnusableMark as fault:
        raise PydanticCustomError(fault.code, "") from None
    return value


class NewOfficeAddressShape(Body):
    """Where the payer gets letters."""

    street: Annotated[
        VisibleText, Field(description="The street and number, or a box.", examples=["Postboks 300"])
    ]
    postcode: Annotated[str, Field(pattern=r"^[0-9]{4}$", description="4 digits.", examples=["2750"])]
    city: Annotated[VisibleText, Field(description="The town.", examples=["Ballerup"])]


class ContactShape(Body):
    """How members and clinics reach the payer."""

    email: Annotated[MailboxText, Field(description="Its e-mail address.", examples=["help@example.org"])]
    phone: Annotated[
        PhoneText,
        Field(description="Its phone number.", examples=["+45 70 11 22 33"]),
    ]
    hours: Annotated[VisibleOrEmptyText, Field(description="When it answers.", examples=["09:00–16:00"])]
    address: Annotated[
        NewOfficeAddressShape | None,
        Field(
            description="Where it gets letters. Without it, texts ask members to call instead of writing a "
            "letter."
        ),
    ] = None

    def contact(self) -> Contact:
        """Returns the contact."""
        office = OfficeAddress(**self.address.model_dump()) if self.address else None
        return Contact(self.email, self.phone, self.hours, office)


QueueEmail = Annotated[
    MailboxText | None,
    Field(
        description="The e-mail address of the staff of this queue, if it is another one.",
        examples=["refunds@example.org"],
    ),
]


class NewQueueEmailsShape(Body):
    """The e-mail addresses of queues."""

    claims: QueueEmail = None
    refunds: QueueEmail = None
    extensions: QueueEmail = None
    complaints: QueueEmail = None
    payments: QueueEmail = None
    network: QueueEmail = None
    underwriting: QueueEmail = None


class NewStaffContactShape(Body):
    """Where the payer's staff read about deadlines."""

    email: Annotated[
        MailboxText,
        Field(
            description="The e-mail address for every queue without one of its own.",
            examples=["health-team@example.org"],
        ),
    ]
    queues: Annotated[NewQueueEmailsShape, Field(description="The e-mail addresses of queues.")] = (
        NewQueueEmailsShape()
    )

    def contact(self) -> StaffContact:
        """Returns the contact."""
        return StaffContact(self.email, self.queues.model_dump(exclude_none=True))


class NewCalendarPeriodShape(Body):
    """Whose public holidays count in the payer's deadlines, from a day on."""

    holidays: Annotated[Holidays, Field(description="The country whose public holidays count.")]
    since: Annotated[Day, Field(alias="from", description="Its first day.", examples=["2026-01-01"])]
    until: Annotated[
        Day | None,
        Field(description="Its last day. Leave it out for until further notice.", examples=["2026-12-31"]),
    ] = None

    def period(self) -> CalendarPeriod:
        """Returns the period."""
        return CalendarPeriod(self.holidays, self.since, self.until)


class NewPayerShape(Body):
    """A payer to register. It needs a GLN or an organisation number, to which invoices are addressed."""

    name: Annotated[VisibleText, Field(description="Its name.", examples=["Tryg Forsikring"])]
    kind: Annotated[PayerKind, Field(description="What kind of payer it is.")]
    country: Annotated[Country, Field(description="Its country.")]
    currency: Annotated[Currency, Field(description="The currency of the country.")]
    contact: Annotated[ContactShape, Field(description="How members and clinics reach it.")]
    gln: Annotated[
        Annotated[str, Field(pattern=r"^[0-9]{13}$"), AfterValidator(_right_gln)] | None,
        Field(description="Its GLN, with its check digit.", examples=["5790000000005"]),
    ] = None
    organisation_number: Annotated[
        Annotated[str, Field(pattern=f"^{DIGITS.pattern}$")] | None,
        Field(
            description="Its organisation number: a CVR number in Denmark, 9 digits in Norway.",
            examples=["24260666"],
        ),
    ] = None
    calendars: Annotated[
        list[NewCalendarPeriodShape],
        Field(
            max_length=MOST_CALENDARS,
            description="Whose public holidays count in its deadlines, and when; no two periods overlap. On "
            "all other days those of the case's country count.",
        ),
    ] = []  # noqa: RUF012 - pydantic copies it
    staff_contact: Annotated[
        NewStaffContactShape | None,
        Field(
            description="Where its staff read about deadlines. Leave it out to use the e-mail address of "
            "`contact`."
        ),
    ] = None

    mark: Annotated[
        Annotated[str, Field(max_length=4 * LARGEST_BYTES), AfterValidator(_usable_mark)] | None,
        Field(
            description="Its logo for the guarantee's paper: a PNG in base64 of at most 32 kB and 1200 × 600 "
            "pixels, 8 bits a channel, without palette and interlacing. Only its picture is stored. Leave it "
            "out for a paper with the payer's name in type.",
            examples=[ONE_PIXEL],
            json_schema_extra={"contentEncoding": "base64", "contentMediaType": "image/png"},
        ),
    ] = None

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns a fault when the organisation number is not one of the country."""
        known, number = ORGANISATION_CHECKS.get(str(sent.get("country"))), sent.get("organisationNumber")
        if known is None or not isinstance(number, str) or not DIGITS.fullmatch(number):
            return []
        length, is_right = known
        if len(number) == length and is_right(number):
            return []
        return [Fault("/organisationNumber", "company-number-wrong", "")]

    def named(self, slug: str) -> Payer:
        """Returns the payer that the body describes. Raises ``BadInput`` when the domain rejects it."""
        contact = self.contact.contact()
        calendars = tuple(calendar.period() for calendar in self.calendars)
        staff = self.staff_contact.contact() if self.staff_contact else None
        known = {
            **self.model_dump(exclude={"mark"}),
            "contact": contact,
            "calendars": calendars,
            "staff_contact": staff,
        }
        return Payer(slug=slug, **known)

    def its_mark(self) -> PayerMark | None:
        """Returns the mark, None when the body has none."""
        return payer_mark(b64decode(self.mark)) if self.mark else None

"""The shape of the details that a signatory fills in about the clinic (F0-08)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, StrictInt

from helsebro.errors import Fault
from helsebro.network.address import Address
from helsebro.network.clinic import Clinic, ClinicContact
from helsebro.network.clinic_details import (
    DEFAULT_NOTICE_HOURS,
    FEWEST_NOTICE_HOURS,
    MOST_NOTICE_HOURS,
    ClinicDetails,
    OpeningHours,
    Weekday,
    opening_faults,
)
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.short_text import LanguageCode
from helsebro_aws.http.fields.visible_text import MailboxText, PhoneText
from helsebro_aws.network.street_address_shape import StreetAddressShape

MOST_SPANS, MOST_LANGUAGES = 21, 20
LocalTime = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]


class NewClinicContactShape(Body):
    """How the platform and members reach the clinic."""

    phone: Annotated[PhoneText, Field(description="Its phone number.", examples=["+45 33 11 22 33"])]
    email: Annotated[MailboxText, Field(description="Its e-mail address.", examples=["post@klinik.example"])]


class NewOpeningHoursShape(Body):
    """When the clinic is open on a weekday, in local time."""

    weekday: Annotated[Weekday, Field(description="The weekday.", examples=["monday"])]
    opens: Annotated[LocalTime, Field(description="When it opens.", examples=["08:00"])]
    closes: Annotated[LocalTime, Field(description="When it closes, on the same day.", examples=["16:00"])]


class NewDetailsShape(Body):
    """All details of the clinic; they replace those that were set before."""

    contact: Annotated[
        NewClinicContactShape | None,
        Field(description="How to reach the clinic; absent leaves it as it is."),
    ] = None
    address: Annotated[StreetAddressShape, Field(description="Where the clinic is.")]
    opening_hours: Annotated[
        tuple[NewOpeningHoursShape, ...],
        Field(
            max_length=MOST_SPANS,
            description="When the clinic is open; a weekday may have several rows.",
            examples=[[{"weekday": "monday", "opens": "08:00", "closes": "16:00"}]],
        ),
    ] = ()
    notice_hours: Annotated[
        StrictInt,
        Field(
            ge=FEWEST_NOTICE_HOURS,
            le=MOST_NOTICE_HOURS,
            description="A cancellation this many hours before a session, or later, is late, and the member "
            "pays for it.",
            examples=[24],
        ),
    ] = DEFAULT_NOTICE_HOURS
    languages: Annotated[
        tuple[LanguageCode, ...],
        Field(
            max_length=MOST_LANGUAGES,
            description="The languages that are spoken at the clinic (ISO 639-1).",
            examples=[["da", "en"]],
        ),
    ] = ()

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults of opening hours that overlap, or that end before they begin."""
        given = sent.get("openingHours")
        rows = given if isinstance(given, list) and all(isinstance(row, dict) for row in given) else []
        return opening_faults([(row.get("weekday"), row.get("opens"), row.get("closes")) for row in rows])

    def details(self) -> ClinicDetails:
        """Returns the details that the body describes."""
        return ClinicDetails(
            opening_hours=tuple(OpeningHours(**hours.model_dump()) for hours in self.opening_hours),
            languages=tuple(sorted(set(self.languages))),
            notice_hours=self.notice_hours,
        )

    def place(self) -> Address:
        """Returns where the clinic is."""
        return Address(**self.address.model_dump())

    def contact_of(self, clinic: Clinic) -> ClinicContact:
        """Returns how to reach the clinic from now on."""
        return ClinicContact(**self.contact.model_dump()) if self.contact else clinic.contact

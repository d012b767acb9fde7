"""The shapes in which a person, or a caseworker for the person, enters a contact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, StrictBool

from helsebro.errors import Fault
from helsebro.network.postal_area import TABLES, area_of
from helsebro.notifications.contact_record import ContactRecord, Language, PostalAddress, language_in
from helsebro_aws.http.bodies import Body
from helsebro_aws.http.fields.country_code import CountryCode
from helsebro_aws.http.fields.visible_text import MailboxText, VisibleText
from helsebro_aws.notifications.contact.phone_number import international, phone_faults

WAYS = ("email", "phone", "address")


class NewPostalAddressShape(Body):
    """Where letters go."""

    name: Annotated[
        VisibleText, Field(repr=False, description="The name on the letter box.", examples=["Anna Lund"])
    ]
    street: Annotated[
        VisibleText, Field(repr=False, description="Street and number.", examples=["Havnegade 1, 2. tv"])
    ]
    postcode: Annotated[
        VisibleText,
        Field(
            max_length=12,
            repr=False,
            description="The postcode. One of Denmark or Norway has to exist.",
            examples=["8000"],
        ),
    ]
    city: Annotated[VisibleText, Field(repr=False, description="The town.", examples=["Aarhus C"])]
    country: Annotated[
        CountryCode, Field(description="The country, in two letters of ISO 3166.", examples=["DK"])
    ]


class NewOwnContactShape(Body):
    """Where a person wants to be reached: it replaces the whole contact. At least one way is needed."""

    email: Annotated[
        MailboxText | None,
        Field(repr=False, description="The e-mail address.", examples=["anna@example.org"]),
    ] = None
    phone: Annotated[
        str | None,
        Field(
            max_length=40,
            repr=False,
            description="A phone number that receives SMS, with its country code or as it is written in the "
            "person's country.",
            examples=["+45 20 30 40 50"],
        ),
    ] = None
    address: Annotated[NewPostalAddressShape | None, Field(description="The postal address.")] = None
    language: Annotated[
        Language | None,
        Field(description="The language of what is sent. Left out, it is that of the person's country."),
    ] = None

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults of the phone number, of the postcode, and of a contact without any way."""
        faults = [*phone_faults(sent.get("phone")), *_postcode_faults(sent.get("address"))]
        if all(sent.get(way) is None for way in WAYS):
            faults.append(Fault("", "contact-empty", ""))
        return faults

    def entered(self, before: ContactRecord, country: str) -> ContactRecord:
        """Returns the record as entered by the person, who has a login. Raises ``BadInput``."""
        return self._entered(before, country, has_login=True)

    def _entered(self, before: ContactRecord, country: str, *, has_login: bool) -> ContactRecord:
        place = self.address
        return ContactRecord(
            before.person_id,
            email=self.email,
            phone=international(self.phone, country) if self.phone is not None else None,
            address=PostalAddress(**place.model_dump()) if place else None,
            language=self.language or language_in(country),
            country=country,
            has_login=has_login,
        )


class NewPolicyholderContactShape(NewOwnContactShape):
    """Where a policyholder gets notices and reminders: it replaces the whole contact."""


class NewPersonContactShape(NewOwnContactShape):
    """A contact that a caseworker enters, such as for a person without MitID who phones."""

    has_login: Annotated[
        StrictBool,
        Field(description="Whether the person can log in. Everything goes by letter to one who cannot."),
    ]

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults of a contact, and that of a person who can only get letters and nowhere."""
        faults = super().between(sent)
        if sent.get("hasLogin") is False and sent.get("address") is None:
            faults.append(Fault("/address", "address-missing", ""))
        return faults

    def entered(self, before: ContactRecord, country: str) -> ContactRecord:
        """Returns the record as the caseworker has entered it. Raises ``BadInput``."""
        return self._entered(before, country, has_login=self.has_login)


def _postcode_faults(address: object) -> list[Fault]:
    """Returns the fault of a postcode that does not exist: a letter to it comes back."""
    if not isinstance(address, dict):
        return []
    country, postcode = address.get("country"), address.get("postcode")
    if not isinstance(postcode, str) or not isinstance(country, str) or country not in TABLES:
        return []
    if area_of(country, postcode.strip()):
        return []
    return [Fault("/address/postcode", "postcode-unknown", "")]

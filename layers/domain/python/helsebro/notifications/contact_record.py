"""Contact record (kontaktoplysninger): where one person can be reached; there is one for each person.

It holds what the person has entered. Until then, what the payer's enrolment says is used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from helsebro.errors import VersionStale
from helsebro.ids import PersonId
from helsebro.notifications.channel import Channel, Choice

Language = Literal["da", "nb", "en"]
LANGUAGES: tuple[Language, ...] = ("da", "nb", "en")
LANGUAGE_OF: Mapping[str, Language] = {"DK": "da", "NO": "nb"}
AddressState = Literal["ok", "bounced", "complained"]


@dataclass(frozen=True)
class PostalAddress:
    """Where a letter goes; ``country`` is an ISO code of two letters."""

    name: str
    street: str
    postcode: str
    city: str
    country: str = "DK"


@dataclass(frozen=True)
class ContactRecord:
    """One person's addresses and wishes.

    A policyholder has one too, for each policy: then ``person_id`` is the id of the policy.

    ``phone`` is in the international form ``+4570112233`` once a person has entered it; that of an enrolment
    is as it was written in ``country``, which also gives the quiet hours. ``has_login`` is False for who has
    no MitID or BankID: then everything goes by letter (F4-02). ``email_state`` and ``phone_state`` say what
    the last message met. ``choices`` holds what the person has chosen, by kind of notification.
    """

    person_id: PersonId
    email: str | None = None
    phone: str | None = None
    address: PostalAddress | None = None
    language: Language = "da"
    country: str = "DK"
    has_login: bool = True
    email_state: AddressState = "ok"
    phone_state: AddressState = "ok"
    choices: Mapping[str, Choice] = field(default_factory=dict)
    changed_at: datetime | None = None
    version: int = 0

    def can_be_reached_by(self, channel: Channel) -> bool:
        """Whether the channel has an address that is not known to fail."""
        match channel:
            case "email":
                return bool(self.email) and self.email_state == "ok"
            case "sms":
                return bool(self.phone) and self.phone_state == "ok"
            case "letter":
                return self.address is not None
            case "digital-post":
                return True

    def address_of(self, channel: Channel) -> str:
        """Returns the address on a channel as text; for digital post the person's id."""
        match channel:
            case "email":
                return self.email or ""
            case "sms":
                return self.phone or ""
            case "letter":
                place = self.address
                return f"{place.street}, {place.postcode} {place.city}, {place.country}" if place else ""
            case "digital-post":
                return self.person_id

    def must_be(self, version: int) -> None:
        """Raises ``VersionStale`` unless the record has this version."""
        if self.version != version:
            raise VersionStale()

    def over(self, enrolled: ContactRecord) -> ContactRecord:
        """Returns what holds today, given the ``enrolled`` record of the enrolments.

        Until the person has entered a contact (``changed_at``), the addresses of the enrolment are used; a
        state that belongs to another address is forgotten.
        """
        if self.changed_at:
            return self
        return replace(
            enrolled,
            has_login=self.has_login,
            email_state=self.email_state if self.email == enrolled.email else "ok",
            phone_state=self.phone_state if self.phone == enrolled.phone else "ok",
            choices=self.choices,
            version=self.version,
        )

    def changed(self, entered: ContactRecord, at: datetime) -> ContactRecord:
        """Returns the record with the addresses, the language and the login that were ``entered``."""
        return replace(
            entered,
            person_id=self.person_id,
            email_state="ok",
            phone_state="ok",
            choices=self.choices,
            changed_at=at,
            version=self.version + 1,
        )

    def choosing(self, choices: Mapping[str, Choice]) -> ContactRecord:
        """Returns the record with these choices in place of the earlier ones of the same kinds."""
        return replace(self, choices={**self.choices, **choices}, version=self.version + 1)

    def has_other_addresses(self, than: ContactRecord) -> bool:
        """Whether an e-mail address, a phone number or a postal address differs."""
        mine, theirs = (self.email, self.phone, self.address), (than.email, than.phone, than.address)
        return mine != theirs

    @property
    def names_an_address(self) -> bool:
        """Whether it has an e-mail address, a phone number or a postal address."""
        return any((self.email, self.phone, self.address))

    def failed(self, channel: Channel, state: AddressState) -> ContactRecord:
        """Returns the record with a channel on which a message came back."""
        if channel == "email":
            return replace(self, email_state=state, version=self.version + 1)
        return replace(self, phone_state=state, version=self.version + 1) if channel == "sms" else self


def language_in(country: str) -> Language:
    """Returns the language of messages to a country, until the person chooses another."""
    return LANGUAGE_OF.get(country, "en")

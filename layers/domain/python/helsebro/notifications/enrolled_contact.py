"""Enrolled contact: where a person is reached until the person enters a contact, by the latest enrolment."""

from __future__ import annotations

from collections.abc import Sequence

from helsebro.ids import PersonId
from helsebro.notifications.contact_record import ContactRecord, language_in
from helsebro.policies.insured import Insured


def enrolled_contact(person_id: PersonId, places: Sequence[Insured], country: str = "DK") -> ContactRecord:
    """Returns the latest e-mail address and phone number that an enrolment names, and the country and
    language of the latest enrolment.

    An enrolment that names no address takes away none. ``country`` is that of a person without an enrolment.
    """
    newest_first = sorted(places, key=lambda place: place.enrolled_on, reverse=True)
    if newest_first:
        country = newest_first[0].country
    return ContactRecord(
        person_id,
        email=next((place.email for place in newest_first if place.email), None),
        phone=next((place.phone for place in newest_first if place.phone), None),
        language=language_in(country),
        country=country,
    )


def latest(places: Sequence[Insured]) -> Insured:
    """Returns the place with the latest enrolment; there is at least one."""
    return max(places, key=lambda place: place.enrolled_on)

"""Enrolled contact: where a person is reached until the person enters a contact, by the latest enrolment."""

from __future__ import annotations

from collections.abc import Sequence

from helsebro.ids import PersonId
from helsebro.notifications.contact_record import ContactRecord, language_in
from helsebro.policies.insured import Insured


def enrolled_contact(person_id: PersonId, places: Sequence[Insured], country: str = "DK") -> ContactRecord:
    """Returns the e-mail address and phone number of the latest enrolment, with its country and its language.

    ``country`` is that of a person without an enrolment.
    """
    if not places:
        return ContactRecord(person_id, language=language_in(country), country=country)
    place = latest(places)
    return ContactRecord(
        person_id, place.email, place.phone, language=language_in(place.country), country=place.country
    )


def latest(places: Sequence[Insured]) -> Insured:
    """Returns the place with the latest enrolment; there is at least one."""
    return max(places, key=lambda place: place.enrolled_on)

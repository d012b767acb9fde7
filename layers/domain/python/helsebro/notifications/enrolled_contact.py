"""Enrolled contact: where a person is reached until the person enters a contact, by the enrolments.

The first enrolment that named an address is asked first: another one only fills what is missing, so that no
employer redirects what an earlier one, or the person, receives.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from helsebro.ids import PersonId
from helsebro.notifications.contact_record import ContactRecord, language_in
from helsebro.policies.insured import Insured

BEFORE_IT_WAS_KEPT = datetime.min.replace(tzinfo=UTC)


def enrolled_contact(
    person_id: PersonId, places: Sequence[Insured], on: date, country: str = "DK"
) -> ContactRecord:
    """Returns the e-mail address and phone number that an enrolment named first, and the country and language
    of the latest enrolment.

    One that the person has left by that day counts only where no other names an address. ``country`` is that
    of a person without an enrolment.
    """
    if places:
        country = latest(places).country

    def is_over(place: Insured) -> bool:
        return place.left_on is not None and place.left_on < on

    by_email = sorted(places, key=lambda each: (is_over(each), each.email_since or BEFORE_IT_WAS_KEPT))
    by_phone = sorted(places, key=lambda each: (is_over(each), each.phone_since or BEFORE_IT_WAS_KEPT))
    return ContactRecord(
        person_id,
        email=next((place.email for place in by_email if place.email), None),
        phone=next((place.phone for place in by_phone if place.phone), None),
        language=language_in(country),
        country=country,
    )


def latest(places: Sequence[Insured]) -> Insured:
    """Returns the place with the latest enrolment; there is at least one."""
    return max(places, key=lambda place: place.enrolled_on)

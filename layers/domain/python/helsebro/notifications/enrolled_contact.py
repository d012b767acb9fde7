"""Enrolled contact: where a person is reached until the person enters a contact, by the latest enrolment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from helsebro.ids import PersonId
from helsebro.notifications.contact_record import ContactRecord, Language
from helsebro.policies.insured import Insured

LANGUAGE_OF: Mapping[str, Language] = {"DK": "da", "NO": "nb"}


def enrolled_contact(person_id: PersonId, places: Sequence[Insured], country: str = "DK") -> ContactRecord:
    """Returns the e-mail address and phone number of the latest enrolment, the language by its country.

    ``country`` decides the language of a person without an enrolment.
    """
    if not places:
        return ContactRecord(person_id, language=LANGUAGE_OF.get(country, "en"))
    latest = max(places, key=lambda place: place.enrolled_on)
    language = LANGUAGE_OF.get(latest.country, "en")
    return ContactRecord(person_id, latest.email, latest.phone, language=language)

"""Session part: where a session is and whom to phone there, for a person without a login (F2-17, F4-02)."""

from __future__ import annotations

from collections.abc import Iterator

from helsebro.claims.claim import Claim
from helsebro.ids import BookingId
from helsebro.network.address import Address
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.bookings.places.session_places import places_of
from helsebro_aws.deadlines.on_paper.part_words import part_words
from helsebro_aws.notifications.letters.letter_part import LetterPart


def session_parts(claim: Claim, about: str, language: str) -> Iterator[LetterPart]:
    """Yields the clinic, who treats, the address and the clinic's phone number.

    ``about`` is the booking; one of another claim yields none. Raises ``NotFound``.
    """
    booking = DynamoBookings().find(BookingId(about))
    if booking.claim_id != claim.claim_id:
        return
    words, places = part_words(language), places_of([booking])
    place, address = places.shown(booking), places.address_of(booking)
    lines = [
        place.get("clinicName", ""),
        words["with"].format(name=place["practitionerName"]) if "practitionerName" in place else "",
        _line(address) if address else "",
        words["clinic_phone"].format(phone=place["clinicPhone"]) if place.get("clinicPhone") else "",
    ]
    if told := "\n".join(line for line in lines if line):
        yield LetterPart(words["place"], (told,))


def _line(address: Address) -> str:
    return f"{address.street}, {address.postcode} {address.city}"

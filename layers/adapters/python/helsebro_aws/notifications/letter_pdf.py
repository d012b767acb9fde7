"""The letter of a notification, for printing: set by typst as a tagged PDF (PDF/UA-1) (F4-02)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from helsebro.notifications.contact_record import Language, PostalAddress
from helsebro_aws.notifications.outgoing import Rendered
from helsebro_aws.notifications.sender import Sender
from helsebro_aws.notifications.words import shown_day, words
from helsebro_aws.papers.printable import printable
from helsebro_aws.papers.printing import printed

HERE = Path(__file__).parent
COUNTRIES = {"DK": "DANMARK", "NO": "NORGE", "SE": "SVERIGE"}


def letter_pdf(
    rendered: Rendered,
    postal: PostalAddress,
    sender: Sender,
    day: date,
    language: Language,
    abroad: bool = False,
) -> bytes:
    """Returns the letter as a PDF, with the address where a window of a C5 envelope shows it.

    ``abroad`` adds the country to the address.
    """
    known = words(language)
    place = [postal.name, postal.street, f"{postal.postcode} {postal.city}"]
    if abroad:
        place.append(COUNTRIES.get(postal.country, postal.country))
    before, between, after = known["page"].replace("{pages}", "{page}").split("{page}")
    letter = {
        "lang": language,
        "subject": printable(rendered.subject),
        "payer": printable(sender.name),
        "address": [printable(line) for line in place],
        "day": shown_day(day, language),
        "contact": [
            f"{known['phone']}: {printable(sender.phone)}",
            f"{known['email']}: {printable(sender.email)}",
        ],
        "paragraphs": [
            [printable(line) for line in paragraph.split("\n")]
            for paragraph in rendered.text.strip().split("\n\n")
        ],
        "page": [before, between, after],
    }
    return printed(HERE / "letter.typ", "letter", letter)

"""The letter of a notification, for printing: set by typst as a tagged PDF (PDF/UA-1) (F4-02)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from helsebro.notifications.contact_record import Language, PostalAddress
from helsebro_aws.notifications.letters.letter_part import LetterPart, bounded
from helsebro_aws.notifications.outgoing import Rendered
from helsebro_aws.notifications.sender import Sender
from helsebro_aws.notifications.words import shown_day, words
from helsebro_aws.papers.printable import printable
from helsebro_aws.papers.printing import printed

HERE = Path(__file__).parent
LONGEST_WORD = 40
"""Letters in a row that fit on a line; a longer row is broken, since it would leave the page."""
COUNTRIES = {"DK": "DANMARK", "NO": "NORGE", "SE": "SVERIGE"}


def letter_pdf(
    rendered: Rendered,
    postal: PostalAddress,
    sender: Sender,
    day: date,
    language: Language,
    abroad: bool = False,
    case_number: str | None = None,
) -> bytes:
    """Returns the letter as a PDF, with the address where a window of a C5 envelope shows it.

    ``abroad`` adds the country to the address. The ``case_number`` is what the reader says on the phone. What
    is enclosed begins on a page of its own, which no window shows.
    """
    known = words(language)
    place = [postal.name, postal.street, f"{postal.postcode} {postal.city}"]
    if abroad:
        place.append(COUNTRIES.get(postal.country, postal.country))
    rest = known["by_letter"]["rest"].format(phone=sender.phone)
    before, between, after = known["page"].replace("{pages}", "{page}").split("{page}")
    letter = {
        "lang": language,
        "subject": printable(rendered.subject),
        "payer": printable(sender.name),
        "from": ", ".join(printable(part) for part in (sender.name, sender.address) if part),
        "address": [printable(line) for line in place],
        "day": shown_day(day, language),
        "case": f"{known['case_number']}: {case_number}" if case_number else "",
        "contact": [
            *([printable(sender.address)] if sender.address else []),
            f"{known['phone']}: {printable(sender.phone)}",
            f"{known['email']}: {printable(sender.email)}",
        ],
        "paragraphs": [
            [printable(line) for line in paragraph.split("\n")]
            for paragraph in rendered.text.strip().split("\n\n")
        ],
        "parts": [_part(part) for part in bounded(rendered.enclosed, rest)],
        "page": [before, between, after],
    }
    return printed(HERE / "letter.typ", "letter", letter)


def _part(part: LetterPart) -> dict[str, object]:
    paragraphs = [
        [_fitting(line) for line in paragraph.split("\n")]
        for paragraph in part.paragraphs
        if paragraph.strip()
    ]
    return {"title": _fitting(part.title), "paragraphs": paragraphs}


def _fitting(line: str) -> str:
    """Returns a line as it can be printed, with a space in what is too long for a line."""
    words = printable(line).split(" ")
    return " ".join(
        word[start : start + LONGEST_WORD]
        for word in words
        for start in range(0, max(len(word), 1), LONGEST_WORD)
    )

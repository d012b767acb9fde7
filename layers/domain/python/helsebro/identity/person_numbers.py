"""Numbers that look like a person's national number: no paper that others read may contain one (promise 20).

What speaks for a person, beside a birthday in the first six digits:

| written as | is a person's number |
|---|---|
| ``010170-1234``, ``01.01.70-1234``, ``010170 12345``: a sign where the number is divided | yes, everywhere |
| digits alone after a word such as ``CPR`` | yes, everywhere |
| ten digits alone, in a sentence | yes, unless a word such as ``ordre`` is before them |
| ten digits alone and nothing else, such as ``2111260001`` | by their check digit, or on 1 January |
| ten digits alone as a clinic's own reference | no: such serial numbers begin with a day, too |
| eleven digits alone | yes; as a reference by their two check digits |

Apart from the last rows the check digits count for nothing: a number with one wrong digit still points at a
person, and CPR numbers without them are in use. Those are of people born on a 1 January.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache

BEFORE, AFTER = r"(?<![\d.,])", r"(?P<rest>\d{4,5})(?![.,]?\d)"
SHAPES = tuple(
    re.compile(BEFORE + shape + AFTER)
    for shape in (
        r"(?P<day>\d\d)(?P<month>\d\d)(?P<year>\d\d)(?: ?[-/] ?| )",
        # A blank alone does not divide these: ``03.11.26 1430`` is a day and a time.
        r"(?P<day>\d\d)(?P<sign>[-./ ])(?P<month>\d\d)(?P=sign)(?P<year>\d\d) ?[-/] ?",
        r"(?P<day>\d\d) (?P<month>\d\d) (?P<year>\d\d) ",
        r"(?P<day>\d\d)[-. ]?(?P<month>\d\d)[-. ]?(?:18|19|20)(?P<year>\d\d)(?: ?[-/] ?| )",
    )
)
ALONE = re.compile(BEFORE + r"(?P<day>\d\d)(?P<month>\d\d)(?P<year>\d\d)" + AFTER)
ENOUGH_DIGITS = re.compile(r"[0-9]{2}[-./ ]?[0-9]{2}[-./ ]?[0-9]{2}(?:[0-9]{2})?(?: ?[-/] ?| )?[0-9]{4}")
"""What every form above has: a text without it needs no closer look."""
OF_A_PERSON = re.compile(
    r"(cpr|person|fødsel|foedsel|født|fnr|f\.nr|d-nummer|ssn)[^\d]{0,20}$", re.IGNORECASE
)
OF_A_PAPER = re.compile(
    r"(ordre|order|faktura|invoice|rekvisition|bestilling|bilag|konto|kunde|kreditor|reference|ref|gln|ean|cvr"
    r"|tlf|telefon|phone)[^\d]{0,12}$",
    re.IGNORECASE,
)
NEARBY = 40
"""How many signs before a number may say what it is."""
CPR_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1, 0)
SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
D_NUMBER_DAYS = 40
TEST_PERSON_MONTHS = (80, 60, 40, 20)
DASHES = "Pd"
BLANKS = frozenset({"Zs", "Zl", "Zp", "Cc"})
UNSEEN = frozenset({"Cf", "Mn", "Me"})
MINUS = "\N{MINUS SIGN}"
CANDIDATE = re.compile(r"\d{10,}")
BEGINNING = re.compile(
    r"(?=(?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(?:[02468][1-9]|[13579][0-2])\d{6})", re.ASCII
)
"""Where in digits a number may begin: at every day and month that any of them has. It passes over the others
at once, so that a document full of digits is searched in a second."""
NO_INK = (
    *(0x034F, 0x061C, *range(0x115F, 0x1161), *range(0x17B4, 0x17B6), *range(0x180B, 0x1810)),
    *(*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0x2800, 0x3164),
    *(*range(0xFE00, 0xFE10), 0xFEFF, 0xFFA0, *range(0xFFF0, 0xFFF9), *range(0x1BCA0, 0x1BCA4)),
    *(*range(0x1D173, 0x1D17B), *range(0xE0000, 0xE1000)),
)
"""Unicode's ``Default_Ignorable_Code_Point`` and the blank of Braille: some are letters, and none is seen."""
UNINKED = frozenset(map(chr, NO_INK))
DANISH, NORWEGIAN, WITH_WHOLE_YEAR = 10, 11, 12
NORWEGIAN_REST = 5
CONTROLS = {code: " " for code in (*range(32), 127)}
OF_ASCII = {
    code: " " if chr(code).isalpha() else chr(code) if chr(code).isdigit() else "" for code in range(128)
}


def names_a_person(text: str, *, is_reference: bool = False) -> bool:
    """Whether the text contains what looks like a CPR number, a fødselsnummer or a D-number.

    ``is_reference`` tells that the text is a number that someone gives the own papers.
    """
    if len(text) < DANISH:
        return False
    plain = plain_text(text)
    if not ENOUGH_DIGITS.search(plain):
        return False
    divided = (hit for shape in SHAPES for hit in shape.finditer(plain))
    if any(_is_birthday(hit) for hit in divided):
        return True
    is_sentence = any(sign.isalpha() for sign in plain) and not is_reference
    return any(_speaks_for_a_person(hit, is_sentence, is_reference) for hit in ALONE.finditer(plain))


def any_may_name_a_person(texts: Iterable[str]) -> bool:
    """Returns whether ``names_a_person`` may say so of any of the texts: one look at all of them together."""
    of_ascii: list[str] = []
    others: list[str] = []
    for text in texts:
        (of_ascii if text.isascii() else others).append(text)
    together = (plain_text("|".join(of_ascii)), *map(plain_text, others))
    return any(ENOUGH_DIGITS.search(text) for text in together)


def candidates(text: str) -> Iterator[tuple[str, str]]:
    """Yields every country and number that digits of the text may be, whatever stands between the digits.

    Only letters end a run of digits. A Danish number has ten, a Norwegian one eleven; a number with its whole
    year of birth is yielded without the century.
    """
    # The quick way is for the files in a document, which are megabytes of ASCII.
    joined = text.translate(OF_ASCII) if text.isascii() else _without_signs(text)
    for run in CANDIDATE.finditer(joined):
        digits = run[0]
        for start in (found.start() for found in BEGINNING.finditer(digits)):
            for length in (DANISH, NORWEGIAN):
                written = digits[start : start + length]
                if len(written) == length and _has_a_birthday(written):
                    yield "DK" if length == DANISH else "NO", written
            whole = digits[start : start + WITH_WHOLE_YEAR]
            without = whole[:4] + whole[6:]
            if len(without) == DANISH and whole[4:6] in ("18", "19", "20") and _has_a_birthday(without):
                yield "DK", without


def may_be_someones(country: str, number: str) -> bool:
    """Returns whether someone may have the number: every Norwegian one fits its last check digit.

    The first one is left aside: numbers issued from 2032 do not fit it as those before.
    """
    return country != "NO" or _fits(number, SECOND_WEIGHTS)


def plain_text(text: str) -> str:
    """Returns the text with usual digits, one kind of dash and of blank, and no sign that is not seen."""
    if text.isascii():
        return text.translate(CONTROLS)
    return unicodedata.normalize("NFKC", text).translate(PLAIN)


def _plain(sign: str) -> str:
    if sign.isascii():
        return sign.translate(CONTROLS)
    kind = unicodedata.category(sign)
    if kind in UNSEEN or sign in UNINKED:
        return ""
    if kind == DASHES or sign == MINUS:
        return "-"
    if kind in BLANKS:
        return " "
    return str(unicodedata.decimal(sign, sign))


def _without_signs(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(JOINED)


def _joined(sign: str) -> str:
    """Returns a digit as itself, a letter as a blank, and any other sign as nothing."""
    if sign in UNINKED:
        return ""
    if sign.isalpha():
        return " "
    digit = unicodedata.decimal(sign, None)
    return "" if digit is None else str(digit)


class _Signs(dict[int, str]):
    """What becomes of each sign; the usual ones are looked up once."""

    def __init__(self, become: Callable[[str], str]) -> None:
        super().__init__()
        self.become = become

    def __missing__(self, code: int) -> str:
        became = self.become(chr(code))
        if len(self) < MOST_SIGNS:
            self[code] = became
        return became


MOST_SIGNS = 2_000
PLAIN, JOINED = _Signs(_plain), _Signs(_joined)


def _speaks_for_a_person(hit: re.Match[str], is_sentence: bool, is_reference: bool) -> bool:
    if not _is_birthday(hit):
        return False
    before, number = hit.string[max(hit.start() - NEARBY, 0) : hit.start()], hit[0]
    has_words = before.lower() != before.upper()
    if has_words and OF_A_PERSON.search(before):
        return True
    if has_words and OF_A_PAPER.search(before):
        return False
    if len(number) == NORWEGIAN:
        return not is_reference or _fits_norwegian(number)
    if is_reference:
        return False
    return is_sentence or number.startswith("0101") or _fits(number, CPR_WEIGHTS)


def _fits_norwegian(number: str) -> bool:
    return _fits(number, FIRST_WEIGHTS) and _fits(number, SECOND_WEIGHTS)


def _fits(number: str, weights: tuple[int, ...]) -> bool:
    return sum(int(digit) * weight for digit, weight in zip(number, weights, strict=True)) % 11 == 0


def _is_birthday(hit: re.Match[str]) -> bool:
    return _is_date(
        hit["day"], hit["month"], hit["year"], may_be_norwegian=len(hit["rest"]) == NORWEGIAN_REST
    )


def _has_a_birthday(number: str) -> bool:
    return _is_date(number[:2], number[2:4], number[4:6], may_be_norwegian=len(number) == NORWEGIAN)


@lru_cache(maxsize=10_000)
def _is_date(written_day: str, written_month: str, year: str, *, may_be_norwegian: bool) -> bool:
    day, month = int(written_day), int(written_month)
    if may_be_norwegian:
        # A D-number adds 40 to the day; help numbers and the registers' test persons add to the month.
        day -= D_NUMBER_DAYS if day > D_NUMBER_DAYS else 0
        month -= next((added for added in TEST_PERSON_MONTHS if month > added), 0)
    # 2000 was a leap year, 1900 was not: 29 February counts when either century has it.
    try:
        date(2000 + int(year), month, day)
    except ValueError:
        return False
    return True

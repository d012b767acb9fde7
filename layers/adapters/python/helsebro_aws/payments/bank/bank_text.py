"""Bank text: names and texts in the signs that the banks carry.

Source: "Danish Message Implementation Guideline for Common Global Implementation (CGI) Customer Credit
Transfer Initiation", appendix of 4 October 2013, character set; "SEPA Credit Transfer Scheme Customer-to-PSP
Implementation Guidelines" (EPC132-08), 1.4: what cannot be carried is written in other letters.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from helsebro.payments.bank.reference import CARRIED, OF_DENMARK_AND_NORWAY

WRITTEN_AS = {
    **{"Æ": "AE", "Ø": "OE", "Å": "AA", "æ": "ae", "ø": "oe", "å": "aa"},
    **{"Ä": "AE", "Ö": "OE", "Ü": "UE", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"},
    **{"&": "+", "_": "-", "@": "(at)", ";": ",", "\N{NO-BREAK SPACE}": " "},
}
BLANK = re.compile(r"\s+")
NOTHING_CARRIED = "NOTPROVIDED"
"""What ISO 20022 writes where a field must have a text and none is known."""


def bank_text(text: str, most: int, *, at_home: bool) -> str:
    """Returns a text of at most so many signs, all of which the banks carry.

    ``at_home`` says that both banks are in Denmark, or both in Norway: then Æ, Ø and Å stay. Letters of other
    alphabets are written in Latin ones. A text of which nothing is left becomes ``NOTPROVIDED``.
    """
    carried = CARRIED + (OF_DENMARK_AND_NORWAY if at_home else "")
    one_line = BLANK.sub(" ", normalize("NFC", text))
    written = "".join(letter if letter in carried else _latin(letter) for letter in one_line)
    # A slash at the beginning, and two of them, separate fields of older formats.
    plain = BLANK.sub(" ", re.sub("/+", "/", written)).strip(" /")
    return plain[:most].rstrip(" /") or NOTHING_CARRIED


def _latin(letter: str) -> str:
    """Returns a sign in carried ones; nothing for one that has no letters, such as a picture."""
    from text_unidecode import unidecode

    written = WRITTEN_AS.get(letter) or unidecode(letter)
    return "".join(sign for sign in written if sign in CARRIED)

"""What a finding may repeat of an invoice: numbers, days, codes and ids of a known form, and nothing else."""

from __future__ import annotations

import re

from helsebro.identity.person_numbers import names_a_person

NUMBER = re.compile(r"[+-]?[0-9]{1,18}([.,][0-9]{1,10})?")
CODE = re.compile(r"[A-Z]{1,3}|(?=[^0-9]*[0-9])[A-Z0-9][A-Z0-9.#:/_+-]{0,39}")
"""Up to three capital letters, or capital letters with digits: no word of a sentence, and no name."""
FORMAT = re.compile(r"(urn:|OIOUBL-)[A-Za-z0-9.:#_-]{1,120}")
SEPARATORS = re.compile(r"[^0-9]")


def quotable(written: str | None) -> str | None:
    """Returns a number, day, code or id that a finding may repeat, else None.

    It never returns words, nor digits that may be a person's number, however they are separated.
    """
    text = (written or "").strip()
    if not any(form.fullmatch(text) for form in (NUMBER, CODE, FORMAT)):
        return None
    return None if names_a_person(text) or names_a_person(SEPARATORS.sub("", text)) else text

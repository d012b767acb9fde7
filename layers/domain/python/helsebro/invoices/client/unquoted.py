"""Unquoted findings: of a document with a person's number nothing is repeated that may be of it (promise 20).

An amount may be such a number, and so may a day or a sum of amounts that is worked out from it. The findings
are kept when the document is erased.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from helsebro.identity.person_numbers import plain_text
from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import UNQUOTED, InvoiceFinding, Text
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.original import PERSONAL_NUMBER

SPOKEN = re.compile(r"\d(?:[\d.,\s'-]*\d)?")
"""Digits with what people and documents write between them."""
NO_DIGIT = re.compile(r"[^0-9]")
MOST_DIGITS = 5
"""A price has as many; six are a birthday."""
FEWEST_OF_IT = 4
"""Digits of the number itself that are not shown: a part of its birthday."""


def unquoted(
    findings: Iterable[InvoiceFinding], invoice: Invoice, facts: InvoiceFacts
) -> tuple[InvoiceFinding, ...]:
    """Returns the findings; those of a document that names a person without digits that may be of the number.

    Places, rules and short numbers stay, so that the other errors can be corrected at once.
    """
    found = tuple(findings)
    places = {each.location for each in found if each.rule in PERSONAL_NUMBER}
    if not places:
        return found
    places |= facts.client.named_at or frozenset()
    held = [_digits(each.text) for each in invoice.passages if each.location in places]
    return tuple(_unquoted(each, held) for each in found)


def _unquoted(finding: InvoiceFinding, held: list[str]) -> InvoiceFinding:
    def without(text: Text) -> Text:
        return Text(
            *(SPOKEN.sub(lambda hit: _word(hit[0], held), said) for said in (text.da, text.nb, text.en))
        )

    def shown(value: str | None) -> str | None:
        return None if _is_of_it(value or "", held) else value

    return replace(
        finding,
        text=without(finding.text),
        for_finance=without(finding.for_finance) if finding.for_finance else None,
        found=shown(finding.found),
        expected=shown(finding.expected),
    )


def _word(number: str, held: list[str]) -> str:
    return UNQUOTED if _is_of_it(number, held) else number


def _is_of_it(written: str, held: list[str]) -> bool:
    return any(_may_be_of_it(_digits(hit[0]), held) for hit in SPOKEN.finditer(written))


def _may_be_of_it(digits: str, held: list[str]) -> bool:
    if len(digits) > MOST_DIGITS:
        return True
    return len(digits) >= FEWEST_OF_IT and any(digits in number for number in held)


def _digits(text: str) -> str:
    return NO_DIGIT.sub("", plain_text(text))

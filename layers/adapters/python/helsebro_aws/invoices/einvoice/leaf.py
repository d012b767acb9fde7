"""The text of an element as every rule reads it.

lxml's ``.text`` ends at the first comment, so an account number with a comment in it would be read as the
digits before it, and paid to.
"""

from __future__ import annotations

from typing import Any

from helsebro_aws.invoices.einvoice.names import PREFIXES

BLANKS = " \t\r\n"
"""What XML calls white space; a non-breaking blank is a sign like any other."""


def value(element: Any) -> str:
    """Returns an element's string value: without the comments and instructions inside it."""
    if len(element) == 0:
        return str(element.text or "")
    return "".join(element.xpath("descendant::text()"))


def own_text(element: Any) -> str:
    """Returns the text directly in an element: without what is in the elements, comments and so on inside."""
    return "".join([element.text or "", *(inside.tail or "" for inside in element)])


def value_at(element: Any, path: str) -> str:
    """Returns the first value at a path, without blanks at its ends; empty when there is none."""
    found = element.find(path, PREFIXES)
    return value(found).strip(BLANKS) if found is not None else ""

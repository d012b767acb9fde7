"""One fault is said once: where an official rule reports it, ours about the same is left out.

The schema is the exception: of a day or a number it says the type only, and ours how to write it.
"""

from __future__ import annotations

from collections.abc import Iterable

from helsebro.invoices.finding import InvoiceFinding

ALSO_OFFICIAL = frozenset({"HB-16", "HB-36", "HB-37"})
"""Our rules about a form that official ones check at most places, but not at all and not in each format."""

BETTER_WORDED = frozenset({"HB-36", "HB-37"})
SCHEMA = "UBL-XSD"


def said_once(
    official: Iterable[InvoiceFinding], ours: Iterable[InvoiceFinding]
) -> tuple[InvoiceFinding, ...]:
    """Returns the findings of both, without ours that an official one rejects at the same element.

    Of the schema's and ours about a value that cannot be read, ours stays.
    """
    ours, official = tuple(ours), tuple(official)
    worded = {_place(finding) for finding in ours if finding.rule in BETTER_WORDED}
    first = tuple(each for each in official if each.rule != SCHEMA or _place(each) not in worded)
    rejected = {_place(finding) for finding in first if finding.severity == "fatal"}
    rest = (each for each in ours if each.rule not in ALSO_OFFICIAL or _place(each) not in rejected)
    return (*first, *rest)


def _place(finding: InvoiceFinding) -> str:
    """Returns the location as all write it: only some number an element that is the first of its name."""
    return finding.location.replace("[1]", "")

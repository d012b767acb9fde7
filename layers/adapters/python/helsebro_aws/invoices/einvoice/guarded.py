"""Rules that fail on a strange document say so as a finding, so that its clinic hears of it.

A deployment that is broken is another thing: its errors pass, and the invoice comes again from the queue.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from helsebro.invoices.finding import InvoiceFinding, Text
from helsebro_aws.platform.log import failed

OF_A_DOCUMENT = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What code raises about a value that it did not expect. Missing files, settings and rules, a full memory and
what AWS answers are none of these."""
UNJUDGED = InvoiceFinding(
    "UBL-UNJUDGED",
    "fatal",
    "/",
    Text(
        "En del af dokumentet er så usædvanlig, at reglerne ikke kan kontrolleres. Ret de andre fejl, og "
        "send igen. Står der ingen, så kontakt os.",
        "En del av dokumentet er så uvanlig at reglene ikke kan kontrolleres. Rett de andre feilene, og "
        "send på nytt. Står det ingen, så kontakt oss.",
        "A part of the document is so unusual that the rules cannot be checked. Correct the other errors and "
        "send again. If there are none, contact us.",
    ),
)


def guarded(rules: str, judge: Callable[[], Iterable[InvoiceFinding]]) -> list[InvoiceFinding]:
    """Returns the findings of ``judge``; those until it failed and ``UNJUDGED`` when the document is why."""
    found: list[InvoiceFinding] = []
    try:
        for finding in judge():
            found.append(finding)
    except OF_A_DOCUMENT as fault:
        failed(fault, rules=rules)
        found.append(UNJUDGED)
    return found

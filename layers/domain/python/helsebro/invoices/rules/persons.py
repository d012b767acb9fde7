"""Rules that an invoice names no person: neither the client nor another (F2-10, promise 20).

The client's own number is found by comparing every run of digits with the pseudonym, whatever stands in
between (``facts.client_named_at``). Of others nothing is known to compare with: their numbers are found by
their form, which is why a clinic's own serial numbers are looked at more leniently.
"""

from __future__ import annotations

from collections.abc import Iterator

from helsebro.identity.person_numbers import names_a_person
from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import Text
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.rules.rule import BOTH, InvoiceBreach, InvoiceRule


def names_no_person(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The document contains neither the client's CPR number or fødselsnummer nor one that looks like it.

    Our own references may look like anything: they are opaque, whatever digits they contain.
    """
    known = facts.own_guarantee
    ours = {known.number, known.case_reference} if known else set()
    for passage in invoice.passages:
        # The finding does not tell which of the two it is: it must confirm no guess at the number.
        is_free = passage.text not in ours and passage.kind != "number"
        looks_like_one = is_free and names_a_person(passage.text, is_reference=passage.kind == "reference")
        if looks_like_one or passage.location in (facts.client_named_at or ()):
            yield InvoiceBreach(passage.location)


def can_be_searched(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The document has no more long numbers than are compared with the client's."""
    if facts.client_named_at is None:
        yield InvoiceBreach(invoice.root)


RULES = (
    InvoiceRule(
        "HB-19",
        Text(
            "Her står et tal, der ligner et CPR-nummer. Fakturaen må ikke udpege en person.",
            "Her står et tall som ligner et fødselsnummer. Fakturaen må ikke peke ut en person.",
            "A number here looks like a national identity number. The invoice must not identify a person.",
        ),
        names_no_person,
        "F2-10",
        BOTH,
    ),
    InvoiceRule(
        "HB-49",
        Text(
            "Fakturaen har så mange lange tal, at den ikke kan gennemsøges for personnumre. "
            "Fjern dem, der ikke skal stå der.",
            "Fakturaen har så mange lange tall at den ikke kan gjennomsøkes etter personnumre. "
            "Fjern dem som ikke må stå der.",
            "The invoice has so many long numbers that it cannot be searched for persons' numbers. "
            "Remove those it does not need.",
        ),
        can_be_searched,
        "F2-10",
        BOTH,
    ),
)

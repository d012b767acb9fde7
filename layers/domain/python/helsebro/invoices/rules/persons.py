"""Rules that an invoice names no person: neither the client nor another (F2-10, promise 20).

The client's own number is found by comparing every run of digits with the pseudonym, whatever stands in
between (``facts.client``). Of others nothing is known to compare with: their numbers are found by
their form, which is why a clinic's own serial numbers are looked at more leniently.
"""

from __future__ import annotations

from collections.abc import Iterator

from helsebro.identity.person_numbers import any_may_name_a_person, names_a_person
from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import Text
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.rules.rule import BOTH, InvoiceBreach, InvoiceRule


def names_no_person(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The document contains neither the client's CPR number or fødselsnummer nor one that looks like it.

    Our own references may look like anything: they are opaque, whatever digits they contain. A number that
    only the comparison finds stands somewhere in the document: its place would tell which one it is.
    """
    known = facts.own_guarantee
    ours = {known.number, known.case_reference} if known else set()
    # By its place: the text and an attribute of an element may both name someone, who is named there once.
    named: dict[str, InvoiceBreach] = {}
    free = [each for each in invoice.passages if each.kind != "number"]
    for passage in free if any_may_name_a_person(each.text for each in free) else ():
        is_reference = passage.kind == "reference"
        if passage.text not in ours and names_a_person(passage.text, is_reference=is_reference):
            named[passage.location] = InvoiceBreach(passage.location)
    if (facts.client.named_at or frozenset()) - named.keys():
        named[invoice.root] = InvoiceBreach(invoice.root)
    yield from named.values()


def can_be_searched(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """Neither the document nor the clinic's for that guarantee have too many numbers to be compared."""
    if facts.client.named_at is None:
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
            "Fakturaen kan ikke gennemsøges for personnumre: den, eller klinikkens fakturaer til samme "
            "garanti, har for mange lange tal, der ligner. Fjern dem, der ikke skal stå der.",
            "Fakturaen kan ikke gjennomsøkes etter personnumre: den, eller klinikkens fakturaer til samme "
            "garanti, har for mange lange tall som ligner. Fjern dem som ikke må stå der.",
            "The invoice cannot be searched for persons' numbers: it, or the clinic's invoices for the same "
            "guarantee, have too many long numbers that look like them. Remove those it does not need.",
        ),
        can_be_searched,
        "F2-10",
        BOTH,
    ),
)

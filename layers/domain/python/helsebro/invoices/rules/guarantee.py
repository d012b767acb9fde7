"""Rules about the guarantee an invoice refers to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import Text
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.largest import MOST_SESSIONS
from helsebro.invoices.rules.rule import BOTH, InvoiceBreach, InvoiceRule


def guarantee_is_the_clinics(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The document has a guarantee number, and each one is that of the clinic's own guarantee."""
    known = facts.own_guarantee
    place = f"{invoice.root}/cac:OrderReference/cbc:ID"
    if not known or not invoice.guarantee_numbers:
        found = next(iter(invoice.guarantee_numbers), None)
        yield InvoiceBreach(place, {"found": found, "expected": known.number if known else None})
        return
    for at, number in zip_longest(invoice.guarantee_at, invoice.guarantee_numbers, fillvalue=place):
        if number != known.number:
            yield InvoiceBreach(at, {"found": number, "expected": known.number})


def case_reference_agrees(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The buyer reference is the case reference of that guarantee (F2-09)."""
    known = facts.own_guarantee
    if not invoice.case_reference or (known and invoice.case_reference != known.case_reference):
        values = {"found": invoice.case_reference, "expected": known.case_reference if known else None}
        yield InvoiceBreach(f"{invoice.root}/cbc:BuyerReference", values)


def within_sessions_granted(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The sessions invoiced in total are no more than the guarantee grants (F0-15)."""
    known = facts.own_guarantee
    if not known:
        return
    new = {
        session.booking_id
        for _, session in facts.sessions_of(invoice)
        if not session.invoiced_by and not session.paid_out_by
    }
    asked, left = len(new), max(known.sessions_granted - known.sessions_invoiced, 0)
    if asked > left:
        yield InvoiceBreach(invoice.root, {"found": asked, "expected": left})


def fits_into_one_transaction(invoice: Invoice, _facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """One transaction marks all sessions of an invoice as invoiced, so that each is paid once (promise 3)."""
    if len(invoice.lines) > MOST_SESSIONS:
        yield InvoiceBreach(invoice.root, {"expected": MOST_SESSIONS, "found": len(invoice.lines)})


RULES = (
    InvoiceRule(
        "HB-01",
        Text(
            "Garantinummeret mangler, er ukendt eller tilhører ikke klinikken.",
            "Garantinummeret mangler, er ukjent eller tilhører ikke klinikken.",
            "The guarantee number is missing, unknown or not this clinic's.",
        ),
        guarantee_is_the_clinics,
        "F0-16",
        BOTH,
    ),
    InvoiceRule(
        "HB-02",
        Text(
            "Sagsreferencen (BuyerReference) mangler eller hører ikke til garantien.",
            "Saksreferansen (BuyerReference) mangler eller hører ikke til garantien.",
            "The case reference (BuyerReference) is missing or does not belong to the guarantee.",
        ),
        case_reference_agrees,
        "F2-09",
        BOTH,
    ),
    InvoiceRule(
        "HB-13",
        Text(
            "Fakturaen har {found} konsultationer, men der er kun {expected} tilbage på garantien.",
            "Fakturaen har {found} timer, men det er bare {expected} igjen på garantien.",
            "The invoice has {found} sessions, but the guarantee has only {expected} left.",
        ),
        within_sessions_granted,
        "F0-15",
    ),
    InvoiceRule(
        "HB-28",
        Text(
            "Dokumentet har {found} konsultationer, men må højst have {expected}. "
            "Del det op i flere, hver med sit eget nummer.",
            "Dokumentet har {found} timer, men kan ha høyst {expected}. "
            "Del det opp i flere, hvert med sitt eget nummer.",
            "The document has {found} sessions, but may have at most {expected}. "
            "Split it into several, each with its own number.",
        ),
        fits_into_one_transaction,
        "F0-18",
        BOTH,
    ),
)

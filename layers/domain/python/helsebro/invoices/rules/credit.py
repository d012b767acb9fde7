"""Rules of a credit note: it takes back sessions of one earlier invoice that is not yet paid."""

from __future__ import annotations

from collections.abc import Iterator

from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import Text
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.rules.rule import CREDIT_NOTE, Breach, Rule
from helsebro.invoices.rules.sessions import AMOUNT, BOOKING

CREDITED = "cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID"


def names_an_accepted_invoice(invoice: Invoice, facts: InvoiceFacts) -> Iterator[Breach]:
    """The billing reference is the number of an accepted invoice of the clinic."""
    if not facts.credited:
        yield Breach(f"{invoice.root}/{CREDITED}")


def comes_before_the_payment(invoice: Invoice, facts: InvoiceFacts) -> Iterator[Breach]:
    """The invoice is not paid yet: what is paid is settled between clinic and payer by hand."""
    if facts.credited and facts.credited.payable.status != "approved":
        yield Breach(f"{invoice.root}/{CREDITED}")


def takes_back_its_sessions(invoice: Invoice, facts: InvoiceFacts) -> Iterator[Breach]:
    """Every line is a session of that invoice."""
    for line, session in facts.sessions_of(invoice):
        if facts.credited and session.invoiced_by != facts.credited.invoice_id:
            yield Breach(f"{line.location}/{BOOKING}")


def takes_back_the_whole_session(invoice: Invoice, facts: InvoiceFacts) -> Iterator[Breach]:
    """Every line has the amount the session was accepted with."""
    for line, session in facts.sessions_of(invoice):
        accepted = session.invoiced_amount
        if accepted and line.amount != accepted.amount:
            yield Breach(f"{line.location}/{AMOUNT}")


RULES = (
    Rule(
        "HB-23",
        Text(
            "Kreditnotaen nævner ikke en godkendt faktura fra klinikken.",
            "Kreditnotaen nevner ikke en godkjent faktura fra klinikken.",
            "The credit note names no accepted invoice of the clinic.",
        ),
        names_an_accepted_invoice,
        "F0-24",
        CREDIT_NOTE,
    ),
    Rule(
        "HB-24",
        Text(
            "Fakturaen er betalt eller under betaling og kan ikke krediteres; aftal tilbagebetaling.",
            "Fakturaen er betalt eller under betaling og kan ikke krediteres; avtal tilbakebetaling.",
            "The invoice is paid or being paid and cannot be credited; agree on a repayment.",
        ),
        comes_before_the_payment,
        "F0-24",
        CREDIT_NOTE,
    ),
    Rule(
        "HB-25",
        Text(
            "Sessionen står ikke på den krediterede faktura.",
            "Timen står ikke på den krediterte fakturaen.",
            "The session does not stand on the credited invoice.",
        ),
        takes_back_its_sessions,
        "F0-24",
        CREDIT_NOTE,
    ),
    Rule(
        "HB-26",
        Text(
            "En session krediteres helt, med det beløb den blev godkendt med.",
            "En time krediteres helt, med det beløpet den ble godkjent med.",
            "A session is credited whole, with the amount it was accepted with.",
        ),
        takes_back_the_whole_session,
        "F0-24",
        CREDIT_NOTE,
    ),
)

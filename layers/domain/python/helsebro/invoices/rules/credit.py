"""Rules of a credit note: it credits sessions of one earlier invoice that is not paid, or no longer."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import Text
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.rules.rule import CREDIT_NOTE, InvoiceBreach, InvoiceRule
from helsebro.invoices.rules.sessions import AMOUNT, BOOKING
from helsebro.payments.payable import CREDITABLE

CREDITED = "cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID"
CREDITED_ON = "cac:BillingReference/cac:InvoiceDocumentReference/cbc:IssueDate"


def names_an_accepted_invoice(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The billing reference is the number of an accepted invoice of the clinic."""
    if not facts.credited:
        yield InvoiceBreach(f"{invoice.root}/{CREDITED}")


def comes_before_the_payment(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The invoice is not paid yet, or its payment came back: a paid one is settled by hand."""
    if facts.credited and facts.credited.payable.status not in (*CREDITABLE, "credited"):
        yield InvoiceBreach(f"{invoice.root}/{CREDITED}")


def has_something_to_credit(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The invoice is not credited in full already, and still to be paid."""
    payable = facts.credited.payable if facts.credited else None
    if payable and payable.status == "credited":
        text = WRITTEN_OFF if payable.is_written_off else None
        yield InvoiceBreach(f"{invoice.root}/{CREDITED}", text=text)


def names_its_date(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """A date that it gives of the credited invoice is that of the invoice."""
    issued = facts.credited.issued_on if facts.credited else None
    if issued and invoice.credited_on and invoice.credited_on != issued:
        values = {"issued": issued, "found": invoice.credited_on, "expected": issued}
        yield InvoiceBreach(f"{invoice.root}/{CREDITED_ON}", values)


def credits_its_sessions(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """Every line credits a session of that invoice."""
    for line, session in facts.sessions_of(invoice):
        if facts.credited and session.invoiced_by != facts.credited.invoice_id:
            yield InvoiceBreach(f"{line.location}/{BOOKING}")


def credits_the_whole_session(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """Every line is one session, with the amount with which it was accepted.

    As a session is credited whole and then is on no invoice, no credit notes together credit more than it.
    """
    for line, session in facts.sessions_of(invoice):
        if not session.invoiced_by:
            continue
        accepted = session.invoiced_amount
        is_whole = accepted is not None and line.amount == accepted.amount
        if not is_whole or line.quantity != Decimal(1):
            values = {"found": line.amount, "expected": accepted}
            yield InvoiceBreach(f"{line.location}/{AMOUNT}", values)


WRITTEN_OFF = Text(
    "Banken sendte pengene for fakturaen tilbage, og forsikringsselskabet har afgjort, at den ikke betales. "
    "Der er intet at kreditere. Skriv til forsikringsselskabet, hvis du er uenig.",
    "Banken sendte pengene for fakturaen tilbake, og forsikringsselskapet har avgjort at den ikke betales. "
    "Det er ingenting å kreditere. Skriv til forsikringsselskapet hvis du er uenig.",
    "The bank sent the money for the invoice back, and the insurer has decided not to pay it. Nothing is "
    "left to credit. Write to the insurer if you disagree.",
)
RULES = (
    InvoiceRule(
        "HB-23",
        Text(
            "Kreditnotaen nævner ikke en godkendt faktura fra klinikken.",
            "Kreditnotaen nevner ikke en godkjent faktura fra klinikken.",
            "The credit note does not name an accepted invoice of the clinic.",
        ),
        names_an_accepted_invoice,
        "F0-24",
        CREDIT_NOTE,
    ),
    InvoiceRule(
        "HB-24",
        Text(
            "Fakturaen er betalt eller bliver betalt nu og kan ikke krediteres. Aftal en tilbagebetaling.",
            "Fakturaen er betalt eller blir betalt nå og kan ikke krediteres. Avtal en tilbakebetaling.",
            "The invoice is paid or being paid and cannot be credited. Agree on a repayment.",
        ),
        comes_before_the_payment,
        "F0-24",
        CREDIT_NOTE,
    ),
    InvoiceRule(
        "HB-55",
        Text(
            "Fakturaen, der krediteres, er dateret den {issued}; her står en anden dato.",
            "Fakturaen som krediteres, er datert {issued}; her står en annen dato.",
            "The credited invoice is dated {issued}; another date stands here.",
        ),
        names_its_date,
        "F0-24",
        CREDIT_NOTE,
    ),
    InvoiceRule(
        "HB-56",
        Text(
            "Fakturaen er allerede krediteret helt. Der er intet mere at kreditere eller betale tilbage.",
            "Fakturaen er allerede kreditert helt. Det er ingenting mer å kreditere eller betale tilbake.",
            "The invoice is credited in full already. Nothing is left to credit, and nothing to pay back.",
        ),
        has_something_to_credit,
        "F0-24",
        CREDIT_NOTE,
    ),
    InvoiceRule(
        "HB-25",
        Text(
            "Konsultationen står ikke på den faktura, der krediteres.",
            "Timen står ikke på fakturaen som krediteres.",
            "The session is not on the credited invoice.",
        ),
        credits_its_sessions,
        "F0-24",
        CREDIT_NOTE,
    ),
    InvoiceRule(
        "HB-26",
        Text(
            "En konsultation skal krediteres med hele det beløb, den blev godkendt med.",
            "En time må krediteres med hele beløpet den ble godkjent med.",
            "A session must be credited with the whole amount it was accepted with.",
        ),
        credits_the_whole_session,
        "F0-24",
        CREDIT_NOTE,
    ),
)

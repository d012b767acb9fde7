"""Rules about the addressee of an invoice and its payment."""

from __future__ import annotations

from collections.abc import Iterator

from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import Text
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.rules.rule import BOTH, InvoiceBreach, InvoiceRule
from helsebro.payments import check_digits
from helsebro.payments.payment_means import PaymentMeans

FI_CODE = "93"
KID_CODES = frozenset({"30", "31"})
CREDITOR_DIGITS = 8
NORWEGIAN_ACCOUNT_DIGITS = 11


def is_addressed_to_the_payer(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The buyer's endpoint is one of the payer's (F2-11)."""
    if facts.own_guarantee and facts.payer:
        endpoint = invoice.buyer_endpoint
        if not endpoint or endpoint.plain() not in facts.payer.endpoints:
            yield InvoiceBreach(f"{invoice.root}/cac:AccountingCustomerParty/cac:Party/cbc:EndpointID")


def can_be_paid(invoice: Invoice, _facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The invoice has payment means, and each names an account (F0-20)."""
    if not invoice.payment_means or not all(means.account for means in invoice.payment_means):
        yield InvoiceBreach(f"{invoice.root}/cac:PaymentMeans")


def has_a_right_payment_id(invoice: Invoice, _facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """FI code, KID and account number have the right length and check digit."""
    for place, means in enumerate(invoice.payment_means, 1):
        if not _is_right(means):
            yield InvoiceBreach(f"{invoice.root}/cac:PaymentMeans[{place}]")


def _is_right(means: PaymentMeans) -> bool:
    if means.code == FI_CODE:
        creditor = means.account
        eight = len(creditor) == CREDITOR_DIGITS and creditor.isascii() and creditor.isdigit()
        return eight and check_digits.fi_payment(means.kind, means.number)
    account = "".join(means.account.split()).upper()
    if account[:2].isalpha():
        return check_digits.iban(account)
    if len(account) == NORWEGIAN_ACCOUNT_DIGITS and not means.branch:
        paid_with_kid = means.code in KID_CODES and means.number
        return check_digits.norwegian_account(account) and (
            not paid_with_kid or check_digits.kid(means.number)
        )
    return True


RULES = (
    InvoiceRule(
        "HB-14",
        Text(
            "Fakturaen er ikke stilet til betaleren: køberens EndpointID er ikke betalerens.",
            "Fakturaen er ikke adressert til betaleren: kjøperens EndpointID er ikke betalerens.",
            "The invoice is not addressed to the payer: the buyer's EndpointID is not the payer's.",
        ),
        is_addressed_to_the_payer,
        "F2-11",
        BOTH,
    ),
    InvoiceRule(
        "HB-17",
        Text(
            "Betalingsmåden mangler eller er uden konto eller kreditornummer.",
            "Betalingsmåten mangler eller er uten konto.",
            "The payment means are missing or have no account or creditor number.",
        ),
        can_be_paid,
        "F0-20",
    ),
    InvoiceRule(
        "HB-18",
        Text(
            "Betalings-id eller konto er forkert: kontrolcifferet i FI-koden, KID, kontonummeret eller IBAN "
            "passer ikke (FI-kode: +71 har 15 cifre, +75 har 16, +73 ingen, kreditornummeret 8).",
            "Betalings-ID eller konto er feil: kontrollsifferet i KID, kontonummer eller IBAN stemmer ikke "
            "(FI-kode: +71 har 15 sifre, +75 har 16, +73 ingen, kreditornummeret 8).",
            "The payment ID or account is wrong: the check digit of the FI code, KID, account number or IBAN "
            "does not match (FI code: +71 has 15 digits, +75 has 16, +73 none, the creditor number 8).",
        ),
        has_a_right_payment_id,
        "F0-20",
    ),
)

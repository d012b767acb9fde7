"""Rules about the payment of an invoice: to one account of the clinic, by a way that exists (promise 28)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import Text
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.rules.document import PAYABLE
from helsebro.invoices.rules.rule import InvoiceBreach, InvoiceRule
from helsebro.money import Money
from helsebro.payments.bank.reference import FreeText, reference_of
from helsebro.payments.bank.transfer import CreditTransfer
from helsebro.payments.payment_means import PaymentMeans
from helsebro.payments.payment_ways import KINDS_BY_CODE, account_of, carries

NO_ID = "HB"
"""Stands for the id that a payment has once there is one."""


def can_be_paid(invoice: Invoice, _facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The invoice has payment means, and each names an account (F0-20)."""
    if not invoice.payment_means:
        yield InvoiceBreach(f"{invoice.root}/cac:PaymentMeans")
    for place, means in enumerate(invoice.payment_means, 1):
        if not means.account:
            yield _at(invoice, place)


def is_paid_as_the_payer_pays(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The payers of the payer's country pay with the code of each of the payment means (F0-20)."""
    for place, means in enumerate(invoice.payment_means, 1):
        if not _is_carried(means, facts):
            yield _at(invoice, place)


def has_a_right_account(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """Account, FI code and KID have the form of their code, and right check digits."""
    for place, means in enumerate(invoice.payment_means, 1):
        if means.account and _is_carried(means, facts) and account_of(means, _country(facts)) is None:
            yield _at(invoice, place)


def can_be_carried(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """A payment file carries the payment: its reference, whole and in the signs of the banks, and its amount.

    It is the check of the payment file itself, so that no payable comes to be that none can carry.
    """
    payer = facts.payer
    if payer is None:
        return
    for place, means in enumerate(invoice.payment_means, 1):
        account = account_of(means, payer.country)
        if account is None:
            continue
        reference = reference_of(means, payer.country, means.number)
        amount = Money(invoice.payable or Decimal(0), payer.currency)
        transfer = CreditTransfer(NO_ID, amount, facts.clinic_id, account, reference)
        faults = {fault.pointer for fault in transfer.faults(payer.currency, payer.country)}
        if "/reference" in faults or (isinstance(reference, FreeText) and not reference.is_right):
            yield _at(invoice, place)
        elif "/amount" in faults and invoice.payable is not None:
            yield InvoiceBreach(f"{invoice.root}/{PAYABLE}")


def has_one_account(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """All payment means name the same account, in whatever form, and no two a different reference."""
    accounts, references = set(), set()
    for place, means in enumerate(invoice.payment_means, 1):
        account = account_of(means, _country(facts))
        if account:
            accounts.add(account.canonical)
        if means.account and (means.kind or means.number):
            references.add((means.kind, means.number))
        if len(accounts) > 1 or len(references) > 1:
            yield _at(invoice, place)
            return


def is_paid_to_a_payee(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """Each account is one that the clinic has registered and that is in force."""
    if not facts.payees.payees:
        return
    in_force = {
        payee.account.canonical for payee in facts.payees.payees if facts.at and payee.is_in_force(facts.at)
    }
    for place, means in enumerate(invoice.payment_means, 1):
        account = account_of(means, _country(facts))
        if account and account.canonical not in in_force:
            yield _at(invoice, place)


def has_registered_an_account(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The clinic has registered an account."""
    if not facts.payees.payees:
        yield InvoiceBreach(f"{invoice.root}/cac:PaymentMeans")


def names_no_other_payee(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """No one else is to be paid: each number of a payee is the clinic's own, its name the supplier's."""
    payee = invoice.payee
    if payee is None:
        return
    numbers = {number.plain().value for number in payee.numbers}
    if not numbers or not numbers <= facts.clinic_numbers or not payee.is_named_as_supplier:
        yield InvoiceBreach(f"{invoice.root}/cac:PayeeParty")


def _country(facts: InvoiceFacts) -> str | None:
    return facts.payer.country if facts.payer else None


def _is_carried(means: PaymentMeans, facts: InvoiceFacts) -> bool:
    country = _country(facts)
    return any(carries(means, name) for name in ([country] if country else KINDS_BY_CODE))


def _at(invoice: Invoice, place: int) -> InvoiceBreach:
    return InvoiceBreach(f"{invoice.root}/cac:PaymentMeans[{place}]")


RULES = (
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
            "Betalings-id eller konto er forkert. Kode 42 og 31 har et registreringsnummer på 4 cifre og et "
            "kontonummer på højst 10, kode 58 en IBAN, kode 93 et kreditornummer på 8 cifre og en FI-kode "
            "(+71 har 15 cifre, +75 har 16, +73 ingen). Kontrolcifrene skal passe.",
            "Betalings-ID eller konto er feil. Kode 30 og 31 har et kontonummer på 11 sifre, eventuelt med "
            "KID, og kode 58 en IBAN. Kontrollsifrene må stemme.",
            "The payment ID or account is wrong. In Denmark, codes 42 and 31 have a registration number of 4 "
            "digits and an account number of at most 10, and code 93 has a creditor number of 8 digits and "
            "an FI code (+71 has 15 digits, +75 has 16, +73 none). In Norway, codes 30 and 31 have an "
            "account number of 11 digits, with a KID or without. Code 58 has an IBAN. The check digits must "
            "match.",
        ),
        has_a_right_account,
        "F0-20",
    ),
    InvoiceRule(
        "HB-50",
        Text(
            "Banken kan ikke bære denne betaling: betalings-id'et må højst have 140 tegn, kun bogstaver fra "
            "A til Å, cifre og / - ? : ( ) . , ' +, et KID højst 25 cifre, og beløbet skal være over 0.",
            "Banken kan ikke ta imot denne betalingen: betalings-ID-en kan ha høyst 140 tegn, bare bokstaver "
            "fra A til Å, sifre og / - ? : ( ) . , ' +, en KID høyst 25 sifre, og beløpet må være over 0.",
            "The bank cannot carry this payment: the payment ID may have at most 140 characters, only "
            "letters from A to Å, digits and / - ? : ( ) . , ' +, a KID at most 25 digits, and the amount "
            "must be above 0.",
        ),
        can_be_carried,
        "F0-20",
    ),
    InvoiceRule(
        "HB-29",
        Text(
            "Betaleren kan ikke betale på denne måde. Brug i Danmark kode 42, 31, 58 eller 93, og i Norge "
            "kode 30, 31 eller 58.",
            "Betaleren kan ikke betale på denne måten. Bruk i Norge kode 30, 31 eller 58, og i Danmark kode "
            "42, 31, 58 eller 93.",
            "The payer cannot pay in this way. Use code 42, 31, 58 or 93 in Denmark, and code 30, 31 or 58 "
            "in Norway.",
        ),
        is_paid_as_the_payer_pays,
        "F0-20",
    ),
    InvoiceRule(
        "HB-30",
        Text(
            "Fakturaen skal have én konto og én betalings-id. Her står en anden.",
            "Fakturaen må ha én konto og én betalings-ID. Her står en annen.",
            "The invoice must have one account and one payment ID. Another one stands here.",
        ),
        has_one_account,
        "F0-20",
    ),
    InvoiceRule(
        "HB-31",
        Text(
            "Klinikken har ikke registreret denne konto hos os, eller den gælder ikke endnu. Den "
            "tegningsberettigede kan registrere den.",
            "Klinikken har ikke registrert denne kontoen hos oss, eller den gjelder ikke ennå. Den "
            "signaturberettigede kan registrere den.",
            "The clinic has not registered this account with us, or it is not in force yet. The signatory "
            "can register it.",
        ),
        is_paid_to_a_payee,
        "F0-20",
        severity="review",
    ),
    InvoiceRule(
        "HB-32",
        Text(
            "Klinikken har endnu ikke registreret en konto hos os. Den tegningsberettigede skal gøre det, "
            "før fakturaen kan betales.",
            "Klinikken har ikke registrert en konto hos oss ennå. Den signaturberettigede må gjøre det før "
            "fakturaen kan betales.",
            "The clinic has not registered an account with us yet. The signatory must do it before the "
            "invoice can be paid.",
        ),
        has_registered_an_account,
        "F0-20",
        severity="review",
    ),
    InvoiceRule(
        "HB-33",
        Text(
            "Fakturaen nævner en anden betalingsmodtager end klinikken.",
            "Fakturaen nevner en annen betalingsmottaker enn klinikken.",
            "The invoice names another payee than the clinic.",
        ),
        names_no_other_payee,
        "F0-20",
        severity="review",
    ),
)

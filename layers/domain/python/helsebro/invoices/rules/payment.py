"""Rules about the payment of an invoice: to one account of the clinic, by a way that exists (promise 28)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import Text
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.rules.document import PAYABLE
from helsebro.invoices.rules.rule import InvoiceBreach, InvoiceRule
from helsebro.invoices.rules.texts.account_faults import TEXTS
from helsebro.money import Money
from helsebro.payments.payment_faults import fault_of
from helsebro.payments.payment_means import PaymentMeans
from helsebro.payments.payment_ways import KINDS_BY_CODE, account_of, carries
from helsebro.payments.runs.carried import Creditor, transfer_to


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
            fault = fault_of(means, _country(facts))
            yield _at(invoice, place, {}, TEXTS[fault] if fault else None)


def can_be_carried(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """A payment file carries the payment: its reference, whole and in the signs of the banks, and its amount.

    It is the check and the transfer of the payment file itself, so that no payable comes to be that none can
    carry, and what the clinic asks for is what its bank receives.
    """
    payer = facts.payer
    if payer is None:
        return
    for place, means in enumerate(invoice.payment_means, 1):
        account = account_of(means, payer.country)
        if account is None:
            continue
        amount = Money(invoice.payable or Decimal(0), payer.currency)
        creditor = Creditor(facts.clinic_id, account, invoice.number or "")
        transfer = transfer_to(creditor, means, amount, payer.country)
        faults = {fault.pointer for fault in transfer.faults(payer.currency, payer.country)}
        if "/reference" in faults:
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
            yield _at(invoice, place, {"found": account.masked if account else None})
            return


def is_paid_to_a_payee(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """Each account is one that the clinic has registered and that is in force."""
    if not facts.payees.payees:
        return
    in_force = [payee.account for payee in facts.payees.payees if facts.at and payee.is_in_force(facts.at)]
    may_be_paid = {account.canonical for account in in_force}
    registered = {payee.account.canonical for payee in facts.payees.payees}
    masked = ", ".join(account.masked for account in in_force)
    for place, means in enumerate(invoice.payment_means, 1):
        account = account_of(means, _country(facts))
        if account and account.canonical not in may_be_paid:
            waits = account.canonical in registered
            text = NOT_YET if waits else UNKNOWN_ACCOUNT if masked else NONE_IN_FORCE
            values = {"found": account.masked, "expected": masked or None, "known": masked or "–"}
            yield _at(invoice, place, values, text)


def has_registered_an_account(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The clinic has registered an account."""
    if not facts.payees.payees:
        yield InvoiceBreach(f"{invoice.root}/cac:PaymentMeans")


def names_no_other_payee(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """No one else is to be paid: each number of a payee is the clinic's own, its name the supplier's."""
    payee = invoice.payee
    if payee is None:
        return
    numbers = [number.plain().value for number in payee.numbers]
    strange = [number for number in numbers if number not in facts.clinic_numbers]
    if not numbers or strange or not payee.is_named_as_supplier:
        values = {"found": next(iter(strange or numbers), None), "expected": facts.own_number}
        yield InvoiceBreach(f"{invoice.root}/cac:PayeeParty", values)


def _country(facts: InvoiceFacts) -> str | None:
    return facts.payer.country if facts.payer else None


def _is_carried(means: PaymentMeans, facts: InvoiceFacts) -> bool:
    country = _country(facts)
    return any(carries(means, name) for name in ([country] if country else KINDS_BY_CODE))


def _at(
    invoice: Invoice, place: int, values: Mapping[str, object] | None = None, text: Text | None = None
) -> InvoiceBreach:
    """Returns a breach at one of the payment means; a number stands only where there are several."""
    at = f"[{place}]" if len(invoice.payment_means) > 1 else ""
    return InvoiceBreach(f"{invoice.root}/cac:PaymentMeans{at}", values or {}, text=text)


UNKNOWN_ACCOUNT = Text(
    "Fakturaen skal betales til {found}, men klinikkens konti er {known}. Er nummeret forkert, så ret det. "
    "Er kontoen ny, så kan den tegningsberettigede registrere den.",
    "Fakturaen skal betales til {found}, men klinikkens kontoer er {known}. Er nummeret feil, så rett det. "
    "Er kontoen ny, kan den signaturberettigede registrere den.",
    "The invoice is to be paid to {found}, but the clinic's accounts are {known}. If the number is wrong, "
    "correct it. If the account is new, the signatory can register it.",
)
NOT_YET = Text(
    "Klinikken har registreret kontoen {found}, men den gælder ikke endnu.",
    "Klinikken har registrert kontoen {found}, men den gjelder ikke ennå.",
    "The clinic has registered the account {found}, but it is not in force yet.",
)
NONE_IN_FORCE = Text(
    "Fakturaen skal betales til {found}, som klinikken ikke har registreret. Er nummeret forkert, så ret "
    "det. Ellers kan den tegningsberettigede registrere kontoen.",
    "Fakturaen skal betales til {found}, som klinikken ikke har registrert. Er nummeret feil, så rett det. "
    "Ellers kan den signaturberettigede registrere kontoen.",
    "The invoice is to be paid to {found}, which the clinic has not registered. If the number is wrong, "
    "correct it. Else the signatory can register the account.",
)


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
            "A til Å (til udlandet A til Z), cifre og / - ? : ( ) . , ' +, ingen skråstreg først, sidst "
            "eller dobbelt, et KID højst 25 cifre, og beløbet skal være over 0.",
            "Banken kan ikke ta imot denne betalingen: betalings-ID-en kan ha høyst 140 tegn, bare bokstaver "
            "fra A til Å (til utlandet A til Z), sifre og / - ? : ( ) . , ' +, ingen skråstrek først, sist "
            "eller dobbelt, en KID høyst 25 sifre, og beløpet må være over 0.",
            "The bank cannot carry this payment: the payment ID may have at most 140 characters, only "
            "letters from A to Å (A to Z to another country), digits and / - ? : ( ) . , ' +, no slash at "
            "its beginning, at its end or doubled, a KID at most 25 digits, and the amount must be above 0.",
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
            "Klinikken har ikke registreret denne konto, eller den gælder ikke endnu. Ret nummeret, eller "
            "lad den tegningsberettigede registrere kontoen.",
            "Klinikken har ikke registrert denne kontoen, eller den gjelder ikke ennå. Rett nummeret, eller "
            "la den signaturberettigede registrere kontoen.",
            "The clinic has not registered this account, or it is not in force yet. Correct the number, or "
            "let the signatory register the account.",
        ),
        is_paid_to_a_payee,
        "F0-20",
        severity="review",
        for_finance=Text(
            "Fakturaen skal betales til {found}, som ikke er en af klinikkens konti, der gælder: {known}. "
            "Den kan først godkendes, når klinikken har registreret kontoen, en anden har godkendt den, og "
            "ventetiden er gået. Er nummeret forkert eller kontoen en fremmed, så afvis.",
            "Fakturaen skal betales til {found}, som ikke er en av klinikkens kontoer som gjelder: {known}. "
            "Den kan først godkjennes når klinikken har registrert kontoen, en annen har godkjent den og "
            "ventetiden er over. Er nummeret feil eller kontoen en fremmeds, så avvis.",
            "The invoice is to be paid to {found}, which is none of the clinic's accounts in force: {known}. "
            "It can be approved only once the clinic has registered the account, another person has approved "
            "it and the waiting period is over. If the number is wrong or the account is a stranger's, deny.",
        ),
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
        for_finance=Text(
            "Klinikken har ikke registreret nogen konto endnu. Fakturaen kan først godkendes, når den har "
            "gjort det, en anden har godkendt kontoen, og ventetiden er gået.",
            "Klinikken har ikke registrert noen konto ennå. Fakturaen kan først godkjennes når den har gjort "
            "det, en annen har godkjent kontoen og ventetiden er over.",
            "The clinic has not registered any account yet. The invoice can be approved only once it has, "
            "another person has approved the account and the waiting period is over.",
        ),
    ),
    InvoiceRule(
        "HB-33",
        Text(
            "Fakturaen nævner en anden betalingsmodtager end klinikken. Udelad PayeeParty.",
            "Fakturaen nevner en annen betalingsmottaker enn klinikken. Utelat PayeeParty.",
            "The invoice names another payee than the clinic. Leave PayeeParty out.",
        ),
        names_no_other_payee,
        "F0-20",
        severity="review",
    ),
)

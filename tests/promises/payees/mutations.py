"""Sound invoices, and what a stranger or a slip of the pen makes of where they are paid."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import asks_finance, refuses
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.rules.rule import InvoiceRule
from helsebro.money import Currency
from helsebro.payer import Country
from helsebro.payments.payment_ways import account_of
from helsebro_aws.invoices.einvoice.document import opened
from helsebro_aws.invoices.einvoice.reading import read_invoice
from local.clinic import ubl
from tests.builders.clinics.payees import ACCOUNTS, GERMAN_IBAN, register
from tests.builders.invoices import DANISH_PAYER, FI, KID, danish, facts

SIGNS = "0123456789X"
MEANS = "</cac:PaymentMeans>"
STRANGER = ubl.Payment("42", "0440116244", branch="0040")
OTHER_SLIP = ubl.Payment("93", "81234568", "71#026840149965328")


@dataclass(frozen=True)
class Sound:
    """A sound invoice to an account in force, by its payment means and the country of its payer."""

    payment: ubl.Payment
    country: Country = "DK"

    @property
    def currency(self) -> Currency:
        """The one of the payer's country."""
        return "NOK" if self.country == "NO" else "DKK"

    @property
    def facts(self) -> InvoiceFacts:
        """What the platform knows about it."""
        known = facts(payees=register(*ACCOUNTS, GERMAN_IBAN))
        assert known.payer
        return replace(known, payer=replace(known.payer, country=self.country, currency=self.currency))

    def document(self, payment: ubl.Payment | None = None) -> str:
        """Returns the XML, with its own payment means or other ones."""
        payer = replace(DANISH_PAYER, country=self.country)
        return danish(payment=payment or self.payment, payer=payer, currency=self.currency).decode()


SOUND = (
    Sound(FI),
    Sound(ubl.Payment("93", "81234567", "73#")),
    Sound(ubl.Payment("42", "0440116243", "faktura 1001", "0040")),
    Sound(ubl.Payment("31", "0440116243", branch="0040")),
    Sound(ubl.Payment("58", "DK5000400440116243")),
    Sound(ubl.Payment("58", "DE89370400440532013000")),
    Sound(KID, "NO"),
    Sound(ubl.Payment("31", "15032080003"), "NO"),
    Sound(ubl.Payment("30", "NO7815032080003", "12345674"), "NO"),
    Sound(ubl.Payment("58", "NO7815032080003"), "NO"),
)


def mutated(text: str) -> Iterator[str]:
    """Yields the text with each of its characters replaced, dropped or doubled, and with two exchanged."""
    for place, sign in enumerate(text):
        before, after = text[:place], text[place + 1 :]
        yield from (before + other + after for other in SIGNS if other != sign)
        yield before + after
        yield before + sign + sign + after
        if after and after[0] != sign:
            yield before + after[0] + sign + after[1:]


def changed_accounts(sound: Sound) -> Iterator[Invoice]:
    """Yields the invoice with every change of one character in its account, its branch and its code."""
    invoice = read(sound.document())
    [means] = invoice.payment_means
    for name in ("account", "branch", "code"):
        for text in mutated(getattr(means, name)):
            yield replace(invoice, payment_means=(replace(means, **{name: text}),))


def changed_payees(sound: Sound) -> Iterator[Invoice]:
    """Yields the invoice with another payee, and with a second account beside its own."""
    yield from map(read, _changed_payees(sound))


def _changed_payees(sound: Sound) -> Iterator[str]:
    document = sound.document()
    more = (STRANGER, replace(STRANGER, code="58", account="DK2800400440116244", branch=""), OTHER_SLIP)
    for strange in (*more, replace(sound.payment, account=sound.payment.account[::-1])):
        other = sound.document(strange)
        means = other[other.index("<cac:PaymentMeans>") : other.index(MEANS) + len(MEANS)]
        yield document.replace("<cac:PaymentMeans>", f"{means}\n<cac:PaymentMeans>", 1)
        yield document.replace(MEANS, f"{MEANS}\n{means}", 1)
    credit = "<cac:CreditAccount><cbc:AccountID>{}</cbc:AccountID></cac:CreditAccount>"
    yield document.replace(MEANS, f"{credit.format('81234568')}{MEANS}", 1)
    for number in ("31415926", "", "31415919"):
        party = (
            "<cac:PayeeParty><cac:PartyName><cbc:Name>Inkasso A/S</cbc:Name></cac:PartyName>"
            f"<cac:PartyLegalEntity><cbc:CompanyID>{escape(number)}</cbc:CompanyID></cac:PartyLegalEntity>"
            "</cac:PayeeParty>"
        )
        yield document.replace("<cac:PaymentMeans>", f"{party}<cac:PaymentMeans>", 1)


def read(document: str) -> Invoice:
    """Returns the invoice of a document."""
    return read_invoice(opened(document.encode()))


def paid(invoice: Invoice, known: InvoiceFacts, rules: Sequence[InvoiceRule]) -> bool:
    """Whether the invoice would be paid with these rules: none of them rejects it or leaves it to finance."""
    found = tuple(finding for rule in rules for finding in rule.findings(invoice, known))
    return not refuses(found) and not asks_finance(found)


def is_same_account(invoice: Invoice, sound: Sound) -> bool:
    """Whether the invoice names the account of the sound one, in a form that a bank takes."""
    return _accounts(invoice, sound) == _accounts(read(sound.document()), sound)


def _accounts(invoice: Invoice, sound: Sound) -> set[str]:
    known = (account_of(means, sound.country) for means in invoice.payment_means)
    return {account.canonical if account else "" for account in known}


Mutations = Callable[[Sound], Iterator[Invoice]]

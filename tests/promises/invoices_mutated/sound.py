"""The sound documents that are mutated, each with what is known about the things it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from helsebro.ids import InvoiceId, PayableId
from helsebro.invoices.facts import CreditedInvoice, InvoiceFacts, KnownPayer
from helsebro.invoices.invoice import Identifier, Invoice
from helsebro.money import Currency, Money
from helsebro.payer import Country
from helsebro.payments.payable import Payable
from local.clinic import ubl
from tests.builders.invoices import DUE, GUARANTEE, danish, facts, norwegian

ACCOUNT = ubl.Payment("42", "0440116243", "faktura 1001", branch="0040")


EARLIER = "2026-1001"


@dataclass(frozen=True)
class Sound:
    """A document that breaks no rule."""

    body: bytes
    facts: InvoiceFacts

    def known(self, invoice: Invoice) -> InvoiceFacts:
        """Returns what is known about a mutated document: it may name another invoice than the credited."""
        return self.facts if invoice.credits == EARLIER else replace(self.facts, credited=None)


def _payer(country: Country, currency: Currency, **numbers: str) -> KnownPayer:
    known = {"gln": "0088", "cvr": "0184", "orgnr": "0192"}
    return KnownPayer(
        "payer",
        frozenset(Identifier(known[name], number) for name, number in numbers.items()),
        currency,
        country,
    )


def _in_norway(known: InvoiceFacts) -> InvoiceFacts:
    prices = {
        session.booking_id: replace(session, price=Money.of(session.price.amount, "NOK"))
        for session in known.sessions.values()
        if session.price
    }
    payer = _payer("NO", "NOK", orgnr="923456716")
    numbers = frozenset({"923456708"})
    return replace(known, sessions=prices, payer=payer, clinic_numbers=numbers, clinic_country="NO")


def _credited(known: InvoiceFacts) -> InvoiceFacts:
    taken = {
        session.booking_id: replace(session, invoiced_by="inv_1", invoiced_amount=session.price)
        for session in known.sessions.values()
    }
    owed = Payable(PayableId("pay_1"), "payer", "invoice", Money.of(1800), DUE, GUARANTEE.claim_id)
    return replace(known, sessions=taken, credited=CreditedInvoice(InvoiceId("inv_1"), owed))


IN_DENMARK = facts(payer=_payer("DK", "DKK", gln="5790000123452", cvr="31415926"))
SOUND: Mapping[str, Sound] = {
    "account": Sound(danish(payment=ACCOUNT), IN_DENMARK),
    "FI": Sound(danish(), IN_DENMARK),
    "KID": Sound(norwegian(), _in_norway(IN_DENMARK)),
    "credit note": Sound(danish(number="2026-1002", credits=EARLIER), _credited(IN_DENMARK)),
}
"""By name: paid to a Danish account, by FI code, to a Norwegian account with KID, and a credit note."""

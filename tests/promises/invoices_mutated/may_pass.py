"""What may be changed in a sound document without a finding, and why: nothing of it is money."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class MayPass:
    """Kinds of mutations, and a pattern of places, written without the numbers of elements."""

    kinds: frozenset[str]
    places: re.Pattern[str]
    why: str

    def covers(self, kind: str, place: str) -> bool:
        """Whether the mutation is one of these."""
        return kind in self.kinds and self.places.fullmatch(place) is not None


def _row(kinds: str, places: str, why: str) -> MayPass:
    return MayPass(frozenset(kinds.split()), re.compile(places), why)


PARTY = r".*/cac:Accounting(Supplier|Customer)Party/cac:Party"
MAY_PASS = (
    _row("digit", r"/(Invoice|CreditNote)/cbc:ID", "another number that the clinic has not used"),
    _row("digit day", r".*/cbc:IssueDate", "a day between the last session and tomorrow"),
    _row("dropped", r".*/cbc:DueDate", "it is due after the agreed term then"),
    _row("digit day", r".*/cbc:DueDate", "the clinic may wait longer for its money"),
    _row(
        "dropped digit day", r"/\w+/cac:InvoicePeriod(/.*)?", "the days of the lines count, which lie in it"
    ),
    _row("dropped code", f"{PARTY}/cac:PartyName(/.*)?", "the numbers say who it is"),
    _row("dropped digit code", f"{PARTY}/cac:PostalAddress/.*", "the numbers say who it is"),
    _row("dropped", f"{PARTY}/cac:PartyTaxScheme", "the other numbers say who it is"),
    _row("dropped", f"{PARTY}/cac:PartyLegalEntity/cbc:CompanyID", "the other numbers say who it is"),
    _row("dropped", f"{PARTY}/cac:PartyLegalEntity/cbc:CompanyID/@schemeID", "its length tells the register"),
    _row("dropped", r".*/cbc:TaxExemptionReason", "the code says it"),
    _row("dropped", r".*/cbc:TaxExemptionReasonCode", "in Norway the words say it"),
    _row("digit", r".*Line/cbc:ID", "the clinic's own number of the line"),
    _row("code", r".*Line/cbc:\w+Quantity/@unitCode", "one booked session, whatever the unit is called"),
    _row("code", r".*Line/cac:Item/cbc:Name", "a text: the booking says what it was"),
    _row("doubled", r".*Line/cac:Item/cac:AdditionalItemProperty", "both say the same"),
    _row("doubled", r"/CreditNote/cac:BillingReference", "both name the same invoice"),
    _row("dropped doubled code", r"/CreditNote/.*/cac:AdditionalItemProperty(/.*)?", "no one is paid by it"),
    _row("doubled", r"/Invoice/cac:PaymentMeans", "both name the same account"),
    _row("digit code", r"/Invoice/cac:PaymentMeans/cbc:PaymentMeansCode", "the same account by another code"),
    _row("dropped digit", r"/Invoice/cac:PaymentMeans/cbc:PaymentID", "the clinic's own text on the payment"),
    _row("dropped doubled digit code", r"/CreditNote/cac:PaymentMeans(/.*)?", "no one is paid by it"),
)

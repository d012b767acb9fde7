"""Rules about the numbers of the supplier and the buyer: each one given is the clinic's or the payer's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import Text
from helsebro.invoices.invoice import DANISH_CVR, NORWEGIAN_ORGANISATION, OTHER_VAT, Identifier, Invoice
from helsebro.invoices.quotable import quotable
from helsebro.invoices.rules.parties import ENDPOINT
from helsebro.invoices.rules.rule import BOTH, InvoiceBreach, InvoiceRule
from helsebro.payments import check_digits

SUPPLIER = "cac:AccountingSupplierParty/cac:Party"
CHECKS = {DANISH_CVR: check_digits.cvr, NORWEGIAN_ORGANISATION: check_digits.norwegian_organisation}
IS_NO_PARTY_TO_MONEY = re.compile(
    "/cac:(Manufacturer|InformationContentProvider|Delivery|Carrier|Notify|Signatory|Issuer)Party[/[]"
)
CHECKED_OFFICIALLY = NORWEGIAN_ORGANISATION
"""Written with this scheme, its check digit is a rule of Peppol's (PEPPOL-COMMON-R041)."""


def is_sent_by_the_clinic(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """Every company number of the supplier is the clinic's, and it has one."""
    companies = [(each, each.number.plain()) for each in invoice.supplier]
    companies = [(each, plain) for each, plain in companies if plain.scheme in (*CHECKS, OTHER_VAT)]
    if not companies:
        yield InvoiceBreach(f"{invoice.root}/{SUPPLIER}", _compared(None, facts))
    for written, plain in companies:
        is_own = plain.value in facts.clinic_numbers and plain.scheme != OTHER_VAT
        if not is_own and _is_sound(plain):
            yield InvoiceBreach(written.location, _compared(written.number, facts))


def has_right_company_numbers(invoice: Invoice, _facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """The check digit of a CVR or Norwegian organisation number is right."""
    for written in invoice.supplier:
        if written.number.scheme != CHECKED_OFFICIALLY and not _is_sound(written.number.plain()):
            yield InvoiceBreach(written.location, {"found": written.number.value})


def is_made_out_to_the_payer(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """Every number of the buyer is the payer's, where the payer's of that register is known."""
    if not (facts.own_guarantee and facts.payer):
        return
    known = facts.payer.endpoints
    registers = {number.scheme for number in known}
    for written in invoice.buyer:
        plain = written.number.plain()
        is_judged = plain.scheme in registers or (
            plain.scheme == OTHER_VAT and bool(registers & CHECKS.keys())
        )
        # A wrong address is said once, by the rule about it (HB-14).
        if is_judged and plain not in known and not written.location.endswith(f"/{ENDPOINT}"):
            values = {"found": written.number.value, "expected": facts.payer.number_of(plain.scheme)}
            yield InvoiceBreach(written.location, values)


def names_no_other_company(invoice: Invoice, facts: InvoiceFacts) -> Iterator[InvoiceBreach]:
    """Every company number of another party is the clinic's or the payer's.

    Who only made, brought or signed something is neither paid nor billed, and may be anyone.
    """
    known = {number.value for number in facts.payer.endpoints} if facts.payer else set()
    for written in invoice.others:
        if IS_NO_PARTY_TO_MONEY.search(written.location):
            continue
        plain = written.number.plain()
        is_judged = plain.scheme == OTHER_VAT or plain.scheme in CHECKS
        if is_judged and plain.value not in facts.clinic_numbers | known:
            yield InvoiceBreach(written.location, {"found": written.number.value})


def _compared(number: Identifier | None, facts: InvoiceFacts) -> dict[str, object]:
    """Returns a number of the supplier and the clinic's own, also for the text of finance."""
    written, own = quotable(number.value if number else None), facts.own_number
    name = facts.clinic.name if facts.clinic else "–"
    return {"found": written, "expected": own, "clinic": name, "other": written or "–", "own": own or "–"}


def _is_sound(number: Identifier) -> bool:
    check = CHECKS.get(number.scheme)
    return check is None or check(number.value)


RULES = (
    InvoiceRule(
        "HB-15",
        Text(
            "Leverandørens CVR- eller organisationsnummer er ikke klinikkens.",
            "Leverandørens organisasjonsnummer er ikke klinikkens.",
            "The supplier's company number is not the clinic's.",
        ),
        is_sent_by_the_clinic,
        "F0-19",
        BOTH,
        # The signature has proved who sends it, and a clinic may bill through its group's company: which of
        # the two owes the treatment is for a person to see.
        "review",
        Text(
            "Fakturaen er sendt af {clinic}, hvis nummer er {own}, men leverandørens nummer er {other}. "
            "Afgør, om det er den samme virksomhed eller en, som klinikken fakturerer gennem.",
            "Fakturaen er sendt av {clinic}, som har nummeret {own}, men leverandørens nummer i den er "
            "{other}. Avgjør om det er den samme virksomheten eller en som klinikken fakturerer gjennom.",
            "The invoice was sent by {clinic}, whose number is {own}, but the supplier's number in it is "
            "{other}. Decide whether it is the same company, or one through which the clinic invoices.",
        ),
    ),
    InvoiceRule(
        "HB-16",
        Text(
            "Leverandørens CVR- eller organisationsnummer har forkert kontrolciffer.",
            "Leverandørens organisasjonsnummer har feil kontrollsiffer.",
            "The supplier's company number has a wrong check digit.",
        ),
        has_right_company_numbers,
        "F0-19",
        BOTH,
    ),
    InvoiceRule(
        "HB-48",
        Text(
            "Køberens nummer er ikke betalerens: fakturaen er stilet til en anden.",
            "Kjøperens nummer er ikke betalerens: fakturaen er stilet til en annen.",
            "The buyer's number is not the payer's: the invoice is made out to another.",
        ),
        is_made_out_to_the_payer,
        "F2-11",
        BOTH,
    ),
    InvoiceRule(
        "HB-57",
        Text(
            "Her står nummeret på en virksomhed, der hverken er klinikken eller betaleren. Udelad parten.",
            "Her står nummeret på en virksomhet som verken er klinikken eller betaleren. Utelat parten.",
            "This is the number of a company that is neither the clinic nor the payer. Leave the party out.",
        ),
        names_no_other_company,
        "F0-19",
        BOTH,
    ),
)

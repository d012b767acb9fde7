"""Reads a UBL 2.1 invoice or credit note into the domain's ``Invoice``.

It checks nothing and raises nothing: a missing or unreadable field is ``None``, so that the rules can report
every error at once. The fields are those of the public contract, for both Peppol BIS 3 and OIOUBL.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from helsebro.ids import BookingId
from helsebro.invoices.invoice import Identifier, Invoice, InvoiceLine
from helsebro.payments.payment_means import PaymentMeans
from helsebro_aws.invoices.einvoice.document import UblDocument
from helsebro_aws.invoices.einvoice.formats import OIOUBL
from helsebro_aws.invoices.einvoice.leaf import value, value_at
from helsebro_aws.invoices.einvoice.names import PREFIXES
from helsebro_aws.invoices.einvoice.passages import passages

OUR_DOCUMENT_TYPE = "130"
CREDIT_NOTE = "381"
AMOUNT = re.compile(r"[+-]?\d{1,15}(\.\d{1,10})?")
DAY = re.compile(r"(\d{4}-\d\d-\d\d)(Z|[+-]\d\d:\d\d)?")
FI_KINDS = ("71", "73", "75")


def read_invoice(document: UblDocument) -> Invoice:
    """Returns the invoice in a document that ``document.opened`` opened."""
    root = document.root
    kind = "CreditNote" if document.is_credit_note else "Invoice"
    return Invoice(
        kind="invoice" if kind == "Invoice" else "credit-note",
        type_code=_type_code(root, kind),
        number=_text(root, "cbc:ID"),
        issued_on=_day(root, "cbc:IssueDate"),
        due_on=_day(root, "cbc:DueDate") or _day(root, "cac:PaymentMeans/cbc:PaymentDueDate"),
        currency=_text(root, "cbc:DocumentCurrencyCode"),
        supplier=_supplier(root),
        buyer_endpoint=_identifier(
            root.find("cac:AccountingCustomerParty/cac:Party/cbc:EndpointID", PREFIXES)
        ),
        guarantee_numbers=_guarantee_numbers(root),
        case_reference=_text(root, "cbc:BuyerReference"),
        lines=tuple(
            _line(line, document.place_of(line), kind) for line in root.findall(f"cac:{kind}Line", PREFIXES)
        ),
        payment_means=tuple(_payment(means) for means in root.findall("cac:PaymentMeans", PREFIXES)),
        payable=_amount(root, "cac:LegalMonetaryTotal/cbc:PayableAmount"),
        credits=_text(root, "cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID"),
        passages=tuple(passages(document)),
        has_attachment=root.find(".//cac:Attachment", PREFIXES) is not None,
    )


def _type_code(root: Any, kind: str) -> str:
    """Returns the code of the document's type; a credit note of OIOUBL has none and is what its name says."""
    if kind == "CreditNote" and value_at(root, "cbc:CustomizationID") == OIOUBL:
        return _text(root, "cbc:CreditNoteTypeCode") or CREDIT_NOTE
    return _text(root, f"cbc:{kind}TypeCode") or ""


def _line(line: Any, location: str, kind: str) -> InvoiceLine:
    quantity = "cbc:InvoicedQuantity" if kind == "Invoice" else "cbc:CreditedQuantity"
    started, ended = (
        _day(line, "cac:InvoicePeriod/cbc:StartDate"),
        _day(line, "cac:InvoicePeriod/cbc:EndDate"),
    )
    booking = _reference(line, "cac:DocumentReference")
    return InvoiceLine(
        location=location,
        number=_text(line, "cbc:ID") or "",
        booking_id=BookingId(booking) if booking else None,
        session_on=started if started == ended else None,
        service=_text(line, "cac:Item/cac:SellersItemIdentification/cbc:ID"),
        attendance=_attendance(line),
        amount=_amount(line, "cbc:LineExtensionAmount"),
        quantity=_amount(line, quantity),
    )


def _attendance(line: Any) -> str | None:
    properties = line.findall("cac:Item/cac:AdditionalItemProperty", PREFIXES)
    attendances = (found for found in properties if _text(found, "cbc:Name") == "Attendance")
    return _only(_text(found, "cbc:Value") for found in attendances)


def _guarantee_numbers(root: Any) -> tuple[str, ...]:
    order = _text(root, "cac:OrderReference/cbc:ID")
    additional = _reference(root, "cac:AdditionalDocumentReference")
    return tuple(number for number in (order, additional) if number)


def _reference(element: Any, path: str) -> str | None:
    references = element.findall(path, PREFIXES)
    ours = (found for found in references if _text(found, "cbc:DocumentTypeCode") == OUR_DOCUMENT_TYPE)
    return _only(_text(found, "cbc:ID") for found in ours)


def _only(values: Iterable[str | None]) -> str | None:
    """Returns the only value; None when there is none or the values differ."""
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _supplier(root: Any) -> tuple[Identifier, ...]:
    party = "cac:AccountingSupplierParty/cac:Party"
    elements = root.findall(f"{party}/cac:PartyLegalEntity/cbc:CompanyID", PREFIXES)
    return tuple(number for number in map(_identifier, elements) if number)


def _identifier(element: Any) -> Identifier | None:
    written = value(element).strip() if element is not None else ""
    return Identifier(element.get("schemeID", ""), written) if written else None


def _payment(means: Any) -> PaymentMeans:
    written = _text(means, "cbc:PaymentID") or ""
    kind, mark, number = written.partition("#")
    if kind in FI_KINDS and not mark:
        # OIOUBL writes the kind here and the digits in another element.
        number = _text(means, "cbc:InstructionID") or ""
    elif kind not in FI_KINDS:
        kind, number = "", written
    return PaymentMeans(
        code=_text(means, "cbc:PaymentMeansCode") or "",
        kind=kind,
        number=number,
        account=_text(means, "cac:PayeeFinancialAccount/cbc:ID")
        or _text(means, "cac:CreditAccount/cbc:AccountID")
        or "",
        branch=_text(means, "cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID") or "",
    )


def _text(element: Any, path: str) -> str | None:
    return value_at(element, path).strip() or None


def _day(element: Any, path: str) -> date | None:
    written = DAY.fullmatch(_text(element, path) or "")
    try:
        return date.fromisoformat(written[1]) if written else None
    except ValueError:
        return None


def _amount(element: Any, path: str) -> Decimal | None:
    written = _text(element, path) or ""
    return Decimal(written) if AMOUNT.fullmatch(written) else None

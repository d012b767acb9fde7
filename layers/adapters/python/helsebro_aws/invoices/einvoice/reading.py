"""From the XML of a UBL 2.1 invoice or credit note to the domain's ``Invoice``.

Nothing is judged and nothing raised here: what is missing or unreadable is ``None``, so that the rules can
say everything that is wrong at once. Fields as in the public contract, for Peppol BIS 3 and OIOUBL alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from helsebro.invoices.invoice import Identifier, Invoice, InvoiceLine
from helsebro.payments.payment_means import PaymentMeans
from helsebro_aws.invoices.einvoice.names import PREFIXES, places
from helsebro_aws.invoices.einvoice.passages import passages

OUR_DOCUMENT_TYPE = "130"
AMOUNT = re.compile(r"[+-]?\d{1,15}(\.\d{1,10})?")
DAY = re.compile(r"(\d{4}-\d\d-\d\d)(Z|[+-]\d\d:\d\d)?")
FI_KINDS = ("71", "73", "75")


def read_invoice(root: Any) -> Invoice:
    """The invoice in a document opened by ``document.opened``."""
    kind = "CreditNote" if root.tag.endswith("}CreditNote") else "Invoice"
    located = {node: path for node, path in places(root) if path.count("/") == 2}
    return Invoice(
        kind="invoice" if kind == "Invoice" else "credit-note",
        type_code=_text(root, f"cbc:{kind}TypeCode") or "",
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
        lines=tuple(_line(line, located[line], kind) for line in root.findall(f"cac:{kind}Line", PREFIXES)),
        payment_means=tuple(_payment(means) for means in root.findall("cac:PaymentMeans", PREFIXES)),
        payable=_amount(root, "cac:LegalMonetaryTotal/cbc:PayableAmount"),
        credits=_text(root, "cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID"),
        passages=tuple(passages(root)),
        has_attachment=root.find(".//cac:Attachment", PREFIXES) is not None,
    )


def _line(line: Any, location: str, kind: str) -> InvoiceLine:
    quantity = "cbc:InvoicedQuantity" if kind == "Invoice" else "cbc:CreditedQuantity"
    started, ended = (
        _day(line, "cac:InvoicePeriod/cbc:StartDate"),
        _day(line, "cac:InvoicePeriod/cbc:EndDate"),
    )
    return InvoiceLine(
        location=location,
        number=_text(line, "cbc:ID") or "",
        booking_id=_reference(line, "cac:DocumentReference"),
        session_on=started if started == ended else None,
        service=_text(line, "cac:Item/cac:SellersItemIdentification/cbc:ID"),
        attendance=_attendance(line),
        amount=_amount(line, "cbc:LineExtensionAmount"),
        quantity=_amount(line, quantity),
    )


def _attendance(line: Any) -> str | None:
    written = line.findall("cac:Item/cac:AdditionalItemProperty", PREFIXES)
    return _only(_text(one, "cbc:Value") for one in written if _text(one, "cbc:Name") == "Attendance")


def _guarantee_numbers(root: Any) -> tuple[str, ...]:
    order = _text(root, "cac:OrderReference/cbc:ID")
    again = _reference(root, "cac:AdditionalDocumentReference")
    return tuple(number for number in (order, again) if number)


def _reference(element: Any, path: str) -> str | None:
    written = element.findall(path, PREFIXES)
    ours = (one for one in written if _text(one, "cbc:DocumentTypeCode") == OUR_DOCUMENT_TYPE)
    return _only(_text(one, "cbc:ID") for one in ours)


def _only(values: Iterable[str | None]) -> str | None:
    """The one value there is; two that disagree are as good as none."""
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _supplier(root: Any) -> tuple[Identifier, ...]:
    party = "cac:AccountingSupplierParty/cac:Party"
    written = root.findall(f"{party}/cac:PartyLegalEntity/cbc:CompanyID", PREFIXES)
    return tuple(number for number in map(_identifier, written) if number)


def _identifier(element: Any) -> Identifier | None:
    value = (element.text or "").strip() if element is not None else ""
    return Identifier(element.get("schemeID", ""), value) if value else None


def _payment(means: Any) -> PaymentMeans:
    written = _text(means, "cbc:PaymentID") or ""
    kind, mark, number = written.partition("#")
    if kind in FI_KINDS and not mark:
        # OIOUBL writes the kind alone and the digits beside it.
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
    found = element.find(path, PREFIXES)
    return (found.text or "").strip() or None if found is not None else None


def _day(element: Any, path: str) -> date | None:
    written = DAY.fullmatch(_text(element, path) or "")
    try:
        return date.fromisoformat(written[1]) if written else None
    except ValueError:
        return None


def _amount(element: Any, path: str) -> Decimal | None:
    written = _text(element, path) or ""
    return Decimal(written) if AMOUNT.fullmatch(written) else None

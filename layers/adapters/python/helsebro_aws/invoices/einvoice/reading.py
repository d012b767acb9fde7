"""Reads a UBL 2.1 invoice or credit note into the domain's ``Invoice``.

It checks nothing and raises nothing: a missing or unreadable field is ``None``, and what stands there and
cannot be read is listed, so that the rules can report every error at once. The fields are those of the public
contract, for both Peppol BIS 3 and OIOUBL.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from helsebro.ids import BookingId
from helsebro.invoices.invoice import Invoice, InvoiceLine, PayeeParty
from helsebro.payments.payment_means import PaymentMeans
from helsebro_aws.invoices.einvoice.document import UblDocument
from helsebro_aws.invoices.einvoice.formats import OIOUBL
from helsebro_aws.invoices.einvoice.leaf import BLANKS, value
from helsebro_aws.invoices.einvoice.parts import beside
from helsebro_aws.invoices.einvoice.parts.contradicting import contradictions, countries
from helsebro_aws.invoices.einvoice.parts.fields import Fields, only
from helsebro_aws.invoices.einvoice.parts.unread import unread
from helsebro_aws.invoices.einvoice.passages import passages

CREDITED = "cac:BillingReference/cac:InvoiceDocumentReference"
OF_DUE_DATE = (
    "cac:PaymentMeans/cbc:PaymentDueDate",
    "cac:PaymentTerms/cbc:PaymentDueDate",
    "cac:PaymentTerms/cbc:InstallmentDueDate",
)
"""Where the due date may stand again."""
OUR_DOCUMENT_TYPE = "130"
CREDIT_NOTE = "381"
OF_A_LINE = "cac:OrderLineReference/cac:OrderReference/cbc:ID"
NUMBERS_OF_A_PARTY = (
    "cbc:EndpointID",
    "cac:PartyIdentification/cbc:ID",
    "cac:PartyLegalEntity/cbc:CompanyID",
    "cac:PartyTaxScheme/cbc:CompanyID",
)
NAMES_OF_A_PARTY = ("cac:PartyName/cbc:Name", "cac:PartyLegalEntity/cbc:RegistrationName")
FI_KINDS = ("71", "73", "75")
OF_PAYMENT = (
    "cbc:PaymentMeansCode",
    "cbc:PaymentID",
    "cbc:InstructionID",
    "cac:PayeeFinancialAccount/cbc:ID",
    "cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID",
    "cac:CreditAccount/cbc:AccountID",
)
"""What is read of one payment means, each once."""
PAYMENT_NOTE = "cac:PayeeFinancialAccount/cbc:PaymentNote"


def read_invoice(document: UblDocument) -> Invoice:
    """Returns the invoice in a document that ``document.opened`` opened."""
    root = document.root
    kind = "CreditNote" if document.is_credit_note else "Invoice"
    fields = Fields(document)
    fields.text(root, f"{beside.BUYER}/cbc:EndpointID")
    for means in document.every(root, "cac:PaymentMeans"):
        for path in OF_PAYMENT:
            fields.text(means, path)
        # A slip is known by its code, whatever a note beside it says.
        has_code = (_text(document, means, "cbc:PaymentID") or "").partition("#")[0] in FI_KINDS
        fields.text(means, *(() if has_code else ("cbc:PaymentID",)), PAYMENT_NOTE)
    guarantees = _guarantee_numbers(document, fields)
    return Invoice(
        kind=document.kind,
        type_code=_type_code(document, kind, fields),
        number=fields.text(root, "cbc:ID"),
        issued_on=fields.day(root, "cbc:IssueDate"),
        due_on=fields.day(root, "cbc:DueDate", *OF_DUE_DATE),
        currency=fields.text(root, "cbc:DocumentCurrencyCode"),
        supplier=tuple(beside.party_numbers(document, beside.SUPPLIER)),
        buyer=tuple(beside.party_numbers(document, beside.BUYER)),
        others=tuple(beside.numbers_of_others(document)),
        buyer_endpoint=next(
            map(beside.identifier, document.every(root, f"{beside.BUYER}/cbc:EndpointID")), None
        ),
        guarantee_numbers=tuple(number for _, number in guarantees),
        guarantee_at=tuple(place for place, _ in guarantees),
        case_reference=fields.text(root, "cbc:BuyerReference"),
        lines=tuple(_line(line, kind, fields) for line in document.every(root, f"cac:{kind}Line")),
        payment_means=tuple(
            each for means in document.every(root, "cac:PaymentMeans") for each in _payments(document, means)
        ),
        payable=fields.amount(root, "cac:LegalMonetaryTotal/cbc:PayableAmount"),
        credits=fields.text(root, f"{CREDITED}/cbc:ID"),
        passages=tuple(passages(document)),
        attachments=tuple(beside.attachments(document)),
        unreadable=(*unread(document), *beside.unknown_schemes(document), *fields.differing),
        vat=tuple(beside.vat_categories(document)),
        vat_amounts=tuple(beside.vat_amounts(document)),
        beside=tuple(beside.money_beside(document)),
        payee=_payee(document),
        contradictions=tuple(contradictions(document, kind)),
        countries=tuple(countries(document)),
        credited_on=fields.day(root, f"{CREDITED}/cbc:IssueDate"),
        is_oioubl=document.value_at(root, "cbc:CustomizationID") == OIOUBL,
        due_at=_due_at(document),
    )


def _type_code(document: UblDocument, kind: str, fields: Fields) -> str:
    """Returns the code of the document's type; a credit note of OIOUBL has none and is what its name says."""
    root = document.root
    written = fields.text(root, f"cbc:{kind}TypeCode")
    is_oioubl = kind == "CreditNote" and document.value_at(root, "cbc:CustomizationID") == OIOUBL
    return written or (CREDIT_NOTE if is_oioubl else "")


def _due_at(document: UblDocument) -> str:
    """Returns where the due date stands: OIOUBL has it with the payment means."""
    paths = ("cbc:DueDate", "cac:PaymentMeans/cbc:PaymentDueDate")
    return next((document.at[each] for path in paths for each in document.every(document.root, path)), "")


def _line(line: Any, kind: str, fields: Fields) -> InvoiceLine:
    quantity = "cbc:InvoicedQuantity" if kind == "Invoice" else "cbc:CreditedQuantity"
    started = fields.day(line, "cac:InvoicePeriod/cbc:StartDate")
    ended = fields.day(line, "cac:InvoicePeriod/cbc:EndDate")
    booking = _reference(fields.document, line, "cac:DocumentReference")
    return InvoiceLine(
        location=fields.at[line],
        number=fields.text(line, "cbc:ID") or "",
        booking_id=BookingId(booking) if booking else None,
        session_on=started if started == ended else None,
        service=fields.text(line, "cac:Item/cac:SellersItemIdentification/cbc:ID"),
        attendance=_attendance(fields.document, line),
        amount=fields.amount(line, "cbc:LineExtensionAmount"),
        quantity=fields.amount(line, quantity),
        price=fields.amount(line, "cac:Price/cbc:PriceAmount"),
        base_quantity=fields.amount(line, "cac:Price/cbc:BaseQuantity"),
    )


def _attendance(document: UblDocument, line: Any) -> str | None:
    properties = document.every(line, "cac:Item/cac:AdditionalItemProperty")
    attendances = (found for found in properties if _text(document, found, "cbc:Name") == "Attendance")
    return only(_text(document, found, "cbc:Value") for found in attendances)


def _guarantee_numbers(document: UblDocument, fields: Fields) -> list[tuple[str, str]]:
    """Returns every number that is to be the guarantee's, after its place."""
    root = document.root
    order = fields.text(root, "cac:OrderReference/cbc:ID")
    first = [(fields.at[each], order) for each in document.every(root, "cac:OrderReference/cbc:ID")][:1]
    # A line may name an order, too; it is the same one.
    others = (*_references(document, root, "cac:AdditionalDocumentReference"), *_of_lines(document))
    written = [*first, *((fields.at[each], value(each).strip(BLANKS)) for each in others)]
    return [(place, number) for place, number in written if number]


def _of_lines(document: UblDocument) -> Iterator[Any]:
    """Yields the element with each order number of a line."""
    for line in document.root.iterchildren("*"):
        yield from document.every(line, OF_A_LINE)


def _references(document: UblDocument, element: Any, path: str) -> Iterator[Any]:
    """Yields the element with each reference of ours to a document."""
    for found in document.every(element, path):
        if _text(document, found, "cbc:DocumentTypeCode") == OUR_DOCUMENT_TYPE:
            yield from document.every(found, "cbc:ID")[:1]


def _reference(document: UblDocument, element: Any, path: str) -> str | None:
    return only(value(each).strip(BLANKS) or None for each in _references(document, element, path))


def _text(document: UblDocument, element: Any, path: str) -> str | None:
    return document.value_at(element, path) or None


def _payee(document: UblDocument) -> PayeeParty | None:
    """Returns who is to be paid, with all numbers, of all that are named as one."""
    root = document.root
    parties = document.every(root, "cac:PayeeParty")
    if not parties:
        return None
    written = (document.every(party, path) for party in parties for path in NUMBERS_OF_A_PARTY)
    found = (beside.identifier(each) for of_path in written for each in of_path)
    numbers = tuple(number for number in found if number)
    names = {name for party in parties for name in _names(document, party)}
    suppliers = document.every(root, beside.SUPPLIER)[:1]
    return PayeeParty(numbers, names <= {name for party in suppliers for name in _names(document, party)})


def _names(document: UblDocument, party: Any) -> Iterator[str]:
    for path in NAMES_OF_A_PARTY:
        for each in document.every(party, path):
            yield " ".join(value(each).split()).casefold()


def _payments(document: UblDocument, means: Any) -> Iterator[PaymentMeans]:
    """Yields the means once for each account that they name, so that no second one is hidden (promise 28)."""
    accounts = ("cac:PayeeFinancialAccount/cbc:ID", "cac:CreditAccount/cbc:AccountID")
    for account in [written for path in accounts if (written := _text(document, means, path))] or [""]:
        yield _payment(document, means, account)


def _payment(document: UblDocument, means: Any, account: str) -> PaymentMeans:
    written = _text(document, means, "cbc:PaymentID") or ""
    kind, mark, number = written.partition("#")
    if kind in FI_KINDS and not mark:
        # OIOUBL writes the kind here and the digits in another element.
        number = _text(document, means, "cbc:InstructionID") or ""
    elif kind not in FI_KINDS:
        # Beside an account, OIOUBL writes what the clinic's bank is to say in a note.
        kind, number = "", written or _text(document, means, PAYMENT_NOTE) or ""
    return PaymentMeans(
        code=_text(document, means, "cbc:PaymentMeansCode") or "",
        kind=kind,
        number=number,
        account=account,
        branch=_text(document, means, "cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID")
        or "",
    )

"""Invoice response: the UBL ``ApplicationResponse`` to an invoice, by Peppol BIS Invoice Response 3 (T111).

It is built as a tree, so no text of an invoice can become markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

from helsebro.errors import Conflict
from helsebro.invoices.received_invoice import ReceivedInvoice
from helsebro.invoices.response import RESPONSE, action, clarifications
from helsebro.local_day import local_day
from helsebro_aws.invoices.response.sent_document import CAC, CBC, Number, SentDocument, SentParty

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ROOT = "urn:oasis:names:specification:ubl:schema:xsd:ApplicationResponse-2"
CUSTOMIZATION = "urn:fdc:peppol.eu:poacc:trns:invoice_response:3"
PROFILE = "urn:fdc:peppol.eu:poacc:bis:invoice_response:3"
MEDIA = "application/xml"
FILE_NAME = "invoice-response.xml"
for _prefix, _name in (("", ROOT), ("cac", CAC), ("cbc", CBC)):
    ElementTree.register_namespace(_prefix, _name)


def response_to(invoice: ReceivedInvoice, document: SentDocument, language: str) -> str:
    """Returns the response with the invoice's status of today, its reasons in ``da``, ``nb`` or ``en``.

    Raises ``Conflict`` when the document does not say who it is from or to: a response has two addresses.
    """
    code, day = RESPONSE[invoice.status], local_day(invoice.judged_at or invoice.received_at).isoformat()
    root = ElementTree.Element(f"{{{ROOT}}}ApplicationResponse")
    _write(root, "CustomizationID", CUSTOMIZATION)
    _write(root, "ProfileID", PROFILE)
    _write(root, "ID", f"{invoice.invoice_id}-{code}")
    _write(root, "IssueDate", day)
    _write_party(_within(root, "SenderParty"), document.buyer)
    _write_party(_within(root, "ReceiverParty"), document.supplier)
    answer = _within(root, "DocumentResponse")
    response = _within(answer, "Response")
    _write(response, "ResponseCode", code)
    _write(response, "EffectiveDate", day)
    _write_reasons(response, invoice, language)
    reference = _within(answer, "DocumentReference")
    _write(reference, "ID", document.number or invoice.invoice_id)
    _write(reference, "IssueDate", document.issued_on)
    _write(reference, "DocumentTypeCode", document.type_code)
    return str(ElementTree.tostring(root, encoding="unicode"))


def _write_reasons(response: Element, invoice: ReceivedInvoice, language: str) -> None:
    for each in clarifications(invoice):
        status = _within(response, "Status")
        _write(status, "StatusReasonCode", each.reason, listID="OPStatusReason")
        _write(status, "StatusReason", f"{each.finding.text.in_language(language)} ({each.finding.location})")
        if each.term:
            # Its value would be the one that the buyer proposes, and a text says it in words.
            _write(_within(status, "Condition"), "AttributeID", each.term)
    asked = action(invoice)
    if asked:
        _write(_within(response, "Status"), "StatusReasonCode", asked, listID="OPStatusAction")


def _write_party(element: Element, party: SentParty) -> None:
    if party.address is None:
        raise Conflict("invoice-without-address")
    _write_number(element, "EndpointID", party.address)
    if party.company:
        _write_number(_within(element, "PartyIdentification"), "ID", party.company)
    _write(_within(element, "PartyLegalEntity"), "RegistrationName", party.name or "-")


def _write_number(element: Element, name: str, number: Number) -> None:
    _write(element, name, number.value, **({"schemeID": number.scheme} if number.is_of_a_list else {}))


def _within(element: Element, name: str) -> Element:
    return ElementTree.SubElement(element, f"{{{CAC}}}{name}")


def _write(element: Element, name: str, text: str, **attributes: str) -> None:
    if text:
        ElementTree.SubElement(element, f"{{{CBC}}}{name}", attributes).text = text

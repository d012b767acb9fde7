from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from helsebro.invoices.invoice import Identifier, Invoice, PayeeParty
from helsebro.invoices.rules.all_rules import business_findings
from helsebro.payments.payment_means import PaymentMeans
from helsebro_aws.invoices.einvoice.document import UblDocument, opened
from helsebro_aws.invoices.einvoice.peppol.judgement import peppol_findings
from helsebro_aws.invoices.einvoice.reading import read_invoice
from local.clinic import ubl
from tests.builders.invoices import FIRST, GUARANTEE, ISSUED, SESSIONS, danish, facts, norwegian


def read(body: bytes) -> Invoice:
    return read_invoice(opened(body))


def test_every_field_of_the_contract_is_read() -> None:
    invoice = read(danish())
    assert (invoice.kind, invoice.type_code, invoice.number) == ("invoice", "380", "2026-1001")
    assert (invoice.issued_on, invoice.due_on) == (date(2026, 11, 21), date(2026, 12, 21))
    assert (invoice.currency, invoice.payable) == ("DKK", Decimal(1800))
    numbers = [(each.location.rpartition("/")[2], each.number.plain()) for each in invoice.supplier]
    own = Identifier("0184", "31415918")
    assert numbers == [("cbc:EndpointID", own), ("cbc:CompanyID", own), ("cbc:CompanyID", own)]
    assert [each.number for each in invoice.buyer] == [
        Identifier("0088", "5790000123452"),
        Identifier("0184", "31415926"),
    ]
    assert invoice.buyer_endpoint == Identifier("0088", "5790000123452")
    assert invoice.guarantee_numbers == (GUARANTEE.number,)
    assert invoice.case_reference == GUARANTEE.case_reference
    assert invoice.payment_means == (PaymentMeans("93", "71", "026840149965328", "81234567"),)
    assert (invoice.attachments, invoice.unreadable, invoice.beside, invoice.vat_amounts) == ((), (), (), ())
    assert [(each.code, each.exemption_code, each.of_total) for each in invoice.vat] == [
        ("E", "VATEX-EU-132-1C", True),
        ("E", "", False),
        ("E", "", False),
    ]
    line = invoice.lines[0]
    assert (line.booking_id, line.session_on, line.service) == ("bkg_first", FIRST, "first")
    assert (line.attendance, line.amount, line.quantity) == ("attended", Decimal(950), Decimal(1))
    assert (line.price, line.base_quantity) == (Decimal(950), None)
    assert line.location == "/Invoice/cac:InvoiceLine[1]"


def test_a_credit_note_is_read_like_an_invoice() -> None:
    note = read(norwegian(credits="2026-1000"))
    assert (note.kind, note.type_code, note.credits) == ("credit-note", "381", "2026-1000")
    assert note.lines[1].location == "/CreditNote/cac:CreditNoteLine[2]"
    assert note.payment_means[0].number == "12345674"


def test_a_valid_document_breaks_no_business_rule() -> None:
    assert business_findings(read(danish()), facts()) == ()


@pytest.mark.parametrize(
    "old,new,field,value",
    [
        (b"2026-11-21", b"2026-11-21+01:00", "issued_on", None),
        (b"2026-11-21", b"2026-02-30", "issued_on", None),
        (b"2026-11-21", b"20261121", "issued_on", None),
        (b">1800.00</cbc:Payable", b">1e9</cbc:Payable", "payable", None),
        (b">1800.00</cbc:Payable", b">NaN</cbc:Payable", "payable", None),
        (b">1800.00</cbc:Payable", b"> 1800 </cbc:Payable", "payable", Decimal(1800)),
        (b"<cbc:ID>2026-1001</cbc:ID>", b"<cbc:ID> </cbc:ID>", "number", None),
        (b"kq7f3m2xw5tz", b"\n kq7f3m2xw5tz ", "case_reference", GUARANTEE.case_reference),
        (b"71#026840149965328", b"73#", "payment_means", (PaymentMeans("93", "73", "", "81234567"),)),
        (
            b"<cbc:PaymentID>71#026840149965328</cbc:PaymentID>",
            b"<cbc:InstructionID>18</cbc:InstructionID><cbc:PaymentID>71</cbc:PaymentID>",
            "payment_means",
            (PaymentMeans("93", "71", "18", "81234567"),),
        ),
    ],
)
def test_fields_are_read_as_they_are_written(old: bytes, new: bytes, field: str, value: Any) -> None:
    body = danish()
    assert old in body
    assert getattr(read(body.replace(old, new)), field) == value


def test_an_empty_document_is_read_without_an_error() -> None:
    empty = read(b'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>')
    assert (empty.number, empty.lines, empty.payable) == (None, (), None)
    rules = {finding.rule for finding in business_findings(empty, facts())}
    assert rules >= {"HB-01", "HB-02", "HB-14", "HB-15", "HB-17", "HB-20", "HB-21"}


def test_a_guarantee_number_may_appear_twice_but_not_two_different_ones() -> None:
    again = (
        b"</cac:OrderReference><cac:AdditionalDocumentReference><cbc:ID>%s</cbc:ID>"
        b"<cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>"
    )
    for number, rules in ((GUARANTEE.number, []), ("G26-7K3Q9-M2X4V", ["HB-01"])):
        body = danish().replace(b"</cac:OrderReference>", again % number.encode())
        assert [finding.rule for finding in business_findings(read(body), facts())] == rules


ATTACHED = (
    b"</cac:OrderReference><cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment>"
    b'<cbc:EmbeddedDocumentBinaryObject mimeCode="%s" filename="%s">YQ==</cbc:'
    b"EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>"
)


@pytest.mark.parametrize(
    "mime,name,rules",
    [
        (b"application/pdf", b"faktura.pdf", []),
        (b"image/png", b"2111260004.png", []),
        (b"text/csv", b"a.csv", ["HB-27"]),
        (b"", b"", ["HB-27"]),
        (b"application/pdf", b"010170-1234.pdf", ["HB-19"]),
        (b"0101701234", b"a.pdf", ["HB-19", "HB-27"]),
    ],
)
def test_an_attached_file_is_a_pdf_or_a_picture_whose_name_names_no_person(
    mime: bytes, name: bytes, rules: list[str]
) -> None:
    body = danish().replace(b"</cac:OrderReference>", ATTACHED % (mime, name))
    assert [finding.rule for finding in business_findings(read(body), facts())] == rules


@pytest.mark.parametrize(
    "old,rule",
    [
        (b"<cac:AdditionalItemProperty><cbc:Name>Attendance</cbc:Name><cbc:Value>attended<", "HB-12"),
        (b"<cac:DocumentReference><cbc:ID>bkg_second<", "HB-03"),
    ],
)
def test_a_line_with_two_values_is_read_as_a_line_without_one(old: bytes, rule: str) -> None:
    body, tag = danish(), old.partition(b">")[0][1:]
    whole = old + body.partition(old)[2].partition(b"</%s>" % tag)[0] + b"</%s>" % tag
    other = whole.replace(b"attended", b"missed").replace(b"bkg_second", b"bkg_first")
    invoice = read(body.replace(whole, whole + other, 1))
    assert [finding.rule for finding in business_findings(invoice, facts())] == [rule]


@pytest.mark.parametrize("attendance", ["missed", "late-cancelled"])
def test_a_session_that_was_not_attended_is_rejected(attendance: str) -> None:
    missed = ubl.Session("bkg_second", SESSIONS[1].on, Decimal(850), attendance=attendance)
    invoice = read(danish(sessions=(SESSIONS[0], missed)))
    assert [finding.rule for finding in business_findings(invoice, facts())] == ["HB-12"]


def test_the_sample_in_the_repository_is_what_the_demo_clinic_sends() -> None:
    sample = Path(__file__).parents[4] / "events" / "outgoing" / "invoice.xml"
    day = date(2026, 11, 22)
    today = [replace(SESSIONS[0], price=Decimal(325), on=day)]
    issued = {"issued_on": day, "due_on": day + timedelta(days=30)}
    assert sample.read_bytes() == danish(sessions=today, **issued)


INSERTED = (b"<!-- x -->", b"<?note x?>")


def with_inside(body: bytes, leaf: int, inside: bytes) -> Any:
    """Returns the document with a comment or an instruction in the middle of a leaf; its root."""
    root = opened(body).root
    element = [each for each in root.iter("*") if len(each) == 0][leaf]
    written, piece = element.text or "", etree.fromstring(b"<a>" + inside + b"</a>")[0]
    middle = len(written) // 2
    element.text, piece.tail = written[:middle], written[middle:]
    element.append(piece)
    return UblDocument(root)


@pytest.mark.parametrize("inside", INSERTED)
@pytest.mark.parametrize("body", [danish(), norwegian(credits="2026-1000")], ids=["invoice", "credit-note"])
def test_a_comment_or_an_instruction_inside_any_leaf_changes_no_field_and_no_finding(
    body: bytes, inside: bytes
) -> None:
    sound = read(body)
    leaves = sum(1 for each in opened(body).root.iter("*") if len(each) == 0)
    for leaf in range(leaves):
        document = with_inside(body, leaf, inside)
        changed = read_invoice(document)
        assert replace(changed, passages=()) == replace(sound, passages=())
        assert {passage for passage in changed.passages if passage.text not in ("x", "note")} == set(
            sound.passages
        )
        assert business_findings(changed, facts()) == business_findings(sound, facts())
        assert list(peppol_findings(document, ISSUED)) == list(peppol_findings(opened(body), ISSUED))
    assert leaves > 50


def test_an_account_with_a_comment_in_it_is_read_whole() -> None:
    body = danish(payment=ubl.Payment("42", "044011<!-- x -->6243", branch="0040"))
    assert read(body.replace(b"&lt;!-- x --&gt;", b"<!-- x -->")).payment_means[0].account == "0440116243"


def test_no_account_of_a_document_is_hidden_by_another() -> None:
    more = (
        b"<cac:CreditAccount><cbc:AccountID>81234568</cbc:AccountID></cac:CreditAccount></cac:PaymentMeans>"
    )
    read = read_invoice(opened(danish().replace(b"</cac:PaymentMeans>", more, 1)))
    assert [means.account for means in read.payment_means] == ["81234567", "81234568"]
    assert {finding.rule for finding in business_findings(read, facts())} == {"HB-30", "HB-31"}


def test_another_payee_is_read_by_its_numbers() -> None:
    party = (
        b"<cac:PayeeParty><cac:PartyIdentification><cbc:ID>1</cbc:ID></cac:PartyIdentification>"
        b'<cac:PartyLegalEntity><cbc:CompanyID schemeID="0184">31415926</cbc:CompanyID>'
        b"</cac:PartyLegalEntity></cac:PayeeParty><cac:PaymentMeans>"
    )
    read = read_invoice(opened(danish().replace(b"<cac:PaymentMeans>", party, 1)))
    assert read.payee == PayeeParty((Identifier("", "1"), Identifier("0184", "31415926")))
    assert read_invoice(opened(danish())).payee is None


@pytest.mark.parametrize(
    "specification,written,code",
    [
        (b"OIOUBL-2.1", b"", "381"),
        (b"OIOUBL-2.1", b"<cbc:CreditNoteTypeCode>83</cbc:CreditNoteTypeCode>", "83"),
        (ubl.SPECIFICATION.encode(), b"", ""),
    ],
)
def test_a_credit_note_of_oioubl_needs_no_type_code(specification: bytes, written: bytes, code: str) -> None:
    body = danish(credits="2026-1000").replace(ubl.SPECIFICATION.encode(), specification)
    body = body.replace(b"<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>", written)
    assert read(body).type_code == code


def test_the_content_of_a_file_is_no_text_and_is_not_searched() -> None:
    file = (
        b"</cac:OrderReference><cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment>"
        b'<cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf" filename="a.pdf">%s</cbc:'
        b"EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>"
    )
    body = danish().replace(b"</cac:OrderReference>", file % (b"0101701234" * 1_000))
    texts = [passage.text for passage in read(body).passages]
    assert "a.pdf" in texts
    assert max(map(len, texts)) < 1_000


def test_what_oioubl_notes_for_the_bank_is_the_reference_of_the_payment() -> None:
    note = b"</cbc:ID><cbc:PaymentNote>Faktura 17</cbc:PaymentNote>"
    account = ubl.Payment("42", "0440116243", branch="0040")
    place = "/Invoice/cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:PaymentNote"

    def written(payment: ubl.Payment) -> Invoice:
        head, _, rest = danish(payment=payment).partition(b"<cac:PayeeFinancialAccount>")
        return read(head + b"<cac:PayeeFinancialAccount>" + rest.replace(b"</cbc:ID>", note, 1))

    assert [each.number for each in written(account).payment_means] == ["Faktura 17"]
    same = written(replace(account, payment_id="Faktura 17"))
    assert ([each.number for each in same.payment_means], same.unreadable) == (["Faktura 17"], ())
    other = written(replace(account, payment_id="Faktura 18"))
    assert [(each.location, each.why) for each in other.unreadable] == [(place, "twice")]
    slip = written(ubl.Payment("93", "81234567", "71#026840149965328"))
    assert ([each.number for each in slip.payment_means], slip.unreadable) == (["026840149965328"], ())

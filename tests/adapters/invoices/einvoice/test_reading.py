from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from helsebro.invoices.invoice import Identifier, Invoice
from helsebro.invoices.rules.all_rules import business_findings
from helsebro.payments.payment_means import PaymentMeans
from helsebro_aws.invoices.einvoice.document import UblDocument, opened
from helsebro_aws.invoices.einvoice.reading import read_invoice
from local.clinic import ubl
from tests.builders.invoices import FIRST, GUARANTEE, SESSIONS, danish, facts, norwegian


def read(body: bytes) -> Invoice:
    return read_invoice(opened(body))


def test_every_field_of_the_contract_is_read() -> None:
    invoice = read(danish())
    assert (invoice.kind, invoice.type_code, invoice.number) == ("invoice", "380", "2026-1001")
    assert (invoice.issued_on, invoice.due_on) == (date(2026, 11, 21), date(2026, 12, 21))
    assert (invoice.currency, invoice.payable) == ("DKK", Decimal(1800))
    assert invoice.supplier == (Identifier("0184", "31415918"),)
    assert invoice.buyer_endpoint == Identifier("0088", "5790000123452")
    assert invoice.guarantee_numbers == (GUARANTEE.number,)
    assert invoice.case_reference == GUARANTEE.case_reference
    assert invoice.payment_means == (PaymentMeans("93", "71", "026840149965328", "81234567"),)
    assert not invoice.has_attachment
    line = invoice.lines[0]
    assert (line.booking_id, line.session_on, line.service) == ("bkg_first", FIRST, "first")
    assert (line.attendance, line.amount, line.quantity) == ("attended", Decimal(950), Decimal(1))
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
        (b"2026-11-21", b"2026-11-21+01:00", "issued_on", date(2026, 11, 21)),
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


def test_an_attached_file_is_found() -> None:
    attached = (
        b"</cac:OrderReference><cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment>"
        b'<cbc:EmbeddedDocumentBinaryObject mimeCode="text/csv" filename="a.csv">YQ==</cbc:'
        b"EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>"
    )
    assert read(danish().replace(b"</cac:OrderReference>", attached)).has_attachment


@pytest.mark.parametrize(
    "old,new",
    [
        (b">Behandling<", b">Behandling af 010170-1234<"),
        (b">Behandling<", b">Behandling &#48;10170-1234<"),
        (b">Behandling<", b"><![CDATA[0101701234]]><"),
        (b"<cbc:ID>2026", b"<!-- 0101701234 --><cbc:ID>2026"),
        (b"<cbc:ID>2026", b"<?note 0101701234?><cbc:ID>2026"),
        (b"<Invoice", b"<!-- 0101701234 --><Invoice"),
        (b"</Invoice>", b"</Invoice><!-- 0101701234 -->"),
        (b"</cac:OrderReference>", b"</cac:OrderReference> 0101701234 "),
        (b"<cbc:PaymentMeansCode>", b'<cbc:PaymentMeansCode name="0101701234">'),
        (b"kq7f3m2xw5tz", b"0101701234"),
        (b"bkg_second", b"0101701234"),
        (b">Attendance<", b">0101701234<"),
    ],
)
def test_a_persons_number_is_found_everywhere(old: bytes, new: bytes) -> None:
    body = danish()
    assert old in body
    rules = [finding.rule for finding in business_findings(read(body.replace(old, new, 1)), facts())]
    assert "HB-19" in rules


@pytest.mark.parametrize(
    "body",
    [
        danish(payment=ubl.Payment("42", "0101701234", branch="0040")),
        danish(number="2611261001"),
        danish(payment=ubl.Payment("93", "81234567", "71#010170123400005")),
    ],
)
def test_accounts_and_serial_numbers_are_not_read_as_a_persons_number(body: bytes) -> None:
    rules = [finding.rule for finding in business_findings(read(body), facts())]
    assert "HB-19" not in rules


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
    sessions = [replace(session, price=Decimal(325)) for session in SESSIONS]
    assert sample.read_bytes() == danish(sessions=sessions)


LEAVES = [element for element in etree.fromstring(danish()).iter("*") if len(element) == 0]


@given(st.integers(0, len(LEAVES) - 1), st.sampled_from([b"<!-- x -->", b"<?note x?>"]), st.integers(0, 30))
def test_a_comment_or_an_instruction_inside_a_leaf_changes_nothing(leaf: int, inside: bytes, at: int) -> None:
    root = etree.fromstring(danish())
    element = [each for each in root.iter("*") if len(each) == 0][leaf]
    written = element.text or ""
    piece = etree.fromstring(b"<a>" + inside + b"</a>")[0]
    element.text, piece.tail = written[:at], written[at:]
    element.append(piece)
    assert replace(read_invoice(UblDocument(root)), passages=()) == replace(read(danish()), passages=())


def test_an_account_with_a_comment_in_it_is_read_whole() -> None:
    body = danish(payment=ubl.Payment("42", "044011<!-- x -->6243", branch="0040"))
    assert read(body.replace(b"&lt;!-- x --&gt;", b"<!-- x -->")).payment_means[0].account == "0440116243"


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

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from helsebro.ids import ClinicId, InvoiceId
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.original import must_be_erased
from helsebro.invoices.received_invoice import ReceivedInvoice
from helsebro.invoices.rules.all_rules import business_findings
from helsebro.payments import check_digits
from helsebro_aws.invoices.einvoice.document import opened
from helsebro_aws.invoices.einvoice.leaf import LONGEST_VALUE, too_long
from helsebro_aws.invoices.einvoice.reading import read_invoice
from local.clinic import ubl
from tests.builders.invoices import danish, facts, norwegian

KID = next(f"0101700002{digit}" for digit in range(10) if check_digits.kid(f"0101700002{digit}"))
LONG_KID = next(
    f"0101701234567890{digit}" for digit in range(10) if check_digits.luhn(f"0101701234567890{digit}")
)
CLINIC, NOW = ClinicId("cli_a"), datetime(2026, 11, 21, tzinfo=UTC)
XSI = b'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


def read(body: bytes) -> Invoice:
    return read_invoice(opened(body))


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
        (b"<Invoice ", b"<Invoice " + XSI + b' xsi:schemaLocation="urn:0101701234 x" '),
        (b"<Invoice ", b"<Invoice " + XSI + b' xsi:noNamespaceSchemaLocation="0101701234" '),
        (b"<cac:OrderReference>", b"<cac:OrderReference " + XSI + b' xsi:schemaLocation="x 0101701234">'),
        (b"<cac:OrderReference>", b"<cac:OrderReference " + XSI + b' xsi:type="0101701234">'),
        (b"<cac:OrderReference>", b'<cac:OrderReference xmlns:a="urn:a" a:b="0101701234">'),
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
        danish(payment=ubl.Payment("42", "0440116243", "0101701234", branch="0040")),
        danish(payment=ubl.Payment("42", "0440116243", "Kunde 0101701234", branch="0040")),
        norwegian(payment=ubl.Payment("30", "86011117947", LONG_KID)),
        # Every fødselsnummer has the check digit of a KID, and a KID of eleven digits may begin with a day.
        norwegian(payment=ubl.Payment("30", "86011117947", KID)),
    ],
)
def test_accounts_and_serial_numbers_are_not_read_as_a_persons_number(body: bytes) -> None:
    rules = [finding.rule for finding in business_findings(read(body), facts())]
    assert "HB-19" not in rules


@pytest.mark.parametrize("written", ["010170-1234", "CPR 0101701234", "21-11-26/0001", "010170 12345"])
@pytest.mark.parametrize("code", ["42", "58"])
def test_a_text_for_the_bank_names_no_other_person(code: str, written: str) -> None:
    account = ("0440116243", "0040") if code == "42" else ("DK5000400440116243", "")
    body = danish(payment=ubl.Payment(code, account[0], written, branch=account[1]))
    found = [finding for finding in business_findings(read(body), facts()) if finding.rule == "HB-19"]
    assert [finding.location for finding in found] == ["/Invoice/cac:PaymentMeans/cbc:PaymentID"]


@pytest.mark.parametrize(
    "old,new",
    [
        (b">Behandling<", b">Behandling 01.01.70-1234<"),
        (b">Behandling<", ">010170\N{EN DASH}1234<".encode()),
        (b">Behandling<", ">010170\N{NO-BREAK SPACE}1234<".encode()),
        (b">Behandling<", ">0101\N{ZERO WIDTH SPACE}70-1234<".encode()),
        (b">Behandling<", ">\N{FULLWIDTH DIGIT ZERO}10170-1234<".encode()),
        (b">Behandling<", b">010170<!-- x -->-1234<"),
        (b">Behandling<", b">01<?x?>0170<!-- x -->-1234<"),
        (b"<cac:Item>", b"<cac:Item>010170<!-- x -->-1234"),
        (b"<Invoice xmlns", b'<Invoice xmlns:a="urn:010170-1234" xmlns'),
        (b"<cac:Item>", b"<cac:Item><?a0101701234?>"),
        (b"<cac:Item>", b'<cac:Item><x xmlns="urn:x" a0101701234=""/>'),
        (b"<cac:Item>", b'<cac:Item><cpr0101701234 xmlns="urn:x"/>'),
    ],
)
def test_a_persons_number_is_found_however_it_is_written(old: bytes, new: bytes) -> None:
    body = danish()
    assert old in body
    findings = business_findings(read(body.replace(old, new, 1)), facts())
    assert "HB-19" in {finding.rule for finding in findings}
    assert not any("0101701234" in finding.location for finding in findings)


@pytest.mark.parametrize(
    "path",
    [b"SalesOrderID>", b"ID>"],
)
def test_an_order_number_that_begins_with_a_day_names_no_person(path: bytes) -> None:
    written = b"<cac:OrderReference><cbc:%s2111260001</cbc:%s" % (path, path)
    passages = read(danish().replace(b"<cac:OrderReference>", written, 1)).passages
    assert [passage.kind for passage in passages if passage.text == "2111260001"] == ["reference"]


def test_every_text_attribute_and_comment_is_a_passage_of_its_own() -> None:
    body = danish().replace(
        b"<cac:Item>", b'<cac:Item><!-- one --><?two three?><cbc:Note languageID="da"/>', 1
    )
    texts = [passage.text for passage in read(body).passages]
    assert {"one", "two", "three", "da", "2026-1001", "81234567", "71#026840149965328", "EA"} <= set(texts)


@pytest.mark.parametrize(
    "old,new",
    [
        (b">Behandling<", b">%s<"),
        (b"<cbc:ID>2026", b"<!--%s--><cbc:ID>2026"),
        (b"<cbc:ID>2026", b"<?note %s?><cbc:ID>2026"),
        (b"<cbc:ID>2026", b"<?n%s?><cbc:ID>2026"),
        (b"<Invoice", b"<!--%s--><Invoice"),
        (b"</Invoice>", b"</Invoice><?note %s?>"),
        (b"<cbc:PaymentMeansCode>", b'<cbc:PaymentMeansCode name="%s">'),
        (b"<Invoice ", b'<Invoice xmlns:a="urn:%s" '),
        (b"<Invoice ", b"<Invoice " + XSI + b' xsi:schemaLocation="%s" '),
    ],
)
def test_what_is_too_long_is_rejected_erased_and_searched_at_its_beginning_only(
    old: bytes, new: bytes
) -> None:
    """Nine hundred thousand digits took seven seconds; now their number has a bound."""
    body = danish()
    assert old in body
    document = opened(body.replace(old, new.replace(b"%s", b"3112991234" * 400), 1))
    found = tuple(too_long(document))
    assert {finding.rule for finding in found} == {"UBL-LONG"}
    assert max(len(passage.text) for passage in read_invoice(document).passages) <= LONGEST_VALUE
    assert must_be_erased(ReceivedInvoice(InvoiceId("inv_1"), CLINIC, "rejected", NOW, "", findings=found))


def test_a_document_as_long_as_may_be_has_nothing_too_long() -> None:
    body = danish().replace(b">Behandling<", b">" + b"x" * LONGEST_VALUE + b"<", 1)
    assert list(too_long(opened(body))) == []

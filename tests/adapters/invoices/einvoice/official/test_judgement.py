from __future__ import annotations

import time
from datetime import date

import pytest

from helsebro.invoices.finding import InvoiceFinding, refuses
from helsebro_aws.invoices.einvoice.document import opened
from helsebro_aws.invoices.einvoice.official import schematron
from helsebro_aws.invoices.einvoice.official.judgement import OfficialRules
from helsebro_aws.invoices.einvoice.official.shipped import EN_16931
from local.clinic import ubl
from tests.builders.invoices import SESSIONS, danish, norwegian

TODAY = date(2026, 11, 21)
IBAN = ubl.Payment("58", "DK5000400440116243")
ACCOUNT = ubl.Payment("42", "0440116243", branch="0040")
OLD_ACCOUNT = ubl.Payment("31", "0440116243", branch="0040")
SOUND = {
    "Danish, FI code": danish(),
    "Danish, IBAN": danish(payment=IBAN),
    "Danish, account": danish(payment=ACCOUNT),
    "Danish, account, code 31": danish(payment=OLD_ACCOUNT),
    "Danish credit note": danish(credits="2026-1000"),
    "Norwegian, KID": norwegian(),
    "Norwegian, IBAN": norwegian(payment=ubl.Payment("58", "NO9386011117947")),
    "Norwegian credit note": norwegian(credits="2026-1000"),
    "500 lines": danish(sessions=SESSIONS * 250),
    "a name with signs of its own": danish(
        clinic=ubl.Party("A & B <Klinik>", "0184", "31415918", "31415918")
    ),
}


def findings(body: bytes, rules: OfficialRules | None = None) -> tuple[InvoiceFinding, ...]:
    return (rules or OfficialRules()).judgement(opened(body), TODAY).findings


def judged(body: bytes, rules: OfficialRules | None = None) -> list[str]:
    return [finding.rule for finding in findings(body, rules)]


def test_a_report_says_where_a_rule_fails_and_not_where_it_was_looked_at() -> None:
    source = schematron._saxon().parse_xml(xml_text=opened(danish()).text)
    report = schematron._compiled(EN_16931).transform_to_string(xdm_node=source)
    assert "schematron-output" in report
    assert "fired-rule" in EN_16931.read_text("utf-8")
    assert "fired-rule" not in report


@pytest.mark.parametrize("name", SOUND)
def test_a_valid_document_has_no_findings(name: str) -> None:
    assert judged(SOUND[name]) == []


@pytest.mark.parametrize(
    "old,new,rule",
    [
        (b"<cbc:ID>2026-1001</cbc:ID>", b"", "BR-02"),
        (b"<cbc:ID>2026-1001</cbc:ID>", b"", "UBL-XSD"),
        (
            b"<cbc:IssueDate>2026-11-21</cbc:IssueDate>",
            b"<cbc:IssueDate>21-11-2026</cbc:IssueDate>",
            "UBL-XSD",
        ),
        (b">1800.00</cbc:PayableAmount>", b">1801.00</cbc:PayableAmount>", "BR-CO-16"),
        (b">1800.00</cbc:TaxInclusiveAmount>", b">1801.00</cbc:TaxInclusiveAmount>", "BR-CO-15"),
        (b">850.00</cbc:LineExtensionAmount>", b">851.00</cbc:LineExtensionAmount>", "BR-CO-10"),
        (b">DKK</cbc:DocumentCurrencyCode>", b">KRONER</cbc:DocumentCurrencyCode>", "BR-CL-04"),
        (b">380</cbc:InvoiceTypeCode>", b">999</cbc:InvoiceTypeCode>", "BR-CL-01"),
        (b'schemeID="0184">DK', b'schemeID="CVR">DK', "BR-CL-25"),
        (b"<cbc:Name>Klinik Nord</cbc:Name>", b"<cbc:Name>Klinik Nord</cbc:Name><!-- fine -->", None),
        (b"<cbc:RegistrationName>Klinik Nord</cbc:RegistrationName>", b"", "BR-06"),
        (b"<cbc:Name>Behandling</cbc:Name>", b"", "BR-25"),
        (b"VATEX-EU-132-1C", b"VATEX-EU-NONE", "BR-CL-22"),
        (b"<cbc:Percent>0</cbc:Percent>", b"<cbc:Percent>25</cbc:Percent>", "BR-E-05"),
        (b"<cbc:PaymentMeansCode>93<", b"<cbc:PaymentMeansCode>999<", "BR-CL-16"),
        (b"DK31415918</cbc:CompanyID>", b"31415918</cbc:CompanyID>", "BR-CO-09"),
        (b"</cac:Party>", b"<cbc:Unknown>1</cbc:Unknown></cac:Party>", "UBL-XSD"),
        (b"#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0", b"", "UBL-PROFILE"),
        (b"urn:cen.eu:en16931:2017#compliant", b"urn:example", "UBL-PROFILE"),
        (
            b"urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
            b"OIOUBL-2.1",
            "UBL-PROFILE",
        ),
        (b">850.00</cbc:PriceAmount>", b">many</cbc:PriceAmount>", "UBL-XSD"),
    ],
)
def test_a_change_is_found_by_the_rule_that_forbids_it(old: bytes, new: bytes, rule: str | None) -> None:
    body = danish()
    assert old in body
    found = judged(body.replace(old, new))
    assert (rule in found) if rule else found == []


@pytest.mark.parametrize("country", [danish, norwegian])
def test_a_credit_note_is_judged_as_well(country: type) -> None:
    body = country(credits="2026-1000").replace(b"1800.00</cbc:Payable", b"1801.00</cbc:Payable")
    assert judged(body) == ["BR-CO-16"]


def test_a_value_that_cannot_be_read_is_a_finding_and_never_quoted() -> None:
    secret = b"Hr. Hansen 010170-1234"
    body = danish()
    for amount in (b"850.00", b"1800.00"):
        body = body.replace(b">" + amount + b"<", b">" + secret + b"<")
    body = body.replace(b"2026-11-21", secret).replace(b'unitCode="EA"', b'unitCode="' + secret + b'"')
    found = findings(body)
    assert refuses(found)
    assert "Hansen" not in repr(found)
    assert "010170" not in repr(found)


@pytest.mark.parametrize(
    "old,new,rule,place,found,expected",
    [
        (
            b">1800.00</cbc:PayableAmount>",
            b">1801.00</cbc:PayableAmount>",
            "BR-CO-16",
            "/Invoice/cac:LegalMonetaryTotal",
            None,
            None,
        ),
        (
            b"<cbc:IssueDate>2026-11-21",
            b"<cbc:IssueDate>21-11-2026",
            "UBL-XSD",
            "/Invoice/cbc:IssueDate",
            "21-11-2026",
            None,
        ),
        (
            b">850.00</cbc:PriceAmount>",
            b">850 kr. til Hansen</cbc:PriceAmount>",
            "UBL-XSD",
            "/Invoice/cac:InvoiceLine[2]/cac:Price/cbc:PriceAmount",
            None,
            None,
        ),
        (
            b">DKK</cbc:DocumentCurrencyCode>",
            b">KR1</cbc:DocumentCurrencyCode>",
            "BR-CL-04",
            "/Invoice/cbc:DocumentCurrencyCode",
            "KR1",
            None,
        ),
        (
            b"2026-11-10</cbc:StartDate>",
            b"2026-11-01</cbc:StartDate>",
            "PEPPOL-EN16931-R110",
            "/Invoice/cac:InvoiceLine[2]/cac:InvoicePeriod/cbc:StartDate",
            "2026-11-01",
            "2026-11-03",
        ),
        (
            b"DK31415918</cbc:EndpointID>",
            b"DK3141591</cbc:EndpointID>",
            "PEPPOL-COMMON-R042",
            "/Invoice/cac:AccountingSupplierParty/cac:Party/cbc:EndpointID",
            "DK3141591",
            None,
        ),
    ],
)
def test_a_finding_says_where_what_stands_there_and_what_was_expected(
    old: bytes, new: bytes, rule: str, place: str, found: str | None, expected: str | None
) -> None:
    body = danish()
    assert old in body
    [finding] = [each for each in findings(body.replace(old, new, 1)) if each.rule == rule]
    assert (finding.location, finding.found, finding.expected) == (place, found, expected)


def test_a_document_cannot_make_the_schema_load_another_file() -> None:
    hints = (
        b'<Invoice xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        b'xsi:schemaLocation="urn:x http://127.0.0.1:9/x.xsd" xsi:noNamespaceSchemaLocation="/etc/hostname" '
    )
    body = danish().replace(b"<Invoice ", hints, 1)
    assert not [name for name in opened(body).root.attrib if "chemaLocation" in name]
    assert judged(body) == []


def test_the_largest_invoice_is_judged_in_seconds() -> None:
    body = danish(sessions=SESSIONS * 250).replace(b">850.00<", b">851.00<")
    started = time.process_time()
    assert judged(body)
    assert time.process_time() - started < 10

"""Each rule of the table fires on a document that breaks it, and is silent on one that does not."""

from __future__ import annotations

import pytest

from helsebro_aws.invoices.einvoice.peppol.judgement import texts
from tests.adapters.invoices.einvoice.peppol.fragments import (
    PROFILE,
    account,
    allowance,
    at_home,
    credit_note,
    customer,
    fired,
    invoice,
    legal,
    line,
    means,
    money,
    number,
    of,
    supplier,
    taxed,
)

SPECIFICATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
DKK = of("cbc:DocumentCurrencyCode", "DKK")
VAT_TOTAL = of("cac:TaxTotal", money("TaxAmount", "1") + of("cac:TaxSubtotal", money("TaxAmount", "1")))
OBJECT = of("cac:DocumentReference", of("cbc:ID", "1") + of("cbc:DocumentTypeCode", "130"))
OTHER = of("cac:DocumentReference", of("cbc:ID", "1") + of("cbc:DocumentTypeCode", "50"))
PROJECT = of("cac:AdditionalDocumentReference", of("cbc:ID", "1") + of("cbc:DocumentTypeCode", "50"))
GERMANS = supplier(country="DE") + customer(country="DE")
TOTAL = "cac:LegalMonetaryTotal"


def two_totals(in_krone: str, in_euro: str) -> str:
    totals = money("TaxAmount", in_krone) + of("cac:TaxSubtotal", "")
    return (
        DKK
        + of("cbc:TaxCurrencyCode", "EUR")
        + of("cac:TaxTotal", totals)
        + of("cac:TaxTotal", money("TaxAmount", in_euro, "EUR"))
    )


def period(start: str, end: str) -> str:
    return of("cac:InvoicePeriod", of("cbc:StartDate", start) + of("cbc:EndDate", end))


def exempt(code: str, category: str) -> str:
    return of("cac:TaxCategory", of("cbc:ID", category) + of("cbc:TaxExemptionReasonCode", code))


def reason(charge: str, code: str) -> str:
    return allowance(charge=charge, more=of("cbc:AllowanceChargeReasonCode", code))


def classified(version: str) -> str:
    code = of("cbc:ItemClassificationCode", "1", listID="TST", listVersionID=version)
    return line(of("cac:Item", of("cac:CommodityClassification", code)))


def duty(because: str) -> str:
    written = of("cbc:AllowanceChargeReasonCode", "ZZZ") + of("cbc:AllowanceChargeReason", because)
    return allowance(more=written)


def net_price(net: str, gross: str, off: str, charge: str = "false") -> str:
    price = money("PriceAmount", net) + allowance(base=gross, amount=off, charge=charge)
    return of("cac:InvoiceLine", of("cac:Price", price))


def paid_by(code: str, payment_id: str, to: str) -> bytes:
    return invoice(at_home(means(code, of("cbc:PaymentID", payment_id) + account(to))))


def attached(kind: str) -> bytes:
    return invoice(of("cbc:EmbeddedDocumentBinaryObject", "QQ==", mimeCode=kind))


def debit(inside: str) -> str:
    return means("49", of("cac:PaymentMandate", inside))


def identified(attributes: str) -> bytes:
    return invoice(
        at_home("", f"<cac:PartyIdentification><cbc:ID{attributes}>1</cbc:ID></cac:PartyIdentification>")
    )


MANDATE = of("cbc:ID", "1") + of("cac:PayerFinancialAccount", of("cbc:ID", "1"))
EN, COMMON = "PEPPOL-EN16931-", "PEPPOL-COMMON-"
CASES: dict[str, tuple[bytes, bytes]] = {
    "R001": (invoice(""), invoice(PROFILE)),
    "R002": (invoice(of("cbc:Note", "a") * 2), invoice(of("cbc:Note", "a") * 2 + GERMANS)),
    "R003": (invoice(""), invoice(of("cac:OrderReference", of("cbc:ID", "1")))),
    "R004": (
        invoice(of("cbc:CustomizationID", f"{SPECIFICATION}::1")),
        invoice(of("cbc:CustomizationID", f" {SPECIFICATION} ")),
    ),
    "R005": (
        invoice(DKK + of("cbc:TaxCurrencyCode", "DKK")),
        invoice(DKK + of("cbc:TaxCurrencyCode", "EUR")),
    ),
    "R007": (
        invoice(of("cbc:ProfileID", "urn:fdc:peppol.eu:2017:poacc:billing:03:1.0")),
        invoice(of("cbc:ProfileID", "urn:peppol:bis:billing_with_response")),
    ),
    "R008": (invoice(of("cbc:Note", " <!-- a note --> ")), invoice(of("cbc:Note", "<!-- -->a"))),
    "R010": (invoice(customer()), invoice(customer(of("cbc:EndpointID", "1")))),
    "R020": (invoice(supplier()), invoice(supplier(of("cbc:EndpointID", "1")))),
    "R040": (invoice(allowance("10", "100", "10.03")), invoice(allowance("10", "100", "10.02"))),
    "R041": (invoice(allowance(percent="10")), invoice(allowance("10", "100", "10"))),
    "R042": (invoice(allowance(base="100")), invoice(allowance("10", "100", "10"))),
    "R043": (invoice(allowance(charge="no")), invoice(allowance(charge=" true "))),
    "R044": (invoice(net_price("90", "100", "10", "true")), invoice(net_price("90", "100", "10"))),
    "R046": (invoice(net_price("91", "100", "10")), invoice(net_price("90", "100", "10"))),
    "R051": (invoice(DKK + money("PayableAmount", "1", "EUR")), invoice(two_totals("1", "1"))),
    "R053": (invoice(VAT_TOTAL * 2), invoice(VAT_TOTAL)),
    "R054": (invoice(VAT_TOTAL + of("cac:TaxTotal", "")), invoice(two_totals("1", "1"))),
    "R055": (invoice(two_totals("1", "-1")), invoice(two_totals("-1", "-1"))),
    "R061": (invoice(means("59")), invoice(debit(MANDATE))),
    "R080": (credit_note(PROJECT * 2), credit_note(PROJECT)),
    "R100": (invoice(line(OBJECT * 2)), invoice(line(OBJECT))),
    "R101": (invoice(line(OTHER)), invoice(line(OBJECT))),
    "R110": (
        invoice(period("2026-11-02", "2026-11-30") + line(period("2026-11-01", "2026-11-01"))),
        invoice(period("2026-11-01", "2026-11-30") + line(period("2026-11-01", "2026-11-01"))),
    ),
    "R111": (
        invoice(period("2026-11-01", "2026-11-02") + line(period("2026-11-03", "2026-11-03"))),
        invoice(period("2026-11-01", "2026-11-03") + line(period("2026-11-03", "2026-11-03"))),
    ),
    "R120": (
        invoice(line("", quantity="3", net="100.03", base="3")),
        invoice(line("", "3", "100.01", base="3")),
    ),
    "R121": (invoice(line("", base="0")), invoice(line("", base="1"))),
    "R130": (
        invoice(line("", base="1").replace('BaseQuantity unitCode="EA"', 'BaseQuantity unitCode="HUR"')),
        invoice(line("", base="1")),
    ),
    "CL001": (attached("text/html"), attached("application/pdf")),
    "CL002": (invoice(reason("false", "AA")), invoice(reason("false", "95"))),
    "CL003": (invoice(reason("true", "95")), invoice(reason("true", "AA"))),
    "CL006": (
        invoice(of("cac:InvoicePeriod", of("cbc:DescriptionCode", "4"))),
        invoice(of("cac:InvoicePeriod", of("cbc:DescriptionCode", "35"))),
    ),
    "CL007": (invoice(money("Amount", "1", "KR")), invoice(money("Amount", "1", "NOK"))),
    "CL008": (invoice(number("9999", "1")), invoice(number("0184", "1"))),
    "F001": (invoice(of("cbc:DueDate", "2026-02-29")), invoice(of("cbc:DueDate", "2028-02-29"))),
    "P0100": (
        invoice(PROFILE + of("cbc:InvoiceTypeCode", "381")),
        invoice(PROFILE + of("cbc:InvoiceTypeCode", "380")),
    ),
    "P0101": (
        credit_note(PROFILE + of("cbc:CreditNoteTypeCode", "380")),
        credit_note(PROFILE + of("cbc:CreditNoteTypeCode", "381")),
    ),
    "P0112": (
        invoice(of("cbc:InvoiceTypeCode", "384")),
        invoice(of("cbc:InvoiceTypeCode", "384") + GERMANS),
    ),
    **{
        rule: (invoice(exempt(code.lower(), "S")), invoice(exempt(code, category)))
        for rule, code, category in [
            ("P0104", "VATEX-EU-G", "G"),
            ("P0105", "VATEX-EU-O", "O"),
            ("P0106", "VATEX-EU-IC", "K"),
            ("P0107", "VATEX-EU-AE", "AE"),
            ("P0108", "VATEX-EU-D", "E"),
            ("P0109", "VATEX-EU-F", "E"),
            ("P0110", "VATEX-EU-I", "E"),
            ("P0111", "VATEX-EU-J", "E"),
        ]
    },
}
NUMBERS: dict[str, tuple[str, str, str]] = {
    "R040": ("0088", "5790000123453", "5790000123452"),
    "R041": ("0192", "923456709", "923456708"),
    "R042": ("0184", "DK3141591", "DK31415918"),
    "R043": ("0208", "0403170702", "0403170701"),
    "R044": ("0201", "UFAB-1", "UFAB12"),
    "R045": ("0210", "0743020016", "07430200167"),
    "R046": ("9907", "RSSMRA80A01H501", "RSSMRA80A01H501U"),
    "R047": ("0211", "IT07643520568", "IT07643520567"),
    "R049": ("0007", "5567212048", "5567212047"),
    "R050": ("0151", "51824753557", "51824753556"),
    "R052": ("0096", "101234567", "1012345678"),
    "R053": ("0198", "31415918", "DK31415918"),
    "R054": ("0106", "1234567", "12345678"),
    "R055": ("0190", "123", "12345678901234567890"),
    "R056-1": ("9944", "NL12345678B12", "NL123456789B12"),
    "R057": ("0217", "12345678901", "123456789012"),
}
NATIONAL: dict[str, tuple[bytes, bytes]] = {
    "DK-R-002": (invoice(supplier(legal(" "), "DK")), invoice(supplier(legal("31415918"), "DK"))),
    "DK-R-003": (invoice(at_home(classified("18.01"))), invoice(at_home(classified("26.0801")))),
    "DK-R-004": (invoice(at_home(duty("#12"))), invoice(at_home(duty("1#2")))),
    "DK-R-005": (invoice(at_home(means("30"))), invoice(at_home(means("42")))),
    "DK-R-006": (
        invoice(at_home(means("42", account("0440116243")))),
        invoice(at_home(means("42", account("0440116243", "0040")))),
    ),
    "DK-R-007": (invoice(at_home(debit(of("cbc:ID", "1")))), invoice(at_home(debit(MANDATE)))),
    "DK-R-008": (paid_by("50", "01#", "123456"), paid_by("50", "01#", "1234567")),
    "DK-R-009": (paid_by("50", "04#1", "1234567"), paid_by("50", "04#1234567890123456", "1234567")),
    "DK-R-010": (paid_by("93", "71#1", "8123456"), paid_by("93", "73#", "81234567")),
    "DK-R-011": (paid_by("93", "71#1", "81234567"), paid_by("93", "71#026840149965328", "81234567")),
    "DK-R-013": (identified(""), identified(' schemeID="0088"')),
    "DK-R-014": (
        invoice(supplier(legal("31415918", "0088"), "DK")),
        invoice(supplier(legal("31415918", "0184"), "DK")),
    ),
    "DK-R-016": (
        credit_note(at_home(of(TOTAL, money("PayableAmount", "-1")))),
        credit_note(at_home(of(TOTAL, money("PayableAmount", "1")))),
    ),
    "DK-R-017": (invoice(at_home("", "", legal("1", "0088"))), invoice(at_home("", "", legal("1", "0184")))),
    "NO-R-001": (
        invoice(supplier(taxed("NO923456709MVA"))),
        invoice(supplier(taxed("NO923456708MVA"))),
    ),
    "NO-R-002": (
        invoice(supplier(country="NO")),
        invoice(supplier(taxed("Foretaksregisteret", "TAX"), "NO")),
    ),
    "PEPPOL-COMMON-R056-2": (invoice(supplier(taxed("NL1B12"))), invoice(supplier(taxed("NL123456789B12")))),
}
EVERY = {
    **{EN + rule: pair for rule, pair in CASES.items()},
    **{
        COMMON + rule: (invoice(number(scheme, bad)), invoice(number(scheme, good)))
        for rule, (scheme, bad, good) in NUMBERS.items()
    },
    **NATIONAL,
}


@pytest.mark.parametrize("rule", EVERY)
def test_a_rule_fires_once_where_it_is_broken_and_is_silent_where_it_holds(rule: str) -> None:
    broken, sound = EVERY[rule]
    assert fired(broken)[rule] == 1
    assert fired(sound)[rule] == 0


def test_every_rule_of_the_table_has_a_case() -> None:
    assert set(EVERY) == set(texts())

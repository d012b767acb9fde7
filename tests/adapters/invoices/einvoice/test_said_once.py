from __future__ import annotations

import pytest

from helsebro.invoices.finding import InvoiceFinding, Severity, Text
from helsebro_aws.invoices.einvoice.examination import examined
from helsebro_aws.invoices.einvoice.said_once import said_once
from tests.builders.invoices import ISSUED, danish, facts

PLACE = "/Invoice/cac:InvoiceLine[2]/cbc:LineExtensionAmount"


def finding(rule: str, location: str, severity: Severity = "fatal") -> InvoiceFinding:
    return InvoiceFinding(rule, severity, location, Text.official("text"))


@pytest.mark.parametrize(
    "official,ours,is_kept",
    [
        (finding("PEPPOL-EN16931-F001", PLACE), finding("HB-36", f"{PLACE}[1]"), False),
        (finding("PEPPOL-EN16931-F001", PLACE, "warning"), finding("HB-36", f"{PLACE}[1]"), True),
        (finding("UBL-XSD", PLACE.replace("[2]", "[1]")), finding("HB-37", PLACE), True),
        (finding("UBL-XSD", PLACE), finding("HB-10", PLACE), True),
        (finding("UBL-XSD", PLACE), finding("HB-19", PLACE), True),
    ],
)
def test_a_fault_of_form_that_an_official_rule_rejects_is_said_once(
    official: InvoiceFinding, ours: InvoiceFinding, is_kept: bool
) -> None:
    assert said_once([official], [ours]) == ((official, ours) if is_kept else (official,))


@pytest.mark.parametrize("rule", ["HB-36", "HB-37"])
def test_ours_says_how_to_write_what_the_schema_only_rejects(rule: str) -> None:
    ours = finding(rule, PLACE)
    assert said_once([finding("UBL-XSD", f"{PLACE}[1]")], [ours]) == (ours,)


def test_a_comma_is_one_finding_that_says_how_to_write_the_amount() -> None:
    body = danish().replace(b'PriceAmount currencyID="DKK">950', b'PriceAmount currencyID="DKK">950,00')
    body = body.replace(b"950,00.00", b"950,00")
    found = examined(body, lambda _: facts(), ISSUED).findings
    [ours] = [each for each in found if each.rule != "UBL-VALUE"]
    assert (ours.rule, ours.found, ours.expected) == ("HB-37", "950,00", "950.00")
    assert ours.text.da == "Tallet har et komma. Skriv det med punktum: 950.00."


@pytest.mark.parametrize(
    "old,new,ours",
    [
        (b"2026-12-21<", b"20261221<", set()),
        (b"2026-12-21<", b"12026-12-21<", set()),
        (b">1</cbc:Inv", b">1e1</cbc:Inv", {"HB-37"}),
        (
            b"</cbc:PaymentMeansCode>",
            b"</cbc:PaymentMeansCode><cbc:PaymentDueDate>2027-01-21Z</cbc:PaymentDueDate>",
            {"HB-36", "HB-38"},
        ),
    ],
)
def test_a_value_that_cannot_be_read_is_always_a_finding(old: bytes, new: bytes, ours: set[str]) -> None:
    body = danish()
    assert old in body
    findings = examined(body.replace(old, new, 1), lambda _: facts(), ISSUED).findings
    assert {each.rule for each in findings if each.rule.startswith("HB")} == ours
    assert not examined(body.replace(old, new, 1), lambda _: facts(), ISSUED).is_acceptable

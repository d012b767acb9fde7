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
        (finding("UBL-XSD", PLACE), finding("HB-37", f"{PLACE}[1]"), False),
        (finding("UBL-XSD", PLACE, "warning"), finding("HB-37", f"{PLACE}[1]"), True),
        (finding("UBL-XSD", PLACE.replace("[2]", "[1]")), finding("HB-37", PLACE), True),
        (finding("UBL-XSD", PLACE), finding("HB-10", PLACE), True),
        (finding("UBL-XSD", PLACE), finding("HB-19", PLACE), True),
    ],
)
def test_a_fault_of_form_that_an_official_rule_rejects_is_said_once(
    official: InvoiceFinding, ours: InvoiceFinding, is_kept: bool
) -> None:
    assert said_once([official], [ours]) == ((official, ours) if is_kept else (official,))


@pytest.mark.parametrize(
    "old,new,ours",
    [
        (b"2026-12-21<", b"20261221<", set()),
        (b"2026-12-21<", b"12026-12-21<", set()),
        (b">1</cbc:Inv", b">1e1</cbc:Inv", {"HB-10"}),
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

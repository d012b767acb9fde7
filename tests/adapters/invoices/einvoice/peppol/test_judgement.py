from __future__ import annotations

import string
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from helsebro.invoices.finding import InvoiceFinding
from helsebro_aws.invoices.einvoice.document import UblDocument
from helsebro_aws.invoices.einvoice.peppol.judgement import peppol_findings, texts
from helsebro_aws.invoices.einvoice.peppol.release import release_on, releases
from tests.adapters.invoices.einvoice.peppol.fragments import (
    MAY,
    TODAY,
    at_home,
    credit_note,
    fired,
    invoice,
    legal,
    line,
    of,
    supplier,
)
from tests.builders.invoices import SESSIONS, danish, norwegian

SOUND = {"Danish": danish(), "Danish credit note": danish(credits="1"), "Norwegian": norwegian()}
BUYER_BY_GLN = invoice(at_home("", "", legal("5790000123452", "0088")))


def found(body: bytes, on: date = TODAY) -> list[InvoiceFinding]:
    return list(peppol_findings(UblDocument(etree.fromstring(body)), on))


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_document_is_not_refused(name: str) -> None:
    assert [finding.rule for finding in found(SOUND[name]) if finding.severity == "fatal"] == []


def test_a_new_release_makes_a_warning_fatal_from_its_first_day() -> None:
    before, since = found(BUYER_BY_GLN, date(2026, 8, 16)), found(BUYER_BY_GLN, date(2026, 8, 17))
    assert [finding.severity for finding in before if finding.rule == "DK-R-017"] == ["warning"]
    assert [finding.severity for finding in since if finding.rule == "DK-R-017"] == ["fatal"]


@pytest.mark.parametrize(
    "rule,body,in_may,today",
    [
        ("PEPPOL-COMMON-R054", invoice(supplier(of("cbc:EndpointID", "1", schemeID="0106"))), 0, 1),
        ("PEPPOL-EN16931-CL008", invoice(supplier(of("cbc:EndpointID", "1", schemeID="0060"))), 0, 0),
        ("PEPPOL-EN16931-CL008", invoice(supplier(of("cbc:EndpointID", "1", schemeID="0037"))), 0, 1),
        (
            "PEPPOL-EN16931-R007",
            invoice(of("cbc:ProfileID", "urn:fdc:peppol.eu:2017:poacc:billing:03:1.0")),
            0,
            1,
        ),
        (
            "PEPPOL-EN16931-P0101",
            credit_note(
                of("cbc:ProfileID", "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0")
                + of("cbc:CreditNoteTypeCode", "380")
            ),
            1,
            1,
        ),
    ],
)
def test_what_a_release_changes_holds_on_its_days(rule: str, body: bytes, in_may: int, today: int) -> None:
    assert (fired(body, MAY)[rule], fired(body)[rule]) == (in_may, today)


def test_before_the_first_release_documents_are_judged_by_the_first() -> None:
    assert release_on(date(2020, 1, 1)) == releases()[0]


def test_releases_name_rules_and_days_in_order() -> None:
    assert [each.valid_from for each in releases()] == sorted(each.valid_from for each in releases())
    for each in releases():
        assert each.warnings | each.absent <= set(texts())
        assert not each.warnings & each.absent


def test_a_finding_says_what_stands_there_what_was_expected_and_where() -> None:
    [finding] = [each for each in found(invoice(line("") + line("", net="90"))) if each.rule.endswith("R120")]
    assert finding.location == "/Invoice/cac:InvoiceLine[2]"
    assert (
        finding.text.en
        == "The line's amount is 90, but quantity times price with allowances and charges is 100.00."
    )


@pytest.mark.parametrize("rule", texts())
def test_every_rule_has_a_text_in_three_languages(rule: str) -> None:
    text = texts()[rule]
    assert len({text.da, text.nb, text.en}) == 3
    fields = [
        {name for _, name, _, _ in string.Formatter().parse(each) if name}
        for each in (text.da, text.nb, text.en)
    ]
    assert fields[0] == fields[1] == fields[2] <= {"found", "expected"}


LEAVES = sum(1 for element in etree.fromstring(danish()).iter("*") if len(element) == 0)


@given(st.integers(0, LEAVES - 1), st.sampled_from(["<!-- x -->", "<?note x?>"]), st.integers(0, 40))
def test_a_comment_or_an_instruction_inside_a_leaf_changes_no_finding(
    leaf: int, inside: str, at: int
) -> None:
    root = etree.fromstring(norwegian())
    leaves = [element for element in root.iter("*") if len(element) == 0]
    element = leaves[leaf % len(leaves)]
    written = element.text or ""
    piece = etree.fromstring(f"<a>{inside}</a>")[0]
    element.text = written[:at]
    piece.tail = written[at:]
    element.append(piece)
    assert [each.rule for each in peppol_findings(UblDocument(root), TODAY)] == [
        each.rule for each in found(norwegian())
    ]


def test_the_work_grows_with_the_lines_and_not_with_their_square() -> None:
    body = danish(sessions=SESSIONS * 250).replace(b">850.00</cbc:PriceAmount>", b">851.00</cbc:PriceAmount>")
    places = [each.location for each in found(body) if each.rule == "PEPPOL-EN16931-R120"]
    assert places[-1] == "/Invoice/cac:InvoiceLine[500]"
    assert len(places) == 250

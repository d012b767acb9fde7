from __future__ import annotations

from datetime import date

import pytest

from helsebro_aws.invoices.einvoice.document import opened
from helsebro_aws.invoices.einvoice.official.judgement import laid_down
from helsebro_aws.invoices.einvoice.official.wording import OfficialWording
from tests.builders.clinics.rule_folder import RuleFolder, stylesheet
from tests.builders.invoices import danish

QUOTING = (
    "[F-LIB351] Invalid ProfileID: '<xsl:text/><xsl:value-of select=\"//cbc:BuyerReference\"/><xsl:text/>'. "
    "Must be '<xsl:value-of select=\"'9'\"/>' or 'StructuredDK'"
)


@pytest.mark.parametrize(
    "written,shown",
    [
        (b"2026-11-21", "2026-11-21"),
        (b"DK31415918", "DK31415918"),
        (b"Hansen", "…"),
        (b"010170-1234", "…"),
        (b"", ""),
    ],
)
def test_an_official_sentence_repeats_of_the_invoice_only_what_is_harmless(
    rule_folder: RuleFolder, written: bytes, shown: str
) -> None:
    rule_folder.add("peppol/p.xslt", stylesheet(QUOTING, ""))
    rules = laid_down({"HELSEBRO_RULES_DIR": str(rule_folder.path)})
    body = danish().replace(b"kq7f3m2xw5tz", written)
    found = rules.judgement(opened(body), date(2026, 11, 21)).findings
    [finding] = [each for each in found if each.rule == "F-LIB351"]
    said = f"[F-LIB351] Invalid ProfileID: '{shown}'. Must be '9' or 'StructuredDK'"
    assert {finding.text.da, finding.text.nb, finding.text.en} == {said}


def test_a_value_that_imitates_the_sentence_is_not_repeated_either(rule_folder: RuleFolder) -> None:
    rule_folder.add("peppol/p.xslt", stylesheet(QUOTING, ""))
    wording = OfficialWording(rule_folder.path / "peppol/p.xslt")
    said = "[F-LIB351] Invalid ProfileID: 'a'. Must be 'Hansen'. Must be '9' or 'StructuredDK'"
    assert "Hansen" not in wording.text("F-LIB351", said).en


def test_a_sentence_that_the_stylesheet_does_not_have_is_not_repeated(rule_folder: RuleFolder) -> None:
    rule_folder.add("peppol/p.xslt", stylesheet("fixed"))
    wording = OfficialWording(rule_folder.path / "peppol/p.xslt")
    assert wording.text("R-1", " fixed\n").en == "fixed"
    assert wording.text("R-1", "Hansen").en == "The official rule R-1 does not hold."

"""The official sets that an operator declared: which of them judge a document, and what else does."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date

import pytest

from helsebro.invoices.declared_rules import XSL, RulesNotUsable
from helsebro.invoices.rule_set import JudgedBy
from helsebro_aws.invoices.einvoice.document import opened
from helsebro_aws.invoices.einvoice.formats import FORMATS
from helsebro_aws.invoices.einvoice.official import schematron
from helsebro_aws.invoices.einvoice.official.judgement import (
    OfficialJudgement,
    OfficialRules,
    laid_down,
)
from helsebro_aws.invoices.einvoice.official.shipped import EN_16931, EN_16931_RELEASE, SCHEMA_RELEASE
from local.clinic import ubl
from tests.builders.clinics.rule_folder import OF_OIOUBL, RuleFolder, stylesheet
from tests.builders.invoices import danish
from tests.suite.log_lines import log_lines

TODAY = date(2026, 11, 21)
SPECIFICATION, PROCESS = ubl.SPECIFICATION.encode(), ubl.PROCESS.encode()
OWN = JudgedBy("peppol", "3.0.21", "own")
OFFICIAL = JudgedBy("peppol", "3.0.21")
OIOUBL = JudgedBy("oioubl", "1.17.2")
SILENT = stylesheet(when="false()")


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    with log_lines() as lines:
        yield lines


def oioubl(
    profile: bytes = b"urn:www.nesubl.eu:profiles:profile5:ver2.0",
    name: bytes = b"OIOUBL-2.1",
    **changes: str,
) -> bytes:
    return danish(**changes).replace(SPECIFICATION, name).replace(PROCESS, profile)


def judged(body: bytes, folder: RuleFolder | None = None, on: date = TODAY) -> OfficialJudgement:
    rules = laid_down({"HELSEBRO_RULES_DIR": str(folder.path)}) if folder else OfficialRules()
    return rules.judgement(opened(body), on)


def rules_in(judgement: OfficialJudgement) -> list[str]:
    return [finding.rule for finding in judgement.findings]


def test_without_a_folder_our_table_judges_and_says_so() -> None:
    assert judged(danish()).judged_by == (SCHEMA_RELEASE, EN_16931_RELEASE, OWN)


def test_the_shipped_standard_is_the_release_that_is_named() -> None:
    with EN_16931.open(encoding="utf-8") as stylesheet_of_cen:
        assert f"Schematron version {EN_16931_RELEASE.release} " in stylesheet_of_cen.read(2_000)


@pytest.mark.parametrize(
    "on,by",
    [(date(2026, 8, 16), JudgedBy("peppol", "3.0.20", "own")), (date(2026, 8, 17), OFFICIAL)],
)
def test_a_declared_set_decides_from_its_first_day(rule_folder: RuleFolder, on: date, by: JudgedBy) -> None:
    rule_folder.add("peppol/p.xslt", validFrom="2026-08-17")
    judgement = judged(danish(), rule_folder, on)
    assert judgement.judged_by[-1] == by
    assert ("PEPPOL-1" in rules_in(judgement)) == (by == OFFICIAL)


def test_where_set_and_table_disagree_the_set_decides_and_the_log_has_the_rules_alone(
    rule_folder: RuleFolder, log: io.StringIO
) -> None:
    rule_folder.add("peppol/p.xslt", stylesheet("said Hansen"))
    broken = danish().replace(b">kq7f3m2xw5tz<", b"><")
    assert "PEPPOL-EN16931-R008" not in rules_in(judged(broken, rule_folder))
    assert '"onlyOfficial":["PEPPOL-1"]' in log.getvalue().replace(" ", "")
    assert '"onlyOurs":["PEPPOL-EN16931-R008"]' in log.getvalue().replace(" ", "")
    assert "Hansen" not in log.getvalue()


def test_where_they_agree_nothing_is_logged(rule_folder: RuleFolder, log: io.StringIO) -> None:
    rule_folder.add("peppol/p.xslt", SILENT)
    assert rules_in(judged(danish(), rule_folder)) == []
    assert "disagree" not in log.getvalue()


def test_a_newer_european_standard_may_be_declared(rule_folder: RuleFolder) -> None:
    rule_folder.add("cen/c.xslt", stylesheet(rule="BR-NEW"), set='"en16931"', release='"1.3.17"')
    judgement = judged(danish(), rule_folder)
    assert judgement.judged_by == (SCHEMA_RELEASE, JudgedBy("en16931", "1.3.17"), OWN)
    assert rules_in(judgement) == ["BR-NEW"]


def test_a_set_for_invoices_alone_leaves_credit_notes_to_our_table(rule_folder: RuleFolder) -> None:
    rule_folder.add("peppol/p.xslt", documents='["peppol/invoice"]')
    assert judged(danish(), rule_folder).judged_by[-1] == OFFICIAL
    assert judged(danish(credits="1"), rule_folder).judged_by[-1] == OWN


def test_oioubl_without_rules_is_refused_with_what_to_send() -> None:
    judgement = judged(oioubl())
    [finding] = judgement.findings
    assert (finding.rule, finding.severity, finding.found) == ("UBL-PROFILE", "fatal", "OIOUBL-2.1")
    assert finding.location == "/Invoice/cbc:CustomizationID"
    assert finding.expected == ubl.SPECIFICATION
    assert "Peppol BIS Billing 3.0" in finding.text.da
    assert judgement.judged_by == (SCHEMA_RELEASE,)


PROFILES = sorted(next(each.profiles for each in FORMATS if each.family == "oioubl"))


@pytest.mark.parametrize("profile", PROFILES)
def test_oioubl_with_rules_is_judged_by_them_alone(rule_folder: RuleFolder, profile: str) -> None:
    rule_folder.add("oioubl/o.xslt", stylesheet("[W-INV002] said", "", ""), **OF_OIOUBL)
    judgement = judged(oioubl(profile.encode()), rule_folder)
    assert judgement.judged_by == (SCHEMA_RELEASE, OIOUBL)
    assert [(each.rule, each.severity) for each in judgement.findings] == [("W-INV002", "warning")]


def test_oioubl_after_the_last_day_of_its_rules_is_refused(rule_folder: RuleFolder) -> None:
    rule_folder.add("oioubl/o.xslt", SILENT, validUntil="2026-11-20", **OF_OIOUBL)
    assert rules_in(judged(oioubl(), rule_folder)) == ["UBL-PROFILE"]
    assert rules_in(judged(oioubl(), rule_folder, date(2026, 11, 20))) == []


@pytest.mark.parametrize(
    "profile,name,at",
    [
        (b"Procurement-BilSim-2.0", b"OIOUBL-2.1", "ProfileID"),
        (b"Reference-Utility-1.0", b"OIOUBL-2.1", "ProfileID"),
        (b"", b"OIOUBL-2.1", "ProfileID"),
        (b"Procurement-BilSim-1.0", b"OIOUBL-2.02", "CustomizationID"),
        (b"Procurement-BilSim-1.0", b"OIOUBL-2.1x", "CustomizationID"),
        (b"urn:fdc:peppol.eu:2017:poacc:selfbilling:01:1.0", SPECIFICATION, "ProfileID"),
        (PROCESS, SPECIFICATION + b"#conformant#urn:x", "CustomizationID"),
        (PROCESS, b"Hansen", "CustomizationID"),
    ],
)
def test_what_only_looks_like_a_format_is_refused_whatever_is_declared(
    rule_folder: RuleFolder, profile: bytes, name: bytes, at: str
) -> None:
    rule_folder.add("oioubl/o.xslt", SILENT, **OF_OIOUBL).add("peppol/p.xslt", SILENT)
    [finding] = [
        each for each in judged(oioubl(profile, name), rule_folder).findings if each.rule == "UBL-PROFILE"
    ]
    assert finding.location == f"/Invoice/cbc:{at}"
    assert "OIOUBL 2.1" in finding.text.en
    assert "Hansen" not in repr(finding)


def test_a_folder_that_cannot_be_used_is_never_no_rules(rule_folder: RuleFolder) -> None:
    with pytest.raises(RulesNotUsable, match="no such folder"):
        laid_down({"HELSEBRO_RULES_DIR": str(rule_folder.path / "misspelt")})
    rule_folder.add("peppol/p.sch")
    with pytest.raises(RulesNotUsable, match=r"Schematron's source"):
        laid_down({"HELSEBRO_RULES_DIR": str(rule_folder.path)})


NOT_COMPILABLE = f'<xsl:stylesheet version="2.0" xmlns:xsl="{XSL}"><xsl:template match="]"/></xsl:stylesheet>'
"""The check of the folder reads it as a stylesheet, and only Saxon sees that it is none."""


def test_a_stylesheet_that_is_none_fails_when_the_function_starts(rule_folder: RuleFolder) -> None:
    rule_folder.add("peppol/p.xslt", NOT_COMPILABLE)
    rules = laid_down({"HELSEBRO_RULES_DIR": str(rule_folder.path)})
    with pytest.raises(RulesNotUsable, match=r"p\.xslt is not a stylesheet"):
        rules.load()
    with pytest.raises(RulesNotUsable):
        rules.judgement(opened(danish()), TODAY)


def test_the_rules_of_oioubl_load_with_the_first_such_document(rule_folder: RuleFolder) -> None:
    rule_folder.add("oioubl/o.xslt", NOT_COMPILABLE, **OF_OIOUBL)
    rules = laid_down({"HELSEBRO_RULES_DIR": str(rule_folder.path)})
    rules.load()
    assert rules.judgement(opened(danish()), TODAY).findings == ()
    with pytest.raises(RulesNotUsable):
        rules.judgement(opened(oioubl()), TODAY)


def test_a_document_is_handed_to_saxon_once(rule_folder: RuleFolder) -> None:
    rule_folder.add("peppol/p.xslt", SILENT)
    document = opened(danish())
    source = schematron.SaxonSource(document)
    list(source.findings(EN_16931))
    first = source._source
    list(source.findings(rule_folder.path / "peppol/p.xslt"))
    assert source._source is first is not None

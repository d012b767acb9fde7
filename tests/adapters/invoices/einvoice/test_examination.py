from __future__ import annotations

import gc
import json
import random
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from helsebro.errors import HelsebroError
from helsebro.invoices.declared_rules import declared_rules
from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import InvoiceFinding, Severity
from helsebro.invoices.invoice import Invoice
from helsebro_aws.invoices.einvoice import examination
from helsebro_aws.invoices.einvoice.examination import MOST_FINDINGS, UNREADABLE, Examined, examined
from helsebro_aws.invoices.einvoice.official.judgement import OfficialRules
from helsebro_aws.invoices.einvoice.precheck import precheck
from helsebro_aws.invoices.finding_view import finding_shown
from tests.builders.clinics.oioubl import oioubl
from tests.builders.clinics.rule_folder import OF_OIOUBL, RuleFolder, stylesheet
from tests.builders.invoices import danish, facts

TODAY = date(2026, 11, 21)
PIECES = re.findall(rb"<[^>]*>|[^<]+", danish())
STRANGE = (
    b"",
    b"&#1;",
    b"\x01",
    b"9" * 40,
    b"NaN",
    b"1e9",
    b"2026-13-45",
    "\u202e".encode(),
    b'<cbc:ID xml:base="file:///etc/">x</cbc:ID>',
    b'<cbc:ID xml:id="1 2" xmlns:a="%%%">x</cbc:ID>',
    b'<?xml-stylesheet href="file:///etc/hostname"?>',
    b'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/hostname"/>',
)


def known(_: Invoice) -> InvoiceFacts:
    return facts()


def mutated(dice: random.Random) -> bytes:
    pieces = list(PIECES)
    for _ in range(dice.randint(1, 4)):
        place, other = dice.randrange(len(pieces)), dice.randrange(len(pieces))
        match dice.randrange(4):
            case 0:
                del pieces[place]
            case 1:
                pieces[place] = pieces[other]
            case 2:
                pieces.insert(place, pieces[other])
            case _:
                pieces[place] = dice.choice(STRANGE)
    return b"".join(pieces)


def test_a_valid_document_is_acceptable() -> None:
    found = examined(danish(), known, TODAY)
    assert found.is_acceptable
    assert found.invoice


def test_an_unreadable_document_has_one_finding() -> None:
    assert examined(b"<a/>", known, TODAY).findings == (UNREADABLE,)
    assert not examined(b"", known, TODAY).is_acceptable


def test_a_changed_document_leads_to_findings_and_never_to_an_error() -> None:
    dice, rejected = random.Random(16931), 0
    for _ in range(2500):
        body = mutated(dice)
        try:
            precheck(body)
        except HelsebroError:
            continue
        rejected += not examined(body, known, TODAY).is_acceptable
    assert rejected > 100


def test_a_document_with_thirty_thousand_errors_gets_the_first_and_the_number_of_all() -> None:
    notes = b'<cbc:Note a="" b="" c="" d="" e="" f=""/>' * 49
    line = danish().split(b"<cac:InvoiceLine>")[1]
    many = line.replace(b"<cbc:InvoicedQuantity", notes + b"<cbc:InvoicedQuantity", 1)
    body = danish().replace(line, many + (b"<cac:InvoiceLine>" + many) * 98, 1)
    precheck(body)
    found = examined(body, known, TODAY)
    assert (len(found.findings), found.is_acceptable) == (MOST_FINDINGS + 1, False)
    counted = re.fullmatch(r"These are the first 3000 of (\d+) errors\. .*", found.findings[-1].text.en)
    assert counted
    assert int(counted[1]) > 30_000
    # A Lambda function returns at most 6 MB, and DynamoDB stores at most 400 kB in an item.
    assert len(json.dumps([finding_shown(finding, "da") for finding in found.findings])) < 2_000_000


@pytest.mark.parametrize("last,acceptable", [("warning", True), ("fatal", False)])
def test_the_findings_that_are_left_out_decide_too(last: Severity, acceptable: bool) -> None:
    first = replace(UNREADABLE, severity="warning")
    findings = (*(first,) * MOST_FINDINGS, replace(UNREADABLE, severity=last))
    assert Examined(examination.shortened(findings)).is_acceptable is acceptable


def test_the_finding_that_a_document_is_erased_for_is_never_left_out() -> None:
    person = replace(UNREADABLE, rule="HB-19")
    assert person in examination.shortened((*(UNREADABLE,) * (MOST_FINDINGS + 9), person))


@pytest.mark.parametrize("count", [0, 1, MOST_FINDINGS])
def test_findings_up_to_the_limit_are_all_returned(count: int) -> None:
    findings: tuple[InvoiceFinding, ...] = (UNREADABLE,) * count
    assert examination.shortened(findings) == findings


@pytest.mark.parametrize("with_rules,acceptable", [(True, True), (False, False)])
def test_an_invoice_in_oioubl_is_acceptable_with_declared_rules_only(
    tmp_path: Path, with_rules: bool, acceptable: bool
) -> None:
    folder = RuleFolder(tmp_path).add("oioubl/o.xslt", stylesheet(when="false()"), **OF_OIOUBL)
    rules = OfficialRules(folder.path, declared_rules(folder.path)) if with_rules else OfficialRules()
    found = examined(oioubl(), known, TODAY, rules)
    assert found.is_acceptable is acceptable
    assert [each.rule for each in found.findings] == ([] if acceptable else ["UBL-PROFILE"])
    assert ("oioubl" in {each.rule_set for each in found.judged_by}) is acceptable


def test_the_collector_rests_during_an_examination_only() -> None:
    seen: list[bool] = []

    def known_of(_invoice: Invoice) -> InvoiceFacts:
        seen.append(gc.isenabled())
        return facts()

    examined(danish(), known_of, TODAY)
    assert seen == [False]
    assert gc.isenabled()

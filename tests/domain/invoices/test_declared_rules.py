from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from helsebro.invoices.declared_rules import XSL, RulesNotUsable, declared_rules, not_in_force
from helsebro.invoices.rule_set import JudgedBy
from tests.builders.clinics.rule_folder import OF_OIOUBL, RuleFolder, stylesheet

FILE = "peppol/rules.xslt"


@pytest.fixture
def folder(tmp_path: Path) -> RuleFolder:
    return RuleFolder(tmp_path)


def faults_of(path: Path) -> str:
    with pytest.raises(RulesNotUsable) as refused:
        declared_rules(path)
    assert str(path) in str(refused.value)
    return "\n".join(refused.value.faults)


def test_a_declared_set_has_its_release_its_days_and_its_documents(folder: RuleFolder) -> None:
    folder.add(FILE, validFrom="2026-08-17", validUntil="2027-02-14").add("oioubl/i.xslt", **OF_OIOUBL)
    peppol, oioubl = declared_rules(folder.path)
    assert (peppol.name, peppol.release, peppol.file) == ("peppol", "3.0.21", FILE)
    assert peppol.as_judge == JudgedBy("peppol", "3.0.21", "official")
    assert oioubl.documents == {("oioubl", "invoice"), ("oioubl", "credit-note")}
    assert oioubl.valid_until is None


@pytest.mark.parametrize(
    "on,holds",
    [
        (date(2026, 8, 16), False),
        (date(2026, 8, 17), True),
        (date(2027, 2, 14), True),
        (date(2027, 2, 15), False),
    ],
)
def test_a_set_judges_on_its_days_first_and_last_included(folder: RuleFolder, on: date, holds: bool) -> None:
    folder.add(FILE, validFrom="2026-08-17", validUntil="2027-02-14", documents='["peppol/invoice"]')
    [peppol] = declared_rules(folder.path)
    assert peppol.is_for("peppol", "invoice", on) is holds
    assert not peppol.is_for("peppol", "credit-note", on)
    assert not peppol.is_for("oioubl", "invoice", on)


def test_a_folder_that_is_not_there_or_declares_nothing_is_not_usable(folder: RuleFolder) -> None:
    assert "no such folder" in faults_of(folder.path / "misspelt")
    assert "rules.toml is missing" in faults_of(folder.path)
    for written in ("", "[[sets]", "sets = 1", "sets = [1]", "[[set]]\nrelease = '1'", "[[sets]]\n[other]"):
        (folder.path / "rules.toml").write_text(written)
        assert faults_of(folder.path)


@pytest.mark.parametrize(
    "declared,fault",
    [
        ({"set": '"pepol"'}, "set is not one of"),
        ({"set": ""}, "set is missing"),
        ({"release": '"3.0 21"'}, "release is not a release"),
        ({"release": "3"}, "release is not a release"),
        ({"validFrom": '"2026-08-17"'}, "validFrom is not a date"),
        ({"validFrom": "2026-08-17T00:00:00"}, "validFrom is not a date"),
        ({"validFrom": ""}, "validFrom is missing"),
        ({"validUntil": "2025-12-31"}, "validUntil is before validFrom"),
        ({"validuntil": "2027-01-01"}, "'validuntil' is not known"),
        ({"sha256": '"' + "A" * 64 + '"'}, "sha256 is not 64"),
        ({"sha256": '"' + "a" * 64 + '"'}, f"{FILE} differs from what was declared"),
        ({"file": '"peppol/other.xslt"'}, "peppol/other.xslt is declared and missing"),
        ({"file": '"peppol/other.xslt"'}, f"{FILE} is not declared"),
        ({"file": '"/etc/rules.xslt"'}, "file is not the path of an .xslt"),
        ({"file": '"../rules.xslt"'}, "file is not the path of an .xslt"),
        ({"file": '"peppol/rules.sch"'}, "file is Schematron's source"),
        ({"documents": '["oioubl/invoice"]'}, "documents must list some of peppol/invoice"),
        ({"documents": "[]"}, "documents must list some of"),
        ({"documents": "[[1]]"}, "documents must list some of"),
    ],
)
def test_a_wrong_declaration_is_named(folder: RuleFolder, declared: dict[str, str], fault: str) -> None:
    assert fault in faults_of(folder.add(FILE, **declared).path)


@pytest.mark.parametrize("name", ["old.xslt", "oioubl/x.xsl"])
def test_a_file_of_rules_that_is_not_declared_is_named(folder: RuleFolder, name: str) -> None:
    folder.add(FILE).add(name)
    (folder.path / "rules.toml").write_text(folder.written[0])
    assert faults_of(folder.path) == f"  {name} is not declared in rules.toml"


def test_every_fault_is_named_at_once(folder: RuleFolder) -> None:
    folder.add(FILE, set='"x"', release="1").add("peppol/b.xslt", sha256='"' + "0" * 64 + '"')
    found = faults_of(folder.path)
    assert [part in found for part in ("set 1: set", "set 1: release", "b.xslt differs")] == [True] * 3


def test_two_releases_of_one_set_never_judge_the_same_document_on_one_day(folder: RuleFolder) -> None:
    folder.add(FILE, release='"3.0.20"', validUntil="2026-08-17")
    folder.add("peppol/new.xslt", validFrom="2026-08-17")
    assert "3.0.20 and 3.0.21" in faults_of(folder.path)


def test_a_release_may_follow_another_and_be_of_several_files(folder: RuleFolder) -> None:
    folder.add(FILE, release='"3.0.20"', validUntil="2026-08-16")
    folder.add("peppol/new.xslt", validFrom="2026-08-17").add("peppol/notes.xslt", validFrom="2026-08-17")
    assert len(declared_rules(folder.path)) == 3


@pytest.mark.parametrize(
    "content, fault",
    [
        ("<a/>", "is no XSLT stylesheet with a template: it cannot judge anything"),
        ("no XML", "is no XSLT stylesheet with a template: it cannot judge anything"),
        (f'<xsl:stylesheet version="2.0" xmlns:xsl="{XSL}"/>', "is no XSLT stylesheet with a template"),
        (stylesheet(rule="BR-CO-15"), "holds rules of en16931, and is declared as peppol"),
    ],
)
def test_a_file_that_cannot_judge_what_it_is_declared_for_is_refused(
    tmp_path: Path, content: str, fault: str
) -> None:
    folder = RuleFolder(tmp_path).add("p.xslt", content).path
    with pytest.raises(RulesNotUsable) as refused:
        declared_rules(folder)
    [said] = refused.value.faults
    assert fault in said


def test_a_wrong_digest_names_the_right_one(tmp_path: Path) -> None:
    folder = RuleFolder(tmp_path).add("p.xslt", sha256=f'"{"0" * 64}"').path
    right = hashlib.sha256((folder / "p.xslt").read_bytes()).hexdigest()
    with pytest.raises(RulesNotUsable, match=right):
        declared_rules(folder)


def test_the_source_of_schematron_is_called_what_it_is(tmp_path: Path) -> None:
    folder = RuleFolder(tmp_path).add("p.xslt").path
    (folder / "p.sch").write_text("<schema/>")
    with pytest.raises(RulesNotUsable, match=r"p\.sch is Schematron's source: compile it"):
        declared_rules(folder)


def test_one_release_declared_twice_is_refused(tmp_path: Path) -> None:
    folder = RuleFolder(tmp_path).add("p.xslt").add("p.xslt").path
    with pytest.raises(RulesNotUsable, match=r"p\.xslt is declared twice for the same documents"):
        declared_rules(folder)


@pytest.mark.parametrize("day, lines", [(date(2025, 12, 31), 1), (date(2026, 1, 1), 0)])
def test_a_set_that_judges_nothing_today_is_told(tmp_path: Path, day: date, lines: int) -> None:
    sets = declared_rules(RuleFolder(tmp_path).add("p.xslt").path)
    told = not_in_force(sets, day)
    assert len(told) == lines
    assert all(line.startswith("peppol judges nothing on 2025-12-31") for line in told)

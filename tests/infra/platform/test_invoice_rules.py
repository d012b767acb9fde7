"""Invoice rules: what an operator laid down is checked, and both functions that judge get it."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path

import pytest

from infra.platform.invoice_rules import IN_LAMBDA, LAYER, RulesNotUsable, declared_files, layer_folder
from infra.stage import Stage, stage
from tests.builders.clinics.rule_folder import JUDGES, RuleFolder, stylesheet
from tests.infra.template import Template

DEV = Stage("dev", "eu-north-1")


def test_the_layer_holds_the_declared_files_and_nothing_else(tmp_path: Path) -> None:
    rules = RuleFolder(tmp_path / "rules").add("peppol/p.xslt").path
    (rules / "notes.txt").write_text("from the operator")
    layer = layer_folder(DEV, rules, tmp_path)
    files = {str(path.relative_to(layer)) for path in layer.rglob("*") if path.is_file()}
    assert files == {"invoice-rules/rules.toml", "invoice-rules/peppol/p.xslt"}


def test_a_file_of_an_earlier_release_does_not_stay_in_the_layer(tmp_path: Path) -> None:
    layer_folder(DEV, RuleFolder(tmp_path / "old").add("peppol/old.xslt").path, tmp_path)
    layer = layer_folder(DEV, RuleFolder(tmp_path / "new").add("peppol/new.xslt").path, tmp_path)
    assert [path.name for path in layer.rglob("*.xslt")] == ["new.xslt"]


def test_a_folder_that_misses_or_differs_is_refused_with_the_file(tmp_path: Path) -> None:
    rules = RuleFolder(tmp_path / "laid").add("peppol/p.xslt").add("peppol/q.xslt").path
    (rules / "peppol/p.xslt").unlink()
    (rules / "peppol/q.xslt").write_text("changed")
    with pytest.raises(RulesNotUsable) as refused:
        layer_folder(DEV, rules, tmp_path)
    assert "peppol/p.xslt is declared and missing" in str(refused.value)
    assert "peppol/q.xslt differs from what was declared" in str(refused.value)
    assert not (tmp_path / LAYER).exists()
    with pytest.raises(RulesNotUsable, match="no such folder"):
        declared_files(tmp_path / "misspelt")


def test_a_stage_has_rules_only_where_they_are_named(tmp_path: Path) -> None:
    assert stage("local").rules is None
    assert stage("local", rules="").rules is None
    assert stage("dev", "eu-north-1", rules=str(tmp_path)).rules == tmp_path.resolve()


def test_both_functions_that_judge_get_the_folder_and_no_other(template: Template) -> None:
    described = {
        name: layer["Description"] for name, layer in template.of_type("AWS::Lambda::LayerVersion").items()
    }
    told, given = set(), set()
    for name, function in template.functions().items():
        if function["Environment"]["Variables"].get("HELSEBRO_RULES_DIR") == IN_LAMBDA:
            told.add(name)
        if f"Helsebro: {LAYER}" in {described[template.referred(layer)] for layer in function["Layers"]}:
            given.add(name)
    assert told == given == JUDGES


def test_the_declaration_in_the_guide_is_a_sound_one(tmp_path: Path) -> None:
    guide = (Path(__file__).parents[3] / "docs/operators.md").read_text("utf-8")
    [written] = re.findall(r"```toml\n(.*?)```", guide, re.DOTALL)
    for each in tomllib.loads(written)["sets"]:
        (tmp_path / each["file"]).parent.mkdir(exist_ok=True)
        content = stylesheet(each["file"])
        (tmp_path / each["file"]).write_text(content)
        digest = hashlib.sha256(content.encode()).hexdigest()
        written = written.replace(each["sha256"], digest)
    (tmp_path / "rules.toml").write_text(written)
    assert len(declared_files(tmp_path)) == 4

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from helsebro_aws.notifications.rendering import TEMPLATES
from helsebro_aws.notifications.words import TEXTS
from local.notifications.template_faults import faults

Change = Callable[[dict[str, Any]], Any]


def new_faults(templates: Path = TEMPLATES, texts: Path = TEXTS) -> list[str]:
    """Returns the faults of a changed copy that ours does not have: a fault of ours fails one test only."""
    ours = faults()
    return [fault for fault in faults(templates, texts) if fault not in ours]


def test_the_templates_have_no_fault() -> None:
    assert faults() == []


@pytest.mark.parametrize(
    "change, fault",
    [
        (lambda it: it.pop("nb"), "nb: the language is missing"),
        (lambda it: it.update(sv=it["nb"]), "sv: no such language"),
        (lambda it: it["en"].pop("sms"), "en: sms: missing, or not a text"),
        (lambda it: it["en"].update(text="One"), "en: text: missing, or not a list of paragraphs"),
        (lambda it: it["en"].update(title="One"), "en: title: no such field"),
        (lambda it: it["da"].update(subject="{{ diagnosis }}"), "da: subject: unknown variable diagnosis"),
        (lambda it: it["da"].update(sms="{{ starts }}"), "da: sms: missing variable link"),
        (
            lambda it: it["da"].update(text=["{{ late }} {{ close }} {{ booked }} {{ link }}"]),
            "da: text: missing variable starts",
        ),
        (lambda it: it["da"].update(subject="{{ starts"), "da: subject: not a Jinja template"),
        (lambda it: it["da"].update(subject="Hej!"), "da: subject: an exclamation mark"),
        (lambda it: it["da"]["html"].append("<img>"), "da: html: markup other than"),
        (lambda it: it["da"]["paper"].update({"9": "Ring."}), "da: paper: no paragraph 9"),
        (lambda it: it["da"]["paper"].update({"1": "{{ link }}"}), "da: paper: 1 has a link"),
    ],
)
def test_a_fault_names_file_language_and_field(tmp_path: Path, change: Change, fault: str) -> None:
    folder = tmp_path / "templates"
    shutil.copytree(TEMPLATES, folder)
    file = folder / "session-booked.json"
    template = json.loads(file.read_text("utf-8"))
    change(template)
    file.write_text(json.dumps(template), "utf-8")
    (found,) = new_faults(folder)
    assert found.startswith(f"session-booked.json: {fault}")


def test_a_kind_without_a_template_and_a_template_without_a_kind_are_found(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    shutil.copytree(TEMPLATES, folder)
    (folder / "refund-decided.json").rename(folder / "other.json")
    assert new_faults(folder) == [
        "refund-decided.json: the template of this kind is missing",
        "other.json: kinds.py has no such kind",
    ]


def test_a_clock_without_a_word_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    shutil.copytree(TEXTS, folder)
    known = json.loads((folder / "nb.json").read_text("utf-8"))
    del known["kind"]["payout"]
    (folder / "nb.json").write_text(json.dumps(known), "utf-8")
    assert new_faults(texts=folder) == ["texts/nb.json: kind: no word for payout"]


def test_a_reader_without_a_closing_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    shutil.copytree(TEXTS, folder)
    known = json.loads((folder / "da.json").read_text("utf-8"))
    del known["questions"]["colleague"]
    (folder / "da.json").write_text(json.dumps(known), "utf-8")
    assert new_faults(texts=folder) == ["texts/da.json: questions: no word for colleague"]

"""The documents name only what exists: commands, files, settings, stacks and their sizes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from infra.account.settings import FORMS, MEANINGS, variable

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = (
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "DECISIONS.md", "local/README.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
)
DEPLOYMENT, ARCHITECTURE = ROOT / "docs/first-deployment.md", ROOT / "docs/architecture.md"
TARGETS = frozenset(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
PACKAGES = {
    "helsebro": ROOT / "layers/domain/python",
    "helsebro_aws": ROOT / "layers/adapters/python",
}
TOP = ("docs", "events", "functions", "infra", "layers", "local", "tests")
"""The folders at the top whose paths a document may name."""
CODE = re.compile(r"```\w*\n(?P<block>.*?)```|`(?P<span>[^`\n]+)`", re.DOTALL)
WIDEST_RANGE = 40
LONGEST_README = 100
"""Lines of the README: more belongs into a guide."""
COUNTED = {
    "roles of an account": "AWS::IAM::Role",
    "alarms": "AWS::CloudWatch::Alarm",
    "log groups": "AWS::Logs::LogGroup",
    "routes": "AWS::ApiGatewayV2::Route",
    "integrations": "AWS::ApiGatewayV2::Integration",
    "authorizers": "AWS::ApiGatewayV2::Authorizer",
    "trails": "AWS::CloudTrail::Trail",
}
"""Row of the table of limits → the type whose resources it counts in its second cell."""
TOLERATED = 0.2
"""How far such a count may be from the templates: it shows the size, and is no second list."""

Stacks = Mapping[str, Mapping[str, Any]]
every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))


def code_in(text: str) -> list[str]:
    """Returns every part of a document that is set as code."""
    return [found["block"] or found["span"] for found in CODE.finditer(text)]


def unknown_targets(text: str) -> set[str]:
    """Returns the targets of `make` commands that the Makefile does not have."""
    named = {
        target for code in code_in(text) for target in re.findall(r"\bmake (?:-s )?([a-z][a-z-]*)", code)
    }
    return named - TARGETS


def dead_links(text: str, folder: Path) -> set[str]:
    """Returns the links of a document in ``folder`` to files that do not exist."""
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", text)
    return {link for link in links if "://" not in link and not (folder / link).exists()}


def missing_paths(text: str) -> set[str]:
    """Returns the paths set as code that do not exist; those with a placeholder are left out."""
    found = {code for code in code_in(text) if re.fullmatch(r"\w[\w./-]*/[\w./-]*", code)}
    return {path for path in found if (place := _place_of(path)) and not place.exists()}


def _place_of(path: str) -> Path | None:
    first = path.partition("/")[0]
    if first in PACKAGES:
        return PACKAGES[first] / path
    return ROOT / path if first in TOP else None


def rows_of(text: str) -> list[list[str]]:
    """Returns the cells of every row of every table."""
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("|")
    ]


def ranges_of(text: str) -> dict[str, tuple[int, int]]:
    """Returns stack → the fewest and the most resources, from the table of the stacks."""
    found = {}
    for name, resources, *_ in (row for row in rows_of(text) if len(row) > 1):
        if (stack := re.fullmatch(r"`(\w+)`", name)) and (span := re.fullmatch(r"(\d+)–(\d+)", resources)):
            found[stack[1]] = int(span[1]), int(span[2])
    return found


def outside(ranges: Mapping[str, tuple[int, int]], stacks: Stacks) -> dict[str, int]:
    """Returns stack → resources of those with more or fewer resources than the document says."""
    sizes = {name.rpartition("-")[2]: len(template["Resources"]) for name, template in stacks.items()}
    return {name: sizes[name] for name, (low, high) in ranges.items() if not low <= sizes[name] <= high}


def count_of(kind: str, stacks: Stacks) -> int:
    """Returns how many resources of a type all stacks have together."""
    found = [resource for template in stacks.values() for resource in template["Resources"].values()]
    return sum(resource["Type"] == kind for resource in found)


@every_document
def test_a_document_names_commands_that_exist(document: Path) -> None:
    assert unknown_targets(document.read_text("utf-8")) == set()


@every_document
def test_a_document_links_and_names_files_that_exist(document: Path) -> None:
    text = document.read_text("utf-8")
    assert dead_links(text, document.parent) == set()
    assert missing_paths(text) == set()


def test_the_architecture_lists_every_stack_with_its_size(stacks: Stacks) -> None:
    ranges = ranges_of(ARCHITECTURE.read_text("utf-8"))
    assert ranges.keys() == {name.rpartition("-")[2] for name in stacks}
    assert outside(ranges, stacks) == {}
    assert all(high - low <= WIDEST_RANGE for low, high in ranges.values())


def test_the_table_of_limits_counts_what_the_templates_have(stacks: Stacks) -> None:
    rows = {row[0]: row[1] for row in rows_of(ARCHITECTURE.read_text("utf-8")) if len(row) == 4}
    for name, kind in COUNTED.items():
        written = int(re.findall(r"\d+", rows[name])[0])
        assert written == pytest.approx(count_of(kind, stacks), rel=TOLERATED), name


def test_the_picture_shows_every_stack(stacks: Stacks) -> None:
    [picture] = re.findall(r"```mermaid\n(.*?)```", ARCHITECTURE.read_text("utf-8"), re.DOTALL)
    shown = set(re.findall(r"^\s*(?:subgraph )?(\w+)(?:\[|$)", picture, re.MULTILINE))
    assert {name.rpartition("-")[2] for name in stacks} <= shown


def test_the_first_deployment_lists_every_setting_in_a_form_that_is_accepted() -> None:
    rows = rows_of(DEPLOYMENT.read_text("utf-8"))
    listed = {row[0].strip("`"): row[2].strip("`") for row in rows if re.fullmatch(r"`[A-Z_]+`", row[0])}
    assert listed.keys() == {variable(name) for name in MEANINGS}
    for name, form in FORMS.items():
        example = listed[variable(name)].replace("…", "123456789012:certificate/1")
        assert form.fits(example), name


def test_every_row_of_the_first_deployment_has_a_number_of_its_own() -> None:
    rows = rows_of(DEPLOYMENT.read_text("utf-8"))
    numbers = [row[0] for row in rows if re.fullmatch(r"[A-Z]\d+", row[0])]
    assert len(numbers) == len(set(numbers)) > 50
    assert all(len(row) == 4 and all(row) for row in rows if row[0] in numbers)
    sections = "".join({number[0] for number in numbers})
    named = set(re.findall(rf"\b[{sections}]\d+\b", DEPLOYMENT.read_text("utf-8")))
    assert named == set(numbers)


def test_the_sections_of_the_first_deployment_have_letters_without_a_gap() -> None:
    letters = re.findall(r"^## ([A-Z])\. ", DEPLOYMENT.read_text("utf-8"), re.MULTILINE)
    assert letters == [chr(ord("A") + place) for place in range(len(letters))]


@pytest.mark.parametrize("name", ["README.md", "docs/architecture.md", "docs/first-deployment.md"])
def test_an_operator_is_sent_to_the_runbook_of_the_alarms(name: str) -> None:
    assert "runbooks/alarms.md" in (ROOT / name).read_text("utf-8")


def test_control_what_does_not_exist_is_found(stacks: Stacks) -> None:
    text = "Run `make everything` and see [this](no-such-file.md) and `infra/nothing.py`; `make run` is fine."
    assert unknown_targets(text) == {"everything"}
    assert dead_links(text, ROOT) == {"no-such-file.md"}
    assert missing_paths(text) == {"infra/nothing.py"}
    assert outside(ranges_of("| `cases` | 1–2 | holds |"), stacks).keys() == {"cases"}


def test_the_readme_is_short_and_shows_where_messages_are() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST_README
    assert "`make notifications` shows every mail, SMS and letter in three languages" in text
    assert "http://127.0.0.1:9406 shows every message by recipient" in text

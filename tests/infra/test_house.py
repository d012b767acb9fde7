"""The house: folders by subject, the same names everywhere, and which floor may know which."""

from __future__ import annotations

import ast
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
DOMAIN = ROOT / "layers/domain/python/helsebro"
ADAPTERS = ROOT / "layers/adapters/python/helsebro_aws"
MOST_FILES = 15
A_FILE_A_CONTEXT = "infra/contexts"
"""Grows with the contexts, as the folders in ``functions`` do, and is read as their list."""
CODE = ("functions", "layers", "infra", "local", "tests", "bench")
TOP = {
    *("functions", "layers", "infra", "events", "tests", "local", "bench"),
    *("README.md", "CONTRIBUTING.md", "GLOSSARY.md", "DECISIONS.md", "LICENSE"),
    *("Makefile", "pyproject.toml", "requirements.in", "requirements.lock", "cdk.json"),
    *(".ci", ".gitignore"),
}
"""What stands at the top, beside what git does not keep."""
ONLY_ADAPTERS = {"http", "dynamodb", "outbox", "platform", "clinic_systems"}
"""Contexts with no rule of their own: how we are called, how we store, publish and run, and what comes in."""
ONLY_DOMAIN = {"coverage"}
"""The engine: it reads no table and answers no call by itself."""


def contexts(package: Path) -> set[str]:
    return {path.parent.name for path in package.glob("*/__init__.py")}


def floors() -> dict[str, int]:
    """The floor of each context by its name, the ground floor 0, as the import contracts have them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    of_packages = [one["layers"] for one in contracts if one.get("containers")]
    order = [{name.strip() for name in floor.replace(":", "|").split("|")} for floor in of_packages[1]]
    for floor in of_packages[0]:
        names = {name.strip() for name in floor.replace(":", "|").split("|")}
        known = next((place for place, those in enumerate(order) if names & those), None)
        if known is None:
            order.append(names)
        else:
            order[known] |= names
    return {name: len(order) - place for place, floor in enumerate(order) for name in floor}


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{name.name}" for name in node.names)


def upward(context: str, imported: Iterator[str], floor: Mapping[str, int]) -> list[str]:
    """The imports of a context's file that lead to a context beside it or above it."""
    found = []
    for name in imported:
        parts = name.split(".")
        if parts[0] in ("helsebro", "helsebro_aws") and parts[1] != context:
            found += [name] if floor[parts[1]] >= floor[context] else []
    return found


def test_the_top_of_the_house_is_what_the_design_says() -> None:
    ignored = set((ROOT / ".gitignore").read_text().split())
    there = {path.name for path in ROOT.iterdir() if path.name not in ignored | {".git"}}
    there -= {path.strip("/") for path in ignored}
    assert there - {path for path in there if path.endswith("_cache")} == TOP


@pytest.mark.parametrize("top", CODE)
def test_no_folder_has_more_files_than_a_reader_takes_in(top: str) -> None:
    files = [path for path in (ROOT / top).rglob("*.py") if path.name != "__init__.py"]
    crowded = Counter(str(path.parent.relative_to(ROOT)) for path in files)
    crowded.pop(A_FILE_A_CONTEXT, None)
    assert {folder: count for folder, count in crowded.items() if count > MOST_FILES} == {}


def test_every_package_opens_on_nothing() -> None:
    inits = [path for top in CODE for path in (ROOT / top).rglob("__init__.py")]
    assert len(inits) > 50
    assert [str(path.relative_to(ROOT)) for path in inits if path.read_text().strip()] == []


def test_a_context_has_one_name_in_domain_and_adapters() -> None:
    domain, adapters = contexts(DOMAIN), contexts(ADAPTERS)
    assert adapters - domain == ONLY_ADAPTERS
    assert domain - adapters == ONLY_DOMAIN


@pytest.mark.parametrize("place", ["functions", "events/incoming", "tests/functions"])
def test_a_context_has_the_same_name_for_its_functions(place: str) -> None:
    known = contexts(DOMAIN) | contexts(ADAPTERS)
    folders = {path.name for path in (ROOT / place).iterdir() if path.is_dir()} - {"__pycache__"}
    assert folders
    assert folders <= known


@pytest.mark.parametrize("place, package", [("domain", DOMAIN), ("adapters", ADAPTERS)])
def test_a_context_has_the_same_name_for_its_tests(place: str, package: Path) -> None:
    folders = {path.name for path in (ROOT / "tests" / place).iterdir() if path.is_dir()} - {"__pycache__"}
    assert folders
    assert folders <= contexts(package)


@pytest.mark.parametrize("package", [DOMAIN, ADAPTERS], ids=["domain", "adapters"])
def test_a_context_knows_only_contexts_on_lower_floors(package: Path) -> None:
    floor = floors()
    found = {}
    for name in sorted(contexts(package)):
        for path in sorted((package / name).rglob("*.py")):
            found[str(path.relative_to(ROOT))] = upward(name, imports_of(path), floor)
    assert {path: names for path, names in found.items() if names} == {}


def test_control_an_import_from_above_is_found() -> None:
    floor = {"benefits": 7, "refunds": 9, "money": 1}
    asked = ["helsebro.refunds.refund.Refund", "helsebro.money.Money", "helsebro.benefits.use.Use", "os.path"]
    assert upward("benefits", iter(asked), floor) == ["helsebro.refunds.refund.Refund"]

"""The structure: folders by subject, the same names everywhere, and which context may import which."""

from __future__ import annotations

import ast
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
DOMAIN = ROOT / "layers/domain/python/helsebro"
ADAPTERS = ROOT / "layers/adapters/python/helsebro_aws"
MOST_FILES = 15
CONTEXT_FILES = "infra/contexts"
"""Has one file for each context, so it may hold more files."""
CODE = ("functions", "layers", "infra", "local", "tests", "bench")
TOP = {
    *("functions", "layers", "infra", "events", "tests", "local", "bench", "bin", "docs", "clients"),
    *("README.md", "CONTRIBUTING.md", "GLOSSARY.md", "DECISIONS.md", "LICENSE", "NOTICE"),
    *("Makefile", "pyproject.toml", "requirements.in", "requirements.lock", "cdk.json"),
    *(".ci", ".gitattributes", ".gitignore"),
}
"""The files and folders at the top, without those that git ignores."""
ONLY_ADAPTERS = {"http", "dynamodb", "outbox", "papers", "platform", "clinic_systems", "backfills"}
"""Contexts that have no rules of their own."""
ONLY_DOMAIN = set[str]()
"""The engine: it reads no table and answers no call."""


def contexts(package: Path) -> set[str]:
    return {path.parent.name for path in package.glob("*/__init__.py")}


def floors() -> dict[str, int]:
    """Returns context → floor from the import contracts; a context may import only from lower floors."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    of_packages = [contract["layers"] for contract in contracts if contract.get("containers")]
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
    """Returns the imports of a context's file from contexts on the same floor or above."""
    found = []
    for name in imported:
        parts = name.split(".")
        if parts[0] in ("helsebro", "helsebro_aws") and parts[1] != context:
            found += [name] if floor[parts[1]] >= floor[context] else []
    return found


def test_the_top_folder_holds_only_what_is_listed() -> None:
    ignored = set((ROOT / ".gitignore").read_text().split())
    there = {path.name for path in ROOT.iterdir() if path.name not in ignored | {".git"}}
    there -= {path.strip("/") for path in ignored}
    assert there - {path for path in there if path.endswith("_cache")} == TOP


@pytest.mark.parametrize("top", CODE)
def test_no_folder_has_more_than_fifteen_files(top: str) -> None:
    files = [path for path in (ROOT / top).rglob("*.py") if path.name != "__init__.py"]
    crowded = Counter(str(path.parent.relative_to(ROOT)) for path in files)
    crowded.pop(CONTEXT_FILES, None)
    assert {folder: count for folder, count in crowded.items() if count > MOST_FILES} == {}


def test_every_init_file_is_empty() -> None:
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
def test_a_context_imports_only_from_lower_floors(package: Path) -> None:
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


def classes_in(folders: Sequence[Path]) -> Mapping[str, list[str]]:
    """The files that define each public class or type alias, by its name."""
    found: dict[str, list[str]] = {}
    for path in sorted(path for folder in folders for path in folder.rglob("*.py")):
        for name in _defined(ast.parse(path.read_text())):
            found.setdefault(name, []).append(path.name)
    return found


def _defined(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        match node:
            case ast.ClassDef(name=name):
                yield name
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                # A constant is all capitals, a variable begins with a small letter.
                if name[:1].isupper() and not name.isupper():
                    yield name


def test_no_two_classes_have_one_name() -> None:
    found = classes_in([ROOT / folder for folder in ("functions", "layers", "infra", "local")])
    assert len(found) > 300
    assert {name: files for name, files in found.items() if len(files) > 1} == {}


def test_control_two_classes_of_one_name_are_found(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text("class Status: ...")
    (tmp_path / "two.py").write_text("Status = str\nLIMIT = 3")
    assert classes_in([tmp_path]) == {"Status": ["one.py", "two.py"]}

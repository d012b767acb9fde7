"""One folder is one Lambda function, with one test file and one sample event."""

from __future__ import annotations

from pathlib import Path

from infra.function_folders import function_folders
from local.stack.assembly import functions
from tests.infra.template import Template

ROOT = Path(__file__).parent.parent.parent
PLACES = {(folder.parent.name, name) for name, folder in function_folders().items()}
"""The context and the name of each function."""
MOST_LINES = 300


def test_every_function_folder_is_a_lambda_function(template: Template) -> None:
    assert sorted(template.functions()) == functions()


def test_every_function_has_a_test_file() -> None:
    wanted = {f"tests/functions/{context}/test_{name}.py" for context, name in PLACES}
    assert {path for path in wanted if not (ROOT / path).exists()} == set(), "add these files"


def test_a_folder_of_tests_belongs_to_a_context() -> None:
    folders = {path.parent.name for path in (ROOT / "tests/functions").glob("*/test_*.py")}
    assert folders - {context for context, _ in PLACES} == set(), "no context has functions of this name"


def test_every_function_has_one_sample_event() -> None:
    wanted = {f"events/incoming/{context}/{name}.json" for context, name in PLACES}
    there = {str(path.relative_to(ROOT)) for path in (ROOT / "events/incoming").glob("**/*.json")}
    assert wanted - there == set(), "add these files"
    assert there - wanted == set(), "no function has these samples"


def test_a_function_folder_holds_its_handler_and_nothing_else() -> None:
    found = {path.relative_to(ROOT) for path in (ROOT / "functions").rglob("*") if path.is_file()}
    sources = {str(path) for path in found if "__pycache__" not in path.parts}
    assert sources == {f"functions/{context}/{name}/handler.py" for context, name in PLACES}


def test_no_source_file_has_more_than_300_lines() -> None:
    long = [
        str(path.relative_to(ROOT))
        for folder in ("functions", "infra", "local", "layers/domain/python", "layers/adapters/python")
        for path in (ROOT / folder).rglob("*.py")
        if len(path.read_text().splitlines()) > MOST_LINES
    ]
    assert long == []

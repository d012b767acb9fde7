"""The modules that an import of a question module loads: a route that needs one noun loads few others."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from helsebro.coverage.question import vocabulary

PACKAGE = "helsebro.coverage.question"
FOLDER = Path(vocabulary.__file__).parent
LAYER = FOLDER.parents[2]
MODULES = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")
CODECS = {"cover_json", "known_facts", "question_json"}
"""They read or create the nouns of the other modules, so they load them."""
COUNT = "import sys, {module}; print(*(name for name in sys.modules if name.split('.')[0] == 'helsebro'))"


def loaded_by(module: str) -> list[str]:
    """Returns our modules and packages that a process has loaded after importing a module."""
    code = COUNT.format(module=module)
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(LAYER)},
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout.split()


@pytest.mark.parametrize("name", MODULES)
def test_a_module_of_the_question_loads_few_others(name: str) -> None:
    found = loaded_by(f"{PACKAGE}.{name}")

    assert f"{PACKAGE}.{name}" in found
    assert len(found) < (15 if name in CODECS else 9), found


@pytest.mark.parametrize("name", sorted({*MODULES} - CODECS))
def test_a_noun_does_not_load_its_json(name: str) -> None:
    assert not {f"{PACKAGE}.{codec}" for codec in CODECS} & {*loaded_by(f"{PACKAGE}.{name}")}


def test_the_count_includes_what_the_engine_loads() -> None:
    assert len(loaded_by("helsebro.coverage.engine")) > 30

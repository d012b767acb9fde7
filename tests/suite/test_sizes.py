"""A test that does more for a release is among those that a release runs."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
READS_THE_SIZE = re.compile(r"\b(sizes\.)?(is_large|size)\(\d|is_large\(\)|sizes\.size\(")


def run_by_a_release() -> tuple[str, ...]:
    """The paths that ``make prove-release`` runs at their large size."""
    recipe = (ROOT / "Makefile").read_text("utf-8").replace("\\\n", " ")
    [swept] = re.findall(r"^SWEPT := (.*)$", recipe, re.MULTILINE)
    [named] = re.findall(r"^\t@\$\(PYTEST\) (tests/promises .*) \$\(SWEPT\)$", recipe, re.MULTILINE)
    return (*swept.split(), *named.split())


def test_every_test_that_has_a_large_size_runs_at_it_for_a_release() -> None:
    sized = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "tests").rglob("test_*.py")
        if path != Path(__file__)
        and "tests.suite.sizes" in (text := path.read_text("utf-8")) + _imported(text)
        and READS_THE_SIZE.search(text)
    }
    assert len(sized) > 10
    assert {path for path in sized if not path.startswith(run_by_a_release())} == set()


def _imported(text: str) -> str:
    return "tests.suite.sizes" if re.search(r"from tests\.suite import .*\bsizes\b", text) else ""

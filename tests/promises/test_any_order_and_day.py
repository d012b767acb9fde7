"""Promise 30: no test depends on the clock, the order or the load.

Here a few files that make tokens and days at collection run in any order, a day after their collection.
``make prove-any-order`` does so with the whole suite, on one core, beside four busy loops. The control is a
file with the former mistakes of the suite, which passes only in its order and at once.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from functions.payments.payments import handler as function

from tests.builders import calls

ROOT = Path(__file__).parents[2]
FILES = ("test_authorize.py", "test_payments.py", "test_indexes.py", "test_clinic_feed.py")
A_DAY = {"HELSEBRO_TEST_AHEAD": "86400"}
ANY_ORDER = {"HELSEBRO_TEST_ORDER": "30"}

MISTAKEN = f"""
import time

import pytest
from {calls.__name__} import ask, event, staff
from {function.__name__} import handler

BY = staff("finance", exp=time.time() + 600)
DONE = []


@pytest.mark.usefixtures("aws")
def test_by_a_token_made_at_import():
    assert ask(handler, event("GET", "/v1/payments", by=BY)).status == 200


@pytest.mark.usefixtures("aws")
def test_by_a_token_made_at_use():
    assert ask(handler, event("GET", "/v1/payments", by=staff("finance"))).status == 200


@pytest.mark.parametrize("number", range(8))
def test_in_the_order_of_the_file(number):
    assert len(DONE) == number
    DONE.append(number)
"""


def outcome(*arguments: str | Path, environment: dict[str, str]) -> tuple[int, set[str], str]:
    """Runs pytest in its own process; returns its exit code, the tests that failed, and its output."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "HELSEBRO_"))}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-rf", *map(str, arguments)],
        cwd=ROOT,
        env={**own, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, set(re.findall(r"^FAILED .*::(\w+)", done.stdout, re.MULTILINE)), done.stdout


@pytest.fixture
def mistaken(tmp_path: Path) -> tuple[str | Path, ...]:
    """The arguments of pytest for a file with the mistakes, under the settings of the suite."""
    file = tmp_path / "test_mistaken.py"
    file.write_text(MISTAKEN)
    return "-p", "tests.conftest", "-c", ROOT / "pyproject.toml", "--rootdir", ROOT, file


def test_the_tests_pass_in_any_order_a_day_after_their_collection() -> None:
    files = [
        file for file in sorted(ROOT.joinpath("tests/functions").rglob("test_*.py")) if file.name in FILES
    ]
    assert len(files) == len(FILES)
    code, _, output = outcome(*files, environment=A_DAY | ANY_ORDER)
    assert code == 0, output


@pytest.mark.release
def test_control_the_mistakes_pass_in_order_and_at_once(mistaken: tuple[str | Path, ...]) -> None:
    code, _, output = outcome(*mistaken, environment={})
    assert code == 0, output


def test_control_the_mistakes_fail_a_day_later_and_in_any_order(mistaken: tuple[str | Path, ...]) -> None:
    code, failed, output = outcome(*mistaken, environment=A_DAY | ANY_ORDER)
    assert (code, failed) == (1, {"test_by_a_token_made_at_import", "test_in_the_order_of_the_file"}), output

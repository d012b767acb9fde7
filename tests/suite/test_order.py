from __future__ import annotations

from pathlib import Path

import pytest

from tests.suite.order import group_of

TESTS = Path(__file__).parents[1]
FIXTURE = "running_stack" + ": Stack"


@pytest.mark.parametrize(
    "nodeid, group",
    [
        ("tests/journeys/test_contract.py::test_a[x::y]", "stack"),
        ("tests/journeys/test_whole_journey.py::test_b", "stack"),
        ("tests/domain/test_money.py::test_c[1-2]", "tests/domain/test_money.py"),
    ],
)
def test_the_tests_of_the_running_stack_are_one_group_and_else_a_file_is_one(nodeid: str, group: str) -> None:
    assert group_of(nodeid) == group


def test_only_tests_below_journeys_use_the_running_stack() -> None:
    using = [path for path in TESTS.rglob("*.py") if FIXTURE in path.read_text("utf-8")]
    assert using
    assert [path for path in using if TESTS / "journeys" not in path.parents] == []

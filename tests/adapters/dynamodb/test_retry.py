from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from helsebro.errors import Conflict, HelsebroError, NotFound, Unavailable
from helsebro_aws.dynamodb.retry import ATTEMPTS, SECONDS, Conflicts, retry_on_conflict
from infra.small_function import API_TIMEOUT

LAYERS = Path(__file__).parents[3] / "layers/adapters/python/helsebro_aws"


class Late(Conflict):
    """Another writer was faster."""


class VeryLate(Late):
    """Two other writers were faster."""


class OtherConflict(Conflict):
    """A conflict that another attempt cannot resolve."""


class Act:
    """Raises each of ``errors`` once, then returns how often it was called."""

    def __init__(self, *errors: HelsebroError) -> None:
        self.errors, self.calls = list(errors), 0

    def __call__(self) -> int:
        """Raises the next error, or returns the number of calls."""
        self.calls += 1
        if self.errors:
            raise self.errors.pop(0)
        return self.calls


@pytest.mark.parametrize(
    "errors, conflict, calls",
    [
        ([], Late, 1),
        ([Late()], Late, 2),
        ([Late(), Late()], Late, 3),
        ([VeryLate()], Late, 2),
        ([Late(), OtherConflict()], (Late, OtherConflict), 3),
    ],
)
def test_an_act_is_repeated_until_it_meets_no_conflict(
    errors: list[HelsebroError], conflict: Conflicts, calls: int
) -> None:
    assert retry_on_conflict(Act(*errors), conflict) == calls


@pytest.mark.parametrize("error", [OtherConflict(), NotFound(), Unavailable()])
def test_any_other_error_is_raised_at_once(error: HelsebroError) -> None:
    act = Act(error)
    with pytest.raises(type(error)) as raised:
        retry_on_conflict(act, Late)
    assert (raised.value, act.calls) == (error, 1)


@pytest.mark.parametrize("how, attempts", [({}, ATTEMPTS), ({"attempts": 3}, 3), ({"attempts": 1}, 1)])
def test_after_the_last_attempt_the_conflict_itself_is_raised(how: dict[str, int], attempts: int) -> None:
    errors = [Late(str(number)) for number in range(ATTEMPTS)]
    act = Act(*errors)
    with pytest.raises(Late) as raised:
        retry_on_conflict(act, Late, attempts=how.get("attempts", ATTEMPTS))
    assert (raised.value, act.calls) == (errors[attempts - 1], attempts)


def test_after_the_last_attempt_the_error_otherwise_is_raised_instead() -> None:
    busy = Unavailable("busy")
    with pytest.raises(Unavailable) as raised:
        retry_on_conflict(Act(Late(), Late()), Late, attempts=2, otherwise=busy)
    assert raised.value is busy


def test_a_pause_of_ones_own_hears_of_each_conflict_and_ends_the_attempts_if_it_raises() -> None:
    errors, heard = [Late("first"), Late("second"), Late("third")], list[tuple[int, Late]]()

    def pause(attempt: int, conflict: Late) -> None:
        heard.append((attempt, conflict))
        if attempt == 2:
            raise conflict

    act = Act(*errors)
    with pytest.raises(Late, match="second"):
        retry_on_conflict(act, Late, pause=pause)
    assert (heard, act.calls) == ([(1, errors[0]), (2, errors[1])], 2)


def test_attempts_may_go_on_for_longer_than_in_the_api() -> None:
    act, reads = Act(*(Late() for _ in range(ATTEMPTS))), iter((0.0, SECONDS, 59.9, 60.0))
    with pytest.raises(Late):
        retry_on_conflict(act, Late, now=lambda: next(reads), within=60.0)
    assert act.calls == 3


def sleeping(source: str) -> bool:
    """Returns whether the source pauses, as a loop of attempts does."""
    calls = (ast.unparse(node.func) for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return any(call.split(".")[-1] == "sleep" for call in calls)


def loops(source: str) -> list[str]:
    """Returns the functions with a ``try`` in a ``while`` or in a counted loop."""
    return [
        function.name
        for function in ast.walk(ast.parse(source))
        if isinstance(function, ast.FunctionDef)
        for loop in ast.walk(function)
        if isinstance(loop, ast.While) or (isinstance(loop, ast.For) and "range(" in ast.unparse(loop.iter))
        if any(isinstance(part, ast.Try) for part in ast.walk(loop))
    ]


def test_retry_on_conflict_is_the_only_loop_of_attempts() -> None:
    def all_that(is_one: Callable[[str], Any]) -> list[str]:
        return [str(path.relative_to(LAYERS)) for path in LAYERS.rglob("*.py") if is_one(path.read_text())]

    assert all_that(sleeping) == ["dynamodb/retry.py"]
    assert all_that(loops) == ["dynamodb/retry.py"]


def test_the_scan_finds_a_loop_of_attempts_elsewhere() -> None:
    body = "        try:\n            act()\n        except Conflict:\n            continue"
    sources = {
        "times": f"def times():\n    for _ in range(4):\n{body}",
        "ever": f"def ever():\n    while True:\n{body}",
        "each": f"def each(rows):\n    for row in rows:\n{body}",
    }
    assert [name for name, source in sources.items() if loops(source)] == ["times", "ever"]
    assert sleeping("import time\ntime.sleep(1)")


def test_no_attempt_begins_once_the_time_of_the_function_runs_out() -> None:
    """On a busy machine each attempt may take seconds, and a function that is ended answers nothing."""
    act, reads = Act(*(Late() for _ in range(ATTEMPTS))), iter((0.0, SECONDS / 2, SECONDS - 0.1, SECONDS))
    with pytest.raises(Late):
        retry_on_conflict(act, Late, now=lambda: next(reads))
    assert act.calls == 3


def test_the_attempts_end_well_before_the_function_does() -> None:
    assert API_TIMEOUT.to_seconds() / 2 >= SECONDS

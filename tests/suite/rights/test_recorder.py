from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from tests.suite.rights import rights_file
from tests.suite.rights.recorder import FUNCTIONS, Recorder
from tests.suite.rights.rights_file import Row

READ: Row = ("claims", "cases_table", "GetItem")
DELETE: Row = ("claims", "cases_table", "DeleteItem")
ALL_TESTS = sorted(FUNCTIONS.rglob("test_*.py"))


def items(*paths: Path) -> Any:
    return [SimpleNamespace(path=path) for path in paths]


def run(
    recorder: Recorder, asked: Collection[Row], files: Collection[Path] = ALL_TESTS, keyword: str = ""
) -> int:
    """Runs one test that asks for these rights, in a session with these files; returns its exit status."""
    option = SimpleNamespace(keyword=keyword)
    session: Any = SimpleNamespace(
        items=items(*files), config=SimpleNamespace(option=option), testsfailed=0, exitstatus=0
    )
    recorder.pytest_collection_finish(session)
    recorder.pytest_runtest_setup(items(FUNCTIONS / "claims/test_claims.py")[0])
    test = recorder.pytest_runtest_call()
    next(test)
    for function, *right in asked:
        recorder.collect(function, cast(Any, tuple(right)))
    with pytest.raises(StopIteration):
        next(test)
    recorder.pytest_sessionfinish(session)
    return int(session.exitstatus)


def test_what_is_listed_and_asked_is_fine() -> None:
    assert run(Recorder({READ, DELETE}), {READ, DELETE}) == 0


def test_a_test_that_asks_for_more_than_is_listed_fails() -> None:
    with pytest.raises(AssertionError, match="claims: DeleteItem on cases_table"):
        run(Recorder({READ}), {READ, DELETE})


def test_a_whole_run_that_asks_for_less_than_is_listed_fails() -> None:
    recorder = Recorder({READ, DELETE})
    assert run(recorder, {READ}) == pytest.ExitCode.TESTS_FAILED
    assert recorder.unused == {DELETE}


@pytest.mark.parametrize("files, keyword", [(ALL_TESTS[1:], ""), (ALL_TESTS, "benefits")])
def test_a_part_of_the_tests_may_ask_for_less(files: list[Path], keyword: str) -> None:
    assert run(Recorder({READ, DELETE}), {READ}, files, keyword) == 0


def test_a_right_that_only_a_promise_asks_for_is_not_counted() -> None:
    recorder = Recorder({READ})
    recorder.pytest_runtest_setup(items(FUNCTIONS.parent / "promises/test_crash.py")[0])
    recorder.collect("claims", ("cases_table", "GetItem"))
    assert (recorder.asked, recorder.unlisted) == (set(), set())


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    rights_file.write({READ, DELETE}, tmp_path / "rights.json")
    assert rights_file.read(tmp_path / "rights.json") == {READ, DELETE}

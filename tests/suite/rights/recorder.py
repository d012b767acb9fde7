"""Compares what the functions ask of AWS with ``tests/rights.json``, in both directions.

A test fails when a function asks in it for a right that the file does not list. A run of all tests of
``tests/functions`` fails when none of them asked for a right that the file lists. ``make rights`` writes the
file from such a run; ``tests/infra/test_rights.py`` compares the file with the roles.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.suite.rights import rights_file
from tests.suite.rights.asking import Right, observe_imports
from tests.suite.rights.rights_file import Row

FUNCTIONS = Path(__file__).parents[2] / "functions"
WRITES = "HELSEBRO_WRITE_RIGHTS"


class Recorder:
    """The plugin of pytest. The workers send what was asked to the process that started them."""

    def __init__(self, listed: Collection[Row], *, writes: bool = False) -> None:
        self.listed, self.writes = listed, writes
        self.asked, self.unlisted, self.unused = set[Row](), set[Row](), set[Row]()
        self._is_whole = self._counts = False

    def collect(self, function: str, right: Right) -> None:
        """Takes note of a right of a function."""
        row = (function, *right)
        if self._counts:
            self.asked.add(row)
        if row not in self.listed:
            self.unlisted.add(row)

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Begins a test. A promise may ask for a right by chance; ``tests/functions`` asks in every run."""
        self._counts = item.path.is_relative_to(FUNCTIONS)
        self.unlisted.clear()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self) -> Iterator[None]:
        """Fails a test in which a function asked for a right that is not listed."""
        yield
        if not self.writes:
            lines = rights_file.as_lines(self.unlisted)
            assert not lines, f"not in tests/rights.json (grant it, then `make rights`): {lines}"

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Finds out whether all tests of ``tests/functions`` run."""
        files = {item.path for item in session.items}
        self._is_whole = files.issuperset(FUNCTIONS.rglob("test_*.py")) and not session.config.option.keyword

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Adds what a worker recorded; a worker that crashed recorded nothing."""
        self._is_whole, asked = getattr(node, "workeroutput", {}).get("rights", (False, ()))
        self.asked |= {(function, resource, operation) for function, resource, operation in asked}

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Sends what was asked, or as the first process compares it or writes it."""
        output = getattr(session.config, "workeroutput", None)
        if output is not None:
            output["rights"] = (self._is_whole, sorted(self.asked))
        elif self._is_whole and not session.testsfailed:
            if self.writes:
                rights_file.write(self.asked)
            else:
                self.unused = {*self.listed} - self.asked
                session.exitstatus = pytest.ExitCode.TESTS_FAILED if self.unused else session.exitstatus

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Prints the rights that no function asked for."""
        if self.unused:
            terminalreporter.section("in tests/rights.json, but no function asked for it")
            for line in rights_file.as_lines(self.unused):
                terminalreporter.write_line(line)


def installed() -> Recorder:
    """Returns a recorder of every function that is imported from now on."""
    writes = bool(os.environ.get(WRITES))
    recorder = Recorder(frozenset() if writes else rights_file.read(), writes=writes)
    observe_imports(recorder.collect)
    return recorder

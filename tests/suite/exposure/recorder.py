"""Records which role was answered by which operation, and compares it with every pair that there is.

A run of all tests of ``tests/functions`` and of the proof of promise 15 fails when a role was never answered
by an operation that allows it, unless ``NEVER_SEEN`` says why: what no test sees shows what it likes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.suite.exposure.never_seen import NEVER_SEEN

TESTS = Path(__file__).parents[2]
COUNTED = (TESTS / "functions", TESTS / "promises" / "exposure")
Pair = tuple[str, str]
"""An operation of the document and a role."""


class Recorder:
    """The plugin of pytest. The workers send what was seen to the process that started them."""

    def __init__(self, listed: Mapping[str, Iterable[str]] = NEVER_SEEN) -> None:
        self.listed = {(operation, role) for operation, roles in listed.items() for role in roles}
        self.needed, self.seen = set[Pair](), set[Pair]()
        self.missed, self.stale = set[Pair](), set[Pair]()
        self._is_whole = self._counts = False

    def collect(self, operation: str, roles: Iterable[str]) -> None:
        """Takes note of roles that an operation answered with a success."""
        if self._counts:
            self.seen |= {(operation, role) for role in roles}

    def expect(self, pairs: Iterable[Pair]) -> None:
        """Names every pair that there is; the proof does it, which knows the routes."""
        self.needed |= {*pairs}

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Begins a test. Others may see more by chance; these do in every run."""
        self._counts = any(item.path.is_relative_to(folder) for folder in COUNTED)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Finds out whether all tests that count run."""
        files = {item.path for item in session.items}
        wanted = {file for folder in COUNTED for file in folder.rglob("test_*.py")}
        self._is_whole = files.issuperset(wanted) and not session.config.option.keyword

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Adds what a worker recorded; a worker that crashed recorded nothing."""
        self._is_whole, seen, needed = getattr(node, "workeroutput", {}).get("exposure", (False, (), ()))
        self.seen |= {(operation, role) for operation, role in seen}
        self.needed |= {(operation, role) for operation, role in needed}

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Sends what was seen, or as the first process compares it."""
        output = getattr(session.config, "workeroutput", None)
        if output is not None:
            output["exposure"] = (self._is_whole, sorted(self.seen), sorted(self.needed))
        elif self._is_whole and not session.testsfailed:
            self.compare()
            if self.missed or self.stale:
                session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def compare(self) -> None:
        """Finds the pairs that were not seen and are not listed, and those of the list that there are not."""
        self.missed = self.needed - self.seen - self.listed
        self.stale = self.listed - self.needed

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Prints the share that was seen, and what is wrong with the list."""
        if self.needed:
            share = f"{len(self.needed & self.seen)} of {len(self.needed)}"
            also = len(self.listed & self.seen)
            listed = f", {also} of them listed as never seen" if also else ""
            terminalreporter.write_line(
                f"promise 15: {share} pairs of an operation and a role were seen{listed}"
            )
        for title, pairs in (("no test sees", self.missed), ("not a pair, but listed", self.stale)):
            for operation, role in sorted(pairs):
                terminalreporter.write_line(f"{title}: {operation} as {role}")


RECORDER = Recorder()

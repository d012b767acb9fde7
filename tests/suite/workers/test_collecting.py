"""Collecting: each worker begins to read the tests at another folder."""

from __future__ import annotations

import pytest

from tests.suite.workers.collecting import turned


@pytest.mark.parametrize("worker, order", [(0, "abcdef"), (1, "cdefab"), (2, "efabcd")])
def test_each_of_three_workers_reads_all_folders_and_begins_at_its_own(worker: int, order: str) -> None:
    assert turned("abcdef", worker, 3) == [*order]

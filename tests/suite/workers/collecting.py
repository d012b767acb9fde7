"""Collecting: each worker begins to read the tests at another folder.

pytest rewrites the assertions of every module that it reads, and keeps the result for the next process.
Workers that began at the same folder would each rewrite every module; now each meets what the others kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[2]


def take_turns(config: pytest.Config) -> None:
    """Gives a worker that is to read all tests a folder of its own to begin with."""
    worker = getattr(config, "workerinput", None)
    if worker and config.args == ["tests"]:
        folders = [str(each) for each in sorted(TESTS.iterdir()) if each.joinpath("__init__.py").exists()]
        config.args[:] = turned(folders, int(worker["workerid"].removeprefix("gw")), worker["workercount"])


def turned(folders: Sequence[str], worker: int, workers: int) -> list[str]:
    """Returns all folders in their order, beginning with the first of the worker's share."""
    first = len(folders) * worker // workers
    return [*folders[first:], *folders[:first]]

"""How workers share the tests: one takes all of the running stack, the rest goes file by file to who is free.

A promise goes test by test, because a single one may take a minute. xdist 3.8 has ``--dist loadgroup`` for
this, but writes the group where pytest 9 no longer reads it.
"""

from __future__ import annotations

from typing import Any

from xdist.scheduler import LoadScopeScheduling

JOURNEYS, PROMISES = "tests/journeys/", "tests/promises/"
"""The folders of the tests of the running stack, and of those that take long."""


class OneStack(LoadScopeScheduling):  # type: ignore[misc]
    """The stack's tests are one piece of work, and so is every other file; a promise's test is its own."""

    def __init__(self, config: Any, log: Any) -> None:
        # The order of collection stands: the stack begins first, because it takes longest.
        config.option.loadscopereorder = False
        super().__init__(config, log)

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(JOURNEYS):
            return JOURNEYS
        return nodeid if nodeid.startswith(PROMISES) else nodeid.partition("::")[0]

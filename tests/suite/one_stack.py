"""How workers share the tests: one takes all of the running stack, the rest goes one by one to who is free.

xdist 3.8 has ``--dist loadgroup`` for this, but writes the group where pytest 9 no longer reads it.
"""

from __future__ import annotations

from typing import Any

from xdist.scheduler import LoadScopeScheduling

JOURNEYS = "tests/journeys/"
"""The folder of the tests of the running stack."""


class OneStack(LoadScopeScheduling):  # type: ignore[misc]
    """The stack's tests are one piece of work; every other test is a piece of its own."""

    def __init__(self, config: Any, log: Any) -> None:
        # The order of collection stands: the stack begins first, because it takes longest.
        config.option.loadscopereorder = False
        super().__init__(config, log)

    def _split_scope(self, nodeid: str) -> str:
        return JOURNEYS if nodeid.startswith(JOURNEYS) else nodeid

"""The refusal to write a file anew, with the reason that the member reads."""

from __future__ import annotations


class Unwritable(Exception):
    """A file that cannot be written anew is rejected; ``reason`` is a code of ``problems.json``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

"""The refusal to write a file anew, with the reason that the member reads."""

from __future__ import annotations

from helsebro.documents.rejection import RejectionReason


class Unwritable(Exception):
    """A file that cannot be written anew is rejected."""

    def __init__(self, reason: RejectionReason) -> None:
        super().__init__(reason)
        self.reason = reason

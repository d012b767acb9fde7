"""The one error tree. No HTTP in it: the adapters map each branch to an answer once.

Every error carries a stable ``code`` in kebab case, which is also its key in the texts of
the ``problems.json`` of each context; ``facts`` are safe to show (ids, counts, dates), never personal data.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One fault of a body: where (JSON pointer), a stable code, and what to do about it."""

    pointer: str
    code: str
    detail: str

    def as_json(self) -> dict[str, str]:
        """The shape of one entry of ``errors`` in a problem."""
        return {"pointer": self.pointer, "code": self.code, "detail": self.detail}


class HelsebroError(Exception):
    """Something the rules say no to; never a bug."""

    code = "refused"

    def __init__(self, code: str | None = None, **facts: object) -> None:
        self.code = code or self.code
        self.facts: Mapping[str, object] = facts
        super().__init__(self.code)


class NotFound(HelsebroError):
    """Unknown, or not visible to the caller: the two are never told apart."""

    code = "not-found"


class NotAllowed(HelsebroError):
    """A known caller asks for an act it has no right to, on a thing it may see."""

    code = "not-allowed"


class Refused(HelsebroError):
    """Well-formed, but a rule says no."""


class Conflict(HelsebroError):
    """The thing has changed or is taken since the caller last looked."""

    code = "conflict"


class VersionStale(HelsebroError):
    """The caller decides on a version of the thing that is no longer the current one."""

    code = "version-stale"


class BadInput(HelsebroError):
    """Faults of a body, all of them at once. ``malformed`` tells a 400 from a 422."""

    code = "bad-input"

    def __init__(self, faults: Sequence[Fault], *, malformed: bool = False) -> None:
        super().__init__("malformed" if malformed else "bad-input")
        self.faults = tuple(faults)
        self.malformed = malformed


class Unavailable(HelsebroError):
    """A part we depend on (a key, a queue) does not answer; trying again later is safe."""

    code = "unavailable"


class SignatureRefused(HelsebroError):
    """The message is not proved to come from whom it says, now. ``facts["reason"]`` says what to mend.

    Reasons: ``headers-missing``, ``id-malformed``, ``timestamp-malformed``, ``timestamp-outside-tolerance``,
    ``signature-malformed``, ``signature-mismatch``.
    """

    code = "signature-refused"

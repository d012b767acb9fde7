"""The one error tree. It knows no HTTP: the adapters map each branch to an answer in one place.

Every error carries a stable ``code`` in kebab case, which is also its key in the texts of
the ``problems.json`` of each context; ``facts`` are safe to show (ids, counts, dates), never personal data.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

CLOSE = 0.6
"""How alike two names are, from 0 to 1, when one is likely a misspelling of the other."""
LONGEST_NAME = 100


@dataclass(frozen=True)
class Fault:
    """One fault of a request: where (JSON pointer), a stable code, and what its text is completed with.

    ``detail`` replaces ``{detail}`` in the code's text: a limit, a date or the allowed values, never a
    sentence. ``facts`` replace further names, such as ``{line}``; their ``path`` is shown beside the
    pointer, and their ``text`` is the code of a text that says more than that of ``code``.
    """

    pointer: str
    code: str
    detail: str
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)

    def as_json(self) -> dict[str, str]:
        """The shape of one entry of ``errors`` in a problem."""
        return {"pointer": self.pointer, "code": self.code, "detail": self.detail}


class HelsebroError(Exception):
    """A refusal that follows from a rule; never a bug. ``faults`` are the places of the body that caused it.

    Only an error about several places has them.
    """

    code = "refused"
    faults: tuple[Fault, ...] = ()

    def __init__(self, code: str | None = None, **facts: object) -> None:
        self.code = code or self.code
        self.facts: Mapping[str, object] = facts
        super().__init__(self.code)


class NotFound(HelsebroError):
    """The thing does not exist or the caller may not see it; the answer never shows which."""

    code = "not-found"


class NotAllowed(HelsebroError):
    """The caller may see the thing but has no right to do this with it."""

    code = "not-allowed"


class NotAllowedAnyMore(NotAllowed):
    """The call before this one used the right up, so that a repeat of that call still gets its answer."""


class Refused(HelsebroError):
    """The request is well-formed, but a rule forbids it."""


class Conflict(HelsebroError):
    """The thing was changed or taken after the caller last read it."""

    code = "conflict"


class VersionStale(HelsebroError):
    """The caller wants to change a version of the thing that is no longer the current one."""

    code = "version-stale"


class BadInput(HelsebroError):
    """All the faults of a body. ``malformed`` makes the answer a 400 instead of a 422."""

    code = "bad-input"

    def __init__(self, faults: Sequence[Fault], *, malformed: bool = False) -> None:
        super().__init__("malformed" if malformed else None)
        self.faults = tuple(faults)
        self.malformed = malformed


class Unavailable(HelsebroError):
    """A part we depend on (a key, a queue) does not answer; the caller can safely try again later."""

    code = "unavailable"


class TooOften(HelsebroError):
    """The caller has done it so often that it must wait; ``seconds`` is how long."""

    code = "too-often"

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        super().__init__()


class SignatureRefused(HelsebroError):
    """The signature does not prove who sent the message and when. ``facts["reason"]`` says what is wrong.

    Reasons: ``headers-missing``, ``id-malformed``, ``timestamp-malformed``, ``timestamp-outside-tolerance``,
    ``signature-malformed``, ``signature-mismatch``.
    """

    code = "signature-refused"


def escaped(name: str) -> str:
    """Returns the name as one part of a JSON pointer (RFC 6901)."""
    return name.replace("~", "~0").replace("/", "~1")


def nearest(name: str, known: Iterable[str]) -> str:
    """Returns the known name that the name likely misspells; empty when none is near."""
    # Only a fault needs it, and a body without faults loads less.
    from difflib import get_close_matches

    if len(name) > LONGEST_NAME:
        return ""
    by_lower = {other.lower(): other for other in known}
    found = get_close_matches(name.lower(), by_lower, n=1, cutoff=CLOSE)
    return by_lower[found[0]] if found else ""

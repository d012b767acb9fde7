"""A refusal of the API as an exception, and the answer of a call that succeeded."""

from __future__ import annotations

import json
import re
from typing import Any, TypeVar

from helsebro_client.generated.models import Problem
from helsebro_client.generated.types import Response

Answer = TypeVar("Answer")


class ProblemError(Exception):
    """The API refused a call; its text is the ``detail``, for people, in the caller's language.

    A line for each fault of the request follows, with its place.
    """

    def __init__(self, problem: Problem, response: Response[Any]) -> None:
        super().__init__("\n".join([f"{problem.detail} ({problem.code})", *_faults(problem)]))
        self.problem = problem
        self.status = int(response.status_code)
        self.code = problem.code
        """What is wrong, for programs."""
        self.correlation_id: str = response.headers.get("x-correlation-id", "")
        """Name it when you ask about the call."""
        self.retry_after = seconds_of(response.headers.get("retry-after"))
        """In how many seconds to try again, where the API says so."""


def answered(response: Response[Problem | Answer]) -> Answer:
    """Returns what a call of ``generated.api`` answered. Raises ``ProblemError`` when it was refused.

    The call is the ``sync_detailed`` of an operation.
    """
    parsed = response.parsed
    if isinstance(parsed, Problem):
        raise ProblemError(parsed, response)
    if response.status_code >= 400:
        raise ProblemError(_read(response), response)
    # An answer without a body is None, and typed so.
    return parsed  # type: ignore[return-value]


def seconds_of(retry_after: str | None) -> float | None:
    """Returns the seconds of a ``Retry-After``; None when there is none."""
    return float(retry_after) if retry_after and re.fullmatch(r"[0-9]{1,6}", retry_after) else None


def _faults(problem: Problem) -> list[str]:
    """Returns a line for each fault; the one without a pointer is a fault of the whole body."""
    return [f"{fault.pointer or '(the whole body)'}: {fault.detail}" for fault in problem.errors or []]


def _read(response: Response[Any]) -> Problem:
    """Returns the problem of a status that the document does not name, or of an answer of another server."""
    try:
        return Problem.from_dict(json.loads(response.content))
    except (ValueError, KeyError, TypeError, AttributeError):
        status = int(response.status_code)
        title = f"HTTP {status}"
        return Problem(
            code="unknown", detail=title, instance="", status=status, title=title, type_="about:blank"
        )

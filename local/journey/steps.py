"""The steps of a journey: each prints a line, and the first one that fails stops the journey."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import httpx

from local.home import ROOT
from local.openapi.contract import Contract
from local.openapi.document import COMMITTED

Awaited = TypeVar("Awaited")


class StepFailed(Exception):
    """A step did not end as the contract says; the message has the expected and the actual result."""


def unexpected(fault: AssertionError) -> StepFailed:
    """Returns the failure of a step whose answer is not the expected one; it names the place."""
    [*_, frame] = traceback.extract_tb(fault.__traceback__)
    file = Path(frame.filename)
    place = file.relative_to(ROOT) if file.is_relative_to(ROOT) else file
    why = f": {fault}" if str(fault) else ""
    return StepFailed(f"The step after the last one shown fails at {place}:{frame.lineno}: {frame.line}{why}")


@dataclass
class Journey:
    """The steps so far, each with its name and status (0 for one without a call of the API)."""

    print_line: Callable[[str], None] = print
    steps: list[tuple[str, int]] = field(default_factory=list)
    contract: Contract = field(default_factory=lambda: Contract.of_file(COMMITTED))

    def step(self, name: str, answer: httpx.Response, expected: int, detail: str = "") -> httpx.Response:
        """Prints a step over HTTP and returns its answer. Raises ``StepFailed`` for any other status."""
        if answer.status_code != expected:
            raise StepFailed(f"{name}: expected {expected}, got {answer.status_code}: {answer.text[:800]}")
        if faults := self.contract.faults_over_http(answer):
            raise StepFailed(f"{name}: not as the OpenAPI document says: {'; '.join(faults)}")
        self.steps.append((name, expected))
        self.print_line(f"  {len(self.steps):>2}  {expected}  {name}{': ' + detail if detail else ''}")
        return answer

    def note(self, name: str, detail: str = "") -> None:
        """Prints a step that has no status, such as a webhook that arrived."""
        self.steps.append((name, 0))
        self.print_line(f"  {len(self.steps):>2}   ·   {name}{': ' + detail if detail else ''}")

    def chapter(self, title: str) -> None:
        """Prints a heading."""
        self.print_line(f"\n{title}")


def until(what: str, look: Callable[[], Awaited | None], seconds: float = 60) -> Awaited:
    """Calls ``look`` until it finds something, and returns that. Raises ``StepFailed`` after ``seconds``.

    It waits a little longer after each call, so that what comes at once is found at once.
    """
    end, pause = time.monotonic() + seconds, 0.05
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(pause)
        pause = min(2 * pause, 0.4)
    raise StepFailed(f"waited {seconds:.0f} s for {what}")

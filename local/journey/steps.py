"""What every step of a journey is told with: a line on the screen, and a stop at the first surprise."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

import httpx

Found = TypeVar("Found")


class Surprise(Exception):
    """A step did not end as the contract says; the text has the step, what was expected and what came."""


@dataclass
class Story:
    """The journey so far: every step's name, its status and its essence."""

    tell: Callable[[str], None] = print
    told: list[tuple[str, int]] = field(default_factory=list)

    def step(self, name: str, answer: httpx.Response, expected: int, essence: str = "") -> httpx.Response:
        """One step over HTTP. Raises ``Surprise`` unless the status is the expected one."""
        if answer.status_code != expected:
            raise Surprise(f"{name}: expected {expected}, got {answer.status_code}: {answer.text[:800]}")
        self.told.append((name, expected))
        self.tell(f"  {len(self.told):>2}  {expected}  {name}{': ' + essence if essence else ''}")
        return answer

    def note(self, name: str, essence: str = "") -> None:
        """A step that is seen elsewhere than in a status (a webhook that arrived)."""
        self.told.append((name, 0))
        self.tell(f"  {len(self.told):>2}   ·   {name}{': ' + essence if essence else ''}")

    def chapter(self, title: str) -> None:
        """A headline on the screen."""
        self.tell(f"\n{title}")


def until(what: str, look: Callable[[], Found | None], seconds: float = 60) -> Found:
    """What ``look`` finds, as soon as it finds it. Raises ``Surprise`` after ``seconds``."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.3)
    raise Surprise(f"waited {seconds:.0f} s for {what}")

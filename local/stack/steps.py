"""The steps of a start, shown while they go: what it does, for how long, and how far it is."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from threading import Event, Thread
from typing import Protocol

from rich.console import Console
from rich.progress import Progress, ProgressColumn, SpinnerColumn, Task, TextColumn, TimeElapsedColumn
from rich.text import Text

SECONDS_BETWEEN_LINES = 3.0

HowFar = Callable[[], str]
"""Says how far a step is, such as ``12 of 43 functions``; asked again and again from another thread."""


def nothing_to_tell() -> str:
    """The progress of a step that is short."""
    return ""


class Steps(Protocol):
    """Where the steps are shown."""

    def step(self, what: str, how_far: HowFar = nothing_to_tell) -> AbstractContextManager[None]:
        """Shows a step for as long as the block runs."""


class PlainSteps:
    """Lines, for a file or another program: one when a step begins, one when it ends, some between."""

    def __init__(
        self, print_line: Callable[[str], None], seconds_between: float = SECONDS_BETWEEN_LINES
    ) -> None:
        self._print, self._seconds_between = print_line, seconds_between

    @contextmanager
    def step(self, what: str, how_far: HowFar = nothing_to_tell) -> Iterator[None]:
        """Prints the step."""
        self._print(f"  … {what}")
        began, ended = time.monotonic(), Event()
        watch = Thread(target=self._watch, args=(how_far, began, ended), daemon=True)
        watch.start()
        try:
            yield
        finally:
            ended.set()
            watch.join()
        self._print(f"  ✓ {what} ({time.monotonic() - began:.1f} s)")

    def _watch(self, how_far: HowFar, began: float, ended: Event) -> None:
        while not ended.wait(self._seconds_between):
            seconds = f"{time.monotonic() - began:.0f} s"
            self._print(f"    {', '.join(filter(None, [seconds, how_far()]))}")


class MovingSteps:
    """A line for each step that moves while it goes, for a terminal."""

    def __init__(self, console: Console) -> None:
        self._console = console

    @contextmanager
    def step(self, what: str, how_far: HowFar = nothing_to_tell) -> Iterator[None]:
        """Shows the step; the line stays when it has ended."""
        columns = (
            SpinnerColumn(finished_text="✓"),
            TextColumn("{task.description}"),
            HowFarColumn(how_far),
            TimeElapsedColumn(),
        )
        with Progress(*columns, console=self._console) as progress:
            task = progress.add_task(what, total=1)
            yield
            progress.update(task, completed=1)


class HowFarColumn(ProgressColumn):
    """Shows how far the step is, while it goes."""

    def __init__(self, how_far: HowFar) -> None:
        super().__init__()
        self._how_far = how_far

    def render(self, task: Task) -> Text:
        """Returns the text of the column."""
        return Text("" if task.finished else self._how_far(), style="dim")


def steps_on(console: Console) -> Steps:
    """Returns moving steps on a terminal, else plain lines."""
    if console.is_terminal:
        return MovingSteps(console)
    return PlainSteps(lambda line: print(line, flush=True))

"""``make backfill NAME=schema-version-1 STAGE=dev``: changes stored items from an older shape to the next.

The first run is dry: it counts what would change and shows three ids. Then ``APPLY=1`` changes the items,
page by page. Both can be stopped with Ctrl-C and go on where they stopped: the file
``.local/backfill-<stage>-<name>.json`` holds the counts and the cursor of the next page. ``CURSOR=…`` goes on
from another page.

A run reads every item of the tables, whatever their kind, and a dry run does too: half a read unit for each
4 kB. A table of a million items of 1 kB is about 125,000 read units, in 2,000 pages. Each changed item costs
a write unit for each kB of it.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from infra.account.account import stage_of
from infra.account.command import CommandFault, command
from infra.account.invoking import FunctionFailed, Invoke, function_of
from infra.account.switch import is_on
from infra.stage import ROOT

HOME = ROOT / ".local"
NAME = re.compile(r"[a-z0-9-]{1,60}")
SECONDS = 300
"""How long the function may run."""
COUNTS = ("seen", "matched", "changed", "conflicts")

PageResult = Mapping[str, Any]


class BackfillFailed(CommandFault):
    """The backfill cannot run, or is not known; the text says why."""


@dataclass(frozen=True)
class BackfillProgress:
    """How far the runs of a backfill have come in a stage; ``cursor`` is None before the first page.

    ``applies`` says that the counts are of a run that changes items, ``is_counted`` that a dry run has
    reached the end.
    """

    applies: bool = False
    is_counted: bool = False
    cursor: str | None = None
    seen: int = 0
    matched: int = 0
    changed: int = 0
    conflicts: int = 0
    examples: tuple[str, ...] = ()

    def begin(self, *, applies: bool, cursor: str | None) -> BackfillProgress:
        """Returns the progress with which a run begins: where the same kind of run was stopped, if it was."""
        if cursor or applies != self.applies or not self.cursor:
            return BackfillProgress(applies, self.is_counted and applies, cursor)
        return self

    def after(self, answer: PageResult) -> BackfillProgress:
        """Returns the progress after one more page."""
        counts = {name: getattr(self, name) + int(answer[name]) for name in COUNTS}
        examples = (*self.examples, *answer.get("examples", ()))[:3]
        cursor = answer.get("cursor")
        is_counted = self.is_counted or (not self.applies and cursor is None)
        return replace(self, **counts, examples=examples, cursor=cursor, is_counted=is_counted)


class ProgressFile:
    """Stores the progress of one backfill in one stage."""

    def __init__(self, stage: str, name: str, home: Path = HOME) -> None:
        self.path = home / f"backfill-{stage}-{name}.json"

    def read(self) -> BackfillProgress:
        """Returns the stored progress."""
        if not self.path.exists():
            return BackfillProgress()
        stored = json.loads(self.path.read_text("utf-8"))
        return BackfillProgress(**{**stored, "examples": tuple(stored["examples"])})

    def write(self, progress: BackfillProgress) -> None:
        """Stores the progress; a process that is killed leaves the old or the new file, never half of one."""
        self.path.parent.mkdir(exist_ok=True)
        new = self.path.with_suffix(".new")
        new.write_text(json.dumps(asdict(progress)), "utf-8")
        new.replace(self.path)

    def delete(self) -> None:
        """Deletes the file: the backfill is complete."""
        self.path.unlink(missing_ok=True)


@command
def main() -> int:
    """Runs the backfill that the variables name. Returns 2 when it cannot run, 130 after Ctrl-C."""
    name = os.environ.get("NAME", "")
    to = stage_of(os.environ)
    file = ProgressFile(to.name, _valid(name))
    invoke = function_of(to, "backfill", seconds=SECONDS)
    applies = is_on("APPLY", os.environ.get("APPLY"))
    try:
        return run(name, invoke, file, applies=applies, cursor=os.environ.get("CURSOR") or None)
    except FunctionFailed as fault:
        raise BackfillFailed(f"The page failed ({fault}); the same command goes on from it.") from None


def run(name: str, invoke: Invoke, file: ProgressFile, *, applies: bool, cursor: str | None = None) -> int:
    """Runs a backfill to its end, prints a line a page, and returns 1 when some items must be run again.

    Raises ``BackfillFailed``, also for a run that changes items before a dry run has reached the end.
    """
    progress = file.read()
    if applies and not progress.is_counted:
        raise BackfillFailed("Run it without APPLY=1 first: a dry run counts what would change.")
    progress = progress.begin(applies=applies, cursor=cursor)
    while True:
        answer = invoke({"name": name, "dryRun": not applies, "cursor": progress.cursor, "pages": 1})
        if answer.get("error") == "unknown-cursor":
            raise BackfillFailed(
                f"The cursor {progress.cursor} names no page. Leave out CURSOR to go on where the last run "
                f"stopped; if its own cursor is wrong, delete {file.path} to begin again."
            )
        if "error" in answer:
            raise BackfillFailed(f"{answer['error']}. There are: {', '.join(answer['known'])}")
        progress = progress.after(answer)
        file.write(progress)
        print(", ".join(f"{getattr(progress, count)} {count}" for count in COUNTS))
        if progress.cursor is None:
            return _ended(progress, file)


def _ended(progress: BackfillProgress, file: ProgressFile) -> int:
    if not progress.applies:
        shown = "".join(f"\n  {example}" for example in progress.examples)
        print(f"{progress.matched} of {progress.seen} items would change; APPLY=1 changes them.{shown}")
        return 0
    if progress.conflicts:
        print(f"{progress.conflicts} items were changed by others meanwhile: run it again with APPLY=1.")
        return 1
    file.delete()
    print(f"{progress.changed} items were changed.")
    return 0


def _valid(name: str) -> str:
    """Returns the name; it becomes part of a file's name."""
    if not NAME.fullmatch(name):
        raise BackfillFailed("Say which: make backfill NAME=schema-version-1 STAGE=dev")
    return name


if __name__ == "__main__":
    sys.exit(main())

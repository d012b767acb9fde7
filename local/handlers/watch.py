"""``make watch``: a change in ``functions/`` or ``layers/`` is live on the running stack within 5 seconds.

Code that does not import is not pushed: the functions keep what they run, and the fault is printed.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

from watchfiles import Change, watch

from infra.account.command import command
from local.handlers.imports import faults_of
from local.home import ROOT
from local.stack import live_code
from local.stack.assembly import functions
from local.stack.running_stack import answering, client

WATCHED = (ROOT / "functions", ROOT / "layers")


SOURCES = (".py", ".json", ".typ", ".xsd", ".xsl", ".ttf")
"""Python files and the data files beside them, without the files that Python writes."""


@command
def main() -> int:
    """Watches until Ctrl-C. A new function, route or grant needs a restart of ``make run``."""
    answering()
    awslambda = client("lambda")
    print("Watching functions/ and layers/ …", flush=True)
    for changes in watch(*WATCHED, watch_filter=is_source, raise_interrupt=False):
        if changed := touched(changes):
            print(pushed(changed, awslambda), flush=True)
    return 0


def pushed(changed: list[str], awslambda: Any) -> str:
    """Pushes the code of these functions when all of it imports; returns what to say about it."""
    began = time.monotonic()
    if faults := faults_of(changed):
        return "\n".join(["Not live, because it does not import:", *(f"  {fault}" for fault in faults)])
    live_code.push(changed, awslambda)
    names = ", ".join(changed) if len(changed) < len(functions()) else "all functions"
    return f"{names} live after {time.monotonic() - began:.1f} s"


def is_source(_: Change, name: str) -> bool:
    """Returns whether this file is part of the code."""
    return name.endswith(SOURCES)


def touched(changes: set[tuple[Change, str]]) -> list[str]:
    """Returns the functions that changed; all of them when a layer changed."""
    known = set(functions())
    touched: set[str] = set()
    for _, name in changes:
        parts = Path(name).relative_to(ROOT).parts
        touched |= known if parts[0] == "layers" else set(parts[2:3]) & known
    return sorted(touched)


if __name__ == "__main__":
    sys.exit(main())

"""``make watch``: a change in ``functions/`` or ``layers/`` is live on the running stack within 5 seconds."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from watchfiles import Change, watch

from local.home import ROOT
from local.stack import live_code
from local.stack.assembly import functions
from local.stack.running_stack import NoRunningStack, client

WATCHED = (ROOT / "functions", ROOT / "layers")


SOURCES = (".py", ".json", ".typ", ".xsd", ".xsl", ".ttf")
"""Python files and the data files beside them, without the files that Python writes."""


def main() -> int:
    """Watches until Ctrl-C. A new function, route or grant needs a restart of ``make run``."""
    try:
        awslambda = client("lambda")
    except NoRunningStack as fault:
        print(fault, file=sys.stderr)
        return 1
    print("Watching functions/ and layers/ …", flush=True)
    for changes in watch(*WATCHED, watch_filter=is_source, raise_interrupt=False):
        began = time.monotonic()
        pushed = live_code.push(touched(changes), awslambda)
        if pushed:
            print(f"{', '.join(pushed)} live after {time.monotonic() - began:.1f} s", flush=True)
    return 0


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

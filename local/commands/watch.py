"""``make watch``: a change in ``functions/`` or ``layers/`` is live on the running stack within 5 seconds."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from watchfiles import Change, watch

from local.home import ROOT
from local.stack import live_code
from local.stack.assembly import functions
from local.stack.running_stack import NothingRuns, client

WATCHED = (ROOT / "functions", ROOT / "layers")


SOURCES = (".py", ".json", ".typ", ".xsd", ".xsl", ".ttf")
"""Python, and the data files that travel with it; not what Python itself writes."""


def main() -> int:
    """Watches until Ctrl-C. A new function, route or grant is infra: end ``make run`` and start it again."""
    try:
        awslambda = client("lambda")
    except NothingRuns as fault:
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
    """Whether a change in this file is worth sending."""
    return name.endswith(SOURCES)


def touched(changes: set[tuple[Change, str]]) -> list[str]:
    """The functions a change concerns: its own, or all of them when a layer changed."""
    known = set(functions())
    touched: set[str] = set()
    for _, name in changes:
        parts = Path(name).relative_to(ROOT).parts
        touched |= known if parts[0] == "layers" else set(parts[2:3]) & known
    return sorted(touched)


if __name__ == "__main__":
    sys.exit(main())

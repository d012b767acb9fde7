"""``make stop`` ends the stack of this checkout, also what a killed one left; ``make reset`` forgets it.

python -m local.commands.stop [--reset]
"""

from __future__ import annotations

import shutil
import sys

from local.home import HOME, RUN_LOCK
from local.stack import run_lock

KEPT = ("assembly", "cdk-cli")
"""What takes long to make and holds no data: the synthesized app, and the CDK tool."""


def main(arguments: list[str]) -> int:
    """Ends the stack; returns 1 when it does not end."""
    try:
        ended = run_lock.stop(RUN_LOCK)
    except run_lock.RunHere as fault:
        print(fault, file=sys.stderr)
        return 1
    print(f"{ended} parts ended." if ended else "No stack was running here.")
    if "--reset" in arguments:
        forget()
        print("The next `make run` begins with fresh files.")
    return 0


def forget() -> None:
    """Removes all files of the stack but those of ``KEPT``."""
    for path in HOME.iterdir() if HOME.exists() else ():
        if path.name in KEPT:
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

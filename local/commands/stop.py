"""``make stop`` ends the stack of this checkout, also what a killed one left; ``make reset`` forgets it.

python -m local.commands.stop [--reset]
"""

from __future__ import annotations

import shutil
import sys

from infra.account.command import CommandFault, command
from local.home import HOME, RUN_LOCK
from local.stack import run_lock

RESET = "--reset"
KEPT = ("assembly", "cdk-cli")
"""What takes long to make and holds no data: the synthesized app, and the CDK tool."""
FORGOTTEN = (
    f"Deleted all in {HOME.name}/ but {' and '.join(KEPT)}: logs, the stored login, the moved clock, "
    "the case of the samples. The next `make run` begins with fresh files."
)


@command
def main(arguments: list[str]) -> int:
    """Ends the stack; returns 2 when it does not end."""
    if arguments not in ([], [RESET]):
        raise CommandFault("usage: make stop | make reset")
    ended = run_lock.stop(RUN_LOCK)
    print(f"{ended} parts ended." if ended else "No stack was running here.")
    if RESET in arguments:
        forget()
        print(FORGOTTEN)
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

"""``make purge-dead-letters STAGE=dev QUEUE=outbox``: removes dead letters whose work is done.

It first shows them; ``SURE=1`` deletes those that it shows. Until then they keep their alarm on, for up to 14
days.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from infra.account.account import client, stage_of
from infra.account.command import CommandFault, command
from infra.account.dead_letters import dead_letter
from infra.account.dead_letters.dead_letter_queue import count, dead_letter_queue
from infra.account.switch import is_on
from infra.stage import Stage


@command
def main() -> int:
    """Shows or deletes the dead letters of ``QUEUE``. Returns 2 when it cannot."""
    to, name = stage_of(os.environ), os.environ.get("QUEUE")
    if not name:
        raise CommandFault(f"Say which: make purge-dead-letters STAGE={to.name} QUEUE=outbox")
    is_sure = is_on("SURE", os.environ.get("SURE"))
    print("\n".join(purged(to, name, client(to, "sqs"), is_sure=is_sure)))
    return 0


def purged(to: Stage, name: str, sqs: Any, *, is_sure: bool) -> list[str]:
    """Deletes the messages if ``is_sure``; returns a line for each and what happens. Raises ``UnknownQueue``.

    A message that arrives meanwhile is neither shown nor deleted.
    """
    queue = dead_letter_queue(to, name, sqs)
    with dead_letter.read(queue, sqs) as letters:
        lines = [letter.line for letter in letters]
        if not letters:
            return [f"{name} has no dead letters."]
        if not is_sure:
            again = f"make purge-dead-letters STAGE={to.name} QUEUE={name} SURE=1"
            return [*lines, f"Nothing is deleted yet. When the work of these {len(lines)} is done: {again}"]
        deleted = dead_letter.delete(queue, letters, sqs)
    left = count(queue, sqs)
    return [*lines, f"{deleted} messages of {name} are deleted, about {left} are left."]


if __name__ == "__main__":
    sys.exit(main())

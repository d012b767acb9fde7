"""``make redrive STAGE=dev QUEUE=invoices``: puts the dead letters of a consumer back into its queue.

Without ``QUEUE`` it lists every dead-letter queue that holds messages, and what to do with each. ``SHOW=1``
prints the ids and types of the events in ``QUEUE``. Consumers count an event once, so that a message which
had succeeded after all does no harm.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from infra.account.account import client, stage_of
from infra.account.command import CommandFault, command
from infra.account.dead_letters import dead_letter
from infra.account.dead_letters.dead_letter_queue import count, dead_letter_queue, dead_letter_queues
from infra.account.switch import is_on
from infra.stage import Stage


class CannotGoBack(CommandFault):
    """The messages have no queue to go back to; the text says what to do instead."""


@command
def main() -> int:
    """Lists the dead letters, shows those of ``QUEUE``, or moves them back. Returns 2 when it cannot."""
    to, name = stage_of(os.environ), os.environ.get("QUEUE")
    shows = is_on("SHOW", os.environ.get("SHOW"))
    if shows and not name:
        raise CommandFault(f"Say which: make redrive STAGE={to.name} QUEUE=outbox SHOW=1")
    sqs = client(to, "sqs")
    if not name:
        print("\n".join(listed(to, sqs)))
    elif shows:
        print("\n".join(shown(to, name, sqs)))
    else:
        print(f"{move_back(to, name, sqs)} messages of {name} go back into their queue.")
    return 0


def listed(to: Stage, sqs: Any) -> list[str]:
    """Returns a line for each dead-letter queue that holds messages."""
    queues = dead_letter_queues(to, sqs).values()
    counts = {queue: count(queue, sqs) for queue in queues}
    found = [f"{queue.name:<20}{held:>6}  {queue.remedy(to)}" for queue, held in counts.items() if held]
    return found or [f"{to.name} has no dead letters."]


def shown(to: Stage, name: str, sqs: Any) -> list[str]:
    """Returns a line for each message, and the command that publishes their events again.

    Raises ``UnknownQueue``.
    """
    queue = dead_letter_queue(to, name, sqs)
    with dead_letter.read(queue, sqs) as letters:
        lines = [letter.line for letter in letters]
        again = dead_letter.how_to_republish(to, letters)
    if len(lines) == dead_letter.MOST:
        lines.append(f"These are the first {dead_letter.MOST}; there may be more.")
    return [*lines, *([again] if again else [])] or [f"{name} has no dead letters."]


def move_back(to: Stage, name: str, sqs: Any) -> int:
    """Starts to move the dead letters of a consumer back; returns how many.

    Raises ``UnknownQueue`` or ``CannotGoBack``.
    """
    queue = dead_letter_queue(to, name, sqs)
    if not queue.has_source:
        raise CannotGoBack(f"The dead letters of {name} cannot go back: {queue.remedy(to)}")
    held = count(queue, sqs)
    if held and to.local:
        raise CannotGoBack("The embedded stack cannot move messages back; an account can.")
    if held:
        asked = ["QueueArn"]
        arn = sqs.get_queue_attributes(QueueUrl=queue.url, AttributeNames=asked)["Attributes"]["QueueArn"]
        sqs.start_message_move_task(SourceArn=arn)
    return held


if __name__ == "__main__":
    sys.exit(main())

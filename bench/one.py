"""One measured process: imports a peer's handler, calls it, and prints its own milliseconds of CPU.

``python -m bench.one bare read`` calls the handler with each event: the first call is cold, the others warm.
The runner prepares the events and sends them on standard input, so that preparing them is not measured.
"""

from __future__ import annotations

import json
import resource
import sys


def cpu() -> float:
    """Returns the CPU of this process so far, in milliseconds."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return (used.ru_utime + used.ru_stime) * 1000


class Context:
    """The parts of a Lambda context that handlers read."""

    function_name = "bench"
    memory_limit_in_mb = 256
    invoked_function_arn = "arn:aws:lambda:eu-north-1:000000000000:function:bench"
    aws_request_id = "bench"

    def get_remaining_time_in_millis(self) -> int:
        """Returns ten seconds."""
        return 10_000


def main(peer: str, route: str) -> None:
    """Imports the handler, calls it with every event, and prints the CPU as JSON."""
    events = json.load(sys.stdin)
    started = cpu()
    handler = load(peer, route)
    statuses = [handler(events[0], Context())["statusCode"]]
    cold = cpu() - started
    started = cpu()
    for event in events[1:]:
        statuses.append(handler(event, Context())["statusCode"])
    warm = (cpu() - started) / max(len(events) - 1, 1)
    print(json.dumps({"cold": cold, "warm": warm, "statuses": sorted(set(statuses))}))


def load(peer: str, route: str):  # type: ignore[no-untyped-def]
    """Imports and returns a peer's handler for a route; the import is most of a cold start."""
    from importlib import import_module

    if peer == "helsebro":
        folder = {"read": "claims.claims", "report": "claims.claims", "book": "bookings.bookings"}[route]
        return import_module(f"functions.{folder}.handler").handler
    return import_module(f"bench.{peer}_peer").handler


if __name__ == "__main__":
    main(*sys.argv[1:3])

"""``make run``: runs the embedded stack in the foreground, until Ctrl-C."""

from __future__ import annotations

import json
import signal
import sys
import time
from typing import Any, NoReturn

from infra.cdk import CdkFailed
from infra.cli.node import NodeCannotStart, NpmFailed
from local.home import HOME, RUN_LOCK, STACK_FILE
from local.stack import run_lock, stack
from local.stack.child import ChildFailed
from local.stack.ports import Ports, PortTaken, portal_origins
from local.stack.stack import SeedFailed, Stack

END_SIGNALS = (signal.SIGINT, signal.SIGTERM)
FAULTS = (run_lock.RunHere, PortTaken, NodeCannotStart, NpmFailed, ChildFailed, CdkFailed, SeedFailed)
"""What may stop the stack; each text says what to do."""


def main() -> int:
    """Runs the stack; the exit code is 0 after Ctrl-C and 1 when a part failed."""
    for sent in END_SIGNALS:
        signal.signal(sent, _as_interrupt)
    print("Helsebro, embedded: no Docker, no AWS account.")
    try:
        with run_lock.held(RUN_LOCK) as lock:
            return _run(lock)
    except FAULTS as fault:
        print(f"\n{fault}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0


def _run(lock: run_lock.RunLock) -> int:
    """Runs the stack; ``stack.json`` is this run's own, because it holds the lock."""
    STACK_FILE.unlink(missing_ok=True)
    try:
        with stack.running(Ports.wanted(), HOME, _print_line, lock.note) as up:
            _write_addresses(up.addresses)
            _print_addresses(up.addresses)
            return _wait(up)
    finally:
        STACK_FILE.unlink(missing_ok=True)


def _wait(up: Stack) -> int:
    try:
        while (ended := up.ended()) is None:
            time.sleep(1)
    except KeyboardInterrupt:
        print("\nEnding …")
        return 0
    print(f"\n{ended.name} ended by itself:\n{ended.last_lines()}", file=sys.stderr)
    return 1


def _write_addresses(addresses: dict[str, Any]) -> None:
    """Writes ``stack.json`` in one step, when the stack is ready: others wait for this file."""
    fresh = STACK_FILE.with_suffix(".new")
    fresh.write_text(json.dumps(addresses, indent=2) + "\n")
    fresh.replace(STACK_FILE)


def _print_addresses(addresses: dict[str, Any]) -> None:
    api = addresses["apiUrl"]
    print(f"""
The API              {api}
Members log in at    {addresses["memberIssuer"]}
Staff log in at      {addresses["staffIssuer"]}
The clinic system    {addresses["clinicSystemUrl"]}
The reference        {addresses["referenceUrl"]}
AWS                  {addresses["awsEndpoint"]}
Portals may call from {portal_origins().replace(",", " and ")} (docs/portals.md)
All of it            {STACK_FILE.relative_to(HOME.parent)}

First step:          curl {api}/v1/help
The whole journey:   make journey
Live changes:        make watch        (in another terminal)
End with Ctrl-C.
""")


def _print_line(line: str) -> None:
    print(line, flush=True)


def _as_interrupt(*_: object) -> NoReturn:
    """Ends the stack on the first signal and ignores more, so that every part is ended."""
    for sent in END_SIGNALS:
        signal.signal(sent, signal.SIG_IGN)
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())

"""``make run``: runs the embedded stack in the foreground, until Ctrl-C."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from typing import Any, NoReturn

from rich.console import Console

from infra.account.command import command
from local.home import HOME, RUN_LOCK, STACK_FILE
from local.stack import run_lock, stack
from local.stack.ports import Ports, portal_origins
from local.stack.stack import Stack
from local.stack.steps import steps_on

END_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@command
def main() -> int:
    """Runs the stack; the exit code is 0 after Ctrl-C, 1 when a part ended, 2 when it cannot start."""
    for sent in END_SIGNALS:
        signal.signal(sent, _as_interrupt)
    print("Helsebro, embedded: no Docker, no AWS account.")
    if not (HOME / "cdk-cli").exists():
        print("The first run installs the CDK tool and synthesizes the app: half a minute more than later.")
    try:
        _offer_to_end_leftovers()
        with run_lock.held(RUN_LOCK) as lock:
            return _run(lock)
    except KeyboardInterrupt:
        return 0


def _offer_to_end_leftovers() -> None:
    """Asks whether to end what a killed run left; without a terminal, the lock says what to do."""
    left = run_lock.left_by_a_killed_run(RUN_LOCK)
    if not left or not sys.stdin.isatty():
        return
    answer = input(f"A run that was killed left {len(left)} parts running. End them now? [Y/n] ")
    if answer.strip().lower() in ("", "y", "yes"):
        run_lock.stop(RUN_LOCK)


def _run(lock: run_lock.RunLock) -> int:
    """Runs the stack; ``stack.json`` is this run's own, because it holds the lock."""
    STACK_FILE.unlink(missing_ok=True)
    began = time.monotonic()
    try:
        with stack.running(Ports.wanted(os.environ), HOME, steps_on(Console()), lock.note) as up:
            _write_addresses(up.addresses)
            print(f"\nReady after {time.monotonic() - began:.0f} s.")
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
    print(
        f"""
The API              {api}
Members log in at    {addresses["memberIssuer"]}
Staff log in at      {addresses["staffIssuer"]}
The clinic system    {addresses["clinicSystemUrl"]}
The reference        {addresses["referenceUrl"]}
The mailbox          {addresses["mailboxUrl"]}
The registers        {addresses["registersUrl"]}
Stripe               {addresses["stripeUrl"]}
AWS                  {addresses["awsEndpoint"]}
Portals may call from {portal_origins().replace(",", " and ")} (docs/portals.md)
All of it            {STACK_FILE.relative_to(HOME.parent)}

First step:          curl {api}/v1/help
The whole journey:   make journey
Live changes:        make watch        (in another terminal)
End with Ctrl-C.
""",
        flush=True,
    )


def _as_interrupt(*_: object) -> NoReturn:
    """Ends the stack on the first signal and ignores more, so that every part is ended."""
    for sent in END_SIGNALS:
        signal.signal(sent, signal.SIG_IGN)
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())

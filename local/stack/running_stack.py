"""The stack of ``make run`` in another terminal, found by its ``stack.json``."""

from __future__ import annotations

import json
from typing import Any

from infra.account.command import CommandFault
from local.home import STACK_FILE
from local.stack import deploy


class NoRunningStack(CommandFault):
    """No stack is running in this checkout."""

    def __init__(self) -> None:
        super().__init__("No stack is running here: start it with `make run` in another terminal.")


def addresses() -> dict[str, Any]:
    """Returns the content of ``stack.json``. Raises ``NoRunningStack``."""
    if not STACK_FILE.exists():
        raise NoRunningStack
    return dict(json.loads(STACK_FILE.read_text("utf-8")))


def client(service: str) -> Any:
    """Returns a boto3 client of the stack's emulator. Raises ``NoRunningStack``."""
    return deploy.client(service, addresses()["awsEndpoint"])

"""The stack of ``make run`` in another terminal, found by its ``stack.json``."""

from __future__ import annotations

import json
from typing import Any

from local.home import STACK_FILE
from local.stack import deploy


class NoRunningStack(Exception):
    """No stack is running in this checkout."""

    def __str__(self) -> str:
        return "No stack is running here: start it with `make run` in another terminal."


def client(service: str) -> Any:
    """Returns a boto3 client of the stack's emulator. Raises ``NoRunningStack``."""
    if not STACK_FILE.exists():
        raise NoRunningStack
    return deploy.client(service, json.loads(STACK_FILE.read_text())["awsEndpoint"])

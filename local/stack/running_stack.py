"""The stack that ``make run`` keeps up in another terminal, as its ``stack.json`` tells."""

from __future__ import annotations

import json
from typing import Any

from local.home import STACK_FILE
from local.stack import deploy


class NothingRuns(Exception):
    """No stack is up in this checkout."""

    def __str__(self) -> str:
        return "No stack is running here: start it with `make run` in another terminal."


def client(service: str) -> Any:
    """A boto3 client of the stack's emulator. Raises ``NothingRuns``."""
    if not STACK_FILE.exists():
        raise NothingRuns
    return deploy.client(service, json.loads(STACK_FILE.read_text())["awsEndpoint"])

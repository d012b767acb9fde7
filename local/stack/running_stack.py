"""The stack of ``make run`` in another terminal, found by its ``stack.json``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from infra.account.command import CommandFault
from local.home import STACK_FILE
from local.stack import deploy
from local.stack.ports import listens


class NoRunningStack(CommandFault):
    """No stack is running in this checkout."""

    def __init__(self) -> None:
        super().__init__("No stack is running here: start it with `make run` in another terminal.")


class StackGone(CommandFault):
    """The stack of ``stack.json`` was killed, or is just ending."""

    def __init__(self) -> None:
        super().__init__(
            "The stack does not answer any more: `make stop` ends what is left, `make run` starts another."
        )


def addresses(file: Path = STACK_FILE) -> dict[str, Any]:
    """Returns the content of ``stack.json`` (api.md). Raises ``NoRunningStack``."""
    if not file.exists():
        raise NoRunningStack
    return dict(json.loads(file.read_text("utf-8")))


def answering(file: Path = STACK_FILE) -> dict[str, Any]:
    """Returns the content of ``stack.json``. Raises ``NoRunningStack``, ``StackGone`` when no one listens."""
    found = addresses(file)
    if not listens(urlsplit(found["awsEndpoint"]).port or 0):
        raise StackGone
    return found


def client(service: str) -> Any:
    """Returns a boto3 client of the stack's emulator. Raises ``NoRunningStack``."""
    return deploy.client(service, addresses()["awsEndpoint"])

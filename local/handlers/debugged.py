"""Runs the handler in a folder once, with the event on standard input: the process of ``make debug``."""

from __future__ import annotations

import json
import sys
import uuid
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any


def answer_of(folder: Path, event: Any) -> Any:
    """Returns what the handler of this folder answers to the event."""
    sys.path.insert(0, str(folder))
    context = SimpleNamespace(
        aws_request_id=str(uuid.uuid4()),
        function_name=folder.name,
        memory_limit_in_mb=512,
        invoked_function_arn=folder.name,
        get_remaining_time_in_millis=lambda: 3_600_000,
    )
    return import_module("handler").handler(event, context)


if __name__ == "__main__":
    print(json.dumps(answer_of(Path(sys.argv[1]), json.load(sys.stdin)), indent=2, ensure_ascii=False))

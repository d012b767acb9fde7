"""Calls of a stage's functions by an operator, on the running embedded stack or in an account."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from infra.account.account import client
from infra.stage import LIVE, ROOT, Stage

RUNNING_STACK = ROOT / ".local" / "stack.json"

Invoke = Callable[[Mapping[str, Any]], Mapping[str, Any]]
"""Calls a function with its input and returns its result. Raises ``FunctionFailed``."""


class FunctionFailed(Exception):
    """The function raised an error; the text is the error's name."""


class NoStackRuns(Exception):
    """The stage is ``local``, and no embedded stack is running in this checkout."""


def function_of(to: Stage, name: str, *, seconds: int) -> Invoke:
    """Returns a call of a function that may run for ``seconds``. Raises ``NoStackRuns``.

    The call is never repeated: a second one would do the same work beside the first.
    """
    from botocore.config import Config

    config = Config(read_timeout=seconds + 10, retries={"total_max_attempts": 1})
    awslambda = client("lambda", config=config, **_place_of(to))

    def invoke(given: Mapping[str, Any]) -> Mapping[str, Any]:
        payload = json.dumps(given).encode()
        answer = awslambda.invoke(FunctionName=to.named(name), Qualifier=LIVE, Payload=payload)
        found: Mapping[str, Any] = json.load(answer["Payload"])
        if answer.get("FunctionError"):
            raise FunctionFailed(str(found.get("errorType", "Error")))
        return found

    return invoke


def _place_of(to: Stage) -> Mapping[str, Any]:
    if not to.local:
        return {"region_name": to.region}
    if not RUNNING_STACK.exists():
        raise NoStackRuns("No stack is running here: start it with `make run` in another terminal.")
    return {
        "endpoint_url": json.loads(RUNNING_STACK.read_text("utf-8"))["awsEndpoint"],
        "region_name": "eu-north-1",
        "aws_access_key_id": "test",
        "aws_secret_access_key": "test",
    }

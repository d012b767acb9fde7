"""Calls of a stage's functions by an operator, on the running embedded stack or in an account."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from infra.account.account import client
from infra.stage import LIVE, Stage

Invoke = Callable[[Mapping[str, Any]], Mapping[str, Any]]
"""Calls a function with its input and returns its result. Raises ``FunctionFailed``."""


class FunctionFailed(Exception):
    """The function raised an error; the text is the error's name."""


def function_of(to: Stage, name: str, *, seconds: int) -> Invoke:
    """Returns a call of a function that may run for ``seconds``. Raises ``NoStackRuns``.

    The call is never repeated: a second one would do the same work beside the first.
    """
    from botocore.config import Config

    config = Config(read_timeout=seconds + 10, retries={"total_max_attempts": 1})
    awslambda = client(to, "lambda", config=config)

    def invoke(given: Mapping[str, Any]) -> Mapping[str, Any]:
        payload = json.dumps(given).encode()
        answer = awslambda.invoke(FunctionName=to.named(name), Qualifier=LIVE, Payload=payload)
        found: Mapping[str, Any] = json.load(answer["Payload"])
        if answer.get("FunctionError"):
            raise FunctionFailed(str(found.get("errorType", "Error")))
        return found

    return invoke

"""Every answer of a handler in a test is one that the OpenAPI document describes.

It shows its caller no more than the caller's role may see (promise 15).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from inspect import unwrap
from typing import Any

from local.openapi.contract import Contract
from local.openapi.document import COMMITTED
from tests.suite.exposure.recorder import RECORDER
from tests.suite.exposure.sight import LAST, Sight, held_by, roles_of

CONTRACT = Contract.of_file(COMMITTED)
SIGHT = Sight(CONTRACT.document)


def is_of_a_function(handler: Callable[..., Any]) -> bool:
    """Whether a handler is one of ``functions/``, and not one that a test made."""
    # The recorder of rights wraps a function's handler.
    declared = getattr(getattr(unwrap(handler), "__self__", None), "declared", ())
    return any(route.handler.__module__.startswith("functions.") for route in declared)


def must_describe(call: Mapping[str, Any], status: int, headers: Mapping[str, str], text: str) -> None:
    """Fails when the document does not describe an answer to this call of the gateway."""
    method = call["requestContext"]["http"]["method"]
    faults = CONTRACT.faults(method, call["rawPath"], status, headers, text)
    assert not faults, "openapi.json does not describe this answer: " + "\n".join(faults)
    if status < 400:
        _must_be_for_the_caller(call, status, headers, text)


def _must_be_for_the_caller(
    call: Mapping[str, Any], status: int, headers: Mapping[str, str], text: str
) -> None:
    named = CONTRACT.operation(call["requestContext"]["http"]["method"], call["rawPath"])
    if named is None:
        return
    roles = roles_of(LAST.get())
    RECORDER.collect(named, held_by(LAST.get()))
    if text and "json" in headers.get("content-type", ""):
        unseen = [*SIGHT.unseen(CONTRACT.answer(named, status), json.loads(text), roles)]
        assert not unseen, f"{named} shows to {', '.join(sorted(roles))} what is not for them: {unseen}"

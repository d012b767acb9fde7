"""Every answer of a handler in a test is one that the OpenAPI document describes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from inspect import unwrap
from typing import Any

from local.openapi.contract import Contract
from local.openapi.document import COMMITTED

CONTRACT = Contract.of_file(COMMITTED)


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

"""The class of a route's body, named by a text so that routes that only read never load pydantic."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def named(name: str) -> type[Any]:
    """Returns the class that ``module.Class`` names under ``helsebro_aws``; loads it on first use."""
    module, _, class_name = name.rpartition(".")
    found: type[Any] = getattr(import_module(f"helsebro_aws.{module}"), class_name)
    return found

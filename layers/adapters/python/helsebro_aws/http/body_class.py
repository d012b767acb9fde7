"""The class of a route's body, named by text so that a read never loads pydantic."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def named(name: str) -> type[Any]:
    """Returns the class that ``module.Class`` names under ``helsebro_aws``; loads it on first use."""
    module, _, own_name = name.rpartition(".")
    found: type[Any] = getattr(import_module(f"helsebro_aws.{module}"), own_name)
    return found

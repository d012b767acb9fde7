"""Lean imports: imports one module of a package without running the package's own ``__init__``.

Two libraries load far more than a handler uses: pydynox its object mapper and asyncio, Powertools every
kind of resolver (AppSync, Bedrock …). Their packages are registered but not executed while the one module is
imported, and removed afterwards, so that a later ordinary import still finds the whole library.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from typing import Any


def module(name: str) -> Any:
    """Returns the module; does not execute its parent packages unless they are already loaded."""
    if name in sys.modules:
        return sys.modules[name]
    parts = name.split(".")
    stubbed = []
    for depth in range(1, len(parts)):
        parent = ".".join(parts[:depth])
        if parent not in sys.modules:
            spec = find_spec(parent)
            if spec is None:
                raise ImportError(f"{parent} is not installed")
            sys.modules[parent] = module_from_spec(spec)
            stubbed.append(parent)
    try:
        return import_module(name)
    finally:
        for parent in stubbed:
            del sys.modules[parent]

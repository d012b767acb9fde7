"""Lean imports: one module of a package without what the packages' own ``__init__`` would load beside it.

Two libraries load far more than a handler uses: pydynox its object mapper and asyncio, Powertools every
kind of resolver (AppSync, Bedrock …) and of event (forty modules, with zipfile and tempfile). Their packages
are registered unexecuted while the one module is imported, and taken away again, so that a later ordinary
import still finds the whole library.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any

Names = Mapping[str, str]
"""Where a package's own names are defined: the module inside the package, by name."""


def module(name: str, packages: Mapping[str, Names] | None = None) -> Any:
    """Returns the module, its parent packages unexecuted unless they were loaded before.

    ``packages`` are further packages that the module takes names from, each with where these are defined.
    Raises ``ImportError`` when a package is not installed.
    """
    if name in sys.modules:
        return sys.modules[name]
    parts = name.split(".")
    wanted: dict[str, Names] = {".".join(parts[:depth]): {} for depth in range(1, len(parts))}
    for package, names in (packages or {}).items():
        above = package.split(".")
        wanted |= {".".join(above[:depth]): {} for depth in range(1, len(above))} | {package: names}
    stubbed = [package for package in wanted if package not in sys.modules]
    for package in stubbed:
        sys.modules[package] = _unexecuted(package, wanted[package])
    try:
        return import_module(name)
    finally:
        for package in stubbed:
            del sys.modules[package]


def _unexecuted(package: str, names: Names) -> ModuleType:
    spec = find_spec(package)
    if spec is None:
        raise ImportError(f"{package} is not installed")
    stub = module_from_spec(spec)

    def defined_in(name: str) -> Any:
        if name not in names:
            raise AttributeError(f"{package} has no {name} here")
        return getattr(import_module(f"{package}.{names[name]}"), name)

    vars(stub)["__getattr__"] = defined_in
    return stub

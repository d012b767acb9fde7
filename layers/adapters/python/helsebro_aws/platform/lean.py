"""Lean imports: imports one module of a package without running the packages' own ``__init__``.

Two libraries load far more than a handler uses: pydynox its object mapper and asyncio, Powertools every
kind of resolver (AppSync, Bedrock …) and of event (forty modules, with zipfile and tempfile). Their packages
are registered but not executed while the one module is imported, and removed afterwards, so that a later
ordinary import still finds the whole library.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any

DefiningModules = Mapping[str, str]
"""For each name of a package, the module inside the package that defines it."""


def module(name: str, packages: Mapping[str, DefiningModules] | None = None) -> Any:
    """Returns the module; does not execute its parent packages unless they were loaded before.

    ``packages`` are further packages that the module imports names from, with the module of each name.
    Raises ``ImportError`` when a package is not installed.
    """
    if name in sys.modules:
        return sys.modules[name]
    parts = name.split(".")
    wanted: dict[str, DefiningModules] = {".".join(parts[:depth]): {} for depth in range(1, len(parts))}
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


def _unexecuted(package: str, names: DefiningModules) -> ModuleType:
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

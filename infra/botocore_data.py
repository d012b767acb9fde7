"""The descriptions of services in botocore: a layer holds only those that the code uses, of over 400.

A client loads the description of its own service and the files beside the folders (endpoints, retries).
"""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterable
from pathlib import Path

from infra.stage import ROOT

CODE = (ROOT / "layers" / "adapters" / "python", ROOT / "functions")


class UnnamedService(Exception):
    """A client is made for a service that the call does not name: no one can tell which data it needs."""


def services_used(folders: Iterable[Path] = CODE) -> frozenset[str]:
    """Returns the services of every ``clients.client("…")``. Raises ``UnnamedService``."""
    sources = [path.read_text() for folder in folders for path in sorted(folder.rglob("*.py"))]
    return frozenset(service for source in sources for service in services_in(source))


def services_in(source: str) -> list[str]:
    """Returns the services for which one source makes clients. Raises ``UnnamedService``."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [_named(call) for call in calls if ast.unparse(call.func) == "clients.client"]


def _named(call: ast.Call) -> str:
    match call.args:
        case [ast.Constant(value=str(service)), *_]:
            return service
        case _:
            raise UnnamedService(ast.unparse(call))


def keep_only(services: Iterable[str], data: Path) -> None:
    """Removes the folders of all other services from a copy of ``botocore/data``.

    Raises ``FileNotFoundError`` when a service that is used has no folder.
    """
    kept = frozenset(services)
    missing = sorted(service for service in kept if not (data / service).is_dir())
    if missing:
        raise FileNotFoundError(f"{data} has no {', '.join(missing)}")
    for folder in data.iterdir():
        if folder.is_dir() and folder.name not in kept:
            shutil.rmtree(folder)

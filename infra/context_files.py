"""Finds the context files: ``infra/contexts/<context>.py`` builds the functions of ``functions/<context>``.

A new context is one new file there; only the functions of ``platform`` are built in ``infra/platform``.
A file has ``AREA``, ``add_functions(parts)`` and, when a workflow ends in the context, ``WORKFLOWS``, which
maps the name of the workflow to the function that builds it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType

from infra import contexts
from infra.areas import Area
from infra.parts import Parts
from infra.platform import functions
from infra.workflows import Workflow

AddFunctions = Callable[[Parts], None]
BuildWorkflow = Callable[[Parts, Workflow], None]


@dataclass(frozen=True)
class ContextFile:
    """The part of one context: its functions with their grants, and its workflows by name."""

    name: str
    area: Area
    add_functions: AddFunctions
    workflows: Mapping[str, BuildWorkflow]


def context_files() -> tuple[ContextFile, ...]:
    """Returns every context file in the order of the names, and the platform's last."""
    folder = Path(contexts.__path__[0])
    names = sorted(path.stem for path in folder.glob("*.py") if path.stem != "__init__")
    found = [_read(name, import_module(f"{contexts.__name__}.{name}")) for name in names]
    return (*found, _read("platform", functions))


def add_to(parts: Parts, area: Area) -> None:
    """Adds all functions of an area, then its workflows, which may run functions of any context of it."""
    found = [context for context in context_files() if context.area is area]
    for context in found:
        context.add_functions(parts)
    for context in found:
        for name, build in context.workflows.items():
            build(parts, Workflow(parts.scope, name))


def workflow_names() -> tuple[str, ...]:
    """Returns the name of every workflow."""
    return tuple(name for context in context_files() for name in context.workflows)


def file_of(context: str) -> str:
    """Returns the path of the file that builds a context's functions."""
    return "infra/platform/functions.py" if context == "platform" else f"infra/contexts/{context}.py"


def _read(name: str, module: ModuleType) -> ContextFile:
    return ContextFile(name, module.AREA, module.add_functions, getattr(module, "WORKFLOWS", {}))

"""Imports handlers in a fresh process, and says which do not import and where the fault is.

python -m local.handlers.imports claims tasks
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import traceback
from collections.abc import Iterable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from infra.function_folders import function_folders
from local.home import LAYERS, ROOT


def faults_of(functions: Iterable[str], root: Path = ROOT) -> list[str]:
    """Returns a text for each fault that keeps one of these functions from importing, each fault once."""
    done = subprocess.run(
        [sys.executable, "-m", "local.handlers.imports", *functions],
        cwd=root,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([*map(str, LAYERS), str(ROOT)])},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return list(dict.fromkeys(json.loads(done.stdout.splitlines()[-1])))


def fault_of(handler: Path) -> str:
    """Imports a handler; returns where it fails and why, or an empty text."""
    spec = spec_from_file_location(f"handler_{handler.parent.name}", handler)
    if spec is None or spec.loader is None:
        return f"{handler} is no Python file"
    try:
        spec.loader.exec_module(module_from_spec(spec))
    except Exception as fault:  # noqa: BLE001 - a module that is being written may raise anything
        return f"{_place_of(fault)}: {type(fault).__name__}: {fault}"
    return ""


def _place_of(fault: Exception) -> str:
    """Returns the innermost place of our own code, such as ``functions/claims/claims/handler.py:12``."""
    if isinstance(fault, SyntaxError) and fault.filename:
        return f"{_shown(fault.filename)}:{fault.lineno}"
    frames = traceback.extract_tb(fault.__traceback__)
    ours = [
        frame for frame in frames if Path(frame.filename).is_relative_to(ROOT) and frame.filename != __file__
    ]
    return f"{_shown(ours[-1].filename)}:{ours[-1].lineno}" if ours else "outside the checkout"


def _shown(name: str) -> str:
    path = Path(name)
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else name


if __name__ == "__main__":
    folders = function_folders()
    found = [fault_of(folders[name] / "handler.py") for name in sys.argv[1:]]
    print("\n" + json.dumps([fault for fault in found if fault]))

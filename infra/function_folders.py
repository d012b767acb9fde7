"""Where each function's code is: ``functions/<context>/<function>`` holds its handler and nothing else."""

from __future__ import annotations

from pathlib import Path

from infra.stage import ROOT


def function_folders() -> dict[str, Path]:
    """The folder of every function in the checkout, by the function's name, in the order of the names."""
    found = (ROOT / "functions").glob("*/*/handler.py")
    return {path.parent.name: path.parent for path in sorted(found, key=lambda path: path.parent.name)}

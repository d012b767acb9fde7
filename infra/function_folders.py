"""Finds the code of each function: ``functions/<context>/<function>`` holds its handler and nothing else."""

from __future__ import annotations

from pathlib import Path

from infra.stage import ROOT


def function_folders() -> dict[str, Path]:
    """Returns function → folder for every function in the checkout, in the order of the names."""
    found = (ROOT / "functions").glob("*/*/handler.py")
    return {path.parent.name: path.parent for path in sorted(found, key=lambda path: path.parent.name)}

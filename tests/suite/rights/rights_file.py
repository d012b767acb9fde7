"""``tests/rights.json``: what each function asks of AWS, as function → resource → operations."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

PATH = Path(__file__).parents[2] / "rights.json"
Row: TypeAlias = tuple[str, str, str]
"""A function, a resource and an operation: ``("claims", "cases_table", "GetItem")``."""


def read(path: Path = PATH) -> frozenset[Row]:
    """Returns the rows of the file."""
    return frozenset(
        (function, resource, operation)
        for function, resources in json.loads(path.read_text()).items()
        for resource, operations in resources.items()
        for operation in operations.split()
    )


def write(rows: Iterable[Row], path: Path = PATH) -> None:
    """Writes the rows, sorted."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for function, resource, operation in sorted(rows):
        known = found[function].get(resource)
        found[function][resource] = f"{known} {operation}" if known else operation
    path.write_text(json.dumps(found, indent=2) + "\n")


def as_lines(rows: Iterable[Row]) -> list[str]:
    """Returns a line for each row."""
    return [f"{function}: {operation} on {resource}" for function, resource, operation in sorted(rows)]

"""The terminal: data goes to the standard output, and what a person should know to the standard error.

So ``helsebro … | jq`` gets JSON and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


def show_json(value: Any) -> None:
    """Writes a value as JSON: in colour on a terminal, as plain text elsewhere."""
    if out.is_terminal:
        out.print_json(data=value, ensure_ascii=False)
    else:
        print(json.dumps(value, indent=2, ensure_ascii=False), flush=True)


def show_row(value: Any, line: Text) -> None:
    """Writes one of many values: a line on a terminal, one line of JSON elsewhere."""
    if out.is_terminal:
        out.print(line, soft_wrap=True)
    else:
        print(json.dumps(value, ensure_ascii=False), flush=True)


def show_table(value: Any, title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Writes rows as a table on a terminal, and the whole value as JSON elsewhere."""
    if not out.is_terminal:
        show_json(value)
        return
    table = Table(title=title or None, title_justify="left", show_header=any(columns), box=SIMPLE_HEAD)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    out.print(table)


def note(text: str, style: str = "") -> None:
    """Writes a line for the person."""
    err.print(Text(text, style), soft_wrap=True)

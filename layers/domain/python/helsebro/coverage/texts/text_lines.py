"""Text lines: a file of texts has one key a line, so that only the lines that are shown are parsed."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

TEXTS = Path(__file__).parent


@cache
def text_line(folder: str, language: str, key: str) -> Any:
    """Returns the JSON value of a key in ``<folder>/<language>.json``; None when the file has no such key."""
    text = _file(folder, language)
    start = text.find(f'\n"{key}": ')
    if start < 0:
        return None
    end = text.find("\n", start + 1)
    line = text[start + len(key) + 5 : end]
    return json.loads(line.removesuffix(","))


def keys_of(folder: str, language: str) -> list[str]:
    """Returns the keys of a file in its order; empty when there is no such file."""
    lines = _file(folder, language).splitlines()
    return [line[1 : line.index('"', 1)] for line in lines if line.startswith('"')]


@cache
def _file(folder: str, language: str) -> str:
    path = TEXTS / folder / f"{language}.json"
    return path.read_text(encoding="utf-8") if path.is_file() else ""

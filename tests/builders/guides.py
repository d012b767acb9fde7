"""The code in the guides, so that tests run what readers copy."""

from __future__ import annotations

import re
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def blocks(guide: str, language: str) -> list[str]:
    """Returns the blocks of code of a guide in a language, in their order."""
    text = (DOCS / guide).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def section(guide: str, heading: str) -> str:
    """Returns a section of a guide, from its heading to the next one."""
    text = (DOCS / guide).read_text("utf-8")
    [_, found] = text.split(f"\n## {heading}\n")
    return found.split("\n## ")[0]


def bodies_in(text: str) -> list[tuple[str, str, str]]:
    """Returns method, path and body of each block of JSON, with the last route that the text names before."""
    found = []
    for before, body in re.findall(r"(.*?)```json\n(.*?)```", text, re.DOTALL):
        method, path = re.findall(r"`(PUT|POST) (/v1/[^`]+)`", before)[-1]
        found.append((method, path, body))
    return found


def block(guide: str, language: str, holds: str) -> str:
    """Returns the only block in a language that has these words."""
    [found] = [code for code in blocks(guide, language) if holds in code]
    return found

"""The code in the guides, so that tests run what readers copy."""

from __future__ import annotations

import re
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def blocks(guide: str, language: str) -> list[str]:
    """Returns the blocks of code of a guide in a language, in their order."""
    text = (DOCS / guide).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def block(guide: str, language: str, holds: str) -> str:
    """Returns the only block in a language that has these words."""
    [found] = [code for code in blocks(guide, language) if holds in code]
    return found

"""``make guides``: writes the guides that are generated from the code; ``--check`` fails when one differs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from local.home import ROOT
from local.reference import events_guide, invoice_rules_guide

DOCS = ROOT / "docs"
GENERATED: Mapping[str, Callable[[], str]] = {
    "events.md": events_guide.text,
    "invoice-rules.md": invoice_rules_guide.text,
}
"""File → the function that returns its text."""


def main(arguments: list[str], docs: Path = DOCS) -> int:
    """Writes or checks the guides in a folder."""
    fresh = {docs / name: text() for name, text in GENERATED.items()}
    if "--check" not in arguments:
        for path, text in fresh.items():
            path.write_text(text, "utf-8")
        return 0
    different = [path.name for path, text in fresh.items() if path.read_text("utf-8") != text]
    if different:
        print(f"{', '.join(different)} of docs/ differ from the code; run: make guides", file=sys.stderr)
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

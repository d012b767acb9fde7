"""The OpenAPI 3.1 document: ``python -m local.commands.openapi`` writes it to ``openapi.json``.

``--check`` fails when the committed file differs from the functions. ``make docs`` shows it as a page.
"""

from __future__ import annotations

import sys

from local.openapi.document import COMMITTED, as_text, document


def main(arguments: list[str]) -> int:
    """Writes or checks the document."""
    fresh = as_text(document())
    if "--check" not in arguments:
        COMMITTED.write_text(fresh, "utf-8")
        return 0
    if COMMITTED.read_text("utf-8") == fresh:
        return 0
    print("openapi.json differs from the functions; run: make openapi", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Printing: typst sets a document as a tagged PDF (PDF/UA-1), with typst's own typefaces only."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

PRINTING_SECONDS = 60
"""The timeout of the functions that print and store papers; the others only make links."""


def printed(template: Path, name: str, content: Mapping[str, Any]) -> bytes:
    """Returns a document as a PDF without a seal; the template reads its content as ``sys.inputs.<name>``."""
    import typst

    pdf: bytes = typst.compile(
        str(template),
        root=str(template.parent),
        ignore_system_fonts=True,
        sys_inputs={name: json.dumps(content, ensure_ascii=False)},
        pdf_standards=["ua-1"],
    )
    return pdf

"""Cells of a sheet (CSV, RFC 4180) that Excel, Numbers and LibreOffice open by a double click.

Danish and Norwegian spreadsheets divide columns by a semicolon, because a comma stands before decimals there;
English ones divide by a comma. The byte order mark makes Excel read UTF-8. No cell is a live formula
(promise 19): a text that a spreadsheet would calculate begins with an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

BYTE_ORDER_MARK = "\ufeff"
LIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a text begins that some spreadsheet calculates; the last four are full-width signs."""


def sheet_of(columns: Sequence[str], rows: Iterable[Iterable[str]], delimiter: str) -> str:
    """Returns the rows under their columns as CSV, each cell harmless."""
    written = io.StringIO()
    lines = csv.writer(written, delimiter=delimiter, lineterminator="\r\n")
    lines.writerow(columns)
    lines.writerows([harmless(cell) for cell in row] for row in rows)
    return BYTE_ORDER_MARK + written.getvalue()


def harmless(cell: str) -> str:
    """Returns a cell that no spreadsheet calculates."""
    return f"'{cell}" if cell.lstrip(" ").startswith(LIVE) else cell

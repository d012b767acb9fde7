"""A report in the media type that a client prefers: JSON, a sheet (CSV) or a chart (SVG)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.platform.stored_file import saved_as

JSON, CSV, SVG = "application/json", "text/csv", "image/svg+xml"
MEDIA = (JSON, CSV, SVG)
"""The first is the one of clients that ask for none."""
VARY = {"Vary": "Accept, Accept-Language"}
POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""A browser that opens the chart loads nothing for it and runs no script in it."""


@dataclass(frozen=True)
class ReportMedia:
    """How a report is made in each media type; what a client does not ask for is not loaded.

    ``name`` is that of the file without its ending.
    """

    name: str
    shown: Callable[[], Any]
    sheet: Callable[[], str]
    chart: Callable[[], str]

    def answer(self, media: str, language: str) -> HttpAnswer:
        """Returns the report in a media type of ``MEDIA``."""
        if media == JSON:
            return HttpAnswer(200, self.shown(), VARY)
        headers = {**VARY, "Content-Language": language}
        if media == CSV:
            headers["Content-Disposition"] = saved_as(f"{self.name}.csv")
            return HttpAnswer(200, None, headers, f"{CSV}; charset=utf-8", self.sheet())
        headers["Content-Disposition"] = f'inline; filename="{self.name}.svg"'
        headers["Content-Security-Policy"] = POLICY
        return HttpAnswer(200, None, headers, f"{SVG}; charset=utf-8", self.chart())

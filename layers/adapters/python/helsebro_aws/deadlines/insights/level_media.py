"""Service levels in the media type that a client prefers; only a chart loads the library that draws it."""

from __future__ import annotations

from helsebro.deadlines.service_level import ServiceReport
from helsebro_aws.deadlines.insights.level_view import levels_shown
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.platform.stored_file import saved_as

JSON, CSV, SVG = "application/json", "text/csv", "image/svg+xml"
MEDIA = (JSON, CSV, SVG)
"""The first is the one of clients that ask for none."""
VARY = {"Vary": "Accept, Accept-Language"}
POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""A browser that opens the chart loads nothing for it and runs no script in it."""


def in_media(media: str, report: ServiceReport, language: str) -> HttpAnswer:
    """Returns the report as JSON, as a sheet or as a chart."""
    if media == JSON:
        return HttpAnswer(200, levels_shown(report), VARY)
    # Here, so that JSON loads no words, and a sheet no library of charts.
    from helsebro_aws.deadlines.insights.level_words import LevelWords

    words = LevelWords(language)
    name = f"service-levels-{report.first.name}-{report.last.name}"
    headers = {**VARY, "Content-Language": language}
    if media == CSV:
        from helsebro_aws.deadlines.insights.level_sheet import sheet

        headers["Content-Disposition"] = saved_as(f"{name}.csv")
        return HttpAnswer(200, None, headers, f"{CSV}; charset=utf-8", sheet(report, words))
    from helsebro_aws.deadlines.insights.level_chart import chart

    headers |= {"Content-Disposition": f'inline; filename="{name}.svg"', "Content-Security-Policy": POLICY}
    return HttpAnswer(200, None, headers, f"{SVG}; charset=utf-8", chart(report, words))

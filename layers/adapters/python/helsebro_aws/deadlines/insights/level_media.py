"""Service levels in the media type that a client prefers; only a chart loads the library that draws it."""

from __future__ import annotations

from helsebro.deadlines.service_level import ServiceReport
from helsebro_aws.deadlines.insights.level_view import levels_shown
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.pages.report_media import ReportMedia


def in_media(media: str, report: ServiceReport, language: str) -> HttpAnswer:
    """Returns the report as JSON, as a sheet or as a chart."""

    def sheet_of_levels() -> str:
        # Here, so that JSON loads no words, and a sheet no library of charts.
        from helsebro_aws.deadlines.insights.level_sheet import sheet
        from helsebro_aws.deadlines.insights.level_words import LevelWords

        return sheet(report, LevelWords(language))

    def chart_of_levels() -> str:
        from helsebro_aws.deadlines.insights.level_chart import chart
        from helsebro_aws.deadlines.insights.level_words import LevelWords

        return chart(report, LevelWords(language))

    name = f"service-levels-{report.first.name}-{report.last.name}"
    return ReportMedia(name, lambda: levels_shown(report), sheet_of_levels, chart_of_levels).answer(
        media, language
    )

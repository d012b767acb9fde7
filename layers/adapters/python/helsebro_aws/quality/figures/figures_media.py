"""The figures of decisions in the media type that a client prefers."""

from __future__ import annotations

from helsebro.quality.decision_report import DecisionReport
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.pages.report_media import ReportMedia
from helsebro_aws.quality.figures.figures_view import figures_shown


def in_media(media: str, report: DecisionReport, language: str) -> HttpAnswer:
    """Returns the report as JSON, as a sheet or as a chart."""

    def sheet_of_figures() -> str:
        # Here, so that JSON loads no words, and a sheet no library of charts.
        from helsebro_aws.quality.figures.figure_words import FigureWords
        from helsebro_aws.quality.figures.figures_sheet import sheet

        return sheet(report, FigureWords(language))

    def chart_of_figures() -> str:
        from helsebro_aws.quality.figures.figure_words import FigureWords
        from helsebro_aws.quality.figures.figures_chart import chart

        return chart(report, FigureWords(language))

    name = f"decisions-{report.first.name}-{report.last.name}"
    made = ReportMedia(name, lambda: figures_shown(report), sheet_of_figures, chart_of_figures)
    return made.answer(media, language)

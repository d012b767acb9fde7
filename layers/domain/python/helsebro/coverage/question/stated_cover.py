"""Stated cover: a person's cover with what the question states of it and the policy does not know yet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from helsebro.coverage.question.cover import Cover
    from helsebro.coverage.question.question import Question


def with_statements(cover: Cover, asked: Question) -> Cover:
    """Returns the cover with a stated former insurance and a stated end of the employment.

    What the policy or the enrolment says comes first. The end of the employment ends the place in a company's
    scheme (R-1312, F3-05), and nothing in a voluntary one.
    """
    former, ended_on = asked.evidence.former, asked.evidence.employment_ended_on
    if former and cover.former is None and cover.seniority_from is None:
        cover = replace(cover, former=former)
    if ended_on and cover.left_on is None and cover.scheme == "company":
        cover = replace(cover, left_on=ended_on)
    return cover

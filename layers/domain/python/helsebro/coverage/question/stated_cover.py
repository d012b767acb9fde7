"""Stated cover: a person's cover with what the question states of it and the policy does not know yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from helsebro.coverage.question.former import EQUAL, Former

if TYPE_CHECKING:
    from helsebro.coverage.question.cover import Cover
    from helsebro.coverage.question.question import Question

LONG = timedelta(days=10 * 365)
"""The length of a former insurance that ends every wait."""


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


def with_a_long_former(asked: Question, cover: Cover) -> Question | None:
    """Returns the question as if a long former insurance came directly before ours; None when it is known
    whether there was one (R-1308).
    """
    evidence = asked.evidence
    if evidence.former or evidence.no_former or cover.former or cover.seniority_from:
        return None
    long = Former(EQUAL, cover.starts_on - LONG, cover.starts_on)
    return replace(asked, evidence=replace(evidence, former=long))

"""First session: a course that a tariff caps is paid by its first rate once, then by the later (R-834)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from helsebro.coverage.answer import Answer
from helsebro.coverage.question.question import Question


def with_the_first_session(answer: Answer, question: Question, ask: Callable[[Question], Answer]) -> Answer:
    """Returns the answer on a course of several sessions, with what is paid of the first one alone.

    ``ask`` returns the engine's answer to a question. A sum that another cap lowered stays.
    """
    grant = answer.grant
    if (
        grant is None
        or not grant.per_session
        or (grant.sessions or 0) < 2
        or not _is_capped_by_a_rate(answer)
    ):
        return answer
    alone = ask(replace(question, treatment=replace(question.treatment, sessions=1))).grant
    first = alone.payable if alone else None
    if first is None or first <= grant.per_session:
        return answer
    whole = grant.per_session * (grant.sessions or 1)
    payable = whole + first - grant.per_session if grant.payable == whole else grant.payable
    return replace(answer, grant=replace(grant, payable=payable, first_session=first))


def _is_capped_by_a_rate(answer: Answer) -> bool:
    return any(step.most is not None and "rate" in step.facts for step in answer.trail)

"""Trails and decisions in the caller's language; both are stored without texts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from helsebro.coverage.trail import Trail
from helsebro_aws.dynamodb.record import to_item

if TYPE_CHECKING:
    from helsebro.coverage.texts.person_of_address import PersonOfAddress
    from helsebro.tasks.determination import Determination
    from helsebro.tasks.staff_decision import GrantedSessions
    from helsebro_aws.coverage.trail_answer import TrailStepAnswer
    from helsebro_aws.tasks.determination_answer import DeterminationAnswer


def trail_shown(
    trail: Trail,
    product: Callable[[], str],
    language: str,
    granted: GrantedSessions | None = None,
    is_decided: bool = False,
    reader: PersonOfAddress = "self",
) -> list[TrailStepAnswer]:
    """Returns a trail in ``da``, ``nb`` or ``en``; calls ``product`` only if the trail does not name its own.

    ``granted`` is what staff granted after it; ``is_decided`` says that staff decided on it. An
    empty trail loads no texts.
    """
    if not trail:
        return []
    from helsebro.coverage.texts.shown_trail import ShownTrail

    sessions = granted.sessions if granted else None
    agreed = granted.per_session.as_json() if granted and granted.per_session else None
    told = ShownTrail(trail, language, trail.product or product(), sessions, agreed, is_decided, reader)
    rows = told.rows()
    return cast("list[TrailStepAnswer]", to_item(rows))


def determination_shown(
    decision: Determination, product: str, language: str, reader: PersonOfAddress = "self"
) -> DeterminationAnswer:
    """Returns what staff decided, with its trail in a language, as ``reader`` reads it."""
    if reader == "holder":
        # Here, because few readers hold a mandate.
        from helsebro.claims.explained.held_answer import held_answer

        decision = held_answer(decision, reader)
    shown: dict[str, Any] = to_item(replace(decision, trail=Trail(), group=None))
    granted = decision.grant if decision.outcome == "approved" else None
    shown["trail"] = trail_shown(
        decision.trail, lambda: product, language, granted, decision.outcome != "clarifying", reader
    )
    return cast("DeterminationAnswer", shown)

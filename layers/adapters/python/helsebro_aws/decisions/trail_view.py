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
    from helsebro_aws.coverage.trail_answer import TrailStepAnswer
    from helsebro_aws.tasks.determination_answer import DeterminationAnswer


def trail_shown(
    trail: Trail,
    product: Callable[[], str],
    language: str,
    granted: int | None = None,
    is_decided: bool = False,
    reader: PersonOfAddress = "self",
) -> list[TrailStepAnswer]:
    """Returns a trail in ``da``, ``nb`` or ``en``; calls ``product`` only if the trail does not name its own.

    ``granted`` are the sessions that staff granted after it; ``is_decided`` says that staff decided on it. An
    empty trail loads no texts.
    """
    if not trail:
        return []
    from helsebro.coverage.texts.shown_trail import ShownTrail

    rows = ShownTrail(trail, language, trail.product or product(), granted, is_decided, reader).rows()
    return cast("list[TrailStepAnswer]", to_item(rows))


def determination_shown(
    decision: Determination, product: str, language: str, reader: PersonOfAddress = "self"
) -> DeterminationAnswer:
    """Returns what staff decided, with its trail in a language, as ``reader`` reads it."""
    shown: dict[str, Any] = to_item(replace(decision, trail=Trail()))
    granted = decision.grant.sessions if decision.grant else None
    shown["trail"] = trail_shown(
        decision.trail, lambda: product, language, granted, decision.outcome != "clarifying", reader
    )
    return cast("DeterminationAnswer", shown)

"""Trails in the caller's language; each is stored in the language of its case's country."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from helsebro.coverage.answer import Step

SPOKEN = {"NO": "nb"}


def spoken_in(country: str) -> str:
    """Returns the working language of a country's staff: ``nb`` or ``da``."""
    return SPOKEN.get(country, "da")


def in_language(
    trail: tuple[Step, ...], product: Callable[[], str], country: str, language: str
) -> tuple[Step, ...]:
    """Returns a stored trail in a language; calls ``product`` only if the trail must be translated."""
    if language == spoken_in(country) or not trail:
        return trail
    from helsebro.coverage.translation import translated_trail

    return translated_trail(trail, product(), language)

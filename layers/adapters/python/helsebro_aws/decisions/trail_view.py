"""Trails in the caller's language: each is stored in the language of its case's country."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

SPOKEN = {"NO": "nb"}


def spoken_in(country: str) -> str:
    """The language staff of a country work in: ``nb`` or ``da``."""
    return SPOKEN.get(country, "da")


def proposal_in(proposal: Mapping[str, Any] | None, language: str) -> dict[str, Any] | None:
    """A stored proposal with every trail in a language, those of a refund's treatments too."""
    if proposal is None or proposal.get("language", language) == language:
        return dict(proposal) if proposal else None
    from helsebro.coverage.translation import retold

    told = {**retold(proposal, language), "language": language}
    if "treatments" in told:
        told["treatments"] = [retold(one, language) for one in proposal["treatments"]]
    return told


def in_language(
    decision: Mapping[str, Any], product: Callable[[], str], country: str, language: str
) -> dict[str, Any]:
    """A stored decision with its trail in a language; ``product`` is asked for only where that is another."""
    if language == spoken_in(country) or "trail" not in decision:
        return dict(decision)
    from helsebro.coverage.translation import retold

    answer = retold({"product": product(), "trail": list(decision["trail"])}, language)
    return {**decision, "trail": answer["trail"]}

"""Telling a stored decision again in another language, in the words of the terms it was decided under."""

from __future__ import annotations

from collections.abc import Mapping

from helsebro.coverage.terms.product import product


def retold(answer: Mapping[str, object], language: str) -> dict[str, object]:
    """The stored ``Decision.to_json`` with its ``detail`` texts in ``da``, ``nb`` or ``en``.

    A rule that the terms do not have keeps the text it was stored with.
    """
    name, trail = answer.get("product"), answer.get("trail")
    if not isinstance(name, str) or not isinstance(trail, list):
        return dict(answer)
    terms = product(name)
    texts = (terms.text(step["rule"], language) or step.get("detail", "") for step in trail)
    return {**answer, "trail": [{**step, "detail": text} for step, text in zip(trail, texts, strict=True)]}

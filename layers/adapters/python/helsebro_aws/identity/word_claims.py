"""Word claims: ``roles`` and ``payer`` of a token, each a text of words or a list of texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class ClaimUnclear(Exception):
    """A claim of another shape: whoever wrote it meant something else; ``code`` is the code of the 401."""

    code = "token-invalid"


def words(claims: Mapping[str, Any], name: str) -> set[str]:
    """Returns the words of a claim, none without it. Raises ``ClaimUnclear`` for one of another shape."""
    value = claims.get(name, [])
    found = value.split() if isinstance(value, str) else value
    if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
        raise ClaimUnclear()
    return set(found)


def payer_in(claims: Mapping[str, Any]) -> str:
    """Returns the one payer of a member of staff, empty for the platform's. Raises ``ClaimUnclear``.

    Staff of two payers, or of one without a name, would be staff of another than they are.
    """
    if "payer" not in claims:
        return ""
    payers = words(claims, "payer")
    payer = next(iter(payers), "")
    if len(payers) != 1 or payer.split() != [payer]:
        raise ClaimUnclear()
    return payer


def must_be_of_a_member(claims: Mapping[str, Any]) -> None:
    """Raises ``ClaimUnclear`` for a member's token whose ``roles`` or ``payer`` has another shape.

    Nobody reads them of a member, who has at most a text as payer: only staff are listed for some.
    """
    words(claims, "roles")
    if not isinstance(claims.get("payer", ""), str):
        raise ClaimUnclear()

"""Why a billed treatment is not paid as proposed, in a sentence: outside the grant, or in the bill twice."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from helsebro.money import Money
from helsebro.plain_words import one_full_stop, plain_words


def show_outside_grant(treatment: dict[str, Any], language: str) -> None:
    """Puts ``{"code","detail"}`` in place of the code in a billed treatment, if it has one.

    A double gets ``{"index","detail"}`` in place of the index of the treatment that it repeats.
    """
    code, index = treatment.get("outsideGrant"), treatment.get("doubleOf")
    if code:
        granted = treatment.get("grantedPrice")
        detail = no_grant_in_words(code, language, most=Money.from_json(granted) if granted else None)
        treatment["outsideGrant"] = {"code": code, "detail": detail}
    if index is not None:
        detail = _sentences()["double"][language].format(number=int(index) + 1)
        treatment["doubleOf"] = {"index": int(index), "detail": detail}


def no_grant_in_words(
    why: str, language: str, double_of: int | None = None, most: Money | None = None
) -> str:
    """Returns why a billed treatment takes nothing of a grant, or at ``most`` the granted price of it."""
    shown = plain_words(language).of_amount(most.amount, most.currency) if most else ""
    return one_full_stop(_sentences()[why][language].format(number=(double_of or 0) + 1, most=shown))


@cache
def _sentences() -> Mapping[str, Mapping[str, str]]:
    """Returns code → language → sentence."""
    found: Mapping[str, Mapping[str, str]] = json.loads(
        Path(__file__).with_name("outside_grant.json").read_text("utf-8")
    )
    return found

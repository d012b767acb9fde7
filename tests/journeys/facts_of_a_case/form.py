"""The field that a portal draws for a fact that a case asks for, by its kind of answer only."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any


def filled(asked: Mapping[str, Any], entered: str) -> object:
    """Returns the value to send for what the member ``entered`` in the field of an asked fact.

    Of a choice of several, the member ticks those that are named, separated by blanks.
    """
    kind = asked["answerKind"]
    if kind == "yes-no":
        return {"yes": True, "no": False}[entered]
    if kind == "date":
        return date.fromisoformat(entered).isoformat()
    if kind == "amount":
        return {"amount": entered, "currency": "DKK"}
    if kind == "number":
        return int(entered)
    assert kind == "choice", asked
    offered, ticked = [choice["value"] for choice in asked["choices"]], entered.split()
    assert set(ticked) <= set(offered), (entered, offered)
    if asked["several"]:
        return ticked
    [chosen] = ticked
    return chosen

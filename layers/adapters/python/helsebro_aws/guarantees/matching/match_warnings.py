"""Warnings of a match: what keeps the clinic from contacting the client in time (F1-10)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from helsebro_aws.guarantees.matching.match_answer import MatchWarningAnswer

FILE = Path(__file__).with_suffix(".json")


class Addresses(Protocol):
    """How a person is reached."""

    @property
    def phone(self) -> str | None:
        """The phone number, if it is known."""

    @property
    def of(self) -> Literal["client", "guardian"]:
        """Whose addresses these are."""


def warnings_about(client: Addresses, language: str) -> list[MatchWarningAnswer]:
    """Returns a warning when no phone number is known: a clinic sees no other address.

    For a child under 15 it speaks of a parent, who is asked for one.
    """
    if client.phone:
        return []
    return [{"code": "client-unreachable", "text": _texts()["client-unreachable"][client.of][language]}]


@cache
def _texts() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    stored: Mapping[str, Mapping[str, Mapping[str, str]]] = json.loads(FILE.read_text(encoding="utf-8"))
    return stored

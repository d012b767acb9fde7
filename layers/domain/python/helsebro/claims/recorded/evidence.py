"""Evidence: how staff know what a member without MitID or BankID decided, by phone or by letter (F4-02)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Told = Literal["phone", "letter"]


@dataclass(frozen=True)
class DecisionEvidence:
    """``at`` is when the member said or signed it, ``text_version`` the wording that was read aloud or sent.

    ``recorded_by`` is the subject of the caseworker who recorded it: it identifies a login and names no one.
    """

    how: Told
    text_version: str
    at: datetime
    recorded_by: str

    def is_of(self, payer: str) -> bool:
        """Whether this payer's staff recorded it: another payer does not learn who else insures a person."""
        return self.recorded_by.startswith(f"staff:{payer}:")

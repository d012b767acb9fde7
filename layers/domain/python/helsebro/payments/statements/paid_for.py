"""Paid for: what a line of a statement is about, in the clinic's own words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PaidFor:
    """``number`` is that of the clinic's invoice, ``case_reference`` the one on the guarantee.

    Both are None where they are not known; neither says who the client is.
    """

    number: str | None = None
    case_reference: str | None = None

"""Register doubt: why the network team looks at a practitioner whose authorisation is not verified."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class RegisterDoubt:
    """``state`` is what the register said, ``differs`` what does not agree: field names, no values."""

    state: str
    differs: tuple[str, ...] = ()

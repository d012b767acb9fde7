"""Named clinic: who is paid, in the words of the register of clinics on the day it was looked up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class NamedClinic:
    """``company_number`` is the Danish CVR or the Norwegian organisation number; None where it has none."""

    name: str
    company_number: str | None = None

"""Treating professions: who may offer a treatment that one profession alone gives (F0-11, F1-11, F1-21).

A treatment that is not in the table may be offered by any profession.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from helsebro.errors import Fault
from helsebro.network.team.profession import PROFESSIONS

FILE = Path(__file__).with_name("treating_professions.json")


def fits(profession: str, treatment: str) -> bool:
    """Returns whether someone of a profession may offer a treatment."""
    may = _table().get(treatment)
    return may is None or profession in may


def profession_faults(profession: object, treatments: object) -> list[Fault]:
    """Returns the fault of each treatment that another profession gives.

    A profession that is not in the list is a fault of its own.
    """
    named: Iterable[object] = treatments if isinstance(treatments, list | tuple) else ()
    if not isinstance(profession, str) or profession not in PROFESSIONS:
        return []
    return [
        Fault(f"/treatments/{place}", "treatment-of-another-profession", "")
        for place, treatment in enumerate(named)
        if isinstance(treatment, str) and not fits(profession, treatment)
    ]


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    stored: Mapping[str, list[str]] = json.loads(FILE.read_text(encoding="utf-8"))
    return {treatment: tuple(words) for treatment, words in stored.items()}

"""Comparison: whether what a clinic states about a practitioner is what the register has."""

from __future__ import annotations

from collections.abc import Sequence

from helsebro.network.registers.register_check import Difference, RegisterFinding
from helsebro.network.registers.registration import Registration
from helsebro.onboarding.folded_name import folded
from helsebro.onboarding.registers.register_entry import RegisterEntry


def compared(stated: Registration, entries: Sequence[RegisterEntry]) -> RegisterFinding:
    """Returns what the entries under the practitioner's number say; none is ``not-found``.

    A person may have several authorisations under one number: one that agrees is enough. Otherwise the entry
    that agrees most says what differs.
    """
    if not entries:
        return RegisterFinding("not-found")
    differs = min((differences(stated, entry) for entry in entries), key=len)
    return RegisterFinding("mismatch", differs) if differs else RegisterFinding("verified")


def differences(stated: Registration, entry: RegisterEntry) -> tuple[Difference, ...]:
    """Returns what does not agree. A profession without an authorisation never agrees."""
    found: list[Difference] = []
    if not is_one_person(stated.name, entry.name):
        found.append("name")
    if stated.profession != entry.profession:
        found.append("profession")
    if not entry.is_valid:
        found.append("authorisation")
    return tuple(found)


def is_one_person(stated: str, registered: str) -> bool:
    """Whether two names may be those of one person, as people shorten their names at work.

    The first words and the last words are equal, and the shorter name has no word between them that the
    longer one does not have; an initial stands for a word. ``Anna M. Holm`` is ``Anna Marie Holm``.
    """
    first, second = folded(stated).split(), folded(registered).split()
    if len(first) < 2 or len(second) < 2 or first[-1] != second[-1]:
        return False
    shorter, longer = sorted((first[:-1], second[:-1]), key=len)
    if not _stands_for(shorter[0], longer[0]):
        return False
    rest = longer[1:]
    return all(any(_stands_for(word, other) for other in rest) for word in shorter[1:])


def _stands_for(one: str, other: str) -> bool:
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])

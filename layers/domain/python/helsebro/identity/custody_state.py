"""Custody state: who decides for a child under 15, who is proposed, and who may know whom (F4-20, F4-23)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Self

from helsebro.identity.custody_note import CustodyEvent, CustodyNote
from helsebro.identity.guardian import Guardian, ProposedGuardian
from helsebro.ids import PersonId
from helsebro.local_day import local_day


@dataclass(frozen=True)
class CustodyState:
    """``own_from`` is the 15th birthday: from its local midnight in ``country`` no guardian decides.

    ``refused`` are the proposals that underwriting rejected or that were withdrawn: the same enrolment sent
    again does not propose them anew. Each payer that enrols the child proposes the person on its own. A
    proposal stays after underwriting has confirmed it: the yes of the guardians opens the cases elsewhere.
    ``ended`` are the guardians of a payer's own enrolments whom its underwriting ended, and may bring back.
    """

    person_id: PersonId
    own_from: date
    country: str
    guardians: tuple[Guardian, ...] = ()
    proposed: tuple[ProposedGuardian, ...] = ()
    refused: tuple[ProposedGuardian, ...] = ()
    notes: tuple[CustodyNote, ...] = ()
    ended: tuple[Guardian, ...] = ()
    version: int = 0

    def is_over(self, at: datetime) -> bool:
        """Whether the child is 15 at an instant, and decides alone."""
        return local_day(at, self.country) >= self.own_from

    def is_guardian(self, person_id: PersonId, payer: str = "") -> bool:
        """Whether the person is, or was until the 15th birthday, a guardian, at a payer or at any."""
        own = (guardian for guardian in self.guardians if guardian.person_id == person_id)
        return any(not payer or guardian.is_at(payer) for guardian in own)

    def is_guardian_everywhere(self, person_id: PersonId) -> bool:
        """Whether the person is one without the help of underwriting, whose yes therefore counts."""
        return any(each.person_id == person_id and each.only_at is None for each in self.guardians)

    def guards(self, person_id: PersonId, at: datetime, payer: str = "") -> bool:
        """Whether the person decides for the child at an instant, in cases of a payer or of any."""
        return self.is_guardian(person_id, payer) and not self.is_over(at)

    def guardians_at(self, payer: str) -> tuple[PersonId, ...]:
        """Returns who decides in the cases of a payer, until the 15th birthday."""
        return tuple(dict.fromkeys(each.person_id for each in self.guardians if each.is_at(payer)))

    def proposal(self, person_id: PersonId, payer: str = "") -> ProposedGuardian | None:
        """Returns the open proposal of a person, by a payer's enrolment or by any, or None."""
        own = (each for each in self.proposed if each.person_id == person_id)
        return next((each for each in own if payer in ("", each.payer)), None)

    @property
    def waiting(self) -> tuple[ProposedGuardian, ...]:
        """The proposals that nothing has confirmed yet, one of each person."""
        open_ones = (each for each in self.proposed if not self.is_guardian(each.person_id, each.payer))
        return tuple({each.person_id: each for each in open_ones}.values())

    def in_sight_of(self, person_id: PersonId) -> frozenset[PersonId] | None:
        """Returns whom of the family a person may know; None is everyone.

        A guardian whom a payer's underwriting confirmed knows those of that payer, a proposed person no one.
        """
        if person_id == self.person_id or self.is_guardian_everywhere(person_id):
            return None
        payers = {each.payer for each in self.guardians if each.person_id == person_id}
        every: tuple[Guardian | ProposedGuardian, ...] = (*self.guardians, *self.proposed)
        return frozenset({person_id, *(each.person_id for each in every if each.payer in payers)})

    def seen_at(self, payer: str) -> Self:
        """Returns the family as a payer's staff may know it: who counts there, or does no more."""
        guardians = tuple(each for each in self.guardians if each.is_at(payer) or payer in each.ended_at)
        proposed = tuple(each for each in self.proposed if each.payer == payer)
        before: tuple[Guardian | ProposedGuardian, ...] = (*self.refused, *self.ended)
        now: tuple[Guardian | ProposedGuardian, ...] = (*guardians, *proposed)
        known = {each.person_id for each in (*now, *(each for each in before if each.payer == payer))}
        notes = tuple(note for note in self.notes if note.about is None or note.about in known)
        return replace(self, guardians=guardians, proposed=proposed, notes=notes)

    def has(self, what: CustodyEvent) -> bool:
        """Whether something of this kind happened."""
        return any(note.what == what for note in self.notes)

    def knows(self, person_id: PersonId, payer: str) -> bool:
        """Whether the person is a guardian, or an enrolment of the payer has named the person before."""
        others: tuple[Guardian | ProposedGuardian, ...] = (
            *self.guardians,
            *self.proposed,
            *self.refused,
            *self.ended,
        )
        is_named = any(each.person_id == person_id and each.payer == payer for each in others)
        return is_named or self.is_guardian_everywhere(person_id)

    def was_rejected(self, person_id: PersonId) -> bool:
        """Whether underwriting did not confirm the person, who may then read why and nothing else."""
        is_refused = any(each.person_id == person_id for each in self.refused)
        last = [note.what for note in self.notes if note.about == person_id][-1:]
        return is_refused and last == ["rejected"]

    def is_concerned(self, person_id: PersonId) -> bool:
        """Whether the person waits to be confirmed, or may read why underwriting did not."""
        return self.proposal(person_id) is not None or self.was_rejected(person_id)

"""Custody (forældremyndighed): the one confirmed family of a child under 15, and what happened to it (F4-20).

An enrolment alone makes no guardian: the first family of a child counts as confirmed, and any other person
becomes a guardian by the own yes of everyone concerned, or by a decision of underwriting. The decision of a
payer's underwriting opens the cases of that payer only.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from helsebro.errors import Conflict, NotAllowed, NotFound
from helsebro.identity.custody_note import CustodyActor, CustodyEvent, CustodyNote
from helsebro.identity.guardian import Guardian, GuardianBasis, ProposedGuardian
from helsebro.ids import PersonId, PolicyId, TaskId
from helsebro.local_day import local_day

MOST_GUARDIANS = 2
MOST_NOTES = 100
"""Older notes are dropped: an employer's system may send the same enrolment for years."""


class CustodyChanged(Conflict):
    """Another request changed the family after it was read."""


@dataclass(frozen=True)
class Custody:
    """``own_from`` is the 15th birthday: from its local midnight in ``country`` no guardian decides.

    ``refused`` are the proposals that underwriting rejected or that were withdrawn: the same enrolment sent
    again does not propose them anew. Each payer that enrols the child proposes the person on its own. A
    proposal stays after underwriting has confirmed it: the yes of the guardians opens the cases elsewhere.
    """

    person_id: PersonId
    own_from: date
    country: str
    guardians: tuple[Guardian, ...] = ()
    proposed: tuple[ProposedGuardian, ...] = ()
    refused: tuple[ProposedGuardian, ...] = ()
    notes: tuple[CustodyNote, ...] = ()
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

    def has(self, what: CustodyEvent) -> bool:
        """Whether something of this kind happened."""
        return any(note.what == what for note in self.notes)

    def knows(self, person_id: PersonId, payer: str) -> bool:
        """Whether the person is a guardian, or an enrolment of the payer has proposed the person."""
        others: tuple[Guardian | ProposedGuardian, ...] = (*self.guardians, *self.proposed, *self.refused)
        is_named = any(each.person_id == person_id and each.payer == payer for each in others)
        return is_named or self.is_guardian_everywhere(person_id)

    def was_rejected(self, person_id: PersonId) -> bool:
        """Whether underwriting did not confirm the person, who may then read why and nothing else."""
        is_refused = any(each.person_id == person_id for each in self.refused)
        last = [note.what for note in self.notes if note.about == person_id][-1:]
        return is_refused and last == ["rejected"]

    def begun(self, guardian: Guardian) -> Custody:
        """Returns the family with a guardian that counts as confirmed from the start."""
        if self.is_guardian(guardian.person_id):
            return self
        after = replace(self, guardians=(*self.guardians, guardian))
        return after._noted(guardian.since, "confirmed", "employer", guardian.person_id)

    def with_proposal(
        self, person_id: PersonId, payer: str, policy_id: PolicyId, task_id: TaskId, at: datetime
    ) -> Custody:
        """Returns the family with a person proposed by an enrolment."""
        proposal = ProposedGuardian(person_id, payer, policy_id, task_id, at)
        if known := self.proposal(person_id):
            proposal = replace(proposal, agreed=known.agreed, declined=known.declined)
        after = replace(self, proposed=(*self.proposed, proposal))
        return after._noted(at, "proposed", "employer", person_id)

    def agree(self, person_id: PersonId, by: PersonId, at: datetime) -> Custody:
        """Returns the family after the yes of a guardian, or of the proposed person.

        The yes of all of them confirms the proposed one, at every payer. Raises as ``_open_to``, and
        ``Conflict`` when the child has two guardians.
        """
        if self.guards(by, at) and self.is_guardian(person_id) and not self.proposal(person_id):
            return self
        proposal = self._open_to(person_id, by, at)
        if by in proposal.agreed:
            return self
        for payer in {each.payer for each in self.proposed if each.person_id == person_id}:
            self._must_have_room(person_id, payer)
        agreed = replace(
            proposal,
            agreed=(*proposal.agreed, by),
            declined=tuple(each for each in proposal.declined if each != by),
        )
        actor: CustodyActor = "proposed-guardian" if by == person_id else "guardian"
        after = self._with(agreed)._noted(at, "agreed", actor, person_id)
        asked = {guardian.person_id for guardian in self.guardians if guardian.only_at is None}
        # Without a guardian who could agree, only underwriting confirms.
        is_agreed = bool(asked) and {person_id, *asked} <= {*agreed.agreed}
        return after._without(person_id)._confirmed(agreed, at, "guardians", actor) if is_agreed else after

    def decline(self, person_id: PersonId, by: PersonId, at: datetime) -> Custody:
        """Returns the family after a no: a guardian's is shown to underwriting, the proposed one's ends it.

        Raises as ``_open_to``, and ``Conflict`` for a guardian that is confirmed already.
        """
        if self.guards(by, at) and self.is_guardian(person_id):
            raise Conflict("guardian-confirmed")
        proposal = self._open_to(person_id, by, at)
        if by == person_id:
            own = tuple(each for each in self.proposed if each.person_id == person_id)
            left = replace(self._without(person_id), refused=(*self.refused, *own))
            return left._noted(at, "withdrawn", "proposed-guardian", person_id)
        if by in proposal.declined:
            return self
        declined = replace(
            proposal,
            agreed=tuple(each for each in proposal.agreed if each != by),
            declined=(*proposal.declined, by),
        )
        return self._with(declined)._noted(at, "declined", "guardian", person_id)

    def confirm(self, person_id: PersonId, payer: str, at: datetime) -> Custody:
        """Returns the family after the yes of a payer's underwriting: it opens the payer's own cases.

        Raises ``NotFound`` when no enrolment of the payer proposes the person, ``Conflict`` for a child of 15
        or with two guardians.
        """
        if self.is_guardian(person_id, payer):
            return self
        ended = next((each for each in self.guardians if _is_ended(each, person_id, payer)), None)
        proposal = None if ended else self._of_payer(person_id, payer)
        self._must_be_under_age(at)
        self._must_have_room(person_id, payer)
        if proposal is None:
            return self._at_payer(person_id, payer, at, "confirmed")
        refused = tuple(each for each in self.refused if each != proposal)
        proposed = (*(each for each in self.proposed if each != proposal), proposal)
        after = replace(self, proposed=proposed, refused=refused)
        return after._confirmed(proposal, at, "underwriting", "underwriting")

    def reject(self, person_id: PersonId, payer: str, at: datetime, reason: str | None = None) -> Custody:
        """Returns the family after the no of a payer's underwriting.

        A guardian in its own enrolment ends. Any other one ends for the payer's own cases. ``reason`` is for
        the one concerned to read. Raises as ``confirm``.
        """
        own = [each for each in self.guardians if each.person_id == person_id and each.payer == payer]
        if own:
            self._must_be_under_age(at)
            left = tuple(each for each in self.guardians if each not in own)
            here = (person_id, payer)
            proposed = tuple(each for each in self.proposed if (each.person_id, each.payer) != here)
            after = replace(self, guardians=left, proposed=proposed)
            return after._noted(at, "ended", "underwriting", person_id)
        if self.is_guardian(person_id, payer):
            self._must_be_under_age(at)
            return self._at_payer(person_id, payer, at, "ended")
        if any(_is_ended(each, person_id, payer) for each in self.guardians):
            return self
        proposal = self._of_payer(person_id, payer)
        if proposal in self.refused:
            return self
        proposed = tuple(each for each in self.proposed if each != proposal)
        after = replace(self, proposed=proposed, refused=(*self.refused, proposal))
        return after._noted(at, "rejected", "underwriting", person_id, reason)

    def announced(self, at: datetime) -> Custody:
        """Returns the family after the hand-over was announced; the same family when it was already."""
        return self if self.has("announced") else self._noted(at, "announced", "birthday")

    def handed_over(self, at: datetime) -> Custody:
        """Returns the family after the child turned 15; the same family when that was stored already."""
        return self if self.has("handed-over") else self._noted(at, "handed-over", "birthday")

    def _open_to(self, person_id: PersonId, by: PersonId, at: datetime) -> ProposedGuardian:
        """Returns the proposal that ``by`` may answer.

        Raises ``NotFound`` to a stranger and without such a proposal, ``NotAllowed`` to the child,
        ``Conflict`` for a child of 15.
        """
        proposal = self.proposal(person_id)
        if by == self.person_id and proposal:
            raise NotAllowed("not-yours-to-decide")
        if proposal is None or not (self.is_guardian_everywhere(by) or by == person_id):
            raise NotFound()
        self._must_be_under_age(at)
        return proposal

    def _of_payer(self, person_id: PersonId, payer: str) -> ProposedGuardian:
        every = (*self.proposed, *self.refused)
        found = [each for each in every if each.person_id == person_id and each.payer == payer]
        if not found:
            raise NotFound()
        return found[0]

    def _must_be_under_age(self, at: datetime) -> None:
        if self.is_over(at):
            raise Conflict("child-of-age")

    def _must_have_room(self, person_id: PersonId, payer: str) -> None:
        if len({*self.guardians_at(payer)} - {person_id}) >= MOST_GUARDIANS:
            raise Conflict("guardians-complete", most=MOST_GUARDIANS)

    def _at_payer(self, person_id: PersonId, payer: str, at: datetime, what: CustodyEvent) -> Custody:
        """Returns the family in which a guardian of another payer's is confirmed or ended at this one."""

        def changed(guardian: Guardian) -> Guardian:
            if guardian.person_id != person_id or guardian.only_at:
                return guardian
            others = tuple(each for each in guardian.ended_at if each != payer)
            return replace(guardian, ended_at=(*others, payer) if what == "ended" else others)

        after = replace(self, guardians=tuple(changed(each) for each in self.guardians))
        return after._noted(at, what, "underwriting", person_id)

    def _with(self, proposal: ProposedGuardian) -> Custody:
        """Returns the family with who agreed and declined in every proposal of the person."""
        every = (
            replace(each, agreed=proposal.agreed, declined=proposal.declined)
            if each.person_id == proposal.person_id
            else each
            for each in self.proposed
        )
        return replace(self, proposed=tuple(every))

    def _without(self, person_id: PersonId) -> Custody:
        """Returns the family without what payers proposed or decided about the person."""
        guardians = tuple(
            each for each in self.guardians if (each.person_id, each.basis) != (person_id, "underwriting")
        )
        proposed = tuple(each for each in self.proposed if each.person_id != person_id)
        refused = tuple(each for each in self.refused if each.person_id != person_id)
        return replace(self, guardians=guardians, proposed=proposed, refused=refused)

    def _confirmed(
        self, proposal: ProposedGuardian, at: datetime, basis: GuardianBasis, by: CustodyActor
    ) -> Custody:
        after = replace(self, guardians=(*self.guardians, proposal.confirmed(at, basis)))
        return after._noted(at, "confirmed", by, proposal.person_id)

    def _noted(
        self,
        at: datetime,
        what: CustodyEvent,
        by: CustodyActor,
        about: PersonId | None = None,
        reason: str | None = None,
    ) -> Custody:
        notes = (*self.notes, CustodyNote(at, what, by, about, reason))[-MOST_NOTES:]
        return replace(self, notes=notes)


def _is_ended(guardian: Guardian, person_id: PersonId, payer: str) -> bool:
    return guardian.person_id == person_id and payer in guardian.ended_at

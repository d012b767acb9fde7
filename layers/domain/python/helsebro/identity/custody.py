"""Custody (forældremyndighed): the one confirmed family of a child under 15, and what happened to it (F4-20).

An enrolment alone makes no guardian: the first family of a child counts as confirmed, and any other person
becomes a guardian by the own yes of everyone concerned, or by a decision of underwriting. The decision of a
payer's underwriting opens the cases of that payer only.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from helsebro.errors import Conflict, NotAllowed, NotFound
from helsebro.identity.custody_note import CustodyActor, CustodyEvent, CustodyNote
from helsebro.identity.custody_state import CustodyState
from helsebro.identity.guardian import Guardian, GuardianBasis, ProposedGuardian
from helsebro.ids import PersonId, PolicyId, TaskId

MOST_GUARDIANS = 2
MOST_NOTES = 100
"""Older notes are dropped: an employer's system may send the same enrolment for years."""


class CustodyChanged(Conflict):
    """Another request changed the family after it was read."""


@dataclass(frozen=True)
class Custody(CustodyState):
    """The family with what may change it: enrolments, answers, underwriting and the 15th birthday."""

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

        A guardian whom the payer ended before is again what it was. A person of its enrolments whom it
        rejected, or ended after confirming it, is confirmed anew.

        Raises ``NotFound`` when no enrolment of the payer proposes the person, ``Conflict`` for a child of 15
        or with two guardians.
        """
        if self.is_guardian(person_id, payer):
            return self
        if back := tuple(each for each in self.ended if _is_of(each, person_id, payer)):
            return self._brought_back(back, payer, at)
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
        own = [each for each in self.guardians if _is_of(each, person_id, payer)]
        if own:
            self._must_be_under_age(at)
            return self._without_own(own, at)
        if self.is_guardian(person_id, payer):
            self._must_be_under_age(at)
            return self._at_payer(person_id, payer, at, "ended")
        if any(_is_ended(each, person_id, payer) for each in self.guardians) or any(
            _is_of(each, person_id, payer) for each in self.ended
        ):
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
        """Returns the family after the child turned 15; the same family when that was stored already.

        Nothing that waited can be answered any more.
        """
        if self.has("handed-over"):
            return self
        return replace(self, proposed=())._noted(at, "handed-over", "birthday")

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

    def _brought_back(self, back: tuple[Guardian, ...], payer: str, at: datetime) -> Custody:
        """Returns the family in which a payer takes back that it ended a guardian of its own enrolment."""
        self._must_be_under_age(at)
        person_id = back[0].person_id
        for where in {payer, *(each.payer for each in self.guardians)}:
            self._must_have_room(person_id, where)
        left = tuple(each for each in self.ended if each not in back)
        after = replace(self, guardians=(*self.guardians, *back), ended=left)
        return after._noted(at, "confirmed", "underwriting", person_id)

    def _without_own(self, own: list[Guardian], at: datetime) -> Custody:
        """Returns the family without a guardian of the payer's own enrolment.

        Whom underwriting had confirmed is as one whom it rejected.
        """
        person_id, payer = own[0].person_id, own[0].payer
        left = tuple(each for each in self.guardians if each not in own)
        here = [each for each in self.proposed if _is_of(each, person_id, payer)]
        proposed = tuple(each for each in self.proposed if each not in here)
        by_enrolment = (each for each in own if each.basis != "underwriting")
        after = replace(
            self,
            guardians=left,
            proposed=proposed,
            refused=(*self.refused, *here),
            ended=(*self.ended, *by_enrolment),
        )
        return after._noted(at, "ended", "underwriting", person_id)

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


def _is_of(named: Guardian | ProposedGuardian, person_id: PersonId, payer: str) -> bool:
    return (named.person_id, named.payer) == (person_id, payer)

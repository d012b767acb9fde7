"""Fact statement: several facts that someone states about a case at once, checked together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.claims.facts.answered_question import with_answer
from helsebro.claims.facts.case_fact import CaseFact, FactRole
from helsebro.claims.facts.case_facts import as_stated, locked_values, with_facts
from helsebro.claims.facts.dependants import cleared_with
from helsebro.claims.facts.price_meaning import without_other_meaning
from helsebro.claims.facts.statement_faults import StatementFaults
from helsebro.coverage.asked.asked_fact import UNKNOWN
from helsebro.coverage.asked.asked_facts import ASKED_FACTS
from helsebro.coverage.asked.fact_paths import OTHER, OTHER_PAYS
from helsebro.coverage.asked.fact_values import values_in
from helsebro.errors import BadInput, Conflict, Fault
from helsebro.ids import DocumentId


@dataclass(frozen=True)
class FactStatement:
    """``values`` are pairs of path and JSON value, in the order stated; None withdraws a fact.

    ``unknown`` says that the member does not know: the fact is no longer asked of them, and counts for
    nothing.

    ``confirmed`` and ``document_id`` are the staff's: they confirm the facts, by a document if they name one.
    ``faults`` are those of the shape of the body, and ``places`` where the readable facts stood in it; empty
    when all of them could be read.
    """

    values: tuple[tuple[str, object], ...]
    by: FactRole
    at: datetime
    confirmed: bool = False
    document_id: DocumentId | None = None
    text: str | None = field(default=None, repr=False)
    faults: tuple[Fault, ...] = ()
    places: tuple[int, ...] = ()

    def of(self, claim: Claim, with_needs: Callable[[Claim], Claim], file_type: str | None = None) -> Claim:
        """Returns the claim with these facts, what it needs then, and the status that follows.

        It is the same claim when nothing changed. ``file_type`` is that of the document, None when it is not
        accepted. Raises ``Conflict`` for a closed claim, ``BadInput`` with every fault (``StatementFaults``).
        """
        if claim.status == "closed":
            raise Conflict("claim-closed")
        if faults := StatementFaults(self, claim, file_type).found():
            raise BadInput(faults)
        withdrawn = [*(path for path, value in self.values if value is None), *self.cleared(claim)]
        stated = with_facts(claim, self._facts(claim).values(), withdrawn)
        changed = self._replied(without_other_meaning(claim, stated, dict(self.values)))
        if changed == claim:
            return claim
        changed = with_needs(replace(changed, version=claim.version + 1))
        answers = self._answers(claim, changed)
        if answers and self.text is None and not claim.has_news:
            changed = with_answer(changed, "", self.at, self.by)
        return changed.moved_on(self.at, answers=answers, turns=self._turns(claim, changed))

    def cleared(self, claim: Claim) -> tuple[str, ...]:
        """Returns the paths of what means nothing beside the new facts; only staff clear a confirmed one."""
        known = {fact.path: fact.value for fact in claim.facts} | values_in(claim.question, ASKED_FACTS)
        locked = locked_values(claim) if self.by != "caseworker" else {}
        return tuple(path for path in cleared_with(dict(self.values), known) if path not in locked)

    @property
    def proof(self) -> DocumentId | None:
        """The document by which staff confirm the facts."""
        return self.document_id if self.confirmed and self.by == "caseworker" else None

    def implied(self, claim: Claim) -> Mapping[str, object]:
        """Returns the fact that another one says too: a notified insurer that pays a sum limits its cover."""
        values = dict(self.values)
        if values.get(OTHER_PAYS) is None or OTHER in values:
            return {}
        return {OTHER: "limits"} if as_stated(claim).evidence.other_insurer == "reported" else {}

    def placed(self) -> Iterator[tuple[int, str, object]]:
        """Yields where each fact stood in the body, with its path and value."""
        places = self.places or range(len(self.values))
        for place, (path, value) in zip(places, self.values, strict=True):
            yield place, path, value

    def _facts(self, claim: Claim) -> dict[str, CaseFact]:
        cleared = self.cleared(claim)
        facts = {fact.path: fact for fact in claim.facts if fact.path not in cleared}
        known = values_in(claim.question, ASKED_FACTS)
        for path, value in (*self.values, *self.implied(claim).items()):
            before = facts.get(path)
            if value is None:
                facts.pop(path, None)
            elif before is not None and before.value == value:
                again = path in claim.asked_again
                facts[path] = self._confirmed(replace(before, stated_at=self.at) if again else before)
            elif before is not None or known.get(path) != value or self.confirmed or claim.asked_again:
                said = CaseFact(path, value, self.at, self.by, confirmed_value=_confirmed_in(before))
                facts[path] = self._confirmed(said)
        return facts

    def _confirmed(self, fact: CaseFact) -> CaseFact:
        return fact.confirm(self.by, self.at, self.document_id) if self.confirmed else fact

    def _replied(self, claim: Claim) -> Claim:
        return claim if self.text is None else with_answer(claim, self.text, self.at, self.by)

    def _answers(self, before: Claim, after: Claim) -> bool:
        """Returns whether this answers an open clarification: all its facts, or its question in words."""
        asked = before.clarification
        if asked is None:
            return False
        if asked.facts:
            return not after.asked_again
        return self.text is not None or self._turns(before, after)

    def _turns(self, before: Claim, after: Claim) -> bool:
        """Returns whether the engine is asked something else, or a denied claim has an answer that it asked
        for: its paper may still come, and a denial is looked at again for what is told already.
        """
        if after.question != before.question:
            return True
        asked = {fact.path for fact in before.needed_facts} if before.status == "denied" else set()
        return any(path in asked and value not in (None, UNKNOWN) for path, value in self.values)


def _confirmed_in(before: CaseFact | None) -> object:
    """Returns the value that was confirmed or proved last; None when none was."""
    if before is None:
        return None
    is_proved = before.state == "confirmed" or before.document_id is not None
    return before.value if is_proved else before.confirmed_value


def role_of(caller: Caller, claim: Claim, at: datetime) -> FactRole:
    """Returns in which role a caller, who may act on the claim, states facts of it.

    A parent who acts by mandate after the 15th birthday is a holder (F4-21).
    """
    if caller.payer:
        return "caseworker"
    if caller.person_id == claim.person_id:
        return "member"
    return "guardian" if claim.is_own(caller, at) else "holder"

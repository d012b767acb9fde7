"""Statement faults: everything that is wrong with the facts that someone states, in the order they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from helsebro.claims.facts.case_facts import as_stated, locked_values
from helsebro.country_profile import profile
from helsebro.coverage.asked.asked_fact import UNKNOWN, AskedFact
from helsebro.coverage.asked.asked_facts import ASKED_FACTS
from helsebro.coverage.asked.choices_offered import may_state
from helsebro.coverage.asked.fact_paths import path_at
from helsebro.coverage.asked.fact_values import pointer_of, values_in, with_values
from helsebro.coverage.question.faults.currencies import amounts_in_another_currency
from helsebro.coverage.question.faults.future_days import days_in_the_future
from helsebro.coverage.question.question import Question
from helsebro.errors import Fault
from helsebro.local_day import local_day
from helsebro.tasks.staff_decision import MOST_SESSIONS

if TYPE_CHECKING:
    from helsebro.claims.claim import Claim
    from helsebro.claims.facts.fact_statement import FactStatement

DAYS = ("condition.arisenOn", "condition.symptomsFrom", "event.occurredOn", "evidence.premiumRemindedOn")
"""The days that another day may not be before."""
HANG_ON = {
    "/condition/chronic": "condition.category",
    "/evidence/otherInsurerPays": "evidence.otherInsurer",
    "/evidence/subsidy": "treatment.cost",
    "/treatment/recommendedKm": "treatment.distanceKm",
    "/treatment/supplement": "treatment.cost",
    "/evidence/formerInsurance/beganOn": "evidence.formerInsurance.product",
    "/evidence/formerInsurance/endedOn": "evidence.formerInsurance.product",
}
"""The fact that contradicts the one at a pointer (``question.contradictions``)."""


@dataclass(frozen=True)
class StatementFaults:
    """``file_type`` is that of the accepted document which the statement names; None when there is none.

    Each fault has the ``path`` of its fact. A day before another has both (``then`` and ``than``), with the
    days themselves.
    """

    statement: FactStatement
    claim: Claim
    file_type: str | None = None

    def found(self) -> list[Fault]:
        """Returns every fault, each once, sorted by where it stands in the body."""
        found = [
            *self.statement.faults,
            *self._of_sender(),
            *self._of_document(),
            *self._of_paths(),
            *self._of_values(),
        ]
        once = {(fault.pointer, fault.code, fault.detail): fault for fault in reversed(found)}
        return sorted((self._with_path(fault) for fault in once.values()), key=_place)

    def _of_sender(self) -> Iterator[Fault]:
        said = self.statement
        if said.by != "caseworker":
            if said.confirmed:
                yield Fault("/confirmed", "only-staff-confirm", "")
            if said.document_id:
                yield Fault("/documentId", "only-staff-confirm", "")
        elif said.document_id and not said.confirmed:
            yield Fault("/documentId", "document-confirms", "")
        if said.text is not None and self.claim.clarification is None:
            yield Fault("/answer", "no-question-open", "")

    def _of_document(self) -> Iterator[Fault]:
        """Yields a fault when the document is not accepted, or proves another fact than it is named for."""
        if self.statement.proof and not self.file_type:
            yield Fault("/documentId", "no-accepted-paper", "")
        papers = {row.paper for row in self._rows.values() if row.paper}
        if self.file_type and papers - {self.file_type}:
            yield Fault("/documentId", "paper-of-other-type", ", ".join(sorted(papers)))

    def _of_paths(self) -> Iterator[Fault]:
        locked, seen = locked_values(self.claim), set[str]()
        for place, path, value in self.statement.placed():
            row, pointer = ASKED_FACTS.get(path), f"/facts/{place}/path"
            if row is None:
                yield Fault(pointer, "unknown-fact", "")
                continue
            if path in seen:
                yield Fault(pointer, "fact-twice", "")
            if self.statement.by != "caseworker" and row.asked_of == "staff":
                yield Fault(pointer, "fact-of-staff", "")
            elif self.statement.by != "caseworker" and not may_state(row, value):
                yield Fault(f"/facts/{place}/value", "fact-of-staff", "")
            if path in locked and locked[path] != value and (code := self._why_locked(value)):
                yield Fault(pointer, code, "")
            if value is None and path == "cause":
                yield Fault(f"/facts/{place}/value", "missing", "")
            elif isinstance(value, Mapping) and row.answer_kind in ("choice", "text"):
                yield Fault(f"/facts/{place}/value", "not-a-string", "")
            seen.add(path)

    def _why_locked(self, value: object) -> str | None:
        """Returns why a confirmed fact cannot get the value; None when it can.

        Staff confirm anew. After a denial a member may state another value, such as another practitioner's.
        """
        if self.statement.by != "caseworker":
            denied = self.claim.status == "denied" or bool(self.claim.earlier_decisions)
            is_open = denied and self.claim.status != "approved"
            return None if is_open and value not in (None, UNKNOWN) else "fact-confirmed"
        if not self.statement.confirmed:
            return "confirm-anew"
        return "confirmed-fact-stays" if value is None else None

    def _of_values(self) -> Iterator[Fault]:
        now = as_stated(self.claim)
        before = {*with_values(now, {})[1], *self._of_the_claim(now)}
        known = {
            path: None if self._rows[path].is_unknown(value) else value
            for path, value in self._values.items()
        }
        also = {**dict.fromkeys(self.statement.cleared(self.claim)), **self.statement.implied(self.claim)}
        changed, faults = with_values(now, {**known, **also})
        for fault in (*faults, *self._of_the_claim(changed)):
            if fault in before:
                continue
            if fault.code == "dates-out-of-order":
                fault = _of_two_days(fault, changed)
            yield self._placed(fault)
        yield from self._of_the_repeated(now)

    def _of_the_repeated(self, now: Question) -> Iterator[Fault]:
        """Yields the faults of a value whose fact is stated again behind it, which none of the others see."""
        for place, path, value in self.statement.placed():
            if path not in self._rows or place == self._places[path] or self._rows[path].is_unknown(value):
                continue
            at = pointer_of(path)
            for fault in with_values(now, {path: value})[1]:
                if fault.pointer == at or fault.pointer.startswith(f"{at}/"):
                    yield replace(fault, pointer=f"/facts/{place}/value{fault.pointer.removeprefix(at)}")

    def _of_the_claim(self, asked: Question) -> list[Fault]:
        """Returns the faults of days after today, amounts in another currency, and too many sessions."""
        currency = profile(self.claim.payer_country).currency
        return [
            *days_in_the_future(asked, local_day(self.statement.at, self.claim.country)),
            *amounts_in_another_currency(asked, {currency}),
            *more_sessions_than_granted(asked),
        ]

    def _placed(self, fault: Fault) -> Fault:
        """Returns the fault where it stands; a fact that lacks another names it."""
        pointer = self._pointer(fault)
        if pointer == "/facts" and fault.code == "missing":
            return Fault(pointer, "fact-missing-beside", path_at(fault.pointer)[0])
        return replace(fault, pointer=pointer)

    @cached_property
    def _values(self) -> Mapping[str, object]:
        return {path: value for path, value in self.statement.values if path in ASKED_FACTS}

    @cached_property
    def _rows(self) -> Mapping[str, AskedFact]:
        return {path: ASKED_FACTS[path] for path in self._values}

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {path: place for place, path, _ in self.statement.placed()}

    def _pointer(self, fault: Fault) -> str:
        """Returns where the value of a fault stands among the facts, else the one that it is excluded by."""
        for path in sorted(self._values, key=len, reverse=True):
            at = pointer_of(path)
            if fault.pointer == at or fault.pointer.startswith(f"{at}/"):
                own, rest = path_at(fault.pointer)
                within = rest if own in ASKED_FACTS and own != path else fault.pointer.removeprefix(at)
                return f"/facts/{self._places[path]}/value{within}"
        hangs_on = "" if fault.code == "missing" else HANG_ON.get(fault.pointer, "")
        other = str(fault.facts.get("than") or hangs_on)
        return f"/facts/{self._places[other]}/value" if other in self._places else "/facts"

    def _with_path(self, fault: Fault) -> Fault:
        _, named, place, *_ = [*fault.pointer.split("/"), "", ""]
        at = {str(place): path for place, path, _ in self.statement.placed()}
        if named != "facts" or place not in at:
            return fault
        return replace(fault, facts={**fault.facts, "path": at[place]})


def _of_two_days(fault: Fault, asked: Question) -> Fault:
    """Returns the fault of a day that is before another, with both days and the paths of both."""
    then = fault.pointer.removeprefix("/").replace("/", ".")
    days = values_in(asked, dict.fromkeys((*DAYS, then)))
    than = next((path for path in DAYS if path != then and days.get(path) == fault.detail), "")
    return replace(fault, facts={"then": then, "thenDay": days[then], "than": than, "thanDay": fault.detail})


def more_sessions_than_granted(asked: Question) -> Iterator[Fault]:
    """Yields a fault for more sessions than any grant takes."""
    if (asked.treatment.sessions or 0) > MOST_SESSIONS:
        yield Fault("/treatment/sessions", "too-large", f"{MOST_SESSIONS}")


def _place(fault: Fault) -> tuple[tuple[int, int, str], ...]:
    """Returns what a fault is sorted by: the parts of its pointer, numbers by size."""
    parts = fault.pointer.split("/")
    return tuple((1, int(part), "") if part.isdigit() else (0, 0, part) for part in parts)

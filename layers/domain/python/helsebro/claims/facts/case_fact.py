"""Case fact: a fact of a case as someone stated it, and who confirmed it by which document."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from helsebro.coverage.asked.asked_facts import AGAINST_INTEREST, ASKED_FACTS, is_nothing
from helsebro.ids import DocumentId

FactState = Literal["stated", "confirmed"]
FactRole = Literal["member", "guardian", "holder", "caseworker"]
"""``holder`` holds a mandate to act."""
OF_AMOUNTS = frozenset({"subsidy-statement", "other-insurance"})
"""The file types on which only an amount depends: they are asked for, but no review waits for them."""


@dataclass(frozen=True)
class CaseFact:
    """``path`` is the path of the fact in the body of a simulation, ``value`` its JSON value.

    ``document_id`` is the document that proves it. ``confirmed_value`` is the value that staff had confirmed,
    or a document proved, before this one was stated; it counts until this one does.
    """

    path: str
    value: object
    stated_at: datetime
    stated_by: FactRole
    state: FactState = "stated"
    confirmed_at: datetime | None = None
    confirmed_by: str | None = None
    document_id: DocumentId | None = None
    confirmed_value: object = None

    @property
    def is_unknown(self) -> bool:
        """Whether the member answered that they do not know."""
        return ASKED_FACTS[self.path].is_unknown(self.value)

    def is_proved_by(self, papers: Collection[str]) -> bool:
        """Returns whether accepted papers prove it, or no paper has to.

        Papers of one type can prove different values: a kind of referral is proved by its own document, and
        so is what is stated instead of a value that was proved before.
        """
        row = ASKED_FACTS[self.path]
        if row.paper is None or self.document_id or self.value == self.confirmed_value:
            return True
        if self.replaces_a_proof:
            return False
        if is_nothing(self.value):
            return True
        return row.paper in papers and not (row.answer_kind == "paper" and row.choices)

    @property
    def replaces_a_proof(self) -> bool:
        """Whether it lowers the amount less than what was proved before, as far as anyone knows."""
        return self.path in AGAINST_INTEREST and self.confirmed_value not in (None, self.value)

    def confirm(self, by: str, at: datetime, document_id: DocumentId | None = None) -> CaseFact:
        """Returns the fact as confirmed by a role; one that is confirmed or unknown stays as it is."""
        if self.state == "confirmed" or self.is_unknown:
            return self
        proof = document_id or self.document_id
        confirmed = replace(self, state="confirmed", confirmed_at=at, confirmed_by=by, document_id=proof)
        return replace(confirmed, confirmed_value=None)


def confirmed_by_papers(
    facts: Iterable[CaseFact], papers: Collection[str], by: str, at: datetime
) -> tuple[CaseFact, ...]:
    """Returns the facts; a role confirms those that accepted papers prove, or no paper has to."""
    return tuple(fact.confirm(by, at) if fact.is_proved_by(papers) else fact for fact in facts)


@dataclass(frozen=True)
class MemberReply:
    """What the member answered to a question of the staff: in words, by facts or a paper (``document_id``).

    ``question`` is empty when only facts were asked for, whose paths are in ``facts``. ``text`` is empty when
    a paper or the facts alone answer. ``asked_at`` is when it was asked; None for an answer from before that
    was kept.
    """

    question: str
    text: str
    at: datetime
    by: FactRole
    facts: tuple[str, ...] = ()
    document_id: DocumentId | None = None
    asked_at: datetime | None = None

"""Asked fact: a fact of a case that a person can be asked for, and how it is answered (api.md, facts)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

AnswerKind = Literal["yes-no", "date", "amount", "number", "choice", "paper", "text"]
AskedOf = Literal["member", "staff", "clinic"]
"""Who is asked for a fact. ``clinic`` is a word of the contract for a clinic that has a route to answer; none
has one yet, so the staff ask it."""
FactUnit = Literal["km", "nights", "hours", "sessions"]
UNKNOWN = "unknown"
"""The answer of a member who does not know a fact; it is no value of the fact."""
UNKNOWN_KINDS: tuple[AnswerKind, ...] = ("yes-no", "date", "amount", "number")
"""Kinds of answers that have no value of their own for a person who does not know."""
PaperType = Literal["referral", "police-report", "specialist-order", "subsidy-statement", "other-insurance"]
"""The file types of the documents that prove a fact."""


@dataclass(frozen=True, slots=True)
class AskedFact:
    """A row of the table of facts; ``path`` is its path in the body of a simulation.

    ``paper`` is the file type of the document that proves it. ``choices`` are the values of a choice, and
    ``several`` says that more than one may hold. ``asked`` is False for a fact whose absence has a meaning of
    its own: it may be stated, but no one is asked for it. ``holds_review`` says that a review waits for the
    member's answer. ``unit`` is that of a number; a BMI has none. ``read_as`` is the fact that the rules read
    instead of it.
    """

    path: str
    answer_kind: AnswerKind
    asked_of: AskedOf = "member"
    paper: PaperType | None = None
    choices: tuple[str, ...] = ()
    several: bool = False
    asked: bool = True
    holds_review: bool = True
    unit: FactUnit | None = None
    read_as: str | None = None

    @property
    def reads(self) -> str:
        """The path that the rules read."""
        return self.read_as or self.path

    @property
    def may_be_unknown(self) -> bool:
        """Whether a member may answer that they do not know."""
        return self.answer_kind in UNKNOWN_KINDS and self.asked_of != "staff"

    def is_unknown(self, value: object) -> bool:
        """Returns whether a JSON value is the answer of a member who does not know."""
        return value == UNKNOWN and self.may_be_unknown


@dataclass(frozen=True, slots=True)
class NeededFact:
    """An unknown fact of which some answer changes the outcome or the amount, and who can answer it.

    ``choices`` are the values to offer, when not all of them are: those that change something, and the
    neutral one.
    """

    path: str
    asked_of: AskedOf
    holds_review: bool = True
    choices: tuple[str, ...] = ()

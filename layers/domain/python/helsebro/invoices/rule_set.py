"""A rule set: the official rules of one release, in force from one day to another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from helsebro.invoices.invoice import InvoiceKind

RuleSource = Literal["official", "own"]
"""``official`` is a published file, ``own`` our table of what the published rules mean."""


@dataclass(frozen=True)
class JudgedBy:
    """A rule set that judged a document, with its release."""

    rule_set: str
    release: str
    source: RuleSource = "official"


@dataclass(frozen=True)
class RuleSet:
    """A set that a ``rules.toml`` declares.

    ``documents`` are pairs of a format (``peppol``, ``oioubl``) and a kind of document. ``valid_until`` is
    its last day, None while no end is known. ``file`` is a compiled stylesheet, as a path below the folder.
    """

    name: str
    release: str
    valid_from: date
    valid_until: date | None
    file: str
    sha256: str
    documents: frozenset[tuple[str, InvoiceKind]]

    @property
    def as_judge(self) -> JudgedBy:
        """The set as what judged a document."""
        return JudgedBy(self.name, self.release)

    def is_for(self, of_format: str, kind: InvoiceKind, on: date) -> bool:
        """Returns whether the set judges such a document on that day."""
        return (of_format, kind) in self.documents and self.is_in_force(on)

    def is_in_force(self, on: date) -> bool:
        """Returns whether the day is one of its days, first and last included."""
        return self.valid_from <= on and (self.valid_until is None or on <= self.valid_until)

    def clashes_with(self, other: RuleSet) -> bool:
        """Returns whether two releases of one set would judge the same document on the same day."""
        first, second = sorted((self, other), key=lambda each: each.valid_from)
        is_one_set = self.name == other.name and bool(self.documents & other.documents)
        return is_one_set and self.release != other.release and first.is_in_force(second.valid_from)

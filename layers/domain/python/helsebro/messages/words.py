"""Words: what someone wants to write in a thread."""

from __future__ import annotations

from dataclasses import dataclass, field

from helsebro.ids import DocumentId


@dataclass(frozen=True)
class Words:
    """``language`` is the one that the writer reads, ``documents`` are papers of the case.

    ``may_answer`` is whether they are meant for an open question of the staff, if there is one. A ``note`` is
    for the staff alone.
    """

    text: str = field(repr=False)
    language: str
    documents: tuple[DocumentId, ...] = ()
    may_answer: bool = True
    note: bool = False

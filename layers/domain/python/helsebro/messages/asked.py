"""Asked: what the staff asked the member in a case, and what was answered, beside the messages (F4-08).

Questions and answers stay where they belong: with the claim, a refund or an extension. A thread shows them in
their order among its messages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from helsebro.claims.facts.case_fact import MemberReply
from helsebro.ids import DocumentId
from helsebro.messages.message import WRITERS, AnsweredQuestion, ThreadMessage, Writer

AskedKind = Literal["question", "answer"]


@dataclass(frozen=True)
class OpenQuestion:
    """What the staff have asked and nobody has answered yet; ``asked_at`` is None where it was not kept."""

    question: str = field(repr=False)
    asked_at: datetime | None
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class AskedEntry:
    """A question or an answer, about a claim, a refund or an extension.

    ``text`` is empty where the ``facts`` or the ``documents`` say it.
    """

    kind: AskedKind
    about: AnsweredQuestion
    at: datetime
    by: Writer
    text: str = field(repr=False)
    facts: tuple[str, ...] = ()
    documents: tuple[DocumentId, ...] = ()

    def is_in(self, message: ThreadMessage) -> bool:
        """Whether it is an answer that was given in this message, which shows it."""
        return self.kind == "answer" and (self.at, self.text) == (message.at, message.text)


def asked_entries(
    about: AnsweredQuestion, replies: Sequence[MemberReply], asked: OpenQuestion | None
) -> list[AskedEntry]:
    """Returns the questions about one thing and their answers, oldest first."""
    return sorted([*_answered(about, replies), *_open(about, replies, asked)], key=lambda entry: entry.at)


def _answered(about: AnsweredQuestion, replies: Sequence[MemberReply]) -> Iterator[AskedEntry]:
    shown = set[datetime]()
    for reply in replies:
        asked_at = reply.asked_at or reply.at
        if asked_at not in shown:
            yield AskedEntry("question", about, asked_at, "staff", reply.question, reply.facts)
        shown.add(asked_at)
        papers = (reply.document_id,) if reply.document_id else ()
        yield AskedEntry("answer", about, reply.at, WRITERS[reply.by], reply.text, reply.facts, papers)


def _open(
    about: AnsweredQuestion, replies: Sequence[MemberReply], asked: OpenQuestion | None
) -> Iterator[AskedEntry]:
    if asked is None or asked.asked_at is None:
        return
    if all(reply.asked_at != asked.asked_at for reply in replies):
        yield AskedEntry("question", about, asked.asked_at, "staff", asked.question, asked.facts)

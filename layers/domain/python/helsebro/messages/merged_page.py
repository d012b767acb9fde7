"""Merged page: a page of a thread, with what was asked and answered beside its messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from helsebro.messages.asked import AskedEntry
from helsebro.messages.message import ThreadMessage

InThread = ThreadMessage | AskedEntry


@dataclass(frozen=True)
class ThreadPlace:
    """Where a page begins: before message ``number``, with the first ``entries`` still to show."""

    number: int
    entries: int


@dataclass
class MergedPage:
    """Messages and entries of one page, newest first, at most ``limit`` of them.

    ``entries`` are all of the thread, oldest first. ``answering`` are the numbers of the messages in which an
    answer was given; such an answer is shown once, as the message.
    """

    limit: int
    place: ThreadPlace
    entries: Sequence[AskedEntry]
    shown: list[InThread] = field(default_factory=list)
    answering: set[int] = field(default_factory=set)

    def filled(self, messages: Sequence[ThreadMessage], read_to: int | None) -> ThreadPlace | None:
        """Takes the messages that come next and returns where the next page begins; None after the last one.

        ``read_to`` is the number of the last message that was read while others follow, and None when these
        are all that remain. Entries older than every message wait until then.
        """
        for message in messages:
            if not self._take_newer_than(message) or self._is_full:
                return self.place
            self.shown.append(message)
            self.place = ThreadPlace(message.number, self.place.entries)
            self._leave_out_answer_in(message)
        if read_to is not None:
            return ThreadPlace(min(read_to, self.place.number), self.place.entries)
        while self._next and not self._is_full:
            self._take_entry()
        return self.place if self._next else None

    @property
    def _is_full(self) -> bool:
        return len(self.shown) >= self.limit

    @property
    def _next(self) -> AskedEntry | None:
        return self.entries[self.place.entries - 1] if self.place.entries else None

    def _take_newer_than(self, message: ThreadMessage) -> bool:
        """Takes the entries after a message; returns whether there was room for all of them."""
        while (entry := self._next) and entry.at > message.at:
            if self._is_full:
                return False
            self._take_entry()
        return True

    def _take_entry(self) -> None:
        entry = self._next
        if entry:
            self.shown.append(entry)
            self.place = ThreadPlace(self.place.number, self.place.entries - 1)

    def _leave_out_answer_in(self, message: ThreadMessage) -> None:
        if (entry := self._next) and entry.is_in(message):
            self.answering.add(message.number)
            self.place = ThreadPlace(self.place.number, self.place.entries - 1)

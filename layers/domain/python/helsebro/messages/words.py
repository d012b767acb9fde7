"""Words: what someone wants to write in a thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from helsebro.ids import DocumentId

SETTLED: Mapping[str, str] = {
    "da": "Vi har læst din besked og lukket den, fordi den ikke kræver et svar. "
    "Skriv igen, hvis du mangler noget.",
    "nb": "Vi har lest meldingen din og lukket den, fordi den ikke krever et svar. "
    "Skriv igjen hvis du mangler noe.",
    "en": "We have read your message and closed it, because it needs no answer. "
    "Write again if you need anything.",
}
"""What a member reads, in the own language, when the staff settle what was written."""

HEALTH_TEAM: Mapping[str, str] = {"da": "Sundhedsteamet", "nb": "Helseteamet", "en": "The health team"}
"""Who writes for the payer, as everyone reads it; which of the staff it was is only for the staff."""


@dataclass(frozen=True)
class Words:
    """``language`` is the one that the writer reads, ``documents`` are papers of the case.

    ``answers`` is whether they are meant for an open question of the staff: None for one if there is one. A
    ``note`` is for the staff alone.
    """

    text: str = field(repr=False)
    language: str
    documents: tuple[DocumentId, ...] = ()
    answers: bool | None = None
    note: bool = False

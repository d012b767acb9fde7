"""The texts that people read in a JSON answer or a message, apart from what people wrote themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

READ = frozenset(
    {"clauseText", "detail", "headline", "label", "name", "question", "sentence", "subject", "text", "title"}
)
"""The names of the texts that the platform writes; all others are for programs, or written by people."""


def texts_in(shape: object) -> Iterator[str]:
    """Yields the texts of an answer that people read, also the empty ones."""
    if isinstance(shape, Mapping):
        for name, part in shape.items():
            # What staff wrote stands in a row without a rule, which has no clause.
            is_of_staff = name == "clauseText" and shape.get("rule") == ""
            if name in READ and isinstance(part, str) and not is_of_staff:
                yield part
            yield from texts_in(part)
    elif isinstance(shape, list):
        for part in shape:
            yield from texts_in(part)

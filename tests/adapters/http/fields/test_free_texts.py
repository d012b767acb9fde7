"""A text that someone must be able to read says something, in whichever body it comes (F4-26)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import pytest
from pydantic import Field, ValidationError

from helsebro_aws.http.bodies import Body
from tests.adapters.http.test_strict_bodies import bodies

IN_WORDS = frozenset(
    "answer decided description detail explanation justification note question reason subject text title "
    "words why".split()
)
"""The names of fields that hold what one person writes for another to read."""
UNREADABLE = (" ", "  \n ", "\u00a0", "\u200b", "…", "---")
UNFINISHED = frozenset({"DraftSent"})
"""A draft is not sent to anyone yet."""
Text = tuple[type[Body], str]


def faults(kind: type[Body], name: str, text: str) -> set[str]:
    """Returns pydantic's faults of one field of a body."""
    try:
        kind.model_validate({name: text})
    except ValidationError as refusal:
        return {fault["type"] for fault in refusal.errors() if fault["loc"][:1] == (name,)}
    return set()


def free_texts(kinds: list[type[Body]]) -> Iterator[Text]:
    """Yields each field of a body that takes words."""
    for kind in kinds:
        for name in IN_WORDS & kind.model_fields.keys():
            if kind.__name__ not in UNFINISHED and not faults(kind, name, "The knee, since May."):
                yield kind, name


FOUND = sorted(free_texts(bodies()), key=str)


@pytest.mark.parametrize(("kind", "name"), FOUND, ids=[f"{kind.__name__}.{name}" for kind, name in FOUND])
def test_a_text_without_a_letter_or_digit_says_nothing(kind: type[Body], name: str) -> None:
    assert [text for text in UNREADABLE if not faults(kind, name, text)] == []


def test_the_texts_of_members_staff_and_clinics_are_among_them() -> None:
    assert {
        "TaskDecisionShape.reason",
        "TaskDecisionShape.question",
        "ClaimReport.description",
        "NewReplyShape.text",
        "ExtensionRequested.justification",
        "MatchDeclineShape.text",
    } <= {f"{kind.__name__}.{name}" for kind, name in FOUND}


def test_control_a_text_of_blanks_is_found() -> None:
    class Loose(Body):
        reason: Annotated[str, Field(min_length=1)]

    assert list(free_texts([Loose])) == [(Loose, "reason")]
    assert faults(Loose, "reason", "  ") == set()

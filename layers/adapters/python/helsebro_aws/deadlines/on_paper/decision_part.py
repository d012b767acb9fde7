"""Decision part: the explanation of a claim on paper, in the words of its route (F4-26)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from helsebro_aws.deadlines.on_paper.paper_phrases import as_on_paper
from helsebro_aws.deadlines.on_paper.part_words import part_words
from helsebro_aws.notifications.letters.letter_part import LetterPart

ELSEWHERE = ("refundId", "extensionId")
"""What names a question that a letter of its own carries, in words that fit paper."""


def decision_parts(explained: Mapping[str, Any], language: str, clinic: str = "") -> Iterator[LetterPart]:
    """Yields the outcome, what decided, what would change it, and what to do now.

    ``clinic`` is the line that names the clinic, if one is known.
    """
    words, because = part_words(language), list(explained["because"])
    said = [str(explained["headline"])]
    reason = explained.get("reason")
    if reason and reason not in {row["detail"] for row in because}:
        said.append(str(reason))
    yield LetterPart(words["decision"], tuple([*said, clinic] if clinic else said))
    yield from _part(words["because"], (row_in_words(row, language) for row in because))
    yield from _part(words["change"], (str(entry["sentence"]) for entry in explained["wouldChange"]))
    yield from steps_parts(explained["nextSteps"], language)


def steps_parts(steps: Iterable[Mapping[str, Any]], language: str) -> Iterator[LetterPart]:
    """Yields the next steps, if there are any."""
    told = (
        as_on_paper(str(step["text"]), language)
        for step in steps
        if not any(name in step for name in ELSEWHERE)
    )
    yield from _part(part_words(language)["steps"], told)


def row_in_words(row: Mapping[str, Any], language: str) -> str:
    """Returns a row of ``because``: what it says of the case, then its clause with the clause's own text."""
    detail, clause, text = str(row["detail"] or ""), row["clause"], row["clauseText"]
    named = part_words(language)["clause"].format(clause=clause, text=text) if clause and text else ""
    return "\n".join(line for line in (detail, named) if line)


def _part(title: str, paragraphs: Iterable[str]) -> Iterator[LetterPart]:
    told = tuple(paragraph for paragraph in paragraphs if paragraph)
    if told:
        yield LetterPart(title, told)

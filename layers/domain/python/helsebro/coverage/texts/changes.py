"""Changes: what would turn an answer, as sentences: another value of one fact, and waiting (F4-26)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from helsebro.coverage.answer import Flip
from helsebro.coverage.texts.fact_texts import FactTexts, texts_in_case, word_of
from helsebro.coverage.texts.general import CAUSE, EVENT, general_sentence
from helsebro.coverage.trail import WRITTEN_FOR
from helsebro.plain_words import plain_words

STARTS = "treatment.startsOn"
"""The fact that waiting changes."""
PAPERS = ("evidence.policeReport", "evidence.specialistOrder")
"""Facts that say whether there is a paper; their name is that of the paper."""
REFERRAL = "evidence.referral"
DISTANCE = "treatment.distanceKm"
"""The number that the member cannot choose: the sentence names the limit."""


@dataclass(frozen=True)
class ChangeSentences:
    """The sentences in ``da``, ``nb`` or ``en`` of what would turn the answer on a type of treatment.

    ``home`` is the payer's country, ``facts`` are what is known of the case, by path.
    """

    treatment: str
    language: str
    home: str = WRITTEN_FOR
    facts: Mapping[str, object] = field(default_factory=dict)

    def entries(
        self, flips: Sequence[Flip], covered_from: date | None, today: date | None = None
    ) -> Iterator[dict[str, object]]:
        """Yields the entries of ``wouldChange``, waiting first; each names a change and its outcome.

        What is only unknown is asked for by the next steps. The cause is as it is: which policy it belongs to
        is a next step. So is what happened, when it was told.
        """
        if covered_from:
            yield _entry(STARTS, covered_from.isoformat(), "covered", self.of_waiting(covered_from, today))
        for flip in flips:
            if flip.fact != CAUSE and not self._was_told(flip.fact) and not self._says_nothing(flip):
                yield _entry(flip.fact, flip.value, flip.outcome, self.of_flip(flip))

    def _was_told(self, path: str) -> bool:
        return path.startswith(EVENT) and path in self.facts

    def _says_nothing(self, flip: Flip) -> bool:
        """Returns whether it takes away what nobody has told us of."""
        return flip.value in ([], ()) and not self.facts.get(flip.fact)

    def of_waiting(self, day: date, today: date | None = None) -> str:
        """Returns the sentence of the first day on which waiting alone makes it covered."""
        is_over = today is not None and day <= today
        return self._said("coveredFrom.over" if is_over else "coveredFrom", {"day": day.isoformat()})

    def of_flip(self, flip: Flip) -> str:
        """Returns which other value of which fact gives which outcome."""
        fact = texts_in_case(flip.fact, self.facts, self.language, self.home)
        values = {"name": fact.name, "question": fact.question, "then": self._then(flip)}
        kind, word = self._value(flip, fact.name)
        condition = self._condition(fact, flip.value, word) if kind != "paper" else None
        if condition:
            return self._said("flip.if", {**values, "if": condition})
        return self._said(f"flip.{kind}", {**values, "value": word, "paper": word})

    def _then(self, flip: Flip) -> str:
        word = word_of("treatment.type", self.treatment, self.language)
        return self._said(f"flipThen.{flip.outcome}", {"treatment.type": word})

    def _value(self, flip: Flip, name: str) -> tuple[str, object]:
        """Returns the kind of sentence for a flip's value, and the value in words."""
        if isinstance(flip.value, bool):
            return ("paper", name) if flip.value and flip.fact in PAPERS else (YES_NO[flip.value], "")
        if isinstance(flip.value, int | float):
            return ("distance" if flip.fact == DISTANCE else "number"), flip.value
        if isinstance(flip.value, list | tuple):
            words = [word_of(flip.fact, str(code), self.language, self.home) for code in flip.value]
            return ("choice", words) if words else ("none", "")
        kind = "paper" if flip.fact == REFERRAL and flip.value != "none" else "choice"
        return kind, word_of(flip.fact, str(flip.value), self.language, self.home)

    def _condition(self, fact: FactTexts, value: object, word: object) -> str | None:
        """Returns what would have to hold, as a clause; None when the fact has no words for it."""
        parts = [str(part) for part in value] if isinstance(value, list | tuple) else [_code(value)]
        found = fact.conditions.get(parts[0] if parts else "none") or fact.conditions.get("*")
        if not found:
            return None
        plain = plain_words(self.language)
        labels = plain.of_list([_within(fact.label(part), place) for place, part in enumerate(parts)])
        return found.format(value=plain.spoken(word, str), label=labels)

    def _said(self, name: str, values: Mapping[str, object]) -> str:
        return general_sentence(name, values, self.language)


YES_NO = {True: "yes", False: "no"}


def _within(label: str, place: int) -> str:
    """Returns an answer within a list of them: only the first has its capital letter, and a short form."""
    return label[:1].lower() + label[1:] if place and label[1:2].islower() else label


def _code(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _entry(fact: str, value: object, outcome: str, sentence: str) -> dict[str, object]:
    return {"fact": fact, "value": value, "outcome": outcome, "sentence": sentence}

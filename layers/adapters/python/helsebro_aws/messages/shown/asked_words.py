"""The words of a question or an answer in a thread: what was written, else what the facts ask and say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from helsebro.claims.claim import Claim
from helsebro.coverage.texts.fact_texts import fact_texts
from helsebro.messages.asked import AskedEntry
from helsebro.plain_words import plain_words
from helsebro_aws.claims.facts_view import questions_of

YES_NO: Mapping[str, Mapping[bool, str]] = {
    "da": {True: "Ja", False: "Nej"},
    "nb": {True: "Ja", False: "Nei"},
    "en": {True: "Yes", False: "No"},
}


def words_of(entry: AskedEntry, claim: Claim, language: str) -> str:
    """Returns the words in a language, a question of facts with each of their questions."""
    if entry.kind == "question":
        asked = questions_of(entry.facts, claim, language) if entry.facts else ""
        return "\n".join(filter(None, (entry.text, asked)))
    return entry.text or "\n".join(_answers(entry, claim, language))


def _answers(entry: AskedEntry, claim: Claim, language: str) -> Iterator[str]:
    """Yields each fact that was answered then and has not changed since."""
    for fact in claim.facts:
        if fact.path in entry.facts and fact.stated_at <= entry.at:
            question = questions_of((fact.path,), claim, language)
            yield f"{question} {_said(fact.path, fact.value, claim, language)}"


def _said(path: str, value: object, claim: Claim, language: str) -> str:
    texts = fact_texts(path, language, claim.payer_country)
    if isinstance(value, bool):
        return YES_NO[language][value]
    if value == "unknown":
        return texts.unknown
    return plain_words(language).spoken(value, texts.label)

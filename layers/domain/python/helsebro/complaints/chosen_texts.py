"""Chosen texts: what a member can choose, so that a fact of the treatment has another value."""

from __future__ import annotations

from collections.abc import Mapping

from helsebro.complaints.next_step_texts import FACTS, NETWORK
from helsebro.country_profile import CountryProfile, Texts
from helsebro.coverage.question.vocabulary import LANGUAGES
from helsebro.coverage.texts.fact_texts import fact_texts
from helsebro.coverage.texts.general import APPROVAL

IN_NETWORK = "treatment.inNetwork"


def to_choose(path: str, value: object, here: CountryProfile) -> Texts | None:
    """Returns what to choose, so that the fact has the value; None when the fact has no words for it."""
    if path == IN_NETWORK and isinstance(value, bool):
        return NETWORK[value]
    if path == APPROVAL:
        return FACTS["approval"]
    codes = [str(part) for part in value] if isinstance(value, list | tuple) else [code_of(value)]
    code = codes[0] if codes else "none"
    texts = {language: fact_texts(path, language, here.country) for language in LANGUAGES}
    found = {language: text.chosen.get(code) or text.chosen.get("*") for language, text in texts.items()}
    words = {language: text.values.get(str(value), str(value)) for language, text in texts.items()}
    return {language: said.format(value=words[language]) for language, said in found.items() if said} or None


def in_order(texts: Mapping[str, Texts]) -> Texts:
    """Returns the texts one after the other, in each language; a text that comes twice is said once."""
    said = dict.fromkeys(tuple(text[language] for language in LANGUAGES) for text in texts.values())
    return {language: " ".join(each[place] for each in said) for place, language in enumerate(LANGUAGES)}


def code_of(value: object) -> str:
    """Returns a value as the texts name it."""
    return str(value).lower() if isinstance(value, bool) else str(value)

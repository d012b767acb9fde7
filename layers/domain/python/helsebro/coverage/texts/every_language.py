"""General sentences in every language at once, for what is kept before its reader is known."""

from __future__ import annotations

from collections.abc import Mapping

from helsebro.coverage.question.vocabulary import LANGUAGES
from helsebro.coverage.texts.general import general_sentence


def general_texts(
    name: str,
    values: Mapping[str, object] | None = None,
    words: Mapping[str, Mapping[str, str]] | None = None,
) -> dict[str, str]:
    """Returns a general sentence in every language; ``words`` are values with a word of each language.

    Raises as ``general_sentence``.
    """

    def in_language(language: str) -> str:
        own = {path: texts[language] for path, texts in (words or {}).items()}
        return general_sentence(name, {**(values or {}), **own}, language)

    return {language: in_language(language) for language in LANGUAGES}

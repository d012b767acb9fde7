from __future__ import annotations

import pytest

from helsebro.payments.bank.bank_reason import reason_text, reasons

LANGUAGES = ("da", "nb", "en")


def test_every_reason_is_a_sentence_in_three_languages() -> None:
    assert len(reasons()) > 50
    for code, texts in reasons().items():
        assert tuple(texts) == LANGUAGES, code
        assert all(text.endswith(".") and text[:1].isupper() for text in texts.values()), code


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_known_code_is_words_alone(language: str) -> None:
    for code in set(reasons()) - {"unknown", "none"}:
        assert code not in reason_text(code, language)


@pytest.mark.parametrize(
    "code, text",
    [
        ("AC04", "The account is closed."),
        ("ZZ99", "The bank gives the reason ZZ99. Ask the bank what it means."),
        ("unknown", "The bank gives the reason unknown. Ask the bank what it means."),
        ("{code}", "The bank gives the reason {code}. Ask the bank what it means."),
        (None, "The bank gave no reason."),
        ("", "The bank gave no reason."),
    ],
)
def test_an_unknown_code_is_named(code: str | None, text: str) -> None:
    assert reason_text(code, "en") == text

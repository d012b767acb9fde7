"""The most that is refunded of a session, in a sentence."""

from __future__ import annotations

import pytest

from helsebro.coverage.texts.general import general_sentence


@pytest.mark.parametrize(
    "language, sentence",
    [
        ("da", "Vi betaler højst 330 kr. pr. behandling, dog 400 kr. for den første."),
        ("nb", "Vi betaler høyst 330 danske kr per behandling, men 400 danske kr for den første."),
        ("en", "We pay at most DKK 330 per session, but DKK 400 for the first one."),
    ],
)
def test_the_first_session_has_its_own_price(language: str, sentence: str) -> None:
    values = {"most": {"amount": "330.00", "currency": "DKK"}, "mostFor": "session"}
    first = {"mostFirst": {"amount": "400.00", "currency": "DKK"}}
    shown = general_sentence("headline.most", {**values, **first}, language)
    assert shown.replace("\N{NO-BREAK SPACE}", " ") == sentence
    assert "400" not in general_sentence("headline.most", values, language)

"""The consent to a clinic's system is one to the current text, which every language has."""

from __future__ import annotations

import pytest

from helsebro.errors import BadInput
from helsebro.network.system_consent import CURRENT_CONSENT, consent_texts, consented_version


@pytest.mark.parametrize("read", [None, CURRENT_CONSENT])
def test_a_consent_is_to_the_current_text(read: str | None) -> None:
    assert consented_version(read) == CURRENT_CONSENT


@pytest.mark.parametrize("read", ["", "2020-01-01"])
def test_a_consent_to_another_text_is_refused(read: str) -> None:
    with pytest.raises(BadInput):
        consented_version(read)


def test_every_version_has_its_text_in_three_languages() -> None:
    assert all({*texts} == {"da", "nb", "en"} for texts in consent_texts().values())
    assert CURRENT_CONSENT in consent_texts()

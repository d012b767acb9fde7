"""The consent to a clinic's system is one to the current text, which every language has."""

from __future__ import annotations

import pytest

from helsebro.errors import BadInput
from helsebro.network.system_consent import (
    CURRENT_CONSENT,
    CURRENT_WITHOUT_SYSTEM,
    consent_texts,
    consented_version,
    current_version,
    text_of,
)
from tests.builders.network import clinic

OF_SYSTEM = [("compugroup", CURRENT_CONSENT), ("other", CURRENT_WITHOUT_SYSTEM)]


@pytest.mark.parametrize("system, version", OF_SYSTEM)
def test_a_consent_is_to_the_current_text_of_a_clinic_with_or_without_a_system(
    system: str, version: str
) -> None:
    one = clinic(clinic_system=system)
    assert consented_version(one, None) == consented_version(one, version) == current_version(one) == version


@pytest.mark.parametrize("read", ["", "2020-01-01", CURRENT_CONSENT])
def test_a_consent_to_another_text_is_refused(read: str) -> None:
    with pytest.raises(BadInput):
        consented_version(clinic(clinic_system="other"), read)


def test_every_version_has_its_text_in_three_languages() -> None:
    assert all({*texts} == {"da", "nb", "en"} for texts in consent_texts().values())
    assert {version for _, version in OF_SYSTEM} <= {*consent_texts()}


@pytest.mark.parametrize("before, version", [("2026-12-01", CURRENT_CONSENT), (CURRENT_CONSENT,) * 2])
def test_a_consent_keeps_its_text_also_under_the_name_of_a_day_to_come(before: str, version: str) -> None:
    assert text_of(before) == consent_texts()[version]

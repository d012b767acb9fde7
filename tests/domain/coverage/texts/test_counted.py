"""What is granted is counted in the treatment's own unit."""

from __future__ import annotations

import pytest

from helsebro.coverage.question import vocabulary
from helsebro.coverage.texts.counted import UNITS, counted
from helsebro.coverage.texts.fact_texts import fact_texts


@pytest.mark.parametrize(
    "treatment, count, language, words",
    [
        ("physiotherapy", 3, "nb", "3 behandlinger"),
        ("physiotherapy", 1, "en", "1 session"),
        ("psychologist", 5, "nb", "5 samtaler"),
        ("crisis-help", 1, "da", "1 samtale"),
        ("surgery", 1, "en", "1 operation"),
        ("specialist-examination", 4, "en", "4 examinations"),
        ("specialist-examination", 1, "da", "1 undersøgelse"),
        ("rehabilitation", 1, "en", None),
        ("rehabilitation", 12, "da", "12 behandlinger"),
        ("misuse", 1, "nb", None),
    ],
)
def test_a_number_is_counted_in_the_unit_of_its_treatment(
    treatment: str, count: int, language: str, words: str | None
) -> None:
    assert counted(treatment, count, language) == words


def test_every_treatment_with_a_unit_of_its_own_exists() -> None:
    known = fact_texts("treatment.type", "da").values
    assert {treatment for treatments in UNITS.values() for treatment in treatments} <= known.keys()


@pytest.mark.parametrize("language", vocabulary.LANGUAGES)
def test_no_unit_is_an_hour(language: str) -> None:
    found = {counted(treatment, 2, language) for treatment in fact_texts("treatment.type", "da").values}
    assert not any("time" in str(words) for words in found)

from __future__ import annotations

import pytest

from helsebro.deadlines.clocks import CLOCKS
from helsebro_aws.deadlines.shown.clock_titles import title_of
from helsebro_aws.http.problems import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_clock_has_a_title_of_its_own(language: str) -> None:
    titles = [title_of(kind, language) for kind in CLOCKS]
    without = [kind for kind, title in zip(CLOCKS, titles, strict=True) if title == kind]
    assert without == [], "add them to helsebro_aws/deadlines/shown/clock_titles.json"
    assert len(set(titles)) == len(titles)


def test_a_kind_of_the_past_is_its_own_title() -> None:
    assert title_of("telegram", "da") == "telegram"

from __future__ import annotations

import pytest

from helsebro_aws.dynamodb.schema_versions import FIRST, LATER, schema_version


@pytest.mark.parametrize("sort_key", ["CONTRACT", "DOCUMENT#doc_a", "prc_a", "evt_a", "NO_SUCH_KIND#1"])
def test_a_kind_that_never_changed_has_the_first_version(sort_key: str) -> None:
    assert schema_version(sort_key) == FIRST == 1


@pytest.mark.parametrize("sort_key", ["KIND", "KIND#a", "KIND#a#b"])
def test_a_kind_is_the_first_word_of_the_sort_key(sort_key: str) -> None:
    assert schema_version(sort_key, {"KIND": 3}) == 3
    assert schema_version("KINDRED#a", {"KIND": 3}) == 1


def test_a_kind_is_listed_only_when_it_has_changed() -> None:
    assert all(version > FIRST for version in LATER.values())
    assert all("#" not in kind for kind in LATER)

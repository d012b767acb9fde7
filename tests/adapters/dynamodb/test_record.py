from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helsebro.money import Money
from helsebro_aws.dynamodb.record import from_item, instant, read_as, to_item


@dataclass(frozen=True)
class Part:
    on: date
    fee: Money | None = None


@dataclass(frozen=True)
class Whole:
    claim_id: str
    reported_at: datetime
    kind: Literal["a", "b"]
    agreed: Money | None
    part: Part
    parts: tuple[Part, ...] = ()
    names: frozenset[str] = frozenset()
    facts: Mapping[str, object] = field(default_factory=dict)
    closed_on: date | None = None
    count: int = 0


DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))
PARTS = st.builds(Part, DAYS, st.none() | st.decimals(0, 10**6, places=2).map(Money.of))
WHOLES = st.builds(
    Whole,
    st.text(),
    st.datetimes(datetime(1970, 1, 1), timezones=st.just(UTC)),
    st.sampled_from(["a", "b"]),
    st.none() | st.decimals(0, 10**6, places=2).map(Money.of),
    PARTS,
    st.lists(PARTS, max_size=3).map(tuple),
    st.frozensets(st.text(max_size=5), max_size=3),
    st.dictionaries(st.text(max_size=5), st.booleans() | st.integers() | st.text(), max_size=3),
    st.none() | DAYS,
    st.integers(),
)


@given(WHOLES)
def test_what_is_written_is_read_back_the_same(whole: Whole) -> None:
    assert from_item(Whole, to_item(whole)) == whole


def test_an_item_is_plain_camel_case_and_leaves_out_what_is_absent() -> None:
    whole = Whole(
        "clm_a", datetime(2026, 11, 21, 10, tzinfo=UTC), "a", None, Part(date(2026, 1, 2), Money.of(850))
    )
    assert to_item(whole) == {
        "claimId": "clm_a",
        "reportedAt": "2026-11-21T10:00:00Z",
        "kind": "a",
        "part": {"on": "2026-01-02", "fee": {"amount": "850.00", "currency": "DKK"}},
        "parts": [],
        "names": [],
        "facts": {},
        "count": 0,
    }


def test_other_attributes_of_the_item_are_ignored() -> None:
    assert from_item(Part, {"pk": "p", "sealedNumber": "x", "on": "2026-01-02"}) == Part(date(2026, 1, 2))


def test_a_missing_field_is_a_bug_and_not_a_default() -> None:
    with pytest.raises(TypeError):
        from_item(Part, {"fee": {"amount": "1.00", "currency": "DKK"}})


@pytest.mark.parametrize(
    "at, text",
    [
        (datetime(2026, 7, 1, 12, tzinfo=timezone(timedelta(hours=2))), "2026-07-01T10:00:00Z"),
        (datetime(2026, 7, 1, 12, 0, 0, 5, tzinfo=UTC), "2026-07-01T12:00:00.000005Z"),
    ],
)
def test_an_instant_is_written_in_utc(at: datetime, text: str) -> None:
    assert instant(at) == text


@pytest.mark.parametrize("value", [None, 1, 1.5, "x", True, [1, "a"], {"a": [1]}])
def test_plain_values_stay_as_they_are(value: Any) -> None:
    assert to_item(value) == value


@dataclass(frozen=True)
class Other:
    on: date
    place: str


@dataclass(frozen=True)
class Either:
    part: Part | Other


@dataclass(frozen=True)
class Worded:
    """Has a form of its own."""

    words: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        return {"text": " ".join(self.words), "language": None}

    @classmethod
    def from_json(cls, shape: Mapping[str, str]) -> Worded:
        return cls(tuple(shape["text"].split()))


@dataclass(frozen=True)
class Holder:
    said: Worded | None = None


@pytest.mark.parametrize("part", [Part(date(2026, 1, 2), Money.of(1)), Other(date(2026, 1, 2), "here")])
def test_a_part_of_several_kinds_is_the_one_whose_fields_it_names(part: Part | Other) -> None:
    assert from_item(Either, to_item(Either(part))) == Either(part)
    assert read_as(Part | Other, to_item(part)) == part


def test_a_kind_with_a_form_of_its_own_is_kept_in_it_without_what_is_absent() -> None:
    said = Holder(Worded(("two", "words")))
    assert to_item(said) == {"said": {"text": "two words"}}
    assert from_item(Holder, to_item(said)) == said


@dataclass(frozen=True)
class Named:
    parts: Mapping[str, Part] = field(default_factory=dict)
    days: Mapping[str, tuple[date, ...]] = field(default_factory=dict)


def test_a_mapping_is_read_back_with_values_of_its_type() -> None:
    named = Named({"first": Part(date(2026, 1, 2), Money.of(850))}, {"closed": (date(2026, 12, 24),)})
    item = to_item(named)
    assert item["parts"] == {"first": {"on": "2026-01-02", "fee": {"amount": "850.00", "currency": "DKK"}}}
    assert from_item(Named, item) == named

from __future__ import annotations

from datetime import date

import pytest

from helsebro.tasks.end_of_cover import end_of_cover
from tests.builders.domain.covers import cover


@pytest.mark.parametrize(
    "product, changes, expected",
    [
        ("SA1706", {}, None),
        ("SA1706", {"left_on": date(2026, 8, 31)}, ("R-1315", "12.4.2", date(2027, 2, 28))),
        ("SF1706", {"left_on": date(2026, 12, 31)}, ("R-1315", "13.4.2", date(2027, 6, 30))),
        (
            "SF1706",
            {"scheme": "voluntary", "born_on": date(1957, 2, 10)},
            ("R-1315", "13.4.2", date(2027, 8, 28)),
        ),
        ("SF1706", {"scheme": "company", "born_on": date(1957, 2, 10)}, None),
    ],
)
def test_a_cover_that_ends_names_the_last_day_of_its_run_off(
    product: str, changes: dict[str, object], expected: object
) -> None:
    last = end_of_cover(cover(product=product, **changes))
    assert (last and (last.rule, last.clause, last.day)) == expected

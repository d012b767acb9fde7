"""``make postal-areas``, on a few rows of GeoNames."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from local.commands.postal_areas import rows_of, table


def row(country: str, postcode: str, latitude: float = 55.5, longitude: float = 9.25) -> dict[str, Any]:
    return {"country_code": country, "postal_code": postcode, "latitude": latitude, "longitude": longitude}


def codes(country: str, *rows: dict[str, Any]) -> list[str]:
    lines = table(country, rows, "2025-12-30").splitlines()
    return [line.split("\t")[0] for line in lines if not line.startswith("#")]


def test_a_table_has_its_countrys_postcodes_in_order() -> None:
    rows = [row("DK", "8000"), row("DK", "0800"), row("GL", "3900"), row("NO", "0150"), row("SJ", "9170")]
    assert codes("DK", *rows) == ["0800", "3900", "8000"]
    assert codes("NO", *rows) == ["0150", "9170"]


def test_a_line_holds_postcode_latitude_and_longitude_in_degrees() -> None:
    assert table("DK", [row("DK", "8000", 56.157, -10.2)], "2025-12-30").endswith(
        "\n8000\t56.1570\t-10.2000\n"
    )


def test_the_head_says_how_many_postcodes_of_which_day() -> None:
    assert "1 of 2025-12-30" in table("DK", [row("DK", "8000")], "2025-12-30").splitlines()[0]


@pytest.mark.parametrize(
    ("country", "postcode"),
    [("DK", "0900"), ("DK", "0999"), ("GL", "2412"), ("FO", "100"), ("SE", "11120")],
    ids=["large recipients", "abroad", "Santa Claus", "the Faroe Islands", "another country"],
)
def test_a_postcode_without_a_place_in_the_country_is_left_out(country: str, postcode: str) -> None:
    assert codes("DK", row(country, postcode)) == []


def test_norwegian_postcodes_that_begin_with_09_are_places() -> None:
    assert codes("NO", row("NO", "0950")) == ["0950"]


def test_only_the_rows_of_the_tables_countries_are_read(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl.gz"
    rows = [row("AD", "AD100"), row("DK", "8000"), row("SJ", "9170"), row("NOT", "1")]
    file.write_bytes(gzip.compress("".join(json.dumps(each) + "\n" for each in rows).encode()))
    assert [each["postal_code"] for each in rows_of(file)] == ["8000", "9170"]

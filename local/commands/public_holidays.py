"""``make holidays``: writes the public holidays of Denmark and Norway, from the package ``holidays``."""

from __future__ import annotations

import json

import holidays

from helsebro.work_calendar import SATURDAY, TABLE

FIRST, LAST = 2000, 2075
COUNTRIES = ("DK", "NO")


def table() -> str:
    """Returns the content of the file: by country and year, the holidays on Monday to Friday."""
    content = {"from": FIRST, "until": LAST, "countries": {country: _years(country) for country in COUNTRIES}}
    return json.dumps(content, indent=1) + "\n"


def _years(country: str) -> dict[str, str]:
    return {str(year): _days(country, year) for year in range(FIRST, LAST + 1)}


def _days(country: str, year: int) -> str:
    known = holidays.country_holidays(country, years=year)
    return " ".join(f"{day:%m-%d}" for day in sorted(known) if day.weekday() < SATURDAY)


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
    print(f"{TABLE.name}: {', '.join(COUNTRIES)}, {FIRST} to {LAST}")

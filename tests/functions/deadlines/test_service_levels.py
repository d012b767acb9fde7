from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from functions.deadlines.service_levels.handler import handler

from helsebro.deadlines.clock_row import ClockRow
from helsebro_aws.deadlines.service_levels import counted
from helsebro_aws.dynamodb.tables import tables
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.domain.clocks import START, clock, deadline, moment

pytestmark = pytest.mark.usefixtures("aws")
PATH = "/v1/insights/service-levels"
WEEKS = f"{PATH}?from=2026-11-23&to=2026-11-24"
QUALITY = staff("quality", payer="tryg")


def answer(hours: float, payer: str = "tryg", row: ClockRow | None = None) -> None:
    """Counts an answer after so many hours of a clock of ten hours that began in 2026-W48."""
    before = replace(deadline(), payer=payer)
    after = before.with_moment(moment("start", 0)).with_moment(moment("end", hours))
    tables.commit(counted(before, after, row or clock(), START + timedelta(days=6))[1])


def asked(
    path: str = WEEKS, by: dict[str, Any] | None = None, accept: str = "", language: str = "en"
) -> Answered:
    headers = {"accept-language": language, **({"accept": accept} if accept else {})}
    return ask(handler, event("GET", path, by=by or QUALITY, headers=headers))


def faults(path: str) -> list[tuple[str, str]]:
    refused = asked(path)
    assert refused.status == 400
    return [(fault["pointer"], fault["code"]) for fault in refused.body["errors"]]


def test_quality_sees_how_well_the_deadlines_of_its_payer_were_kept() -> None:
    for hours in (2, 4, 4, 12):
        answer(hours)
    found = asked()
    level = {
        "queue": "claims",
        "kind": "first-answer",
        "payer": "tryg",
        "count": 4,
        "within": 3,
        "percent": 75.0,
        "answers": 4,
        "targetPercent": 98,
    }
    assert (found.status, found.body["from"], found.body["to"]) == (200, "2026-11-23", "2026-11-29")
    [row], [total] = found.body["items"], found.body["totals"]
    median, percentile_95 = row.pop("medianSeconds"), row.pop("percentile95Seconds")
    assert median == pytest.approx(4 * 3600, rel=0.05)
    assert percentile_95 == pytest.approx(12 * 3600, rel=0.05)
    assert row == {"week": "2026-W48", "from": "2026-11-23", "to": "2026-11-29", **level}
    assert total == {**level, "medianSeconds": median, "percentile95Seconds": percentile_95}


def test_a_week_without_deadlines_has_a_row_without_a_percent() -> None:
    answer(2)
    quiet, busy = asked(f"{PATH}?from=2026-11-16&to=2026-11-29").body["items"]
    assert (quiet["week"], quiet["count"], quiet["percent"], quiet["medianSeconds"]) == (
        "2026-W47",
        0,
        None,
        None,
    )
    assert (busy["week"], busy["count"], busy["percent"]) == ("2026-W48", 1, 100.0)


def test_only_the_queue_that_is_asked_for_is_shown() -> None:
    answer(2)
    answer(2, row=clock(kind="refund", queue="refunds"))
    shown = {
        queue: asked(f"{WEEKS}&queue={queue}").body["items"] for queue in ("claims", "refunds", "network")
    }
    kinds = {queue: [row["kind"] for row in rows] for queue, rows in shown.items()}
    assert kinds == {"claims": ["first-answer"], "refunds": ["refund"], "network": []}
    assert {row["kind"] for row in asked().body["items"]} == {"first-answer", "refund"}


@pytest.mark.parametrize("accept", ["", "text/csv", "image/svg+xml"])
def test_staff_of_another_payer_see_nothing_of_it(accept: str) -> None:
    answer(2, payer="other")
    text = str(asked(accept=accept).body)
    assert "other" not in text
    assert "2026-W48" not in text or "First answer" not in text
    assert "First answer" in str(asked(by=staff("quality", payer="other"), accept="text/csv").body)


@pytest.mark.parametrize(
    "by",
    [
        staff("finance"),
        staff("underwriting"),
        staff("quality", payer=None),
        staff("platform", payer=None),
        member(),
    ],
)
def test_others_than_quality_and_caseworkers_are_refused(by: dict[str, Any]) -> None:
    assert asked(by=by).status == 403


def test_a_caseworker_sees_them_too() -> None:
    assert asked(by=staff("caseworker", payer="tryg")).status == 200


def test_by_default_the_last_twelve_weeks_are_shown() -> None:
    first = asked(PATH).body
    assert [len(first[name]) for name in ("items", "totals")] == [0, 0]
    answer(2)
    rows = asked(f"{PATH}?to=2026-11-25").body["items"]
    assert [rows[0]["week"], rows[-1]["week"], len(rows)] == ["2026-W37", "2026-W48", 12]


@pytest.mark.parametrize(
    "query, expected",
    [
        ("from=2026-13-01", [("/from", "not-a-date")]),
        ("from=20261123&to=2026-W48-1", [("/from", "not-a-date"), ("/to", "not-a-date")]),
        (
            "from=x&to=1700-01-01&queue=all",
            [("/from", "not-a-date"), ("/to", "date-out-of-range"), ("/queue", "unknown-clock-queue")],
        ),
        ("from=2026-11-30&to=2026-11-29", [("/from", "from-after-to")]),
        (
            "from=2026-11-30&to=2026-11-01&queue=all",
            [("/queue", "unknown-clock-queue"), ("/from", "from-after-to")],
        ),
        ("queue=", [("/queue", "unknown-clock-queue")]),
        ("from=&to=", [("/from", "not-a-date"), ("/to", "not-a-date")]),
        ("from=2024-11-25&to=2026-11-29", [("/from", "too-many-weeks")]),
    ],
)
def test_every_fault_of_the_query_is_named_at_once(query: str, expected: list[tuple[str, str]]) -> None:
    assert faults(f"{PATH}?{query}") == expected


def test_two_years_may_be_asked_for() -> None:
    answer(2)
    assert len(asked(f"{PATH}?from=2024-12-02&to=2026-11-29").body["items"]) == 104


@pytest.mark.parametrize("accept", ["*/*", "text/html,application/xml;q=0.9,image/svg+xml,*/*;q=0.8"])
def test_browsers_and_clients_that_name_no_type_get_json(accept: str) -> None:
    found = asked(accept=accept)
    assert found.headers["content-type"] == "application/json"
    assert found.headers["vary"] == "Accept, Accept-Language"


def test_a_sheet_is_downloaded_in_the_language_of_the_reader() -> None:
    answer(2)
    found = asked(accept="text/csv", language="nb")
    head, row, rest = found.body.removeprefix("\ufeff").split("\r\n")
    assert found.headers["content-type"] == "text/csv; charset=utf-8"
    assert found.headers["content-disposition"] == (
        'attachment; filename="service-levels-2026-W48-2026-W48.csv"'
    )
    assert head.startswith("Uke;Fra;Til;Betaler;")
    assert row.startswith(
        "2026-W48;2026-11-23;2026-11-29;tryg;claims;first-answer;Første svar;1;1;100,0;98;1;"
    )
    assert rest == ""


def test_a_chart_is_a_picture_that_runs_nothing() -> None:
    answer(2)
    found = asked(accept="image/svg+xml")
    assert found.headers["content-type"] == "image/svg+xml; charset=utf-8"
    assert found.headers["content-security-policy"].startswith("default-src 'none'")
    assert found.headers["content-disposition"].startswith("inline")
    assert found.body.startswith("<svg")
    assert "First answer: 100.0 % of 1 deadlines were kept." in found.body


@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_another_media_type_is_406_and_the_answer_names_ours(language: str) -> None:
    refused = asked(accept="application/pdf", language=language)
    assert (refused.status, refused.body["code"]) == (406, "not-acceptable")
    assert "application/json, text/csv, image/svg+xml" in refused.body["detail"]


SERVED = """
import json, sys
from functions.deadlines.service_levels.handler import handler
class Context:
    function_name, memory_limit_in_mb, invoked_function_arn, aws_request_id = "f", 256, "arn", "r"
answer = handler(json.load(sys.stdin), Context())
print(json.dumps({"status": answer["statusCode"], "loaded": sorted(sys.modules)}))
"""


def loaded(accept: str) -> set[str]:
    """Returns the modules that a new process has loaded after its first answer."""
    call = event("GET", WEEKS, by=QUALITY, headers={"accept": accept})
    ran = subprocess.run(
        [sys.executable, "-c", SERVED],
        env={**os.environ, "PYTHONPATH": ":".join(place for place in sys.path if place)},
        input=json.dumps(call),
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(ran.stdout.splitlines()[-1])
    assert found["status"] == 200
    return set(found["loaded"])


@pytest.mark.parametrize("accept", ["application/json", "text/csv"])
def test_only_a_chart_loads_the_library_of_charts(accept: str) -> None:
    names = loaded(accept)
    assert {name for name in names if name.split(".")[0] in ("pygal", "lxml", "pydantic")} == set()
    assert "helsebro_aws.dynamodb.schema_versions" not in names


def test_control_a_chart_loads_it() -> None:
    assert "pygal" in loaded("image/svg+xml")

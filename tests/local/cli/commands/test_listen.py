"""``helsebro listen``: what it refuses before it registers anything."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from local.cli.receiver import PATH
from tests.local.cli.conftest import Run
from tests.local.cli.loopback import Answered, Loopback

NO_ADDRESSES = (
    "127.0.0.1:3000",
    "ftp://127.0.0.1/",
    "http://",
    "http://127.0.0.1:3000/a b",
    "http://127.0.0.1:3000/a\tb",
    "http://127.0.0.1:99999",
    "http://127.0.0.1:0",
    "http://127.0.0.1:x",
    "http://[::1/",
)
ENDPOINTS = "/v1/clinics/cli_a/webhook-endpoints"


@pytest.mark.parametrize(
    "arguments, advice",
    [
        (["--events", "booking.create"], "Did you mean booking.created"),
        *((["--forward", address], "Write http://127.0.0.1:3000/webhooks") for address in NO_ADDRESSES),
    ],
)
def test_a_wrong_argument_says_what_to_write(
    run: Run, api: Loopback, arguments: list[str], advice: str
) -> None:
    done = run("listen", *arguments)
    assert (done.exit_code, advice in done.stderr, api.asked) == (1, True, [])


def test_a_platform_that_cannot_reach_this_computer_is_left_to_the_feed(run: Run, stack_file: Path) -> None:
    content = json.loads(stack_file.read_text())
    stack_file.write_text(json.dumps({**content, "apiUrl": "https://api.example"}))
    done = run("listen")
    assert (done.exit_code, "helsebro events tail" in done.stderr) == (1, True)


def test_endpoints_of_a_killed_receiver_are_removed_and_no_others(run: Run, api: Loopback) -> None:
    urls = {"whe_dead": f"http://127.0.0.1:1{PATH}", "whe_mine": "http://127.0.0.1:1/webhooks"}
    items = [{"endpointId": name, "url": url} for name, url in urls.items()]
    api.answers |= {
        f"GET {ENDPOINTS}": Answered(200, {"items": items}),
        f"POST {ENDPOINTS}": Answered(409, {"code": "too-many", "title": "Too many"}),
    }
    done = run("listen")
    assert (done.exit_code, "Too many" in done.stderr) == (1, True)
    deleted = [asked.path for asked in api.asked if asked.method == "DELETE"]
    assert deleted == [f"{ENDPOINTS}/whe_dead"]

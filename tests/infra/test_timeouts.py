"""The timeouts of AWS clients: the code assumes for each function the timeout that ``infra`` sets."""

from __future__ import annotations

import re

import pytest

from helsebro_aws.papers.printing import PRINTING_SECONDS
from helsebro_aws.platform.clients import API_SECONDS
from infra.function_folders import function_folders
from tests.infra.template import Template

PRINTING = ("issue_guarantee", "extend_guarantee", "reprint_guarantee", "send_contract")
ASSUMED = {
    name: [int(seconds) for seconds in re.findall(r"within=(\d+)", (folder / "handler.py").read_text())]
    for name, folder in function_folders().items()
}


def test_no_function_has_a_shorter_timeout_than_its_clients_assume(template: Template) -> None:
    functions = template.functions()
    assert min(function["Timeout"] for function in functions.values()) == API_SECONDS
    assert [functions[name]["Timeout"] for name in PRINTING] == [PRINTING_SECONDS] * len(PRINTING)


@pytest.mark.parametrize("name", [name for name, seconds in ASSUMED.items() if seconds])
def test_a_function_with_longer_client_timeouts_has_that_timeout(name: str, template: Template) -> None:
    assert set(ASSUMED[name]) == {template.functions()[name]["Timeout"]}

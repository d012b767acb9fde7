"""A client's patience is that of its function: what the code says of the time is what ``infra`` gives."""

from __future__ import annotations

import re

import pytest

from helsebro_aws.guarantees.papers import PRINTING_SECONDS
from helsebro_aws.platform.clients import API_SECONDS
from infra.function_folders import function_folders
from tests.infra.template import Template

PRINTING = ("issue_guarantee", "extend_guarantee")
SAID = {
    name: [int(seconds) for seconds in re.findall(r"within=(\d+)", (folder / "handler.py").read_text())]
    for name, folder in function_folders().items()
}


def test_no_function_has_less_time_than_its_clients_take(template: Template) -> None:
    functions = template.functions()
    assert min(function["Timeout"] for function in functions.values()) == API_SECONDS
    assert [functions[name]["Timeout"] for name in PRINTING] == [PRINTING_SECONDS] * len(PRINTING)


@pytest.mark.parametrize("name", [name for name, said in SAID.items() if said])
def test_a_function_that_gives_its_clients_more_time_has_it(name: str, template: Template) -> None:
    assert set(SAID[name]) == {template.functions()[name]["Timeout"]}

"""The templates of a real account, synthesized once and kept until ``infra/`` changes."""

from __future__ import annotations

import json

import pytest

from local.stack import assembly
from tests.infra.template import Template


@pytest.fixture(scope="session")
def template() -> Template:
    return Template(assembly.of_stage("account").template)


@pytest.fixture(scope="session")
def edge() -> Template:
    file = assembly.of_stage("account").folder / "HelsebroEdge.template.json"
    return Template(json.loads(file.read_text()))

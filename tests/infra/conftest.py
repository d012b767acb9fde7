"""The template as it would go to a real account, synthesized once and kept until ``infra/`` changes."""

from __future__ import annotations

import pytest

from local import assembly
from tests.infra.template import Template


@pytest.fixture(scope="session")
def template() -> Template:
    return Template(assembly.of_stage("account").template)

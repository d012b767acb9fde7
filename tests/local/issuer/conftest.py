from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from local.stack import identity_providers
from local.stack.ports import Ports


@pytest.fixture(scope="session")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    ports = Ports.free()
    home: Path = tmp_path_factory.mktemp("issuer")
    with identity_providers.start("members", ports.members, home):
        yield ports.url("members")

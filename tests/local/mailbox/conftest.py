from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.local.cli.loopback import Issuer, serving
from tests.local.mailbox.stage import MailboxStage, serving_mailbox


@pytest.fixture
def issuer() -> Iterator[Issuer]:
    with serving(Issuer) as state:
        yield state


@pytest.fixture
def mailbox(issuer: Issuer) -> Iterator[MailboxStage]:
    with serving() as other, serving_mailbox(other, issuer.url) as stage:
        yield stage

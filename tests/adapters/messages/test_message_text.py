from __future__ import annotations

import pytest

from helsebro.ids import MessageId, ThreadId
from helsebro_aws.messages.message_text import opened, sealed
from helsebro_aws.platform.field_encryption import EncryptionRefused

pytestmark = pytest.mark.usefixtures("aws")
THREAD, FIRST, SECOND = ThreadId("clm_a"), MessageId("msg_a"), MessageId("msg_b")


def test_a_text_is_read_only_as_that_of_its_own_message_and_thread() -> None:
    text = sealed(THREAD, FIRST, "Åse har ondt")
    assert "Åse" not in text
    assert opened(THREAD, FIRST, text) == "Åse har ondt"
    for thread_id, message_id in ((THREAD, SECOND), (ThreadId("clm_b"), FIRST)):
        with pytest.raises(EncryptionRefused):
            opened(thread_id, message_id, text)

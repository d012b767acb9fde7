from __future__ import annotations

import hashlib
import json

from helsebro.onboarding.declaration import CURRENT, declarations

AS_PUBLISHED = {"2026-11": "def11b8ebef0a0d7"}
"""Version → digest: a clinic has declared this text, so it is never changed; a new text is a new version."""


def test_the_current_declaration_has_a_text_in_every_language() -> None:
    assert set(declarations()[CURRENT]) == {"da", "nb", "en"}


def test_a_published_declaration_is_never_changed() -> None:
    digests = {
        version: hashlib.sha256(json.dumps(texts, sort_keys=True).encode()).hexdigest()[:16]
        for version, texts in declarations().items()
    }
    assert digests == AS_PUBLISHED

from __future__ import annotations

from pathlib import Path

from helsebro.notifications.contact_record import LANGUAGES
from helsebro.notifications.kinds import KINDS
from local.notifications import preview


def test_the_page_shows_every_kind_in_every_language_with_its_mail_and_letter(tmp_path: Path) -> None:
    shown = preview.write(tmp_path / "page").read_text("utf-8")
    for kind in KINDS:
        for language in LANGUAGES:
            for file in (f"{kind}-{language}.html", f"{kind}-{language}.pdf"):
                assert f'href="{file}"' in shown
                assert (tmp_path / "page" / file).stat().st_size > 0
    assert shown.count("<section ") == len(KINDS) * len(LANGUAGES)

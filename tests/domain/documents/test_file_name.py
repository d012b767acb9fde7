from __future__ import annotations

import pytest

from helsebro.documents.file_content import CONTENT_TYPES
from helsebro.documents.file_name import ENDINGS, saved_name

PDF, JPEG, PNG = "application/pdf", "image/jpeg", "image/png"


@pytest.mark.parametrize(
    "sent, kept_as, saved",
    [
        ("foto.heic", JPEG, "foto.jpg"),
        ("FOTO.HEIC", JPEG, "FOTO.jpg"),
        ("foto.heif", JPEG, "foto.jpg"),
        ("foto.hif", JPEG, "foto.jpg"),
        ("skærmbillede.png", JPEG, "skærmbillede.jpg"),
        ("foto.jpg", PNG, "foto.png"),
        ("scan.pdf", PNG, "scan.png"),
        ("foto.jpeg", JPEG, "foto.jpeg"),
        ("foto.JPG", JPEG, "foto.JPG"),
        ("foto.jfif", JPEG, "foto.jfif"),
        ("henvisning.pdf", PDF, "henvisning.pdf"),
        ("HENVISNING.PDF", PDF, "HENVISNING.PDF"),
        ("a.pdf.heic", JPEG, "a.pdf.jpg"),
        ("a.heic.pdf", PDF, "a.heic.pdf"),
        ("a.heic.heic", JPEG, "a.heic.jpg"),
        ("foto", JPEG, "foto.jpg"),
        ("heic", JPEG, "heic.jpg"),
        ("henvisning", PDF, "henvisning.pdf"),
        ("Dr. Åse Ærø", PDF, "Dr. Åse Ærø.pdf"),
        ("journal 12.03.2026", PDF, "journal 12.03.2026.pdf"),
        ("regning.exe", PDF, "regning.exe.pdf"),
        ("regning.docx", PDF, "regning.docx.pdf"),
        ("foto.heic.", JPEG, "foto.jpg"),
        ("foto.heic \u00a0", JPEG, "foto.jpg"),
        ("henvisning.pdf ", PDF, "henvisning.pdf"),
        ("regning.exe. .", PDF, "regning.exe.pdf"),
        (".heic", JPEG, ".heic.jpg"),
        (".", JPEG, "document.jpg"),
        ("  ", PDF, "document.pdf"),
        ("gnp.\u202efdp", PDF, "gnp.\u202efdp.pdf"),
        ("שלום.heic", JPEG, "שלום.jpg"),
        ("😀.pdf", PDF, "😀.pdf"),
        ("a/b.heic", JPEG, "a/b.jpg"),
    ],
)
def test_a_file_is_saved_under_its_own_name_with_an_ending_that_fits_its_bytes(
    sent: str, kept_as: str, saved: str
) -> None:
    assert saved_name(sent, kept_as) == saved
    assert saved_name(saved, kept_as) == saved


def test_every_type_that_is_taken_has_an_ending() -> None:
    assert set(ENDINGS) == set(CONTENT_TYPES)

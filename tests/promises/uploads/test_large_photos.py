"""A phone's photo is taken at every size that its camera makes, and what is too large is never "damaged"."""

from __future__ import annotations

from io import BytesIO

import pillow_heif
import pytest
from PIL import Image

from helsebro_aws.documents.rejection_view import help_with
from helsebro_aws.documents.rewriting.bounded_process import read
from helsebro_aws.documents.rewriting.limits import LONGEST_SIDE, MOST_PIXELS, MOST_PIXELS_OF_HEIC
from helsebro_aws.documents.rewriting.parts_of_pictures import kept_until_decoded
from helsebro_aws.documents.rewriting.unwritable import Unwritable
from tests.promises.uploads.pictures import jpeg, written

MEGA = 1_000_000


def photo_of(width: int, height: int, **more: object) -> bytes:
    return written(Image.new("RGB", (width, height), "white"), "JPEG", **more)


def heic_of(width: int, height: int) -> bytes:
    file = BytesIO()
    made = pillow_heif.from_pillow(Image.new("RGB", (width, height), "white"))
    made.save(file, quality=10, enc_params={"preset": "ultrafast"})
    return file.getvalue()


def size_of_copy(content: bytes, content_type: str = "image/jpeg") -> tuple[int, int]:
    return Image.open(BytesIO(read("copy", content, content_type)[1:])).size


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize(
    ("width", "height"),
    [(6324, 4744), (7500, 5600), (8000, 6000), (8064, 6048), (8160, 6144), (8860, 6645)],
)
def test_a_photo_of_30_to_59_million_pixels_is_taken(width: int, height: int, progressive: bool) -> None:
    """Each in the memory of the process, so that no size between two others is refused."""
    wide, high = size_of_copy(photo_of(width, height, progressive=progressive))
    assert 2000 < wide <= LONGEST_SIDE
    assert wide / high == pytest.approx(width / height, rel=0.01)


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        (heic_of(6000, 4500), "image/heic"),
        (photo_of(8200, 7500), "image/jpeg"),
        (photo_of(7600, 6600, progressive=True, subsampling=0), "image/jpeg"),
    ],
    ids=["a HEIC of 27 million pixels", "a JPEG of 61 million", "one that keeps every wave"],
)
def test_what_is_too_large_is_told_with_the_limit(content: bytes, content_type: str) -> None:
    with pytest.raises(Unwritable) as refused:
        read("copy", content, content_type)
    assert refused.value.reason == "picture-too-large"


@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_the_words_tell_the_limits_that_hold(language: str) -> None:
    told = help_with("picture-too-large", language)
    assert f"{MOST_PIXELS // MEGA} MP" in told
    assert MOST_PIXELS_OF_HEIC // MEGA == 24 + 1
    assert "24 MP" in told


def test_only_a_photo_that_loads_in_steps_is_kept_whole() -> None:
    assert kept_until_decoded(jpeg()) == 0
    assert kept_until_decoded(jpeg(progressive=True)) == 64 * 48 * 2 * 3 // 2
    assert kept_until_decoded(jpeg(progressive=True, subsampling=0)) == 64 * 48 * 2 * 3
    assert kept_until_decoded(b"\xff\xd8\xff\xc2\x00\x03\x08") == 0

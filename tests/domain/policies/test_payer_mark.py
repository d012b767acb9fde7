"""Which images may be a payer's mark."""

from __future__ import annotations

import zlib

import pytest

from helsebro.policies.payer_mark import HIGHEST, LARGEST_BYTES, WIDEST, UnusableMark, payer_mark
from tests.builders.domain.png import END, SIGNATURE, frame, part, pixels, png

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
BOMB = part(b"IDAT", zlib.compress(bytes(10_000_000)))


def test_a_mark_has_the_size_of_its_image() -> None:
    mark = payer_mark(png(30, 20))
    assert (mark.width, mark.height) == (30, 20)


@pytest.mark.parametrize("colour, samples", [(0, 1), (2, 3), (4, 2), (6, 4)])
def test_grey_and_colour_with_and_without_transparency_are_marks(colour: int, samples: int) -> None:
    image = SIGNATURE + frame(colour=colour) + pixels(samples=samples) + END
    assert payer_mark(image).png == image


def test_a_mark_holds_the_picture_and_no_text_of_the_image() -> None:
    text = part(b"tEXt", b"Author\0Somebody")
    image = SIGNATURE + frame() + text + pixels() + part(b"eXIf", b"place") + END
    assert payer_mark(image).png == png()


@pytest.mark.parametrize(
    "image",
    [
        b"",
        SIGNATURE,
        SVG,
        b"\xff\xd8\xff\xe0JPEG",
        png()[:-20],
        png()[:-12],
        png().replace(b"IHDR", b"IHDX"),
        SIGNATURE + pixels() + END,
        SIGNATURE + frame(depth=16) + pixels() + END,
        SIGNATURE + frame(colour=3) + pixels() + END,
        SIGNATURE + frame(interlacing=1) + pixels() + END,
        SIGNATURE + frame() + pixels(height=1) + END,
        SIGNATURE + frame() + pixels(height=3) + END,
        SIGNATURE + frame() + pixels(filtering=5) + END,
        SIGNATURE + frame() + part(b"IDAT", b"not packed") + END,
        SIGNATURE + frame() + BOMB + END,
        SIGNATURE + frame() + END,
    ],
    ids=[
        "nothing",
        "only the signature",
        "a vector image",
        "another format",
        "cut off",
        "without an end",
        "a wrong checksum",
        "without a size",
        "16 bits",
        "a palette",
        "interlaced",
        "too few rows",
        "too many rows",
        "an unknown filter",
        "not packed",
        "a bomb",
        "no picture",
    ],
)
def test_what_is_no_plain_png_is_no_mark(image: bytes) -> None:
    with pytest.raises(UnusableMark) as refused:
        payer_mark(image)
    assert refused.value.code == "mark-unreadable"


@pytest.mark.parametrize(
    "image",
    [png(WIDEST + 1, 1), png(1, HIGHEST + 1), SIGNATURE + frame(width=0) + pixels(0) + END, b"x" * 40_000],
    ids=["too wide", "too high", "no width", "too many bytes"],
)
def test_a_mark_is_small(image: bytes) -> None:
    assert LARGEST_BYTES < 40_000
    with pytest.raises(UnusableMark) as refused:
        payer_mark(image)
    assert refused.value.code == "mark-too-large"

"""A photo written anew: its pixels only, upright, without position, thumbnail, comment or hidden parts."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from PIL import Image, ImageFile, ImageOps

from helsebro.documents.file_content import MOST_BYTES
from helsebro_aws.documents.rewriting.limits import (
    BYTES_A_PIXEL,
    LONGEST_SIDE,
    MOST_DECODED,
    MOST_FOR_DECODING,
    MOST_PIXELS,
    MOST_PIXELS_OF_HEIC,
)
from helsebro_aws.documents.rewriting.parts_of_pictures import (
    jpeg_parts,
    kept_until_decoded,
    png_is_countable,
)
from helsebro_aws.documents.rewriting.unwritable import Unwritable

FORMATS: Mapping[str, str] = {"image/jpeg": "JPEG", "image/png": "PNG", "image/heic": "HEIF"}
SHOWN_AS_THEY_ARE = frozenset({"1", "L", "RGB"})
WITH_HOLES = frozenset({"LA", "PA", "RGBA", "RGBa", "La"})
DEEP_GREY = frozenset({"I", "I;16", "I;16B", "I;16L", "I;16N", "F"})
QUALITY = 85
SCALES = (1, 2, 4, 8)
"""The parts of its size at which a JPEG can be decoded."""
UNREADABLE = (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, EOFError, RuntimeError)
"""What the library raises for bytes that are no picture."""


def picture_of(content: bytes, content_type: str) -> bytes:
    """Returns the picture as JPEG, or as PNG where it was one. Raises ``Unwritable``."""
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    # Our own limit is below, before a pixel is decoded.
    Image.MAX_IMAGE_PIXELS = None
    if not _is_countable(content, content_type):
        raise Unwritable("file-incomplete")
    if content_type == "image/heic":
        _read_heic()
    try:
        with Image.open(BytesIO(content), formats=[FORMATS[content_type]]) as sent:
            _must_be_small_enough(sent)
            _decode(sent, kept_until_decoded(content) if content_type == "image/jpeg" else 0)
            plain = _plain(_upright(sent))
    except UNREADABLE as error:
        # The library of HEIC says so in words.
        lacked_memory = "memory" in str(error).lower()
        raise Unwritable("picture-too-large" if lacked_memory else "file-incomplete") from error
    # Pillow writes again what it finds here: comments, profiles and more.
    plain.info.clear()
    return _encoded(plain, as_png=content_type == "image/png")


def _is_countable(content: bytes, content_type: str) -> bool:
    if content_type == "image/jpeg":
        return jpeg_parts(content) is not None
    return content_type != "image/png" or png_is_countable(content)


def _read_heic() -> None:
    import pillow_heif

    pillow_heif.options.DECODE_THREADS = 1
    pillow_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)


def _must_be_small_enough(sent: Image.Image) -> None:
    width, height = sent.size
    if width * height > (MOST_PIXELS_OF_HEIC if sent.format == "HEIF" else MOST_PIXELS):
        raise Unwritable("picture-too-large")


def _decode(sent: Image.Image, kept: int) -> None:
    """Decodes the picture, a JPEG as small as it has to be. Raises ``Unwritable``.

    ``kept`` is how many bytes the library keeps beside the pixels until the last is decoded.
    """
    if sent.format == "JPEG":
        fitting = (scale for scale in SCALES if _fits(sent.size, scale, kept))
        scale = next(fitting, None)
        if scale is None:
            raise Unwritable("picture-too-large")
        width, height = sent.size
        sent.draft(None, (max(width // scale, 1), max(height // scale, 1)))
    sent.load()


def _fits(size: tuple[int, int], scale: int, kept: int) -> bool:
    """Whether the picture can be decoded at this part of its width and height, in the memory there is."""
    width, height = size
    pixels = width * height // scale**2
    is_plain_enough = not kept or kept + pixels * BYTES_A_PIXEL <= MOST_FOR_DECODING
    # What would be made smaller in any case is decoded smaller at once.
    is_needed = max(size) // scale < 2 * LONGEST_SIDE
    return pixels <= MOST_DECODED and is_plain_enough and is_needed


def _upright(sent: Image.Image) -> Image.Image:
    """Returns the decoded picture as the camera was held, with at most ``LONGEST_SIDE`` pixels a side."""
    if max(sent.size) > LONGEST_SIDE:
        # Of two colours or a palette the library would drop every other point, and thin lines with them.
        if sent.mode in ("1", "P"):
            sent = sent.convert("L") if sent.mode == "1" else _plain(sent)
        sent.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.BICUBIC, reducing_gap=1.0)
    return ImageOps.exif_transpose(sent)


def _plain(picture: Image.Image) -> Image.Image:
    """Returns the picture in one of the forms that every program shows; what is transparent becomes white."""
    if picture.mode in SHOWN_AS_THEY_ARE and "transparency" not in picture.info:
        return picture
    if picture.mode in DEEP_GREY:
        return picture.point(lambda value: value / 256).convert("L")
    if picture.mode in WITH_HOLES or "transparency" in picture.info:
        seen = picture.convert("RGBA")
        page = Image.new("RGB", seen.size, "white")
        page.paste(seen, mask=seen.getchannel("A"))
        return page
    return picture.convert("RGB")


def _encoded(picture: Image.Image, as_png: bool) -> bytes:
    written = BytesIO()
    if as_png:
        picture.save(written, "PNG")
        if written.tell() <= MOST_BYTES:
            return written.getvalue()
        # A photo that was saved as PNG: it stays readable as JPEG, but the type would no longer be true.
        written = BytesIO()
        picture.quantize(256).save(written, "PNG")
        return written.getvalue()
    (picture.convert("L") if picture.mode == "1" else picture).save(written, "JPEG", quality=QUALITY)
    return written.getvalue()

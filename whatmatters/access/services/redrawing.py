"""A picture that somebody sends is drawn anew: what is kept is ours alone, small and square.

Nothing of the file itself is kept: not where and when it was taken, and nothing hidden in it.
"""

import io
import struct
import warnings
import zlib

from PIL import Image, ImageOps, UnidentifiedImageError

from whatmatters.access.queries.refusals import NoPicture, PictureTooLarge, PictureTooSmall
from whatmatters.policy.pictures import (
    least_side,
    most_dots,
    most_picture_bytes,
    picture_quality,
    picture_side,
)

KINDS = ("JPEG", "PNG", "WEBP")
KEPT_AS = "JPEG"
MEGABYTE = 1_000_000
# What Pillow raises of a file that is no picture or is damaged, in its dots or beside them.
BROKEN = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,
    TypeError,
    KeyError,
    IndexError,
    OverflowError,
    EOFError,
    struct.error,
    zlib.error,
    Warning,
)
WHITE = (255, 255, 255)


def redrawn(sent: bytes) -> bytes:
    """The middle of a picture, upright, as a small square JPEG without anything but its dots.

    Raises NoPicture (of no kind that is taken, or damaged), PictureTooLarge and PictureTooSmall:
    both are asked before a dot is unfolded.
    """
    if len(sent) > most_picture_bytes():
        raise PictureTooLarge(most=f"{most_picture_bytes() // MEGABYTE} MB")
    try:
        # What Pillow says of a picture that is too large or not whole is a refusal here.
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return _drawn(sent)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as large:
        raise _too_many_dots() from large
    except BROKEN as broken:
        raise NoPicture() from broken


def _drawn(sent: bytes) -> bytes:
    with Image.open(io.BytesIO(sent), formats=KINDS) as picture:
        if picture.width * picture.height > most_dots():
            raise _too_many_dots()
        if min(picture.size) < least_side():
            raise PictureTooSmall(least=least_side())
        side = picture_side()
        # A JPEG unfolds at a fraction of its size where that is enough.
        picture.draft("RGB", (side, side))
        upright = ImageOps.exif_transpose(picture)
        square = ImageOps.fit(_on_white(upright), (side, side))
    out = io.BytesIO()
    square.save(out, KEPT_AS, quality=picture_quality())
    return out.getvalue()


def _on_white(picture: Image.Image) -> Image.Image:
    """What can be looked through stands on white, as the page does."""
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    seen = picture.convert("RGBA")
    ground = Image.new("RGB", seen.size, WHITE)
    ground.paste(seen, mask=seen.getchannel("A"))
    return ground


def _too_many_dots() -> PictureTooLarge:
    return PictureTooLarge(most=f"{most_dots() // MEGABYTE} MP")

"""What is kept of a picture that somebody sends: its dots, redrawn, and nothing else."""

import io
import struct
import zlib
from contextlib import suppress

import pytest
from PIL import Image

from tests.fixtures.pictures import BLUE, PLACE, RED, a_cut_out, a_photograph, dots
from whatmatters.access.queries.refusals import NoPicture, PictureTooLarge, PictureTooSmall
from whatmatters.access.services.redrawing import redrawn

WHITE = (255, 255, 255)


def near(found, wanted) -> bool:
    """A colour as a JPEG keeps it."""
    return all(abs(a - b) <= 12 for a, b in zip(found, wanted, strict=True))


@pytest.mark.once
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_each_kind_becomes_a_small_square_of_its_middle(kind) -> None:
    kept = dots(redrawn(a_photograph(kind, (400, 300))))
    assert (kept.format, kept.mode, kept.size) == ("JPEG", "RGB", (240, 240))
    assert near(kept.getpixel((10, 120)), RED)
    assert near(kept.getpixel((230, 120)), BLUE)


@pytest.mark.once
def test_what_a_telephone_writes_beside_it_is_gone() -> None:
    sent = a_photograph()
    assert PLACE.encode() in sent
    kept = redrawn(sent)
    assert b"Canari" not in kept
    assert b"telephone" not in kept
    assert not dots(kept).getexif()


@pytest.mark.once
def test_a_picture_that_lies_on_its_side_is_put_upright() -> None:
    kept = dots(redrawn(a_photograph(turned=True)))
    assert near(kept.getpixel((120, 10)), RED)
    assert near(kept.getpixel((120, 230)), BLUE)


@pytest.mark.once
def test_what_can_be_looked_through_stands_on_white() -> None:
    kept = dots(redrawn(a_cut_out()))
    assert near(kept.getpixel((5, 5)), WHITE)
    assert near(kept.getpixel((120, 120)), RED)


def refused(sent: bytes) -> dict[str, object]:
    with pytest.raises(NoPicture) as told:
        redrawn(sent)
    return told.value.params


@pytest.mark.once
@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
        b"%PDF-1.7 no picture at all",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
        a_photograph()[:900],
        a_photograph("PNG")[:300],
    ],
    ids=["empty", "gif", "pdf", "svg", "half a jpeg", "half a png"],
)
def test_what_is_no_picture_is_refused(sent) -> None:
    assert refused(sent) == {}


@pytest.mark.once
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_damage_anywhere_is_a_picture_or_a_refusal_and_never_a_fault(kind: str) -> None:
    """Each byte of the head, where what the telephone wrote stands, is turned in its turn."""
    whole = a_photograph(kind, (80, 80), turned=True)
    for place in range(min(len(whole), 400)):
        for turn in (0x01, 0xFF):
            hurt = bytearray(whole)
            hurt[place] ^= turn
            with suppress(NoPicture, PictureTooLarge, PictureTooSmall):
                assert redrawn(bytes(hurt))


@pytest.mark.once
def test_too_many_bytes_are_refused_before_they_are_looked_at() -> None:
    with pytest.raises(PictureTooLarge) as told:
        redrawn(b"x" * 8_000_001)
    assert told.value.params == {"most": "8 MB"}


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@pytest.mark.once
@pytest.mark.parametrize("side", [5_100, 20_000, 60_000])
def test_a_small_file_of_very_many_dots_is_never_unfolded(side) -> None:
    """26,000,000 dots are taken; 5,100 by 5,100 are 26,010,000."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99))
    with pytest.raises(PictureTooLarge) as told:
        redrawn(bomb)
    assert told.value.params == {"most": "26 MP"}


@pytest.mark.once
def test_a_picture_of_hardly_any_dots_is_refused() -> None:
    with pytest.raises(PictureTooSmall) as told:
        redrawn(a_photograph(size=(400, 63)))
    assert told.value.params == {"least": 64}
    assert redrawn(a_photograph(size=(400, 64)))


@pytest.mark.once
def test_a_picture_of_greys_and_of_few_colours_are_taken() -> None:
    for mode in ("L", "P", "CMYK", "I;16"):
        out = io.BytesIO()
        kind = "JPEG" if mode == "CMYK" else "PNG"
        Image.new(mode, (100, 100)).save(out, kind)
        assert dots(redrawn(out.getvalue())).mode == "RGB"

"""Bytes to text: which encoding it is, and what is no text at all."""

from __future__ import annotations

import codecs
import re
from unicodedata import category

from twosource.errors import ItemError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]*encoding\s*=\s*["']([\w.:-]{2,40})""", re.I
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

SNIFFED = 65_536
"""Bytes that an encoding is guessed from; more costs time and changes no guess."""

FEW_CONTROLS = 0.001
"""Share of control characters up to which a file is still text; a picture or an archive has some in a hundred."""


ONE_HALF = 0.95
"""Share of its zeros that UTF-16 has in the same half of the pairs: they belong to the signs below U+0100."""

FEW_ZEROS = 0.025
"""Share of zeros below which it is no UTF-16: spaces and line ends alone, one sign in seven, give three times that."""


def decode(data: bytes, *, markup: bool = False) -> str:
    """The text of a file, nothing normalised.

    Tried in order: a byte order mark, the page's own word (`markup`), UTF-8, UTF-16 without a mark, then a guess
    (charset-normalizer), which reads the Windows and KOI8 pages that old sites serve. Raises `ItemError` where the
    bytes are empty or no text.

    >>> decode("Привет".encode("utf-16"))
    'Привет'
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise ItemError("empty_file", "there is no text in it")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _text(data, encoding)
    declared = _DECLARED.search(data[:4096]) if markup else None
    if declared:
        try:
            return _text(data, (declared.group(1) or declared.group(2)).decode("ascii"))
        except (LookupError, ItemError):
            pass
    if 0 not in data[:SNIFFED]:
        try:
            return _checked(data.decode("utf-8"))
        except UnicodeDecodeError:
            pass
    return _guessed(data)


def _text(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ItemError("bad_encoding", f"it says that it is {encoding} and is not ({error.reason})") from error
    return _checked(text.removeprefix("\ufeff"))


def _checked(text: str) -> str:
    controls = len(_CONTROLS.findall(text[:SNIFFED]))
    if controls > max(1, FEW_CONTROLS * len(text[:SNIFFED])):
        raise ItemError("binary_file", "it is no text; give text or HTML")
    return text


def _guessed(data: bytes) -> str:
    head = data[:SNIFFED]
    zeros = head.count(0)
    if zeros:
        odd = head[1::2].count(0)
        if zeros < FEW_ZEROS * len(head) or max(odd, zeros - odd) < ONE_HALF * zeros:
            raise ItemError("binary_file", "it is no text; give text or HTML")
        try:
            return _written(_checked(data.decode("utf-16-le" if odd > zeros - odd else "utf-16-be")))
        except UnicodeDecodeError:
            raise ItemError("binary_file", "it is no text; give text or HTML") from None
    from charset_normalizer import from_bytes

    best = from_bytes(head).best()
    if best is None:
        raise ItemError("bad_encoding", "its encoding cannot be told; save it as UTF-8")
    try:
        return _checked(data.decode(best.encoding))
    except UnicodeDecodeError:
        return _checked(data.decode(best.encoding, errors="replace"))


def _written(text: str) -> str:
    """Passes on what people write: numbers of a program that happen to decode are no characters, or have no spaces."""
    head = text[:SNIFFED]
    if any(category(sign) in ("Cn", "Co", "Cs") for sign in set(head)) or not any(map(str.isspace, head)):
        raise ItemError("binary_file", "it is no text; give text or HTML")
    return text

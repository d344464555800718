"""Encodings, and what is no text."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.errors import ItemError
from twosource.ingest.decode import decode

RUSSIAN = "Войска отошли от города, сообщил представитель министерства во вторник вечером.\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_in_all_its_forms(encoding: str) -> None:
    assert decode("The dam broke — 12 dead.\r\n\u2028End".encode(encoding)) == "The dam broke — 12 dead.\r\n\u2028End"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_in_another_alphabet(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding)) == RUSSIAN


@pytest.mark.parametrize(
    "data",
    [
        b"The dam broke.\n  It held before.\n" * 9 + b"a\x00\n  b",
        b"".join(n.to_bytes(4, "little") for n in range(32, 127)),
        b"".join(bytes([n % 251 + 1, 0xE0, 0x20, 0x00]) for n in range(99)),
    ],
    ids=["a text with a stray zero", "numbers", "private signs"],
)
def test_zeros_alone_make_no_utf_16(data: bytes) -> None:
    with pytest.raises(ItemError) as caught:
        decode(data)
    assert caught.value.reason == "binary_file"


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "iso-8859-5"])
def test_old_cyrillic_encodings_are_guessed(encoding: str) -> None:
    assert decode((RUSSIAN * 5).encode(encoding)) == RUSSIAN * 5


def test_a_page_says_its_own_encoding() -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body>{RUSSIAN}</body></html>'
    assert RUSSIAN in decode(page.encode("windows-1251"), markup=True)


def test_a_page_that_lies_about_its_encoding_is_guessed() -> None:
    page = f'<html><head><meta charset="no-such-thing"></head><body>{RUSSIAN}</body></html>'
    assert RUSSIAN in decode(page.encode(), markup=True)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty_file"),
        (b" \r\n\t ", "empty_file"),
        (b"\x00" * 40, "empty_file"),
        (bytes(range(256)) * 40, "binary_file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(200)) * 9, "binary_file"),
        (b"\xff\xfe\x00", "bad_encoding"),
    ],
)
def test_what_is_no_text(data: bytes, reason: str) -> None:
    with pytest.raises(ItemError) as caught:
        decode(data)
    assert caught.value.reason == reason
    assert "\n" not in caught.value.message


@given(st.binary(max_size=400))
def test_bytes_give_a_text_or_a_reason(data: bytes) -> None:
    with contextlib.suppress(ItemError):
        assert isinstance(decode(data), str)


@given(st.text(min_size=1).filter(lambda t: t.strip(" \t\r\n\x00") and not set(t) & set(map(chr, range(32)))))
def test_text_as_given_is_never_altered(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")

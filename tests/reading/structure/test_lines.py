from __future__ import annotations

import textwrap

from twosource.reading.structure.lines import blocks_of, lines_of

PROSE = (
    "The governor of the coastal province said on Tuesday that the dam above the town had held through the night and "
    "that nobody was missing, though some forty houses stood in water and the road to the harbour was cut in three "
    "places by fallen trees."
)


def cuts(text: str) -> list[str]:
    return [block.cut(text) for block in blocks_of(text, lines_of(text))]


def test_every_line_break_of_unicode_ends_a_line() -> None:
    text = "a1\r\nb2\rc3\nd4\x0be5\x0cf6\x85g7\u2028h8\u2029i9"
    assert [line.cut(text) for line in lines_of(text)] == ["a1", "b2", "c3", "d4", "e5", "f6", "g7", "h8", "i9"]


def test_white_space_around_a_line_is_left_out() -> None:
    text = "\ufeff\xa0 One. \u200b\n\t\xa0\n  Two.\xa0"
    lines = lines_of(text)
    assert [line.cut(text) for line in lines] == ["One.", "Two."]
    assert [line.gap for line in lines] == [True, True]


def test_bullets_are_seen() -> None:
    text = "• One\n- Two\n3. Three\n2024 was dry\n-5 degrees"
    assert [line.bullet for line in lines_of(text)] == [True, True, True, False, False]


def test_wrapped_mail_is_joined() -> None:
    text = textwrap.fill(PROSE, 72) + "\n\n" + textwrap.fill(PROSE, 72)
    assert [" ".join(cut.split()) for cut in cuts(text)] == [PROSE, PROSE]


def test_wrapped_mail_without_blank_lines_is_cut_at_short_lines() -> None:
    text = "\n".join(textwrap.fill(PROSE, 72, initial_indent="   ") for _ in range(3))
    assert [" ".join(cut.split()) for cut in cuts(text)] == [PROSE] * 3


def test_paragraphs_of_one_line_stay_apart() -> None:
    text = "\n".join([PROSE, PROSE, "Short one.", PROSE])
    assert len(cuts(text)) == 4


def test_one_sentence_a_line_is_not_wrapped() -> None:
    lines = [
        "The dam held.",
        "Forty houses stood in water near the old harbour wall.",
        "Nobody was missing, he said.",
        "Rain went on.",
    ]
    assert cuts("\n".join(lines)) == lines


def test_a_list_is_not_wrapped() -> None:
    lines = ["- " + word * 12 for word in ("dams ", "road ", "town ", "boat ")]
    assert len(cuts("\n".join(lines))) == 4


def test_a_long_address_does_not_hide_the_wrapping() -> None:
    text = textwrap.fill(PROSE * 12, 72) + "\n\nhttps://example.org/" + "a" * 120
    assert len(cuts(text)) == 2

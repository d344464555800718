"""One speaker, one body, one side, one outlet."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile.factory import person
from tests.reconcile.test_relations import line, mainly, report
from twosource.reconcile.voices import is_heading, one_side, one_voice, other_sides, same_outlet, same_speaker

SPOKESMAN = person("Jan Horvat", "Varenian Marines", "varenia")
MARINES = person("Varenian Marines", "Varenian Marines", "varenia", kind="organisation")
MINISTER = person("Mira Koss", "Ministry of Health", "varenia")
REBEL = person("Ana Brandt", "Front", "front")
NOBODY = person("unspecified", None, kind="anonymous")


def pair(a: Any, b: Any, **fields: Any) -> Any:
    """The gists of what two say in two reports."""
    lines = line("Tolm was shelled", a, "attack", **fields), line("Tolm was shelled", b, "attack")
    return *mainly(report("a", "2031-03-04", lines[0])), *mainly(report("b", "2031-03-04", lines[1]))


@pytest.mark.parametrize(
    ("a", "b", "speaker", "voice", "side", "others"),
    [
        (SPOKESMAN, SPOKESMAN, True, True, True, False),
        (SPOKESMAN, MARINES, True, True, True, False),
        (SPOKESMAN, MINISTER, False, False, True, False),
        (SPOKESMAN, REBEL, False, False, False, True),
        (SPOKESMAN, NOBODY, False, False, False, False),
    ],
)
def test_who_speaks(a: Any, b: Any, speaker: bool, voice: bool, side: bool, others: bool) -> None:
    two = pair(a, b)
    assert (same_speaker(*two), one_voice(*two), one_side(*two), other_sides(*two)) == (speaker, voice, side, others)


def test_lines_of_an_outlet() -> None:
    heading, body = pair(None, None, part="title")
    assert same_outlet(heading, body)
    assert is_heading(heading)
    assert not is_heading(body)

"""Lists as aligned lines."""

from __future__ import annotations

from rich.cells import cell_len

from twosource.tell import tables

from . import factory

BRIEF = factory.brief()


def test_stories() -> None:
    assert tables.stories(BRIEF.stories)[:2] == (
        "story  period                    reports  questions  title",
        "s1     2 March to 10 March 2031  3        9          Varnian marines near Kelmar",
    )


def test_questions() -> None:
    line = tables.questions(BRIEF.stories[0].questions)[2]
    assert line.split() == ["q2", "disputed", "2–3", "2", "Who", "controls", "Kelmar?"]


def test_claims_of_all_reports_or_those_asked_for() -> None:
    assert len(tables.claims(BRIEF.reports)) == 1 + sum(len(report.claims) for report in BRIEF.reports)
    asked = tables.claims(BRIEF.reports, (factory.ref(2, 4), factory.ref(9, 9)))
    assert len(asked) == 2
    assert asked[1].startswith("r000000000002/c4  2031-03-05  control  assert")
    assert asked[1].endswith("Kelmar has fallen")


def test_sources_with_the_most_claims_first() -> None:
    lines = tables.sources(BRIEF.reports)
    assert lines[1].split() == ["4", "2", "person", "Ostrel", "Jonas", "Veld", "spokesman,", "Army", "Command"]
    assert int(lines[-1].split()[0]) <= 1


def test_lines_keep_to_the_width_and_hold_nothing_that_moves_a_terminal() -> None:
    for line in (*tables.claims(BRIEF.reports, width=100), *tables.stories(BRIEF.stories, width=70)):
        assert cell_len(line) <= 100
        assert line.isprintable()

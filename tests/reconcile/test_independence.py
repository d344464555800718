"""The two-source rule, case by case: who counts, who counts together, and who only may."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile.factory import person, place, report, said
from twosource.model import Independence, Source
from twosource.reconcile import identity
from twosource.reconcile.gist import gists
from twosource.reconcile.independence import Speaker, independence, one_source

SPOKESMAN = person("Jan Horvat", "Varenian Marines", "varenia")
COMMANDER = person("Falcon", "Varenian Marines", "varenia")
MINISTER = person("Mira Koss", "Ministry of Health", "varenia")
OFFICIALS = person("health officials", None, kind="collective")
UNNAMED = person("unspecified", None, kind="anonymous")
AGENCY = person("Dorne Press", "Dorne Press", kind="organisation")


def counted(*lines: dict[str, Any], outlet: str = "The Varenia Herald") -> Independence:
    """The independence of claims that take one position."""
    return independence([list(gists(report("r", "2031-03-04", *lines, outlet=outlet)))], [])


def line(by: Source | None, **fields: Any) -> dict[str, Any]:
    """Somebody says that the troops have left."""
    return said("the troops have left Tolm", by, type="movement", places=[place("Tolm")], **fields)


@pytest.mark.parametrize(
    ("lines", "count", "at_most"),
    [
        ([line(SPOKESMAN), line(COMMANDER)], 1, 1),
        ([line(SPOKESMAN), line(MINISTER)], 2, 2),
        ([line(SPOKESMAN), line(SPOKESMAN)], 1, 1),
        ([line(OFFICIALS)], 1, 1),
        ([line(SPOKESMAN), line(OFFICIALS)], 1, 2),
        ([line(SPOKESMAN), line(UNNAMED)], 1, 2),
        ([line(COMMANDER, via=["Dorne Press"]), line(AGENCY)], 1, 1),
        ([line(None)], 1, 1),
        ([line(None), line(SPOKESMAN)], 1, 1),
        ([line(None, part="title")], 0, 0),
        ([line(SPOKESMAN, stance="decline")], 0, 0),
        ([line(SPOKESMAN, stance="cannot_verify"), line(MINISTER)], 1, 1),
        ([line(MINISTER, stance="deny"), line(SPOKESMAN)], 2, 2),
    ],
)
def test_counting(lines: list[dict[str, Any]], count: int, at_most: int) -> None:
    found = counted(*lines)
    assert (found.count, found.at_most) == (count, at_most)


def test_words_that_a_body_denies_for_its_man_leave_the_unnamed_as_their_source() -> None:
    laid = line(SPOKESMAN, via=["a lawmaker"])
    body = person("Varenian Marines", "Varenian Marines", "varenia", kind="organisation")
    for kind, count in (("denial", 2), ("movement", 1)):
        denial = {**line(body, stance="deny"), "type": kind}
        told = [[gist] for gist in gists(report("r", "2031-03-04", laid, line(UNNAMED), denial)) if not gist.also]
        found = independence([[*told[0], *told[1]], told[2]], [])
        assert (found.count, found.at_most) == (count, 2)


@pytest.mark.parametrize(("cue", "stance", "count"), [("warned against", "assert", 1), ("warned against", "deny", 2)])
def test_who_warns_against_a_thing_says_nothing_of_it(cue: str, stance: Any, count: int) -> None:
    told = [[gist] for gist in gists(report("r", "2031-03-04", line(SPOKESMAN), line(MINISTER, stance=stance)))]
    warned = [gist.replace(cue=cue) for gist in told[1]]
    assert independence([told[0], warned], []).count == count


def test_a_class_and_nobody_in_particular_may_be_one_another() -> None:
    assert counted(line(OFFICIALS), line(UNNAMED)).count == 1


def test_a_group_of_several_names_says_why() -> None:
    (group,) = counted(line(SPOKESMAN), line(COMMANDER)).groups
    assert set(group.names) == {"Jan Horvat", "Falcon"}
    assert "one body" in (group.reason or "")


def test_an_uncertain_group_says_why() -> None:
    groups = counted(line(SPOKESMAN), line(UNNAMED)).groups
    assert [g.certain for g in groups] == [True, False]
    assert (groups[1].reason or "").startswith("at most: ")


def printed(text: str, outlet: str) -> list[Any]:
    """What an outlet prints in its own voice."""
    return list(gists(report(outlet[:4].strip(), "2031-03-04", said(text, None, type="movement"), outlet=outlet)))


def test_a_passage_that_several_outlets_print_counts_once_and_says_so() -> None:
    text = "the troops have left the town of Tolm and are said to be on the road to the north"
    one, other = printed(text, "Harbour Herald"), printed(f"On Monday {text}", "Evening Post")
    (group,) = independence([[*one, *other]], []).groups
    assert set(group.names) == {"Harbour Herald", "Evening Post"}
    assert "copied passage" in (group.reason or "")
    own_words = printed("nobody of that brigade is to be seen in Tolm today", "Evening Post")
    assert independence([[*one, *own_words]], []).count == 2


def test_titles_of_one_house_count_once() -> None:
    found = independence([[*printed("the troops left Tolm", "BBC News"), *printed("Tolm is empty", "BBC Arabic")]], [])
    assert found.count == 1
    assert "one house" in (found.groups[0].reason or "")


def test_ten_outlets_can_be_one_source() -> None:
    positions = [
        [g for n in range(10) for g in gists(report(f"r{n}", "2031-03-04", line(SPOKESMAN), outlet=f"Outlet {n}"))]
    ]
    assert independence(positions, []).count == 1


def organisation(name: str, *side: str) -> Source:
    """A body that speaks for itself."""
    return person(name, name, *side, kind="organisation")


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("separatists' defence ministry", "Kenya's defence ministry", False),
        ("Kenya's defence ministry", "Kenyan government", True),
        ("Kenyan army", "Nairobi", True),
        ("Kenyan special forces", "Kenya", False),
        ("rebels", "separatists' defence ministry", True),
        ("Marenko's office", "Marenko's party", False),
    ],
)
def test_bodies_of_states_and_of_rebels(a: str, b: str, one: bool) -> None:
    speakers = [Speaker(name, organisation(name), (), frozenset(), frozenset()) for name in (a, b)]
    assert (one_source(*speakers) is not None) is one


def test_a_person_and_his_office_are_one_and_rebels_of_two_sides_are_two() -> None:
    office = Speaker("Marenko's office", organisation("Marenko's office"), (), frozenset(), frozenset())
    marenko = Speaker("Ivan Marenko", person("Ivan Marenko"), (), frozenset(), frozenset())
    assert one_source(office, marenko) == "one body: Marenko's office speaks for Ivan Marenko"
    north, south = organisation("rebels", "north"), organisation("rebel council", "south")
    assert not identity.one_party(north, south)

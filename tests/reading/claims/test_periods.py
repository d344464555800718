"""When something was said and when it happened: reports of one day, undated ones, disasters dated once."""

from __future__ import annotations

import twosource
from twosource.model import Claim, Period, Report

FLASH = """\
Dam gives way above Lutar

SANVAR, May 14 (Newswire) - Nine people died when the dam burst on Sunday night, the fire service said on Wednesday.

The sirens stayed silent, the mayor, Ana Ruiz, told reporters. The council had said earlier that they worked.

Two villages lie empty since the dam burst, she said. The dam, built in 1964, supplies water to 9,000 people.
"""
DAY = Period("2031-05-14", "2031-05-14")


def claim(report: Report, part: str) -> Claim:
    return next(one for one in report.claims if part in report.words(one))


def test_what_a_flash_tells_was_said_on_its_day() -> None:
    report = twosource.read(FLASH, published="2031-05-14")
    assert claim(report, "sirens").said == DAY
    assert claim(report, "they worked").said == Period(None, DAY.end)


def test_a_disaster_dated_once_keeps_its_day() -> None:
    report = twosource.read(FLASH, published="2031-05-14")
    dated = claim(report, "Nine people").when
    assert dated is not None
    assert claim(report, "Dam gives way").when == dated


def test_the_year_of_building_dates_nothing_else() -> None:
    report = twosource.read(FLASH, published="2031-05-14")
    assert claim(report, "supplies water").when == DAY


def test_a_feature_leaves_open_when_its_words_were_said() -> None:
    text = "The valley after the war\n\nThe bridge is gone, the mayor, Ana Ruiz, said. Two people died there.\n"
    assert claim(twosource.read(text, published="2031-05-14"), "bridge").said == Period(None, DAY.end)


def test_of_an_undated_report_only_its_own_words_are_not_older_than_what_it_tells() -> None:
    text = "The valley\n\nThe army took the town in May 2031. Two villages are empty, the mayor, Ana Ruiz, said.\n"
    report = twosource.read(text)
    own = claim(report, "took the town").said
    assert own is not None
    assert (own.start or "")[:7] == "2031-05"
    assert own.end is None
    assert claim(report, "villages").said is None

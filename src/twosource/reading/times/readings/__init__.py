"""What each rule's words mean, seen from a day: one function a kind of expression."""

from __future__ import annotations

from twosource.reading.times.readings import days, lengths, units, words, years
from twosource.reading.times.readings.base import At, Ends, Read, Reading

__all__ = ["READINGS", "At", "Ends", "Reading"]

READINGS: dict[str, Read] = {
    "figures_date": days.figures_date,
    "month_day": days.month_day,
    "day_span": days.day_span,
    "night_span": days.night_span,
    "weekday": days.weekday,
    "deictic": days.deictic,
    "next_part": days.next_part,
    "overnight": days.overnight,
    "clock": days.clock,
    "month": units.month,
    "season": units.season,
    "quarter": units.quarter,
    "half_year": units.half_year,
    "same_again": units.same_again,
    "year_before": units.year_before,
    "before_last": units.before_last,
    "week_of": units.week_of,
    "relative": units.relative,
    "that_one": units.that_one,
    "counted": lengths.counted,
    "length": lengths.length_of,
    "ago": lengths.ago,
    "nth_unit": years.nth_unit,
    "decade": years.decade,
    "year": years.year,
    "year_span": years.year_span,
    "year_in_words": years.year_in_words,
    "set_of": words.set_of,
    "holiday": words.holiday,
    "reference": words.reference,
}
"""The readings that the rules of times_rules.toml may ask for."""

"""Finds toponyms and says where they lie.

Names are looked up in a gazetteer of 440,000 names (GeoNames and hand-made tables), judged by the words around them (is
this a place, a person, an organisation?) and resolved: by what the text says of them, by the other places, by size.
"""

from __future__ import annotations

from twosource.model import Candidate, Layout, PlaceMention, PlaceUse
from twosource.reading.places.gazetteer import Gazetteer, gazetteer
from twosource.reading.places.honest import precision, reason
from twosource.reading.places.judge import likelihood
from twosource.reading.places.lexicon import words
from twosource.reading.places.metonymy import share, use
from twosource.reading.places.resolve import Group
from twosource.reading.places.senses import one_sense
from twosource.reading.places.survey import survey
from twosource.reading.places.tokens import Spot, Token
from twosource.reading.places.unlisted import unlisted

__all__ = ["find"]

LIKELY = 0.5
"""Spots less likely than this are no mentions. Outside the measuring fold, F1 is best here."""


def find(layout: Layout, *, home: str | None = None) -> tuple[PlaceMention, ...]:
    """Every toponym mention of a text, in order. `home` is the ISO 3166 code of the outlet's country, where known.

    Degrees are WGS84; `precision` is UCDP's where_prec; `geonameid` is None where our lists give none.

    >>> from twosource.model import Document
    >>> from twosource.reading.structure import lay_out
    >>> place, = find(lay_out(Document(None, "Two people were killed in Gainesville, Texas.")))[:1]
    >>> place.name, place.admin1, place.country, place.precision
    ('Gainesville', 'Texas', 'US', 1)
    """
    atlas = gazetteer()
    tokens, found = survey(layout, home, atlas)
    found = one_sense(found, tokens)
    kept = [
        (spot, group)
        for group in found
        for spot in group.spots
        if likelihood(spot.clues) >= LIKELY and group.best is not None
    ]
    kept.sort(key=lambda pair: pair[0].start)
    meant = share([use(spot, group, tokens) for spot, group in kept], kept, tokens)
    known = [_mention(*pair, one, tokens, layout.text, atlas) for pair, one in zip(kept, meant, strict=True)]
    return tuple(sorted((*known, *unlisted(layout, known)), key=lambda place: place.start))


WORTH_KEEPING = 0.05
"""Share from which a rival is kept beside the place that was chosen: below it a reader would not look twice."""

MOST_RIVALS = 5


def _rivals(group: Group, atlas: Gazetteer) -> tuple[Candidate, ...]:
    """The other places of the name that are worth a second look, the likeliest first."""
    kept = [choice for choice in group.choices[1:] if choice.likely >= WORTH_KEEPING][:MOST_RIVALS]
    return tuple(
        Candidate(
            name=choice.entry.name, lat=round(choice.entry.lat, 4), lon=round(choice.entry.lon, 4),
            geonameid=choice.entry.geonameid, feature=choice.entry.feature,
            admin1=atlas.entry(choice.entry.admin1).name if choice.entry.admin1 else None,
            country=choice.entry.country, likely=round(choice.likely, 3),
        )
        for choice in kept
    )  # fmt: skip


def _mention(
    spot: Spot, group: Group, meant: PlaceUse, tokens: list[Token], text: str, atlas: Gazetteer
) -> PlaceMention:
    """The public record of a spot."""
    assert group.best is not None
    entry = group.best.entry
    end = spot.end
    if spot.tail and (spot.fits or (spot.unit in words("coarse_unit") and entry.feature.startswith("PPL"))):
        end = tokens[spot.tail - 1].end
    unit = atlas.entry(entry.admin1).name if entry.admin1 else None
    return PlaceMention(
        start=spot.start, end=end, name=entry.name if entry.name else text[spot.start : end],
        lat=round(entry.lat, 4), lon=round(entry.lon, 4), geonameid=entry.geonameid, feature=entry.feature,
        admin1=entry.name if entry.feature == "ADM1" else unit, country=entry.country,
        precision=precision(spot, group, tokens), use=meant, candidates=_rivals(group, atlas),
        confidence=round(likelihood(spot.clues) * group.best.likely, 3), reason=reason(spot, group, atlas),
    )  # fmt: skip

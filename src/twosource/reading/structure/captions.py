"""Knows captions and image descriptions, and which of them tell something of the story."""

from __future__ import annotations

import re
from functools import lru_cache

from twosource.reading.structure.stamps import is_dateline

__all__ = ["is_caption", "is_slug", "tells"]

LONGEST = 600
"""Captions are shorter; it bounds the work on a long paragraph."""

CREDIT = (
    r"photos?|images?|pictures?|getty(?: images)?|afp|ap|epa|reuters|shutterstock|istock|wikimedia(?: commons)?|flickr"
    r"|screenshot|screengrab|handout|illustration|infographic|graphic|openstreetmaps?|google earth|maxar|planet labs"
    r"|anadolu|xinhua|nurphoto|alamy|unsplash|pixabay"
)
KIND = r"photo|image|picture|video|screenshot|illustration|map|infographic"
PARENS = re.compile(
    rf"\((?:[^()\n]{{0,80}}(?:[/,:] ?| via | by | of ))?(?:{CREDIT})\b[^()\n]{{0,40}}\)\W{{0,3}}\Z", re.I
)
PAIR = re.compile(r"\([A-Z][^()/\n]{1,60}/ ?[A-Z][^()/\n]{1,60}\)\W{0,3}\Z")
TAIL = re.compile(
    rf"(?:(?:\A|[.!?|(/–—-])\s*(?:{KIND}|source|credit)s?(?: credit)?\s?(?::|by\b|via\b|from\b|courtesy\b|/)"
    r"\s?[^.!?\n]{2,90}"
    r"|©\s?[^.!?\n]{2,90}|\b(?:an? )?illustrati(?:ve|on)(?: (?:image|photo|picture))?|\bfile (?:photo|image|picture)"
    r"|\b(?:AP|AFP|EPA|Reuters|Getty) photo[^.!?\n]{0,60})\.?\)?\W{0,3}\Z",
    re.I,
)
HEAD = re.compile(
    rf"(?:(?:{KIND}|pictured|caption|photo credit|image source|image credit|file (?:photo|image|picture))s?\s?[:|]"
    r"|(?:image|photo) (?:source|caption|credit)"
    r"|in this (?:\w+ ){0,4}(?:photo|image|picture|frame|file photo|handout)\b)",
    re.I,
)
CLAIM = re.compile(
    r"\b(?:according to|said|says|claim(?:s|ed)?|reported(?:ly)?|estimated?|as of|assess(?:ed|es|ment)"
    r"|control(?:s|led)? by"
    r"|front ?line|advances?|shows? (?:the )?(?:damage|destroyed|extent)|purport(?:s|edly)|allegedly)\b",
    re.I,
)
ILLUSTRATES = re.compile(r"\b(?:illustrati(?:ve|on)|file (?:photo|image|picture)|archive (?:photo|image))\b", re.I)
SLUG = re.compile(r"[a-z0-9’']+(?:[ _-]+[a-z0-9’']+){3,30}(?:\.(?:jpe?g|png|webp|gif))?")


@lru_cache(1 << 10)
def is_caption(line: str) -> bool:
    """True for words under a picture: they name who made it.

    >>> is_caption("Soldiers near the front on May 3, 2024. (Ana Novak / Example via Getty Images)")
    True
    """
    if len(line) > LONGEST or line[:1] in '"“„«' or is_dateline(line):
        return False
    if HEAD.match(line):
        return True
    end = line[-260:]
    if PARENS.search(end) or PAIR.search(end):
        return True
    return TAIL.search(end) is not None and not line.endswith(":")


def is_slug(line: str) -> bool:
    """True for a picture's name or alternative text turned into words: `ruined bridge over river novak 2024`."""
    return len(line) < 200 and SLUG.fullmatch(line) is not None


def tells(line: str) -> bool:
    """True for a caption that states something of the story and says whose word it is, as those of maps do."""
    return CLAIM.search(line) is not None and ILLUSTRATES.search(line) is None

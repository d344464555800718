"""Puts the steps together: from the sentences of a layout to its figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import floor, log10

from twosource.knowledge import table
from twosource.model import Figure, Layout, Measure, Span
from twosource.reading.figures import durations, known, levels, persons, returning, shares
from twosource.reading.figures.apart import apart
from twosource.reading.figures.attach import Sentence
from twosource.reading.figures.background import is_tally, laid_to
from twosource.reading.figures.bounds import Bounded, bounded
from twosource.reading.figures.candidates import Candidate
from twosource.reading.figures.counted import Counted, Unit, counted, is_person, is_plural, name_of
from twosource.reading.figures.numerals import Number, whole
from twosource.reading.figures.repeats import Mention, link
from twosource.reading.lexical import Token, Tokens, word_set

LONGEST = 400
"""Longer sentences are lists or tables; they are read in pieces of so many tokens, which keeps the work linear."""
PEOPLE: tuple[Measure, ...] = (
    "killed",
    "wounded",
    "killed_or_wounded",
    "missing",
    "captured",
    "displaced",
    "deployed",
    "population",
)
ARTICLES = frozenset({"a", "an", "another", "no"})


def find(layout: Layout, cut: Tokens | None = None) -> tuple[Figure, ...]:
    """The figures of a text, in its order. `cut` holds its tokens, where other steps have asked for them.

    >>> from twosource.model import Layout
    >>> [(f.measure, f.low, f.high) for f in find(Layout("At least 12 people were killed and 30 wounded."))]
    [('killed', 12, None), ('wounded', 30, 30)]
    """
    cut = cut or Tokens(layout.text)
    mentions: list[Mention] = []
    pieces: list[tuple[int, list[Token], list[str]]] = []
    for number, sentence in enumerate(_sentences(layout)):
        tokens = cut.of(sentence.start, sentence.end)
        for start in range(0, len(tokens), LONGEST):
            piece = tokens[start : start + LONGEST]
            pieces.append((number, piece, [token.low for token in piece]))
    named = frozenset(name for _, tokens, words in pieces for name in persons.names(tokens, words))
    spoken_of = soldiers = False
    told: dict[tuple[object, object], str] = {}
    for number, tokens, words in pieces:
        joined = Sentence(tokens, words, _candidates(tokens, words))
        if joined.candidates:
            joined.attach()
            returning.join(joined, soldiers)
            levels.join(joined, told)
        single = known.find(joined, named, spoken_of)
        made = _mentions(joined, single, number, len(mentions))
        mentions.extend(made)
        for one in made:
            if one.figure.measure in PEOPLE:
                told[one.figure.low, one.figure.high] = one.figure.measure
        spoken_of = persons.speaks_of_one(tokens, words, named)
        soldiers = returning.speaks_of_soldiers(words)
    return link(mentions)


def _sentences(layout: Layout) -> Iterator[Span]:
    """The sentences outside furniture; the whole text where the layout has none."""
    if not layout.sentences:
        start = 0
        for line in layout.text.splitlines(keepends=True):
            yield Span(start, start + len(line))
            start += len(line)
        return
    for sentence in layout.sentences:
        if sentence.paragraph >= len(layout.paragraphs) or not layout.paragraphs[sentence.paragraph].furniture:
            yield sentence


def _mentions(joined: Sentence, single: list[Candidate], sentence: int, offset: int) -> list[Mention]:
    tokens, words, candidates = joined.tokens, joined.words, joined.candidates
    kept: dict[int, int] = {}
    made: list[Mention] = []
    skip: set[int] = set()
    waiting = list(single)
    for index, candidate in enumerate(candidates):
        if index in skip:
            continue
        measure = _measure(words, candidate)
        if measure is None:
            continue
        while waiting and waiting[0].number.first < candidate.number.first:
            made.extend(_known(joined, waiting.pop(0), sentence))
        partner = _converted(words, candidates, index)
        if partner is not None:
            skip.add(index + 1)
        part_of = kept.get(candidate.whole) if candidate.whole is not None else None
        candidate = _and_one_more(tokens, words, candidate)
        waiting = [one for one in waiting if one.number.first >= candidate.thing.last]
        kept[index] = offset + len(made)
        mention = _mention(tokens, words, candidate, measure, partner, sentence, part_of)
        made.append(replace(mention, passing=_passing(words, candidate, joined.start_of(candidate))))
    for person in waiting:
        made.extend(_known(joined, person, sentence))
    return made


def _known(joined: Sentence, person: Candidate, sentence: int) -> list[Mention]:
    """The mention of a known person, unless the deed is laid to somebody in passing."""
    words = joined.words
    if laid_to(words, joined.start_of(person)):
        return []
    mention = _mention(joined.tokens, words, person, _as_measure(person.measure or "count"), None, sentence, None)
    name = joined.tokens[person.number.first : person.thing.last] if person.thing.head is None else []
    if name and words[person.number.first] not in ("him", "he", "she"):
        mention = replace(mention, figure=mention.figure.replace(of=" ".join(token.raw for token in name)))
    return [replace(mention, known=True)]


def _passing(words: list[str], candidate: Candidate, start: int) -> str | None:
    """How a toll is told in passing: laid to somebody, or as a tally; None where it is told as the report's own."""
    if laid_to(words, start):
        return "laid"
    return "tally" if is_tally(words, candidate.number.first, candidate.thing.last) else None


def _candidates(tokens: list[Token], words: list[str]) -> list[Candidate]:
    """The numbers of a sentence that are not told apart, and the single persons ("a soldier")."""
    found: list[Candidate] = []
    numbers = bounded(tokens, words)
    found.extend(shares.find(tokens, words))
    told = {place for one in found for place in range(one.number.first, one.thing.last)}
    for number in numbers:
        if number.core in told:
            continue
        thing = counted(tokens, words, number)
        if apart(tokens, words, number, thing) is None:
            found.append(Candidate(durations.spread(words, number, thing), thing))
    taken = {place for one in found for place in range(one.number.first, max(one.number.last, one.thing.last))}
    starts = {number.core for number in numbers}
    nouns = word_set("counted", "words", "bare_nouns")
    for place, word in enumerate(words):
        article = word in ARTICLES
        if not (article or word in nouns or is_plural(word)):
            continue
        if place in taken or (article and word != "no" and place + 1 in starts):
            continue
        more = _single(tokens, words, place) if article else _bare(tokens, words, place)
        if more is not None:
            found.append(more)
            taken.update(range(place, more.thing.last))
    found.sort(key=lambda candidate: candidate.number.first)
    return found


def _single(tokens: list[Token], words: list[str], place: int) -> Candidate | None:
    """ "A soldier", "another", "no civilians"."""
    zero = words[place] == "no"
    value = 0 if zero else 1
    number = Bounded(place, place, place + 1, value, value, False, "none" if zero else "article")
    if words[place + 1 : place + 2] == ["one"] and zero:
        return Candidate(number, Counted(place + 2, place + 1, True, singular=True))
    thing = counted(tokens, words, number)
    if thing.unit is not None and not zero:
        return durations.stretch(tokens, words, place, thing)
    if thing.unit is not None or thing.head is None:
        bare = words[place] == "another" and thing.unit is None
        return Candidate(number, Counted(place + 1, None, None, singular=True)) if bare else None
    if any(tokens[at].kind == "number" for at in range(place, thing.head)):
        return None
    if not zero and (not thing.person or is_plural(words[thing.head]) or not is_person(tokens[thing.head])):
        return None
    return Candidate(number, thing)


def _bare(tokens: list[Token], words: list[str], place: int) -> Candidate | None:
    """A bare plural, which says "two or more": "injuries were reported", "killing civilians"."""
    plain = words[place] in word_set("counted", "words", "bare_nouns")
    if not plain and not (is_plural(words[place]) and is_person(tokens[place]) and tokens[place].kind == "word"):
        return None
    before = place - 1
    while (
        before >= 0
        and tokens[before].kind == "word"
        and (tokens[before].is_capital or words[before] in ("civilian", "other", "armed", "suspected"))
    ):
        before -= 1
    definite = word_set("counted", "words", "definite")
    if before >= 0 and (words[before] in definite or words[before].endswith("'s") or tokens[before].kind == "number"):
        return None
    number = Bounded(place, place, place, 2, None, True, "bare")
    if plain:
        return Candidate(number, Counted(place + 1, place, True))
    if words[place] in word_set("counted", "words", "never_bare"):
        return None
    if before >= 0 and words[before] not in word_set("counted", "words", "before_bare"):
        return None
    return Candidate(number, Counted(place + 1, place, True))


def _measure(words: list[str], candidate: Candidate) -> Measure | None:
    """What a candidate measures, or None where it is no figure after all."""
    number, thing = candidate.number, candidate.thing
    if thing.unit is not None:
        if thing.unit.measure == "duration" and not durations.measures(words, number, thing):
            return None
        return _as_measure(thing.unit.measure)
    single = number.kind in ("article", "none")
    if levels.BARE in candidate.marks and candidate.measure is not None:
        return _as_measure(candidate.measure)
    if candidate.measure is not None:
        if candidate.measure == "count" or _is_aim(words, candidate):
            return "count" if thing.head is not None and number.kind not in ("vague", "bare", "article") else None
        if number.kind == "article" and (
            candidate.purpose or candidate.measure in ("deployed", "population", "displaced")
        ):
            return None
        if number.low == number.high == 1 and thing.head is not None and thing.person is False:
            return None
        if number.kind == "bare" and candidate.measure not in ("killed", "wounded"):
            return None
        if number.kind == "none" and candidate.measure not in (
            "killed",
            "wounded",
            "killed_or_wounded",
            "missing",
            "captured",
        ):
            return None
        return _as_measure(candidate.measure)
    if single or (number.kind == "words" and number.low == number.high == 1):
        return None
    if number.kind in ("vague", "fraction", "bare") or thing.head is None:
        return None
    return "count"


def _is_aim(words: list[str], candidate: Candidate) -> bool:
    """True where killing or capturing was only meant: "in order to capture three leaders", "an attempt to kill two"."""
    if not candidate.purpose or candidate.measure not in ("killed", "wounded", "captured"):
        return False
    first = candidate.number.first
    if words[max(0, first - 1)] == "the":
        return True
    back = next((at for at in range(first - 1, max(-1, first - 8), -1) if words[at] == "to"), None)
    if back is None:
        return bool(word_set("counted", "words", "unmade").intersection(words[max(0, first - 6) : first]))
    if words[back + 1 : back + 2] == ["have"]:
        return False
    return not word_set("counted", "words", "done_all_the_same").intersection(words[max(0, back - 2) : back])


def _and_one_more(tokens: list[Token], words: list[str], candidate: Candidate) -> Candidate:
    """ "Two children and their mother": the one more is counted in, since no figure of its own says so."""
    at, number = candidate.thing.last, candidate.number
    if candidate.by is None or candidate.by < 0 or words[at : at + 1] != ["and"] or number.kind == "bare":
        return candidate
    if words[at + 1 : at + 2] and words[at + 1] in word_set("counted", "words", "possessive"):
        person = at + 2
        if person < len(tokens) and is_person(tokens[person]) and not is_plural(words[person]):
            low, high = (None if side is None else side + 1 for side in (number.low, number.high))
            thing = replace(candidate.thing, last=person + 1)
            return replace(candidate, number=replace(number, low=low, high=high), thing=thing)
    return candidate


def _as_measure(name: str) -> Measure:
    known: dict[str, Measure] = {m: m for m in (*PEOPLE, "area", "distance", "duration", "share", "count")}
    return known[name]


def _converted(words: list[str], candidates: list[Candidate], index: int) -> Candidate | None:
    """The same measure in another unit, in brackets behind: "500 square kilometers (193 square miles)"."""
    if index + 1 >= len(candidates):
        return None
    one, two = candidates[index], candidates[index + 1]
    if one.thing.unit is None or two.thing.unit is None or one.thing.unit.measure != two.thing.unit.measure:
        return None
    signs = table("units")["currency"]
    between = [word for word in words[one.thing.last : two.number.first] if word not in signs]
    if between not in (["("], [","], [",", "or"], ["or"], ["/"]) or one.thing.unit == two.thing.unit:
        return None
    if between == ["("] and {one.thing.unit.unit, two.thing.unit.unit} <= set(signs.values()):
        return two  # "200 million euros ($265 million)": the rate is the day's
    mine, other = _in_unit(one.number, one.thing.unit), _in_unit(two.number, two.thing.unit)
    a, b = (next((side for side in pair if side is not None), None) for pair in (mine, other))
    if a is None or b is None or not abs(a - b) <= max(abs(a), abs(b)) * 0.12:  # rounding to one digit errs by a tenth
        return None
    return two


def _in_unit(number: Bounded, unit: Unit) -> tuple[Number | None, Number | None]:
    low, high = (None if side is None else _rounded(side * unit.factor, unit) for side in (number.low, number.high))
    return low, high


def _rounded(value: float, unit: Unit) -> Number:
    """Three digits where the factor is no round one or little is left of a whole: 35 miles are 56.3 km.

    >>> mile = Unit("distance", "km", 1.609344, inexact=True)
    >>> _rounded(35 * mile.factor, mile), _rounded(940 * mile.factor, mile)
    (56.3, 1513)
    """
    if value <= 0 or not (unit.inexact or value < 1):
        return whole(round(value, 6))
    rounded = round(value, max(0, 2 - floor(log10(value))))
    return int(rounded) if rounded == int(rounded) else rounded


def _mention(
    tokens: list[Token],
    words: list[str],
    candidate: Candidate,
    measure: Measure,
    partner: Candidate | None,
    sentence: int,
    part_of: int | None,
) -> Mention:  # fmt: skip
    number, thing = candidate.number, candidate.thing
    approximate = number.approximate
    named = thing.unit is not None or (thing.head is not None and (thing.person or measure == "count"))
    last = thing.last if named else number.last
    low, high = number.low, number.high
    head = words[thing.head] if thing.head is not None and named else None
    if thing.unit is not None:
        low, high = _in_unit(number, thing.unit)
        if thing.unit.measure == "distance" and words[max(0, number.first - 1)] == "within" and low == high:
            low = None  # "within 200 metres of the gate"
        approximate = approximate or thing.unit.round
        if partner is not None and partner.thing.unit is not None:
            last = partner.thing.last
            if thing.unit.inexact and not partner.thing.unit.inexact:
                exact = next((side for side in _in_unit(partner.number, partner.thing.unit) if side is not None), None)
                low, high = (None if side is None else exact for side in (low, high))
    unit = thing.unit.unit if thing.unit is not None else _unit_name(measure, words, thing)
    figure = Figure(
        start=tokens[number.first].start,
        end=tokens[min(last, len(tokens)) - 1].end,
        measure=measure,
        low=low,
        high=high,
        unit=unit,
        approximate=approximate,
        of=name_of(tokens, words, number, thing) if thing.person or measure == "count" else None,
        denied=_denied(words, number),
    )
    additional = word_set("counted", "words", "additional")
    near = words[max(0, number.first - 1) : last]
    also = "also" in words[max(0, number.first - 12) : number.first]
    of_the = words[number.last : number.last + 2] in (["of", "the"], ["of", "those"], ["of", "them"])
    return Mention(
        figure,
        head,
        sentence,
        additional=also or bool(additional.intersection(near)),
        part_of=part_of,
        vague=number.kind in ("vague", "bare"),
        of_the=(of_the and not candidate.marks) or (low == 1 and _is_told_of(words, number.first)),
        worded=number.kind == "words",
        beside=candidate.beside,
    )


def _is_told_of(words: list[str], first: int) -> bool:
    """ "The capture of a commander" speaks of a deed that was told before, if any was."""
    return words[max(0, first - 3)] == "the" and words[first - 1] == "of" if first > 2 else False


def _unit_name(measure: Measure, words: list[str], thing: Counted) -> str | None:
    if measure in PEOPLE or thing.person:
        return "people"
    return words[thing.head] if thing.head is not None else None


def _denied(words: list[str], number: Bounded) -> bool:
    """ "Not 300 but 20 to 40": the 300 is denied."""
    before = words[max(0, number.first - 2) : number.first]
    return before[-1:] == ["not"] or before == ["rather", "than"] or before == ["instead", "of"]

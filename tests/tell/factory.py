# ruff: noqa: E501 — sentences of invented reports stand whole
"""An invented account, rich enough that every phenomenon of a brief occurs in it. No place, person or outlet here exists."""

from __future__ import annotations

from functools import cache
from typing import Any

from twosource.model import (
    Attribution,
    Boilerplate,
    Brief,
    Claim,
    ClaimRef,
    Estimate,
    Figure,
    Group,
    Independence,
    Item,
    ItemRef,
    Period,
    PlaceMention,
    Position,
    Published,
    Question,
    Reason,
    Relation,
    Report,
    Skipped,
    Source,
    Span,
    Story,
    TimeMention,
)

HOSTILE = "<script>alert('x')</script> “quoted” \"straight\" & \u202eright to left\u202c 🚜 \x1b[31mred\x1b[0m $a$ *b* [c](d) |e|"
LONG_WORD = "Donaudampfschifffahrt" * 12


def span(text: str, words: str) -> Span:
    """Where words stand in a text; they must."""
    start = text.index(words)
    return Span(start, start + len(words))


class Sheet:
    """A report in the making: its text, and what is found in it by quoting its words."""

    def __init__(self, report_id: str, outlet: str | None, day: str | None, *paragraphs: str, **more: Any) -> None:
        self.text = "\n\n".join(paragraphs)
        self.outlet = outlet
        self.day = day
        self.claims: list[Claim] = []
        self.sources: list[Source] = []
        self.figures: list[Figure] = []
        self.attributions: list[Attribution] = []
        self.more = more
        self.id = report_id

    def source(self, name: str, kind: Any = "person", **more: Any) -> str:
        key = f"s{len(self.sources) + 1}"
        start = self.text.find(name)
        mentions = (Span(start, start + len(name)),) if start >= 0 else ()
        self.sources.append(Source(key, name, kind, mentions=mentions, **more))
        return key

    def figure(self, words: str, measure: Any, low: float | None, high: float | None, **more: Any) -> int:
        at = span(self.text, words)
        self.figures.append(Figure(at.start, at.end, measure, low, high, more.pop("unit", "people"), **more))
        return len(self.figures) - 1

    def claim(
        self, *words: str, by: str | None = None, cue: str | None = None, via: tuple[str, ...] = (), **more: Any
    ) -> str:
        key = f"c{len(self.claims) + 1}"
        content = tuple(span(self.text, part) for part in words)
        attribution = None
        mode: Any = "direct" if more.pop("direct", False) else "indirect"
        if cue or mode == "direct":
            attribution = f"a{len(self.attributions) + 1}"
            cues = (span(self.text, cue),) if cue else ()
            self.attributions.append(Attribution(attribution, (), cues, content, mode))
        name = next((source.name for source in self.sources if source.id == by), None)
        carried = tuple(part for part in (name, *via, self.outlet) if part)
        for field in ("hedges", "scope"):
            more[field] = tuple(span(self.text, part) for part in more.get(field, ()))
        said = more.pop("said", self.day)
        when = more.pop("when", None)
        self.claims.append(
            Claim(
                key,
                content,
                attribution=attribution,
                source=by,
                relay=carried,
                said=Period.day(said) if said else None,
                when=Period(*when) if when else None,
                **more,
            )
        )
        return key

    def report(self) -> Report:
        return Report(
            id=self.id,
            text=self.text,
            outlet=self.outlet,
            outlet_basis="stated" if self.outlet else "unknown",
            title=self.text.split("\n")[0],
            published=Published(self.day, self.day, "stated") if self.day else Published(),
            items=(Item(0, len(self.text)),),
            sources=tuple(self.sources),
            attributions=tuple(self.attributions),
            figures=tuple(self.figures),
            claims=tuple(self.claims),
            made_by="hand",
            **{"origin": None, **self.more},
        )


def _harbour_page() -> Sheet:
    """The text of the first report, with its furniture, its place and its time."""
    sheet = Sheet(
        "r000000000001",
        "Harbour Post",
        "2031-03-03",
        "Varnian troops reportedly pull back from one sector near Kelmar",
        "By Ada Quill",
        "Varnian marines appear to have left one of the axes of Kelmar district, army spokesman Jonas Veld told the Harbour Post on 3 March.",
        "“They seem to have left only the northern axis,” Veld said. “We do not know for how long.”",
        "Another spokeswoman of the Army Command, Petra Lind, said that the marines withdrew after heavy losses.",
        "Varnia's defence ministry said its forces had captured Kelmar in full. The 4th Brigade denied this: “Kelmar is ours, and we hold the station.”",
        "At least 1,000 of 11,000 Varnian marines have been killed, Western officials told the Northern Wire. The Harbour Post could not verify the figure.",
        "The bridge over the Senn was destroyed on 2 March, the river authority said.",
        "Subscribe to our newsletter",
        origin="in/001.txt",
        url="https://harbourpost.example/kelmar?a=1&b=2",
        authors=("Ada Quill",),
        language="en",
    )
    t = sheet.text
    sheet.more["boilerplate"] = (
        Boilerplate(*_ends(t, "By Ada Quill"), "byline"),
        Boilerplate(*_ends(t, "Subscribe to our newsletter"), "promotion"),
    )
    sheet.more["places"] = (PlaceMention(*_ends(t, "Kelmar district"), "Kelmar", 50.1, 20.2, precision=3),)
    sheet.more["times"] = (TimeMention(*_ends(t, "on 3 March"), "DATE", "2031-03-03", "2031-03-03", "2031-03-03"),)
    return sheet


def harbour_post() -> Report:
    sheet = _harbour_page()
    veld = sheet.source("Jonas Veld", role="spokesman", organisation="Army Command", side=("ostrel",))
    lind = sheet.source("Petra Lind", role="spokeswoman", organisation="Army Command", side=("ostrel",))
    ministry = sheet.source("Varnia's defence ministry", "organisation", side=("varnia",))
    brigade = sheet.source("4th Brigade", "organisation", side=("ostrel",))
    west = sheet.source("Western officials", "collective", side=("west",))
    river = sheet.source("river authority", "organisation")
    killed = sheet.figure("At least 1,000", "killed", 1000, None, of="Varnian marines")
    strength = sheet.figure("11,000", "deployed", 11000, 11000, of="Varnian marines")
    sheet.claim(
        "Varnian marines appear to have left one of the axes of Kelmar district",
        by=veld, cue="told", certainty="probable", hedges=("appear to",), scope=("one of the axes of Kelmar district",), type="movement", places=(0,),
        reasons=(Reason("certainty", "hedge verb", "appear to"), Reason("source", "subject of the cue", "army spokesman Jonas Veld")),
    )  # fmt: skip
    sheet.claim(
        "They seem to have left only the northern axis",
        by=veld,
        cue="said",
        direct=True,
        certainty="probable",
        hedges=("seem to",),
        type="movement",
    )
    sheet.claim("the marines withdrew after heavy losses", by=lind, type="movement")
    sheet.claim("its forces had captured Kelmar in full", by=ministry, cue="said", type="control")
    sheet.claim("its forces had captured Kelmar in full", by=brigade, cue="denied", stance="deny", type="control")
    sheet.claim("Kelmar is ours, and we hold the station", by=brigade, direct=True, type="control")
    sheet.claim(
        "At least 1,000 of 11,000 Varnian marines have been killed",
        by=west, via=("Northern Wire",), hedges=("At least",), type="casualties", figures=(killed, strength),
    )  # fmt: skip
    sheet.claim("the figure", stance="cannot_verify", type="casualties")
    sheet.claim(
        "The bridge over the Senn was destroyed on 2 March", by=river, type="attack", when=("2031-03-02", "2031-03-02")
    )
    sheet.claim(
        "Varnian troops reportedly pull back from one sector near Kelmar",
        part="title",
        certainty="probable",
        type="movement",
    )
    return sheet.report()


def daily_lamp() -> Report:
    sheet = Sheet(
        "r000000000002",
        "The Daily Lamp",
        "2031-03-05",
        "Varnia quits Kelmar front",
        "Varnian forces have left the Kelmar front, Ostrel's army says.",
        "President Orla Dunn put the dead and wounded at 4,000 of 12,000. Half of the 11,000 to 12,000 men are dead or wounded, General Tomas Reck said on 4 March.",
        "Kelmar has fallen, the Varnian defence ministry repeated. Residents reached by telephone said that Ostrel's flag still flies over the station.",
        "A passing barge crew saw the Senn bridge collapse on 2 March.",
        "The chancellery declined to comment.",
        "Intelligence chief Ilse Marn told a closed session that “without talks the state may not last the year”, the Mirror of Ostrel reported.",
        origin="in/002.txt",
        url="javascript:alert(1)",
    )
    army = sheet.source("Ostrel's army", "organisation", side=("ostrel",))
    dunn = sheet.source("Orla Dunn", role="President", side=("ostrel",))
    reck = sheet.source("Tomas Reck", role="General", side=("ostrel",))
    ministry = sheet.source("Varnian defence ministry", "organisation", side=("varnia",))
    residents = sheet.source("Residents", "collective")
    crew = sheet.source("barge crew", "collective")
    chancellery = sheet.source("chancellery", "organisation", side=("varnia",))
    marn = sheet.source("Ilse Marn", role="Intelligence chief", organisation="State Watch", side=("ostrel",))
    four = sheet.figure("4,000", "killed_or_wounded", 4000, 4000)
    half = sheet.figure("Half of the 11,000 to 12,000 men", "killed_or_wounded", 5500, 6000, approximate=True)
    sheet.claim("Varnian forces have left the Kelmar front", by=army, cue="says", type="movement")
    sheet.claim("the dead and wounded at 4,000 of 12,000", by=dunn, cue="put", type="casualties", figures=(four,))
    sheet.claim(
        "Half of the 11,000 to 12,000 men are dead or wounded",
        by=reck,
        said="2031-03-04",
        type="casualties",
        figures=(half,),
    )
    sheet.claim("Kelmar has fallen", by=ministry, cue="repeated", type="control")
    sheet.claim("Ostrel's flag still flies over the station", by=residents, type="control")
    sheet.claim(
        "the Senn bridge collapse on 2 March", by=crew, cue="saw", type="attack", when=("2031-03-02", "2031-03-02")
    )
    sheet.claim("declined to comment", by=chancellery, stance="decline", type="casualties")
    sheet.claim(
        "without talks the state may not last the year",
        by=marn,
        via=("Mirror of Ostrel",),
        direct=True,
        cue="told",
        certainty="possible",
        type="denial",
    )
    return sheet.report()


def senn_courier() -> Report:
    sheet = Sheet(
        "r000000000003",
        "Senn Courier",
        "2031-03-10",
        "Marines not seen for two weeks where the army fights",
        "Varnian marines have not been seen for two weeks in the areas where the army fights, spokesman Jonas Veld said on 9 March.",
        "Nobody has seen the marines for two weeks, the Harbour Post quoted him.",
        "State Watch denied that its chief had said this: “The words laid to Ilse Marn are invented.”",
        "The marines came back on 10 March, the 4th Brigade said.",
        "Some 40 trucks crossed the border, a customs officer said. Bread costs twice as much as in winter, a baker said.",
        "Snow is expected on Sunday, the weather service said. Schools stay shut until 20 March, the mayor said.",
        origin="in/003.txt",
    )
    veld = sheet.source("Jonas Veld", role="spokesman", side=("ostrel",))
    watch = sheet.source("State Watch", "organisation", side=("ostrel",))
    brigade = sheet.source("4th Brigade", "organisation", side=("ostrel",))
    customs = sheet.source("a customs officer", "anonymous")
    baker = sheet.source("a baker", "anonymous")
    weather = sheet.source("weather service", "organisation")
    mayor = sheet.source("the mayor", "person")
    weeks = sheet.figure("two weeks", "duration", 14, 14, unit="days")
    trucks = sheet.figure("Some 40", "count", 40, 40, unit="trucks", approximate=True)
    sheet.claim("Varnian marines have not been seen for two weeks in the areas where the army fights", by=veld, said="2031-03-09", scope=("in the areas where the army fights",), type="movement", when=("2031-02-23", "2031-03-09"), figures=(weeks,))  # fmt: skip
    sheet.claim(
        "Nobody has seen the marines for two weeks", by=veld, via=("Harbour Post",), said="2031-03-09", type="movement"
    )
    sheet.claim("its chief had said this", by=watch, stance="deny", cue="denied", type="denial")
    sheet.claim("The words laid to Ilse Marn are invented", by=watch, direct=True, type="denial")
    sheet.claim("The marines came back on 10 March", by=brigade, type="movement", when=("2031-03-10", "2031-03-10"))
    sheet.claim("Some 40 trucks crossed the border", by=customs, type="diplomacy", figures=(trucks,))
    sheet.claim("Bread costs twice as much as in winter", by=baker, type="other")
    sheet.claim("Snow is expected on Sunday", by=weather, type="forecast")
    sheet.claim("Schools stay shut until 20 March", by=mayor, type="humanitarian", when=(None, "2031-03-20"))
    return sheet.report()


def hostile() -> Report:
    sheet = Sheet(
        "r000000000004",
        "<b>Outlet</b> & Sons",
        None,
        f"Dam {HOSTILE}",
        f"The dam at {LONG_WORD} has broken, {HOSTILE} mayor “Bo'b” said.",
        "\u05d4\u05e1\u05db\u05e8 \u05e0\u05e9\u05d1\u05e8, said the rabbi of Or.\u2028The water rose by 3.5 metres.",
        "The reservoir had been full, said a reader.",
        origin="https://evil.example/a.html",
        url='https://evil.example/"onmouseover="alert(1)',
        language='en"><script>',
        skipped=(Skipped(0, 3, "unbalanced_quotation"),),
    )
    bob = sheet.source("“Bo'b”", role="mayor <i>")
    rabbi = sheet.source("rabbi of Or")
    reader = sheet.source("unspecified", "anonymous")
    rise = sheet.figure("3.5 metres", "distance", 3.5, 3.5, unit="m")
    sheet.claim(f"The dam at {LONG_WORD} has broken, {HOSTILE}", by=bob, type="attack")
    sheet.claim("\u05d4\u05e1\u05db\u05e8 \u05e0\u05e9\u05d1\u05e8", by=rabbi, type="attack")
    sheet.claim("The water rose by 3.5 metres", type="attack", figures=(rise,))
    sheet.claim("reservoir had been full", by=reader, type="attack")
    sheet.claim("The reservoir had been full", by=reader, type="attack")
    return sheet.report()


def lamp_again() -> Report:
    sheet = Sheet(
        "r000000000005",
        "The Daily Lamp",
        "2031-03-11",
        "The dam at Or",
        "The dam at Or has not broken, the ministry of works said. The water rose by four metres, it said.",
        origin="elsewhere/003.txt",
    )
    works = sheet.source("ministry of works", "organisation", side=("ostrel",))
    rise = sheet.figure("four metres", "distance", 4, 4, unit="m")
    sheet.claim("The dam at Or has not broken", by=works, type="attack")
    sheet.claim("The water rose by four metres", by=works, type="attack", figures=(rise,))
    return sheet.report()


def _ends(text: str, words: str) -> tuple[int, int]:
    at = span(text, words)
    return at.start, at.end


def ref(report: int, claim: int) -> ClaimRef:
    """`ref(1, 2)` is claim c2 of the first report."""
    return ClaimRef(f"r{report:012d}", f"c{claim}")


def _of_the_ground() -> tuple[Question, ...]:
    """Who holds the town, and who has left it; beside somebody of whom nothing hangs."""
    return (
        Question(
            "q1", "Who else spoke?", "other", "single_source",
            (Position("bread is dear", (ref(3, 7),), ("a baker",)),),
            independent_sources=Independence(0, 1, (Group(("a baker",), "at most: nobody named", False),)),
        ),
        Question(
            "q2", "Who controls Kelmar?", "control", "disputed",
            (
                Position("Varnia", (ref(1, 4), ref(2, 4)), ("Varnia's defence ministry",)),
                Position("Ostrel", (ref(1, 5), ref(1, 6), ref(2, 5)), ("4th Brigade", "Residents")),
            ),
            (
                Relation(ref(1, 4), ref(1, 6), "conflict", "both claim the town on one day"),
                Relation(ref(1, 4), ref(2, 4), "agree", "same answer"),
            ),
            Independence(2, 3, (
                Group(("Varnia's defence ministry", "Varnian defence ministry"), "the same body"),
                Group(("4th Brigade",)),
                Group(("Residents",), "at most: a class of people", False),
            )),
            ("varnia", "ostrel"),
        ),
        Question(
            "q3", "Have the marines left?", "movement", "revised",
            (
                Position("left one axis", (ref(1, 1), ref(1, 2), ref(1, 3), ref(1, 10)), ("Jonas Veld", "Petra Lind")),
                Position("left the whole front", (ref(2, 1),), ("Ostrel's army",)),
                Position("not seen for two weeks where the army fights", (ref(3, 1), ref(3, 2)), ("Jonas Veld",)),
                Position("are back", (ref(3, 5),), ("4th Brigade",)),
            ),
            (
                Relation(ref(1, 1), ref(3, 1), "revision", "the same spokesman six days later"),
                Relation(ref(3, 1), ref(3, 5), "revision", "time moved on"),
                Relation(ref(1, 1), ref(2, 1), "overstates", "drops the limit “one of the axes”"),
                Relation(ref(3, 1), ref(3, 2), "overstates", "drops the limit “in the areas where the army fights”"),
                Relation(ref(1, 1), ref(1, 2), "same_statement", "one talk told twice"),
            ),
            Independence(1, 1, (Group(("Jonas Veld", "Petra Lind", "Ostrel's army", "4th Brigade"), "a body and who speaks for it"),)),
            ("ostrel",),
        ),
    )  # fmt: skip


def _of_the_rest() -> tuple[Question, ...]:
    """How many, who said what, what was struck, and what only one voice tells."""
    return (
        Question(
            "q4", "How many marines were killed or wounded?", "casualties", "unverified",
            (
                Position("at least 1,000 of 11,000 killed", (ref(1, 7),), ("Western officials",), Estimate(1000, None, None, "people")),
                Position("4,000 of 12,000 dead or wounded", (ref(2, 2),), ("Orla Dunn",), Estimate(4000, 4000, 4000, "people")),
                Position("half of 11,000 to 12,000", (ref(2, 3),), ("Tomas Reck",), Estimate(5500, None, 6000, "people")),
                Position("cannot be verified", (ref(1, 8),)),
                Position("no comment", (ref(2, 7),)),
            ),
            (Relation(ref(1, 7), ref(2, 2), "compatible", "dead against dead or wounded"),),
            Independence(2, 3, (
                Group(("Western officials",), "at most: a class of people", False),
                Group(("Orla Dunn",)),
                Group(("Tomas Reck",)),
            )),
            ("west", "ostrel"),
            ("chancellery",),
        ),
        Question(
            "q5", "Did Ilse Marn say that the state may not last?", "denial", "denied",
            (
                Position("yes", (ref(2, 8),), ("Ilse Marn",)),
                Position("no", (ref(3, 3), ref(3, 4)), ("State Watch",)),
            ),
            (Relation(ref(2, 8), ref(3, 3), "conflict", "her own service denies it"),),
            Independence(1, 2, (Group(("State Watch",)), Group(("Mirror of Ostrel",), "at most: one relay", False))),
            ("ostrel",),
        ),
        Question(
            "q6", "Was the Senn bridge destroyed?", "attack", "corroborated",
            (Position("yes, on 2 March", (ref(1, 9), ref(2, 6)), ("river authority", "barge crew")),),
            (Relation(ref(1, 9), ref(2, 6), "agree", "the same bridge, the same day"),),
            Independence(2, 2, (Group(("river authority",)), Group(("barge crew",)))),
        ),
        Question("q7", "Did trucks cross the border?", "diplomacy", "unverified", (Position("some 40", (ref(3, 6),)),), independent_sources=Independence(0, 1)),
        Question("q8", "Will it snow?", "forecast", "single_source", (Position("on Sunday", (ref(3, 8),)),), independent_sources=Independence(1, 1)),
        Question("q9", "Are the schools open?", "humanitarian", "single_source", (Position("shut", (ref(3, 9),)), Position("told before", (ref(3, 8),))), independent_sources=Independence(1, 1)),
    )  # fmt: skip


def front() -> Story:
    reports = tuple(f"r{n:012d}" for n in (1, 2, 3))
    return Story("s1", "Varnian marines near Kelmar", reports, tuple(ItemRef(r, 0) for r in reports), Period("2031-03-02", "2031-03-10"), (*_of_the_ground(), *_of_the_rest()))  # fmt: skip


def dam() -> Story:
    questions = (
        Question(
            "q10", f"Has the dam broken? {HOSTILE}", "attack", "disputed",
            (
                Position(f"yes {HOSTILE}", (ref(4, 1), ref(4, 2), ref(4, 4), ref(4, 5))),
                Position(f"no {LONG_WORD}", (ref(5, 1),)),
            ),
            (Relation(ref(4, 1), ref(5, 1), "conflict", f"yes and no {HOSTILE}"),),
            Independence(2, 3, (Group((f"“Bo'b” {HOSTILE}",)), Group(("ministry of works",)), Group(("unspecified",), "at most: nobody named", False))),
            ("ostrel", "<img src=x onerror=alert(1)>"),
            ("<svg/onload=alert(1)>",),
        ),
        Question(
            "q11", "By how much did the water rise?", "attack", "disputed",
            (Position("3.5 m", (ref(4, 3),)), Position("4 m", (ref(5, 2), ref(9, 9)))),
            (Relation(ref(4, 3), ref(5, 2), "conflict", "3.5 against 4"), Relation(ref(4, 3), ref(9, 9), "agree", "a claim that is not here")),
            Independence(2, 2),
        ),
    )  # fmt: skip
    return Story(
        "s2", f"The dam {HOSTILE}", ("r000000000004", "r000000000005"), (), Period(None, "2031-03-11"), questions
    )


@cache
def brief() -> Brief:
    """Five invented reports, two stories, every status and every relation, and text that means harm."""
    reports = (harbour_post(), daily_lamp(), senn_courier(), hostile(), lamp_again())
    return Brief(reports, (front(), dam()))

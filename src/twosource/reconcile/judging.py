"""How two claims of one question stand, judged by figures, states, words, speakers and days, each with its reason."""

from __future__ import annotations

from twosource.reconcile import figures, frames, identity
from twosource.reconcile.counting import Judged, by_figures, one_field
from twosource.reconcile.gist import Gist
from twosource.reconcile.matching import ASIDE, Rarities, days_apart, verdicts
from twosource.reconcile.voices import is_heading, one_side, one_voice, same_outlet, same_speaker

RETOLD = 0.35
"""Likeness of words from which two claims of one speaker, or a heading and the body, are one utterance retold."""

SUMMED_UP = 0.25
"""The same for a heading and the body of one report: a heading keeps few of the words."""

NEAR_COPY = 0.75
"""Likeness of words from which a passage in two reports of one outlet is one passage."""


def fullness(gist: Gist) -> tuple[int, int, int, str]:
    """Sorts the fullest claim first: in the body, with a named source, with the most words."""
    named = gist.source is not None and gist.source.kind in ("person", "organisation")
    return (gist.part != "body", not named, -len(gist.stems), gist.ref.report + gist.ref.claim)


def in_time(a: Gist, b: Gist) -> tuple[Gist, Gist]:
    """The pair with the earlier one first; of one day the fuller first."""
    if days_apart(a.said, b.said) > 0:
        return (a, b) if (a.said.start or "") <= (b.said.start or "") else (b, a)
    return (a, b) if fullness(a) <= fullness(b) else (b, a)


def dropped(a: Gist, b: Gist) -> str | None:
    """What b leaves out of what a says: its limits, its hedges, its source; None where nothing is lost."""
    if a.claim.scope and not b.claim.scope:
        return LIMIT_GONE
    if a.claim.certainty != "certain" and b.claim.certainty == "certain":
        return "the doubt is gone"
    if a.source is not None and b.source is None:
        return SOURCE_GONE
    if a.source is not None and b.source is not None and a.source.kind == "person" and b.source.kind == "anonymous":
        return "the speaker is no longer named"
    if a.claim.hedges and not b.claim.hedges and a.claim.certainty == b.claim.certainty:
        return HEDGE_GONE
    return None


LIMIT_GONE, SOURCE_GONE, HEDGE_GONE = "the limit is gone", "the source is gone", "the hedge is gone"

OFTEN_LOST = frozenset({SOURCE_GONE, HEDGE_GONE})
"""What another report lacks that knows of the matter by itself: the sign of a retelling only where the words are."""

COPIED = 0.7
"""Likeness of words from which another report's words are a retelling, so that what they lack was dropped."""


def _may_retell(a: Gist, b: Gist, alike: float) -> bool:
    """Whether b can be another report’s telling of a: not said before it, and with its state and its figure.

    An outlet’s own heading sums up the text below it and no other.
    """
    if is_heading(b):
        return False
    if days_apart(a.said, b.said) > 0 and (b.said.end or "") < (a.said.start or ""):
        return False
    if a.state and b.state and not frames.same(a.state, b.state) and alike < NEAR_COPY:
        return False
    return bool(a.figures) == bool(b.figures) or a.matter != "toll"


def kinship(a: Gist, b: Gist, rarities: Rarities) -> float:
    """How likely two claims are one utterance told twice: shared words, and whether they tell one state."""
    alike = rarities.stems.cosine(a.stems, b.stems)
    one_state = a.state is not None and frames.same(a.state, b.state) and _same_ground(a, b)
    one_figure = figures.compare(a.figures, b.figures) == "same"
    return alike + (SAME_STATE if one_state or one_figure else 0.0)


SAME_STATE = 0.25
"""What telling the same state of the same ground, or the same figure, adds to the likeness of words."""


def agreeing(a: Gist, b: Gist, rarities: Rarities) -> Judged | None:
    """How two claims stand that give one answer, the earlier or fuller first; None where they merely agree."""
    alike = rarities.stems.cosine(a.stems, b.stems)
    if same_outlet(a, b) and alike >= NEAR_COPY and a.ref.report != b.ref.report:
        return "same_statement", "one outlet printed the same passage in both reports"
    kin = kinship(a, b, rarities)
    if (verdicts(a, b) | verdicts(b, a)) & {"conflict", "revision"} and a.state != b.state:
        return None
    heading = b.part != "body" and a.part == "body" and a.ref.report == b.ref.report
    if kin < (SUMMED_UP if heading else RETOLD) or figures.compare(a.figures, b.figures) == "apart":
        return None
    one_voice = same_speaker(a, b)
    lost = dropped(a, b)
    if heading and one_voice and lost == LIMIT_GONE:
        lost = None  # a line above the text that names its source is short, and is read with the text
    unnamed = b.source is None or b.source.kind in ("anonymous", "collective")
    elsewhere = a.ref.report != b.ref.report and (one_voice or unnamed) and _may_retell(a, b, alike)
    if lost and not heading and lost in OFTEN_LOST and alike < COPIED:
        lost = None  # who writes of the same in words of his own leaves out no source of another's
    if lost and (heading or elsewhere):
        return "overstates", f"{'a heading' if heading else 'another telling'} of the same: {lost}"
    one_report = a.ref.report == b.ref.report
    if one_voice and days_apart(a.said, b.said) == 0 and not heading and (alike >= RETOLD or not one_report):
        return "same_statement", "the same speaker says the same at the same time"
    return None


def differing(a: Gist, b: Gist, rarities: Rarities) -> Judged | None:
    """How two claims stand that give different answers, a said first; None where neither bears on the other."""
    alike = rarities.stems.cosine(a.stems, b.stems)
    if {a.claim.stance, b.claim.stance} & ASIDE:
        return None
    denied = _denies(a, b, alike)
    if denied is not None:
        return denied
    told = agreeing(a, b, rarities)
    counted = by_figures(a, b)
    if told is not None and (counted is None or counted[0] in ("agree", "compatible")):
        return told
    if counted is None and widens(a, b):
        return "overstates", WIDER
    by_states = _by_states(a, b, alike)
    if counted is not None and not (counted[0] == "compatible" and by_states and by_states[0] == "conflict"):
        return counted
    return by_states or _by_words(a, b, alike)


WIDER = "another telling of the same, wider: the limit is gone"


def widens(a: Gist, b: Gist) -> bool:
    """Whether b says without a limit what a says within one: the same state of the same people or the same ground."""
    if not a.claim.scope or b.claim.scope or a.claim.stance != b.claim.stance:
        return False
    if a.ref.report == b.ref.report and not is_heading(b) and same_speaker(a, b):
        return False
    one_state = a.state in LEAVING and frames.same(a.state, b.state)
    return one_state and one_field(a, b) and days_apart(a.when, b.when) <= QUICK_CHANGE


LEAVING = frozenset({"gone", "left", "unseen"})
"""States of which a limit says from how much of the ground a force has gone."""


def at_odds(a: Gist, b: Gist, rarities: Rarities) -> bool:
    """True where two claims conflict, so that they can be no one answer."""
    judged = differing(*in_time(a, b), rarities)
    return judged is not None and judged[0] == "conflict"


def _denies(a: Gist, b: Gist, alike: float) -> Judged | None:
    """One denies what the other asserts: a conflict, unless they are of other matters."""
    if (a.claim.stance == "deny") == (b.claim.stance == "deny"):
        return None
    denier, other = (a, b) if a.claim.stance == "deny" else (b, a)
    if same_speaker(a, b) and len(other.claim.relay) <= OWN_WORDS:
        return None
    if alike < DENIED_ALIKE and not _of_one_thing(a, b) and not ("denial" in (a.type, b.type) and a.names & b.names):
        return None
    if denier.source and any(identity.same_person(denier.source.name, name) for name in other.claim.relay[1:]):
        return "compatible", "who denies it hands on other words"
    if one_side(a, b):
        return None
    if frames.negated(other.text) or _of_another_number(denier, other):
        return "compatible", "what is denied is not what is said"
    if frames.degree(other.text) == "part" and frames.degree(denier.text) != "part":
        return "compatible", "what is denied is the whole, and a part is what is said"
    if denier.claim.scope:
        return "compatible", "what is denied is narrower than what is said"
    name = denier.source.name if denier.source else "the outlet"
    return "conflict", f"{name} denies it"


def _of_another_number(a: Gist, b: Gist) -> bool:
    """True of two counts of one thing that are not the same: who denies hundreds has not denied dozens."""
    return figures.compare(a.figures, b.figures) not in ("same", "near", None)


def _of_one_thing(a: Gist, b: Gist) -> bool:
    """True of the same number, and of attacks laid to the one side that the other denies for one place."""
    if figures.compare(a.figures, b.figures) == "same":
        return True
    struck = all(frames.plain(gist.state or "") == "struck" for gist in (a, b))
    return a.matter == b.matter == "attack" and struck and _same_ground(a, b) and days_apart(a.when, b.when) <= 1


OWN_WORDS = 2
"""Names in a relay (speaker and outlet) of words that nobody hands on: what somebody says himself he does not deny."""

DENIED_ALIKE = 0.12
"""Likeness of words from which a denial is of the other claim's matter and not of some other thing nearby."""


def _by_states(a: Gist, b: Gist, alike: float) -> Judged | None:
    """By what the claims say happened; what happened first stands first, whoever said it first."""
    if days_apart(a.when, b.when) > 0 and (a.when.start or "") > (b.when.start or ""):
        return None
    if _in_degrees(a, b):
        return "conflict", "one says that the whole is held, the other that it is a part"
    told = verdicts(a, b)
    if not told or not _same_ground(a, b):
        return None
    later = max(days_apart(a.when, b.when), days_apart(a.said, b.said)) > QUICK_CHANGE
    changed = days_apart(a.said, b.said) > 0 and one_voice(a, b) and b.claim.stance == "acknowledge"
    if "revision" in told and (later or changed):
        return "revision", "the later one says that things have moved on"
    if "revision" in told | verdicts(b, a) and not (_dated(a) and _dated(b)):
        return "compatible", "the one may have followed on the other: when one of them was said is not known"
    of_one_force = a.matter == "capability" and bool(a.populations & b.populations)
    bearing = bool(a.settlements & b.settlements) or alike >= BEARING or _near(a, b) or of_one_force
    if "conflict" in told and (_part_taken(a) or _part_taken(b)):
        return "compatible", "what is said to be taken is a part"
    if "conflict" in told and not later and bearing and _opposed(a, b):
        return "conflict", "both cannot hold of one place at one time"
    if "agree" in told:
        return "agree", "the one bears the other out"
    if "compatible" in told:
        return "compatible", "both can hold at once"
    return None


def _part_taken(gist: Gist) -> bool:
    """True of a part that was taken, as its clause says; not of "took the town, in the western part of …"."""
    taken = next((found for found in gist.states if found.state in ("taken", "retaken")), None)
    if taken is None or gist.state != taken.state:
        return False
    return frames.degree(gist.text[: taken.end] + gist.text[taken.end :].split(",")[0]) == "part"


def _in_degrees(a: Gist, b: Gist) -> bool:
    """True where two voices give other degrees of control over one place at one time."""
    if not a.matter == b.matter == "control" or not a.settlements & b.settlements or one_voice(a, b):
        return False
    if is_heading(a) or is_heading(b) or max(days_apart(a.when, b.when), days_apart(a.said, b.said)) > QUICK_CHANGE:
        return False
    in_hand = {a.state, b.state} <= {"taken", "held"}
    return in_hand and {frames.degree(a.text), frames.degree(b.text)} == {"whole", "part"}


def _dated(gist: Gist) -> bool:
    return bool(gist.when or gist.said)


def _near(a: Gist, b: Gist) -> bool:
    return a.item == b.item and abs(a.order - b.order) <= 2


QUICK_CHANGE = 2
"""Days between two sayings, or two states of the ground, after which both may have been true."""


def _same_ground(a: Gist, b: Gist) -> bool:
    if a.settlements and b.settlements:
        return bool(a.settlements & b.settlements)
    if a.matter == "presence":
        return not (a.populations and b.populations) or bool(a.populations & b.populations)
    return bool(a.finest & b.finest) or not (a.finest and b.finest)


def _opposed(a: Gist, b: Gist) -> bool:
    """Not where one voice or one side says both, nor where both speak of what one side did."""
    if is_heading(a) or is_heading(b):
        return False
    if one_voice(a, b) or any(
        identity.wishes(g.text) or (g.source is None and identity.infers(g.text)) for g in (a, b)
    ):
        return False
    if one_side(a, b):
        return False
    one_doer = a.doer is not None and a.doer == b.doer
    return not (one_doer and not frames.verdicts_of_one_doer(a.state, b.state))


def _by_words(a: Gist, b: Gist, alike: float) -> Judged | None:
    if _near(a, b) and alike >= BEARING:
        return "compatible", "they speak of one matter and both can hold"
    return None


BEARING = 0.15
"""Likeness of words from which two answers that share no town are about one event."""

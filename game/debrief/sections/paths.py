"""The two concession paths on the calendar, the kinds of step either side took, and the order of settlement."""

from __future__ import annotations

from game.debrief.deeds import issue_name, option_label, side
from game.debrief.findings import Findings
from game.debrief.page import Block, Curve, Figure, Grid, Items, Say, Section
from game.debrief.paths import Track
from game.debrief.sections.voice import counted
from game.graph.legs import Leg, StepClass
from game.record.names import day

CLASSES = {
    StepClass.CONCESSION: "concession: costs the mover",
    StepClass.SELFISH: "selfish: gains for the mover alone",
    StepClass.FORTUNATE: "fortunate: gains for both",
    StepClass.UNFORTUNATE: "unfortunate: costs the other side",
    StepClass.NICE: "nice: gains for the other alone",
    StepClass.SILENT: "silent: moves no position",
}
"""After Hindriks, Jonker and Tykhonov (2007)."""
MOST_STEPS = 5


def section(found: Findings) -> Section:
    """The concession paths."""
    if not found.tracks:
        text = "Nothing was played, so there is no path to draw."
        return Section("paths", "The concession paths", text, (Say(text),))
    blocks: list[Block] = [Say(gist(found))]
    blocks += [figure(found, place) for place in _own_first(found)]
    blocks += [_sittings(found), *_dearest(found), *_classes(found), *_order(found)]
    return Section("paths", "The concession paths", gist(found), tuple(blocks))


def _own_first(found: Findings) -> tuple[int, int]:
    return (found.side, 1 - found.side)


def gist(found: Findings) -> str:
    """What each side gave up from first to last."""
    mine, theirs = (found.tracks[place].given for place in _own_first(found))
    other = side(found.state.scenario.agenda, found.other)
    text = f"From first to last your stand {_fell(mine)} by your own measure and {other}'s {_fell(theirs)} by its own."
    if not found.tracks_then:
        return text
    then = [found.tracks_then[place].given for place in _own_first(found)]
    return f"{text} In the record yours {_fell(then[0])} and theirs {_fell(then[1])}."


def _fell(points: int) -> str:
    if not points:
        return "did not move"
    return f"{'fell' if points > 0 else 'rose'} by {counted(abs(points), 'point')}"


def figure(found: Findings, place: int) -> Figure:
    """One side's path here over its path in the record."""
    agenda = found.state.scenario.agenda
    party = agenda.parties[place]
    own = "your stand" if party.id == found.party else f"the stand of {side(agenda, party.id)}"
    curves = [_curve(found.tracks[place], "this game", "game")]
    if found.tracks_then:
        curves.append(_curve(found.tracks_then[place], "the record", "history"))
    lowest = min(y for curve in curves for _, y in curve.points)
    last = max(x for curve in curves for x, _ in curve.points)
    return Figure(
        title=f"What {own} was worth to it, sitting by sitting"
        if party.id != found.party
        else "What your stand was worth to you, sitting by sitting",
        told=_told(found, place),
        across=f"sittings, by date ({agenda.meetings[0].date[:4]})",
        up="points of 1000, own scale",
        curves=tuple(curves),
        ticks=tuple((float(number), _short(one.date)) for number, one in enumerate(agenda.meetings) if number < last),
        bounds=(0.0, lowest // 100 * 100, max(1.0, last), 1000.0),
    )


def _short(date: str) -> str:
    """A day without its year, which stands with the axis."""
    return day(date).rpartition(" ")[0] or date


def _curve(track: Track, label: str, style: str) -> Curve:
    """The path as a staircase; stages at which nothing changed are left out."""
    kept = [
        stage for place, stage in enumerate(track.stages) if place == 0 or stage.worth != track.stages[place - 1].worth
    ]
    points = [(stage.at, float(stage.worth)) for stage in (*kept, track.stages[-1])]
    return Curve(tuple(points), label, style, stepped=True)


def _told(found: Findings, place: int) -> str:
    """The picture in words."""
    here = found.tracks[place]
    text = f"here from {here.stages[0].worth} to {here.stages[-1].worth}"
    if found.tracks_then:
        then = found.tracks_then[place]
        text += f", in the record from {then.stages[0].worth} to {then.stages[-1].worth}"
    return f"{text}."


def _sittings(found: Findings) -> Grid:
    """What both stands were worth when each sitting was over."""
    agenda = found.state.scenario.agenda
    rows = []
    for number, sitting in enumerate(agenda.meetings):
        cells = [
            _worth(tracks[place].after_sitting(number))
            for place in _own_first(found)
            for tracks in (found.tracks, found.tracks_then)
            if tracks
        ]
        if any(cell != "–" for cell in cells):
            rows.append((day(sitting.date), *cells))
    beside = ("then",) if found.tracks_then else ()
    heads = ("After the sitting of", "yours", *beside, "theirs", *beside)
    return Grid(f"Worth of each stand to its own side{_beside(found)}:", heads, tuple(rows))


def _worth(points: int | None) -> str:
    return "–" if points is None else str(points)


def _dearest(found: Findings) -> list[Block]:
    """The steps that cost this side most, each with what it moved."""
    own = [(ply, leg) for ply, leg in found.trace.legs if leg.mover == found.party and leg.points[found.side] < 0]
    own = [(ply, leg) for ply, leg in own if _from_a_stand(found, ply, leg)]
    own.sort(key=lambda one: (one[1].points[found.side], one[0]))
    texts = tuple(f"Ply {ply}: {_step(found, ply, leg)} ({leg.points[found.side]:+d})" for ply, leg in own[:MOST_STEPS])
    return [Items("Your dearest steps, by your own points:", texts)] if texts else []


def _from_a_stand(found: Findings, ply: int, leg: Leg) -> bool:
    """Whether it moved away from something said before; a first stand is no step."""
    before = found.steps[ply - 1].before
    return any(before.position(found.party, issue) is not None for issue in leg.issues)


def _step(found: Findings, ply: int, leg: Leg) -> str:
    """What a step moved: the first issues, with the options it moved to."""
    agenda = found.state.scenario.agenda
    after = found.steps[ply - 1].after
    named = []
    for issue in sorted(leg.issues, key=agenda.place):
        option = leg.offered.get(issue) or after.position(leg.mover, issue)
        agreed = after.standing(issue).agreement
        named.append(
            f"{issue_name(agenda, issue)} to “{option_label(agenda, issue, agreed.option if agreed else option)}”"
        )
    more = len(named) - 3
    return "; ".join(named[:3]) + (f"; and {more} more" if more > 0 else "")


def _classes(found: Findings) -> list[Block]:
    if not found.steps:
        return []
    agenda = found.state.scenario.agenda
    parties = [agenda.parties[place].id for place in _own_first(found)]
    tallies = [one.tally for one in (found.line.here, found.line.then) if one is not None]
    rows = tuple(
        (words, *(str(tally[party].get(kind, 0)) for party in parties for tally in tallies))
        for kind, words in CLASSES.items()
    )
    beside = ("then",) if len(tallies) > 1 else ()
    heads = ("Kind of step", "yours", *beside, "theirs", *beside)
    return [Grid(f"The kinds of step either side took{_beside(found)}:", heads, rows)]


def _beside(found: Findings) -> str:
    return ", here and in the record" if found.tracks_then else ""


def _order(found: Findings) -> list[Block]:
    """In which order issues were settled, with their place in the record's order."""
    agenda = found.state.scenario.agenda
    settled_then = found.line.then.settled if found.line.then else {}
    then = sorted(settled_then, key=lambda one: (settled_then[one], agenda.place(one)))
    texts = []
    for issue, ply in sorted(found.trace.settled.items(), key=lambda one: (one[1], agenda.place(one[0]))):
        place = f"; {then.index(issue) + 1} of {len(then)} in the record" if issue in then else ""
        texts.append(f"Ply {ply}: {issue_name(agenda, issue)}{place}")
    return [Items("The order of settlement:", tuple(texts))] if texts else []

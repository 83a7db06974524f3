"""The private side of a scenario, as the engine has it: points on their scale, instructions, rulings."""

from __future__ import annotations

from game.authoring.build.evidence import attribution
from game.authoring.build.papers import Entry, Papers, papers
from game.authoring.points import Figures, Tie, rescaled
from game.engine.issues import LinkageKind
from game.engine.party import Instruction, Latitude, Ruling, Stakes, Sweetener
from game.engine.scenario import Agenda


def stakes(case: Entry, agenda: Agenda, party: Entry) -> Stakes:
    """What one side wants, may do and falls back on."""
    behind = papers(case)
    stakes = [(issue["id"], issue["stakes"][party["id"]]) for issue in case["issues"]]
    figures, sweetening = _figures(case, agenda, party["id"])
    scaled = rescaled(figures)
    alternative, reservation = party["alternative"], party["reservation"]
    return Stakes(
        party=party["id"],
        points=scaled.options,
        points_attribution=tuple(attribution(stake, behind) for _, stake in stakes),
        reservation=reservation["points"],
        reservation_attribution=attribution(reservation, behind),
        alternative=alternative["text"],
        alternative_attribution=attribution(alternative, behind, alternative["text"]),
        instructions=tuple(_instruction(agenda, issue, e, behind) for issue, s in stakes for e in s["instructions"]),
        rulings=tuple(_ruling(issue, e, behind) for issue, stake in stakes for e in stake.get("rulings", ())),
        sweeteners=tuple(
            Sweetener(linkage, tie.points) for linkage, tie in zip(sweetening, scaled.ties, strict=True) if tie.points
        ),
        brief=party["brief"],
    )


def _figures(case: Entry, agenda: Agenda, party: str) -> tuple[Figures, tuple[str, ...]]:
    """A party's figures as authored, and the ids of the linkages its sweeteners stand for."""
    options = tuple(
        tuple(issue["stakes"][party]["points"][option["id"]] for option in issue["options"]) for issue in case["issues"]
    )
    sweet = [one for one in case["linkages"] if one["kind"] == LinkageKind.SWEETENS and one["party"] == party]
    ties = tuple(Tie(*_end(agenda, one["when"]), *_end(agenda, one["then"]), one.get("points", 0)) for one in sweet)
    return Figures(options, ties), tuple(one["id"] for one in sweet)


def _end(agenda: Agenda, entry: Entry) -> tuple[int, tuple[int, ...]]:
    issue = entry["issue"]
    return agenda.place(issue), tuple(agenda.level(issue, option) - 1 for option in entry["options"])


def _instruction(agenda: Agenda, issue: str, entry: Entry, papers: Papers) -> Instruction:
    named = {option: latitude for latitude in Latitude for option in entry.get(latitude.value, ())}
    latitudes = tuple(named[option.id] for option in agenda.issue(issue).options)
    return Instruction(entry["from"], issue, latitudes, attribution(entry, papers))


def _ruling(issue: str, entry: Entry, papers: Papers) -> Ruling:
    granted = entry["answer"] == "grant"
    return Ruling(issue, entry["option"], granted, entry["words"], attribution(entry, papers, entry["words"]))

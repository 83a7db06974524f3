"""The first panel: what the principal makes of it, red line by red line, and what that rests on."""

from __future__ import annotations

from game.debrief.capital import Capital
from game.debrief.findings import Findings
from game.debrief.page import Block, Items, Say, Section
from game.debrief.sections.voice import bases, counted, in_weightings, option_named
from game.engine.outcome import Verdict
from game.engine.party import Instruction, Latitude
from game.engine.state import EndingKind

LATITUDES = {
    Latitude.FREE: "free",
    Latitude.REPORT: "ad referendum",
    Latitude.ASK: "only on new instructions",
    Latitude.FORBIDDEN: "red line",
}


def section(found: Findings) -> Section:
    """The principal's verdict."""
    agenda = found.state.scenario.agenda
    blocks: list[Block] = [Say(verdict(found)), Say(_red_lines(found))]
    lines = [(one.crossed, option_named(agenda, one.issue, one.option)) for one in found.capital.red_lines]
    crossed, kept = ([text for over, text in lines if over is which] for which in (True, False))
    lists = (
        ("Red lines crossed:", crossed),
        ("Given without the leave it needed:", _liberties(found)),
        ("Messages home still unanswered at the end:", _pending(found)),
        ("Red lines kept:", kept),
    )
    blocks += [Items(title, tuple(texts)) for title, texts in lists if texts]
    blocks += [Say(f"Without agreement: {found.worth.alternative}"), Say(dependence(found))]
    return Section("principal", "Your principal's verdict", verdict(found), tuple(blocks))


def verdict(found: Findings) -> str:
    """The verdict in a sentence or two."""
    capital = found.capital
    if capital.recorded is not None:
        done = "ratified" if capital.recorded else "repudiated"
        return f"{capital.principal} {done} what you signed. The risk that it would be repudiated was {_risk(capital)}."
    ending = found.ending
    if ending is not None and ending.kind is EndingKind.REPUDIATED and ending.by != found.party:
        return f"{capital.principal} was not asked: the other side's principal had already repudiated the agreement."
    if not len(found.state.settled):
        return f"Nothing was agreed, so there was nothing for {capital.principal} to approve or refuse."
    signed = "" if capital.signed else " There is no full agreement to ratify yet; this is said of what stands so far."
    return f"{_would(capital)}{signed}"


def _would(capital: Capital) -> str:
    would = {
        Verdict.RATIFIES: "has nothing to object to in what is agreed",
        Verdict.GRUMBLES: "would let it pass with a grumble: something was given without leave",
        Verdict.REPUDIATES: "would more likely than not repudiate what is agreed",
    }[capital.verdict]
    return f"{capital.principal} {would}. The risk of repudiation is {_risk(capital)}."


def _risk(capital: Capital) -> str:
    return f"{capital.risk} per cent" if capital.risk else "nil"


def _red_lines(found: Findings) -> str:
    lines = found.capital.red_lines
    crossed = sum(1 for one in lines if one.crossed)
    if not lines:
        return "Your instructions, as they stood at the end, drew no red line."
    kept = len(lines) - crossed
    if len(lines) == 1:
        did = "you crossed it" if crossed else "you kept to it"
        return f"Your instructions, as they stood at the end, drew one red line, and {did}."
    if not crossed:
        return f"Your instructions, as they stood at the end, drew {counted(len(lines), 'red line')}; you crossed none."
    return f"Of {counted(len(lines), 'red line')} in your instructions you crossed {crossed} and kept {kept or 'none'}."


def _liberties(found: Findings) -> list[str]:
    texts = []
    for one in found.capital.liberties:
        who = found.capital.principal
        allowed = f"{who} would have allowed it" if one.allowed else f"{who} would not have allowed it"
        words = f": “{one.words}”" if one.words else "."
        given = option_named(found.state.scenario.agenda, one.issue, one.option)
        texts.append(f"{given} ({LATITUDES[one.latitude]}); asked, {allowed}{words}")
    return texts


def _pending(found: Findings) -> list[str]:
    texts = []
    for one in found.capital.pending:
        answer = f"{found.capital.principal} would have {'granted' if one.granted else 'refused'} it"
        words = f": “{one.words}”" if one.words else "."
        asked = option_named(found.state.scenario.agenda, one.issue, one.option)
        texts.append(f"Message {one.number} asked for {asked}; {answer}{words}")
    return texts


def dependence(found: Findings) -> str:
    """How the verdict depends on the author's numbers."""
    held = _in_force(found)
    basis = bases(one.attribution for one in held)
    rests = f"This verdict rests on {counted(len(held), 'instruction')} in force at the end ({basis})" if held else ""
    rests = rests or "This verdict rests on no written instruction"
    text = (
        f"{rests} and on the risks the game sets for exceeding them (60 for a red line, 20 for a step without leave: "
    )
    text += "invented), not on points."
    share = found.robustness.get("above")
    if not found.capital.signed or share is None:
        return text
    return (
        f"{text} Points matter at one place only: a settlement worth less than no agreement is likelier to be refused. "
        f"Yours is worth at least that much to your side {in_weightings(share)}."
    )


def _in_force(found: Findings) -> list[Instruction]:
    """The latest instruction on each issue that was agreed, as of the last sitting."""
    date = found.state.sitting.date
    latest: dict[str, Instruction] = {}
    for one in found.state.scenario.stake(found.party).instructions:
        if one.since <= date and (one.issue not in latest or one.since >= latest[one.issue].since):
            latest[one.issue] = one
    return list(latest.values())

"""Steps as remarks of the minutes, as one side hears them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from game.delegates.delegate import Reason
from game.engine.evidence import Strength
from game.engine.issues import Meeting
from game.engine.moves import Argue, Happening, Occur
from game.engine.scenario import Agenda
from game.engine.state import Step
from game.engine.view import View, view
from game.play.hours import hours
from game.play.motives import heard
from game.record.minutes import Utterance
from game.ui.chair import Chair
from game.ui.signs import COMPOSED, GIVEN, OUTSIDE, PRIVATE, VERBATIM, Sign, colour_of
from game.ui.widgets.minutes import Remark
from game.ui.words import listed, long_date

HEAD = Sign(" ", "", "$faint")
"""The mark of a line at the head of a sitting's record."""


def opening(seen: View) -> list[Remark]:
    """The head of the record of a sitting: when and where, and who is there unless they are those of the last."""
    meeting = seen.sitting
    date = long_date(meeting.date)
    named = meeting.title if date in meeting.title else f"{meeting.title}, {date}"
    when = ", ".join(part for part in (named, hours(meeting), meeting.place) if part)
    return [Remark(0, "", "", line, HEAD) for line in (when, *_present(seen, meeting))]


def _present(seen: View, meeting: Meeting) -> list[str]:
    lines: list[str] = []
    before = next((one for one, after in pairwise(seen.agenda.meetings) if after.id == meeting.id), None)
    if before is not None and (before.present, before.chairs) == (meeting.present, meeting.chairs):
        return lines
    for party, people in meeting.present:
        others = [name for name in people if name != meeting.chair(party)]
        lines.append(f"{seen.agenda.party(party).name}: {listed([meeting.chair(party), *others])}")
    return lines


def remarks(chair: Chair, steps: Iterable[Step]) -> list[Remark]:
    """The remarks of the steps this side hears of, in order."""
    found: list[Remark] = []
    for step in steps:
        if chair.hears(step):
            found.extend(_remarks(chair, step))
    return found


def _remarks(chair: Chair, step: Step) -> list[Remark]:
    said = chair.utterance(step)
    if said.private or not said.speaker:
        if isinstance(step.move, Occur) and step.move.what is Happening.MEETING:
            return opening(view(step.after, chair.party))
        return [Remark(0, "", "", said.text, PRIVATE if said.private else OUTSIDE)]
    return [
        Remark(
            speech=_speech(step),
            speaker=said.speaker,
            style=colour_of(chair.view.agenda, said.by),
            text=_text(said),
            sign=_sign(said),
            why=_why(chair, step),
        )
    ]


def _why(chair: Chair, step: Step) -> tuple[str, ...]:
    """The other side's reasons for a refusal; or, of one's own argument, why it carried little weight."""
    move = step.move
    if isinstance(move, Argue) and move.by == chair.party:
        claim = next((one for one in chair.view.claims if one.id == move.claim), None)
        passage = claim.passage(move.passage) if claim else None
        weak = passage is not None and passage.strength is Strength.WEAK
        return (f"It carries little weight. {passage.why}".strip(),) if passage and weak else ()
    return reasoned(chair.view.agenda, heard(chair.session.reasons, step, chair.party))


def reasoned(agenda: Agenda, reasons: Sequence[Reason]) -> tuple[str, ...]:
    """Each reason, under its issue where there are several; after the last that it would change, what would."""
    several = len({reason.issue for reason in reasons}) > 1
    told: list[str] = []
    for remedy, part in groupby(reasons, key=lambda one: one.remedy):
        for reason in part:
            about = f"Re {agenda.issue(reason.issue).heading}. " if several and reason.issue else ""
            told.append(f"{about}{reason.because}")
        told[-1] = f"{told[-1]} → {remedy}" if remedy else told[-1]
    return tuple(told)


def _sign(said: Utterance) -> Sign:
    if said.verbatim:
        return VERBATIM
    return COMPOSED if said.text == said.gist else GIVEN


def _text(said: Utterance) -> str:
    """What is said; words that a player gave are followed by what they did, since the rules do not read them."""
    if not said.text:
        return "Says no more."
    return said.text if said.verbatim or said.text == said.gist or not said.gist else f"{said.text} [{said.gist}]"


def _speech(step: Step) -> int:
    """A number that changes when the floor passes: one for each speech of each meeting."""
    return 1 + step.before.meeting * 10_000 + step.before.speeches

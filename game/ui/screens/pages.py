"""The pages of the dossier, each from a view: nothing on them that this side could not know."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from rich.cells import cell_len
from textual.content import Content

from game.engine.evidence import Attribution, Citation, Dispute, known_on
from game.engine.issues import Issue, LinkageKind
from game.engine.party import Instruction, Latitude, Line, Party, Person
from game.engine.view import View
from game.play.cables import answer_in_time
from game.play.clean import clean, clean_line
from game.play.hours import hours
from game.play.reading import NOT_YOURS, legible
from game.ui.archive import Archive, CannotOpen, Document
from game.ui.signs import BASIS, LATITUDE, colour_of, sign_of, sign_on
from game.ui.widgets.blocks import Pair
from game.ui.widgets.lines import NOTHING, Block
from game.ui.widgets.passage import cited
from game.ui.words import counted, listed, long_date, padded

LEAD = Content("  ")
SPACE = Block(NOTHING)
BESIDE = 32
"""Cells of the names of a delegation, in both scripts, up to which an office has room beside them."""
OPENS = "Enter opens a document. What your side could not read opens in the debrief."
NO_DOCUMENT = (
    "No document of these talks is kept here. What is said of them is told after outside works; each is named beside "
    "what it tells, behind the options and the evidence."
)
ALONE = Block(
    Content.styled("Yours alone: the other side sees none of this.", "$caution"),
    tail=Content.styled("points to you", "$faint"),
)
"""The head of the page of instructions; it stays in sight."""


def _title(text: str) -> Block:
    return Block(Content.styled(clean_line(text), "bold $primary"))


def _paragraphs(text: str) -> Iterator[Block]:
    for paragraph in clean(text).split("\n\n"):
        if paragraph.strip():
            yield Block(Content(clean_line(paragraph)), LEAD, LEAD)


def _attributed(attribution: Attribution, date: str) -> Iterator[Block]:
    """The first words behind a value, or its basis. Reasons wait for the debrief: they may rest on what came later."""
    sign = BASIS[attribution.basis]
    known = known_on(attribution.citations, date)
    first = next((one for one in known if one.verbatim), next(iter(known), None))
    if first is None:
        yield Block(Content.styled(f"{sign.glyph} {sign.word}", "$faint"), Content("    "))
        return
    yield Block(_cited(first), Content("    "), Content("    "))


def _cited(citation: Citation) -> Content:
    sign = sign_of(citation)
    words = f"{clean_line(citation.quote)}”" if citation.verbatim else f" {clean_line(citation.paraphrase)}"
    remark = f" · {NOT_YOURS}" if citation.unread else ""
    where = f"{citation.source}, line {citation.line}" if citation.source else clean_line(citation.title)
    place = f" {where or 'outside page'}{remark}"
    return Content.assemble((f"{sign.glyph}{words}", sign.style), (place, "$faint"))


def situation(view: View) -> Iterator[Block]:
    """What is happening, when and where, and what no agreement would mean."""
    meeting, me = view.sitting, view.agenda.party(view.party)
    yield _title(view.agenda.title)
    yield from _paragraphs(view.agenda.summary)
    yield SPACE
    date = long_date(meeting.date)
    yield _title(meeting.title)
    when = ", ".join(part for part in ("" if date in meeting.title else date, hours(meeting), meeting.place) if part)
    yield Block(Content(when), LEAD, LEAD)
    yield Block(Content(f"Each side may speak {counted(view.exchanges, 'time')}."), LEAD, LEAD)
    if view.stakes.brief:
        yield SPACE
        yield _title(f"Your brief: {me.seat}, {me.seat_title}")
        yield from _paragraphs(view.stakes.brief)
    yield SPACE
    yield from _alternative(view)
    yield from _line_home(view)
    yield from _events(view)


def _alternative(view: View) -> Iterator[Block]:
    yield _title("Without an agreement")
    yield from _paragraphs(view.stakes.alternative)
    count = counted(len(view.agenda.issues), "issue")
    worth = (
        f"No agreement is worth {view.stakes.reservation} points to you; the best package on these {count} is worth "
        "1000. Each scenario has a scale of its own."
    )
    yield Block(Content(worth), LEAD, LEAD)
    yield from _attributed(view.stakes.reservation_attribution, view.sitting.date)
    yield SPACE


def _line_home(view: View) -> Iterator[Block]:
    me = view.agenda.party(view.party)
    answer = "the answer comes after the sitting" if answer_in_time(view) else "no answer can come before the end"
    near = f"reached by {me.message}" if me.message else "down the corridor"
    how = {
        Line.TELEGRAM: f"{me.principal} is reached by {me.wire}; {answer}.",
        Line.CORRIDOR: f"{me.principal} is {near}, and answers at once.",
    }[me.line]
    yield _title("Your line home")
    yield Block(Content(clean_line(how)), LEAD, LEAD)
    yield from _paragraphs(me.principal_note)


def _events(view: View) -> Iterator[Block]:
    if view.events:
        yield SPACE
        yield _title("What your side knows has happened")
    for event in view.events:
        date = long_date(event.date)
        lead = Content.styled(f"  {date:<14} ", "$faint")
        yield Block(Content(clean_line(event.text)), lead, Content(" " * 17))


def instructions(view: View) -> Iterator[Block]:
    """What the principal lays down, issue by issue, with the points. Private; ``ALONE`` stands above it."""
    for number, head in enumerate(view.agenda.heads):
        under = view.agenda.under(head.id)
        if under:
            if number:
                yield SPACE
            yield _title(f"{head.number} {head.title}".strip())
        for issue in under:
            yield from _instructed(view, issue)


def _instructed(view: View, issue: Issue) -> Iterator[Block]:
    yield Block(Content.styled(clean_line(issue.heading), "bold"), LEAD, LEAD)
    for latitude in Latitude:
        here = [option for option in issue.options if view.latitude(issue.id, option.id) is latitude]
        for option in here:
            sign = LATITUDE[latitude]
            word = sign.word if option is here[0] else ""
            points = Content.styled(str(view.points(issue.id, option.id)), "$faint")
            lead = Content.styled(f"    {word:<10}", sign.style)
            yield Block(Content(clean_line(option.label)), lead, Content(" " * 14), points)
    entry = _latest(view, issue.id)
    if entry is not None:
        yield from _attributed(entry.attribution, view.sitting.date)


def _latest(view: View, issue: str) -> Instruction | None:
    entries = [e for e in view.stakes.instructions if e.issue == issue and e.since <= view.sitting.date]
    return max(entries, key=lambda entry: entry.since, default=None)


def issues(view: View) -> Iterator[Block]:
    """The agenda in full: questions, options with their wording and who stands where, ties between issues."""
    for head in view.agenda.heads:
        under = view.agenda.under(head.id)
        if under:
            yield _title(f"{head.number} {head.title}".strip())
        for issue in under:
            yield from _issue(view, issue)
        yield SPACE


def _issue(view: View, issue: Issue) -> Iterator[Block]:
    sign = sign_on(view, issue.id)
    tail = Content.styled(f"{sign.glyph} {sign.word}", sign.style)
    yield Block(Content.styled(f"{issue.code} {clean_line(issue.heading)}", "bold"), LEAD, LEAD, tail)
    yield Block(Content.styled(clean_line(issue.question), "italic"), Content("    "), Content("    "))
    held = {party.id: view.standing(issue.id).positions[side] for side, party in enumerate(view.agenda.parties)}
    for option in issue.options:
        who = listed([view.agenda.party(party).name for party, one in held.items() if one == option.id])
        tail = Content.styled(f"← {who}" if who else "", "$accent")
        yield Block(Content(clean_line(option.label)), Content(f"    {option.level} "), Content("      "), tail)
    for linkage in view.agenda.linkages:
        if issue.id in (linkage.issue, linkage.other) and linkage.kind is not LinkageKind.STATEMENT:
            text = Content.styled(f"{linkage.kind}: {clean_line(linkage.text)}", "$caution")
            yield Block(text, Content("    "), Content("      "))
    for dispute in view.disputes:
        if dispute.issue == issue.id:
            yield from disputed(view, dispute)


def disputed(view: View, dispute: Dispute) -> Iterator[Block]:
    """What a dispute is about, then its readings two by two, each with its passage."""
    pad = Content("      ")
    yield Block(Content.styled(f"disputed: {clean_line(dispute.about)}", "$caution"), Content("    "), pad)
    readings = [(Block(Content(clean_line(one.text))), *cited(view, one.citation)) for one in dispute.readings]
    for place, (left, right) in enumerate(zip_longest(readings[::2], readings[1::2], fillvalue=())):
        if place:
            yield SPACE
        yield Pair(NOTHING, pad, left=left, right=right)


def people(view: View) -> Iterator[Block]:
    """Who is who, on both sides, with names as written at home; aligned by cells."""
    for party in view.agenda.parties:
        yield Block(Content.styled(clean_line(party.name), f"bold {colour_of(view.agenda, party.id)}"))
        yield Block(Content(f"{clean_line(party.seat)}, {clean_line(party.seat_title)}"), LEAD, LEAD)
        yield Block(Content(f"answers to {clean_line(party.principal)}"), LEAD, LEAD)
        yield from _delegation(view, party)
        yield SPACE


def _delegation(view: View, party: Party) -> Iterator[Block]:
    widest = max((cell_len(clean_line(person.name)) for person in party.people), default=0)
    native = max((cell_len(clean_line(person.native)) for person in party.people), default=0)
    for person in party.people:
        name = f"{padded(clean_line(person.name), widest)}  {padded(clean_line(person.native), native)}"
        role = Content.styled(clean_line(person.role), "$faint")
        tail = Content.styled(_where(view, party, person), "$accent")
        if widest + native <= BESIDE:
            yield Block(role, Content(f"  {name}  "), Content(" " * (widest + native + 6)), tail)
        else:
            yield Block(Content(name), LEAD, LEAD, tail)
            yield Block(role, Content("    "), Content("    "))
        if person.note:
            yield Block(Content.styled(clean_line(person.note), "$faint"), Content("      "), Content("      "))


def _where(view: View, party: Party, person: Person) -> str:
    """Whether somebody is in the room, and in whose chair."""
    here = dict(view.sitting.present).get(party.id, ())
    present = view.sitting.id in person.present or any(name in (person.name, *person.spelled) for name in here)
    if party.seat in (person.name, *person.spelled):
        return "your chair" if party.id == view.party else "opposite you"
    return "in the room" if present else ""


def documents(view: View, archive: Archive) -> Iterator[Block]:
    """The kept sources: those that can be read on the day, and those that open in the debrief."""
    if not view.agenda.sources:
        yield Block(Content(NO_DOCUMENT if _told_elsewhere(view) else "Nothing here rests on a document."), LEAD, LEAD)
        return
    yield Block(Content.styled(OPENS, "$faint"))
    for source in view.agenda.sources:
        try:
            yield from _document(view, archive.document(source))
        except CannotOpen as problem:
            yield Block(Content.styled(clean_line(f"{source}: {problem.sentence}"), "$danger"), LEAD, LEAD)


def _told_elsewhere(view: View) -> bool:
    """Whether outside works stand behind the options."""
    options = [option for issue in view.agenda.issues for option in issue.options]
    return any(one.url for option in options for one in option.attribution.citations)


def _document(view: View, document: Document) -> Iterator[Block]:
    lines = None if view.ending else legible(view, document.id, document.talk)
    opens = lines is None or bool(lines)
    yield Block(
        Content.styled(clean_line(document.title), "" if opens else "$faint"),
        lead=LEAD,
        hang=LEAD,
        tail=Content.styled(_how_open(view, document, lines), "$faint"),
        key=document.id if opens else "",
    )
    length = counted(len(document.lines), "line")
    where = " · ".join(part for part in (long_date(document.date), length, document.id) if part)
    yield Block(Content.styled(clean_line(where), "$faint"), Content("    "), Content("    "))


def _how_open(view: View, document: Document, lines: frozenset[int] | None) -> str:
    """How much of a document can be read, in a word or two."""
    if lines is None:
        return ""
    if document.id in view.agenda.unread:
        return "what your side knew of it" if lines else "not your paper: closed"
    return "this day's record: what is quoted" if lines else "closed"

"""The telegraph office: what is asked for, a report put together, what was sent before and what came back.

The table hears nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from game.engine.moves import ConsultCapital
from game.engine.package import Package
from game.engine.state import Telegram
from game.play.cables import LONGEST_REPORT, Ruled, answer, answered_when, composed, report_sentences
from game.play.clean import clean_line
from game.ui.chair import Chair
from game.ui.phrasing import refusal_line
from game.ui.screens.base import Sheet
from game.ui.signs import BASIS, COMPOSED, LATITUDE
from game.ui.widgets.lines import Block, Lines
from game.ui.widgets.paper import Paper, key_word
from game.ui.widgets.passage import cited

FACE = Content("  ")
SAY = "say"
"""The first word of the key of a sentence that can go into the report."""
SENT = "sent"
"""The same of a message sent before: it can be gone to, and read."""


class TelegramScreen(Sheet[ConsultCapital | None]):
    """Tick what you want leave for and what you report, add words of your own, send. Below stand earlier messages."""

    CSS_PATH = "telegram.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "Tick", show=False),
        Binding("f2", "send", "Send", priority=True, show=False),
        Binding("question_mark", "help", "Help here", show=False),
        Binding("escape", "back", "Back", show=False),
    ]

    def __init__(self, chair: Chair, wanted: tuple[tuple[str, str], ...] = (), issue: str = "") -> None:
        super().__init__()
        self.chair = chair
        self.issue = issue
        self.askable = chair.askable()
        self.ticked = {issue: option for issue, option in wanted if (issue, option) in self.askable}
        self.sentences = report_sentences(chair.view)
        self.said: set[int] = set()

    def compose(self) -> ComposeResult:
        """Options to ask for; the report; what keeps it from being sent."""
        party = self.chair.view.agenda.party(self.chair.party)
        kind = f"{party.wire[:1].upper()}{party.wire[1:]} to"
        with Vertical(classes="sheet") as sheet:
            sheet.border_title = Content(f"{kind} {clean_line(party.principal)} · {answered_when(self.chair.view)}")
            then = "End reads the latest answer" if self.chair.view.telegrams else "Tab to your own words"
            sheet.border_subtitle = Content(f"Space ticks · {then} · F2 sends · Esc goes back")
            yield Lines(id="asks")
            yield Input(id="report", placeholder="Your own words; Enter sends", max_length=LONGEST_REPORT, compact=True)
            yield Paper("", id="whole")
            yield Paper("", id="refused")
            yield Paper(key_word("F2", "sends it", "screen.send"), id="send")

    def on_mount(self) -> None:
        """Start on what is ticked already, else on the issue in hand, else on the first option of all."""
        _tell(self.query_one("#refused", Paper), Content(""))
        self._show()
        in_hand = (place for place in self.askable if place[0] == self.issue)
        first = next(iter(self.ticked.items()), None) or next(in_hand, self.askable[0] if self.askable else None)
        if first:
            self.query_one(Lines).put_cursor(" ".join(first))
        self.query_one(Lines).focus()

    def _show(self) -> None:
        self.query_one("#asks", Lines).show([*self._sayings(), *self._asks(), *sent(self.chair)])
        self._read_over()

    def on_input_changed(self) -> None:
        """The report as it would go."""
        self._read_over()

    def _report(self) -> str:
        chosen = tuple(self.sentences[number] for number in sorted(self.said))
        return composed(chosen, clean_line(self.query_one(Input).value), LONGEST_REPORT)

    def _read_over(self) -> None:
        report = self._report()
        told = f"{len(report)} of {LONGEST_REPORT}: “{report}”" if self.said else ""
        _tell(self.query_one("#whole", Paper), Content.styled(told, "$faint"))

    def _sayings(self) -> Iterator[Block]:
        yield _title("Report")
        for number, sentence in enumerate(self.sentences):
            mark = "[x] " if number in self.said else "[ ] "
            lead = Content.assemble("  ", (mark, "bold $accent" if number in self.said else "$faint"))
            yield Block(Content(clean_line(sentence)), lead, Content("      "), most=2, key=f"{SAY} {number}")

    def _asks(self) -> Iterator[Block]:
        yield _title("Ask leave for")
        if not self.askable:
            yield Block(Content.styled("Nothing: all you could ask for is allowed, or asked.", "$faint"), FACE)
        view, before = self.chair.view, ""
        for issue, option in self.askable:
            found = view.agenda.issue(issue)
            if issue != before:
                yield Block(Content.styled(clean_line(found.heading), "$primary"), Content(" "))
                before = issue
            latitude = LATITUDE[view.latitude(issue, option)]
            mark = "[x] " if self.ticked.get(issue) == option else "[ ] "
            label = found.option(option)
            yield Block(
                Content(clean_line(label.label) if label else option),
                lead=Content.assemble("  ", (mark, "bold $accent" if "x" in mark else "$faint")),
                hang=Content("      "),
                tail=Content.styled(latitude.word, latitude.style),
                most=1,
                key=f"{issue} {option}",
            )

    def action_tick(self) -> None:
        """Put what is under the cursor in, or take it out: a sentence, or an option, one an issue."""
        if not self.query_one(Lines).has_focus or not self.query_one(Lines).cursor:
            return
        issue, option = self.query_one(Lines).cursor.split(" ", 1)
        if issue == SENT:
            return
        if issue == SAY:
            self.said ^= {int(option)}
        elif self.ticked.get(issue) == option:
            del self.ticked[issue]
        else:
            self.ticked[issue] = option
        self._show()

    def on_lines_chosen(self) -> None:
        """Enter or a second click ticks."""
        self.action_tick()

    def on_input_submitted(self) -> None:
        """Enter in the report sends."""
        self.action_send()

    def action_send(self) -> None:
        """Send it, or say why it can't be sent."""
        move = ConsultCapital(self.chair.party, Package.of(self.ticked), self._report())
        refusal = self.chair.session.check(move)
        if refusal is None:
            self.dismiss(move)
        else:
            _tell(self.query_one("#refused", Paper), refusal_line(refusal))

    def action_help(self) -> None:
        """Explain the office."""
        from game.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen("telegram"))

    def action_back(self) -> None:
        """Send nothing."""
        self.dismiss(None)


def _tell(paper: Paper, text: Content) -> None:
    """Show a text; without one, take no room."""
    paper.display = bool(text)
    paper.tell(text)


def _title(text: str) -> Block:
    return Block(Content.styled(text, "bold $primary"))


def sent(chair: Chair) -> Iterator[Block]:
    """Earlier messages, the latest last: what was asked, and each point of the answer beside what it is built on.

    The first and the last line of each can be gone to, so that End has the latest answer in sight.
    """
    telegrams = chair.view.telegrams
    if telegrams:
        yield _title("Sent")
    for telegram in telegrams:
        *most, last = _message(chair, telegram)
        yield from [*most, replace(last, key=last.key or f"{SENT} {telegram.number} end")]


def _message(chair: Chair, telegram: Telegram) -> Iterator[Block]:
    asked = ", ".join(_named(chair, issue, option) for issue, option in telegram.asks)
    head = f"{telegram.number}. Asked for: {asked}" if asked else f"{telegram.number}. Report only"
    state = "answered" if telegram.answered else "not answered yet"
    key = f"{SENT} {telegram.number}"
    yield Block(Content(head), FACE, Content("     "), Content.styled(state, "$faint"), key=key)
    if telegram.report:
        yield Block(Content.styled(clean_line(telegram.report), "$faint"), Content("     "), Content("     "))
    for ruled in answer(chair.session.scenario, telegram, chair.view.sitting.date):
        yield from _ruled(chair, ruled)


def _ruled(chair: Chair, ruled: Ruled) -> Iterator[Block]:
    sign = BASIS[ruled.basis]
    word = ("granted", "$agreed") if ruled.granted else ("refused", "bold $danger")
    inset = Content("     ")
    yield Block(Content.assemble(word, f": {_named(chair, ruled.issue, ruled.option)}"), inset, inset)
    if ruled.words:
        told = Content.assemble((f"{COMPOSED.glyph} {clean_line(ruled.words)}", ""), (f"  {sign.word}", "$faint"))
        yield Block(told, inset, Content("       "))
    for citation in ruled.passages:
        for block in cited(chair.view, citation):
            yield Block(
                block.body, Content.assemble(inset, "  ", block.lead), Content.assemble(inset, "  ", block.hang)
            )


def _named(chair: Chair, issue: str, option: str) -> str:
    found = chair.view.agenda.issue(issue)
    label = found.option(option)
    return clean_line(f"{found.heading}, {label.label if label else option}")

"""Writing home: what is asked for, what is reported. The table does not hear it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from game.engine.moves import ConsultCapital
from game.engine.package import Package
from game.engine.party import Line
from game.play.clean import clean_line
from game.ui.chair import Chair
from game.ui.phrasing import refusal_line
from game.ui.signs import LATITUDE
from game.ui.widgets.lines import Block, Lines
from game.ui.widgets.paper import Paper

LONGEST_REPORT = 600
"""Characters of a report."""


class TelegramScreen(ModalScreen[ConsultCapital | None]):
    """Tick what you want leave for, write what you report, send."""

    CSS_PATH = "telegram.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "Tick", show=False),
        Binding("f2", "send", "Send", priority=True, show=False),
        Binding("escape", "back", "Back", show=False),
    ]

    def __init__(self, chair: Chair, wanted: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__()
        self.chair = chair
        self.askable = chair.askable()
        self.ticked = {issue: option for issue, option in wanted if (issue, option) in self.askable}

    def compose(self) -> ComposeResult:
        """Options to ask for; the report; what keeps it from being sent."""
        party = self.chair.view.agenda.party(self.chair.party)
        kind = "Telegram to" if party.line is Line.TELEGRAM else "Word to"
        when = "answered after the sitting" if party.line is Line.TELEGRAM else "answered at once"
        with Vertical(classes="sheet") as sheet:
            sheet.border_title = Content(f"{kind} {clean_line(party.principal)} · {when}")
            sheet.border_subtitle = Content("Space ticks · Tab to the report · F2 sends · Esc goes back")
            yield Paper("Ask leave for:", classes="label")
            yield Lines(id="asks")
            yield Paper("Report:", classes="label")
            yield Input(
                id="report", placeholder="What you report; Enter sends", max_length=LONGEST_REPORT, compact=True
            )
            yield Paper("", id="refused")
            send = Paper(" F2 Send ", id="send")
            yield send

    def on_mount(self) -> None:
        """Start on the options."""
        self._show()
        first = next(iter(self.ticked.items()), None)
        if first:
            self.query_one(Lines).put_cursor(" ".join(first))
        (self.query_one(Lines) if self.askable else self.query_one(Input)).focus()

    def _show(self) -> None:
        empty = Block(Content.styled("Nothing: all you could ask for is allowed, or asked.", "$faint"), Content("  "))
        self.query_one("#asks", Lines).show(list(self._blocks()) or [empty])

    def _blocks(self) -> Iterator[Block]:
        view, before = self.chair.view, ""
        for issue, option in self.askable:
            found = view.agenda.issue(issue)
            if issue != before:
                yield Block(Content.styled(clean_line(found.heading), "bold $primary"), Content(" "))
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
        """Ask for the option under the cursor, or no longer; one option an issue."""
        if not self.query_one(Lines).has_focus or not self.query_one(Lines).cursor:
            return
        issue, option = self.query_one(Lines).cursor.split(" ", 1)
        if self.ticked.get(issue) == option:
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

    def on_click(self, event: object) -> None:
        """The send button."""
        if getattr(event, "widget", None) is self.query_one("#send"):
            self.action_send()

    def action_send(self) -> None:
        """Send it, or say why it can't be sent."""
        report = clean_line(self.query_one(Input).value)
        move = ConsultCapital(self.chair.party, Package.of(self.ticked), report)
        refusal = self.chair.session.check(move)
        if refusal is None:
            self.dismiss(move)
        else:
            self.query_one("#refused", Paper).update(refusal_line(refusal))

    def action_back(self) -> None:
        """Send nothing."""
        self.dismiss(None)

"""Help: a page for whatever has focus, and one with all keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from game.ui.screens.base import Sheet
from game.ui.screens.keys import OTHER_KEYS, VERB_KEYS
from game.ui.signs import BASIS, COMPOSED, GIVEN, LATITUDE, NEW, STATUS, VERBATIM
from game.ui.widgets.lines import NOTHING, Block, Lines

LEAD = Content(" ")

TOPICS: dict[str, tuple[str, tuple[str, ...]]] = {
    "keys": ("Keys of the table", ()),
    "table": (
        "The table",
        (
            "Two delegations, one agenda. Each side makes a number of speeches in a sitting; the clock at the top "
            "counts yours. A speech is what you say before the floor passes: a proposal, a question, holding, "
            "yielding and adjourning pass it; accepting, refusing, reserving, arguing and citing keep it, six moves "
            "at most.",
            "Nothing is said until you press Enter on what stands in the composer, and a move that is refused stays "
            "there with the reason and the remedy.",
        ),
    ),
    "agenda": (
        "The agenda",
        (
            "Every issue under the minutes' own heads. The issue with the cursor is the issue in hand, shown at the "
            "right; verbs speak to it. A + marks the issues of your draft. Behind each head stands how many of its "
            "issues are in which state.",
        ),
    ),
    "ladder": (
        "The issue in hand",
        (
            "The settlements that could be signed, from the first party's end to the second's. Letters show where "
            "each side stands; a small letter is an offer that holds only as part of a package. “You may” is your "
            "instructions, and the number is what the option is worth to you: a reading aid made by an author, on "
            "your own scale.",
            "✗ marks an option the other side has refused; in the composer stands why, before you say it. "
            "What became of the last proposal on it is told under “Your speech” while nothing is in hand.",
            "Below stand the words of the sources on the highlighted option, as far as they could be known on the "
            "day; ← → go through them, s opens the document, PgUp and PgDn scroll.",
        ),
    ),
    "minutes": (
        "The minutes",
        (
            f"What is said, speech by speech. {VERBATIM.glyph} is the record's own words, {COMPOSED.glyph} a "
            f"sentence composed in its manner, {GIVEN.glyph} words a speaker chose, with what they did in brackets. "
            f"{NEW.glyph} marks what you have not looked at yet. Under a refusal stands why, and after → what would "
            "change it. Messages to and from your principal are marked ◂ and only you see them. z gives the minutes "
            "the full height.",
        ),
    ),
    "preview": (
        "The preview",
        (
            "A scenario while it is written. Save a file, and the table is laid anew at the same issue, option and "
            "pane, with the moves made so far as long as they can still be made. While there are mistakes the last "
            "sound version stays, and f shows all of them. c turns the table to the other chair; nobody sits there, "
            "and you speak for both. Nothing is saved. q, or Ctrl-C, ends it.",
        ),
    ),
    "home": (
        "The home screen",
        (
            "Choose a scenario with the arrows; c changes your chair, a who sits opposite, l the length, s the seed "
            "that chance is drawn from. Enter opens the table. Tab goes to the games you have left, which are saved "
            "after every move; r opens all records.",
            "m chooses between class play, in which what is said stays said, and study mode, in which you may go back "
            "and try other courses; the record says which it was. n chooses whether the table tells what to press: "
            "step by step in the first game and less with every other one, always, or never. Opposite may sit a second "
            "person at this keyboard: a blank screen stands between you.",
        ),
    ),
    "records": (
        "The records",
        (
            "Every game that is kept, the latest first, with its chair, its day, the exchanges spoken and how it "
            "ended. Enter opens the one under the cursor: to go on with it, or to see how it ended; b opens a debrief.",
            "u goes back to before your last move, w chooses in the course of the game where to leave it. Both are a "
            "variation, kept beside the game, and its record says so. It is done in study mode, and with games that "
            "are over; in class play what was said stays said. x deletes a game, after a question.",
        ),
    ),
    "dossier": (
        "The dossier",
        (
            "What your side has on its desk: the situation, your instructions, the issues and how they stand, the "
            "people in the room, the documents, and a map where it is about places. The numbers, or the arrows, change "
            "the page. Instructions and points are yours alone; the other side does not see them.",
            "On the map, what the issue under the cursor is about is lit up: ◆ for a place, a bright line for a "
            "railway or a limit. Names are the documents' own where they have them; positions are inferred.",
        ),
    ),
    "graph": (
        "The course of the game",
        (
            "At the left every table the game came to, with the move that led there, whose it was, and the issues it "
            "moved. At the right one issue: its options from the first party's end down, and where each side stood "
            "from table to table, the first party's line drawn through, the second's dashed. ↑ ↓ walk from table to "
            "table, ← → go through the issues.",
            "When the game is over, ◇ marks a table history came to as well, and at the right edge where each side "
            "stood when the record ends; below, where the game left the record. Until then that stays closed.",
            "w asks “what if”: another game leaves this one before your own move under the cursor, or after the other "
            "side's, and is kept as a variation of it.",
        ),
    ),
    "telegram": (
        "The telegraph office",
        (
            "Tick the options you want leave for, and the sentences the report is to have; Tab goes to a line for "
            "words of your own, F2 sends. The table does not hear it; what is asked for can't be unasked.",
            "Below stand the messages sent before. Each point of an answer is granted or refused, in words composed "
            "(~) by the author, beside the passages they are built on, as far as these were known on the day.",
        ),
    ),
    "plots": (
        "Plots",
        (
            "While the game goes on: what you have asked for and what you have been offered, move by move, by your own "
            "points, on the issues both sides have spoken to. It rests on nothing the other side keeps to itself.",
            "When it is over: every point of the frontier, the best both sides could have signed; what each side's "
            "stand would have been worth to both, here (●) and in the record (◇); what no agreement was worth "
            "(dotted); and what each side's stand was worth to it from sitting to sitting. Points are the author's; "
            "the two scales are never added up.",
        ),
    ),
    "sources": (
        "A document",
        (
            "The text stands line for line as in the source; slips and illegible words are the source's own. Lines "
            "marked catalogue belong to the archive's page, not to the document. What could not be known at the "
            "sitting you play opens in the debrief.",
            "/ searches, n and N go through the finds, g goes back to the passage. c copies the passage with its "
            "citation, w adds it to the file citations.txt beside the saved games. Where the sources conflict on what "
            "the document is cited for, d lays the readings side by side.",
        ),
    ),
    "debrief": (
        "The debrief",
        (
            "What the negotiation came to. There is no total: the panels are never added up.",
            "← and → turn the pages, a digit opens one. On a page Tab goes to the next heading, Shift+Tab to the one "
            "before. Where two people played, c lays it out for the other chair.",
        ),
    ),
}


class HelpScreen(Sheet[Any]):
    """One page of help on a sheet."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "back", "Back", show=False),
        Binding("f1", "all_keys", "All keys", show=False),
    ]

    def __init__(self, topic: str) -> None:
        super().__init__()
        self._topic = topic if topic in TOPICS else "keys"

    def compose(self) -> ComposeResult:
        """The sheet."""
        with Vertical(classes="sheet"):
            yield Lines(id="help")

    def on_mount(self) -> None:
        """Show the page."""
        self._show()
        self.query_one(Lines).focus()

    def _show(self) -> None:
        title, paragraphs = TOPICS[self._topic]
        sheet = self.query_one(Vertical)
        sheet.border_title = Content(title)
        sheet.border_subtitle = Content("↑↓ scrolls · F1 all keys · Esc goes back")
        blocks: list[Block] = []
        for paragraph in paragraphs:
            blocks += [Block(Content(paragraph), LEAD, LEAD), Block(NOTHING)]
        self.query_one(Lines).show([*blocks, *_more(self._topic)])

    def action_all_keys(self) -> None:
        """The page with all keys."""
        self._topic = "keys"
        self._show()

    def action_back(self) -> None:
        """Close."""
        self.dismiss()


def _more(topic: str) -> Iterator[Block]:
    if topic == "keys":
        yield from (
            _key(one.key, f"{one.word}: {one.about[:1].lower()}{one.about[1:].rstrip('.')}") for one in VERB_KEYS
        )
        yield Block(NOTHING)
        yield from (_key(key, about) for key, about in OTHER_KEYS)
    elif topic == "agenda":
        yield from (_key(sign.glyph, f"{sign.word}: {_STATUS_WORDS[sign.word]}") for sign in STATUS.values())
    elif topic == "ladder":
        yield from (_worded(sign.word, sign.style, _LATITUDE_WORDS[sign.word]) for sign in LATITUDE.values())
        yield Block(NOTHING)
        yield from (_key(sign.glyph, f"{sign.word}: {_BASIS_WORDS[sign.word]}") for sign in BASIS.values())


def _key(key: str, about: str) -> Block:
    lead = Content.assemble(" ", (f"{key:>6}", "bold $accent"), "  ")
    return Block(Content(about), lead, Content(" " * 9))


def _worded(word: str, style: str, about: str) -> Block:
    return Block(Content(about), Content.assemble(" ", (f"{word:<11}", style)), Content(" " * 12))


_STATUS_WORDS = {
    "agreed": "an option is accepted, ad referendum or finally",
    "principle": "agreed in substance; wording or form is open",
    "open": "both sides have spoken, and nothing is accepted",
    "tabled": "one side has spoken, the other has not answered",
    "deferred": "left to the experts",
    "silent": "nobody has spoken to it",
}
_LATITUDE_WORDS = {
    "free": "you may give it on the spot",
    "report": "you may give it ad referendum, and it is reported",
    "ask": "new instructions first; without them it risks repudiation",
    "forbidden": "a red line; to cross it risks repudiation most",
}
_BASIS_WORDS = {
    "verbatim": "the words stand in the named source, at that line",
    "reported": "a paraphrase of a named publication outside the kept sources",
    "inferred": "our judgement from the evidence, with the reason",
    "invented": "made up for play, with the reason",
}

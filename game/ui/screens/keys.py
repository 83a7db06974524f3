"""The keys of the table: one letter a verb. The same table makes the bindings, the verbs bar and the help."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from game.engine.party import Line, Party
from game.slim import dataclass
from game.ui.widgets.verbs import Key


@dataclass(frozen=True, slots=True)
class VerbKey:
    """A key for a verb of ``notation.VERBS``, the short word in the bar, and a sentence about it."""

    key: str
    verb: str
    word: str
    action: str
    about: str


VERB_KEYS = (
    VerbKey("p", "propose", "propose", "stage('propose')", "Put the highlighted option into a proposal."),
    VerbKey("a", "accept", "accept", "stage('accept')", "Accept what the other side holds; again for its packages."),
    VerbKey("r", "reject", "refuse", "stage('reject')", "Refuse what the other side holds; again for its packages."),
    VerbKey("h", "hold", "hold", "stage('hold')", "Reaffirm your own position."),
    VerbKey("e", "argue", "evidence", "argue", "Make a claim and put a passage behind it."),
    VerbKey("m", "cite", "cite", "cite", "Hold the other side to what it said."),
    VerbKey("k", "ask", "ask", "ask", "Ask whether there is room; or answer the question just asked."),
    VerbKey("v", "reserve", "reserve", "stage('reserve')", "Put the issue off: w changes to what."),
    VerbKey("x", "withdraw", "take back", "stage('withdraw')", "Take back an open offer of yours."),
    VerbKey("t", "consult", "cable", "consult", "Report to your principal and ask for latitude."),
    VerbKey("y", "yield", "yield", "stage('yield')", "Say no more and leave the floor."),
    VerbKey("j", "adjourn", "adjourn", "stage('adjourn')", "Propose to rise; w breaks off instead."),
)
OTHER_KEYS = (
    ("↑ ↓", "choose an issue on the agenda, or an option on the ladder"),
    ("→ ←", "from the agenda to the ladder; on the ladder, the next quotation"),
    ("[ ]", "the issue before, the issue after, from anywhere"),
    ("Tab", "the next pane"),
    ("Enter", "say the draft; without one, choose what is highlighted"),
    ("w", "say the draft another way: all or nothing, in substance, to experts …"),
    ("o", "say it on your own responsibility, beyond your instructions"),
    ("i", "your own words for what you say"),
    ("Esc", "drop the draft; else back"),
    ("s", "the source of the quotation, at its line"),
    ("d", "the dossier: situation, instructions, issues, people, documents"),
    ("g", "the course of the game, table by table; beside the record when it is over"),
    ("z", "the minutes in full height, and back"),
    ("u", "in study mode: back to before your last move, in a variation"),
    ("b", "the debrief, when it is over"),
    ("q", "leave; the game is saved after every move"),
    ("T  F3", "another theme; settings"),
    ("Ctrl-P", "every command that can be given now, found by a few letters"),
    ("Ctrl-Z", "to the shell; fg comes back"),
    ("?  F1", "help for what has focus; all keys"),
)
LAST_KEYS = (
    Key("d", "dossier", "screen.dossier"),
    Key("g", "graph", "screen.graph"),
    Key("?", "help", "screen.help('')"),
    Key("q", "leave", "screen.leave"),
)


REWIND_KEY = Key("u", "rewind", "screen.rewind")
OVER_KEYS = (Key("b", "debrief", "screen.debrief"), *LAST_KEYS)


def table_bindings() -> list[BindingType]:
    """A binding for every verb, and for what is done with a draft and around the table."""
    verbs: list[BindingType] = [
        Binding(one.key, one.action, one.word.capitalize(), tooltip=one.about, id=f"verb-{one.verb}", show=False)
        for one in VERB_KEYS
    ]
    return [
        *verbs,
        Binding("enter", "enter", "Say it", priority=True, show=False),
        Binding("escape", "back", "Back", show=False),
        Binding("w", "manner", "Another way", id="manner", show=False),
        Binding("o", "own", "On own responsibility", id="own", show=False),
        Binding("i", "words", "Your words", id="words", show=False),
        Binding("s", "source", "Source", id="source", show=False),
        Binding("d", "dossier", "Dossier", id="dossier", show=False),
        Binding("g", "graph", "Course", id="graph", show=False),
        Binding("b", "debrief", "Debrief", id="debrief", show=False),
        Binding("u", "rewind", "Rewind", id="rewind", show=False),
        Binding("q", "leave", "Leave", id="leave", show=False),
    ]


def legal_keys(verbs: frozenset[str], party: Party) -> list[Key]:
    """The keys of the verbs that are legal now, and those that always are."""
    keys = []
    for one in VERB_KEYS:
        if one.verb in verbs or (one.key == "k" and "answer" in verbs):
            keys.append(Key(one.key, _word(one, verbs, party), f"screen.{one.action}"))
    return [*keys, *LAST_KEYS]


def _word(one: VerbKey, verbs: frozenset[str], party: Party) -> str:
    if one.verb == "ask" and "answer" in verbs:
        return "answer"
    if one.verb == "consult":
        return "report" if party.line is Line.CORRIDOR else party.message or one.word
    return one.word

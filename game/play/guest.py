"""A delegate as it is seated: waited for so long and no longer, and its answer looked at before it is believed.

What goes wrong is told in one sentence, and costs the turn, not the game. What can't be done: Python has no way to
stop a thread, so a delegate that hangs goes on hanging in the background, using a core if it is busy, until the
program ends; it is not asked again before it has finished. Nor is a delegate kept from reading files or memory it
should not: it runs as part of this program, with all that its user may do. Seat only delegates you trust.
"""

from __future__ import annotations

from threading import Thread

from game.delegates.delegate import Decision, Delegate, Reason
from game.delegates.registry import is_own
from game.engine.moves import Move, Occur
from game.engine.notation import VERBS, read, written
from game.engine.state import Refusal
from game.engine.view import View
from game.play.clean import clean_line
from game.record.errors import RecordError
from game.record.jsonl import LONGEST_LINE, encode
from game.slim import dataclass

PATIENCE = 10.0
"""Seconds a delegate may think about one move: far more than any of the project's own needs."""
ROOM_FOR_THE_REST = 1024
"""Bytes of a line of the record kept for what stands beside the move."""


class Misbehaved(Exception):
    """A delegate failed to decide; the message says how, safe to be shown on a terminal, and follows on its name."""

    def __init__(self, what: str) -> None:
        super().__init__(clean_line(what))


@dataclass(frozen=True, slots=True)
class Report:
    """A delegate that lost its turn: at which ply, whose, and what went wrong, in one sentence."""

    ply: int
    party: str
    delegate: str
    what: str

    def __str__(self) -> str:
        return f"ply {self.ply}: {self.delegate} ({self.party}) lost its turn: {self.what}"


class Guest:
    """A delegate that may be somebody else's. ``seconds`` is how long it may think about one move.

    One of the project's own is asked at once, without a thread: to begin one costs more than many of its decisions.
    """

    def __init__(self, delegate: Delegate, seconds: float = PATIENCE) -> None:
        self.delegate = delegate
        self._seconds = seconds
        self._thinking: _Thinking | None = None

    @property
    def name(self) -> str:
        """The delegate's own name."""
        return self.delegate.name

    def choose(self, view: View) -> Decision:
        """The delegate's decision. Raises Misbehaved when it fails, hangs, or answers with something else."""
        if is_own(self.delegate):
            return self._at_once(view)
        if self._thinking is not None and self._thinking.is_alive():
            raise Misbehaved("it is still thinking about an earlier turn")
        self._thinking = _Thinking(self.delegate, view)
        self._thinking.start()
        self._thinking.join(self._seconds)
        if self._thinking.is_alive():
            raise Misbehaved(f"it had not answered after {self._seconds:g} seconds")
        if self._thinking.failure is not None:
            raise _failed(self._thinking.failure)
        return _sound(self._thinking.decision)

    def _at_once(self, view: View) -> Decision:
        try:
            decision = self.delegate.choose(view)
        except Exception as failure:  # a fault of ours, which must not end the game either
            raise _failed(failure) from failure
        return _sound(decision)


def as_guest(delegate: Delegate) -> Delegate:
    """The delegate as a guest, if it is not one already."""
    return delegate if isinstance(delegate, Guest) else Guest(delegate)


class _Thinking(Thread):
    """One decision being made, where it can be left alone. The program may end without waiting for it."""

    def __init__(self, delegate: Delegate, view: View) -> None:
        super().__init__(name="a delegate thinking", daemon=True)
        self._delegate = delegate
        self._view = view
        self.decision: object = None
        self.failure: BaseException | None = None

    def run(self) -> None:
        try:
            self.decision = self._delegate.choose(self._view)
        except BaseException as failure:  # a delegate may raise anything, even what is meant to end a program
            self.failure = failure


def _failed(failure: BaseException) -> Misbehaved:
    return Misbehaved(f"it failed: {type(failure).__name__}: {str(failure)[:200]}")


def _sound(decision: object) -> Decision:
    """The decision, when it is one whose move can be recorded. Raises Misbehaved."""
    if not isinstance(decision, Decision):
        raise Misbehaved(f"it answered with {type(decision).__name__}, which is no Decision")
    if type(decision.move) not in VERBS.values() or isinstance(decision.move, Occur):
        raise Misbehaved(f"it answered with {type(decision.move).__name__}, which is no move of a party")
    if not isinstance(decision.reasons, tuple) or not all(isinstance(one, Reason) for one in decision.reasons):
        raise Misbehaved("the reasons it gave are no tuple of Reason")
    _well_formed(decision.move)
    return decision


def _well_formed(move: Move) -> None:
    """Whether a move is what its type says, so that it can be recorded and read again. Raises Misbehaved."""
    verb = type(move).__name__
    try:
        plain = written(move)
        same = read(plain) == move
    except Exception as error:  # a field may hold anything
        raise Misbehaved(f"its {verb} is malformed: {error}") from None
    if not same:
        raise Misbehaved(f"its {verb} is malformed: it reads back as something else (packages are made by Package.of)")
    refusal = unwritable(move)
    if refusal is not None:
        raise Misbehaved(f"it tried to {plain['do']}: {refusal.message}")


def unwritable(move: Move) -> Refusal | None:
    """Why a move can't be put on record: its words are too long, or hold half a character."""
    try:
        sealed = encode(written(move), b"")
    except RecordError as error:
        return Refusal("unwritable", f"That can't be recorded: {error.message}.", "Put it in other words.")
    if len(sealed) > LONGEST_LINE - ROOM_FOR_THE_REST:
        return Refusal("unwritable", "That is too long to be recorded.", "Say it in fewer words.")
    return None

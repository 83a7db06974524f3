"""The chair a person sits in: what this side sees and may do. The only way the screens look at a session."""

from __future__ import annotations

from game.engine.available import available
from game.engine.evidence import Dispute
from game.engine.moves import ConsultCapital, Move, Reply
from game.engine.package import Package
from game.engine.state import Refusal, Step
from game.engine.view import View
from game.play.refused import Place, refused
from game.record.minutes import Utterance
from game.ui import draft as drafting
from game.ui.archive import Archive, Game
from game.ui.draft import Draft

HARD = frozenset({"beyond-instructions"})
"""Refusals that do not take a verb off the list: they can be answered without leaving the composer."""


class Chair:
    """One party's seat at a game. The view is built once for each moment of the session."""

    def __init__(self, game: Game, archive: Archive) -> None:
        self.game = game
        self.archive = archive
        self.session = game.session
        self.party = game.party
        self._seen: tuple[int, View] | None = None
        self._open: tuple[int, frozenset[str]] | None = None
        self._legal: tuple[int, dict[Place, frozenset[str]]] = (-1, {})
        self._refused: tuple[int, dict[Place, tuple[str, ...]]] | None = None

    @property
    def view(self) -> View:
        """What this side may know now."""
        ply = self.session.state.ply
        if self._seen is None or self._seen[0] != ply:
            self._seen = (ply, self.session.view(self.party))
        return self._seen[1]

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """Where the sources conflict, as far as this side may know; all of it when the game is over."""
        return self.session.scenario.disputes if self.session.over else self.view.disputes

    @property
    def has_floor(self) -> bool:
        """Whether this side may speak."""
        return self.session.state.floor == self.party and not self.session.over

    def refusal(self, draft: Draft) -> Refusal | None:
        """Why the draft can't be said as it is, or None."""
        if draft.verb in ("propose", "accept") and not len(draft.package):
            return Refusal("nothing-named", "The package is empty.", "Choose an option and press p.")
        if draft.verb in ("reject", "hold", "reserve") and not draft.issues and not draft.offer:
            return Refusal("nothing-named", "No issue is named.", "Choose one on the agenda.")
        return self.session.check(drafting.move_of(draft, self.party))

    def replies(self) -> tuple[str, ...]:
        """The answers that may be given to the question just asked: the true one, and a guarded one."""
        return tuple(one for one in Reply if self.refusal(Draft("answer", manner=one)) is None)

    def verbs(self, issue: str, option: str) -> frozenset[str]:
        """The verbs that can be said now, with ``issue`` in hand and ``option`` highlighted.

        Tried once for each option in each moment of the session.
        """
        if not self.has_floor:
            return frozenset()
        ply, place = self.session.state.ply, (issue, option)
        if self._legal[0] != ply:
            self._legal = (ply, {})
        legal = self._legal[1]
        if place not in legal:
            impossible = {verb for verb, draft in self._tries(issue, option).items() if not self._can(draft)}
            legal[place] = frozenset((self._open_verbs() & _KEPT) - impossible)
        return legal[place]

    def _open_verbs(self) -> frozenset[str]:
        """The verbs that are open at all, worked out once for each moment of the session."""
        ply = self.session.state.ply
        if self._open is None or self._open[0] != ply:
            self._open = (ply, frozenset(available(self.session.state, self.party).verbs))
        return self._open[1]

    def _tries(self, issue: str, option: str) -> dict[str, Draft | None]:
        view = self.view
        return {
            "propose": drafting.with_option(drafting.begun("propose"), issue, option),
            "accept": drafting.accepting(view, None, issue),
            "reject": drafting.rejecting(view, None, issue),
            "hold": drafting.with_issue(drafting.begun("hold"), issue),
            "ask": drafting.with_issue(drafting.begun("ask"), issue),
            "reserve": drafting.with_issue(drafting.begun("reserve"), issue),
        }

    def _can(self, draft: Draft | None) -> bool:
        if draft is None:
            return False
        refusal = self.refusal(draft)
        return refusal is None or refusal.code in HARD

    @property
    def refused(self) -> dict[Place, tuple[str, ...]]:
        """What the other side has refused, with its reasons; worked out once for each moment of the session."""
        ply = self.session.state.ply
        if self._refused is None or self._refused[0] != ply:
            self._refused = (ply, refused(self.session, self.party))
        return self._refused[1]

    def hears(self, step: Step) -> bool:
        """Whether this side hears of a step: not of the other side's messages home, nor of what only it is told."""
        return self.utterance(step).private in ("", self.party)

    def utterance(self, step: Step) -> Utterance:
        """The step as a sentence of the minutes."""
        return self.archive.spoken(self.game, step)

    def gist(self, step: Step) -> str:
        """The deed of a step in a sentence."""
        said = self.utterance(step)
        return said.gist or said.text

    def askable(self) -> tuple[tuple[str, str], ...]:
        """The (issue, option) pairs new instructions can be asked for, in agenda order: what is settled needs none."""
        pairs = ((issue.id, option.id) for issue in self.view.agenda.issues for option in issue.options)
        return tuple(pair for pair in pairs if self._unsettled(*pair) and self._may_ask(*pair))

    def _unsettled(self, issue: str, option: str) -> bool:
        """Whether an option can still matter: its issue is open, or was closed with it on one's own responsibility."""
        return self.view.settled.get(issue) in (None, option)

    def _may_ask(self, issue: str, option: str) -> bool:
        move: Move = ConsultCapital(self.party, Package.of({issue: option}))
        refusal = self.session.check(move)
        return refusal is None or refusal.code not in ("already-allowed", "already-asked", "unknown-option")


_KEPT = {"propose", "accept", "reject", "hold", "argue", "cite", "ask", "answer", "reserve", "withdraw", "consult"} | {
    "yield",
    "adjourn",
}

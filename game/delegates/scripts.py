"""Trivial scripts: what somebody might try who looks for a trick, not a settlement. None should beat fair play.

They are the sparring panel's cannon fodder, not delegates for a player: the registry lists them apart. Each is a few
tactics, tried in order for every move of a speech; the first that the rules allow is made, and when none is, the
floor is left. All answer questions truly, keep to their instructions, and remember nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.delegates import tactics as by
from game.delegates.delegate import Decision, Reason
from game.delegates.ground import objection, truth
from game.delegates.reasons import Cause, truthful
from game.delegates.tactics import Tactic
from game.engine.moves import Answer, Yield
from game.engine.view import View
from game.slim import dataclass

WITH_AN_EYE_ON_THE_CLOCK: tuple[Tactic, ...] = (by.take_at_the_last, by.at_best)
"""What most begin with: stand at the best, and at the very last take what is better than nothing."""

SCRIPTS: Mapping[str, tuple[Tactic, ...]] = {
    "silence": (),
    "accept-first": (by.take_what_is_held,),
    "repeat-last": (by.at_best, by.hold_all),
    "last-minute": (*WITH_AN_EYE_ON_THE_CLOCK, by.hold_all),
    "limits-at-the-last": (*WITH_AN_EYE_ON_THE_CLOCK, by.limits_at_the_last, by.hold_all),
    "limits-at-once": (by.take_at_the_last, by.take_what_is_met, by.at_its_limits, by.hold_all),
    "split-the-difference": (*WITH_AN_EYE_ON_THE_CLOCK, by.take_what_is_met, by.split, by.hold_all),
    "retract-and-reoffer": (*WITH_AN_EYE_ON_THE_CLOCK, by.take_back, by.one_step_in_turn, by.hold_all),
    "reopen-agreed": (by.take_at_the_last, by.take_what_is_met, by.reopen, by.at_best, by.hold_all),
    "one-issue-at-a-time": (*WITH_AN_EYE_ON_THE_CLOCK, by.take_what_is_met, by.one_step_in_turn, by.hold_all),
    "mirror": (*WITH_AN_EYE_ON_THE_CLOCK, by.take_what_is_met, by.mirror_steps, by.hold_all),
    "salami": (*WITH_AN_EYE_ON_THE_CLOCK, by.take_the_cheapest, by.hold_all),
    "argument-spam": (*WITH_AN_EYE_ON_THE_CLOCK, by.argue, by.hold_all),
    "citation-spam": (*WITH_AN_EYE_ON_THE_CLOCK, by.cite, by.hold_all),
    "question-spam": (*WITH_AN_EYE_ON_THE_CLOCK, by.ask_in_turn, by.hold_all),
    "link-spam": (*WITH_AN_EYE_ON_THE_CLOCK, by.link_everything, by.hold_all),
    "refusal-spam": (*WITH_AN_EYE_ON_THE_CLOCK, by.refuse_offers, by.reject_all, by.hold_all),
    "reserve-everything": (*WITH_AN_EYE_ON_THE_CLOCK, by.reserve_all),
    "word-home-each-night": (*WITH_AN_EYE_ON_THE_CLOCK, by.telegraph, by.hold_all),
    "threaten-to-rise": (*WITH_AN_EYE_ON_THE_CLOCK, by.threaten_to_rise, by.hold_all),
}
"""Every script by name, with its tactics in the order in which they are tried."""
WHY = (Reason(Cause.DISPOSITION, "", "It is what this script always does.", "Another script."),)


@dataclass(frozen=True)
class Script:
    """A delegate that does one thing, whatever happens."""

    name: str

    def choose(self, view: View) -> Decision:
        """The first of its tactics that the rules allow; in want of one, it leaves the floor."""
        if view.asked:
            return Decision(Answer(view.party, truth(view)), (truthful(view.asked),))
        for tactic in SCRIPTS[self.name]:
            move = tactic(view)
            if move is not None and objection(view, move) is None:
                return Decision(move, WHY)
        return Decision(Yield(view.party), WHY)

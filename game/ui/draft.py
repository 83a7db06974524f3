"""What the composer holds before it is said: a draft, and the move it would make. Pure; no widget here.

Nothing is said until the draft is spoken, and a refused draft stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace

from game.engine.moves import (
    Accept,
    Adjourn,
    Answer,
    Argue,
    Ask,
    CiteMinutes,
    Degree,
    Hold,
    Move,
    Propose,
    Recourse,
    Reject,
    Reply,
    Reserve,
    Responsibility,
    Terms,
    WalkOut,
    Withdraw,
    Yield,
)
from game.engine.package import Package
from game.engine.state import Offer
from game.engine.view import View
from game.play.excess import Beyond, added_risk, beyond
from game.slim import dataclass

RISE, BREAK_OFF = "rise", "break-off"

MANNERS: dict[str, tuple[str, ...]] = {
    "propose": (Terms.SEVERABLE, Terms.WHOLE),
    "accept": (Degree.AD_REFERENDUM, Degree.SUBSTANCE, Degree.FINAL),
    "reserve": (Recourse.THOUGHT, Recourse.INSTRUCTIONS, Recourse.EXPERTS, Recourse.NOTED),
    "answer": (Reply.ROOM, Reply.REPORT, Reply.FIRM, Reply.GUARDED),
    "adjourn": (RISE, BREAK_OFF),
}
"""How a verb may be said, the usual manner first. Verbs not named here have one manner only."""
GATHERS = ("propose", "accept", "reject", "hold", "reserve")
"""Verbs that can name several issues at once."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A move in the making. ``verb`` is named as in ``notation.VERBS``; what a verb has no use for stays empty."""

    verb: str
    package: Package = field(default_factory=Package)
    issues: tuple[str, ...] = ()
    offer: int = 0
    manner: str = ""
    own: bool = False
    claim: str = ""
    passage: str = ""
    minute: str = ""
    ply: int = 0
    words: str = ""

    @property
    def named(self) -> tuple[str, ...]:
        """The issues it touches."""
        return self.package.issues or self.issues


def begun(verb: str) -> Draft:
    """An empty draft of a verb, in its usual manner."""
    return Draft(verb, manner=MANNERS.get(verb, ("",))[0])


def with_option(draft: Draft, issue: str, option: str) -> Draft:
    """The draft with an option put in, changed, or, where it is there already, taken out."""
    options = dict(draft.package.items)
    if options.get(issue) == option:
        del options[issue]
    else:
        options[issue] = option
    return replace(draft, package=Package.of(options), own=False)


def with_issue(draft: Draft, issue: str) -> Draft:
    """The draft with an issue put in, or, where it is there already, taken out."""
    if issue in draft.issues:
        return replace(draft, issues=tuple(one for one in draft.issues if one != issue))
    return replace(draft, issues=(*draft.issues, issue))


def in_next_manner(draft: Draft, allowed: tuple[str, ...] = ()) -> Draft:
    """The draft said the next way round; ``allowed`` limits the manners where the rules allow fewer."""
    manners = allowed or MANNERS.get(draft.verb, ())
    if len(manners) < 2:
        return draft
    place = manners.index(draft.manner) if draft.manner in manners else -1
    return replace(draft, manner=manners[(place + 1) % len(manners)])


def accepting(view: View, draft: Draft | None, issue: str) -> Draft | None:
    """An acceptance of what the other side holds on ``issue``; again and again goes through its offers on it.

    With an acceptance of positions in hand, another issue is added to it. None when there is nothing to accept.
    """
    theirs = view.theirs(issue)
    whole = [offer for offer in view.offers_to_me() if offer.terms is Terms.WHOLE and offer.package.get(issue)]
    in_hand = draft if draft and draft.verb == "accept" else None
    if in_hand and not in_hand.offer and issue not in in_hand.package.issues and theirs:
        return with_option(in_hand, issue, theirs)
    if in_hand and len(in_hand.package) > 1 and not in_hand.offer:
        return with_option(in_hand, issue, in_hand.package.get(issue) or "")
    choices = [with_option(begun("accept"), issue, theirs)] if theirs else []
    choices += [_taking("accept", offer) for offer in whole]
    return _following(choices, in_hand)


def rejecting(view: View, draft: Draft | None, issue: str) -> Draft | None:
    """A refusal of what the other side holds on ``issue``, or, again, of its packages that name it."""
    whole = [offer for offer in view.offers_to_me() if offer.terms is Terms.WHOLE and offer.package.get(issue)]
    in_hand = draft if draft and draft.verb == "reject" else None
    if in_hand and not in_hand.offer and in_hand.issues != (issue,) and view.theirs(issue):
        return with_issue(in_hand, issue)
    choices = [with_issue(begun("reject"), issue)] if view.theirs(issue) else []
    choices += [replace(_taking("reject", offer), package=Package(), issues=offer.package.issues) for offer in whole]
    return _following(choices, in_hand)


def withdrawing(view: View, draft: Draft | None) -> Draft | None:
    """Taking back one's own open offers, the latest first."""
    mine = [offer for offer in view.offers if offer.by == view.party and offer.status.value == "open"]
    choices = [_taking("withdraw", offer) for offer in reversed(mine)]
    return _following(choices, draft if draft and draft.verb == "withdraw" else None)


def _taking(verb: str, offer: Offer) -> Draft:
    return replace(begun(verb), package=offer.package, offer=offer.number)


def _following(choices: list[Draft], in_hand: Draft | None) -> Draft | None:
    if not choices:
        return None
    marks = [(one.offer, one.named) for one in choices]
    mark = (in_hand.offer, in_hand.named) if in_hand else None
    return choices[(marks.index(mark) + 1) % len(choices)] if mark in marks else choices[0]


def move_of(draft: Draft, party: str) -> Move:
    """The move the draft makes when ``party`` says it."""
    return _MOVES[draft.verb](draft, party)


def _own(draft: Draft) -> Responsibility:
    return Responsibility.OWN if draft.own else Responsibility.INSTRUCTED


def _propose(draft: Draft, by: str) -> Move:
    return Propose(by, draft.package, Terms(draft.manner), _own(draft), draft.words)


def _accept(draft: Draft, by: str) -> Move:
    return Accept(by, draft.package, draft.offer, Degree(draft.manner), _own(draft), draft.words)


def _rise(draft: Draft, by: str) -> Move:
    if draft.manner == BREAK_OFF:
        return WalkOut(by, draft.words)
    return Adjourn(by, communique=draft.words)


_MOVES: dict[str, Callable[[Draft, str], Move]] = {
    "propose": _propose,
    "accept": _accept,
    "reject": lambda draft, by: Reject(by, () if draft.offer else draft.issues, draft.offer, draft.words),
    "hold": lambda draft, by: Hold(by, draft.issues, draft.words),
    "argue": lambda draft, by: Argue(by, draft.claim, draft.passage, draft.words),
    "cite": lambda draft, by: CiteMinutes(by, draft.issues[0], draft.minute, draft.ply, draft.words),
    "ask": lambda draft, by: Ask(by, draft.issues[0], draft.words),
    "answer": lambda draft, by: Answer(by, Reply(draft.manner), draft.words),
    "reserve": lambda draft, by: Reserve(by, draft.issues, Recourse(draft.manner), words=draft.words),
    "withdraw": lambda draft, by: Withdraw(by, draft.offer, draft.words),
    "yield": lambda draft, by: Yield(by, draft.words),
    "adjourn": _rise,
}


def excess(view: View, draft: Draft) -> Beyond:
    """What in the draft goes beyond this side's instructions: (issue, option, ask or forbidden)."""
    if draft.verb not in ("propose", "accept") or draft.manner == Degree.SUBSTANCE:
        return ()
    return beyond(view, draft.package)


def highest_risk(view: View, draft: Draft) -> int:
    """The most this could add, in per cent, to the risk of being repudiated, if it is agreed and not allowed."""
    return added_risk(view, excess(view, draft))

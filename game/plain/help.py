"""What can be said at the table, read out on “?”; and a fuller word on each verb on “? propose”."""

from __future__ import annotations

from game.plain.language import READINGS, VERBS, number_of, verb_of
from game.plain.names import NotUnderstood, nearest

MOVES = {
    "propose": (
        "propose an option on an issue",
        "propose D8=parity. Several issues: propose D8=parity E1=2 whole (all or nothing) or severable (each on its "
        "own). An option goes by its number or its id. “own” at the end says it on your own responsibility.",
    ),
    "accept": (
        "accept what the other side holds or offers",
        "accept D7, or accept #3 for offer 3. How firmly: add substance, ad-referendum (the usual) or final.",
    ),
    "reject": ("refuse a position or an offer", "reject D8, or reject #3 for offer 3. You keep the floor."),
    "hold": ("hold to your position", "hold D8. The floor passes."),
    "argue": (
        "make a claim with a passage for it",
        "argue CLAIM PASSAGE; argue D8 reads your claims on an issue. Once in a speech. A strong passage may loosen "
        "the other side's instructions by a step.",
    ),
    "cite": (
        "hold the other side to what it said",
        "cite MINUTE; cite D8 reads what it said on an issue. Once in a speech.",
    ),
    "ask": ("ask whether there is room on an issue", "ask D8. The other side may be guarded, but not false."),
    "answer": ("answer the question just asked", "answer room, report, firm or guarded."),
    "reserve": (
        "put an issue off",
        "reserve D8 thought, instructions, experts or noted. reserve D8=parity also says what you stand on.",
    ),
    "withdraw": ("take back your own offer", "withdraw 2. It is remembered."),
    "telegram": (
        "report to your principal and ask for latitude",
        "telegram D8=parity: We are pressed. Without an issue it only reports. The table does not hear it.",
    ),
    "yield": ("say no more and leave the floor", "yield"),
    "adjourn": (
        "propose to rise, or agree to it",
        "adjourn: The talks are postponed. What follows the colon is the formula for the press.",
    ),
    "walk-out": (
        "break off the negotiation",
        "walk-out; you are asked whether you are sure. walk-out yes does it at once.",
    ),
}
"""For each verb: what it does, and how it is written."""

PAPERS = (
    "s: the agenda by heads with status. s IV: one head. D8: one issue with its options.",
    "i: your instructions. i IV, i D8 or i all: more of them.",
    "o: open offers. m: your messages home.",
    "n: the minutes. n all: from the beginning.",
    "why: the whole of the other side's last speech, with its reasons.",
    "d: the situation. people: who is who. map, map D8: the places. disputes: where the sources conflict.",
    "quote D8 2: the wording of an option and the passages behind it. citation D8 2: where they lie, for a footnote.",
    "show SOURCE LINE: a document from a line. show: which there are. find WORDS: where words stand in them.",
    "g: the course of the game, by moves. g D8: of one issue.",
    "u: in study mode, back to before your last move. what-if 5: leave the game after move 5. Both are kept as "
    "variations beside the game.",
    "w FILE: write the minutes to a file. transcript FILE: write all that is said here.",
    "b: drop what you have begun. Enter alone: the question again.",
    "q: leave. The game is saved after every move in any case.",
)


def helped(topic: str) -> list[str]:
    """Help on everything, or on one verb. NotUnderstood when there is no such topic."""
    if not topic:
        moves = [f"{number_of(verb)} {verb}: {MOVES[verb][0]}" for verb in VERBS]
        after = "Letters stand for moves as on the screen: p a r h e k v x t y j, and c for cite. "
        after += "Words of your own go after a colon: “hold D8: Parity was agreed in 1924.” “? propose” tells more."
        return ["A move, by number or word:", *moves, after, "To read:", *PAPERS]
    verb = verb_of(topic)
    if verb in MOVES:
        return [f"{verb}: {MOVES[verb][0]}.", MOVES[verb][1]]
    if verb:
        return list(PAPERS)
    raise NotUnderstood(f"There is no help on “{topic}”.{nearest(topic, [*VERBS, *READINGS])}")


def verbs_read_out(open_now: tuple[str, ...]) -> str:
    """The moves open now in one line, each with its number: "1 propose, 4 hold"."""
    names = {"consult": "telegram"}
    now = {names.get(one, one) for one in open_now}
    return f"You can: {', '.join(f'{number_of(verb)} {verb}' for verb in VERBS if verb in now)}."

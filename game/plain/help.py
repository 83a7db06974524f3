"""What can be said at the table, read out on “?”; and a fuller word on each order on “help propose”."""

from __future__ import annotations

import re

from game.engine.scenario import Agenda
from game.plain.language import OTHER_WORDS, READINGS, VERBS, number_of, verb_of
from game.plain.names import NotUnderstood, nearest

MOVES = {
    "propose": (
        "propose an option on an issue",
        "propose D8=2. Several issues: propose D8=2 E1=2 whole (all or nothing) or severable (each on its "
        "own). An option goes by its number or its id. “own” at the end says it on your own responsibility. “try” "
        "before it weighs it without saying it.",
    ),
    "accept": (
        "accept what the other side holds or offers",
        "accept D7, or accept #3 for offer 3. How firmly: add substance, ad-referendum (the usual) or final. You keep "
        "the floor.",
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
    "ask": (
        "ask whether there is room on an issue",
        "ask D8. The other side may be guarded, but not false. The floor passes.",
    ),
    "answer": ("answer the question just asked", "answer room, report, firm or guarded."),
    "reserve": (
        "put an issue off",
        "reserve D8 thought, instructions, experts or noted. reserve D8=2 also says what you stand on. You keep "
        "the floor.",
    ),
    "withdraw": ("take back your own offer", "withdraw 2 takes back offer 2. It is remembered."),
    "telegram": (
        "report to your principal and ask for latitude",
        "telegram D8=2 E1=2: We are pressed. Without an issue it only reports. The table does not hear it.",
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

PAPERS = {
    "help": "? or help: this. help propose: one order.",
    "what": "what: how things stand and what you can do now. Enter alone: only what you can do.",
    "status": "s: the agenda by heads with status. s IV: one head.",
    "issue": "D8, or issue D8: one issue with its options, your instructions and points, and what it is tied to.",
    "issues": "issues: every issue in full, as the dossier has it. issues IV: those of one head.",
    "try": "try propose D8=2: weighs a move without saying it: your instructions, its worth, what they have refused.",
    "instructions": "i: your instructions. i IV, i D8 or i all: more of them.",
    "offers": "o: the open offers, by number.",
    "messages": "m: your messages home, with the answers.",
    "minutes": "n: the last of the minutes. n all: from the beginning.",
    "why": "why: the whole of the other side's last speech, with its reasons.",
    "dossier": "d: the situation. people, map, issues, i, show: the other pages of the dossier.",
    "people": "people: who is who, and who is in the room.",
    "map": "map: which issues are about places. map D8: the places and lines of one.",
    "disputes": "disputes: where the sources conflict.",
    "quote": "quote D8 2: the wording of option 2 and the passages behind it. quote D8: of every option.",
    "show": "show: which documents there are. show SOURCE LINE: one from a line.",
    "find": "find WORDS: where words stand in the documents. find SOURCE WORDS: in one of them.",
    "citation": "citation D8 2: the passages behind an option as a footnote. citation SOURCE LINE: one line.",
    "note": "note D8 2, or note SOURCE LINE: adds the citation to the file citations.txt beside the saved games.",
    "course": "g: the course of the game, by moves. g D8: of one issue, from both ends.",
    "plots": "plots: the figures of the game as sentences and numbers; after the game also those of the debrief.",
    "rewind": "u: in study mode, back to before your last move, in a variation beside the game.",
    "what-if": "what-if 5: in study mode or after the game, leaves it after move 5, in a variation beside it.",
    "write": "w FILE: writes the minutes to a new file.",
    "transcript": "transcript FILE: writes all that is said at this desk, from its beginning, to a new file. The lines "
    "in it that begin with “> ” are what was typed: fed in again with the same seed, they play the same game.",
    "settings": "settings: reads them. settings hints never, settings lines unbroken: changes one.",
    "debrief": "debrief NAME: a page of the debrief, when the negotiation is over.",
    "back": "b: drops what you have begun, at a question.",
    "quit": "q: leave. Every move is saved as it is made.",
}
"""For each word of ``READINGS``: how it is written, and what it reads or does."""

ABOUT = {
    "speech": (
        "Two delegations, one agenda. Each side makes a number of speeches in a sitting; a speech is what you say "
        "before the floor passes. Proposing, asking, holding, yielding and adjourning pass it; accepting, "
        "refusing, reserving, arguing, citing and taking back keep it, for six moves at most.",
        "A message to your principal is no part of a speech. What is refused costs nothing: it is told why, and "
        "you go on.",
    ),
    "words": (
        "What your instructions say of an option. Free: you may give it on the spot. Ad referendum: you may give "
        "it subject to approval, and it is reported. Only on new instructions: ask first; without leave it risks "
        "repudiation. Red line: to cross it risks repudiation most.",
        "How an issue stands. Agreed: an option is accepted, ad referendum or finally. Agreed in substance: the "
        "wording is open. Open: both sides have spoken, and nothing is accepted. Tabled: one side has spoken, the "
        "other has not answered. Left to experts: put off.",
        "Whose words they are. In quotation marks and with a source: a document's own. Reported: told after a "
        "publication that is not kept here. Inferred: the author's judgement from the evidence. Invented: made up "
        "for play.",
    ),
    "points": (
        "Points are what an option is worth to you: a reading aid made by an author, on your own scale, on which "
        "the best package is worth 1000. The two sides' points are never compared or added up, and there is no "
        "score.",
    ),
}
"""What the table rests on, by the word one asks for it with."""

LEAD = (
    "A line is an order. A move: its word or number, the issues, and after a colon your own words, as in “hold D8: "
    "We stand on it.” The first letters of a word are enough. “help propose” tells more of one order.",
)
FURTHER = "help speech, help words, help points: when the floor passes, what the words mean, what points are."
LETTERS = "Letters stand for moves as on the screen: p a r h e k v x t y j, and c for cite."


def helped(topic: str) -> list[str]:
    """Help on everything, or on one order. NotUnderstood when there is no such topic."""
    if topic.lower() in ("", "me", "all"):
        moves = [f"{number_of(verb)} {verb}: {MOVES[verb][0]}." for verb in VERBS]
        return [*LEAD, "Moves:", *moves, LETTERS, "To read and to do:", *PAPERS.values(), FURTHER]
    if topic.lower() in ABOUT:
        return list(ABOUT[topic.lower()])
    verb = verb_of(topic)
    also = _also(verb)
    if verb in MOVES:
        return [f"{verb}: {MOVES[verb][0]}.", f"Written: {MOVES[verb][1]}{also}"]
    if verb:
        return [f"{PAPERS[verb]}{also}"]
    known = [*VERBS, *READINGS, *OTHER_WORDS, *ABOUT]
    raise NotUnderstood(f"There is no help on “{topic}”.{nearest(topic, known)}")


def exemplified(text: str, agenda: Agenda) -> str:
    """The text with the issues and the head of its examples those of this agenda."""
    issues = agenda.issues
    names = {"D8": issues[0].code, "E1": issues[-1].code, "IV": agenda.heads[0].number if agenda.heads else ""}
    if any(issue.code == "D8" for issue in issues):
        return text
    return _EXAMPLE.sub(lambda found: names[found[0]] or found[0], text)


_EXAMPLE = re.compile(r"\b(?:D8|E1|IV)\b")


def _also(verb: str) -> str:
    """The other words for an order, in a sentence; empty when there is none."""
    others = [word for word, meant in (*READINGS.items(), *OTHER_WORDS.items()) if meant == verb and word != verb]
    return f" Also: {', '.join(others)}." if others else ""


def verbs_read_out(open_now: tuple[str, ...]) -> str:
    """The moves open now in one line, each with its number: "1 propose, 4 hold"."""
    names = {"consult": "telegram"}
    now = {names.get(one, one) for one in open_now}
    return f"You can: {', '.join(f'{number_of(verb)} {verb}' for verb in VERBS if verb in now)}."

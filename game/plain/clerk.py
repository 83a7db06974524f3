"""The clerk: puts numbered questions to a player and hands over papers meanwhile. A question never loses the game."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.engine.issues import Issue
from game.plain.chair import Chair
from game.plain.desk import Desk
from game.plain.language import VERBS, Order, understood, verb_of
from game.plain.names import NotUnderstood, find_issue
from game.plain.papers import head_name
from game.plain.questions import Choice, begun, chosen, not_chosen, read_out

ANSWERED = "Answer with a number or a name; “b” drops it; an order is obeyed instead; “help” reads the orders."
FEW = 9
"""Issues that are read out at once; more are asked for head by head."""


class Back(Exception):
    """The player dropped what was begun."""


class Instead(Exception):
    """The player answered a question with another order."""

    def __init__(self, order: Order) -> None:
        super().__init__(order.verb)
        self.order = order


class Clerk:
    """Asks for what an order leaves out. ``read`` hands over a paper; it may raise to leave the table."""

    def __init__(self, desk: Desk, chair: Chair, read: Callable[[Order], None]) -> None:
        self.desk = desk
        self.chair = chair
        self._read = read

    def choose(self, question: str, choices: Sequence[Choice], also: Sequence[Choice] = ()) -> str:
        """The key of the answer given; ``also`` are answers by name that are not read out. Raises Back or Instead."""
        if not choices:
            raise NotUnderstood("There is nothing to choose from.")
        self.desk.say(*read_out(question, choices))
        while True:
            word = self.desk.read("")
            if not word:
                self.desk.say(*read_out(question, choices))
                continue
            found = chosen(word, choices) or next((choice for choice in also if choice.means(word)), None)
            if found is not None:
                return found.key
            if word == "?":
                self.desk.say(*read_out(question, choices), ANSWERED)
            elif self._aside(word):
                self.desk.say(question)
            elif (likely := begun(word, [*choices, *also])) is not None:
                return likely.key
            else:
                self.desk.complain(not_chosen(word, [*choices, *also]))

    def text(self, question: str) -> str:
        """One line of the player's own; empty for a full stop alone."""
        self.desk.say(question)
        while True:
            line = self.desk.read("")
            if not line:
                self.desk.say(question)
            elif line == ".":
                return ""
            elif len(line) > 1 or not self._aside(line):
                return line

    def _aside(self, line: str) -> bool:
        """Hand over the paper a line asks for, or turn to the order it gives; False when it does neither."""
        first = line.partition(":")[0].split()[:1]
        if not first or first[0].isdecimal():
            return False
        agenda = self.chair.agenda
        verb = verb_of(first[0])
        if not verb and find_issue(agenda, first[0]) is None:
            return False
        order = understood(line, agenda)
        if order.verb == "back":
            raise Back
        if order.verb in VERBS or order.verb == "try":
            raise Instead(order)
        try:
            self._read(order)
        except NotUnderstood as error:
            self.desk.complain(str(error))
        return True

    def issue(self, question: str, issues: Sequence[Issue]) -> Issue:
        """One of some issues; head by head where there are many. Its code or id answers at once."""
        if len(issues) <= FEW:
            return self.chair.agenda.issue(self.choose(question, [_issue_choice(one) for one in issues]))
        heads = [head for head in self.chair.agenda.heads if any(one.head == head.id for one in issues)]
        choices = [Choice(head.id, head_name(head), (head.number, head.title)) for head in heads]
        found = self.choose(f"{question} Under which head?", choices, [_issue_choice(one) for one in issues])
        if any(one.id == found for one in issues):
            return self.chair.agenda.issue(found)
        under = [one for one in issues if one.head == found]
        return self.chair.agenda.issue(self.choose(question, [_issue_choice(one) for one in under]))


def _issue_choice(issue: Issue) -> Choice:
    return Choice(issue.id, f"{issue.code} {issue.heading}", (issue.code, issue.heading))

"""Every diagnostic's code: what it means and what to do about it, a paragraph each. The authoring guide prints them."""

from __future__ import annotations

THEMES = {
    "S1": "shape",
    "S2": "references",
    "S3": "values",
    "S4": "evidence",
    "S5": "history",
    "S6": "play",
}
"""What the first digit of a code stands for."""

CODES: dict[str, str] = {
    "S101": "The file is missing, is not a plain file, leads out of its folder, or may not be opened. A "
    "scenario needs scenario.yaml, one file for each party under parties/, and at least one file under "
    "issues/; a source needs source.yaml and text.md.",
    "S102": "The file is too large: a YAML file may have 256 KiB, a source's text 1 MiB. Split it, for instance "
    "by head.",
    "S103": "The file is not UTF-8 text. Binary files and other encodings are not read; save it as UTF-8.",
    "S104": "There is a tab in the file. YAML forbids tabs in indentation, and elsewhere nobody can see them: "
    "use spaces.",
    "S105": 'There is a control or invisible character, typed or made by an escape such as "\\e". It could steer '
    "a reader's terminal or hide words. Remove it.",
    "S106": "The text can't be read as YAML. Most often a text with “: ” in it wants double quotes, a bracket "
    "or a quotation mark is not closed, or a line is indented differently from its neighbours.",
    "S107": "The file passes a bound: 24 levels of nesting, 8,192 characters in one value, 15 digits in a "
    "number, 60,000 values in a file.",
    "S108": "Anchors (&), aliases (*), tags (!), merge keys (<<) and second documents (---) are not used in "
    "scenario files. Write the values out.",
    "S109": "A key is written twice in one place; YAML would silently keep one of them. Keep the right one.",
    "S110": "The key is not known here. It may be misspelled, or belong one level up or down; the indentation decides.",
    "S111": "A key that is needed is missing. The mistake is shown where the entry begins.",
    "S112": "The value is of the wrong kind: a list where text is expected, text where a number is, and so on. "
    "Text that looks like a number wants double quotes.",
    "S113": "Only some words are allowed here, and this is none of them.",
    "S114": "The text is not written as its kind must be: ids are 1 to 40 lower-case letters, digits and "
    "hyphens; dates are real days, year-month-day; addresses begin with http:// or https://.",
    "S115": "A text, a list or a number is longer, shorter, larger or smaller than it may be.",
    "S116": "A citation is neither a whole quotation (source, line, quote) nor a whole paraphrase (url, "
    "paraphrase), or it is both at once. A move of a record is quoted or told in the same way, and its file names the "
    "source or the page.",
    "S117": "The file has no place in a scenario: its name or its folder is not one the program reads, so "
    "nothing in it would ever be used. It may be misnamed.",
    "S118": "The text stands between the curled quotation marks of a word processor. YAML takes them for a part of the "
    "text; write straight ones.",
    "S201": "There is no issue with this id in the scenario.",
    "S202": "The issue has no option with this id.",
    "S203": "There is no party with this id; or one of the two parties has no entry where both need one.",
    "S204": "There is no head with this id on the agenda in scenario.yaml.",
    "S205": "There is no source with this id: no folder of this name with a source.yaml under sources/. Or there is no "
    "work with this id under works in scenario.yaml.",
    "S206": "There is no claim, no passage of the claim, or no minute with this id in evidence.yaml.",
    "S207": "Two things of one kind have the same id, or two issues the same code.",
    "S208": "The scenario extends one that does not exist, or that itself extends another.",
    "S209": "An id differs from the name of its file or folder, or an issue stands in the file of another head.",
    "S210": "There is no meeting with this id or of this day in scenario.yaml.",
    "S301": "An option has no points for this party. Every option needs them.",
    "S302": "The worst option of an issue must be worth 0 points, so that issues can be weighed against one another.",
    "S303": "The points rise towards the other side's end. Options stand in order from the first party's end to "
    "the second's; either the order or the points are wrong.",
    "S304": "Instructions must put every option into exactly one of the lists free, report, ask and forbidden.",
    "S305": "The worth of no agreement must be less than that of the best package, which is 1000: otherwise the "
    "party has nothing to gain from any agreement.",
    "S306": "A voiced position belongs to two options. Each number stands for one position and belongs to one option.",
    "S307": "Instructions must be in order of date, each date once, the first not after the first meeting.",
    "S308": "The linkage can't work: it ties an issue to itself, lacks its other end, sweetens without points, "
    "or has points without sweetening.",
    "S309": "The meetings are not in order of date.",
    "S310": "How the principal answers contradicts the line: a telegram is answered after the meeting, a "
    "question put in the corridor at once.",
    "S311": "The party has no points to gain on any issue, so its packages can't be weighed.",
    "S401": "The quotation does not occur in the cited source. Runs of white space count as one space; "
    "everything else must be the same, slips included, and nothing may be left out: quote two passages "
    "instead of using “…”.",
    "S402": "The quotation occurs in the source, but does not begin on the cited line.",
    "S403": "A value that is attested needs at least one quotation from a kept source.",
    "S404": "A value that is reported needs the address of the publication: url, or a citation with url and "
    "paraphrase.",
    "S405": "A value that is inferred or invented needs its reason: why.",
    "S406": "The quotation is catalogue matter: a title, summary or note of the archive's page, not the document.",
    "S407": "The date can't be right: a quotation is dated after its document, or a passage is known before the "
    "talk its document reports.",
    "S408": "A line number in source.yaml lies outside text.md, or a range runs backwards.",
    "S501": "The rules refuse this move at this point of the record. Either it is coded wrongly, or the "
    "scenario or the rules are wrong: what really happened is legal.",
    "S502": "The move goes beyond the party's instructions of that date, though it was really made. Give the "
    "option as free or report from that date, or code the move on the delegate's own responsibility.",
    "S503": "The entry is not a move: the verb is not known, or it has a key that belongs to another verb, or "
    "lacks one of its own.",
    "S504": "The scenario opens from where history stood after a day, but no meeting up to that day is recorded.",
    "S601": "There is no zone of agreement: every settlement is worth less than no agreement to one side or the "
    "other, whatever their instructions. Lower a reservation, or let the sides care for different issues.",
    "S602": "There are settlements good enough for both sides, but none within what both may ever give, with "
    "everything the principals would grant and strong arguments could ease. One side must be allowed more.",
    "S603": "There is something to agree on, but no game between counterparts ever gets there. It is shown at the "
    "issue that was settled least often. Allow more there, or give more speeches.",
    "S604": "Counterparts nearly always end with one and the same settlement, so that a second game tells a "
    "player nothing new. Add options between, or make the weights less clear-cut.",
    "S605": "The two sides weigh the issues so much alike that giving one for another brings them hardly more "
    "than halving each: mere haggling. Let each care for something else.",
    "S606": "The option is dead: nobody who has a reason for what he does ever tables it, no game ends with it, and "
    "no settlement that both prefer to none has it. An option that a document voices is never counted as dead.",
    "S607": "The option is worth no more to either side than the one beside it, and less to one of them, so that "
    "nobody gains by it.",
    "S608": "A trick beats play that plans: doing one thing all the time, such as splitting every difference, "
    "brings a side surely more, by five hundredths of what it could gain, than the best of the levels, and more than "
    "waiting does.",
    "S609": "Waiting beats play that plans: a side that gives nothing until the last speech gains surely more, by five "
    "hundredths of what it could gain, than the best of the levels.",
    "S610": "The chairs are not equally good: between equals one side gains surely more, by a fifth of what it could "
    "gain, than the other. That may be history; then say so in the brief.",
    "S611": "A passage can never be used: whoever may make the claim does not know it, or learns of it only on the "
    "day of the last meeting or after.",
    "S612": "The claim is meant to ease options and can ease none: the other side may give them freely at every "
    "meeting, or there is no strong passage that could be put forward.",
    "S613": "The principal answers a question that nobody needs to put: the option may be given without leave at "
    "every meeting.",
    "S614": "Every game ends in agreement, but for those of delegates that accept nothing or break off: there is "
    "nothing to lose. Raise a reservation.",
}
"""The paragraph of each code."""

"""What a question leaves out because it is shared: "alles van SZW, behalve wat ze met OCW delen".

The clause behind a word that leaves out is a bag of words: it names an owner, tells of sharing or of taking part, and
holds nothing else. It says no more than "behalve van OCW", and stands so on the line before the owners are read.
"""

import re
from functools import lru_cache

from app.reading.lexicon import any_of, words_of_questions
from app.reading.line import Line, Symbol, rule

_OWNER = re.compile(r"«[obw]\d+»")
_ENDS = frozenset(",;:?!.·–—")


@lru_cache(maxsize=1)
def _out() -> re.Pattern[str]:
    return rule(any_of(words_of_questions()["excepting"]["out"]))


def put_exceptions(line: Line) -> None:
    """Put "behalve van" and the owner in the place of every clause that leaves out what is shared with the owner."""
    at = 0
    while match := _out().search(line.text, at):
        at = match.end()
        first, start = line.span(*match.span())
        stop = start
        while stop < len(line.symbols) and line.symbols[stop].text not in _ENDS:
            stop += 1
        clause = line.symbols[start:stop]
        outside = "".join(s.text for s in (*line.symbols[:first], *line.symbols[stop:]))
        if not _OWNER.search(outside) or not _is_shared(clause):
            continue
        token, end = line.symbols[first].start, clause[-1].stop
        owners = [s for s in clause if _OWNER.fullmatch(s.text)]
        said = [Symbol("behalve", token, clause[0].start)]
        for n, owner in enumerate(owners):
            said += [Symbol("van" if n == 0 else "of", owner.start, owner.start), owner]
        said[-1] = Symbol(owners[-1].text, owners[-1].start, max(end, owners[-1].stop), owners[-1].value)
        line.symbols[first:stop] = said
        line.refresh()
        at = 0 if line.text.find(match.group(), at) >= 0 else at


def _is_shared(clause: list[Symbol]) -> bool:
    """Whether a clause names an owner and says that it shares or takes part, and nothing else."""
    data = words_of_questions()["excepting"]
    words = [s.text for s in clause if not _OWNER.fullmatch(s.text)]
    shares = frozenset(data["shares"])
    if len(words) == len(clause) or shares.isdisjoint(words):
        return False
    return shares.union(data["beside"]).issuperset(words)

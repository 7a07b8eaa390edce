"""The rule for who does the one on the table beside a ministry that is named: "met wie heeft BZK dat gedaan?".

The words are data (`[partners]` in `data/operations.toml`): names of ministries off, each word must stand in a set.
"Met wie", "wie nog meer, behalve OCW" and "wie naast OCW" ask after the owners of that one measure; "en de andere, met
wie doet BZK die?" after those of the rest of the list.
"""

from app.dialogue.bags import word_sets, words_of
from app.dialogue.measures.places import rest_of_list
from app.dialogue.moment import Moment, Problem, Step
from index.folding import fold

_LONGEST = 14


def with_whom(m: Moment) -> Step | Problem | None:
    """Who the owners are of the one measure on the table."""
    if len(m.focus) != 1 or len(m.plain.split()) > _LONGEST:
        return None
    sets = word_sets("partners")
    parts = m.course.parts(m.message)
    words = [fold(part.words) for part in parts if part.kind != "ministry"]
    known = [word for part in words for word in part.split()]
    if len(words) == len(parts) or not known or not all(any(w in sets[name] for name in sets) for w in known):
        return None
    says = {name for name in sets if any(word in sets[name] for word in known)}
    asks = "who" in says and "beside" in says
    if asks and _of_the_rest(m.plain):
        return rest_of_list(Moment("en de andere, van wie?", m.conversation, m.course))
    return m.about(m.focus, "owners") if asks and ("it" in says or "more" in says) else None


def _of_the_rest(plain: str) -> bool:
    """Whether what is asked of is the rest of the list: "de andere", and not "de andere ministeries"."""
    rest, said = word_sets("the_other"), words_of(plain)
    people = word_sets("partners")["who"] - {"wie"}
    for n, word in enumerate(said):
        if n and word in rest["others"] and said[n - 1] in rest["articles"]:
            return not (n + 1 < len(said) and said[n + 1] in people)
    return False

"""The rule for who does the one on the table beside a ministry that is named: "met wie heeft BZK dat gedaan?".

The words are data (`[partners]` in `data/operations.toml`): names of ministries off, each word must stand in a set.
"Met wie", "wie nog meer, behalve OCW" and "wie naast OCW" ask after the owners of that one measure.
"""

from app.dialogue.bags import word_sets
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
    return m.about(m.focus, "owners") if asks and ("it" in says or "more" in says) else None

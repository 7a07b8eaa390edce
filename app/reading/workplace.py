"""A sentence that says where the speaker works before a question of that ministry: it gives the ministry alone.

"Ik werk sinds deze week bij Financiën. Wat staat er van dat ministerie?", "Eerste week bij Justitie. Wat is er klaar?":
when the speaker began there is no period of the measures, and the week no subject.
"""

import re
from functools import lru_cache

from app.filters import EndIn, Owners, RunsAfter, RunsDuring, StartIn
from app.reading.announced import Drafted, of_ministry
from app.reading.draft import PRINTED, Draft
from app.reading.leftover import is_known, verbs_of_speakers
from app.reading.lexicon import any_of, words_of_questions
from index.folding import fold

_ENDS = ".!;,–-"
_BEGAN = (EndIn, StartIn, RunsAfter, RunsDuring)
_WORD = re.compile(r"[\w'.&-]*\w")


@lru_cache(maxsize=1)
def _rules() -> tuple[re.Pattern[str], frozenset[str], frozenset[str]]:
    """Of a sentence that tells of a beginning: how the ministry follows, the words that tell it, and all its words."""
    data = words_of_questions()
    own, opened = data["workplace"], data["openings"]
    tells = frozenset({*own["tells"], *opened["working"]})
    light = frozenset(
        {*tells, *own["beside"], *opened["days"], *opened["lead_ins"], *opened["roles"], *opened["occasions"]}
    )
    return re.compile(rf"\b(?:{any_of(own['at'])}) "), tells, light


def of_workplace(lead: str, rest: str, separator: str, drafted: Drafted) -> str | None:
    """The question with the ministry where its speaker works; None where the sentence before it says anything else.

    Args:
        lead: the sentence before the question.
        rest: the question.
        separator: the sign between them.
        drafted: what the rules find in some words.
    """
    said = " ".join(_WORD.findall(fold(lead)))
    at, tells, light = _rules()
    if separator not in _ENDS or not at.search(said) or tells.isdisjoint(said.split()):
        return None
    told, asked = drafted(lead), drafted(rest)
    owners = [c for c in told.plain() if isinstance(c, Owners) and c.mode == "any"]
    others = [c for c in told.plain() if not isinstance(c, (Owners, *_BEGAN))]
    if len(owners) != 1 or len(owners[0].codes) != 1 or others or _asks(told):
        return None
    words = [token.norm for token in told.line.tokens]
    verbs = {words[n] for n in verbs_of_speakers(words)}
    if any(word not in light and word not in verbs for word in told.unknown()):
        return None
    named = of_ministry(rest, owners[0].codes[0])
    if (
        named is not None
        or asked.has(Owners)
        or asked.topic
        or asked.target
        or any(is_known(asked, word) for word in asked.unknown())
    ):
        return named
    return f"van {owners[0].codes[0]}: {rest}"


def _asks(draft: Draft) -> bool:
    ordered = draft.extreme or draft.limit or draft.order != PRINTED
    return bool(draft.ask or draft.group_by or draft.target or draft.topic or ordered or draft.peil is not None)

"""Printed text folded to one form: white space, soft hyphens, ligatures, footnote marks; and words compared loosely."""

import re
import unicodedata

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
TO_SUPERSCRIPT = str.maketrans("0123456789", SUPERSCRIPTS)
MARK = re.compile(rf"[{SUPERSCRIPTS}]+")
_SPACE_BEFORE_MARK = re.compile(rf"\s+(?=[{SUPERSCRIPTS}])")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")


def fold(text: str) -> str:
    """The text with white space folded, ligatures spelled out, and footnote marks set against the word they follow."""
    text = _INVISIBLE.sub("", text.translate(_LIGATURES))
    text = " ".join(text.split())
    return _SPACE_BEFORE_MARK.sub("", text)


def plain(text: str) -> str:
    """The text for comparison: folded, lower case, without accents, marks and outer punctuation."""
    text = MARK.sub("", fold(text)).casefold()
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return text.strip(" .:;,*'\"‘’“”")


def sentence_case(name: str) -> str:
    """A name set in capitals as a sentence would have it: "ONDERWIJS EN MEDIA" -> "Onderwijs en media"."""
    return name.capitalize() if name.isupper() and len(name) > 3 else name

"""Question to query: words of Dutch civil servants, read by rules that can be explained, tested and shown."""

from app.reading.lexicon import Lexicon
from app.reading.reader import LONGEST, Reading, Span, alone, read

__all__ = ["LONGEST", "Lexicon", "Reading", "Span", "alone", "read"]

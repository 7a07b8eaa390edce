"""Query to answer: what is selected is counted, grouped, ranked or listed, and said in Dutch."""

from app.answering.source import Finding, Hit, Quote, Reason, Rows, Source, TopicFinder
from app.answering.writing import answer

__all__ = ["Finding", "Hit", "Quote", "Reason", "Rows", "Source", "TopicFinder", "answer"]

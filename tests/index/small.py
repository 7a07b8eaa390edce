"""A small report and an encoder of a few dimensions, so that tests need no model."""

from datetime import date

import numpy as np

from index.pieces import Pieces
from index.texts import Question
from index.thesaurus import Concept, Thesaurus
from ingest.records import Deadline, Measure, Report

AXES = ("loon", "verlof", "politie", "school")


class FakeEncoder:
    """One axis for each of four words, and a last one for texts that hold none; unit length."""

    name = "fake"

    def __init__(self, fingerprint="fake 1"):
        self.fingerprint = fingerprint
        self.encoded = 0

    def encode_queries(self, texts):
        self.encoded += len(texts)
        vectors = np.array([[text.lower().count(word) for word in AXES] + [0.3] for text in texts], dtype=np.float32)
        return vectors.reshape(-1, 5) / np.linalg.norm(vectors.reshape(-1, 5), axis=1, keepdims=True)

    def encode_passages(self, texts, on_progress=None):  # noqa: ARG002
        return self.encode_queries(texts)

    def query_pieces(self, texts):
        """Each word is a piece, with the vector that it has by itself."""
        found = []
        for text in texts:
            words = text.lower().split()
            ids = np.array([sum(map(ord, word)) for word in words], dtype=np.int64)
            loud = np.ones(len(words), dtype=np.float32)
            places = np.array([0, *np.cumsum([len(word) + 1 for word in words])[:-1]], dtype=np.int64)
            found.append(Pieces(self.encode_queries([text])[0], self.encode_queries(words), ids, loud, places))
        return found

    def passage_pieces(self, texts, on_progress=None):  # noqa: ARG002
        return self.query_pieces(texts)


def measure(number, title, explanation="", heading=""):
    theme = int(number.split(".")[0])
    return Measure(
        id=number, report="t", theme_number=theme, theme=f"Thema {theme}", heading=heading, title=title, status=3,
        status_text="3", deadline=Deadline(), who="", owners=(), explanation=explanation,
    )  # fmt: skip


MEASURES = (
    measure("1.1", "Gelijk loon", "Werkgevers meten het loon van vrouwen. Op 1 mei 2023 is de loonwijzer verschenen."),
    measure("1.2", "Ouderschapsverlof", "Het verlof voor ouders is verhoogd van 50% naar 70%."),
    measure("2.1", "Roze in Blauw", "De politie krijgt 2 miljoen euro per jaar. Agenten krijgen tijd in het rooster."),
    measure("3.1", "Veilige school", "De school zorgt voor veiligheid van leerlingen. Er is een monitor."),
)
QUESTIONS = (Question("krijgen papa's vrij na de geboorte", "1.2"), Question("veilig naar de klas", "3.1", ("2.1",)))
THESAURUS = Thesaurus.from_concepts([Concept("beloning", ("loon", "salaris"), ("wage",))])


def report(measures=MEASURES, key="t", sha256="0" * 64):
    return Report(
        key=key, title="Proef", edition="2023", reference_date=date(2023, 11, 30), file="proef.pdf", sha256=sha256,
        themes=(), legend=(), introduction="", measures=measures, cross_references=(), footnotes=(),
    )  # fmt: skip

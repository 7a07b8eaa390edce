"""The encoder's ONNX form, which encodes one question: it opens in half a second, without torch, and takes less time.

It is exported once from the sentence-transformers model, so pooling and normalising are the model's own, and its
vectors are those of the model in float32 up to rounding. Many texts at once are still the work of the model itself.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.pieces import Pieces, pieces_of
from index.threads import session

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

FILE = "question.onnx"
FORMAT = 2  # of the exported file; raise it when `export` writes another graph
TOKENIZER = "tokenizer.json"
OPSET = 23  # the first with attention as one operator: 72 products in place of 96
_EXAMPLE = "Wat doet het kabinet?"  # any text: the graph takes every length


class QuestionModel:
    """An exported model with its tokenizer; safe to use from several threads."""

    def __init__(self, exported: Path, model: Path, prompt: str, longest: int) -> None:
        """Open it.

        Args:
            exported: the folder that `export` wrote to.
            model: the folder of the sentence-transformers model, for its tokenizer.
            prompt: what the model wants before a question; may be empty.
            longest: the number of pieces that the model reads, marks of begin and end included.
        """
        from tokenizers import Tokenizer

        self._session = session(str(exported / FILE))
        self._tokenizer = Tokenizer.from_file(str(model / TOKENIZER))
        self._tokenizer.enable_truncation(longest)
        self._prompt = prompt

    def encode(self, text: str) -> Pieces:
        """The question, piece by piece."""
        encoded = self._tokenizer.encode(self._prompt + text)
        ids = np.array([encoded.ids], dtype=np.int64)
        vectors, vector = self._session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        return pieces_of(text, self._prompt, encoded.offsets, encoded.ids, vectors[0], vector[0])


def export(model: "SentenceTransformer", folder: Path) -> None:
    """Write a model's ONNX form, for one text of any length, into an existing folder."""
    import torch

    class Whole(torch.nn.Module):
        """The model as a function of tensors."""

        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
            found = self.model({"input_ids": input_ids, "attention_mask": attention_mask})
            return found["token_embeddings"], found["sentence_embedding"]

    example = model.tokenizer([_EXAMPLE], return_tensors="pt")
    length = torch.export.Dim("length", min=2, max=model.max_seq_length or 512)
    with _quiet():
        torch.onnx.export(
            Whole().eval(),
            (example["input_ids"], example["attention_mask"]),
            folder / FILE,
            input_names=["input_ids", "attention_mask"],
            output_names=["token_embeddings", "sentence_embedding"],
            dynamic_shapes=({1: length}, {1: length}),
            opset_version=OPSET,
            dynamo=True,
            external_data=False,
            verbose=False,
        )


@contextmanager
def _quiet() -> Iterator[None]:
    """Without the exporter's notes about libraries that are not there, and about its own names."""
    import logging
    import warnings

    exporter = logging.getLogger("torch.onnx")
    before = exporter.level
    exporter.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        exporter.setLevel(before)

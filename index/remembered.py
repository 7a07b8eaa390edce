"""Vectors of texts that were encoded before, so that a rebuild encodes only what is new."""

import hashlib
import os
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from index.model import Encoder, Progress, Vectors, no_progress
from index.pieces import Pieces
from index.words import stop_words

MOST = 200_000  # texts kept; 1.5 kB each
MOST_PIECES = 1_000_000  # pieces kept; 0.8 kB each


class RememberingEncoder:
    """An encoder that keeps its vectors in two files for each model; a damaged file is as good as none."""

    def __init__(self, encoder: Encoder, folder: Path) -> None:
        """Wrap an encoder; the files stand in `folder` under names made from the encoder's fingerprint."""
        self.encoder = encoder
        self.name = encoder.name
        self.fingerprint = encoder.fingerprint
        key = hashlib.sha256(encoder.fingerprint.encode()).hexdigest()[:16]
        self.file = folder / f"vectors-{key}.npz"
        self.piece_file = folder / f"pieces-{key}.npz"
        self._known = _read(self.file)
        self._used: dict[bytes, Vectors] = {}
        self._pieces = _read_pieces(self.piece_file)
        self._pieces_used: dict[bytes, Pieces] = {}

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """One vector for each question."""
        return self._encode(b"q", texts, lambda new: self.encoder.encode_queries(new))

    def encode_passages(self, texts: Sequence[str], on_progress: Progress = no_progress) -> Vectors:
        """One vector for each text of the report."""
        return self._encode(b"p", texts, lambda new: self.encoder.encode_passages(new, on_progress))

    def query_pieces(self, texts: Sequence[str]) -> list[Pieces]:
        """The questions, piece by piece."""
        return self._encode_pieces(b"q", texts, lambda new: self.encoder.query_pieces(new))

    def passage_pieces(self, texts: Sequence[str], on_progress: Progress = no_progress) -> list[Pieces]:
        """The texts of the report, piece by piece."""
        return self._encode_pieces(b"p", texts, lambda new: self.encoder.passage_pieces(new, on_progress))

    def _encode(self, kind: bytes, texts: Sequence[str], encode: Callable[[Sequence[str]], Vectors]) -> Vectors:
        keys = [hashlib.sha256(kind + text.encode()).digest() for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        encoded = encode(list(new.values()))
        self._known.update(zip(new, encoded, strict=True))
        self._used.update((key, self._known[key]) for key in keys)
        return np.stack([self._known[key] for key in keys]) if keys else encoded

    def _encode_pieces(
        self, kind: bytes, texts: Sequence[str], encode: Callable[[Sequence[str]], list[Pieces]]
    ) -> list[Pieces]:
        kind += hashlib.sha256(repr(sorted(stop_words())).encode()).digest()  # they decide how much a piece counts
        keys = [hashlib.sha256(kind + text.encode()).digest() for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._pieces}
        for key, pieces in zip(new, encode(list(new.values())), strict=True):
            rounded = pieces.vectors.astype(np.float16).astype(np.float32)  # as the file will hold them
            self._pieces[key] = replace(pieces, vectors=rounded)
        self._pieces_used.update((key, self._pieces[key]) for key in keys)
        return [self._pieces[key] for key in keys]

    def keep(self) -> None:
        """Write what was used, so that the files do not grow with every change of a text."""
        if self._used and len(self._used) <= MOST:
            vectors = np.stack(list(self._used.values()))
            _write(self.file, keys=_as_rows(self._used), vectors=vectors)
        pieces = list(self._pieces_used.values())
        if pieces and sum(len(p.ids) for p in pieces) <= MOST_PIECES:
            _write(
                self.piece_file,
                keys=_as_rows(self._pieces_used),
                wholes=np.stack([p.vector for p in pieces]),
                counts=np.array([len(p.ids) for p in pieces]),
                vectors=np.concatenate([p.vectors for p in pieces]).astype(np.float16),
                ids=np.concatenate([p.ids for p in pieces]),
                loudness=np.concatenate([p.loudness for p in pieces]),
                places=np.concatenate([p.places for p in pieces]),
            )


def _as_rows(keys: dict[bytes, Vectors] | dict[bytes, Pieces]) -> np.ndarray:
    return np.frombuffer(b"".join(keys), dtype=np.uint8).reshape(-1, 32)


def _write(file: Path, **arrays: np.ndarray) -> None:
    new = file.with_suffix(f".{os.getpid()}.new")
    with new.open("wb") as stream:
        np.savez(stream, **arrays)  # type: ignore[arg-type]
    new.replace(file)


_DAMAGED = (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile)


def _read(file: Path) -> dict[bytes, Vectors]:
    try:
        with np.load(file, allow_pickle=False) as content:  # the format checks each array by CRC-32
            return {key.tobytes(): vector for key, vector in zip(content["keys"], content["vectors"], strict=True)}
    except _DAMAGED:
        return {}


def _read_pieces(file: Path) -> dict[bytes, Pieces]:
    try:
        with np.load(file, allow_pickle=False) as content:
            cuts = np.cumsum(content["counts"])[:-1]
            parts = [np.split(content[name], cuts) for name in ("vectors", "ids", "loudness", "places")]
            return {
                key.tobytes(): Pieces(whole, vectors.astype(np.float32), ids, loudness, places)
                for key, whole, vectors, ids, loudness, places in zip(
                    content["keys"], content["wholes"], *parts, strict=True
                )
            }
    except _DAMAGED:
        return {}

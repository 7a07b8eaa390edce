"""Vectors of texts that were encoded before, so that a rebuild encodes only what is new."""

import hashlib
import os
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from index.model import Encoder, Progress, Vectors, no_progress

MOST = 200_000  # texts kept; 1.5 kB each


class RememberingEncoder:
    """An encoder that keeps its vectors in one file for each model; a damaged file is as good as none."""

    def __init__(self, encoder: Encoder, folder: Path) -> None:
        """Wrap an encoder; the file stands in `folder` under a name made from the encoder's fingerprint."""
        self.encoder = encoder
        self.name = encoder.name
        self.fingerprint = encoder.fingerprint
        self.file = folder / f"vectors-{hashlib.sha256(encoder.fingerprint.encode()).hexdigest()[:16]}.npz"
        self._known = _read(self.file)
        self._used: dict[bytes, Vectors] = {}

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """One vector for each question."""
        return self._encode(b"q", texts, lambda new: self.encoder.encode_queries(new))

    def encode_passages(self, texts: Sequence[str], on_progress: Progress = no_progress) -> Vectors:
        """One vector for each text of the report."""
        return self._encode(b"p", texts, lambda new: self.encoder.encode_passages(new, on_progress))

    def _encode(self, kind: bytes, texts: Sequence[str], encode: Callable[[Sequence[str]], Vectors]) -> Vectors:
        keys = [hashlib.sha256(kind + text.encode()).digest() for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        encoded = encode(list(new.values()))
        self._known.update(zip(new, encoded, strict=True))
        self._used.update((key, self._known[key]) for key in keys)
        return np.stack([self._known[key] for key in keys]) if keys else encoded

    def keep(self) -> None:
        """Write the vectors that were used, so that the file does not grow with every change of a text."""
        if not self._used or len(self._used) > MOST:
            return
        new = self.file.with_suffix(f".{os.getpid()}.new")
        with new.open("wb") as stream:
            keys = np.frombuffer(b"".join(self._used), dtype=np.uint8).reshape(-1, 32)
            np.savez(stream, keys=keys, vectors=np.stack(list(self._used.values())))
        new.replace(self.file)


def _read(file: Path) -> dict[bytes, Vectors]:
    try:
        with np.load(file, allow_pickle=False) as content:  # the format checks each array by CRC-32
            return {key.tobytes(): vector for key, vector in zip(content["keys"], content["vectors"], strict=True)}
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return {}

"""Owns analysing each document once: what an earlier build kept of the same texts is taken."""

import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import regex

from archive.kept import Kept
from archive.search import analysed as analysing
from archive.search import analysis, folding, rules, stemming
from archive.search.analysed import Analysed, analysed, read, written
from archive.search.documents import Document
from archive.search.rules import Rules
from archive.search.shards import encode

_PROGRAM = (analysing, analysis, folding, rules, stemming)
"""The modules that the analysis of a text depends on."""


def remembered(
    documents: Iterable[Document], rules: Rules, kept: Kept
) -> Iterator[tuple[Document, Analysed]]:
    """Each document with its analysis, kept or made and then kept."""
    version = _version(rules)
    for document in documents:
        key = sha256(version + encode(list(document.texts))).hexdigest()
        content = kept.get(key)
        one = read(content) if content else None
        if one is None:
            one = analysed(document, rules)
            kept.put(key, written(one))
        yield document, one


def _version(rules: Rules) -> bytes:
    """What changes whenever the same text could be analysed otherwise: program, Unicode, rules."""
    digest = sha256(f"{unicodedata.unidata_version} {regex.__version__}".encode())
    for module in _PROGRAM:
        digest.update(sha256(Path(str(module.__file__)).read_bytes()).digest())
    digest.update(encode(rules.plain()))
    return digest.digest()

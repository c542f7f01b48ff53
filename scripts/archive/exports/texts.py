"""Owns the words of a record as plain text, and the digest by which anybody can check them."""

import hashlib

from archive.body import Body


def plain_words(body: Body) -> str:
    """The words: a blank line between blocks, lines as the record has them, single spaces."""
    blocks = ("\n".join(" ".join(line.split()) for line in block.lines) for block in body.blocks)
    return "\n\n".join(blocks) + "\n"


def whitespace_free_sha256(body: Body) -> str:
    """SHA-256, in hexadecimal digits, of the words as UTF-8 with nothing between them."""
    return hashlib.sha256("".join(body.words).encode()).hexdigest()

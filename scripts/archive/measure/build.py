"""Lets one engine be built as a process of its own, whose time and memory can then be measured.

python -m archive.measure.build ENGINE DOCUMENTS FOLDER
"""

import sys
from pathlib import Path

from archive.measure.engines import ENGINES


def main() -> None:
    """Build the named engine into a folder, which is made."""
    name, documents, folder = sys.argv[1:]
    Path(folder).mkdir(parents=True)
    ENGINES[name].lay_out(Path(documents), Path(folder))


if __name__ == "__main__":
    main()

"""Owns reading an archive's history from its folder, once; nothing else of the program asks git."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from archive import files, vocabularies
from archive.desk import folder_of
from archive.files import File
from archive.history.git import FOLDERS, NoHistory, Repository
from archive.history.lineages import Lineage, lineages
from archive.history.past import Commit, History
from archive.history.telling import told
from archive.settings import PATH as SETTINGS

SHALLOW = "This site was built from a copy of the repository that has only the newest commits."
ELSEWHERE = "The folder of this archive is in a repository that does not hold its records."


def read_history(root: Path, country: str) -> History:
    """What git knows of the archive in the folder `root`; never fails, but may say `why_not`.

    `country` tells how telephone numbers are written there (ISO 3166).
    """
    repository = Repository(root)
    try:
        head = repository.head()
        commit, uncommitted = Commit(head.id, head.moment), repository.uncommitted()
        if repository.shallow():
            return History(commit, SHALLOW, uncommitted)
        found = lineages(reversed(list(repository.entries())))
        if not found:
            return History(why_not=ELSEWHERE)
        blobs = repository.blobs(_blobs_of(found, uncommitted))
    except NoHistory as nothing:
        return History(why_not=str(nothing))
    changes, withdrawn = told(found, blobs, _texts(root), country)
    return History(commit, "", uncommitted, changes, withdrawn)


def _blobs_of(found: Mapping[str, Lineage], uncommitted: frozenset[str]) -> Iterator[str]:
    """The blobs to compare: all but those of records that are still as they were added."""
    for path, lineage in found.items():
        if len(lineage) > 1 or path in uncommitted:
            yield from (stage.step.new for stage in lineage if stage.kind != "withdrawn")


def _texts(root: Path) -> dict[str, str]:
    """The text of each record and vocabulary that is to be published, and of the settings."""
    listed = [path for folder in FOLDERS for path in files.paths_below(root, folder)]
    wanted = [p for p in listed if folder_of(p) or p in vocabularies.KINDS]
    read = (files.read(root, path) for path in (*wanted, SETTINGS))
    return {file.path: file.text for file in read if isinstance(file, File)}

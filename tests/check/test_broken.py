"""Each broken archive has the problems that its case in tests/broken states, word for word."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from archive.archive import Archive
from archive.load import load
from archive.problems import as_text
from tests.check.edits import broken
from tests.conftest import CORPUS, copied

FOLDER = Path(__file__).parents[1] / "broken"
CASES = {
    f"{path.stem}: {name}": case
    for path in sorted(FOLDER.glob("*.yml"))
    for name, case in yaml.safe_load(path.read_text(encoding="utf-8")).items()
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_an_archive_has_the_problems_of_its_fault_and_no_others(
    case: dict[str, Any], tmp_path: Path
) -> None:
    archive = copied(CORPUS, tmp_path)
    broken(archive, case["edits"])
    found = load(archive)
    assert as_text(() if isinstance(found, Archive) else found) == case["problems"]

"""Owns small real repositories for the tests of history: commits with fixed dates."""

import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

SOMEBODY = "Perdita Inksworth"
MAIL = "perdita.inksworth@scribes.example"


@dataclass
class Past:
    """A repository in a folder, to which commits are added, a day after each other."""

    root: Path
    archive: Path = field(init=False)
    days: int = 0

    def __post_init__(self) -> None:
        self.archive = self.root
        self.root.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *words: str) -> str:
        """What git answers; whoever runs the tests has no say in it."""
        when = f"2026-03-{self.days + 1:02}T23:30:00+0100"
        env = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")} | {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": SOMEBODY,
            "GIT_AUTHOR_EMAIL": MAIL,
            "GIT_COMMITTER_NAME": SOMEBODY,
            "GIT_COMMITTER_EMAIL": MAIL,
            "GIT_AUTHOR_DATE": when,
            "GIT_COMMITTER_DATE": when,
        }
        return subprocess.run(
            ["git", "-c", "gc.auto=0", *words],
            cwd=self.root,
            env=env,
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()

    def write(self, path: str, text: str | None) -> None:
        """A file of the archive, written or (None) removed; not committed yet."""
        target = self.archive / path
        if text is None:
            target.unlink()
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def commit(self, message: str, **texts: str | None) -> str:
        """A commit of letters (`a="…"` is letters/a.md) and of all else that was written."""
        for name, text in texts.items():
            self.write(f"letters/{name}.md", text)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)
        self.days += 1
        return self.git("rev-parse", "HEAD")


def record(words: str, *fields: str) -> str:
    """A record's file: fields, then words; what history reads need not be complete."""
    return "\n".join(("---", "title: Bus shelters", *fields, "---", words, ""))

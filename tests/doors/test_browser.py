"""Where the tests' browser comes from, in which order, and what is said when there is none."""

import os
import shutil
from pathlib import Path

import pytest

import browser
from door import NotReadyError
from tests.doors.machine import write_command

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in commands are shell scripts")


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only directory of commands, with no browser in it yet."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for needed in ("env", "touch", "chmod"):
        (folder / needed).symlink_to(shutil.which(needed) or needed)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("DEBIAN_FRONTEND", raising=False)
    for variable in (browser.VARIABLE, "PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    return folder


@pytest.mark.parametrize("place", range(len(browser.COMMANDS)))
def test_the_first_known_command_is_taken(commands: Path, place: int) -> None:
    for name in browser.COMMANDS[place:]:
        write_command(commands / name, "exit 0")
    assert browser.browser() == str(commands / browser.COMMANDS[place])


def test_the_browser_named_by_the_variable_wins(
    commands: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_command(commands / "chromium", "exit 0")
    write_command(tmp_path / "mine", "exit 0")
    monkeypatch.setenv(browser.VARIABLE, str(tmp_path / "mine"))
    assert browser.browser() == str(tmp_path / "mine")


def test_a_named_browser_that_is_not_there_is_not_replaced_by_another(
    commands: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_command(commands / "chromium", "exit 0")
    monkeypatch.setenv(browser.VARIABLE, "/no/such/browser")
    with pytest.raises(NotReadyError, match="ARCHIVE_BROWSER is /no/such/browser"):
        browser.browser()


@pytest.mark.usefixtures("commands")
def test_applications_of_a_mac_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(browser, "MAC_APPLICATIONS", ("Invented.app/Invented",))
    application = tmp_path / "Applications" / "Invented.app" / "Invented"
    application.parent.mkdir(parents=True)
    application.touch()
    assert browser.browser() == str(application)


@pytest.mark.usefixtures("commands")
@pytest.mark.parametrize("variable", ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"])
@pytest.mark.parametrize("program", browser.WINDOWS_PROGRAMS)
def test_programs_of_windows_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, program: str
) -> None:
    monkeypatch.setenv(variable, str(tmp_path))
    (tmp_path / program).parent.mkdir(parents=True)
    (tmp_path / program).touch()
    assert browser.browser() == str(tmp_path / program)


def installing(commands: Path, monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    """Be root on a Debian that has one package, whose program has the same name."""
    new = f"touch {commands / package}; chmod +x {commands / package}"
    answer_yes = f'[ "$*" = "install -y {package}" ] && [ "$DEBIAN_FRONTEND" = noninteractive ]'
    write_command(commands / "apt-get", f'[ "$1" = update ] || {{ {answer_yes} && {new}; }}')
    monkeypatch.setattr(os, "geteuid", lambda: 0)


@pytest.mark.parametrize("package", [browser.HEADLESS, "chromium"])
def test_root_on_debian_gets_a_browser_installed_and_is_told(
    commands: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    package: str,
) -> None:
    installing(commands, monkeypatch, package)
    assert browser.browser() == str(commands / package)
    assert f"installing {'it' if package == browser.HEADLESS else package} with apt-get" in (
        capsys.readouterr().out
    )


def test_root_on_debian_gets_the_quick_one_beside_another(
    commands: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_command(commands / "chromium", "exit 0")
    installing(commands, monkeypatch, browser.HEADLESS)
    assert browser.browser() == str(commands / browser.HEADLESS)


def test_where_the_quick_one_cannot_be_installed_another_is_taken(
    commands: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_command(commands / "chromium", "exit 0")
    write_command(commands / "apt-get", "echo 'E: no network' >&2; exit 100")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert browser.browser() == str(commands / "chromium")
    assert "no network" in capsys.readouterr().out


def test_an_installation_that_fails_names_its_fault_and_the_cure(
    commands: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_command(commands / "apt-get", "echo 'E: no network' >&2; exit 100")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with pytest.raises(NotReadyError, match=r"`apt-get update` failed: E: no network\. Install"):
        browser.browser()


@pytest.mark.parametrize("has_apt", [True, False])
def test_who_cannot_install_is_told_what_to_install(
    commands: Path, monkeypatch: pytest.MonkeyPatch, has_apt: bool
) -> None:
    if has_apt:
        write_command(commands / "apt-get", "echo 'must not run' >&2; exit 1")
    monkeypatch.setattr(os, "geteuid", lambda: 1000 if has_apt else 0)
    with pytest.raises(NotReadyError, match=r"none was found\..*apt install chromium"):
        browser.browser()

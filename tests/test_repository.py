"""The repository keeps its own rules: small files, no host of a package registry, no path of somebody's machine."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
REGISTRY_HOSTS = re.compile(r"(py" r"pi\.o" r"rg|python" r"hosted\.|registry\.np" r"m|deb\.deb" r"ian)", re.I)
MACHINE_PATHS = re.compile(r"(?<![\w.])/(wo" r"rk|fa" r"rm|ro" r"ot)/")
LARGEST = 5 * 1024 * 1024  # bytes


def tracked():
    try:
        names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.fail("git is needed to know which files belong to the project")
    return [ROOT / name for name in names.split("\0") if name and (ROOT / name).is_file()]


def test_no_file_in_git_is_larger_than_five_megabytes():
    assert [str(path) for path in tracked() if path.stat().st_size > LARGEST] == []


@pytest.mark.parametrize("pattern", [REGISTRY_HOSTS, MACHINE_PATHS], ids=["registry host", "machine path"])
def test_no_tracked_text_names(pattern):
    hits = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        hits += [f"{path.relative_to(ROOT)}: {m.group(0)}" for m in pattern.finditer(text)]
    assert hits == []


def test_imports_go_one_way():
    allowed = {"ingest": set(), "index": {"ingest"}, "app": {"ingest", "index"}}
    wrong = []
    for package, uses in allowed.items():
        for path in (ROOT / package).rglob("*.py"):
            for name in re.findall(r"^\s*(?:from|import) (ingest|index|app)\b", path.read_text(encoding="utf-8"), re.M):
                if name != package and name not in uses:
                    wrong.append(f"{path.relative_to(ROOT)} uses {name}")
    assert wrong == []


def test_every_direct_dependency_is_pinned_in_the_lock_file():
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    locked = {
        re.sub(r"[-_.]+", "-", line.split("==")[0]).lower()
        for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
        if "==" in line
    }
    section = project.split("[project.scripts]")[0].split("dependencies = [", 1)[1]
    names = {re.sub(r"[-_.]+", "-", name).lower() for name in re.findall(r'"([A-Za-z0-9._-]+)', section)}
    assert {name for name in names if name not in locked and name != "dev"} == set()

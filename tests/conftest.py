"""What all tests share: on CI nothing is skipped; elsewhere what needs a missing program is skipped and says so."""

import os
import shutil

import pytest

PROGRAMS = {
    "browser": ("chromium", "chromium-browser", "google-chrome"),
    "office": ("soffice", "libreoffice"),
}


def pytest_collection_modifyitems(items):
    if os.environ.get("CI") == "true":
        return
    for marker, names in PROGRAMS.items():
        if not any(shutil.which(name) for name in names):
            reason = f"needs {' or '.join(names)}, which is not on this machine"
            for item in items:
                if item.get_closest_marker(marker):
                    item.add_marker(pytest.mark.skip(reason=reason))

"""The README's pictures are made here, so that they stay true.

docs/ is written anew only when MAATWIJZER_SCREENS is set, so that a run of the tests leaves no changed files behind.
"""

import os
from pathlib import Path

import pytest

from tests.browser.conftest import ask

DOCS = Path(__file__).parent.parent.parent / "docs"
LARGEST = 300_000  # bytes


def answer(page):
    ask(page, "Welke maatregelen van OCW lopen af in 2024?")


def unfolded(page):
    ask(page, "Welke maatregelen gaan over kinderopvang?")
    page.set_viewport_size({"width": 1240, "height": 860})
    rows = page.locator("#antwoord table[role=table]").first.locator(".mw-row")
    lengths = [
        page.locator(f"#{row.locator('.mw-unfold').get_attribute('aria-controls')}").text_content()
        for row in rows.all()
    ]
    shortest = min(range(len(lengths)), key=lambda n: len(lengths[n]))
    rows.nth(shortest).locator(".mw-unfold").click()
    image = page.locator("#antwoord .mw-more:not([hidden]) img").first
    image.scroll_into_view_if_needed()
    page.wait_for_function("i => i.complete && i.naturalWidth > 0", arg=image.element_handle())
    rows.nth(shortest).evaluate("e => e.scrollIntoView()")


def pictures(page):
    ask(page, "Welke maatregelen zijn van VWS?")
    page.get_by_text("Bekijk in beeld").click()
    page.locator("#beeld").evaluate("e => e.scrollIntoView()")


@pytest.mark.parametrize("scene", [answer, unfolded, pictures], ids=lambda scene: scene.__name__)
def test_a_picture_for_the_readme(open_page, scene, tmp_path):
    page = open_page(width=1240, height=720)
    scene(page)
    page.evaluate("document.activeElement.blur()")
    page.wait_for_timeout(300)
    folder = DOCS if os.environ.get("MAATWIJZER_SCREENS") else tmp_path
    folder.mkdir(exist_ok=True)
    path = folder / f"{scene.__name__}.png"
    page.screenshot(path=path)
    squeeze(path)
    assert 10_000 < path.stat().st_size < LARGEST
    assert (DOCS / path.name).is_file()


def squeeze(path):
    """Fewer colours: a page of text loses nothing by it."""
    from PIL import Image

    with Image.open(path) as picture:
        picture.convert("RGB").quantize(128).save(path, optimize=True)

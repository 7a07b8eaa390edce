"""The whole web app: the chat, the pages, the evidence, the files to take away and the HTTP endpoints."""

import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.web.chat import Chat, blocks
from app.web.doorman import Doorman
from app.web.evidence import Draughtsman
from app.web.gate import Gate
from app.web.loaded import Loaded
from app.web.protection import Protection

if TYPE_CHECKING:
    from fastapi import FastAPI


STATIC = Path(__file__).resolve().parent / "static"
EXAMPLES = (
    "Welke maatregelen van OCW lopen af in 2024?",
    "Hoeveel maatregelen zijn afgerond?",
    "Welke maatregelen zijn over tijd?",
    "Wat doet het kabinet tegen straatintimidatie?",
)


def application(loaded: Loaded, *, allow_upload: bool = False, mcp: bool = False) -> "FastAPI":
    """The app for what is loaded. Nothing is listening yet."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    import gradio as gr
    from fastapi import FastAPI
    from fastapi.middleware.cors import CORSMiddleware
    from fastapi.staticfiles import StaticFiles

    from app.web import api, documents, downloads, information, upload
    from app.web.frame import FramedIndex

    gate = Gate()
    draughtsman = Draughtsman()

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        draughtsman.close()

    app = FastAPI(
        title="Maatwijzer",
        version="1",
        description=api.DESCRIPTION,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.add_middleware(CORSMiddleware, allow_origins=[], allow_credentials=False)
    app.mount("/eigen", StaticFiles(directory=STATIC), name="eigen")
    api.add_routes(app, loaded, gate)
    downloads.add_routes(app, loaded, gate)
    documents.add_routes(app, loaded, draughtsman, allow_upload=allow_upload)
    if allow_upload:
        upload.add_routes(app, loaded)
    information.add_routes(app, loaded, mcp=mcp)
    own = [getattr(route, "path", "") for route in app.routes]

    chat = Chat(loaded, gate, EXAMPLES)
    theme = gr.themes.Base(font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"])
    made = blocks(chat, api.tools(loaded) if mcp else ())
    gr.mount_gradio_app(
        app,
        made,
        "/",
        footer_links=[],
        run_history=False,
        ssr_mode=False,
        enable_monitoring=False,
        pwa=False,
        mcp_server=mcp,
        show_error=False,
        theme=theme,
        max_file_size=0,
    )
    app.add_middleware(FramedIndex, version=lambda: loaded.version, renew=lambda: chat.welcome_in(made))
    app.add_middleware(Doorman)
    app.add_middleware(Protection, own_route=_matcher(own), upload=upload.UPLOAD if allow_upload else None, mcp=mcp)
    return app


def _matcher(templates: list[str]) -> Callable[[str], bool]:
    """Whether a path can be one of these routes: by its first part, the routes themselves do the rest."""
    first = {template.split("/")[1] for template in templates} - {""}
    return lambda path: path.split("/")[1] in first or path.split("/")[1].split(".")[0] in first

"""Serves the web app; a port that is taken is one clear line."""

import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.errors import UserFacingError

if TYPE_CHECKING:
    from app.assistant import Assistant


BACKLOG = 2048  # connections that wait to be accepted; beyond it the kernel lets them knock again after seconds


class PortInUseError(UserFacingError):
    """The address cannot be listened on."""


def check_port(host: str, port: int) -> None:
    """Raise PortInUseError when nothing can listen there, before time is spent on building."""
    listen(host, port).close()


def listen(host: str, port: int) -> socket.socket:
    """A socket bound to the address. Raises PortInUseError."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except OSError as problem:
        raise PortInUseError(
            f"Het adres '{host}' bestaat niet; kies een ander met --host, zoals 127.0.0.1."
        ) from problem
    made = socket.socket(family, kind, protocol)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind(address)
        made.listen(BACKLOG)  # on Linux two sockets may bind with SO_REUSEADDR; only one can listen
    except OSError as problem:
        made.close()
        raise PortInUseError(
            f"Poort {port} op {host} is al in gebruik of niet toegestaan; "
            f"stop het andere programma of kies een andere poort, bijvoorbeeld --port {port + 1}."
        ) from problem
    return made


def serve(
    assistant: "Assistant",
    *,
    host: str,
    port: int,
    allow_upload: bool = False,
    mcp: bool = False,
    home: Path | None = None,
    model: str | None = None,
) -> None:
    """Serve the app until it is stopped; `home` and `model` are what the assistant was opened with.

    Raises PortInUseError.
    """
    bound = listen(host, port)
    import uvicorn

    from app.web.application import application
    from app.web.loaded import Loaded

    def reopen() -> "Assistant":
        return type(assistant).open(home, model=model)

    app = application(Loaded(assistant, home, reopen), allow_upload=allow_upload, mcp=mcp)
    shown = "localhost" if host in ("0.0.0.0", "::") else host
    sys.stderr.write(f"Maatwijzer staat open op http://{shown}:{port} (stoppen met Ctrl+C)\n")
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
    config.timeout_graceful_shutdown = 2
    uvicorn.Server(config).run(sockets=[bound])

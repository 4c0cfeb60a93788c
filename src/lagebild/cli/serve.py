"""`lagebild serve`: the pages of a knowledge base on this machine."""

import secrets
import shlex
from pathlib import Path
from urllib.parse import quote

import click

from lagebild.cli import console, options
from lagebild.cli.main import DONE, INTERRUPTED
from lagebild.errors import UsageError

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command(
    epilog="""\b
Examples:
  lagebild serve                            the pages of lagebild.db at http://127.0.0.1:8031/
  lagebild serve --db war.db --open         … of another base, in the browser at once
  lagebild serve --offline                  nobody can have an address fetched
  lagebild serve --host 0.0.0.0 --allow-host desk.example.org
                                            for a team: asks every visitor for a token
  lagebild serve --allow-host desk.example.org --no-token
                                            behind a proxy on this machine that knows who may come in

Nothing leaves this machine: the pages need no network. Ctrl-C ends the server; docs/serve.md tells more."""
)
@options.database
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Where to listen; other than loopback needs a token."
)
@click.option("--port", type=click.IntRange(0, 65535), default=8031, show_default=True, help="0 for any that is free.")
@click.option("--open", "look", is_flag=True, help="Open the first page in the browser.")
@click.option("--token", metavar="WORD", envvar="LAGEBILD_TOKEN", help="What every visitor has to show once.")
@click.option("--no-token", "trusting", is_flag=True, help="Ask nobody for a token: a proxy lets in only who may.")
@click.option("--allow-host", "names", metavar="NAME", multiple=True, help="A name under which this server is reached.")
@click.option("--author", metavar="NAME", envvar="LAGEBILD_AUTHOR", help="Who decides, where a visitor gives no name.")
@click.option("--offline", is_flag=True, help="Refuse to fetch addresses.")
def serve(
    *,
    base: Path,
    host: str,
    port: int,
    look: bool,
    token: str | None,
    trusting: bool,
    names: tuple[str, ...],
    author: str | None,
    offline: bool,
) -> int:
    """Look at a knowledge base in the browser: read, search, follow, correct and add.

    The base is made where there is none. Without --token only this machine is served.
    """
    from lagebild.web.serving import listening, serve_forever
    from lagebild.web.settings import LOOPBACK, Settings

    console.utf8_output()
    if token is not None and not (token.isascii() and token.isprintable() and token.strip()):
        # Nothing at all would be what every visitor shows who shows nothing.
        raise UsageError(
            "--token: is empty or has signs that no browser keeps; take letters and digits, or leave it out"
        )
    if token is not None and trusting:
        raise UsageError("--token and --no-token: say which")
    # A name that others know this server by is one under which a proxy brings them here.
    if token is None and not trusting and (host not in _LOOPBACK or set(names) - {*_LOOPBACK}):
        token = secrets.token_urlsafe(12)
    hosts = tuple(dict.fromkeys((*LOOPBACK, *(name.lower() for name in names), *_own_name(host))))
    settings = Settings(base, hosts=hosts, token=token, author=author, offline=offline)
    with listening(host, port) as socket:
        address = _address(host, socket.getsockname()[1], token)
        unfinished = serve_forever(settings, socket, ready=lambda: _ready(base, address, look=look))
    if not unfinished:
        return DONE
    many = "1 addition was" if len(unfinished) == 1 else f"{len(unfinished)} additions were"
    console.say(f"{many} not done yet; what was added is safe, and this goes on from there:")
    for one in unfinished:
        console.say(f"  lagebild add {shlex.join(one.sources)} --db {shlex.quote(str(base))}")
    return INTERRUPTED


def _own_name(host: str) -> tuple[str, ...]:
    """The name that the server is bound to, unless that is every name."""
    if host in ("0.0.0.0", "::", ""):
        return ()
    return (f"[{host}]" if ":" in host else host.lower(),)


def _address(host: str, port: int, token: str | None) -> str:
    name = "127.0.0.1" if host in ("0.0.0.0", "") else "[::1]" if host == "::" else f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}/" + (f"?token={quote(token, safe='')}" if token else "")


def _ready(base: Path, address: str, *, look: bool) -> None:
    console.say(f"{base} is at {address} (Ctrl-C ends it)")
    if look:
        import webbrowser

        webbrowser.open(address)

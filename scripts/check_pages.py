"""Checks that an installed Lagebild serves its pages with all that they need: `python scripts/check_pages.py`."""

import re
import sys
import tempfile
from pathlib import Path

from starlette.testclient import TestClient

from lagebild.web.app import create_app
from lagebild.web.settings import Settings


def main() -> None:
    """Asks an empty base for its first page and for everything that this names."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(Path(folder) / "empty.db"))
        with TestClient(app, base_url="http://127.0.0.1") as client:
            page = client.get("/")
            style = client.get("/static/lagebild.css").text
            named = re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text)
            fonts = [f"/static/{name}" for name in re.findall(r'url\("([^"]+)"\)', style)]
            bad = [name for name in (*named, *fonts) if client.get(name).status_code != 200]
    if page.status_code != 200 or len(named) < 4 or bad:
        sys.exit(f"the pages are not whole: {page.status_code}, missing: {', '.join(bad)}")
    sys.stderr.write("the pages are whole\n")


if __name__ == "__main__":
    main()

"""Server time of each page over a base: `python bench/pages.py BASE [--times 15]`, in milliseconds of processor time.

Prints the median and the 95th percentile of each page, and how large it is on the wire. Processor time is what a page
costs whatever else the machine does; on a quiet machine it is what a visitor waits.
"""

import argparse
import gzip
import time
from pathlib import Path
from statistics import median

from starlette.testclient import TestClient

from lagebild.web.app import create_app
from lagebild.web.settings import Settings

PAGES = (
    "/", "/documents", "/statements", "/statements?q=Regierung", "/statements?act=warn&since=2016-01-01", "/events",
    "/events?type=ACCUSE", "/figures", "/entities", "/search?q=Krieg", "/search/suggestions?q=mer", "/judgements",
    "/rules",
)  # fmt: skip


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path)
    parser.add_argument("--times", type=int, default=15)
    parser.add_argument(
        "--claims", action="store_true", help="claims and a situation too, which compare all reports once"
    )
    asked = parser.parse_args()
    with TestClient(create_app(Settings(asked.base)), base_url="http://127.0.0.1") as client:
        documents = client.get("/documents.json").json()["rows"]
        actor = client.get("/entities.json").json()["rows"][0]["key"]
        pages = [*PAGES, f"/entities/{actor}", f"/documents/{documents[0]['document']}"]
        if asked.claims:
            pages += ["/claims", "/situation?q=Krieg"]
            for page in pages[-2:]:
                begun = time.process_time()
                client.get(page, headers={"HX-Request": "true"})
                print(f"{page:45} once {1000 * (time.process_time() - begun):8.0f} ms")
        for page in pages:
            told = [_cost(client, page) for _ in range(asked.times + 1)][1:]
            size = len(gzip.compress(client.get(page).content))
            print(f"{page:45} {median(told):8.1f} {sorted(told)[int(0.95 * len(told))]:8.1f} ms {size / 1000:8.1f} kB")


def _cost(client: TestClient, page: str) -> float:
    begun = time.process_time()
    answer = client.get(page)
    assert answer.status_code == 200, page
    return 1000 * (time.process_time() - begun)


if __name__ == "__main__":
    main()

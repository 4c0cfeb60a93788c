"""Server time of each page over a base: `python bench/pages.py BASE [--times 15]`, in milliseconds of processor time.

Prints the median and the 95th percentile of each page, and how large it is on the wire; for pages that put together
much also how long a first visitor waits for what comes after the page. Processor time is what a page costs whatever
else the machine does; on a quiet machine it is what a visitor waits.
"""

import argparse
import gzip
import time
import warnings
from pathlib import Path
from statistics import median

from starlette.testclient import TestClient

from lagebild.web.app import create_app
from lagebild.web.settings import Settings

PAGES = (
    "/", "/documents", "/statements", "/statements?q=Regierung", "/statements?act=warn&since=2016-01-01",
    "/events", "/events?type=ACCUSE", "/figures", "/entities", "/search?q=Krieg",
    "/search/suggestions?q=mer", "/judgements", "/rules",
)  # fmt: skip
LATER = ("/claims", "/claims?q=Krieg", "/claims/newest", "/situation?q=Krieg", "/situation?q=Merkel")
PART = {"HX-Request": "true"}


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path)
    parser.add_argument("--times", type=int, default=15)
    asked = parser.parse_args()
    warnings.simplefilter("ignore")
    with TestClient(create_app(Settings(asked.base)), base_url="http://127.0.0.1") as client:
        documents = client.get("/documents.json").json()["rows"]
        actor = client.get("/entities.json").json()["rows"][0]["key"]
        pages = [*PAGES, f"/entities/{actor}", f"/documents/{documents[0]['document']}"]
        for page in LATER:
            begun = time.perf_counter()
            while 'hx-trigger="load delay' in client.get(page, headers=PART).text:
                time.sleep(0.1)
            print(f"{page:45} comes {time.perf_counter() - begun:6.1f} s after the page where nobody asked before")
        claims = client.get("/claims.json").json()["claims"]
        pages += [*LATER, *(f"/claims/{one['key']}" for one in claims[:1])]
        for page in pages:
            told = sorted([_cost(client, page) for _ in range(asked.times + 1)][1:])
            size = len(gzip.compress(client.get(page).content))
            print(f"{page:45} {median(told):8.1f} {told[int(0.95 * len(told))]:8.1f} ms {size / 1000:8.1f} kB")


def _cost(client: TestClient, page: str) -> float:
    begun = time.process_time()
    answer = client.get(page)
    assert answer.status_code == 200, page
    return 1000 * (time.process_time() - begun)


if __name__ == "__main__":
    main()

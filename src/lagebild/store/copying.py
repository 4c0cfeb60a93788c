"""Copies the base to another file while it is in use."""

from collections.abc import Callable
from pathlib import Path

import apsw

from lagebild.errors import StoreError
from lagebild.store.database import said

PAGES_AT_ONCE = 1_000


def back_up(
    source: apsw.Connection, path: Path, target: Path, *, progress: Callable[[int, int], None] | None = None
) -> None:
    """Writes a whole copy to `target`, which must not exist yet; `progress` is told pages left and pages in all.

    Others may go on writing. The copy is checked before it gets its name. Raises StoreError where it cannot be made.
    """
    if target.exists():
        raise StoreError(f"{target}: is there already; name a new file for the backup, or move that one away")
    if not target.absolute().parent.is_dir():
        raise StoreError(f"{target}: the folder {target.parent} does not exist; make it first")
    partial = target.with_name(f"{target.name}.part")
    partial.unlink(missing_ok=True)
    try:
        with said(target):
            copy = apsw.Connection(str(partial))
            try:
                with copy.backup("main", source, "main") as backup:
                    while not backup.done:
                        backup.step(PAGES_AT_ONCE)
                        if progress:
                            progress(backup.remaining, backup.page_count)
                copy.pragma("journal_mode", "delete")
                result = copy.pragma("quick_check")
            finally:
                copy.close()
        if result != "ok":
            raise StoreError(f"{path}: the copy is damaged ({result}); run `lagebild check` on the base")
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
